"""The organization's plan of improvement: lines from items below their targets.

`beside(assessment)` lays the plan beside next year's form, item by item, with the score before and
now.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from governance.comparing import items_by_code, shares_of
from governance.models import Assessment, ImprovementAction, Item
from governance.results import result_of_each
from governance.states import HANDED_IN
from loei_coop.common.errors import WorkflowError
from networks import permissions
from networks.models import Organization

# What the organization writes.
CONTENT = ("target", "method", "indicator", "responsible", "due_on", "budget")
PROGRESS = ("progress", "result")


@dataclass(frozen=True)
class PlanLine:
    """`before`: the share on which the action rests; `now`: in the form beside which it stands."""

    action: ImprovementAction
    before: Decimal | None
    now: Decimal | None


@transaction.atomic
def add(assessment: Assessment, item: Item, *, by, on_behalf_of=None, **content):
    """A line for an item of what was handed in. Raises WorkflowError."""
    require_work(on_behalf_of or by, assessment.organization)
    if assessment.state not in HANDED_IN:
        raise WorkflowError(_("A plan follows once the assessment is handed in."))
    if item.category.edition_id != assessment.round.edition_id:
        raise WorkflowError(_("This item is not part of this assessment."))
    row = ImprovementAction(
        organization=assessment.organization,
        assessment=assessment,
        item=item,
        made_by=by,
        on_behalf_of=on_behalf_of,
        **content,
    )
    row.full_clean()
    row.save()
    return row


@transaction.atomic
def change(action: ImprovementAction, *, by, on_behalf_of=None, **content) -> None:
    """What is planned, or how far it is: only the names given are changed."""
    require_work(on_behalf_of or by, action.organization)
    for name, value in content.items():
        setattr(action, name, value)
    action.full_clean()
    update_standing(action, **content)


@transaction.atomic
def remove(action: ImprovementAction, *, by, on_behalf_of=None) -> None:
    """From the plan; the row stays."""
    require_work(on_behalf_of or by, action.organization)
    update_standing(action, removed_at=timezone.now())


@transaction.atomic
def confirm_entry(action: ImprovementAction, *, by) -> None:
    """What an officer entered for a caller, by the person it was entered for."""
    rows = ImprovementAction.objects.standing().to_confirm_by(by).filter(pk=action.pk)
    if not rows.update(confirmed_at=timezone.now()):
        raise WorkflowError(_("This entry does not wait for your confirmation."))


def update_standing(action: ImprovementAction, **values) -> None:
    if not ImprovementAction.objects.standing().filter(pk=action.pk).update(**values):
        raise WorkflowError(_("This line was removed from the plan meanwhile."))
    action.refresh_from_db()


def require_work(user, organization: Organization) -> None:
    if not permissions.works_for(user, organization):
        raise WorkflowError(_("You have no right to take this step."))


def plan_of(organization: Organization):
    """Its standing lines, the next due first, those that are done last."""
    rows = organization.improvement_actions.standing().with_authors()
    rows = rows.select_related("item__category", "assessment__round", "promise__forum")
    rows = rows.order_by("due_on", "pk")
    return sorted(rows, key=lambda row: row.is_done)


def planned_items(assessment: Assessment) -> set[int]:
    """Keys of the items for which the plan has a line."""
    rows = assessment.improvement_actions.standing()
    return set(rows.values_list("item", flat=True))


def beside(assessment: Assessment) -> dict[int, list[PlanLine]]:
    """{key of an item of this form: the lines planned for it before}. Items are told by their
    codes, as editions differ. The same queries for any number of lines."""
    actions = list(earlier_actions(assessment))
    if not actions:
        return {}
    before = shares_before(actions)
    items = {code: item.pk for code, item in items_by_code(assessment).items()}
    now = dict(assessment.answers.values_list("item__code", "share"))
    found: dict[int, list[PlanLine]] = {}
    for action in actions:
        code = action.item.code
        if code in items:
            line = PlanLine(action, before[action.assessment_id].get(code), now.get(code))
            found.setdefault(items[code], []).append(line)
    return found


def earlier_actions(assessment: Assessment):
    rows = ImprovementAction.objects.standing().filter(
        organization=assessment.organization_id,
        assessment__round__edition__standard=assessment.round.edition.standard_id,
        assessment__round__fiscal_year__lt=assessment.round.fiscal_year,
    )
    return rows.select_related("item", "assessment__round__edition").order_by("due_on", "pk")


def shares_before(actions: Iterable[ImprovementAction]) -> dict[int, dict[str, Decimal | None]]:
    assessments = {action.assessment_id: action.assessment for action in actions}
    return {key: shares_of(row) for key, row in result_of_each(assessments.values()).items()}


def suggestion(item: Item) -> dict:
    """With what the form of a new line begins."""
    percent = Decimal(100) if item.target is None else item.target
    values = {"item": item.local_name, "percent": f"{percent.normalize():f}"}
    sentence = _("%(item)s: at least %(percent)s percent of the points") % values
    return {"target": sentence[: ImprovementAction._meta.get_field("target").max_length]}
