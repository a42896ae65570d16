"""A value of a column as JSON: the same on every database, and exactly the same afterwards."""

import base64
import datetime
import json
import uuid
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.db import models
from django.db.models import Value

JSON_NULL = Value(None, models.JSONField())


@dataclass(frozen=True)
class Kind:
    encode: Callable[[Any], Any]
    decode: Callable[[Any], Any]


def same_moment(moment: datetime.datetime) -> str:
    return moment.astimezone(datetime.UTC).isoformat(timespec="microseconds")


def plain_json(value: Any) -> Any:
    """As PostgreSQL gives it back: no negative zero, no exponent in a whole number."""
    if isinstance(value, dict):
        return {key: plain_json(item) for key, item in value.items()}
    if isinstance(value, list):
        return [plain_json(item) for item in value]
    if isinstance(value, float) and abs(value) >= 1e16:
        return int(Decimal(repr(value)))
    return unsigned_zero(value) if isinstance(value, float) else value


def unsigned_zero(value: float) -> float:
    return value or 0.0


def same_decimal(value: Decimal) -> str:
    """Without exponent; a zero has no sign."""
    return format(value or abs(value), "f")


def microseconds(length: datetime.timedelta) -> int:
    return length // datetime.timedelta(microseconds=1)


# The first class that the field is an instance of decides: moments are dates too.
KINDS: dict[type[models.Field], Kind] = {
    models.JSONField: Kind(plain_json, lambda value: value),
    models.BinaryField: Kind(lambda value: base64.b64encode(value).decode(), base64.b64decode),
    models.DateTimeField: Kind(same_moment, datetime.datetime.fromisoformat),
    models.DateField: Kind(datetime.date.isoformat, datetime.date.fromisoformat),
    models.TimeField: Kind(datetime.time.isoformat, datetime.time.fromisoformat),
    models.FloatField: Kind(unsigned_zero, float),
    models.DecimalField: Kind(same_decimal, Decimal),
    models.DurationField: Kind(microseconds, lambda n: datetime.timedelta(microseconds=n)),
    models.UUIDField: Kind(str, uuid.UUID),
}
PLAIN = Kind(lambda value: value, lambda value: value)


def stored_field(field: models.Field) -> models.Field:
    """The field whose values the column holds: of a foreign key, the one that it points to."""
    while field.remote_field:
        field = field.target_field
    return field


def kind_of(field: models.Field) -> Kind:
    stored = stored_field(field)
    return next((kind for type_, kind in KINDS.items() if isinstance(stored, type_)), PLAIN)


def encoder(field: models.Field) -> Callable[[Any], Any]:
    encode = kind_of(field).encode
    return lambda value: None if value is None else encode(value)


def decoder(field: models.Field) -> Callable[[Any], Any]:
    """JSON's own null is told from no value by the column: only one of them can be in it."""
    decode = kind_of(field).decode
    is_json_null = isinstance(field, models.JSONField) and not field.null
    nothing = JSON_NULL if is_json_null else None
    return lambda value: nothing if value is None else decode(value)


def to_line(values: list) -> bytes:
    """Half a pair of UTF-16, which JSON on SQLite may hold, is carried as it is."""
    text = json.dumps(values, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    return text.encode(errors="surrogatepass") + b"\n"
