"""Every change of the register has a history row, and every history row a ChangeSet.

    with recording(ChangeSet.Source.COMMAND, reason="..."):
        organization.save()

A request that may change something is wrapped by `common.middleware`; a change outside of any
`recording` gets a ChangeSet of its own.
"""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, nullcontext
from contextvars import ContextVar
from itertools import islice
from typing import Any

from django.apps import apps
from django.db import connections, models, router
from django.db.models import signals
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from loei_coop.common.models import ChangeSet


class HistoryType(models.TextChoices):
    """As django-simple-history writes them."""

    ADDED = "+", _("added")
    CHANGED = "~", _("changed")
    REMOVED = "-", _("removed")


class Recording:
    """A ChangeSet that is written with the first row that belongs to it, so that an act which
    changes nothing leaves nothing behind."""

    def __init__(self, source: str, made_by: Callable | None = None, **values):
        self.made_by = made_by or (lambda: None)
        self.values = {"source": source, **values}
        self.row = None

    def change_set(self) -> ChangeSet:
        # A rolled back transaction takes the row with it: then it is written again.
        if self.row is None or not self.is_stored():
            self.row = ChangeSet.objects.create(made_by=self.made_by(), **self.values)
        return self.row

    def author(self):
        """The same for a row that is written again."""
        return (self.row or self.change_set()).made_by

    def is_stored(self) -> bool:
        # SQLite gives the number of a rolled back row again, perhaps to another recording.
        return ChangeSet.objects.filter(pk=self.row.pk, made_at=self.row.made_at).exists()


_current: ContextVar[Recording | None] = ContextVar("current recording", default=None)


@contextmanager
def recording(source: str, *, made_by: Callable | None = None, **values) -> Iterator[Recording]:
    """All history rows written inside belong to one ChangeSet.

    `made_by` is a function that gives the user or None: it is asked only when something is
    written. `values`: `on_behalf_of`, `file_name`, `reason`.
    """
    token = _current.set(Recording(source, made_by, **values))
    try:
        yield _current.get()
    finally:
        _current.reset(token)


def current_recording() -> Recording:
    return _current.get() or Recording(ChangeSet.Source.DIRECT)


def current_change_set() -> ChangeSet:
    return current_recording().change_set()


def current_change_set_id() -> int:
    return current_change_set().pk


class HistoryRow(models.Model):
    """What each history row has besides the copied fields."""

    change_set = models.ForeignKey(
        ChangeSet,
        verbose_name=_("change set"),
        on_delete=models.PROTECT,
        default=current_change_set_id,
        related_name="+",
    )

    class Meta:
        abstract = True


class History(HistoricalRecords):
    """One history table for a model and its proxies, each row in a ChangeSet."""

    def __init__(self, **kwargs):
        name = _("history of changes")
        super().__init__(verbose_name=name, verbose_name_plural=name, bases=(HistoryRow,), **kwargs)

    def finalize(self, sender, **kwargs):
        if sender._meta.proxy and sender._meta.concrete_model is self.cls:
            self.follow_proxy(sender)
        else:
            super().finalize(sender, **kwargs)

    def follow_proxy(self, proxy):
        """Signals name the proxy as sender: without this a change through it has no history."""
        signals.post_save.connect(self.post_save, sender=proxy, weak=False)
        signals.post_delete.connect(self.post_delete, sender=proxy, weak=False)
        signals.pre_delete.connect(self.pre_delete, sender=proxy, weak=False)
        proxy._meta.simple_history_manager_attribute = self.manager_name

    def create_historical_record(self, *args, **kwargs):
        """Outside of any recording the row is an act of its own."""
        with nullcontext() if _current.get() else recording(ChangeSet.Source.DIRECT):
            super().create_historical_record(*args, **kwargs)

    def get_history_user(self, instance):
        return current_recording().author()


def models_with_history() -> Iterator[type[models.Model]]:
    for model in apps.get_models():
        if hasattr(model, "history") and not model._meta.proxy:
            yield model


BATCH = 500


def write_history(instances: Iterable[models.Model], kind: HistoryType) -> None:
    """The history rows of rows that were written in bulk, or are about to be removed so: one
    moment, one ChangeSet. The database copies what it holds."""
    change_set = current_change_set()
    own = {
        "change_set": change_set.pk,
        "history_date": timezone.now(),
        "history_type": kind,
        "history_user": change_set.made_by_id,
    }
    for batch in batched(instances, BATCH):
        copy_rows(type(batch[0]), [row.pk for row in batch], own)


def copy_rows(model: type[models.Model], pks: list, own: dict[str, Any]) -> None:
    """From the table of the model to that of its history; `own`: {history field: value}."""
    history = model.history.model
    connection = connections[router.db_for_write(history)]
    names = connection.ops.quote_name
    copied = [names(field.column) for field in history.tracked_fields]
    fields = {history._meta.get_field(name): value for name, value in own.items()}
    # Of names that the models give; every value is a parameter.
    statement = "INSERT INTO {} ({}) SELECT {} FROM {} WHERE {} IN ({})".format(  # noqa: S608
        names(history._meta.db_table),
        ", ".join([*copied, *(names(field.column) for field in fields)]),
        ", ".join([*copied, *["%s"] * len(fields)]),
        names(model._meta.db_table),
        names(model._meta.pk.column),
        ", ".join(["%s"] * len(pks)),
    )
    values = [field.get_db_prep_save(value, connection) for field, value in fields.items()]
    with connection.cursor() as cursor:
        cursor.execute(statement, [*values, *pks])


def batched(items: Iterable, size: int) -> Iterator[list]:
    items = iter(items)
    while batch := list(islice(items, size)):
        yield batch


def keep_former_state(model: type[models.Model], pks: Iterable) -> None:
    """Rows without any history, such as a raw fixture leaves, get their present state as one, so
    that what is changed now can be restored."""
    known = set(model.history.values_list(model._meta.pk.attname, flat=True).distinct())
    unknown = [pk for pk in pks if pk not in known]
    if unknown:
        with recording(ChangeSet.Source.DIRECT):
            write_history(model._base_manager.in_bulk(unknown).values(), HistoryType.ADDED)
