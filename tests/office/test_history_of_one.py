"""The history of one organization tells all that befell it, through whichever screen: a file, a
caller, a bulk act, a way back. Each with who, when and old → new."""

import re

import pytest
from django.utils import translation

from loei_coop.thai.django.dates import show_moment
from networks.models import Proposal
from tests.common.imports.uploads import confirm, previewed
from tests.factories import make_district, make_organization, make_person
from tests.networks.guided.proposals import make_manager
from tests.networks.guided.walk import carry_out, told
from tests.networks.pages import plain, words

pytestmark = pytest.mark.django_db

CELL = re.compile(r"<t[hd][^>]*>(.*?)</t[hd]>", re.DOTALL)
KANTHIMA = "นางสาวกันทิมา สุนทรวีรัตน์"
CALLED = "โทรศัพท์มาเวลา 10.30 น."


@pytest.fixture
def na_duang():
    district = make_district("นาด้วง", network=1)
    return make_organization(code="0005", district=district, phone="0 4288 7001")


@pytest.fixture
def malee(na_duang):
    return make_manager(na_duang)


@pytest.fixture
def kanthima():
    return make_person("กันทิมา", "สุนทรวีรัตน์", title="นางสาว")


def record(na_duang, page, language="en/"):
    return f"/{language}admin/networks/cooperative/{na_duang.pk}/{page}/"


def import_a_file(office):
    confirm(office, previewed(office, "0005,,,,,0 4288 7002", name="ทะเบียน.csv"))


def enter_for_a_caller(office, na_duang, malee):
    """At the desk of the organization; then the proposal is accepted."""
    caller = {"caller": malee.person.pk, "asked": CALLED}
    carry_out(office, record(na_duang, "act-for"), caller)
    desk = "/en/desk/organizations/0005/contact/"
    form = office.get(desk).context["form"]
    typed = {name: value for name, value in form.initial.items() if value is not None}
    assert office.post(desk, {**typed, "phone": "0 4288 7003"}).status_code == 302
    office.post("/en/desk/acting/end/")
    path = f"/en/admin/networks/proposal/{Proposal.objects.get().pk}/accept/"
    office.post(path, {"told": told(office.get(path))})


def assign_the_promotion_officer(office, na_duang, kanthima):
    path = "/en/admin/networks/district/promotion-officers/"
    carry_out(office, path, {"districts": [na_duang.district_id], "officer": kanthima.pk})


def go_back_to(office, na_duang, version):
    path = f"{record(na_duang, 'history')}{version.pk}/"
    office.post(path, {"seen": office.get(path).context["reversion"].seen})


@pytest.fixture
def everything(office, na_duang, malee, kanthima):
    """The states of the record, the first one first."""
    import_a_file(office)
    enter_for_a_caller(office, na_duang, malee)
    assign_the_promotion_officer(office, na_duang, kanthima)
    go_back_to(office, na_duang, na_duang.history.order_by("history_id")[1])
    return list(na_duang.history.order_by("history_id"))


def lines_of(page):
    """[when, who, what, way, old → new] of each line of the table, the latest first."""
    table = re.search(r'<table id="change-history">(.*?)</table>', page.text, re.DOTALL)[1]
    rows = re.findall(r"<tr>(.*?)</tr>", table, re.DOTALL)[1:]
    return [[plain(cell) for cell in CELL.findall(row)] for row in rows]


def test_the_history_tells_who_and_old_and_new_of_each(office, na_duang, everything):
    lines = lines_of(office.get(record(na_duang, "history")))
    assert [(who, values) for _when, who, _what, _way, values in lines] == [
        ("somsri", f"Telephone: 0 4288 7003 → 0 4288 7002Promotion officer: {KANTHIMA} → –"),
        ("somsri", f"Promotion officer: – → {KANTHIMA}"),
        ("somsri on behalf of มาลี ใจงาม", "Telephone: 0 4288 7002 → 0 4288 7003"),
        ("somsri", "Telephone: 0 4288 7001 → 0 4288 7002"),
        ("–", ""),
    ]


def test_the_history_tells_the_moment_and_the_way_of_each(office, na_duang, everything):
    lines = lines_of(office.get(record(na_duang, "history")))
    with translation.override("en"):
        moments = [show_moment(row.history_date) for row in reversed(everything)]
    assert [when for when, *_others in lines] == moments
    ways = [way for _when, _who, _what, way, _values in lines]
    assert ways[0].startswith("form · กลับไปใช้ข้อมูล")
    assert ways[1] == "form · มอบหมายเจ้าหน้าที่ผู้ดูแลตามอำเภอ"
    assert ways[3].startswith("import ทะเบียน.csv · ")


def test_the_history_names_the_proposal_that_was_accepted(office, na_duang, everything):
    proposal = Proposal.objects.get()
    assert proposal.change_set == everything[2].change_set
    assert str(proposal.pk) in proposal.change_set.reason


@pytest.mark.parametrize("page", ["change", "history"])
def test_every_page_of_the_record_names_on_whose_behalf(office, na_duang, everything, page):
    assert "somsri แทน มาลี ใจงาม" in words(office.get(record(na_duang, page, language="")))


def test_the_latest_changes_name_both_and_are_found_by_either(office, officer, malee, everything):
    for user in (officer, malee):
        page = office.get("/admin/changes/", {"who": user.pk, "source": "form", "q": "7003"})
        assert "somsri แทน มาลี ใจงาม" in words(page)


def test_the_pages_of_the_act_and_of_the_version_name_both(office, na_duang, everything):
    act = everything[2].change_set
    version = f"{record(na_duang, 'history', language='')}{everything[2].pk}/"
    for path in (version, f"/admin/common/changeset/{act.pk}/undo/"):
        assert "somsri แทน มาลี ใจงาม" in words(office.get(path))
