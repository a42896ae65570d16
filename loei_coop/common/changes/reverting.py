"""Back to a former version of one record.

What no history keeps, such as private contacts, stays as it is today. The former values are
judged by today's rules: fields, the record's own checks, constraints.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db import IntegrityError, models, transaction
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import override
from simple_history.models import ModelChange

from loei_coop.common.changes.labels import find_removed, label_of, reference_names
from loei_coop.common.changes.values import ShownValues
from loei_coop.common.history import recording
from loei_coop.common.models import ChangeSet
from loei_coop.common.undo import former_values
from loei_coop.thai.django.dates import show_moment

LONGEST_SHOWN = 2_000


@dataclass(frozen=True)
class Compared:
    """A field today and then, as a person reads it."""

    field: str
    now: str
    then: str

    @property
    def differs(self) -> bool:
        return self.now != self.then


class Reversion:
    """A former version (a history row) beside the record of today."""

    def __init__(self, version: models.Model):
        self.model = version.instance_type
        self.pk = getattr(version, self.model._meta.pk.attname)
        # Again, with all that it refers to.
        rows = self.model.history.select_related("change_set", *reference_names(self.model))
        self.version = rows.get(history_id=version.history_id)
        find_removed([self.version])

    @cached_property
    def record(self) -> models.Model | None:
        """The record of today; None if it was removed."""
        rows = self.model._base_manager.select_related(*reference_names(self.model))
        return rows.filter(pk=self.pk).first()

    @property
    def label(self) -> str:
        return str(self.record) if self.record else label_of(self.version)

    @cached_property
    def seen(self) -> str:
        """Tells one state of the record from the next."""
        return latest_id(self.model, self.pk)

    @cached_property
    def compared(self) -> list[Compared]:
        shown = ShownValues(
            self.model, self.version, max_displayed_delta_change_chars=LONGEST_SHOWN
        )
        return [shown_pair(shown, *values) for values in self.values()]

    def values(self) -> Iterator[tuple]:
        """(field name, value now, value then); a reference gives its record."""
        for tracked in self.version.tracked_fields:
            if not tracked.editable or tracked.primary_key:
                continue
            field = self.version._meta.get_field(tracked.name)
            now = value_of(tracked, self.record) if self.record else None
            yield tracked.name, now, value_of(field, self.version)

    @property
    def differences(self) -> list[Compared]:
        return [pair for pair in self.compared if pair.differs]

    @property
    def same(self) -> list[Compared]:
        return [pair for pair in self.compared if not pair.differs and pair.then != "–"]


def value_of(field: models.Field, row: models.Model):
    value = field.value_from_object(row)
    if field.many_to_one or field.one_to_one:
        return getattr(row, field.name) if value is not None else None
    return value


def shown_pair(shown: ShownValues, name: str, now, then) -> Compared:
    pair = shown.format_delta_change(ModelChange(name, now, then))
    return Compared(pair.field, pair.old, pair.new)


def latest_id(model: type[models.Model], pk) -> str:
    rows = model.history.filter(**{model._meta.pk.attname: pk}).order_by("-history_id")
    return str(rows.values_list("history_id", flat=True).first())


def revert(reversion: Reversion, *, seen: str, made_by: Callable) -> models.Model:
    """Writes the former values, in an act of its own. `seen`: `Reversion.seen` of what the officer
    was shown. Raises ValidationError with the sentences why they do not fit today."""
    with override("th"):
        when = show_moment(reversion.version.history_date)
        reason = _("back to the data of %(when)s") % {"when": when}
    try:
        with (
            recording(ChangeSet.Source.FORM, made_by=made_by, reason=reason),
            transaction.atomic(),
        ):
            record = locked(reversion)
            if latest_id(reversion.model, reversion.pk) != seen:
                raise ValidationError(changed_meanwhile())
            return write(record, returning(reversion))
    except IntegrityError as error:
        raise ValidationError(belongs_to_another()) from error


def returning(reversion: Reversion) -> dict:
    """The former values; a record of today keeps what its model says is NOT_REVERTED, because
    other records went with it: only taking that act back undoes it."""
    kept = getattr(reversion.model, "NOT_REVERTED", ()) if reversion.record else ()
    values = former_values(reversion.version)
    return {name: value for name, value in values.items() if name not in kept}


def locked(reversion: Reversion) -> models.Model:
    """The record of today, or a new one under its old number."""
    rows = reversion.model._base_manager.select_for_update()
    return rows.filter(pk=reversion.pk).first() or reversion.model(pk=reversion.pk)


def write(record: models.Model, values: dict) -> models.Model:
    for name, value in values.items():
        setattr(record, name, value)
    record.full_clean()
    record.save()
    return record


def changed_meanwhile() -> str:
    return _("The records have changed meanwhile. Please read again what will happen.")


def belongs_to_another() -> str:
    return _("its former values belong to another record by now")


def sentences(model: type[models.Model], error: ValidationError) -> list[str]:
    """Each with the name of its field."""
    if not hasattr(error, "error_dict"):
        return error.messages
    return [
        text if name == NON_FIELD_ERRORS else f"{field_label(model, name)}: {text}"
        for name, texts in error.message_dict.items()
        for text in texts
    ]


def field_label(model: type[models.Model], name: str) -> str:
    return str(capfirst(model._meta.get_field(name).verbose_name))
