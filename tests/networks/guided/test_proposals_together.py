"""Several proposals accepted at once."""

import pytest

from networks import workflow
from networks.models import Proposal
from tests.factories import make_organization, make_proposal
from tests.networks.guided.proposals import LIST, make_manager, newcomer
from tests.networks.guided.walk import items, said, told
from tests.networks.pages import words

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]

THA_LI, CHIANG_KHAN = "สหกรณ์การเกษตรท่าลี่ จำกัด", "สหกรณ์การเกษตรเชียงคาน จำกัด"
TOGETHER = f"{LIST}accept/"


@pytest.fixture
def malee():
    return make_manager(make_organization())


@pytest.fixture
def two(malee):
    """Of two organizations."""
    return [
        make_proposal(make_organization(THA_LI), by=malee, wanted={"phone": "0 4288 9001"}),
        make_proposal(make_organization(CHIANG_KHAN), by=malee, wanted={"phone": "0 4282 1001"}),
    ]


def choose(client, proposals):
    """The page after the action of the list."""
    chosen = {"action": "accept_together", "_selected_action": [row.pk for row in proposals]}
    return client.post(LIST, chosen, follow=True)


def confirm(client, page):
    path = f"{page.request['PATH_INFO']}?{page.request['QUERY_STRING']}"
    return client.post(path, {"told": told(page)}, follow=True)


def phones():
    return {row.organization.phone for row in Proposal.objects.select_related("organization")}


def test_it_is_told_of_each_what_will_happen(office, two):
    page = choose(office, two)
    assert page.request["PATH_INFO"] == TOGETHER
    for sentence in (f"{THA_LI}: address and contact", "Telephone: – → 0 4288 9001"):
        assert sentence in words(page)
    assert phones() == {""}


def test_each_is_recorded_in_an_act_of_its_own(office, two):
    page = confirm(office, choose(office, two))
    assert said(page) == ["2 proposals are accepted and recorded."]
    assert phones() == {"0 4288 9001", "0 4282 1001"}
    assert Proposal.objects.values("change_set").distinct().count() == 2


def test_what_is_not_waiting_or_about_persons_is_left_out(office, two, malee):
    workflow.withdraw(two[0])
    of_a_person = newcomer(two[1].organization, by=malee)
    page = choose(office, [two[0], two[1], of_a_person])
    assert [form.row for form in page.context["possible"]] == [two[1]]


def test_where_nothing_can_be_accepted_the_list_says_so(office, two):
    for row in two:
        workflow.withdraw(row)
    sentence = "None of the chosen ones waits and is about the record alone."
    assert said(choose(office, two)) == [sentence]


def test_what_was_withdrawn_meanwhile_is_told_and_the_rest_again(office, two):
    page = choose(office, two)
    workflow.withdraw(two[0])
    again = confirm(office, page)
    assert "The records have changed meanwhile." in words(again)
    assert items(again, "guided-refusals") == [
        f"{THA_LI}: address and contact: This proposal was decided or withdrawn already."
    ]
    assert phones() == {""}
    confirm(office, again)
    assert phones() == {"", "0 4282 1001"}


def test_what_breaks_a_rule_does_not_hold_up_the_others(office, two):
    two[0].wanted = {"phone": "โทรถามกำนัน"}
    two[0].save()
    page = confirm(office, choose(office, two))
    refused, accepted = said(page)
    assert refused.startswith(f"{THA_LI}: address and contact: ")
    assert accepted == "1 proposal is accepted and recorded."
    assert phones() == {"", "0 4282 1001"}


def test_a_second_click_changes_nothing(office, two):
    page = choose(office, two)
    confirm(office, page)
    again = confirm(office, page)
    assert "None of the chosen ones can be accepted any more." in words(again)
    assert two[0].organization.history.count() == 2


def test_too_many_are_not_taken_at_once(office, two, monkeypatch):
    monkeypatch.setattr("networks.admin.proposals_together.MOST", 1)
    assert said(choose(office, two)) == ["Choose at most 1 at a time."]


def test_who_may_only_look_has_no_such_action(colleague, two):
    client = colleague("view_proposal")
    assert "accept_together" not in client.get(LIST).text
    choose(client, two)
    path = f"{TOGETHER}?proposal={two[0].pk}"
    assert client.get(path).status_code == 403
    assert client.post(path, {"told": "x"}).status_code == 403
    assert phones() == {""}


@pytest.mark.parametrize("key", ["", "x", "9" * 30, "-1", "²"])
def test_an_address_without_such_a_proposal_tells_of_none(office, key):
    page = office.get(TOGETHER, {"proposal": key})
    assert "None of the chosen ones can be accepted any more." in words(page)
