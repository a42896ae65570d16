from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from loei_coop.thai.dates import PartialDate, buddhist_year
from loei_coop.thai.django.dates import problem_sentence, show_day, show_partial
from loei_coop.thai.parsing import DateError, parse_date, parse_partial, parse_year


class ThaiTextInput(forms.TextInput):
    def __init__(self, example):
        super().__init__({"placeholder": example, "autocomplete": "off"})


class ParsedField(forms.CharField):
    """A text that a function of `thai.parsing` reads; a bad one keeps what was typed."""

    example = ""
    is_year = False

    def __init__(self, **kwargs):
        # What a model field or the admin would put in its place is a calendar of another era.
        kwargs["widget"] = ThaiTextInput(self.example)
        super().__init__(**kwargs)

    def to_python(self, value):
        text = super().to_python(value)
        if text in self.empty_values:
            return None
        try:
            return self.parse(text)
        except DateError as error:
            sentence = problem_sentence(error, of_year=self.is_year)
            raise ValidationError(sentence, code=error.problem) from error

    def has_changed(self, initial, data):
        try:
            return initial != self.to_python(data)
        except ValidationError:
            return True


class ThaiDateField(ParsedField):
    example = "30/6/2556"
    parse = staticmethod(parse_date)

    def prepare_value(self, value):
        return show_day(value) if hasattr(value, "year") else value


class PartialDateField(ParsedField):
    """Cleans to a PartialDate: how exactly the date is known follows from what is typed."""

    example = "30/6/2556, 6/2556, 2556"
    parse = staticmethod(parse_partial)

    def prepare_value(self, value):
        return show_partial(value) if isinstance(value, PartialDate) else value


class BuddhistYearField(ParsedField):
    """Cleans to a Common Era year."""

    example = "2556"
    is_year = True
    parse = staticmethod(parse_year)

    def prepare_value(self, value):
        return buddhist_year(value) if isinstance(value, int) else value


NOT_AN_EDGE = _("With this precision the date must be the first or last day of the period.")
