from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _


class ChoiceListField(models.JSONField):
    """A list of choices, kept in the order in which the choices are declared."""

    # What may be left empty is an empty list only: {} and "" are no lists.
    empty_values = [[]]

    def __init__(self, *args, options=None, **kwargs):
        self.options = options
        kwargs.setdefault("default", list)
        kwargs.setdefault("blank", True)
        super().__init__(*args, **kwargs)

    # The choices are not part of the column: a new one needs no migration.

    def validate(self, value, model_instance):
        super().validate(value, model_instance)
        known = self.options.values
        if not isinstance(value, list) or any(item not in known for item in value):
            raise ValidationError(_("Choose from the list."), code="invalid_choice")
        if len(set(value)) < len(value):
            raise ValidationError(_("The same choice is there twice."), code="doubled")

    def clean(self, value, model_instance):
        chosen = super().clean(value, model_instance)
        return [word for word in self.options.values if word in chosen]

    def formfield(self, **kwargs):
        return forms.TypedMultipleChoiceField(
            choices=self.options.choices,
            coerce=str,
            required=not self.blank,
            label=self.verbose_name,
            help_text=self.help_text,
            widget=forms.CheckboxSelectMultiple,
        )


class WebAddressField(models.URLField):
    """An address typed without a scheme is https."""

    def formfield(self, **kwargs):
        return super().formfield(assume_scheme="https", **kwargs)
