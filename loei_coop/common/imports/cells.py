"""What a cell of somebody's spreadsheet means."""

import datetime
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from loei_coop.common.sheets.cells import restored
from loei_coop.thai.dates import PartialDate
from loei_coop.thai.digits import to_arabic_digits
from loei_coop.thai.django.dates import problem_sentence
from loei_coop.thai.parsing import (
    BUDDHIST_YEARS,
    COMMON_YEARS,
    DateError,
    parse_date,
    parse_partial,
    parse_year,
)

# An empty cell says nothing; this one says that the record has no such value (any more).
CLEARED = "-"
SPREADSHEET_EPOCH = datetime.date(1899, 12, 30)
LAST_SERIAL = 300_000  # in the year 2721, the Buddhist era included
MOST_DIGITS = 40
_LINE_BREAKS = str.maketrans("\r\n\t\u00a0", "    ")
_ZERO_WIDTH = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff"))


def is_blank(cell: Any) -> bool:
    return cell is None or (isinstance(cell, str) and not cell.strip())


def is_cleared(cell: Any) -> bool:
    return isinstance(cell, str) and cell.strip() == CLEARED


def line(cell: Any) -> str:
    """The text of a cell, in one line."""
    if isinstance(cell, dict):
        raise ValidationError(
            _(
                "The spreadsheet made a date of this cell. Format the column as text and type it "
                "again."
            )
        )
    text = str(cell).replace("\r\n", "\n").translate(_ZERO_WIDTH)
    return restored(text.translate(_LINE_BREAKS).strip())


def paragraphs(cell: Any) -> str:
    """The text of a cell with its line breaks."""
    return (
        restored(str(cell).replace("\r\n", "\n").strip()) if isinstance(cell, str) else line(cell)
    )


def whole_number(cell: Any) -> int:
    value = decimal_number(cell)
    if value != value.to_integral_value():
        raise not_a_number(cell)
    return int(value)


def decimal_number(cell: Any) -> Decimal:
    """Thai digits and thousands separators are read."""
    text = to_arabic_digits(line(cell)).replace(",", "").replace(" ", "")
    try:
        value = Decimal(text)
    except InvalidOperation:
        raise not_a_number(cell) from None
    if isinstance(cell, bool) or not value.is_finite() or value.adjusted() > MOST_DIGITS:
        raise not_a_number(cell)
    return value


def rounded(value: Decimal, places: int) -> Decimal:
    try:
        return value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    except InvalidOperation:
        raise not_a_number(value) from None


def not_a_number(cell: Any) -> ValidationError:
    return ValidationError(_("“%(text)s” is not such a number.") % {"text": str(cell)[:60]})


def day(cell: Any) -> datetime.date:
    return _read(parse_date, date_text(cell))


def partial(cell: Any) -> PartialDate:
    return _read(parse_partial, date_text(cell))


def year(cell: Any) -> int:
    """Of the Common Era, whichever is written."""
    return _read(parse_year, line(cell), of_year=True)


def _read(parse, text: str, *, of_year: bool = False):
    try:
        return parse(text)
    except DateError as error:
        raise ValidationError(problem_sentence(error, of_year=of_year)) from error


def date_text(cell: Any) -> str:
    """A date as the spreadsheet kept it, in either era; a number is a year or a day's number."""
    if isinstance(cell, dict):
        return cell["date"]
    text = to_arabic_digits(line(cell))
    if text.isdecimal() and len(text) <= len(str(LAST_SERIAL)):
        number = int(text)
        is_year = number in COMMON_YEARS or number in BUDDHIST_YEARS
        if not is_year and COMMON_YEARS[-1] < number <= LAST_SERIAL:
            return (SPREADSHEET_EPOCH + datetime.timedelta(days=number)).isoformat()
    return text
