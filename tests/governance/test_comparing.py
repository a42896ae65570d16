"""A result beside one of an earlier year, though the form changed between them."""

import pytest

from governance import comparing, workflow
from governance.comparing import Kind
from governance.results import result_of_each
from tests.governance.assessing import make_case, open_round
from tests.governance.confirmed import confirm, officers
from tests.governance.two_years import next_case

pytestmark = pytest.mark.django_db


@pytest.fixture
def years():
    """2569 confirmed at 75 percent; 2570 without item 1.1 and with 2.3, at 100."""
    reviewer, confirmer = officers()
    before = confirm(make_case(), reviewer, confirmer, share=75)
    now = next_case(before, without=["1-1"], with_new="2.3")
    return before, confirm(now, reviewer, confirmer, share=100)


def lines(before, now):
    results = result_of_each([before.assessment, now.assessment])
    sides = []
    for case in (now, before):
        sides += [comparing.items_by_code(case.assessment), results[case.assessment.pk]]
    return list(comparing.item_lines(*sides))


def test_the_earlier_result_is_the_latest_confirmed_of_the_standard(years):
    before, now = years
    assert comparing.earlier_of(now.assessment) == before.assessment
    assert comparing.earlier_of(before.assessment) is None


def test_an_item_is_the_same_or_new_or_ended_and_never_a_false_nought(years):
    found = {row.item.code: (row.kind, row.now, row.before) for row in lines(*years)}
    assert found == {
        "1-2": (Kind.SAME, 100, 75),
        "2-1": (Kind.SAME, 100, 75),
        "2-2": (Kind.SAME, 100, 75),
        "2-3": (Kind.NEW, 100, None),
        "1-1": (Kind.ENDED, None, 75),
    }


def test_the_difference_is_in_percent_of_points_and_only_where_both_are_known(years):
    found = {row.item.code: row.difference for row in lines(*years)}
    assert (found["1-2"], found["2-3"], found["1-1"]) == (25, None, None)


def test_another_standard_is_not_compared(years):
    _before, now = years
    round_ = open_round(fiscal_year=2027)
    other = workflow.start(round_, now.organization, by=now.manager)
    assert comparing.earlier_of(other) is None
