"""The year after: a copy of the edition with another set of items, and its round."""

from governance import workflow
from governance.copying import copy_edition
from governance.models import Item, Step
from tests.governance.assessing import Case, open_round
from tests.governance.factories import make_item, make_steps


def next_round(case, *, without=(), with_new=None, without_step=None):
    """Of fiscal year 2570, by a copy of the case's edition."""
    names = {"name": "ธรรมาภิบาล 2570", "name_en": ""}
    copy = copy_edition(case.round.edition, code="next-edition", year=2027, **names)
    Item.objects.filter(category__edition=copy, code__in=without).delete()
    Step.objects.filter(item__category__edition=copy, lowest=without_step).delete()
    if with_new:
        category = copy.categories.get(number=with_new.split(".")[0])
        item = make_item("ข้อใหม่", category=category, number=with_new, order=9, target=75)
        make_steps(item)
    return open_round(copy, fiscal_year=2027)


def next_case(case, **changes) -> Case:
    """The same organization in the year after."""
    round_ = next_round(case, **changes)
    assessment = workflow.start(round_, case.organization, by=case.manager)
    return Case(round_, case.organization, case.manager, assessment)
