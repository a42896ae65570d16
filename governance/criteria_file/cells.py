"""What the cells of criteria mean, and how they are written."""

from decimal import Decimal
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from loei_coop.common.imports import cells

YES, NO = "ใช่", "ไม่ใช่"
YES_WORDS = {YES, "yes", "true", "1", "/"}
NO_WORDS = {NO, "no", "false", "0", "-"}
DASHES = str.maketrans("–—−", "---")

Band = tuple[Decimal, Decimal]


def yes_or_no(cell: Any) -> bool:
    word = cells.line(cell).lower()
    if word not in YES_WORDS | NO_WORDS:
        raise ValidationError(_("Write ใช่ or ไม่ใช่."))
    return word in YES_WORDS


def written_yes_or_no(value: bool) -> str:
    return YES if value else NO


def number(cell: Any) -> Decimal:
    return cells.rounded(cells.decimal_number(cell), 2)


def written_number(value: Decimal | None) -> int | float | None:
    """Without noughts behind the point."""
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)


def band(cell: Any) -> Band:
    """ "50" or "50-65": lowest and highest."""
    ends = cells.line(cell).replace("%", "").translate(DASHES).split("-")
    if len(ends) > 2:
        raise ValidationError(_("Write a percentage such as 50, or a band such as 50-65."))
    return number(ends[0]), number(ends[-1])


def written_band(value: Band) -> str | int | float:
    lowest, highest = map(written_number, value)
    return lowest if lowest == highest else f"{lowest}-{highest}"
