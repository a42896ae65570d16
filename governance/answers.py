"""Answers are saved one by one, as they are given; two editors never overwrite each other unseen.

    saved = save(assessment, item, content, base=3, by=user)

`base` is the version that the editor had before the eyes (0: none yet). If somebody has changed
the item since, what was written is kept as a RivalAnswer, and one of the two has to be chosen.
On a weak line a save may arrive whose acknowledgement does not: `sent_before` are the contents
that the editor sent in vain, so that nobody is asked to choose between own words.
"""

import hashlib
import json
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from governance.models import Answer, Assessment, Item, ReturnedItem, RivalAnswer
from governance.states import WRITABLE, State
from loei_coop.common.errors import WorkflowError
from loei_coop.thai.django.dates import show_moment
from networks.permissions import is_officer


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
    sent_before: Collection[Mapping[str, Any]] = (),
) -> Saved:
    """`content`: the names of AnswerContent.CONTENT, cleaned. Raises WorkflowError."""
    assessment = locked(assessment)
    check_open(assessment, item, by=by)
    authors = {"by": by, "on_behalf_of": on_behalf_of}
    stored = assessment.answers.select_for_update().filter(item=item).first()
    if stored is None:
        return Saved(add(assessment, item, content, **authors))
    if stored.version == base or stored.content in [dict(content), *sent_before]:
        return Saved(change(stored, content, **authors))
    return Saved(stored, keep_rival(assessment, item, content, **authors))


def locked(assessment: Assessment) -> Assessment:
    """The row as it is now. Two editors of one assessment wait for each other."""
    return (
        Assessment.objects.select_for_update(of=("self",))
        .select_related("round", "organization")
        .get(pk=assessment.pk)
    )


def check_open(assessment: Assessment, item: Item, *, by) -> None:
    if item.category.edition_id != assessment.round.edition_id:
        raise WorkflowError(_("This item is not part of this assessment."))
    check_writable(assessment, by=by)
    if assessment.state == State.RETURNED and item.pk not in returned_items(assessment):
        raise ItemLockedError(
            _("Only the items that were returned can be changed now. The others stay as sent.")
        )


def check_writable(assessment: Assessment, *, by) -> None:
    if sentence := why_closed(assessment, by=by):
        raise WorkflowError(sentence)


def why_closed(assessment: Assessment, *, by) -> str:
    """Why nothing can be written now; empty if it can. What was returned may be answered after
    the closing time, and an officer enters a paper form that came in time."""
    if assessment.state not in WRITABLE:
        sentence = _(
            "The assessment is “%(state)s”, so nothing can be changed now. What was saved before "
            "is all there."
        )
        return sentence % {"state": assessment.get_state_display()}
    came_in_time = assessment.received_on is not None and is_officer(by)
    if assessment.state != State.DRAFT or came_in_time or assessment.deadline > timezone.now():
        return ""
    sentence = _(
        "Assessments were taken until %(when)s. All that was saved before is still there. If "
        "there is a pressing reason, tell your promotion officer."
    )
    return sentence % {"when": show_moment(assessment.deadline)}


def returned_items(assessment: Assessment) -> set[int]:
    """Keys of the items of the latest return; empty if there is none to be answered."""
    return set(returned_rows(assessment).values_list("item", flat=True))


def returned_rows(assessment: Assessment):
    """What the reviewer asks for, with reason and the answer as it was."""
    waiting = assessment.returns.filter(answered_at=None)
    return ReturnedItem.objects.filter(of_return__in=waiting)


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
def settle(
    assessment: Assessment,
    item: Item,
    *,
    content: Mapping[str, Any],
    seen: str,
    by,
    on_behalf_of=None,
) -> Answer:
    """Somebody has seen all versions and decided: the answer gets `content`. `seen`: the mark of
    what the decision was about; a text that came later is never settled unseen."""
    assessment = locked(assessment)
    check_open(assessment, item, by=by)
    answer, rivals = versions(assessment, item)
    if not rivals:
        raise WorkflowError(_("Somebody has chosen between the two already."))
    if seen != mark(answer, rivals):
        raise WorkflowError(
            _("Something else was written here meanwhile. Look at it, then choose.")
        )
    waiting_rivals(assessment).filter(item=item).update(settled_at=timezone.now(), settled_by=by)
    return change(answer, content, by=by, on_behalf_of=on_behalf_of)


def versions(assessment: Assessment, item: Item) -> tuple[Answer | None, list[RivalAnswer]]:
    """The answer as it stands, and what was written beside it."""
    answer = assessment.answers.with_authors().filter(item=item).first()
    return answer, list(waiting_rivals(assessment).filter(item=item))


def waiting_rivals(assessment: Assessment):
    return assessment.rival_answers.filter(settled_at=None).select_related(
        "item__category", "made_by", "on_behalf_of"
    )


def mark(answer: Answer, rivals: Iterable[RivalAnswer]) -> str:
    """Tells whether there is anything that was not there before."""
    return digest([answer.version, [[rival.pk, rival.made_at.isoformat()] for rival in rivals]])


def fingerprint(content: Mapping[str, Any]) -> str:
    """Equal for equal answers: by it a page knows which of its items were changed on it."""
    share = content["share"]
    rest = [content[name] for name in Answer.CONTENT if name != "share"]
    return digest([None if share is None else float(share), *rest])


def digest(values: list) -> str:
    return hashlib.sha256(json.dumps(values).encode()).hexdigest()[:16]
