"""Who may what in the register and the networks: rights follow the records.

Whoever holds an appointment, a seat or an office of the committee today works there; what officers
may follows from their groups. Every right ends with what it rests on, at the next click.
"""

import rules

from networks.models import (
    Appointment,
    AreaNetwork,
    CommitteeMember,
    CommitteeTerm,
    Organization,
    SeatHolding,
)

DECIDE = "networks.decide_proposal"
ACT_FOR = "networks.act_for_organization"


@rules.predicate
def works_for(user, organization) -> bool:
    """As manager, person responsible, member of the board or deputy."""
    own = Appointment.objects.giving_access().of_user(user)
    return own.filter(organization=organization).exists()


@rules.predicate
def leads(user, organization) -> bool:
    """Speaks for it: names deputies, confirms lists, proposes who is in office. A deputy or a
    plain member of the board does not."""
    own = Appointment.objects.giving_access().of_user(user)
    return own.leading().filter(organization=organization).exists()


@rules.predicate
def represents(user, network) -> bool:
    return SeatHolding.objects.giving_access().filter(holder__user=user, network=network).exists()


@rules.predicate
def is_officer(user) -> bool:
    return user.is_active and user.is_staff


@rules.predicate
def has_right_to_decide(user) -> bool:
    return user.has_perm(DECIDE)


@rules.predicate
def has_right_to_act_for(user) -> bool:
    return user.has_perm(ACT_FOR)


@rules.predicate
def is_not_its_author(user, proposal) -> bool:
    """Whoever has an interest in it leaves the decision to a colleague. Having written it down for
    a caller is no such interest."""
    return not works_for(user, proposal.organization)


@rules.predicate
def may_withdraw(user, proposal) -> bool:
    """Whoever could have made it: of who is in office only who leads."""
    may_have_made_it = leads if proposal.is_of_a_person else works_for
    return may_have_made_it(user, proposal.organization)


@rules.predicate
def may_change_appointments(user) -> bool:
    return user.has_perm("networks.change_appointment")


@rules.predicate
def leads_where_the_deputy_works(user, deputy) -> bool:
    return leads(user, deputy.organization)


@rules.predicate
def is_the_deputy(user, deputy) -> bool:
    return deputy.person.user_id == user.pk


may_end_deputy = leads_where_the_deputy_works | is_the_deputy | is_officer & may_change_appointments
may_decide_at_all = is_officer & has_right_to_decide
may_decide = may_decide_at_all & is_not_its_author
# Of a user and the organization: nobody acts for a colleague of their own.
may_act_for_some = is_officer & has_right_to_act_for
may_act_for = may_act_for_some & ~works_for


def organizations_of(user):
    """Those that the user works for today."""
    own = Appointment.objects.giving_access().of_user(user)
    return Organization.objects.filter(pk__in=own.values("organization"))


def networks_of(user):
    """Those that the user represents today."""
    own = SeatHolding.objects.giving_access().filter(holder__user=user)
    return AreaNetwork.objects.filter(pk__in=own.order_by().values("network"))


def committee_terms_of(user):
    """The term of the committee of today, if the user serves it as chair or secretary."""
    own = CommitteeMember.objects.giving_access().filter(person__user=user)
    return CommitteeTerm.objects.filter(pk__in=own.values("term"))
