"""The result of an assessment: by the organization's own answers, and by the review."""

from dataclasses import replace
from decimal import Decimal

from governance import scoring
from governance.models import Assessment
from governance.rules import rules_of
from governance.scoring import Result, Rules


def rules_for(assessment: Assessment) -> Rules:
    """Those of the edition, without the categories that this organization leaves out."""
    rules = rules_of(assessment.round.edition)
    left_out = set(assessment.left_out.values_list("category__number", flat=True))
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
