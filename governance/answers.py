"""Answers are saved one by one, as they are given; two editors never overwrite each other unseen.

    saved = save(assessment, item, content, base=3, by=user)

`base` is the version that the editor had before the eyes (0: none yet). If somebody has changed
the item since, what was written is kept as a RivalAnswer, and one of the two has to be chosen.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from governance.models import Answer, Assessment, Item, RivalAnswer
from governance.states import WRITABLE, State
from loei_coop.common.errors import WorkflowError
from loei_coop.thai.django.dates import show_moment


class ItemLockedError(WorkflowError):
    """The item is not open for changes: not among those that were returned."""


@dataclass(frozen=True)
class Saved:
    """`rival` is set where the text was kept beside that of somebody else."""

    answer: Answer
    rival: RivalAnswer | None = None


@transaction.atomic
def save(
    assessment: Assessment,
    item: Item,
    content: Mapping[str, Any],
    *,
    base: int,
    by,
    on_behalf_of=None,
) -> Saved:
    """`content`: the names of AnswerContent.CONTENT, cleaned. Raises WorkflowError."""
    assessment = locked(assessment)
    check_open(assessment, item)
    authors = {"by": by, "on_behalf_of": on_behalf_of}
    stored = assessment.answers.select_for_update().filter(item=item).first()
    if stored is None:
        return Saved(add(assessment, item, content, **authors))
    if stored.version == base or stored.content == dict(content):
        return Saved(change(stored, content, **authors))
    return Saved(stored, keep_rival(assessment, item, content, **authors))


def locked(assessment: Assessment) -> Assessment:
    """The row as it is now. Two editors of one assessment wait for each other."""
    return (
        Assessment.objects.select_for_update(of=("self",))
        .select_related("round", "organization")
        .get(pk=assessment.pk)
    )


def check_open(assessment: Assessment, item: Item) -> None:
    if item.category.edition_id != assessment.round.edition_id:
        raise WorkflowError(_("This item is not part of this assessment."))
    check_writable(assessment)
    if assessment.state == State.RETURNED and item.pk not in returned_items(assessment):
        raise ItemLockedError(
            _("Only the items that were returned can be changed now. The others stay as sent.")
        )


def check_writable(assessment: Assessment) -> None:
    """Not handed in, and in time; what was returned may be answered after the closing time."""
    if assessment.state not in WRITABLE:
        raise WorkflowError(
            _("This assessment was submitted already. What was saved before is all there.")
        )
    if assessment.state == State.DRAFT and assessment.deadline <= timezone.now():
        sentence = _(
            "Assessments were taken until %(when)s. All that was saved before is still there. If "
            "there is a pressing reason, tell your promotion officer."
        )
        raise WorkflowError(sentence % {"when": show_moment(assessment.deadline)})


def returned_items(assessment: Assessment) -> set[int]:
    """Keys of the items of the latest return; empty if there is none to be answered."""
    latest = assessment.returns.filter(answered_at=None).last()
    return set(latest.items.values_list("item", flat=True)) if latest else set()


def add(assessment: Assessment, item: Item, content, *, by, on_behalf_of) -> Answer:
    return Answer.objects.create(
        assessment=assessment,
        item=item,
        changed_by=by,
        on_behalf_of=on_behalf_of,
        **dict(content),
    )


def change(answer: Answer, content, *, by, on_behalf_of) -> Answer:
    """The same once more only says that it was looked at."""
    is_same = answer.content == dict(content)
    if is_same and answer.is_confirmed:
        return answer
    for name, value in content.items():
        setattr(answer, name, value)
    answer.is_confirmed = True
    answer.version += 1
    answer.changed_at = timezone.now()
    answer.changed_by = by
    answer.on_behalf_of = on_behalf_of
    answer.save()
    return answer


def keep_rival(assessment: Assessment, item: Item, content, *, by, on_behalf_of) -> RivalAnswer:
    """Of one editor the latest text for an item is kept, not each keystroke's."""
    values = {"made_at": timezone.now(), **dict(content)}
    rival, _created = assessment.rival_answers.update_or_create(
        item=item, made_by=by, on_behalf_of=on_behalf_of, settled_at=None, defaults=values
    )
    return rival


@transaction.atomic
def settle(rival: RivalAnswer, *, content: Mapping[str, Any], by, on_behalf_of=None) -> Answer:
    """Somebody has seen both and decided: the answer gets `content`, all versions of that item
    that waited are settled."""
    assessment = locked(rival.assessment)
    check_open(assessment, rival.item)
    answer = assessment.answers.select_for_update().get(item=rival.item)
    waiting = assessment.rival_answers.filter(item=rival.item, settled_at=None)
    if not waiting.update(settled_at=timezone.now(), settled_by=by):
        raise WorkflowError(_("Somebody has chosen between the two already."))
    return change(answer, content, by=by, on_behalf_of=on_behalf_of)


def waiting_rivals(assessment: Assessment):
    return assessment.rival_answers.filter(settled_at=None).select_related(
        "item", "made_by", "on_behalf_of"
    )
