import datetime

import pytest

from networks.choices import Ending, Position, SuccessionKind
from networks.organization_page import names_of, office_holders, successions_of
from tests.factories import (
    appoint,
    make_name,
    make_organization,
    make_person,
    make_source,
    make_succession,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]
date = datetime.date

OCTOBER = date(2025, 10, 1)
SINCE_OCTOBER = {"starts_on": OCTOBER, "ending": Ending.IN_OFFICE}
SINCE_NOBODY_KNOWS = {"starts_on": None, "ending": Ending.IN_OFFICE}
TO_TODAY = {"starts_on": OCTOBER, "ending": Ending.ENDED, "ends_on": date(2026, 2, 26)}
TO_YESTERDAY = {"starts_on": OCTOBER, "ending": Ending.ENDED, "ends_on": date(2026, 2, 25)}
IN_2556 = {
    "starts_on": date(2013, 1, 1),
    "starts_on_precision": "year",
    "ending": Ending.UNKNOWN,
}
THIS_YEAR = {**IN_2556, "starts_on": date(2026, 1, 1)}


@pytest.fixture
def organization():
    return make_organization("สหกรณ์ออมทรัพย์ครูเลย จำกัด")


def test_an_organization_of_which_nothing_is_told_has_empty_lists(organization, today):
    holders = office_holders(organization, today)
    successions = successions_of(organization)
    assert (holders.today, holders.earlier) == ([], [])
    assert (successions.predecessors, successions.successors) == ([], [])
    assert names_of(organization) == []


def test_other_names_stand_in_dictionary_order(organization):
    last = make_name(organization, "สหกรณ์ออมทรัพย์ครูจังหวัดเลย จำกัด")
    first = make_name(organization, "ครูเลย")
    make_name(make_organization(), "สอ.อบจ.เลย")
    assert names_of(organization) == [first, last]


@pytest.mark.parametrize(
    ("tenure", "in_office"),
    [
        (SINCE_OCTOBER, True),
        (SINCE_NOBODY_KNOWS, True),
        (TO_TODAY, True),
        (TO_YESTERDAY, False),
        (IN_2556, False),
        (THIS_YEAR, False),
    ],
)
def test_only_who_is_known_to_be_in_office_holds_it_today(organization, today, tenure, in_office):
    row = appoint(make_person(), at=organization, **tenure)
    holders = office_holders(organization, today)
    assert holders.today == ([row] if in_office else [])
    assert holders.earlier == ([] if in_office else [row])


def test_holders_of_other_organizations_are_not_shown(organization, today):
    appoint(make_person(), at=make_organization(), starts_on=OCTOBER)
    assert office_holders(organization, today).today == []


def test_holders_are_fetched_with_names_and_sources_at_once(
    organization, today, django_assert_num_queries
):
    source = make_source("ข่าวประชาสัมพันธ์")
    for position in (Position.BOARD_CHAIR, Position.MANAGER):
        appoint(make_person(), position, at=organization, starts_on=today, source=source)
    with django_assert_num_queries(2):
        holders = office_holders(organization, today)
        assert [str(row.person) for row in holders.today] == ["นายสมชาย ใจดี"] * 2
        assert [row.source.title for row in holders.today] == ["ข่าวประชาสัมพันธ์"] * 2


def test_an_amalgamation_is_told_from_both_sides():
    former, successor = make_organization("สหกรณ์ ก จำกัด"), make_organization("สหกรณ์ ข จำกัด")
    row = make_succession(former, successor, SuccessionKind.AMALGAMATION)
    assert successions_of(former).successors == [row]
    assert successions_of(former).predecessors == []
    assert successions_of(successor).predecessors == [row]
    assert successions_of(successor).successors == []


def test_who_begins_later_is_not_shown_as_earlier(today):
    organization = make_organization()
    tomorrow = today + datetime.timedelta(days=1)
    appoint(make_person(), at=organization, starts_on=tomorrow)
    holders = office_holders(organization, today)
    assert (holders.today, holders.earlier) == ([], [])
