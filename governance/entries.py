"""One page of the form: the items of a category with all that belongs to them, read and saved."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import Enum

from governance import answers
from governance.answers import ItemLockedError
from governance.forms import AnswerForm
from governance.models import Answer, Assessment, Category, Item, ReturnedItem, RivalAnswer
from governance.states import State
from loei_coop.common.errors import WorkflowError


class Outcome(Enum):
    UNTOUCHED = "untouched"
    SAVED = "saved"
    TWO_VERSIONS = "two-versions"
    WRONG = "wrong"  # the form says what is wrong
    REFUSED = "refused"
    LOCKED = "locked"


@dataclass
class Entry:
    """An item on the page. `refusal`: why what was typed was not saved."""

    item: Item
    form: AnswerForm
    is_open: bool
    answer: Answer | None = None
    returned: ReturnedItem | None = None
    rivals: list[RivalAnswer] = field(default_factory=list)
    evidence: list = field(default_factory=list)
    # Of the plan of improvement, laid beside by `governance.plans`.
    plan: list = field(default_factory=list)
    outcome: Outcome = Outcome.UNTOUCHED
    refusal: str = ""

    @property
    def is_kept_back(self) -> bool:
        """What was typed stands on the page only."""
        return self.outcome in {Outcome.WRONG, Outcome.REFUSED, Outcome.LOCKED}

    @property
    def has_typed_text_only_here(self) -> bool:
        """It cannot be typed into any more, so it is shown for copying."""
        return self.is_kept_back and not self.is_open


def entries_of(assessment: Assessment, category: Category, *, by, data=None) -> list[Entry]:
    """In order. Five queries, whatever the number of items; one more after a return."""
    items = Item.objects.filter(category=category).in_order().with_scale()
    items = list(items.select_related("category__edition"))
    given = by_item(assessment.answers.with_authors().with_origin().filter(item__in=items))
    rivals = by_item(answers.waiting_rivals(assessment).filter(item__in=items))
    evidence = by_item(assessment.evidence.current().with_authors().filter(item__in=items))
    returned = by_item(answers.returned_rows(assessment)) if is_returned(assessment) else None
    is_closed = bool(answers.why_closed(assessment, by=by))
    return [
        Entry(
            item=item,
            form=form_of(item, first(given, item), data),
            is_open=not is_closed and (returned is None or item.pk in returned),
            answer=first(given, item),
            returned=first(returned or {}, item),
            rivals=rivals.get(item.pk, []),
            evidence=evidence.get(item.pk, []),
        )
        for item in items
    ]


def is_returned(assessment: Assessment) -> bool:
    return assessment.state == State.RETURNED


def by_item(rows: Iterable) -> dict[int, list]:
    found = defaultdict(list)
    for row in rows:
        found[row.item_id].append(row)
    return dict(found)


def first(rows: dict[int, list], item: Item):
    return next(iter(rows.get(item.pk, [])), None)


def form_of(item: Item, answer: Answer | None, data=None) -> AnswerForm:
    """Filled with what was sent, if this item was."""
    is_sent = data is not None and f"{item.number}-base" in data
    return AnswerForm(item, answer=answer, data=data if is_sent else None, prefix=item.number)


def save_entries(
    assessment: Assessment, entries: Iterable[Entry], *, by, on_behalf_of=None
) -> None:
    """Each by itself: what is wrong with one never keeps another from being saved."""
    for entry in entries:
        if entry.form.is_bound:
            save_entry(assessment, entry, by=by, on_behalf_of=on_behalf_of)


def save_entry(assessment: Assessment, entry: Entry, *, by, on_behalf_of=None) -> None:
    form = entry.form
    if not form.is_valid():
        entry.outcome = Outcome.WRONG
        return
    if not form.is_touched:
        entry.form = form_of(entry.item, entry.answer)
        return
    authors = {"by": by, "on_behalf_of": on_behalf_of}
    try:
        base = form.cleaned_data["base"]
        saved = answers.save(assessment, entry.item, form.content, base=base, **authors)
    except WorkflowError as error:
        is_locked = isinstance(error, ItemLockedError)
        entry.outcome = Outcome.LOCKED if is_locked else Outcome.REFUSED
        entry.refusal = str(error)
    else:
        entry.answer = saved.answer
        entry.outcome = Outcome.TWO_VERSIONS if saved.rival else Outcome.SAVED
        if saved.rival:
            entry.rivals = [saved.rival]
        else:
            # What is typed next builds on what was saved now.
            entry.form = form_of(entry.item, saved.answer)
