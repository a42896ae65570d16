"""What was sent to the office, and what became of it."""

import pytest

from loei_coop.common.errors import WorkflowError
from networks import workflow
from networks.choices import Ending
from networks.models import Proposal
from networks.states import ProposalState
from tests.desk.conftest import signed_in
from tests.desk.people import HOME, newcomer, propose_phone
from tests.desk.test_guards import act_for

pytestmark = pytest.mark.django_db
LIST = f"{HOME}proposals/"


def page_of(proposal):
    return f"{LIST}{proposal.pk}/"


@pytest.fixture
def proposal(na_duang, malee):
    return propose_phone(na_duang, by=malee)


def test_an_empty_list_says_so(desk):
    assert "Nothing was sent so far." in desk.get(LIST).content.decode()


def test_the_list_shows_each_with_its_state(desk, proposal):
    page = desk.get(LIST).content.decode()
    assert page_of(proposal) in page
    assert "waiting for the office" in page


def test_a_proposal_shows_what_was_and_what_is_wanted(desk, proposal):
    (line,) = desk.get(page_of(proposal)).context["lines"]
    assert (line.label, line.before, line.wanted) == ("Telephone", "0 4288 7001", "0 4288 7999")


def test_the_reason_of_the_office_is_read_at_the_desk(desk, proposal, officer):
    workflow.refuse(proposal, by=officer, reason="หมายเลขนี้ไม่มีผู้ใช้")
    page = desk.get(page_of(proposal)).content.decode()
    assert "หมายเลขนี้ไม่มีผู้ใช้" in page
    assert "not accepted" in page
    assert 'name="act"' not in page


def test_a_proposal_that_waits_is_withdrawn(desk, proposal):
    response = desk.post(page_of(proposal), {"act": "withdraw"}, follow=True)
    proposal.refresh_from_db()
    assert proposal.state == ProposalState.WITHDRAWN
    assert "Withdrawn. Nothing was changed." in response.content.decode()


def test_what_was_withdrawn_already_is_not_withdrawn_again(desk, proposal):
    desk.post(page_of(proposal), {"act": "withdraw"})
    response = desk.post(page_of(proposal), {"act": "withdraw"}, follow=True)
    assert "decided or withdrawn already" in response.content.decode()


def test_what_an_officer_decided_stays(desk, proposal, officer):
    workflow.refuse(proposal, by=officer, reason="หมายเลขนี้ไม่มีผู้ใช้")
    desk.post(page_of(proposal), {"act": "withdraw"})
    proposal.refresh_from_db()
    assert proposal.state == ProposalState.REFUSED


def test_looking_at_it_withdraws_nothing(desk, proposal):
    desk.get(page_of(proposal), {"act": "withdraw"})
    proposal.refresh_from_db()
    assert proposal.is_waiting


@pytest.mark.parametrize("data", [{}, {"act": "accept"}])
def test_there_is_no_other_act(desk, proposal, data):
    assert desk.post(page_of(proposal), data).status_code == 400
    proposal.refresh_from_db()
    assert proposal.is_waiting


def test_a_deputy_withdraws_what_a_deputy_may_propose(deputys_desk, proposal):
    deputys_desk.post(page_of(proposal), {"act": "withdraw"})
    proposal.refresh_from_db()
    assert proposal.state == ProposalState.WITHDRAWN


def test_a_deputy_withdraws_nothing_about_who_is_in_office(desk, deputys_desk):
    desk.post(f"{HOME}holders/begin/", newcomer())
    proposal = Proposal.objects.get()
    page = deputys_desk.get(page_of(proposal))
    assert 'value="withdraw"' not in page.content.decode()
    assert deputys_desk.post(page_of(proposal), {"act": "withdraw"}).status_code == 403
    proposal.refresh_from_db()
    assert proposal.is_waiting


def test_what_an_officer_entered_is_confirmed_by_whom_it_was_entered_for(
    na_duang, malee, desk, wichai
):
    proposal = propose_phone(na_duang, by=wichai, on_behalf_of=malee)
    assert "Entered by วิชัย on behalf of Malee" in desk.get(page_of(proposal)).content.decode()
    desk.post(page_of(proposal), {"act": "confirm"})
    proposal.refresh_from_db()
    assert proposal.confirmed_at is not None
    assert proposal.is_waiting
    again = desk.post(page_of(proposal), {"act": "confirm"}, follow=True)
    assert "There is nothing to confirm here any more." in again.content.decode()


def test_the_officer_confirms_nothing_for_the_manager(na_duang, malee, wichai):
    proposal = propose_phone(na_duang, by=wichai, on_behalf_of=malee)
    client = signed_in(wichai)
    act_for(client, malee, "0005")
    assert 'value="confirm"' not in client.get(page_of(proposal)).content.decode()
    client.post(page_of(proposal), {"act": "confirm"})
    proposal.refresh_from_db()
    assert proposal.confirmed_at is None


def test_a_deputy_confirms_nothing_for_the_manager(na_duang, malee, deputys_desk, wichai):
    proposal = propose_phone(na_duang, by=wichai, on_behalf_of=malee)
    deputys_desk.post(page_of(proposal), {"act": "confirm"})
    proposal.refresh_from_db()
    assert proposal.confirmed_at is None


def test_an_entry_that_is_wrong_is_withdrawn_instead(na_duang, malee, desk, wichai):
    proposal = propose_phone(na_duang, by=wichai, on_behalf_of=malee)
    desk.post(page_of(proposal), {"act": "withdraw"})
    proposal.refresh_from_db()
    assert proposal.state == ProposalState.WITHDRAWN


def test_what_an_officer_enters_at_the_desk_bears_both_names(na_duang, malee, wichai):
    client = signed_in(wichai)
    act_for(client, malee, "0005")
    client.post(f"{HOME}holders/begin/", newcomer())
    proposal = Proposal.objects.get()
    assert (proposal.made_by, proposal.on_behalf_of, proposal.owner) == (wichai, malee, malee)


def test_a_long_list_has_pages(na_duang, malee, desk):
    for number in range(27):
        proposal = propose_phone(na_duang, f"0 4288 80{number:02d}", by=malee)
        workflow.withdraw(proposal)
    assert len(desk.get(LIST).context["proposals"]) == 25
    assert len(desk.get(LIST, {"page": 2}).context["proposals"]) == 2


@pytest.mark.usefixtures("english")
def test_after_a_handover_in_between_nothing_is_proposed(na_duang, malee):
    """The page was open; the appointment ended before the proposal had its lock."""
    malee.person.appointments.update(ending=Ending.UNKNOWN)
    with pytest.raises(WorkflowError, match="no right"):
        propose_phone(na_duang, by=malee)
    assert not Proposal.objects.exists()
