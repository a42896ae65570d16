"""A new name: the old one stays searchable, the code and the address stay."""

import datetime

import pytest

from loei_coop.site.search import search
from loei_coop.thai.dates import PartialDate, Precision
from loei_coop.thai.django.fields import partial_date
from networks.choices import NameUse
from networks.models import Organization, OrganizationName
from networks.register.renaming import check_rename, rename
from tests.factories import make_group, make_name, make_organization
from tests.networks.pages import heading, words
from tests.networks.rules import refusal

pytestmark = pytest.mark.django_db
date = datetime.date

TEACHERS = "สหกรณ์ออมทรัพย์ครูเลย จำกัด"
SCHOOLS = "สหกรณ์ออมทรัพย์สถานศึกษาเลย จำกัด"


@pytest.fixture
def organization():
    return make_organization(TEACHERS, code="0012")


def test_code_and_address_stay(organization, client):
    address = organization.get_absolute_url()
    rename(organization, name=SCHOOLS)
    organization.refresh_from_db()
    assert (organization.name, organization.code) == (SCHOOLS, "0012")
    assert (organization.get_absolute_url(), client.get(address).status_code) == (address, 200)


def test_the_old_name_becomes_a_former_one_and_is_still_found(organization):
    former = rename(organization, name=SCHOOLS)
    assert (former.name, former.use, former.used_until) == (TEACHERS, NameUse.FORMER, None)
    for query in ("ครูเลย", "สถานศึกษา"):
        assert search(query).groups[0].rows == [organization]


def test_the_public_page_shows_both_names(organization, client):
    rename(organization, name=SCHOOLS, on=PartialDate(date(2025, 1, 1), Precision.YEAR))
    page = client.get(organization.get_absolute_url())
    assert heading(page) == SCHOOLS
    assert f"ชื่อเดิม: {TEACHERS} (ถึง พ.ศ. 2568)" in words(page)


@pytest.mark.parametrize(
    ("on", "until"),
    [
        (PartialDate(date(2025, 10, 1)), PartialDate(date(2025, 9, 30))),
        (PartialDate(date(2025, 10, 1), Precision.MONTH),) * 2,
        (PartialDate(date(2025, 1, 1), Precision.YEAR),) * 2,
    ],
)
def test_the_last_day_of_the_old_name_is_the_one_before_the_first_of_the_new(
    organization, on, until
):
    former = rename(organization, name=SCHOOLS, on=on)
    assert partial_date(former, "used_until") == until


def test_rename_and_former_name_are_one_act(organization):
    former = rename(organization, name=SCHOOLS)
    assert organization.history.latest().name == SCHOOLS
    assert former.history.get().history_type == "+"


def test_a_name_that_was_another_way_of_writing_becomes_the_former_one(organization):
    make_name(organization, TEACHERS, NameUse.ALSO_WRITTEN)
    rename(organization, name=SCHOOLS)
    (row,) = organization.names.all()
    assert (row.name, row.use) == (TEACHERS, NameUse.FORMER)


def test_a_name_that_it_bore_twice_is_former_until_the_later_day(organization):
    for year, name in ((2014, SCHOOLS), (2018, TEACHERS), (2022, SCHOOLS)):
        rename(organization, name=name, on=PartialDate(date(year, 1, 1), Precision.YEAR))
    former = dict(OrganizationName.objects.values_list("name", "used_until"))
    assert former == {SCHOOLS: date(2018, 12, 31), TEACHERS: date(2022, 12, 31)}


def test_the_former_name_of_a_sample_is_a_sample():
    assert rename(make_organization(is_sample=True), name=SCHOOLS).is_sample


@pytest.mark.parametrize("act", [check_rename, rename])
def test_its_own_name_is_no_new_one(organization, act):
    assert refusal(act, organization, name=TEACHERS) == ["This is its name already."]
    assert organization.names.count() == 0


def test_a_farmer_group_is_not_named_as_a_limited_one():
    group = make_group("กลุ่มเกษตรกรทำสวนบ้านน้ำพุ")
    name = "กลุ่มเกษตรกรทำสวนบ้านน้ำพุ จำกัด"
    sentences = refusal(check_rename, group, name=name)
    assert sentences == ["The name of a farmer group does not end with จำกัด."]


def test_what_was_joined_away_is_not_renamed(organization):
    duplicate = make_organization("สหกรณ์ครูเลย จำกัด", joined_into=organization)
    assert refusal(rename, duplicate, name=SCHOOLS) == [
        "สหกรณ์ครูเลย จำกัด was joined into another record. Work on that one instead."
    ]


def test_a_record_that_breaks_another_rule_keeps_its_name_and_says_why(organization):
    Organization.objects.filter(pk=organization.pk).update(phone="โทรถามกำนัน")
    assert len(refusal(rename, organization, name=SCHOOLS)) == 1
    assert Organization.objects.get().name == TEACHERS
    assert OrganizationName.objects.count() == 0
