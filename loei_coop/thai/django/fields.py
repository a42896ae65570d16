"""Model fields. Dates and years are stored in the Common Era and typed in either."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from loei_coop.thai.dates import PartialDate, Precision
from loei_coop.thai.django import forms


class ThaiDateField(models.DateField):
    def formfield(self, **kwargs):
        kwargs.pop("widget", None)
        return super().formfield(**{**kwargs, "form_class": forms.ThaiDateField})


class PrecisionField(models.CharField):
    """How exactly the PartialDateField of the same name (without _precision) is known."""

    CHOICES = [
        (Precision.DAY.value, _("day")),
        (Precision.MONTH.value, _("month")),
        (Precision.YEAR.value, _("year")),
    ]

    def __init__(self, *args, **kwargs):
        kwargs.update(
            max_length=5, choices=self.CHOICES, default=Precision.DAY.value, editable=False
        )
        super().__init__(*args, **kwargs)

    def deconstruct(self):
        name, path, args, kwargs = super().deconstruct()
        for argument in ("max_length", "choices", "default", "editable"):
            del kwargs[argument]
        return name, path, args, kwargs


class PartialDateField(models.DateField):
    """A date known to the day, the month or the year, beside a PrecisionField `<name>_precision`.

    The column holds the first day of the period, or its last one with `edge="last"` (for the
    end of something), so that comparing days in the database is right without the precision.
    In forms it is one text: "2556", "ก.พ. 2556" or "30/6/2556".
    """

    def __init__(self, *args, edge="first", **kwargs):
        self.edge = edge
        super().__init__(*args, **kwargs)

    def deconstruct(self):
        name, path, args, kwargs = super().deconstruct()
        return name, path, args, {**kwargs, "edge": self.edge}

    @property
    def precision_name(self):
        return f"{self.name}_precision"

    def value_from_object(self, obj) -> PartialDate | None:
        day = getattr(obj, self.attname)
        return day and PartialDate(day, Precision(getattr(obj, self.precision_name)))

    def save_form_data(self, instance, data: PartialDate | None):
        setattr(instance, self.attname, data and getattr(data, self.edge))
        precision = data.precision if data else Precision.DAY
        setattr(instance, self.precision_name, precision.value)

    def validate(self, value, model_instance):
        super().validate(value, model_instance)
        if value is None:
            return
        precision = Precision(getattr(model_instance, self.precision_name))
        if value != getattr(PartialDate(value, precision), self.edge):
            raise ValidationError(forms.NOT_AN_EDGE, code="not_an_edge")

    def to_python(self, value):
        return (
            getattr(value, self.edge)
            if isinstance(value, PartialDate)
            else super().to_python(value)
        )

    def formfield(self, **kwargs):
        kwargs.pop("widget", None)
        return super().formfield(**{**kwargs, "form_class": forms.PartialDateField})


class CommonEraYearField(models.PositiveSmallIntegerField):
    """A year, stored in the Common Era, typed and shown in the Buddhist era."""

    def formfield(self, **kwargs):
        kwargs.pop("widget", None)
        return models.Field.formfield(self, **{**kwargs, "form_class": forms.BuddhistYearField})


def partial_date(instance, name: str) -> PartialDate | None:
    """The PartialDate of the PartialDateField `name` of a row."""
    return instance._meta.get_field(name).value_from_object(instance)
