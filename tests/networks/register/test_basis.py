import datetime

import pytest
from django.utils import translation

from networks.models import OrganizationEvent
from networks.register.basis import NO_BASIS, Basis
from tests.networks.rules import refusal

MARCH = datetime.date(2026, 3, 1)
NO_KIND = "Say whether the basis is an order, an announcement or a resolution."


@pytest.mark.parametrize(
    ("basis", "thai", "english"),
    [
        (NO_BASIS, "", ""),
        (Basis("order"), "คำสั่ง", "order"),
        (Basis("order", "12/2569"), "คำสั่ง ที่ 12/2569", "order no. 12/2569"),
        (Basis("resolution", "", MARCH), "มติ ลงวันที่ 1 มีนาคม 2569", "resolution dated 1 March 2026"),
        (
            Basis("announcement", "3/2569", MARCH),
            "ประกาศ ที่ 3/2569 ลงวันที่ 1 มีนาคม 2569",
            "announcement no. 3/2569 dated 1 March 2026",
        ),
    ],
)
def test_a_basis_is_written_as_far_as_it_is_known(basis, thai, english):
    assert str(basis) == thai
    with translation.override("en"):
        assert str(basis) == english


def test_a_record_writes_its_basis_in_the_same_words():
    row = OrganizationEvent(**Basis("order", "12/2569", MARCH).columns)
    assert row.basis_text == "คำสั่ง ที่ 12/2569 ลงวันที่ 1 มีนาคม 2569"


@pytest.mark.parametrize("basis", [Basis("", "12/2569"), Basis("", "", MARCH)])
def test_a_number_or_a_date_alone_is_no_basis(basis):
    assert refusal(basis.check) == [NO_KIND]


@pytest.mark.parametrize("basis", [NO_BASIS, Basis("order"), Basis("order", "12/2569", MARCH)])
def test_a_kind_alone_or_nothing_is_enough(basis):
    basis.check()
