"""Dissolution, liquidation, striking off: in the order of the law, each once."""

import datetime

import pytest

from networks.choices import OrganizationEventKind as Kind
from networks.choices import PublicStatus, Status
from networks.models import Organization, OrganizationEvent
from networks.register.basis import Basis
from networks.register.events import check_event, possible_kinds, record_event
from tests.factories import make_event, make_organization
from tests.networks.rules import refusal

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]
date = datetime.date

THA_LI = "สหกรณ์การเกษตรท่าลี่ จำกัด"
JANUARY = date(2026, 1, 15)


@pytest.fixture
def organization():
    return make_organization(THA_LI, status=Status.OPERATING)


@pytest.mark.parametrize(
    ("recorded", "possible"),
    [
        ([], [Kind.DISSOLUTION]),
        ([Kind.DISSOLUTION], [Kind.LIQUIDATION, Kind.STRIKING_OFF]),
        ([Kind.DISSOLUTION, Kind.LIQUIDATION], [Kind.STRIKING_OFF]),
        ([Kind.DISSOLUTION, Kind.STRIKING_OFF], []),
        ([Kind.DISSOLUTION, Kind.LIQUIDATION, Kind.STRIKING_OFF], []),
    ],
)
def test_the_law_gives_the_order(organization, recorded, possible):
    for kind in recorded:
        make_event(organization, kind)
    assert possible_kinds(organization) == possible


@pytest.mark.parametrize(
    ("kinds", "status"),
    [
        ([Kind.DISSOLUTION], Status.DISSOLVED),
        ([Kind.DISSOLUTION, Kind.LIQUIDATION], Status.LIQUIDATION),
        ([Kind.DISSOLUTION, Kind.STRIKING_OFF], Status.DISSOLVED),
        ([Kind.DISSOLUTION, Kind.LIQUIDATION, Kind.STRIKING_OFF], Status.DISSOLVED),
    ],
)
def test_status_and_its_day_follow_the_latest_event(organization, kinds, status):
    for day, kind in enumerate(kinds, 1):
        record_event(organization, kind=kind, on=date(2026, 1, day))
    organization.refresh_from_db()
    assert (organization.status, organization.public_status) == (status, PublicStatus.ENDED)
    assert organization.status_since == date(2026, 1, len(kinds))
    assert organization.status_since_precision == "day"


def test_a_status_that_was_known_by_the_year_is_known_by_the_day():
    stopped = {"status_since": date(2025, 1, 1), "status_since_precision": "year"}
    organization = make_organization(THA_LI, status=Status.SUSPENDED, **stopped)
    record_event(organization, kind=Kind.DISSOLUTION, on=JANUARY)
    organization.refresh_from_db()
    assert (organization.status_since, organization.status_since_precision) == (JANUARY, "day")


def test_the_event_has_its_day_and_the_order_it_rests_on(organization):
    basis = Basis("order", "12/2569", date(2026, 1, 14))
    event = record_event(organization, kind=Kind.DISSOLUTION, on=JANUARY, basis=basis)
    event.refresh_from_db()
    assert (event.organization, event.happened_on) == (organization, JANUARY)
    assert event.basis_text == "คำสั่ง ที่ 12/2569 ลงวันที่ 14 มกราคม 2569"
    assert str(event) == f"การเลิก: {THA_LI}"


def test_what_is_dissolved_stands_but_counts_no_longer(organization):
    record_event(organization, kind=Kind.DISSOLUTION, on=JANUARY)
    assert list(Organization.objects.standing()) == [organization]
    assert list(Organization.objects.counted()) == []


def test_event_and_status_belong_to_one_act(organization):
    event = record_event(organization, kind=Kind.DISSOLUTION, on=JANUARY)
    latest = organization.history.latest()
    assert (latest.status, latest.status_since) == (Status.DISSOLVED, JANUARY)
    assert event.history.get().history_type == "+"


def test_an_event_of_a_sample_is_a_sample():
    sample = make_organization(is_sample=True)
    assert record_event(sample, kind=Kind.DISSOLUTION, on=JANUARY).is_sample


def test_nothing_is_recorded_twice(organization):
    record_event(organization, kind=Kind.DISSOLUTION, on=JANUARY)
    sentences = refusal(record_event, organization, kind=Kind.DISSOLUTION, on=JANUARY)
    assert sentences == [f"Dissolution of {THA_LI} is recorded already."]
    assert OrganizationEvent.objects.count() == 1


@pytest.mark.parametrize(
    ("recorded", "kind", "word"),
    [
        ([], Kind.LIQUIDATION, "Liquidation"),
        ([], Kind.STRIKING_OFF, "Striking off the register"),
        ([Kind.DISSOLUTION, Kind.STRIKING_OFF], Kind.LIQUIDATION, "Liquidation"),
    ],
)
def test_what_is_out_of_order_is_refused(organization, recorded, kind, word):
    for earlier in recorded:
        make_event(organization, earlier)
    sentences = refusal(record_event, organization, kind=kind, on=JANUARY)
    assert sentences == [f"{word} of {THA_LI} cannot be recorded yet or any more."]
    assert Organization.objects.get().status == Status.OPERATING


@pytest.mark.parametrize(
    ("on", "sentence"),
    [
        (date(2026, 2, 27), "This day is still to come."),
        (date(2025, 12, 31), "This lies before the dissolution of 15 January 2026."),
    ],
)
def test_a_day_lies_between_the_last_event_and_today(organization, on, sentence):
    make_event(organization, happened_on=JANUARY)
    assert refusal(check_event, organization, kind=Kind.LIQUIDATION, on=on) == [sentence]


@pytest.mark.parametrize("on", [JANUARY, date(2026, 2, 26)])
def test_the_day_of_the_last_event_and_today_are_allowed(organization, on):
    make_event(organization, happened_on=JANUARY)
    check_event(organization, kind=Kind.LIQUIDATION, on=on)


def test_nothing_ends_before_it_is_registered():
    registered = {"registered_on": date(2013, 1, 1), "registered_on_precision": "year"}
    organization = make_organization(THA_LI, **registered)
    sentences = refusal(check_event, organization, kind=Kind.DISSOLUTION, on=date(2012, 12, 31))
    assert sentences == ["This lies before its registration."]
    check_event(organization, kind=Kind.DISSOLUTION, on=date(2013, 1, 1))


def test_a_record_that_was_joined_away_has_no_events(organization):
    duplicate = make_organization("สหกรณ์ท่าลี่ จำกัด", joined_into=organization)
    assert refusal(record_event, duplicate, kind=Kind.DISSOLUTION, on=JANUARY) == [
        "สหกรณ์ท่าลี่ จำกัด was joined into another record. Work on that one instead."
    ]


def test_half_a_basis_stores_nothing(organization):
    basis = Basis("", "12/2569")
    refusal(record_event, organization, kind=Kind.DISSOLUTION, on=JANUARY, basis=basis)
    assert OrganizationEvent.objects.count() == 0
    assert Organization.objects.get().status == Status.OPERATING
