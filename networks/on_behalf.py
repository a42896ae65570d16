"""An officer enters something for a caller: for whom that can be, how it begins and ends.

Beginning and end stand in the log of the accounts with both names. It also ends without a word:
with the sign-out, after `acting.SECONDS`, and with the right or the appointment it rests on.
"""

from collections import defaultdict

from django.db import transaction
from django.utils.translation import gettext as _

from loei_coop.accounts import events
from loei_coop.accounts.models import AccountEvent, User
from loei_coop.common import acting
from networks import access, permissions
from networks.models import Organization, Person


def callers(organization: Organization) -> dict[Person, list[str]]:
    """{who works for it today: the posts}"""
    found = defaultdict(list)
    today = organization.appointments.giving_access().with_names()
    for row in today.select_related("person__user"):
        found[row.person].append(row.post_on_own_page)
    return dict(found)


def why_not(caller: Person) -> str:
    """Why nobody can act for this person; empty if one can."""
    if caller.user and not caller.user.is_active:
        return _("The account of %(person)s is closed.") % {"person": caller}
    return ""


@transaction.atomic
def account_of(caller: Person, organization: Organization) -> User:
    """Made if it is missing."""
    return access.account_for(caller, stem=organization.code)


def acting_at(request, organization: Organization) -> acting.Acting | None:
    """For whom the officer acts there now: as long as both have the right to it."""
    found = acting.current(request)
    if found is None or found.organization != organization.code:
        return None
    may = permissions.may_act_for(request.user, organization)
    return found if may and permissions.works_for(found.user, organization) else None


def begin(request, *, user: User, organization: Organization, reason: str) -> None:
    """Whatever was begun before ends."""
    end(request)
    acting.begin(request, user=user, organization=organization.code, reason=reason)
    record(request, AccountEvent.Kind.ACTING_BEGUN, user, organization.code, reason)


def end(request) -> str | None:
    """The code of the organization; None if it had ended already."""
    found = acting.current(request)
    acting.end(request)
    if found is None:
        return None
    record(request, AccountEvent.Kind.ACTING_ENDED, found.user, found.organization)
    return found.organization


def record(request, kind, user: User, *words: str) -> None:
    changes = [[events.ACTING, "", " · ".join(words)]]
    events.record(kind, user, made_by=request.user, request=request, changes=changes)
