"""What apps tell of unfinished work, and how it moves."""

import pytest
from django.utils.translation import override

from networks.models import Proposal
from networks.open_work import OpenWork, Registry, of_organizations
from networks.proposed_work import WAITING
from tests.factories import make_organization
from tests.networks.offices import make_manager, propose

pytestmark = pytest.mark.django_db


@pytest.fixture
def manager():
    return make_manager()


@pytest.fixture
def registry():
    decided = OpenWork(
        rows=lambda user: Proposal.objects.filter(decided_by=user),
        describe=lambda number: f"{number} decided",
        owner="decided_by",
    )
    waiting = OpenWork(
        rows=lambda user: Proposal.objects.waiting().looked_after_by(user),
        describe=lambda number: f"{number} waiting",
    )
    return Registry([decided, waiting])


def test_it_is_told_as_far_as_there_is_any(registry, manager):
    propose(manager)
    propose(manager, Proposal.Kind.COUNTS)
    assert registry.told(manager.person.user) == ["2 waiting"]


def test_who_has_none_is_told_nothing(registry, officer):
    assert registry.told(officer) == []


def test_moving_changes_the_owner_of_what_is_open_and_nothing_else(registry, manager, officer):
    proposal, done = propose(manager), propose(manager, state="withdrawn")
    registry.move(manager.person.user, to=officer)
    proposal.refresh_from_db()
    done.refresh_from_db()
    assert (proposal.owner, proposal.made_by) == (officer, manager.person.user)
    assert done.owner == manager.person.user


def test_waiting_proposals_are_open_work_of_their_organization(manager):
    propose(manager)
    with override("en"):
        told = of_organizations.told(manager.organization, manager.person.user)
    assert WAITING in of_organizations.kinds
    assert told == ["1 proposal that waits for the office"]


def test_those_of_another_organization_are_not(manager):
    propose(manager)
    elsewhere = make_organization("สหกรณ์การเกษตรท่าลี่ จำกัด")
    assert of_organizations.told(elsewhere, manager.person.user) == []
