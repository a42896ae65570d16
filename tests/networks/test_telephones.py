import pytest

from networks.telephones import to_dial


@pytest.mark.parametrize(
    ("written", "dialled"),
    [
        ("0 4281 1234", "042811234"),
        ("0 4281 1234 ต่อ 12", "042811234,12"),
        ("0-4281-1234 ext. 12, 13", "042811234,12"),
        ("+66 4281 1234", "+6642811234"),
        ("", ""),
        ("ต่อ 12", ""),
    ],
)
def test_a_number_as_a_telephone_dials_it(written, dialled):
    assert to_dial(written) == dialled
