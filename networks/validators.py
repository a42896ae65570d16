from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator, RegexValidator
from django.utils.translation import gettext_lazy as _

digits_4 = RegexValidator(r"\A[0-9]{4}\Z", _("Four digits, such as 4201."))
digits_6 = RegexValidator(r"\A[0-9]{6}\Z", _("Six digits, such as 420101."))
digits_13 = RegexValidator(r"\A[0-9]{13}\Z", _("Thirteen digits, without spaces."))
postcode = RegexValidator(r"\A[0-9]{5}\Z", _("Five digits, such as 42000."))
record_code = RegexValidator(
    r"\A[a-z0-9]+(-[a-z0-9]+)*\Z",
    _("Small Latin letters, digits and single hyphens, such as 0012."),
)
registration_number = RegexValidator(
    r"\A[0-9A-Za-zก-๙./ -]{1,40}\Z", _("Digits, letters, full stops and / only, such as 87/11283.")
)
telephone = RegexValidator(
    r"\A[0-9+() -]{3,30}([ ]?(ต่อ|ext\.?)[ ]?[0-9 ,-]{1,20})?\Z",
    _("Digits, spaces and hyphens, such as 0 4281 1234 ต่อ 12."),
)
# Thailand, with a margin: a swapped latitude and longitude falls outside.
latitude = [MinValueValidator(5), MaxValueValidator(21)]
longitude = [MinValueValidator(97), MaxValueValidator(106)]

DAYS_IN_MONTH = {
    1: 31,
    2: 29,
    3: 31,
    4: 30,
    5: 31,
    6: 30,
    7: 31,
    8: 31,
    9: 30,
    10: 31,
    11: 30,
    12: 31,
}


def check_day_of_month(day: int | None, month: int | None) -> None:
    """A day of a year that is not named; 29 February counts."""
    if (day is None) != (month is None):
        raise ValidationError(_("Give both the day and the month, or neither."))
    if day is not None and day > DAYS_IN_MONTH.get(month, 31):
        raise ValidationError(_("There is no such day in this month."))
