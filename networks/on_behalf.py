"""An officer enters something for a caller: for whom that can be, how it begins and ends.

Beginning and end stand in the log of the accounts with both names. It also ends by itself: after
`acting.SECONDS`, and with the right or the appointment it rests on; that is written when a page
notices it. With the sign-out it ends without a word of its own.
"""

from collections import defaultdict

from django.contrib.sessions.models import Session
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
    found = current(request)
    return found if found and found.organization == organization.code else None


def current(request) -> acting.Acting | None:
    """For whom the officer acts now, wherever. What ended by itself is written down."""
    found = acting.begun(request)
    if found is None:
        return None
    if why := why_ended(request, found):
        close(request, found, why)
        return None
    return found


def why_ended(request, found: acting.Acting) -> str:
    """Empty while it lasts."""
    if acting.is_over(request):
        return events.TIME_OVER
    organization = Organization.objects.filter(code=found.organization).first()
    may = permissions.may_act_for(request.user, organization) and found.user.is_active
    return "" if may and permissions.works_for(found.user, organization) else events.RIGHT_ENDED


def begin(request, *, user: User, organization: Organization, reason: str) -> None:
    """Whatever was begun before ends."""
    end(request)
    acting.begin(request, user=user, organization=organization.code, reason=reason)
    record(request, AccountEvent.Kind.ACTING_BEGUN, user, organization.code, reason)


def end(request) -> str | None:
    """The code of the organization; None if it had ended already."""
    found = current(request)
    if found is None or not close(request, found):
        return None
    return found.organization


@transaction.atomic
def close(request, found: acting.Acting, why: str = "") -> bool:
    """`why`: it ended by itself. False if another request of this session closed it before."""
    is_first = acting.KEY in locked_session(request)
    acting.end(request)
    if is_first:
        request.session.save()
        kind = AccountEvent.Kind.ACTING_ENDED
        record(request, kind, found.user, found.organization, why=why)
    return is_first


def locked_session(request) -> dict:
    """As it is stored now."""
    row = Session.objects.select_for_update().filter(pk=request.session.session_key).first()
    return row.get_decoded() if row else {}


def record(request, kind, user: User, *words: str, why: str = "") -> None:
    changes = [[events.ACTING, why, " · ".join(words)]]
    events.record(kind, user, made_by=request.user, request=request, changes=changes)
