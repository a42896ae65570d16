"""A frozen record cannot be changed by any way through the portal, and neither can its parts. Shown
on the editions of governance, which freeze with the first round that uses them."""

import pytest
from django.core.exceptions import ValidationError
from django.core.serializers.python import Deserializer
from django.db import NotSupportedError, models
from django.utils import translation

from governance.models import Category, Edition, Item, Level, Step
from governance.querysets import EditionQuerySet
from governance.rounds import make_round
from loei_coop.common.frozen import FrozenError, FrozenModel, FrozenQuerySet, whole_of
from loei_coop.common.history import recording
from loei_coop.common.models import ChangeSet
from loei_coop.common.seals import frozen_models
from loei_coop.common.undo import undo
from tests.governance.factories import (
    MAY,
    OCTOBER,
    make_category,
    make_edition,
    make_item,
    make_level,
    make_step,
    make_used_edition,
)

pytestmark = pytest.mark.django_db

PARTS = [Category, Item, Step, Level]
EVERY_MODEL = [Edition, *PARTS]
SENTENCE = (
    "“ธรรมาภิบาล 2568” is used by 1 assessment round, so it can no longer change. "
    "Copy it to make the next edition."
)

of_every_model = pytest.mark.parametrize("model", EVERY_MODEL, ids=lambda m: m.__name__)
of_every_part = pytest.mark.parametrize("model", PARTS, ids=lambda m: m.__name__)
A_COLUMN = {Step: "meaning"}


@pytest.fixture
def used():
    return make_used_edition()


def column_of(model):
    return A_COLUMN.get(model, "name")


def refusal(act, *args, **values):
    with translation.override("en"):
        with pytest.raises(FrozenError) as refused:
            act(*args, **values)
        return refused.value.messages


@of_every_model
class TestAFrozenRow:
    def test_is_not_saved(self, used, model):
        row = model.objects.first()
        setattr(row, column_of(model), "อย่างอื่น")
        assert refusal(row.save) == [SENTENCE]
        assert refusal(row.save, update_fields=[column_of(model)]) == [SENTENCE]

    def test_is_not_deleted(self, used, model):
        assert refusal(model.objects.first().delete) == [SENTENCE]
        assert refusal(model.objects.all().delete) == [SENTENCE]

    def test_is_not_updated_in_bulk(self, used, model):
        values = {column_of(model): "อย่างอื่น"}
        assert refusal(model.objects.update, **values) == [SENTENCE]
        assert refusal(model._base_manager.update, **values) == [SENTENCE]

    def test_is_not_updated_by_instances(self, used, model):
        rows = list(model.objects.all())
        assert refusal(model.objects.bulk_update, rows, [column_of(model)]) == [SENTENCE]

    def test_is_refused_by_its_form_in_the_same_sentence(self, used, model):
        with translation.override("en"), pytest.raises(ValidationError) as refused:
            model.objects.first().full_clean()
        assert SENTENCE in refused.value.messages

    def test_is_told_as_frozen(self, used, model):
        assert model.objects.first().is_frozen
        assert list(model.objects.frozen()) == list(model.objects.all())


@of_every_part
class TestAPart:
    def test_is_not_added_to_a_frozen_record(self, used, model):
        row = model.objects.first()
        row.pk, row._state.adding = None, True
        assert refusal(row.save) == [SENTENCE]
        assert refusal(model.objects.bulk_create, [row]) == [SENTENCE]

    def test_of_a_draft_is_changed_and_deleted_as_ever(self, model):
        make_step()
        make_level(edition=Edition.objects.get())
        model.objects.update(**{column_of(model): "อย่างอื่น"})
        row = model.objects.get()
        row.save()
        assert (getattr(row, column_of(model)), row.is_frozen) == ("อย่างอื่น", False)
        row.delete()
        assert not model.objects.exists()


def test_a_part_moves_neither_into_nor_out_of_a_frozen_record(used):
    draft = make_category(edition=make_edition())
    moving_in, moving_out = make_item(category=draft), used.categories.get().items.get()
    moving_in.category, moving_out.category = used.categories.get(), draft
    assert refusal(moving_in.save) == [SENTENCE]
    assert refusal(moving_out.save) == [SENTENCE]
    assert refusal(Item.objects.bulk_update, [moving_in], ["category"]) == [SENTENCE]


@pytest.mark.parametrize("name", ["category", "category_id"])
def test_parts_do_not_move_into_a_frozen_record_in_bulk(used, name):
    make_item(category=make_category(edition=make_edition(), number="9"), number="9.1")
    frozen = used.categories.get()
    value = frozen if name == "category" else frozen.pk
    assert refusal(Item.objects.filter(number="9.1").update, **{name: value}) == [SENTENCE]


def test_one_frozen_row_keeps_the_whole_update_from_happening(used):
    draft = make_category("หลักนิติธรรม")
    assert refusal(Category.objects.update, name="อย่างอื่น") == [SENTENCE]
    draft.refresh_from_db()
    assert draft.name == "หลักนิติธรรม"


def test_rows_that_may_be_frozen_are_not_added_or_changed_in_one_breath(used):
    with pytest.raises(NotSupportedError):
        Category.objects.bulk_create(
            [Category(edition=used, number="1", name="อย่างอื่น")],
            update_conflicts=True,
            update_fields=["name"],
            unique_fields=["edition", "number"],
        )


def test_a_fixture_that_says_otherwise_is_refused_as_load_records_saves_it(used):
    fields = {"edition": [used.code], "number": "2", "name": "หลักประสิทธิภาพ"}
    (entry,) = Deserializer([{"model": "governance.category", "fields": fields}])
    assert refusal(entry.object.save) == [SENTENCE]


def test_without_its_round_the_edition_is_a_draft_again(used):
    used.rounds.get().delete()
    used.name = "ฉบับร่าง"
    used.save()
    assert Edition.objects.drafts().get() == used


def test_taking_an_act_back_leaves_what_froze_since(used):
    with recording(ChangeSet.Source.FORM) as act:
        item = make_item(category=make_category(edition=make_edition()))
    edition = item.category.edition
    make_round(edition, fiscal_year=2027, opens_at=OCTOBER, closes_at=MAY)
    done = undo(act.row, made_by=lambda: None)
    assert (done.removed, done.restored) == (0, 0)
    assert Item.objects.filter(pk=item.pk).exists()


def test_what_was_deleted_does_not_come_back_into_a_frozen_record():
    item = make_item()
    with recording(ChangeSet.Source.FORM) as act:
        item.delete()
    edition = Edition.objects.get()
    make_round(edition, fiscal_year=2027, opens_at=OCTOBER, closes_at=MAY)
    assert undo(act.row, made_by=lambda: None).restored == 0
    assert not Item.objects.exists()


@pytest.mark.parametrize("model", frozen_models(), ids=lambda m: m.__name__)
def test_no_cascade_of_the_database_reaches_a_frozen_row_unasked(model):
    above = model.PART_OF.split("__")[0]
    for field in model._meta.concrete_fields:
        if field.remote_field and field.name != above:
            assert field.remote_field.on_delete is models.PROTECT, field
    assert isinstance(model._base_manager.all(), FrozenQuerySet)


def test_a_kind_of_record_says_which_are_frozen_and_why():
    assert {whole_of(model) for model in EVERY_MODEL} == {Edition}
    assert isinstance(Edition.objects.all(), EditionQuerySet)
    with pytest.raises(NotImplementedError):
        FrozenQuerySet(Edition).frozen()
    with pytest.raises(NotImplementedError):
        FrozenModel.why_frozen(make_edition())
