"""How the value of a model field stands in a cell: written for people, read as people write.

A widget reads a cell into {column of the table: value}, `clean`, and writes such values back into
a cell, `render`. What `render` writes `clean` reads as the same values.
"""

from collections.abc import Callable, Mapping
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import override
from import_export.widgets import Widget

from loei_coop.common.fields import ChoiceListField
from loei_coop.common.imports import cells
from loei_coop.common.imports.lookup import Lookup
from loei_coop.thai.dates import PartialDate, Precision, buddhist_year, long_date, show
from loei_coop.thai.digits import to_arabic_digits
from loei_coop.thai.django.fields import CommonEraYearField, PartialDateField, ThaiDateField
from loei_coop.thai.search import loose

# A list says the same in most of its rows: so many different cells of a column are remembered.
REMEMBERED = 500


class CellWidget(Widget):
    def __init__(self):
        super().__init__()
        self.remembered: dict[Any, dict[str, Any]] = {}

    def bind(self, field: models.Field) -> "CellWidget":
        self.field = field
        self.attributes = (field.attname,)
        return self

    def clean(self, value, row=None, **kwargs) -> dict[str, Any]:
        """Empty for an empty cell. Raises ValidationError."""
        if cells.is_blank(value):
            return {}
        if isinstance(value, dict):  # a date
            return self.values(value)
        key = (type(value), value)
        if key not in self.remembered:
            if len(self.remembered) >= REMEMBERED:
                self.remembered.clear()
            self.remembered[key] = self.cleared() if cells.is_cleared(value) else self.values(value)
        return self.remembered[key]

    def values(self, cell) -> dict[str, Any]:
        return {self.field.attname: self.field.clean(self.read(cell), None)}

    def read(self, cell) -> Any:
        return cells.line(cell)

    def cleared(self) -> dict[str, Any]:
        if not (self.field.blank or self.field.null):
            raise ValidationError(_("This cannot be left empty."))
        return {self.field.attname: None if self.field.null else self.field.get_default()}

    def render(self, value: Mapping[str, Any], obj=None, **kwargs) -> Any:
        stored = value[self.field.attname]
        return "" if stored is None else self.write(stored)

    def write(self, stored) -> Any:
        return stored


class TextWidget(CellWidget):
    def read(self, cell):
        text = cells.line(cell)
        if isinstance(self.field, models.URLField) and "://" not in text:
            return f"https://{text}"
        return text


class ParagraphWidget(TextWidget):
    def read(self, cell):
        return cells.paragraphs(cell)


class DigitsWidget(TextWidget):
    """Codes and postcodes: Thai digits, and spaces or hyphens between them, are read."""

    def read(self, cell):
        text = to_arabic_digits(cells.line(cell))
        bare = text.replace(" ", "").replace("-", "")
        return bare if bare.isdecimal() else text


class TelephoneWidget(TextWidget):
    """A spreadsheet that takes a telephone number for a number loses the nought it begins with."""

    def read(self, cell):
        text = to_arabic_digits(cells.line(cell))
        return f"0{text}" if isinstance(cell, int) and not text.startswith("0") else text


class NumberWidget(CellWidget):
    def read(self, cell):
        return cells.whole_number(cell)


class DecimalWidget(CellWidget):
    def read(self, cell):
        return cells.rounded(cells.decimal_number(cell), self.field.decimal_places)


class DateWidget(CellWidget):
    def read(self, cell):
        return cells.day(cell)

    def write(self, stored):
        return long_date(stored)


class YearWidget(CellWidget):
    def read(self, cell):
        return cells.year(cell)

    def write(self, stored):
        return buddhist_year(stored)


class PartialDateWidget(CellWidget):
    def bind(self, field):
        super().bind(field)
        self.attributes = (field.attname, field.precision_name)
        return self

    def values(self, cell):
        return self.parts(cells.partial(cell))

    def parts(self, value: PartialDate | None) -> dict[str, Any]:
        precision = value.precision if value else Precision.DAY
        day = value and getattr(value, self.field.edge)
        return {self.field.attname: day, self.field.precision_name: precision.value}

    def cleared(self):
        super().cleared()
        return self.parts(None)

    def render(self, value, obj=None, **kwargs):
        day = value[self.field.attname]
        precision = Precision(value[self.field.precision_name])
        return show(PartialDate(day, precision)) if day else ""


