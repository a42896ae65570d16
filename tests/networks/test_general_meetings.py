import datetime

import pytest

from networks.general_meetings import Confirmation, confirmation_state, last_year_end

DONE, EXPECTED, OVERDUE = Confirmation
FEBRUARY_26 = datetime.date(2026, 2, 26)
MARCH_31, DECEMBER_31 = (31, 3), (31, 12)


@pytest.mark.parametrize(
    ("year_end", "today", "ended"),
    [
        (MARCH_31, datetime.date(2026, 2, 26), datetime.date(2025, 3, 31)),
        (MARCH_31, datetime.date(2026, 3, 31), datetime.date(2025, 3, 31)),
        (MARCH_31, datetime.date(2026, 4, 1), datetime.date(2026, 3, 31)),
        ((29, 2), datetime.date(2026, 2, 26), datetime.date(2025, 2, 28)),
        ((29, 2), datetime.date(2024, 3, 1), datetime.date(2024, 2, 29)),
    ],
)
def test_the_accounting_year_that_ended_last(year_end, today, ended):
    assert last_year_end(*year_end, today=today) == ended


@pytest.mark.parametrize(
    ("last_meeting", "year_end", "state"),
    [
        (None, DECEMBER_31, EXPECTED),
        (datetime.date(2025, 5, 20), DECEMBER_31, EXPECTED),
        (datetime.date(2025, 12, 31), DECEMBER_31, EXPECTED),
        (datetime.date(2026, 1, 1), DECEMBER_31, DONE),
        (None, MARCH_31, OVERDUE),
        (datetime.date(2025, 3, 31), MARCH_31, OVERDUE),
        (datetime.date(2025, 6, 10), MARCH_31, DONE),
    ],
)
def test_the_list_is_confirmed_once_after_each_accounting_year(last_meeting, year_end, state):
    assert confirmation_state(last_meeting, year_end=year_end, today=FEBRUARY_26) == state


@pytest.mark.parametrize(("days", "state"), [(150, EXPECTED), (151, OVERDUE)])
def test_the_law_gives_a_hundred_and_fifty_days_for_the_meeting(days, state):
    today = datetime.date(2025, 3, 31) + datetime.timedelta(days=days)
    assert confirmation_state(None, year_end=MARCH_31, today=today) == state


@pytest.mark.parametrize(
    ("last_meeting", "state"),
    [
        (None, EXPECTED),
        (datetime.date(2025, 2, 26), EXPECTED),
        (datetime.date(2025, 2, 27), DONE),
    ],
)
def test_without_a_year_end_a_year_counts_and_nothing_is_overdue(last_meeting, state):
    assert confirmation_state(last_meeting, year_end=None, today=FEBRUARY_26) == state
