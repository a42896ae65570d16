"""Cells that only lists of organizations have."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from loei_coop.common.imports import cells
from loei_coop.common.imports.lookup import Lookup
from loei_coop.common.imports.widgets import CellWidget, TextWidget
from loei_coop.thai.dates import day_and_month
from loei_coop.thai.digits import to_arabic_digits
from loei_coop.thai.parsing import DateError, parse_date
from loei_coop.thai.spelling import with_sara_am
from networks.models import District
from networks.resources import lookups

CODE_LENGTH = 4
LEAP_YEAR = 2555  # of the Buddhist era: it has a 29 February


class CodeWidget(TextWidget):
    """A spreadsheet that takes a code for a number loses the noughts it begins with."""

    def read(self, cell):
        text = to_arabic_digits(cells.line(cell)).lower()
        return text.zfill(CODE_LENGTH) if isinstance(cell, int) else text

    def cleared(self):
        return {}


class NameWidget(TextWidget):
    def read(self, cell):
        return with_sara_am(super().read(cell))


class DayMonthWidget(CellWidget):
    """ "31 มีนาคม", into a day and a month."""

    def bind(self, field):
        super().bind(field)
        self.attributes = (field.attname, field.attname.replace("_day", "_month"))
        return self

    def values(self, cell):
        return dict(zip(self.attributes, self.day_and_month(cell), strict=True))

    def day_and_month(self, cell) -> tuple[int, int]:
        if isinstance(cell, dict):
            _year, month, day = map(int, cell["date"].split("-"))
            return day, month
        text = cells.line(cell)
        for separator in ("/", " ", "-"):
            try:
                day = parse_date(f"{text}{separator}{LEAP_YEAR}")
            except DateError:
                continue
            return day.day, day.month
        raise ValidationError(_("Write a day and a month, such as 31 มีนาคม or 31/3."))

    def cleared(self):
        return dict.fromkeys(self.attributes)

    def render(self, value, obj=None, **kwargs):
        day, month = (value[name] for name in self.attributes)
        return day_and_month(day, month) if day and month else ""


class SubdistrictWidget(CellWidget):
    """By its name in the row's district: `values` keeps the text, `find` knows the district."""

    def __init__(self):
        super().__init__()
        self._districts = None

    @property
    def districts(self) -> dict[str, Lookup]:
        if self._districts is None:
            self._districts = lookups.subdistricts_by_district()
        return self._districts

    def values(self, cell):
        return {"subdistrict_text": to_arabic_digits(cells.line(cell))}

    def find(self, text: str, district: str | None) -> str:
        if district:
            lookup = self.districts.get(district)
            if lookup is None:
                raise self.refusal(_("The district has no subdistricts in the register."))
            return self.found(lookup, text)
        found = [lookup for lookup in self.districts.values() if text in lookup.codes]
        if found:
            return text
        raise self.refusal(_("Say in which district the subdistrict lies."))

    def found(self, lookup: Lookup, text: str) -> str:
        try:
            return lookup.find(text)
        except ValidationError as error:
            raise self.refusal(" ".join(error.messages)) from error

    def refusal(self, sentence: str) -> ValidationError:
        return ValidationError(f"{self.field.verbose_name}: {sentence}")

    def write(self, stored):
        return next((d.names[stored] for d in self.districts.values() if stored in d.names), stored)


class NetworkOfDistrictWidget(CellWidget):
    """To read in a file; it follows from the district."""

    def __init__(self):
        super().__init__()
        self._networks = None

    def write(self, stored):
        if self._networks is None:
            self._networks = dict(District.objects.values_list("code", "network"))
        return self._networks[stored]
