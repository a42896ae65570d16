"""Every kind of value comes back exactly, and reads the same on both databases."""

import datetime
import json
import uuid
from decimal import Decimal

import pytest
from django.db import connection, models
from django.db.models import Value

from loei_coop.common.backup import tables, values
from loei_coop.common.backup.archive import digest_of
from networks.models import District, Subdistrict

BANGKOK = datetime.timezone(datetime.timedelta(hours=7))


class EveryKind(models.Model):
    text = models.TextField(null=True)
    name = models.CharField(max_length=40, null=True)
    number = models.BigIntegerField(null=True)
    small = models.PositiveSmallIntegerField(null=True)
    ratio = models.FloatField(null=True)
    yes = models.BooleanField(null=True)
    money = models.DecimalField(max_digits=17, decimal_places=2, null=True)
    day = models.DateField(null=True)
    moment = models.DateTimeField(null=True)
    hour = models.TimeField(null=True)
    length = models.DurationField(null=True)
    mark = models.UUIDField(null=True)
    address = models.GenericIPAddressField(null=True)
    content = models.BinaryField(null=True)
    data = models.JSONField(null=True)
    always = models.JSONField(default=dict)
    file = models.FileField()

    class Meta:
        app_label = "kinds_of_values"

    def __str__(self):
        return str(self.pk)


@pytest.fixture(scope="module")
def made_table(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock():
        with connection.schema_editor() as editor:
            editor.create_model(EveryKind)
        yield
        with connection.schema_editor() as editor:
            editor.delete_model(EveryKind)


@pytest.fixture
def table(made_table, db):
    return EveryKind.objects


FIELDS = [field.name for field in EveryKind._meta.fields if field.null]
EXAMPLES = [
    ("text", "น้ำ “เลย” \\ \n\t\u200b 😀 ํา", None),
    ("text", "", None),
    ("name", "ครูเลย", None),
    ("number", 2**63 - 1, None),
    ("number", -(2**63), None),
    ("small", 0, None),
    ("ratio", 0.1, None),
    ("ratio", 1e300, None),
    ("ratio", -0.0, 0.0),
    ("yes", False, None),
    # SQLite keeps 15 digits.
    ("money", Decimal("1234567890123.60"), None),
    ("money", Decimal("-0.00"), Decimal("0.00")),
    ("day", datetime.date(1, 1, 1), None),
    ("day", datetime.date(2013, 2, 28), None),
    ("moment", datetime.datetime(2026, 11, 22, 1, 30, 0, 1, tzinfo=BANGKOK), None),
    ("moment", datetime.datetime(1918, 3, 31, tzinfo=datetime.UTC), None),
    ("hour", datetime.time(23, 59, 59, 999999), None),
    ("length", datetime.timedelta(days=-1, microseconds=1), None),
    ("mark", uuid.UUID(int=1), None),
    ("address", "2001:db8::1", None),
    ("address", "10.0.0.1", None),
    ("content", bytes(range(256)), None),
    ("content", b"", None),
    ("data", {"ข": [1, 1.5, None, True, {"ก": ""}], "ก": "น้ำ"}, None),
    (
        "data",
        [1e16, 1.5e300, 1e-7, -0.0, 10**20, 0.1],
        [10**16, int(Decimal("1.5e300")), 1e-7, 0.0, 10**20, 0.1],
    ),
    ("data", "", None),
    ("data", 0, None),
    ("data", [], None),
    ("always", None, None),
    ("file", "หลักฐาน/ภาพ.jpg", None),
]


def copy_of(table):
    """The rows of the table after they went out as lines and came in again, and whether the lines
    then are the same."""
    lines = list(tables.lines(EveryKind, "default"))
    table.all().delete()
    tables.insert(EveryKind, lines, "default")
    assert digest_of(tables.lines(EveryKind, "default")) == digest_of(lines)
    return table


@pytest.mark.parametrize(("name", "value", "expected"), EXAMPLES)
def test_a_value_comes_back(table, name, value, expected):
    table.create(**{name: Value(None, models.JSONField()) if name == "always" else value})
    found = getattr(copy_of(table).get(), name)
    found = bytes(found) if isinstance(found, memoryview) else found
    assert found == (value if expected is None else expected)


def test_no_value_comes_back_as_no_value(table):
    table.create()
    assert set(copy_of(table).values_list(*FIELDS).get()) == {None}


def test_half_a_pair_of_utf_16_which_sqlite_takes_does_not_stop_a_backup():
    assert json.loads(values.to_line(["\ud83d"])) == ["\ud83d"]


def test_a_zero_has_no_sign():
    encode = values.encoder(models.FloatField())
    assert values.to_line([encode(-0.0), encode(-1.5)]) == b"[0.0,-1.5]\n"


def test_more_rows_than_one_batch_come_back_in_order(table):
    table.bulk_create(EveryKind(number=number) for number in range(2 * tables.BATCH + 1))
    numbers = list(copy_of(table).order_by("pk").values_list("number", flat=True))
    assert numbers == list(range(2 * tables.BATCH + 1))


@pytest.mark.parametrize(
    ("field", "value", "written"),
    [
        (models.DecimalField(), Decimal("0E-2"), "0.00"),
        (models.DecimalField(), Decimal("1E+3"), "1000"),
        (
            models.DateTimeField(),
            datetime.datetime(2026, 1, 1, tzinfo=BANGKOK),
            "2025-12-31T17:00:00.000000+00:00",
        ),
        (models.DateField(), datetime.date(2013, 2, 28), "2013-02-28"),
        (models.DurationField(), datetime.timedelta(seconds=1), 1_000_000),
        (models.BinaryField(), memoryview(b"\0"), "AA=="),
        (models.CharField(), "น้ำ", "น้ำ"),
        (models.TextField(), None, None),
    ],
)
def test_how_a_value_is_written(field, value, written):
    assert values.encoder(field)(value) == written


def test_a_foreign_key_is_written_as_what_it_points_to():
    at_home = Subdistrict._meta.get_field("district")
    assert values.stored_field(at_home) == District._meta.get_field("code")


def test_keys_of_json_are_written_in_one_order():
    assert values.to_line([{"ข": 1, "ก": 2}]) == '[{"ก":2,"ข":1}]\n'.encode()