class BooleanWidget(CellWidget):
    WORDS = {
        **dict.fromkeys(["ใช่", "yes", "true", "1", "y", "จริง", "x", "✓", "มี"], True),
        **dict.fromkeys(["ไม่ใช่", "ไม่", "no", "false", "0", "n", "เท็จ", "ไม่มี"], False),
    }

    def values(self, cell):
        text = to_arabic_digits(cells.line(cell)).casefold()
        if text not in self.WORDS:
            raise ValidationError(_("Write ใช่ or ไม่ใช่."))
        return {self.field.attname: self.WORDS[text]}

    def cleared(self):
        return {self.field.attname: False}

    def write(self, stored):
        return "ใช่" if stored else "ไม่ใช่"


class ChoiceWidget(CellWidget):
    """By the word in Thai or English; `also` are other words for a value."""

    def __init__(self, also: Mapping[str, Any] | None = None):
        super().__init__()
        self.also = dict(also or {})

    def bind(self, field):
        super().bind(field)
        self.labels, self.known = labels_of(field.flatchoices)
        self.known.update({loose(word): value for word, value in self.also.items()})
        return self

    def read(self, cell):
        return self.choice(cells.line(cell))

    def choice(self, text: str) -> Any:
        found = self.known.get(loose(text))
        if found is None:
            sentence = _("“%(text)s” is not one of: %(choices)s.")
            named = ", ".join(self.labels.values())
            raise ValidationError(sentence % {"text": text[:60], "choices": named})
        return found

    def write(self, stored):
        return self.labels.get(stored, stored)


class ChoiceListWidget(ChoiceWidget):
    """Several, with commas between them."""

    def bind(self, field):
        CellWidget.bind(self, field)
        self.labels, self.known = labels_of(field.options.choices)
        return self

    def read(self, cell):
        words = cells.line(cell).replace(";", ",").split(",")
        chosen = [self.choice(word.strip()) for word in words if word.strip()]
        return list(dict.fromkeys(chosen))

    def write(self, stored):
        return ", ".join(self.labels.get(value, value) for value in stored)


def labels_of(choices) -> tuple[dict, dict]:
    """({value: Thai label}, {label or value as people write it: value})"""
    with override("en"):
        known = {loose(str(label)): value for value, label in choices}
    with override("th"):
        labels = {value: str(label) for value, label in choices}
    known |= {loose(str(value)): value for value in labels}
    return labels, known | {loose(label): value for value, label in labels.items()}


class ReferenceWidget(CellWidget):
    """Another record, by its code or its name; asked for once a file."""

    def __init__(self, make_lookup: Callable[[], Lookup]):
        super().__init__()
        self.make_lookup = make_lookup
        self._lookup = None

    @property
    def lookup(self) -> Lookup:
        if self._lookup is None:
            self._lookup = self.make_lookup()
        return self._lookup

    def values(self, cell):
        return {self.field.attname: self.lookup.find(self.text(cell))}

    def text(self, cell) -> str:
        return to_arabic_digits(cells.line(cell))

    def write(self, stored):
        return self.lookup.label(stored)


WIDGETS = [
    (ChoiceListField, ChoiceListWidget),
    (PartialDateField, PartialDateWidget),
    (ThaiDateField, DateWidget),
    (CommonEraYearField, YearWidget),
    (models.BooleanField, BooleanWidget),
    (models.DecimalField, DecimalWidget),
    (models.IntegerField, NumberWidget),
    (models.TextField, ParagraphWidget),
    (models.CharField, TextWidget),
]


def widget_for(field: models.Field) -> CellWidget:
    if field.choices:
        return ChoiceWidget()
    return next(widget for kind, widget in WIDGETS if isinstance(field, kind))()
