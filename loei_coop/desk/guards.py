"""Who gets to which page of the desk: whoever works there today; for everybody else it does not
exist. An officer gets there only while acting for somebody who works there."""

from dataclasses import dataclass
from functools import cached_property, wraps

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from loei_coop.common.errors import NotFound
from loei_coop.common.history import recording
from loei_coop.common.models import ChangeSet
from networks import on_behalf, permissions
from networks.models import AreaNetwork, Organization


@dataclass(frozen=True)
class Desk:
    """`actor` is signed in; `on_behalf_of` is for whom an officer acts, else None; `reason`: how
    that person asked for it."""

    organization: Organization
    actor: object
    on_behalf_of: object = None
    reason: str = ""

    @property
    def person(self):
        """Whose desk it is."""
        return self.on_behalf_of or self.actor

    @cached_property
    def leads(self) -> bool:
        return permissions.leads(self.person, self.organization)

    @property
    def authors(self) -> dict:
        return {"by": self.actor, "on_behalf_of": self.on_behalf_of}

    @property
    def change_set(self) -> dict:
        """Who a change of the register is by, as `recording` takes it."""
        authors = {"made_by": lambda: self.actor, "on_behalf_of": self.on_behalf_of}
        return {**authors, "reason": self.reason}

    def may_withdraw(self, proposal) -> bool:
        return permissions.may_withdraw(self.person, proposal)

    def may_confirm(self, entry) -> bool:
        """What an officer entered is confirmed by the person it was entered for, nobody else."""
        return entry.waits_for_confirmation and entry.on_behalf_of == self.actor


def private(view):
    """For whoever is signed in; nothing on the way may keep it."""
    return never_cache(login_required(view))


def desk_page(view):
    """view(request, desk, ...) behind an address with the code of an organization. What it
    changes is one act of the desk."""

    @private
    @wraps(view)
    def guarded(request, code, **kwargs):
        desk = desk_of(request, code)
        with recording(ChangeSet.Source.DESK, **desk.change_set):
            return view(request, desk, **kwargs)

    return guarded


def leaders_page(view):
    """A desk_page that only who leads the organization opens; a colleague gets 403."""

    @desk_page
    @wraps(view)
    def guarded(request, desk, **kwargs):
        if not desk.leads:
            raise PermissionDenied
        return view(request, desk, **kwargs)

    return guarded


def network_page(view):
    """view(request, network) for its representatives of today."""

    @private
    @wraps(view)
    def guarded(request, number):
        network = AreaNetwork.objects.filter(number=number).first()
        if network is None or not permissions.represents(request.user, network):
            raise not_among_your_tasks()
        return view(request, network)

    return guarded


def committee_page(view):
    """view(request, term) for chair and secretary of the committee of today."""

    @private
    @wraps(view)
    def guarded(request):
        term = permissions.committee_terms_of(request.user).first()
        if term is None:
            raise not_among_your_tasks()
        return view(request, term)

    return guarded


def desk_of(request, code: str) -> Desk:
    """Raises NotFound for whoever does not work there today."""
    organization = Organization.objects.with_place().filter(code=code).first()
    if organization is None:
        raise not_among_your_tasks()
    if acting := on_behalf.acting_at(request, organization):
        return Desk(organization, request.user, acting.user, acting.reason)
    if permissions.works_for(request.user, organization):
        return Desk(organization, request.user)
    raise not_among_your_tasks()


def not_among_your_tasks() -> NotFound:
    return NotFound(
        _(
            "This page is not among your tasks. If your appointment has ended or was handed over, "
            "ask the office."
        )
    )


def row_of(rows: QuerySet, number: int):
    """That row of the organization's own, or NotFound: another one's is told from none by
    nobody."""
    row = rows.filter(pk=number).first()
    if row is None:
        raise not_among_your_tasks()
    return row
