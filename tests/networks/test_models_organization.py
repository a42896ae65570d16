import pytest

from networks.choices import TYPES_OF_KIND, BusinessLine, OrganizationType, Status
from networks.models import Organization
from tests.factories import make_district, make_organization, make_person, organization_values
from tests.networks.rules import sentences


def unsaved(name="สหกรณ์การเกษตรนาด้วง จำกัด", **values):
    return Organization(**organization_values(name, **values))


@pytest.mark.parametrize(
    ("status", "word"),
    [
        (Status.OPERATING, "ดำเนินการ"),
        (Status.IN_COURT, "ดำเนินการ"),
        (Status.NOT_OPERATING, "หยุดดำเนินการ"),
        (Status.SUSPENDED, "หยุดดำเนินการ"),
        (Status.BANKRUPT, "หยุดดำเนินการ"),
        (Status.RECEIVERSHIP, "หยุดดำเนินการ"),
        (Status.DISSOLVED, "เลิก/ชำระบัญชี"),
        (Status.LIQUIDATION, "เลิก/ชำระบัญชี"),
    ],
)
def test_the_public_sees_one_of_three_words(status, word):
    assert unsaved(status=status).public_status.label == word


def test_a_status_that_is_not_known_has_no_public_word():
    assert unsaved(status="").public_status is None


@pytest.mark.parametrize(
    ("parts", "address"),
    [
        ({}, ""),
        ({"house_number": "99/1"}, "99/1"),
        ({"house_number": "12", "moo": "3", "village": "น้ำพุ"}, "12 หมู่ที่ 3 บ้านน้ำพุ"),
        ({"lane": "5", "road": "มลิวรรณ"}, "ซอย5 ถนนมลิวรรณ"),
        (
            {"house_number": "1", "moo": "2", "village": "ก", "lane": "ข", "road": "ค"},
            "1 หมู่ที่ 2 บ้านก ซอยข ถนนค",
        ),
    ],
)
def test_the_street_address_is_written_in_the_thai_order(parts, address):
    assert unsaved(**parts).street_address == address


def test_business_lines_are_told_in_words():
    row = unsaved(business_lines=[BusinessLine.DEPOSITS, BusinessLine.LOANS])
    assert row.business_line_labels == ["รับฝากเงิน", "ให้เงินกู้ (สินเชื่อ)"]


def test_every_type_belongs_to_exactly_one_kind():
    types = [type for types in TYPES_OF_KIND.values() for type in types]
    assert sorted(types) == sorted(OrganizationType)


@pytest.mark.django_db
class TestRow:
    def test_the_network_follows_from_the_district(self):
        placed = make_organization(district=make_district("ท่าลี่", network=4))
        assert placed.network.number == 4
        assert make_organization().network is None

    def test_the_code_is_the_key_and_the_address(self):
        row = make_organization(code="0012")
        assert row.natural_key() == ("0012",)
        assert Organization.objects.get_by_natural_key("0012") == row
        assert row.get_absolute_url() == "/organizations/0012/"

    def test_the_code_is_permanent(self):
        row = make_organization(code="0012")
        row.code = "0013"
        assert sentences(row) == ["A code is permanent: it cannot be changed."]

    def test_a_code_is_never_given_twice(self):
        make_organization(code="0012")
        assert sentences(unsaved(code="0012")) == [
            "Cooperative or farmer group with this Code already exists."
        ]

    def test_a_row_may_be_saved_again_as_it_is(self):
        row = make_organization(registration_number="87/11283", cooperative_code="1" * 13)
        row.full_clean()
        row.save()
        assert row.history.count() == 2

    def test_the_accounting_year_ends_on_a_day_that_exists(self):
        row = unsaved(accounting_year_end_day=31, accounting_year_end_month=4)
        assert sentences(row) == ["There is no such day in this month."]

    @pytest.mark.parametrize(
        ("lines", "sentence"),
        [
            (["loans", "loans"], "The same choice is there twice."),
            (["gambling"], "Choose from the list."),
            ("loans", "Choose from the list."),
        ],
    )
    def test_business_lines_are_chosen_from_the_list(self, lines, sentence):
        assert sentences(unsaved(business_lines=lines)) == [sentence]

    def test_officer_and_district_know_their_organizations(self):
        officer = make_person()
        row = make_organization(promotion_officer=officer, district=make_district())
        assert list(officer.promoted_organizations.all()) == [row]
        assert list(row.district.organizations.all()) == [row]
