"""What a cooperative or farmer group proposes from its desk, and what becomes of it: the only
place that writes the state of a proposal.

Each function works in one transaction and raises WorkflowError with a sentence.
"""

from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from loei_coop.common.errors import WorkflowError
from loei_coop.common.history import current_change_set
from networks import permissions
from networks.models import HoldersConfirmation, Organization, Proposal
from networks.register import record_columns
from networks.register.office_holders import in_office_today
from networks.register.rows import check_standing, locked, save_checked
from networks.states import ProposalState

NOT_WAITING = gettext_lazy("This proposal was decided or withdrawn already.")
OF_PERSONS = Proposal.OF_PERSONS


@transaction.atomic
def propose_record(
    organization: Organization, *, kind: str, changed: Organization, by, on_behalf_of=None, note=""
) -> Proposal:
    """`changed`: the row with the values wanted, unsaved."""
    (present,) = locked(organization)
    # Asked again under the lock: a handover may have come in between.
    if not permissions.works_for(on_behalf_of or by, organization):
        raise WorkflowError(_("You have no right to take this step."))
    before, wanted = record_columns.differences(kind, present, changed)
    if not wanted:
        raise WorkflowError(_("Nothing differs from the record, so nothing was sent."))
    refuse_second(organization, kind)
    return create(
        organization, kind=kind, wanted=wanted, before=before, by=by, for_=on_behalf_of, note=note
    )


@transaction.atomic
def propose_person(
    organization: Organization, *, kind: str, wanted: dict[str, Any], by, on_behalf_of=None, note=""
) -> Proposal:
    """`wanted`: of BEGINS and DEPUTY title, first_name, last_name, position, phone, starts_on;
    of ENDS appointment (its key) and ends_on. Days as ISO text."""
    locked(organization)
    if not permissions.leads(on_behalf_of or by, organization):
        sentence = _("Only the manager, the chair or the person responsible can propose this.")
        raise WorkflowError(sentence)
    refuse_the_same(organization, kind, wanted)
    return create(organization, kind=kind, wanted=wanted, by=by, for_=on_behalf_of, note=note)


def refuse_second(organization: Organization, kind: str) -> None:
    """Of one kind one proposal waits at a time: two would overwrite each other."""
    if organization.proposals.waiting().filter(kind=kind).exists():
        sentence = _(
            "A proposal of this kind waits for the office already. Withdraw it first, then send "
            "the new one."
        )
        raise WorkflowError(sentence)


def refuse_the_same(organization: Organization, kind: str, wanted: dict[str, Any]) -> None:
    """A second click; of persons several proposals may wait beside each other."""
    waiting = organization.proposals.waiting().filter(kind=kind)
    if any(proposal.wanted == wanted for proposal in waiting):
        raise WorkflowError(_("This was sent already and waits for the office."))


def create(organization, *, kind, wanted, by, for_, note, before=None) -> Proposal:
    return Proposal.objects.create(
        organization=organization,
        kind=kind,
        wanted=wanted,
        before=before or {},
        note=note,
        made_by=by,
        on_behalf_of=for_,
        owner=for_ or by,
    )


@transaction.atomic
def withdraw(proposal: Proposal) -> None:
    move(proposal, ProposalState.WITHDRAWN)


@transaction.atomic
def refuse(proposal: Proposal, *, by, reason: str) -> None:
    check_may_decide(proposal, by)
    if not reason.strip():
        raise WorkflowError(_("Give the reason: the organization reads it."))
    move(proposal, ProposalState.REFUSED, by=by, reason=reason)


@transaction.atomic
def accept_record(proposal: Proposal, *, by) -> Organization:
    """Writes the values wanted into the record; raises ValidationError where they break a rule
    of the register by now."""
    check_may_decide(proposal, by)
    (organization,) = locked(proposal.organization)
    check_standing(organization)
    save_checked(record_columns.apply(organization, proposal.wanted))
    move(proposal, ProposalState.ACCEPTED, by=by, change_set=current_change_set())
    return organization


@transaction.atomic
def accept_person(proposal: Proposal, *, by) -> None:
    """After the act that it asks for was done, in the same transaction."""
    check_may_decide(proposal, by)
    move(proposal, ProposalState.ACCEPTED, by=by, change_set=current_change_set())


def check_may_decide(proposal: Proposal, by) -> None:
    if not permissions.may_decide(by, proposal):
        raise WorkflowError(_("You cannot decide on this proposal: a colleague has to."))


def check_waiting(proposal: Proposal) -> None:
    if not proposal.is_waiting:
        raise WorkflowError(str(NOT_WAITING))


def move(proposal: Proposal, state: ProposalState, *, by=None, reason="", change_set=None) -> None:
    """From waiting to `state`, unless somebody was faster."""
    decided = {"decided_by": by, "decided_at": timezone.now()} if by else {}
    values = {"state": state, "decision_reason": reason, "change_set": change_set, **decided}
    if not Proposal.objects.waiting().filter(pk=proposal.pk).update(**values):
        raise WorkflowError(str(NOT_WAITING))
    proposal.refresh_from_db()


@transaction.atomic
def confirm_holders(
    organization: Organization, *, meeting_on, by, on_behalf_of=None
) -> HoldersConfirmation:
    """The list as it stands today was right after the general meeting of that day."""
    locked(organization)
    if not permissions.leads(on_behalf_of or by, organization):
        sentence = _("Only the manager, the chair or the person responsible can confirm the list.")
        raise WorkflowError(sentence)
    row = HoldersConfirmation(
        organization=organization,
        meeting_on=meeting_on,
        holders=in_office_today(organization),
        made_by=by,
        on_behalf_of=on_behalf_of,
    )
    save_checked(row)
    return row


def confirm_entry(row, *, by) -> None:
    """Of an AuthoredModel: the person for whom an officer entered it has looked at it."""
    own = type(row).objects.to_confirm_by(by).filter(pk=row.pk)
    if not own.update(confirmed_at=timezone.now()):
        raise WorkflowError(_("There is nothing to confirm here any more."))
