"""Medians of peers: of five or more, and never anybody's own result."""

import pytest
from django.utils import timezone

from governance.models import Assessment
from governance.peers import Group, peer_groups
from networks.choices import Kind, OrganizationType
from tests.factories import make_district
from tests.governance.assessing import make_case, open_round
from tests.governance.confirmed import confirm, confirmed_cases

pytestmark = pytest.mark.django_db

SAVINGS = {"kind": Kind.COOPERATIVE, "type": OrganizationType.SAVINGS}


def medians(case):
    return {row.group: row.total for row in peer_groups(case.assessment)}


def announce(*cases):
    Assessment.objects.filter(pk__in=[case.assessment.pk for case in cases]).update(
        announced_at=timezone.now()
    )


def test_three_in_a_network_show_no_median():
    cases = confirmed_cases(open_round(), [50, 75, 100])
    assert set(medians(cases[0]).values()) == {None}
    assert all(row.is_hidden and not row.categories for row in peer_groups(cases[0].assessment))


def test_of_five_the_middle_one_is_the_median():
    cases = confirmed_cases(open_round(), [25, 50, 75, 75, 100])
    assert medians(cases[0]) == dict.fromkeys(Group, 75)
    assert peer_groups(cases[0].assessment)[0].categories == {"1": 75, "2": 75}


def test_others_that_are_not_confirmed_do_not_count():
    round_ = open_round()
    cases = confirmed_cases(round_, [25, 50, 75, 75])
    waiting = make_case("สหกรณ์ที่ยังรอ จำกัด", round_=round_, manager="somying")
    waiting.fill()
    waiting.submit()
    assert set(medians(cases[0]).values()) == {None}


def test_other_rounds_do_not_count():
    first = confirmed_cases(open_round(), [25, 50, 75])
    second = open_round(first[0].round.edition, fiscal_year=2027)
    reviewer, confirmer = first[0].assessment.reviewer, first[0].assessment.confirmed_in.made_by
    for number in range(3):
        case = make_case(f"อื่น {number} จำกัด", round_=second, manager=f"other{number}")
        confirm(case, reviewer, confirmer)
    assert set(medians(first[0]).values()) == {None}


def test_before_the_announcement_one_more_result_moves_nothing():
    cases = confirmed_cases(open_round(), [25, 50, 50, 75, 75, 100])
    assert medians(cases[0])[Group.PROVINCE] == 50
    announce(*cases)
    assert medians(cases[0])[Group.PROVINCE] == 63


def test_a_group_is_hidden_while_the_larger_one_would_tell_of_the_few_besides():
    """Five of a type, and one more in the province: the two medians together tell of that one."""
    round_ = open_round()
    cases = confirmed_cases(round_, [50, 50, 75, 75, 75], **SAVINGS)
    reviewer, confirmer = cases[0].assessment.reviewer, cases[0].assessment.confirmed_in.made_by
    other = {"type": OrganizationType.SERVICE, "district": make_district("เชียงคาน", network=2)}
    single = make_case("สหกรณ์บริการ จำกัด", round_=round_, manager="somying", **other)
    confirm(single, reviewer, confirmer, share=100)
    found = medians(cases[0])
    assert found[Group.TYPE] is None
    assert found[Group.NETWORK] is None
    assert found[Group.PROVINCE] == 75
    assert medians(single)[Group.TYPE] is None


def test_the_number_of_queries_does_not_grow(django_assert_max_num_queries):
    cases = confirmed_cases(open_round(), [25, 50, 75, 75, 100, 100, 50])
    with django_assert_max_num_queries(10):
        peer_groups(cases[0].assessment)


def test_nobody_confirmed_no_groups():

    assert set(medians(make_case()).values()) == {None}
