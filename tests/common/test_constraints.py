"""What is judged in memory is judged as the database judges it."""

import datetime
import itertools
import math
import random

import pytest
from django.apps import apps
from django.core.exceptions import FieldError
from django.db import models
from django.db.models import CheckConstraint, F, Q, Value
from django.db.models.functions import Lower

from loei_coop.common import constraints
from networks.models import CommitteeTerm, District, Organization, SeatHolding

EXAMPLES = 80
MOMENTS = [datetime.datetime(year, 6, 30, tzinfo=datetime.UTC) for year in (2013, 2026)]
CODES = [None, "4201", "4202", "420101"]
MODELS = [
    model
    for model in apps.get_models()
    if any(isinstance(constraint, CheckConstraint) for constraint in model._meta.constraints)
    and not model._meta.proxy
]


def some_values(field):
    """Values that a column can have, those that rules speak of among them."""
    if isinstance(field, models.ForeignKey):
        return [None, 1, 2] if field.target_field.get_internal_type() == "BigAutoField" else CODES
    if isinstance(field, models.DateTimeField):
        return [None, *MOMENTS]
    if isinstance(field, models.DateField):
        return [None, datetime.date(2013, 6, 30), datetime.date(2026, 2, 26)]
    if isinstance(field, models.BooleanField):
        return [True, False]
    if isinstance(field, models.DecimalField | models.IntegerField | models.FloatField):
        return [None, -1, 0, 1, 2, 3, 101]
    texts = ["", "4201", "420101", "x", "โรงสี จำกัด"]
    return [*texts, *(value for value, _label in field.flatchoices)]


def examples(model, check, most=EXAMPLES):
    """Rows: every combination where these are few, else a fixed draw of them."""
    names = sorted(constraints.columns_in(check.constraint.condition))
    pools = [some_values(model._meta.get_field(name)) for name in names]
    if math.prod(map(len, pools)) <= most:
        return [dict(zip(names, row, strict=True)) for row in itertools.product(*pools)]
    draw = random.Random(2556)
    return [dict(zip(names, map(draw.choice, pools), strict=True)) for _row in range(most)]


def by_attribute(model, row):
    return {model._meta.get_field(name).attname: value for name, value in row.items()}


def typed(model, row):
    """An unknown value needs a type on PostgreSQL."""
    fields = {name: model._meta.get_field(name) for name in row}
    columns = {name: getattr(field, "target_field", field) for name, field in fields.items()}
    return {name: Value(value, output_field=columns[name]) for name, value in row.items()}


@pytest.mark.django_db
@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_memory_and_database_judge_alike(model):
    for check in constraints.checks(model):
        for row in examples(model, check):
            in_memory = check.holds(by_attribute(model, row)) is not False
            in_database = check.constraint.condition.check(typed(model, row))
            assert in_memory == in_database, (check.constraint.name, row)


@pytest.mark.django_db
def test_some_examples_break_and_some_keep_each_rule():
    for model in MODELS:
        for check in constraints.checks(model):
            rows = examples(model, check, most=1_000)
            verdicts = {check.holds(by_attribute(model, row)) for row in rows}
            assert False in verdicts, check.constraint.name
            assert verdicts != {False}, check.constraint.name


def test_only_what_speaks_of_a_given_column_is_judged():
    row = {"starts_on": datetime.date(2026, 1, 1), "ends_on": datetime.date(2025, 1, 1)}
    values = {"ending": "ended", "starts_on_precision": "day", "ends_on_precision": "day", **row}
    assert constraints.violated(CommitteeTerm, values, given=["ends_on"])
    assert constraints.violated(CommitteeTerm, values, given=["name"]) == []


def test_an_empty_text_is_no_key():
    keys = {key.names: key for key in constraints.unique_keys(District)}
    assert keys["name",].of({"name": "นาด้วง"}) == ("นาด้วง",)
    assert keys["name",].of({"name": ""}) is None


def test_a_key_of_several_columns_needs_them_all():
    seat = ("network_id", "seat", "starts_on")
    key = next(k for k in constraints.unique_keys(SeatHolding) if set(k.names) == set(seat))
    row = {"network_id": 1, "seat": 2, "starts_on": datetime.date(2026, 1, 1)}
    assert key.of(row) == tuple(row[name] for name in key.names)
    assert key.of({**row, "starts_on": None}) is None


def test_a_doubled_value_is_told_in_the_words_of_its_field():
    key = next(k for k in constraints.unique_keys(District) if k.names == ("name",))
    assert str(District._meta.get_field("name").verbose_name) in key.sentence()


@pytest.mark.parametrize(
    "rule",
    [Q(Lower(F("name"))), Q(name=Lower(F("code"))), Q(name__regex="x") | Q(("name__lower", "x"))],
)
def test_a_rule_that_cannot_be_judged_in_memory_is_refused_at_once(rule):
    with pytest.raises((FieldError, KeyError)):
        constraints.condition(Organization, rule)
