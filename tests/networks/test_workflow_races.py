"""What two people do with one proposal at the same moment: on a real database, with threads."""

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.contrib.auth import get_user_model
from django.db import connection

from loei_coop.common.errors import WorkflowError
from networks import workflow
from networks.models import Proposal
from tests.factories import make_organization, make_proposal

pytestmark = pytest.mark.django_db(transaction=True)

LOST = "refused"


def together(*acts):
    """What each act gave, or LOST."""
    start = threading.Barrier(len(acts), timeout=30)

    def run(act):
        try:
            start.wait()
            return act()
        except WorkflowError:
            return LOST
        finally:
            connection.close()

    with ThreadPoolExecutor(len(acts)) as threads:
        return list(threads.map(run, acts))


@pytest.fixture
def officers():
    users = get_user_model().objects
    return [users.create_superuser(name, password="x") for name in ("somsri", "wichai")]


@pytest.fixture
def proposal():
    organization = make_organization(code="0005", phone="0 4288 7001")
    malee = get_user_model().objects.create_user("malee")
    return make_proposal(organization, by=malee, wanted={"phone": "0 4288 7999"})


def copy_of(proposal):
    """As each officer's own request reads it."""
    return Proposal.objects.select_related("organization").get(pk=proposal.pk)


@pytest.mark.parametrize("attempt", range(3))
def test_of_two_who_accept_at_once_one_does(officers, proposal, attempt):
    first, second = copy_of(proposal), copy_of(proposal)
    results = together(
        lambda: workflow.accept_record(first, by=officers[0]),
        lambda: workflow.accept_record(second, by=officers[1]),
    )
    assert results.count(LOST) == 1
    proposal.refresh_from_db()
    assert proposal.decided_by == officers[results.index(LOST) - 1]
    assert proposal.organization.history.count() == 2


@pytest.mark.parametrize("attempt", range(3))
def test_of_accepting_and_refusing_at_once_one_holds_whole(officers, proposal, attempt):
    first, second = copy_of(proposal), copy_of(proposal)
    results = together(
        lambda: workflow.accept_record(first, by=officers[0]),
        lambda: workflow.refuse(second, by=officers[1], reason="หมายเลขนี้ไม่มีผู้ใช้"),
    )
    assert results.count(LOST) == 1
    proposal.refresh_from_db()
    proposal.organization.refresh_from_db()
    phone = "0 4288 7999" if results[1] == LOST else "0 4288 7001"
    assert proposal.organization.phone == phone
    assert proposal.state == ("accepted" if results[1] == LOST else "refused")


@pytest.mark.parametrize("attempt", range(3))
def test_of_accepting_and_withdrawing_at_once_one_holds_whole(officers, proposal, attempt):
    first, second = copy_of(proposal), copy_of(proposal)
    results = together(
        lambda: workflow.accept_record(first, by=officers[0]),
        lambda: workflow.withdraw(second),
    )
    assert results.count(LOST) == 1
    proposal.organization.refresh_from_db()
    phone = "0 4288 7999" if results[1] == LOST else "0 4288 7001"
    assert proposal.organization.phone == phone
