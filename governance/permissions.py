"""Who may what with assessments, awards and what is learnt from one another.

The organization's own people follow from their appointments (`networks.permissions`); officers from
their groups. Whoever entered answers, or works for the organization, takes no part in judging it.
"""

import rules
from django.db.models import Q

from governance.models import Assessment, Award, Practice
from governance.states import REVIEWABLE, WRITABLE, State
from networks.permissions import is_officer, leads, organizations_of, works_for

REVIEW = "governance.review_assessment"
CONFIRM = "governance.confirm_assessment"
MANAGE = "governance.manage_assessment"
ANNOUNCE = "governance.add_announcement"
GRANT = "governance.add_award"
CHANGE_AWARD = "governance.change_award"
VIEW_AWARD = "governance.view_award"
PROPOSE = "governance.add_practice"
SELECT = "governance.change_practice"
VIEW_PRACTICE = "governance.view_practice"
ARRANGE = "governance.change_forum"


def entered_answers(user, assessment: Assessment) -> bool:
    """For the organization, in own name or for a caller."""
    return Assessment.objects.filter(pk=assessment.pk).entered_by(user).exists()


def involving(user):
    """The assessments in whose judging the user takes no part: the opposite of is_uninvolved."""
    own = Assessment.objects.filter(organization__in=organizations_of(user))
    entered = Assessment.objects.entered_by(user)
    return Assessment.objects.filter(Q(pk__in=own.values("pk")) | Q(pk__in=entered.values("pk")))


@rules.predicate
def is_uninvolved(user, assessment: Assessment) -> bool:
    return not (works_for(user, assessment.organization) or entered_answers(user, assessment))


@rules.predicate
def has_right_to_review(user) -> bool:
    return user.has_perm(REVIEW)


@rules.predicate
def has_right_to_confirm(user) -> bool:
    return user.has_perm(CONFIRM)


@rules.predicate
def has_right_to_manage(user) -> bool:
    """Rounds, extensions, paper forms."""
    return user.has_perm(MANAGE)


@rules.predicate
def has_right_to_announce(user) -> bool:
    return user.has_perm(ANNOUNCE)


@rules.predicate
def is_of_the_organization(user, assessment: Assessment) -> bool:
    return works_for(user, assessment.organization)


@rules.predicate
def leads_the_organization(user, assessment: Assessment) -> bool:
    return leads(user, assessment.organization)


@rules.predicate
def is_writable(user, assessment: Assessment) -> bool:
    return assessment.state in WRITABLE


@rules.predicate
def is_reviewable(user, assessment: Assessment) -> bool:
    return assessment.state in REVIEWABLE


@rules.predicate
def is_reviewed(user, assessment: Assessment) -> bool:
    return assessment.state == State.REVIEWED


@rules.predicate
def has_right_to_grant(user) -> bool:
    return user.has_perm(GRANT)


@rules.predicate
def has_right_to_change_awards(user) -> bool:
    return user.has_perm(CHANGE_AWARD)


@rules.predicate
def has_right_to_view_awards(user) -> bool:
    return user.has_perm(VIEW_AWARD)


@rules.predicate
def is_of_the_awarded(user, award: Award) -> bool:
    return works_for(user, award.organization)


@rules.predicate
def is_announced_award(user, award: Award) -> bool:
    return award.is_public


@rules.predicate
def has_right_to_propose(user) -> bool:
    return user.has_perm(PROPOSE)


@rules.predicate
def has_right_to_select(user) -> bool:
    return user.has_perm(SELECT)


@rules.predicate
def has_right_to_view_practices(user) -> bool:
    return user.has_perm(VIEW_PRACTICE)


@rules.predicate
def has_right_to_arrange(user) -> bool:
    """Learning forums."""
    return user.has_perm(ARRANGE)


@rules.predicate
def is_of_the_host(user, practice: Practice) -> bool:
    return works_for(user, practice.organization)


@rules.predicate
def leads_the_host(user, practice: Practice) -> bool:
    return leads(user, practice.organization)


may_fill_in = is_of_the_organization & is_writable
# The board's resolution goes with it: a deputy fills in, the manager or the chair submits.
may_submit = leads_the_organization & is_writable
may_look_into = is_officer & has_right_to_review & is_uninvolved
may_review = may_look_into & is_reviewable
may_judge = is_officer & has_right_to_confirm & is_uninvolved
may_confirm = may_judge & is_reviewed
# A whole round at one moment: nobody is judged by it.
may_announce = is_officer & has_right_to_announce
may_manage = is_officer & has_right_to_manage
# One assessment: never that of an organization that the officer works for.
may_manage_it = may_manage & ~is_of_the_organization
may_decide = may_manage & is_uninvolved
# Its evidence, from the office.
may_open_evidence = may_look_into
# Awards: nobody grants or moves one of an organization that they work for.
may_grant = is_officer & has_right_to_grant
may_grant_to = may_grant & ~works_for
may_change_award = is_officer & has_right_to_change_awards & ~is_of_the_awarded
# Before the announcement on paper for officers only.
may_see_award = is_officer & has_right_to_view_awards
may_print_award = may_see_award | is_of_the_awarded & is_announced_award
# Learning from one another: whoever works for the host takes no part in selecting it.
may_propose_at_all = is_officer & has_right_to_propose
may_propose_for = may_propose_at_all & ~works_for
may_select = is_officer & has_right_to_select & ~is_of_the_host
may_suggest = is_officer & has_right_to_view_practices
# Host or office: a proposal is given up, what was shared is taken back.
may_give_up = leads_the_host | may_select
may_arrange = is_officer & has_right_to_arrange
