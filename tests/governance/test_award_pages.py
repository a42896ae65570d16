"""Levels of announced rounds in numbers, and on the organization's own page."""

import datetime

import pytest
from django.utils import timezone

from governance import award_pages
from governance.models import Assessment
from tests.factories import make_organization
from tests.governance.assessing import open_round
from tests.governance.awards import make_award

pytestmark = pytest.mark.django_db
YESTERDAY = timezone.now() - datetime.timedelta(days=1)


def announce(round_, level, number, *, at=YESTERDAY, **values):
    """So many results of one level."""
    rows = []
    for place in range(number):
        organization = make_organization(f"สหกรณ์{level} {at} {place} จำกัด")
        given = {"state": "confirmed", "level_name": level, "announced_at": at}
        given |= {"round": round_, "organization": organization, **values}
        rows.append(Assessment.objects.create(**given))
    return rows


def told(year=2026):
    return [
        (count.level, count.number)
        for result in award_pages.results_of(year)
        for count in result.levels
    ]


@pytest.fixture
def round_():
    return open_round()


def test_levels_of_five_and_more_are_told(round_):
    announce(round_, "ดี", 6)
    announce(round_, "พอใช้", 5)
    assert told() == [("ดี", 6), ("พอใช้", 5)]


def test_before_the_moment_nothing_is_told(round_):
    announce(round_, "ดี", 6, at=timezone.now() + datetime.timedelta(days=1))
    assert award_pages.results_of(2026) == []


def test_a_later_result_changes_no_number(round_):
    """The difference would tell its level."""
    announce(round_, "ดี", 6)
    announce(round_, "ดี", 1, at=YESTERDAY + datetime.timedelta(hours=1))
    assert told() == [("ดี", 6)]


def test_who_has_an_award_is_named_anyway(round_):
    for row in announce(round_, "ดีเด่น", 2):
        make_award(row.organization, assessment=row)
    assert told() == [("ดีเด่น", 2)]


def test_a_level_shown_by_its_own_tick_stands_on_the_page_of_the_organization(client, round_):
    (row,) = announce(round_, "ดี", 1, is_level_public=True)
    assert "level: ดี" in client.get(f"/en{row.organization.get_absolute_url()}").text


@pytest.mark.parametrize("values", [{"is_level_public": False}, {"at": "tomorrow"}])
def test_without_the_tick_or_before_the_moment_it_does_not(client, round_, values):
    if values.pop("at", ""):
        values = {"at": timezone.now() + datetime.timedelta(days=1), "is_level_public": True}
    (row,) = announce(round_, "ดี", 1, **values)
    assert "level: ดี" not in client.get(f"/en{row.organization.get_absolute_url()}").text
