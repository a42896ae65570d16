"""The next edition is a copy of the last."""

import pytest
from django.core.exceptions import ValidationError

from governance.copying import copy_edition
from governance.models import Category, Edition, Item, Level, Step
from loei_coop.common.seals import altered_rows
from tests.governance.assessing import FIGURE, FIGURE_IN_ENGLISH, make_asking_edition
from tests.governance.factories import make_item, make_step, make_used_edition

pytestmark = pytest.mark.django_db

QUERIES = 35

NEXT = {"code": "governance-2570", "year": 2027, "name": "ธรรมาภิบาล 2570", "name_en": ""}


@pytest.fixture
def used():
    return make_used_edition("ธรรมาภิบาล 2569")


def test_a_copy_has_all_that_the_former_has_and_may_be_changed(used):
    copy = copy_edition(used, **NEXT)
    (item,) = Item.objects.of_edition(copy)
    assert (copy.name, copy.year, copy.standard) == ("ธรรมาภิบาล 2570", 2027, used.standard)
    assert [step.lowest for step in item.steps.all()] == [0, 100]
    assert [level.name for level in copy.levels.all()] == ["ดีเด่น"]
    item.name = "มีแผนงานสามปี"
    item.save()


def test_items_keep_their_code_and_know_where_they_come_from(used):
    copy = copy_edition(used, **NEXT)
    former, (item,) = Item.objects.of_edition(used).get(), Item.objects.of_edition(copy)
    assert (item.code, item.copied_from, copy.copied_from) == (former.code, former, used)


def test_the_former_stays_as_it_was_sealed(used):
    copy = copy_edition(used, **NEXT)
    assert list(altered_rows()) == []
    rows = [copy, *Category.objects.filter(edition=copy), *Item.objects.of_edition(copy)]
    assert {row.content_hash for row in rows} == {""}


def test_a_copy_has_a_history(used):
    copy = copy_edition(used, **NEXT)
    for model, number in [(Category, 1), (Item, 1), (Step, 2), (Level, 1)]:
        pks = model.objects.order_by("-pk").values_list("pk", flat=True)[:number]
        assert model.history.filter(id__in=list(pks), history_type="+").count() == number
    assert copy.history.count() == 1


def test_a_code_that_is_taken_copies_nothing(used):
    with pytest.raises(ValidationError):
        copy_edition(used, **{**NEXT, "code": used.code})
    assert Edition.objects.get() == used


def test_a_copy_takes_as_many_questions_whatever_its_size(used, django_assert_num_queries):
    with django_assert_num_queries(QUERIES):
        copy_edition(used, **NEXT)
    copy = Edition.objects.get(code=NEXT["code"])
    for number in range(2, 20):
        item = make_item(category=copy.categories.get(), number=f"1.{number}")
        make_step(item, 0)
    with django_assert_num_queries(QUERIES):
        copy_edition(copy, **{**NEXT, "code": "governance-2571"})


def test_a_copy_asks_for_the_same_figures():
    copy = copy_edition(make_asking_edition(), **NEXT)
    item = Item.objects.get(category__edition=copy, number="1.1")
    assert (item.figure, item.figure_en) == (FIGURE, FIGURE_IN_ENGLISH)
