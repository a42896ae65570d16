"""What the register and the networks wait for, as far as this officer may see it."""

from collections.abc import Iterator

from django.db.models import Count
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from loei_coop.common.todo import Task, Todo
from networks.checks import ORGANIZATION_CHECKS, SEAT_CHECKS, Check
from networks.models import AreaNetwork, Cooperative, FarmerGroup, Organization, SeatHolding


def todos(user) -> Iterator[Todo]:
    if may_see(user, SeatHolding):
        yield from (seat_todo(name, check) for name, check in SEAT_CHECKS.items() if check.hint)
    if may_see(user, AreaNetwork) and user.has_perm("networks.add_seatholding"):
        yield missing_seats()
    lists = [model for model in (Cooperative, FarmerGroup) if may_see(user, model)]
    if lists:
        for name, check in ORGANIZATION_CHECKS.items():
            if check.hint:
                yield organization_todo(name, check, lists)


def may_see(user, model) -> bool:
    name = model._meta.model_name
    return any(user.has_perm(f"networks.{action}_{name}") for action in ("view", "change"))


def changelist(model, query: str) -> str:
    return f"{reverse(f'admin:networks_{model._meta.model_name}_changelist')}?{query}"


def seat_todo(name: str, check: Check) -> Todo:
    count = check.rows(SeatHolding.objects.all()).order_by().count()
    task = Task(_("seats"), count, changelist(SeatHolding, f"now={name}"))
    title = _("Representatives: %(what)s") % {"what": check.label}
    return Todo(title, str(check.hint), [task])


def missing_seats() -> Todo:
    """Seats that no list can show: the ledger has no row for them yet."""
    tasks = [
        Task(
            str(network),
            network.missing_seats,
            reverse("admin:networks_areanetwork_seats", args=[network.pk]),
        )
        for network in AreaNetwork.objects.with_missing_seats()
    ]
    title = _("Representatives: seats that were never filled in")
    return Todo(title, _("Name a representative, or say that the seat is vacant."), tasks)


def organization_todo(name: str, check: Check, lists: list) -> Todo:
    """One question for both lists; each has a link of its own."""
    rows = check.rows(Organization.objects.all()).order_by()
    counts = dict(rows.values_list("kind").annotate(Count("pk")))
    tasks = [
        Task(
            capfirst(model._meta.verbose_name_plural),
            counts.get(model.ROWS["kind"], 0),
            changelist(model, f"check={name}"),
        )
        for model in lists
    ]
    title = _("Cooperatives and farmer groups: %(what)s") % {"what": check.label}
    return Todo(title, str(check.hint), tasks)
