"""The one guard that refuses to change frozen records, whoever asks: form, admin, import or code.

A record freezes with all its parts. Its model is a FrozenModel whose queryset says in `frozen()`
which rows are, and `why_frozen()` says it to people. A part is a FrozenModel too; PART_OF is the
path of references to the record that it freezes with:

    class Edition(FrozenModel):         class Item(FrozenModel):
        objects = EditionQuerySet...        category = ForeignKey(Category)
        def why_frozen(self): ...           PART_OF = "category__edition"

save(), delete() and every write of a queryset raise FrozenError, a ValidationError with that
sentence, so that forms show it. Columns in STAYS_OPEN may change still. What goes past the ORM, and
a backup that is put back, is not asked; `common.seals` finds it out afterwards.

All references of a frozen record must PROTECT, except that of a part to what it is a part of: the
database's own cascades ask nobody either.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager, nullcontext
from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.db import NotSupportedError, connection, models, transaction
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class FrozenError(ValidationError):
    """The record is frozen; the message says why, and what to do instead."""


class FrozenQuerySet(models.QuerySet):
    """Refuses what would change a frozen row."""

    def frozen(self):
        """Those that must not change. The queryset of a record that is no part says which."""
        if not self.model.PART_OF:
            raise NotImplementedError(f"{type(self).__name__}.frozen")
        whole = whole_of(self.model)._base_manager.frozen()
        return self.filter(**{f"{self.model.PART_OF}__in": whole.values("pk")})

    def wholes(self):
        """The records that these rows freeze with."""
        path = self.model.PART_OF or "pk"
        return whole_of(self.model)._base_manager.filter(pk__in=self.order_by().values(path))

    def update(self, **values):
        if self.model.STAYS_OPEN.issuperset(values):
            return super().update(**values)
        with unfrozen(self.wholes(), wholes_named(self.model, values)):
            return super().update(**values)

    update.alters_data = True

    def bulk_update(self, objs, fields, batch_size=None):
        """Ends in update(), which asks of the rows as they are."""
        objs = tuple(objs)
        with unfrozen(wholes_after(self.model, objs)):
            return super().bulk_update(objs, fields, batch_size=batch_size)

    bulk_update.alters_data = True

    def bulk_create(self, objs, *args, update_conflicts=False, **kwargs):
        if update_conflicts:
            raise NotSupportedError("rows that may be frozen are added or changed, not either")
        objs = list(objs)
        with unfrozen(wholes_after(self.model, objs)):
            return super().bulk_create(objs, *args, **kwargs)

    bulk_create.alters_data = True

    def delete(self):
        with unfrozen(self.wholes()):
            return super().delete()

    delete.alters_data = True
    delete.queryset_only = True


class FrozenModel(models.Model):
    """A record that freezes, or a part of one. The first base of its model."""

    PART_OF: ClassVar[str] = ""
    STAYS_OPEN: ClassVar[frozenset[str]] = frozenset()

    # Of its own columns, and of the hashes of its parts: see `common.seals`.
    content_hash = models.CharField(
        _("content hash"), max_length=64, blank=True, default="", editable=False
    )

    objects = FrozenQuerySet.as_manager()

    class Meta:
        abstract = True
        # Undo, imports and cascades write through the base manager: they are asked as well.
        base_manager_name = "objects"

    @property
    def is_frozen(self) -> bool:
        return frozen_among(self.wholes()) is not None

    def wholes(self):
        """The record that this row freezes with; two while it moves from one to another."""
        stored = type(self)._base_manager.filter(pk=self.pk).wholes()
        return stored | wholes_after(type(self), [self])

    def why_frozen(self) -> str:
        """Of a record that is no part: the sentence for whoever wants to change it."""
        raise NotImplementedError(f"{type(self).__name__}.why_frozen")

    def clean(self):
        super().clean()
        if frozen := frozen_among(self.wholes()):
            raise FrozenError(frozen.why_frozen())

    def save_base(self, *args, update_fields=None, **kwargs):
        if update_fields is not None and self.STAYS_OPEN.issuperset(update_fields):
            return super().save_base(*args, update_fields=update_fields, **kwargs)
        with unfrozen(self.wholes()):
            return super().save_base(*args, update_fields=update_fields, **kwargs)

    def delete(self, *args, **kwargs):
        with unfrozen(self.wholes()):
            return super().delete(*args, **kwargs)

    delete.alters_data = True


@contextmanager
def unfrozen(*groups) -> Iterator[None]:
    """What is written inside is written while none of these records is frozen; else FrozenError.
    A transaction that is under way lives on after a refusal."""
    with nullcontext() if connection.in_atomic_block else transaction.atomic():
        for wholes in groups:
            refuse_frozen(wholes)
        yield


def refuse_frozen(wholes) -> None:
    """Raises FrozenError if one of these records is frozen. They are locked first, so that none
    freezes before the change is through."""
    rows = wholes.order_by("pk").select_for_update(no_key=True)
    locked = list(rows.values_list("pk", flat=True))
    if not locked:
        return
    if frozen := frozen_among(wholes.model._base_manager.filter(pk__in=locked)):
        raise FrozenError(frozen.why_frozen())


def frozen_among(wholes) -> FrozenModel | None:
    return wholes.frozen().order_by("pk").first()


def whole_of(model: type[FrozenModel]) -> type[FrozenModel]:
    """The model of the record that rows of this one freeze with."""
    for name in filter(None, model.PART_OF.split("__")):
        model = model._meta.get_field(name).related_model
    return model


def wholes_after(model: type[FrozenModel], objs: Iterable[FrozenModel]):
    """The records that these instances would be parts of."""
    if not model.PART_OF:
        return model._base_manager.none()
    field = model._meta.get_field(model.PART_OF.split("__")[0])
    return wholes_above(model, {getattr(obj, field.attname) for obj in objs} - {None})


def wholes_named(model: type[FrozenModel], values: dict[str, Any]):
    """The records that rows become parts of when their columns get these values."""
    if not model.PART_OF:
        return model._base_manager.none()
    field = model._meta.get_field(model.PART_OF.split("__")[0])
    given = [values[name] for name in (field.name, field.attname) if name in values]
    keys = {value.pk if isinstance(value, models.Model) else value for value in given}
    return wholes_above(model, {key for key in keys if not hasattr(key, "resolve_expression")})


def wholes_above(model: type[FrozenModel], keys: set):
    """The records above the rows with these keys of what `model` is next a part of."""
    first, _dots, rest = model.PART_OF.partition("__")
    above = model._meta.get_field(first).related_model._base_manager.filter(pk__in=keys)
    return whole_of(model)._base_manager.filter(Q(pk__in=above.values(rest or "pk")))
