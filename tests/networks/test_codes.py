import pytest

from networks.codes import next_code, organization_codes, person_codes
from tests.factories import make_group, make_organization, make_person

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


def test_several_codes_follow_one_another():
    make_organization(code="0007")
    assert organization_codes(3) == ["0008", "0009", "0010"]
    assert organization_codes(0) == []


@pytest.mark.parametrize(
    ("given", "following"),
    [
        ([], "p-001"),
        (["p-011", "p-002"], "p-012"),
        (["p-sample", "sample-p-099", "0012"], "p-001"),
        (["p-999"], "p-1000"),
    ],
)
def test_persons_have_a_row_of_numbers_of_their_own(given, following):
    make_organization(code="0050")
    for code in given:
        make_person(code=code)
    assert person_codes(1) == [following]


def test_a_code_of_a_person_who_was_removed_is_never_given_again():
    make_person(code="p-007").delete()
    assert person_codes(2) == ["p-008", "p-009"]
