"""The result of an assessment: by the organization's own answers, and by the review."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import replace
from decimal import Decimal

from governance import scoring
from governance.models import Answer, Assessment, ItemReview, LeftOutCategory
from governance.rules import rules_of
from governance.scoring import Result, Rules
from governance.states import State


def rules_for(assessment: Assessment) -> Rules:
    """Those of the edition, without the categories that this organization leaves out."""
    left_out = set(assessment.left_out.values_list("category__number", flat=True))
    return rules_without(rules_of(assessment.round.edition), left_out)


def rules_without(rules: Rules, left_out: Collection[str]) -> Rules:
    """`left_out`: numbers of categories."""
    categories = tuple(
        replace(category, is_assessed=category.is_assessed and category.code not in left_out)
        for category in rules.categories
    )
    return replace(rules, categories=categories)


def self_answers(assessment: Assessment) -> dict[str, Decimal | scoring.Answer]:
    """{code of an item: share or NOT_APPLICABLE} of what was answered."""
    rows = assessment.answers.given().values_list("item__code", "share", "is_not_applicable")
    return {code: given(share, is_not_applicable) for code, share, is_not_applicable in rows}


def reviewed_answers(assessment: Assessment) -> dict[str, Decimal | scoring.Answer]:
    """The same by the review; where an item has none, by the organization itself."""
    reviews = assessment.item_reviews.values_list("item__code", "share")
    return self_answers(assessment) | {code: given(share, share is None) for code, share in reviews}


def given(share: Decimal | None, is_not_applicable: bool) -> Decimal | scoring.Answer:
    return scoring.Answer.NOT_APPLICABLE if is_not_applicable else share


def self_result(assessment: Assessment) -> Result:
    return scoring.score(rules_for(assessment), self_answers(assessment))


def reviewed_result(assessment: Assessment) -> Result:
    return scoring.score(rules_for(assessment), reviewed_answers(assessment))


def result_of_each(assessments: Iterable[Assessment]) -> dict[int, Result]:
    """{key of the assessment: its result}: by the review where it is confirmed, else by its own
    answers. As many queries for one of an edition as for all of them."""
    assessments = list(assessments)
    rules = {edition: rules_of(edition) for edition in {row.round.edition for row in assessments}}
    left_out, answers = left_out_of_each(assessments), answers_of_each(assessments)
    return {
        row.pk: scoring.score(
            rules_without(rules[row.round.edition], left_out[row.pk]), answers[row.pk]
        )
        for row in assessments
    }


def left_out_of_each(assessments: list[Assessment]) -> dict[int, set[str]]:
    found = defaultdict(set)
    rows = LeftOutCategory.objects.filter(assessment__in=assessments)
    for key, number in rows.values_list("assessment", "category__number"):
        found[key].add(number)
    return found


def answers_of_each(assessments: list[Assessment]) -> dict[int, dict]:
    found = defaultdict(dict)
    rows = Answer.objects.given().filter(assessment__in=assessments)
    columns = ("assessment", "item__code", "share", "is_not_applicable")
    for key, code, share, is_not_applicable in rows.values_list(*columns):
        found[key][code] = given(share, is_not_applicable)
    confirmed = [row for row in assessments if row.state == State.CONFIRMED]
    reviews = ItemReview.objects.filter(assessment__in=confirmed)
    for key, code, share in reviews.values_list("assessment", "item__code", "share"):
        found[key][code] = given(share, share is None)
    return found


def level_key(result) -> int | None:
    """The primary key of the level, if one is reached."""
    decision = result.decision
    return int(decision.level.code) if decision and decision.level else None
