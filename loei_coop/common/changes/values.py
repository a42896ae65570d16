"""Values of the history as a person reads them."""

import datetime
from pathlib import PurePath
from typing import Any

from django.db import models
from django.utils import formats
from django.utils.translation import gettext as _
from simple_history.models import DeletedObject
from simple_history.template_utils import HistoricalRecordContextHelper, ObjDiffDisplay

from loei_coop.thai.dates import PartialDate
from loei_coop.thai.django.dates import show_day, show_partial, show_year
from loei_coop.thai.django.fields import CommonEraYearField


class Shortened(ObjDiffDisplay):
    def shortened_str(self, prefix, num_skipped_chars, suffix):
        return f"{prefix}[…]{suffix}"


class ShownValues(HistoricalRecordContextHelper):
    """Values of the history as a person reads them, not as the column holds them."""

    def get_obj_diff_display(self):
        return Shortened(max_length=self.max_displayed_delta_change_chars)

    def prepare_delta_change_value(self, change, value):
        value = super().prepare_delta_change_value(change, value)
        field = self.model._meta.get_field(change.field)
        if isinstance(value, DeletedObject) and value.pk is None:
            return shown(None, {})
        if isinstance(field, CommonEraYearField) and value:
            return show_year(value)
        if isinstance(field, models.FileField) and value:
            return show_file(str(value))
        options = dict(field.flatchoices) or dict(
            getattr(getattr(field, "options", None), "choices", ())
        )
        return shown(value, options)


def shown(value: Any, options: dict) -> str:
    if isinstance(value, list):
        return ", ".join(str(options.get(item, item)) for item in value) or "–"
    if value in (None, ""):
        return "–"
    if value in options:
        return str(options[value])
    return plain(value)


def show_file(stored_name: str) -> str:
    """Enough of its name to tell it from another one."""
    return _("file %(name)s") % {"name": PurePath(stored_name).stem[:8]}


def plain(value: Any) -> str:
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, PartialDate):
        return show_partial(value)
    if isinstance(value, datetime.date):
        return show_day(value)
    if isinstance(value, int | float):
        return formats.number_format(value, use_l10n=True)
    return str(value)
