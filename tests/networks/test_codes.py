import pytest

from networks.codes import next_code
from tests.factories import make_group, make_organization

pytestmark = pytest.mark.django_db


def test_the_first_code_of_an_empty_register_is_one():
    assert next_code() == "0001"


@pytest.mark.parametrize(
    ("given", "following"),
    [
        (["0011"], "0012"),
        (["0002", "0010", "0003"], "0011"),
        (["0011", "sample-099"], "0012"),
        (["sample-099", "k-5"], "0001"),
        (["9999"], "10000"),
    ],
)
def test_the_next_code_is_one_more_than_the_highest_number(given, following):
    for code in given:
        make_organization(code=code)
    assert next_code() == following


def test_cooperatives_and_groups_share_one_row_of_numbers():
    make_organization(code="0001")
    make_group(code="0002")
    assert next_code() == "0003"


def test_a_code_of_what_was_removed_is_never_given_again():
    make_organization(code="0007").delete()
    assert next_code() == "0008"
