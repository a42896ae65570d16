"""What those who came to a forum want to try at home, and how it becomes part of their plan."""

from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from governance import plans
from governance.comparing import item_results, items_by_code
from governance.models import Assessment, Forum, ForumPromise, ImprovementAction, Item, Topic
from governance.results import result_of_each
from governance.states import ForumState
from loei_coop.common.errors import WorkflowError
from networks.models import Organization


@transaction.atomic
def make(
    forum: Forum, organization: Organization, topic: Topic, *, text: str, by, on_behalf_of=None
) -> ForumPromise:
    """Of one that was at the forum. Raises WorkflowError."""
    plans.require_work(on_behalf_of or by, organization)
    if forum.state != ForumState.HELD:
        raise WorkflowError(_("This forum was not held yet."))
    if organization.forum_promises.filter(forum=forum, topic=topic, text=text).exists():
        raise WorkflowError(_("You have promised this already."))
    row = ForumPromise(
        forum=forum,
        organization=organization,
        topic=topic,
        text=text,
        made_by=by,
        on_behalf_of=on_behalf_of,
    )
    row.full_clean()
    row.save()
    return row


@transaction.atomic
def plan(
    promise: ForumPromise, assessment: Assessment, item: Item, *, by, on_behalf_of=None, **content
) -> ImprovementAction:
    """A line of the plan, with the forum as where it comes from."""
    promise = ForumPromise.objects.select_for_update(of=("self",)).with_names().get(pk=promise.pk)
    if promise.is_planned:
        raise WorkflowError(_("This is in your plan already."))
    action = plans.add(assessment, item, by=by, on_behalf_of=on_behalf_of, **content)
    promise.action = action
    promise.save(update_fields=["action"])
    return action


def suggestion(promise: ForumPromise, item: Item) -> dict:
    """With what the form of the line begins."""
    return {**plans.suggestion(item), "method": promise.text}


@transaction.atomic
def confirm_entry(promise: ForumPromise, *, by) -> None:
    """What an officer entered for a caller, by the person it was entered for."""
    rows = ForumPromise.objects.to_confirm_by(by).filter(pk=promise.pk)
    if not rows.update(confirmed_at=timezone.now()):
        raise WorkflowError(_("This entry does not wait for your confirmation."))


@dataclass(frozen=True)
class Choice:
    """An item for which the promise can be planned."""

    item: Item
    is_weak: bool
    is_on_topic: bool

    @property
    def is_near(self) -> bool:
        return self.is_weak or self.is_on_topic


def latest_assessment(organization: Organization, topic: Topic) -> Assessment | None:
    """By the standard of the topic, else by any; of what was handed in the last one."""
    rows = Assessment.objects.of_organization(organization).handed_in().with_names()
    rows = rows.filter(round__is_recorded=False).order_by("-round__fiscal_year", "-pk")
    own = rows.filter(round__edition__standard=topic.standard_id)
    return own.first() or rows.first()


def choices(assessment: Assessment, topic: Topic) -> list[Choice]:
    """The weak items first; of both those of the topic."""
    results = result_of_each([assessment])[assessment.pk]
    of_standard = topic.standard_id == assessment.round.edition.standard_id
    found = [
        Choice(
            row.item,
            row.is_weak,
            of_standard and row.item.category.number == topic.category_code,
        )
        for row in item_results(items_by_code(assessment), results)
    ]
    return sorted(found, key=lambda choice: (not choice.is_weak, not choice.is_on_topic))
