"""What a spreadsheet of criteria says, or all that is wrong with it, cell by cell."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from governance.criteria_file.cells import written_band
from governance.criteria_file.columns import (
    CATEGORY_COLUMNS,
    ITEM_COLUMNS,
    MOST_STEPS,
    Column,
    all_columns,
    step_columns,
)
from governance.models import Item, Step
from loei_coop.common.constraints import violated
from loei_coop.common.imports.cells import is_blank

Values = dict[str, Any]
CATEGORY_NUMBER = CATEGORY_COLUMNS[0]
ITEM_NUMBER, ITEM_CODE = ITEM_COLUMNS[:2]
SCALE = [step_columns(step) for step in range(1, MOST_STEPS + 1)]
NO_BAND = "–"  # stands for it until it is given
# What a record refers to is not in its own cells.
REFERENCES = ["edition", "category", "item", "copied_from"]


@dataclass(frozen=True)
class Fault:
    """`cell`: as a spreadsheet names it, "E12"; the row alone where its column is not there."""

    cell: str
    sentence: str


@dataclass
class Line:
    """A row of the file: {attribute: value} of its records."""

    number: int
    category: Values
    item: Values
    steps: list[Values]


@dataclass
class Reading:
    lines: list[Line] = field(default_factory=list)
    faults: dict[str, Fault] = field(default_factory=dict)


def read(columns: list[str | None], rows: Iterable[list]) -> Reading:
    """`columns`: the names of the file's columns, None for one that is not known; `rows`: [line
    number, cell, ...]."""
    reader = Reader(columns)
    for number, *cells in rows:
        reader.reading.lines.append(reader.line(number, cells))
    reader.check_together()
    return reader.reading


class Reader:
    def __init__(self, columns: list[str | None]):
        known = {column.name: column for column in all_columns()}
        self.positions = {
            known[name]: position for position, name in enumerate(columns) if name in known
        }
        self.reading = Reading()

    def line(self, number: int, cells: list) -> Line:
        return Line(
            number,
            self.record(number, cells, CATEGORY_COLUMNS),
            self.record(number, cells, ITEM_COLUMNS),
            [
                self.record(number, cells, columns)
                for columns in SCALE
                if any(not is_blank(self.cell(cells, column)) for column in columns)
            ],
        )

    def record(self, number: int, cells: list, columns: list[Column]) -> Values:
        values = {column.attribute: self.value(number, cells, column) for column in columns}
        complete(columns[0].model, values)
        for attribute, sentence in problems(columns[0].model, values):
            named = (column for column in columns if column.attribute == attribute)
            self.fault(number, next(named, columns[0]), sentence)
        return values

    def value(self, number: int, cells: list, column: Column) -> Any:
        cell = self.cell(cells, column)
        if is_blank(cell):
            if column.is_needed:
                self.fault(number, column, _("This must be given."))
            return column.default
        try:
            return column.read(cell)
        except ValidationError as error:
            self.fault(number, column, " ".join(error.messages))
            return column.default

    def cell(self, cells: list, column: Column) -> Any:
        position = self.positions.get(column, len(cells))
        return cells[position] if position < len(cells) else None

    def fault(self, number: int, column: Column, sentence: str) -> None:
        """The first of a cell is told."""
        position = self.positions.get(column)
        place = f"{'' if position is None else letters(position)}{number}"
        self.reading.faults.setdefault(place, Fault(place, sentence))

    # Rules over several cells or rows

    def check_together(self) -> None:
        self.check_categories()
        lines = self.reading.lines
        self.check_single(ITEM_NUMBER, [(x.category["number"], x.item["number"]) for x in lines])
        self.check_single(ITEM_CODE, [x.item["code"] for x in lines])
        for line in lines:
            self.check_scale(line)

    def check_categories(self) -> None:
        """The rows of a category say the same of it."""
        first: dict[str, Line] = {}
        for line in self.reading.lines:
            known = first.setdefault(line.category["number"], line)
            if known.category != line.category:
                sentence = _("Row %(row)s says something else of this category.")
                self.fault(line.number, CATEGORY_NUMBER, sentence % {"row": known.number})

    def check_single(self, column: Column, values: list) -> None:
        often = Counter(values)
        for line, value in zip(self.reading.lines, values, strict=True):
            if often[value] > 1:
                self.fault(line.number, column, _("This is in the file more than once."))

    def check_scale(self, line: Line) -> None:
        if not line.steps:
            self.fault(line.number, SCALE[0][0], _("An item needs the steps of its scale."))
        begin = Counter(step["lowest"] for step in line.steps)
        if any(number > 1 for number in begin.values()):
            sentence = _("Two steps begin at the same percentage.")
            self.fault(line.number, SCALE[0][0], sentence)


def complete(model, values: Values) -> None:
    """What follows from other cells."""
    if model is Item:
        values["code"] = values["code"] or str(values["number"]).replace(".", "-")
    if model is Step:
        band = values["lowest"]
        values["lowest"], values["highest"] = band or (None, None)
        values["label"] = values["label"] or str(written_band(band) if band else NO_BAND)


def problems(model, values: Values) -> Iterator[tuple[str, str]]:
    """(attribute or "", sentence) of what the fields and constraints refuse."""
    try:
        model(**values).clean_fields(exclude=REFERENCES)
    except ValidationError as error:
        for attribute, sentences in error.message_dict.items():
            yield attribute, " ".join(sentences)
    else:
        for constraint in violated(model, values, given=values):
            yield "", str(constraint.get_violation_error_message())


def letters(position: int) -> str:
    """A for the first column, AA after Z."""
    name, position = "", position + 1
    while position:
        position, letter = divmod(position - 1, 26)
        name = chr(ord("A") + letter) + name
    return name
