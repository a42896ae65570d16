"""Starting from last year's answers: item by item by its code, each to be confirmed or changed.

What was handed in last stays as it is; figures start empty, as they are of another year. Nothing
that was written this year is overwritten.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import gettext as _

from governance import answers, events, permissions
from governance.completeness import asked_items
from governance.models import Answer, Assessment, AssessmentEvent, Evidence, Item
from governance.rules import item_rule
from governance.states import State
from governance.workflow import require
from loei_coop.common.errors import WorkflowError

OF_THE_YEAR = {"figure": "", "is_figure_open": False}


@dataclass(frozen=True)
class Carried:
    answers: int
    evidence: int


def source_of(assessment: Assessment) -> Assessment | None:
    """The organization's last one that was handed in, by the same standard, of a year before."""
    rows = Assessment.objects.of_organization(assessment.organization_id).handed_in()
    rows = rows.filter(
        round__edition__standard=assessment.round.edition.standard_id,
        round__fiscal_year__lt=assessment.round.fiscal_year,
        round__is_recorded=False,
    )
    return rows.with_names().order_by("-round__fiscal_year", "-pk").first()


def offered(assessment: Assessment) -> Assessment | None:
    """The source, while there is something to carry over."""
    if assessment.state != State.DRAFT:
        return None
    source = source_of(assessment)
    return source if source and any(pairs(assessment, source)) else None


@transaction.atomic
def carry_over(assessment: Assessment, *, by, on_behalf_of=None) -> Carried:
    """Raises WorkflowError."""
    assessment = answers.locked(assessment)
    require(permissions.may_fill_in(on_behalf_of or by, assessment))
    answers.check_writable(assessment, by=by)
    source = source_of(assessment) if assessment.state == State.DRAFT else None
    found = list(pairs(assessment, source)) if source else []
    if not found:
        raise WorkflowError(_("There is nothing to carry over, or it was carried over already."))
    authors = {"by": by, "on_behalf_of": on_behalf_of}
    rows = [carried_answer(assessment, item, answer, **authors) for item, answer in found]
    Answer.objects.bulk_create(rows)
    evidence = carry_evidence(assessment, source, [item for item, _answer in found], **authors)
    done = Carried(len(rows), evidence)
    year = source.round.fiscal_year
    kind = AssessmentEvent.Kind.CARRIED_OVER
    numbers = {"answers": done.answers, "evidence": done.evidence}
    events.record(assessment, kind, **authors, fiscal_year=year, **numbers)
    return done


def pairs(assessment: Assessment, source: Assessment) -> Iterator[tuple[Item, Answer]]:
    """Items without an answer this year, each with that of the same code."""
    earlier = {row.item.code: row for row in source.answers.select_related("item")}
    items = asked_items(assessment).exclude(pk__in=assessment.answers.values("item"))
    for item in items.select_related("category__edition").with_scale():
        if item.code in earlier:
            yield item, earlier[item.code]


def carried_answer(
    assessment: Assessment, item: Item, answer: Answer, *, by, on_behalf_of
) -> Answer:
    content = {**answer.content, **OF_THE_YEAR, **choice_on(item, answer)}
    return Answer(
        assessment=assessment,
        item=item,
        carried_from=answer,
        is_confirmed=False,
        changed_by=by,
        on_behalf_of=on_behalf_of,
        **content,
    )


def choice_on(item: Item, answer: Answer) -> dict:
    """What this year's scale does not have is to be chosen anew."""
    has_share = answer.share in item_rule(item).shares()
    allows = item.category.edition.allows_not_applicable
    return {
        "share": answer.share if has_share else None,
        "is_not_applicable": answer.is_not_applicable and allows,
    }


def carry_evidence(
    assessment: Assessment, source: Assessment, items: list[Item], *, by, on_behalf_of
) -> int:
    """The same files: they are not copied. What the rule of retention cleared is left behind."""
    own = {item.code: item for item in items}
    rows = source.evidence.current().of_items().filter(item__code__in=own, cleared_at=None)
    authors = {"made_by": by, "on_behalf_of": on_behalf_of}
    made = [
        carried_evidence(assessment, own[row.item.code], row, **authors)
        for row in rows.select_related("item")
    ]
    return len(Evidence.objects.bulk_create(made))


KEPT = ("kind", "title", "file", "content_type", "size", "sha256", "url", "note")


def carried_evidence(assessment: Assessment, item: Item, row: Evidence, **authors) -> Evidence:
    kept = {name: getattr(row, name) for name in KEPT}
    kept["file"] = row.file.name
    return Evidence(**kept, assessment=assessment, item=item, carried_from=row, **authors)
