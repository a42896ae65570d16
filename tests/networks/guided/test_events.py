"""Dissolution, liquidation, striking off."""

import datetime

import pytest

from networks.choices import OrganizationEventKind as Kind
from networks.choices import Status
from networks.models import OrganizationEvent
from tests.factories import make_event, make_group, make_organization
from tests.networks.guided.walk import address, carry_out, complaints, consequences, said
from tests.networks.pages import words

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]

THA_LI = "สหกรณ์การเกษตรท่าลี่ จำกัด"
DISSOLVED = {
    "kind": "dissolution",
    "on": "15/1/2569",
    "basis_kind": "order",
    "basis_number": "12/2569",
    "basis_dated": "14 ม.ค. 2569",
}


@pytest.fixture
def organization():
    return make_organization(THA_LI, code="0008", status=Status.OPERATING)


@pytest.fixture
def path(organization):
    return address(organization, "event")


def offered(page):
    return [key for key, _label in page.context["form"].fields["kind"].choices]


@pytest.mark.parametrize(
    ("recorded", "kinds", "chosen"),
    [
        ([], [Kind.DISSOLUTION], "dissolution"),
        ([Kind.DISSOLUTION], [Kind.LIQUIDATION, Kind.STRIKING_OFF], None),
        ([Kind.DISSOLUTION, Kind.LIQUIDATION], [Kind.STRIKING_OFF], "striking_off"),
        ([Kind.DISSOLUTION, Kind.STRIKING_OFF], [], None),
    ],
)
def test_only_what_comes_next_is_offered(office, organization, path, recorded, kinds, chosen):
    for kind in recorded:
        make_event(organization, kind)
    page = office.get(path)
    assert offered(page) == kinds
    assert page.context["form"].fields["kind"].initial == chosen


@pytest.mark.parametrize(
    ("recorded", "kind", "told"),
    [
        ([], "dissolution", "The status becomes: dissolved."),
        ([Kind.DISSOLUTION], "liquidation", "The status becomes: in liquidation."),
        ([Kind.DISSOLUTION], "striking_off", "The status becomes: dissolved."),
    ],
)
def test_it_is_told_which_status_follows(office, organization, path, recorded, kind, told):
    for earlier in recorded:
        make_event(organization, earlier)
    sentences = consequences(office.post(path, {**DISSOLVED, "kind": kind}))
    assert sentences[1] == f"{told} In public: dissolved or in liquidation."


def test_it_is_told_what_will_happen(office, path):
    assert consequences(office.post(path, DISSOLVED)) == [
        "Dissolution on 15 January 2026 is recorded and shown on the public page.",
        "The status becomes: dissolved. In public: dissolved or in liquidation.",
        "It no longer counts in the totals and lists of today.",
        "Its page, names, awards and appointments stay.",
    ]


def test_day_and_order_stand_on_the_public_page(office, path):
    page = carry_out(office, path, DISSOLVED)
    assert said(page) == [f"Recorded: dissolution: {THA_LI}."]
    public = words(office.get("/organizations/0008/"))
    assert "การเลิก: 15 มกราคม 2569 (คำสั่ง ที่ 12/2569 ลงวันที่ 14 มกราคม 2569)" in public
    assert "สถานะเลิก/ชำระบัญชี" in public


def test_it_stands_on_the_page_of_the_officer_and_in_the_history(office, organization, path):
    page = words(carry_out(office, path, DISSOLVED))
    assert "Dissolution: 15 January 2026" in page
    act = organization.history.latest().change_set
    assert act.reason.endswith(" · คำสั่ง ที่ 12/2569 ลงวันที่ 14 มกราคม 2569")
    assert OrganizationEvent.objects.get().history.get().change_set == act


def test_a_farmer_group_ends_in_the_same_way(office):
    group = make_group("กลุ่มเกษตรกรทำนาหนองหิน")
    carry_out(office, address(group, "event"), DISSOLVED)
    group.refresh_from_db()
    assert group.status == Status.DISSOLVED


def test_a_second_click_is_refused(office, path):
    carry_out(office, path, DISSOLVED)
    assert complaints(office.post(path, DISSOLVED)) == [
        f"Dissolution of {THA_LI} is recorded already."
    ]
    assert OrganizationEvent.objects.count() == 1


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({"kind": "liquidation"}, f"Liquidation of {THA_LI} cannot be recorded yet or any more."),
        ({"kind": ""}, "This field is required."),
        ({"on": ""}, "This field is required."),
        ({"on": "27/2/2569"}, "This day is still to come."),
        (
            {"basis_kind": ""},
            "Say whether the basis is an order, an announcement or a resolution.",
        ),
    ],
)
def test_what_cannot_be_is_refused(office, path, values, sentence):
    assert complaints(office.post(path, {**DISSOLVED, **values})) == [sentence]
    assert OrganizationEvent.objects.count() == 0


def test_the_button_goes_when_nothing_can_follow(office, organization, path):
    for kind in Kind:
        make_event(organization, kind)
    page = office.get(f"/en/admin/networks/cooperative/{organization.pk}/change/")
    assert path not in page.text


def test_the_list_shows_what_ended_when_and_by_which_order(office, organization):
    basis = {"basis_kind": "order", "basis_number": "12/2569"}
    make_event(organization, happened_on=datetime.date(2026, 1, 15), **basis)
    make_event(make_organization("สหกรณ์การเกษตรเชียงคาน จำกัด"))
    page = office.get("/admin/networks/organizationevent/", {"q": "ท่าลี จำกัด"})
    assert [row.organization for row in page.context["cl"].result_list] == [organization]
    assert "15 มกราคม 2569" in words(page)
    assert "คำสั่ง ที่ 12/2569" in words(page)
