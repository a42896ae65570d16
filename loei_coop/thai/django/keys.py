"""Keys derived from Thai text, such as the one that sorts: stored, and never stale.

A derived field is computed from its source columns whenever it is read for writing, so save(),
bulk_create() and a raw fixture load all store a fresh key. What writes columns without an
instance, update(), is refused by DerivedKeysQuerySet.
"""

from collections.abc import Iterator
from functools import lru_cache

from django.apps import apps
from django.db import models
from django.db.models.query_utils import DeferredAttribute

from loei_coop.thai import collation, search

# A key is asked for several times while a row is written.
sort_key = lru_cache(maxsize=1024)(collation.whole_sort_key)
search_text = lru_cache(maxsize=1024)(search.search_text)


class StaleKeyError(ValueError):
    """A write that would leave a derived key behind its source."""


class DerivedValue(DeferredAttribute):
    """The attribute: computed while the sources are loaded, else what the row holds."""

    def __get__(self, instance, cls=None):
        if instance is None:
            return self
        if all(name in instance.__dict__ for name in self.field.sources):
            return self.field.derive(instance)
        return super().__get__(instance, cls)

    def __set__(self, instance, value):
        instance.__dict__[self.field.attname] = value


class DerivedTextField(models.TextField):
    """A text computed from the columns `sources` of the same row."""

    descriptor_class = DerivedValue

    def __init__(self, *args, sources=(), **kwargs):
        self.sources = tuple(sources)
        kwargs.update(editable=False, default="")
        super().__init__(*args, **kwargs)

    def deconstruct(self):
        name, path, args, kwargs = super().deconstruct()
        del kwargs["editable"], kwargs["default"]
        return name, path, args, {**kwargs, "sources": list(self.sources)}

    @property
    def columns(self) -> set[str]:
        """The key and its sources."""
        return {self.name, *self.sources}

    def derive(self, instance) -> str:
        return self.compute(*(instance.__dict__[name] or "" for name in self.sources))

    def compute(self, *texts: str) -> str:
        raise NotImplementedError

    def pre_save(self, model_instance, add):
        # As inherited, but overridden: update_or_create() then writes the key as well.
        return getattr(model_instance, self.attname)


class SortKeyField(DerivedTextField):
    """Order by this, then by the name: dictionary order on every database."""

    def __init__(self, *args, **kwargs):
        kwargs.setdefault("db_index", True)
        super().__init__(*args, **kwargs)

    def compute(self, *texts):
        return sort_key(" ".join(texts).strip())


class SearchTextField(DerivedTextField):
    """Contains every term of `thai.search.terms` that should find the row. With `joined` the
    sources are one text, as the parts of a person's name are."""

    def __init__(self, *args, joined=False, **kwargs):
        self.joined = joined
        super().__init__(*args, **kwargs)

    def deconstruct(self):
        name, path, args, kwargs = super().deconstruct()
        return name, path, args, {**kwargs, "joined": self.joined}

    def compute(self, *texts):
        return search_text("".join(texts)) if self.joined else search_text(*texts)


def derived_fields(model) -> list[DerivedTextField]:
    return [field for field in model._meta.concrete_fields if isinstance(field, DerivedTextField)]


class DerivedKeysQuerySet(models.QuerySet):
    """Refuses to write a source column without the keys derived from it."""

    def update(self, **values):
        for field in self._touched(values):
            if values.get(field.name) != self._expected(field, values):
                raise StaleKeyError(
                    f"update() of {self.model.__name__}.{'/'.join(field.sources)} would leave "
                    f"{field.name} stale: save the instances, or bulk_update() with the key"
                )
        return super().update(**values)

    update.alters_data = True

    def bulk_update(self, objs, fields, batch_size=None):
        self._refuse_half_keys(fields)
        # The inherited one ends in update(), with expressions that tell no key.
        plain = models.QuerySet(self.model, self.query.chain(), self._db, self._hints)
        return plain.bulk_update(objs, fields, batch_size=batch_size)

    bulk_update.alters_data = True

    def bulk_create(self, objs, *args, update_fields=None, unique_fields=None, **kwargs):
        if update_fields is not None:
            self._refuse_half_keys([*update_fields, *(unique_fields or [])])
        return super().bulk_create(
            objs, *args, update_fields=update_fields, unique_fields=unique_fields, **kwargs
        )

    def _touched(self, names) -> list[DerivedTextField]:
        return [field for field in derived_fields(self.model) if field.columns & set(names)]

    def _expected(self, field, values):
        """The right key, or an object equal to nothing when the values do not tell it."""
        texts = [values.get(name) for name in field.sources]
        return field.compute(*texts) if all(isinstance(t, str) for t in texts) else object()

    def _refuse_half_keys(self, names):
        """A key is written with all its sources: an instance may differ from its row in others."""
        missing = set().union(*(field.columns for field in self._touched(names))) - set(names)
        if missing:
            raise StaleKeyError(
                f"write {', '.join(sorted(missing))} together with {', '.join(names)}"
            )


def with_keys(instance, names: set[str]) -> set[str]:
    """The names, and every key with all its sources (loaded by now) if any of them is there."""
    columns = set().union(*(field.columns for field in derived_fields(instance)))
    if not columns & names:
        return names
    for field in derived_fields(instance):
        for source in field.sources:
            getattr(instance, source)
    return names | columns


class DerivedKeysModel(models.Model):
    """Base of models with derived keys."""

    objects = DerivedKeysQuerySet.as_manager()

    class Meta:
        abstract = True

    def save_base(self, *args, update_fields=None, **kwargs):
        if update_fields is not None:
            update_fields = with_keys(self, set(update_fields))
        return super().save_base(*args, update_fields=update_fields, **kwargs)


def models_with_keys() -> list[type[models.Model]]:
    return [m for m in apps.get_models() if derived_fields(m) and not m._meta.proxy]


def stale_rows(model) -> Iterator[tuple]:
    """(primary key, {column: right key}) of each row whose stored key is not the right one."""
    fields = derived_fields(model)
    sources = sorted({name for field in fields for name in field.sources})
    rows = model._base_manager.values_list("pk", *sources, *(field.name for field in fields))
    for pk, *row in rows.iterator():
        texts = dict(zip(sources, row, strict=False))
        stored = row[len(sources) :]
        right = [field.compute(*(texts[name] or "" for name in field.sources)) for field in fields]
        if stored != right:
            yield pk, dict(zip([field.name for field in fields], right, strict=True))


def rebuild_stale_keys() -> int:
    """Writes the right keys where they are not; returns how many rows it mended."""
    mended = 0
    for model in models_with_keys():
        for pk, keys in list(stale_rows(model)):
            # Past the model's own guards, which refuse keys without their sources.
            mended += models.QuerySet(model).filter(pk=pk).update(**keys)
    return mended
