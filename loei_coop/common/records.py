"""The records that the portal starts with: fixtures that are added once and never overwrite.

An app names its files in `AppConfig.records` and `AppConfig.sample_records`, in the order in
which they refer to each other. A record is known again by its model's IDENTITY; one that is
in the history was there before, so it was removed or changed on purpose and is not revived.
What an app makes of its records once they are there, it names in `AppConfig.after_records`: the
path of a function that takes the Outcome, and does nothing when it has done its work before.
"""

import json
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from django.apps import apps
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.serializers.base import DeserializationError
from django.core.serializers.python import Deserializer
from django.db import IntegrityError, models, transaction
from django.utils.module_loading import import_string

from loei_coop.common.frozen import FrozenError
from loei_coop.common.history import recording
from loei_coop.common.models import ChangeSet
from loei_coop.common.seals import seal_unsealed
from loei_coop.thai.django.keys import rebuild_stale_keys

FIXTURES = Path(settings.BASE_DIR) / "fixtures"


@dataclass
class Outcome:
    added: Counter = field(default_factory=Counter)
    left_out: list[str] = field(default_factory=list)
    rebuilt_keys: int = 0


def fixture_files(*, with_samples: bool) -> list[Path]:
    configs = list(reversed(list(apps.get_app_configs())))
    names = [name for config in configs for name in getattr(config, "records", [])]
    if with_samples:
        names += [name for config in configs for name in getattr(config, "sample_records", [])]
    return [FIXTURES / name for name in names]


def load(*, with_samples: bool) -> Outcome:
    """Adds what is missing, with history, in one transaction; rebuilds stale keys, seals what is
    frozen from the start."""
    outcome = Outcome()
    with recording(ChangeSet.Source.COMMAND, reason="load_records"), transaction.atomic():
        known_identities = cache(identities)
        for path in fixture_files(with_samples=with_samples):
            for entry in json.loads(path.read_text()):
                add_if_new(entry, known_identities, outcome)
        outcome.rebuilt_keys = rebuild_stale_keys()
        for make in makers():
            make(outcome)
        seal_unsealed()
    return outcome


def makers() -> Iterator[Callable[[Outcome], None]]:
    """What apps make of the records, the lower ones first."""
    for config in reversed(list(apps.get_app_configs())):
        if path := getattr(config, "after_records", ""):
            yield import_string(path)


def identities(model: type[models.Model]) -> set[tuple]:
    """Of all rows that are, or ever were, in the register."""
    rows = [model._base_manager]
    if hasattr(model, "history"):
        rows.append(model.history.model._base_manager)
    return {identity for manager in rows for identity in manager.values_list(*model.IDENTITY)}


def add_if_new(entry: dict, known_identities, outcome: Outcome) -> None:
    try:
        (deserialized,) = Deserializer([entry])
        row = deserialized.object
        known = known_identities(type(row))
        if identity(row) in known:
            return
        add(row)
        known.add(identity(row))
    except (DeserializationError, ValidationError) as error:
        outcome.left_out.append(f"{describe(entry)}: {reason(error)}")
        return
    outcome.added[row._meta.label] += 1


def add(row: models.Model) -> None:
    """Saves the row, or raises ValidationError. The database checks its constraints itself, which
    is many times quicker; only what it refuses is validated for the sentence."""
    row.clean_fields()
    row.clean()
    try:
        with transaction.atomic():
            row.save()
    except IntegrityError as error:
        row.full_clean()
        raise ValidationError(str(error)) from error


def identity(row: models.Model) -> tuple:
    """The values of IDENTITY as a query would give them."""
    fields = (row._meta.get_field(name) for name in row.IDENTITY)
    return tuple(field.to_python(getattr(row, field.attname)) for field in fields)


def describe(entry: dict) -> str:
    name = entry.get("pk") or entry["fields"].get("code") or entry["fields"].get("name") or ""
    return f"{entry['model']} {name}".strip()


def reason(error: Exception) -> str:
    if isinstance(error, ValidationError):
        return " ".join(error.messages)
    # What it refers to was removed.
    return str(error.__cause__ or error)


def sample_models() -> Iterator[type[models.Model]]:
    for model in apps.get_models():
        if hasattr(model, "IDENTITY") and hasattr(model, "is_sample") and not model._meta.proxy:
            yield model


def remove_samples() -> tuple[int, list[models.Model]]:
    """(how many sample rows were removed, those that stay: real records refer to them, or they
    are frozen)"""
    with recording(ChangeSet.Source.COMMAND, reason="remove_samples"), transaction.atomic():
        rows = [row for m in sample_models() for row in m._base_manager.filter(is_sample=True)]
        removed, before = 0, None
        # What others refer to goes after them: rounds, until one removes nothing.
        while rows and len(rows) != before:
            before = len(rows)
            rows = [row for row in rows if not deleted(row)]
            removed += before - len(rows)
    return removed, rows


def deleted(row: models.Model) -> bool:
    try:
        row.delete()
    except (models.ProtectedError, FrozenError):
        return False
    account = getattr(row, "user", None)
    if account and not account.is_staff:
        remove_account(account)
    return True


def remove_account(account) -> None:
    """Of a sample person. What was done with it keeps its name: then it is closed."""
    try:
        with transaction.atomic():
            account.delete()
    except models.ProtectedError:
        account.is_active = False
        account.set_unusable_password()
        account.save(update_fields=["is_active", "password"])
