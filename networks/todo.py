"""What the register and the networks wait for: an officer, as far as the rights go, and the desk of
a cooperative or farmer group."""

from collections.abc import Iterator

from django.db.models import Count
from django.urls import reverse
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from loei_coop.common.todo import Card, Task, Todo, Tone
from loei_coop.thai.django.dates import show_day
from networks import permissions
from networks.checks import ORGANIZATION_CHECKS, SEAT_CHECKS, Check
from networks.general_meetings import Confirmation, confirmation_state
from networks.models import (
    AreaNetwork,
    Cooperative,
    FarmerGroup,
    HoldersConfirmation,
    Organization,
    Proposal,
    SeatHolding,
)


def todos(user) -> Iterator[Todo]:
    if may_see(user, SeatHolding):
        yield from (seat_todo(name, check) for name, check in SEAT_CHECKS.items() if check.hint)
    if may_see(user, AreaNetwork) and user.has_perm("networks.add_seatholding"):
        yield missing_seats()
    if permissions.may_decide_at_all(user) and may_see(user, Proposal):
        yield proposals_waiting(user)
    if permissions.may_act_for_some(user):
        yield entries_to_confirm(user)
    lists = [model for model in (Cooperative, FarmerGroup) if may_see(user, model)]
    if lists:
        for name, check in ORGANIZATION_CHECKS.items():
            if check.hint:
                yield organization_todo(name, check, lists)


def proposals_waiting(user) -> Todo:
    waiting = Proposal.objects.waiting()
    mine = waiting.promoted_by(user).count()
    return Todo(
        _("Proposals of cooperatives and farmer groups"),
        _("Nothing changes in the register before they are accepted."),
        [
            Task(_("that I promote"), mine, changelist(Proposal, "decision=waiting&mine=yes")),
            Task(_("all"), waiting.count(), changelist(Proposal, "decision=waiting")),
        ],
    )


def entries_to_confirm(user) -> Todo:
    tasks = [
        Task(
            capfirst(model._meta.verbose_name_plural),
            model.objects.to_confirm().count(),
            changelist(model, "to_confirm=yes"),
        )
        for model in (Proposal, HoldersConfirmation)
        if may_see(user, model)
    ]
    hint = _("The person it was entered for is asked on the desk. Remind them when they call.")
    return Todo(_("Entered on behalf and not yet confirmed"), hint, tasks)


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


def desk_todos(desk) -> Iterator[Card]:
    """`desk` has `organization`, `actor` (who is signed in) and `leads`."""
    code = desk.organization.code
    for row in own_entries(desk.organization.proposals, desk):
        yield entry_card(row, row.get_kind_display(), "desk:proposal", code, row.pk)
    if desk.leads:
        yield from about_the_list(desk)


def about_the_list(desk) -> Iterator[Card]:
    """Of office holders."""
    for row in own_entries(desk.organization.holders_confirmations, desk):
        what = _("list of office holders")
        yield entry_card(row, what, "desk:holders-confirm", desk.organization.code)
    if card := list_to_confirm(desk.organization):
        yield card


def own_entries(rows, desk):
    """What an officer entered for whoever is signed in."""
    return rows.to_confirm_by(desk.actor).with_authors()


def entry_card(row, what: str, page: str, *arguments) -> Card:
    sentence = _("%(authorship)s. Please check and confirm.") % {"authorship": row.authorship}
    return Card(capfirst(what), sentence, reverse(page, args=arguments), Tone.NOW)


def list_to_confirm(organization: Organization) -> Card | None:
    """Of office holders, after the general meeting of the year."""
    last = organization.holders_confirmations.latest_first().first()
    state = confirmation_state(
        last and last.meeting_on,
        year_end=organization.accounting_year_end,
        today=timezone.localdate(),
    )
    if state == Confirmation.DONE:
        return None
    tone = Tone.NOW if state == Confirmation.OVERDUE else Tone.SOON
    address = reverse("desk:holders-confirm", args=[organization.code])
    return Card(_("Confirm the list of office holders"), since(last), address, tone)


def since(last) -> str:
    if last is None:
        return _("After each general meeting, say that the list is right. It was not done so far.")
    sentence = _(
        "After each general meeting, say that the list is right. Last done for the meeting of "
        "%(day)s."
    )
    return sentence % {"day": show_day(last.meeting_on)}
