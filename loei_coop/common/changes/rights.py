"""Whose changes an officer may see, and may take back.

A right on a model is one on all its rows; a right on a proxy (`ROWS`: the columns that tell its
rows) is one on these.
"""

from collections.abc import Iterator
from functools import reduce
from operator import or_

from django.apps import apps
from django.contrib.auth import get_permission_codename
from django.db import models
from django.db.models import Q

from loei_coop.common.history import models_with_history
from loei_coop.common.models import ChangeSet

SEE = ("view", "change")
CHANGE = ("change",)


def proxies(model: type[models.Model]) -> list[type[models.Model]]:
    return [
        other
        for other in apps.get_models()
        if other._meta.proxy and other._meta.concrete_model is model and hasattr(other, "ROWS")
    ]


def is_row_of(face: type[models.Model], row: models.Model) -> bool:
    """Whether the record, or history row, is one of the proxy's. A model has all its rows."""
    own = getattr(face, "ROWS", {})
    return all(getattr(row, name) == value for name, value in own.items())


def is_allowed(user, model, actions: tuple[str, ...]) -> bool:
    opts = model._meta
    names = (get_permission_codename(action, opts) for action in actions)
    return any(user.has_perm(f"{opts.app_label}.{name}") for name in names)


def allowed_rows(user, model, actions: tuple[str, ...]) -> Q | None:
    """Which rows of the model, or of its history; None: no row at all."""
    if is_allowed(user, model, actions):
        return Q()
    own = [Q(**proxy.ROWS) for proxy in proxies(model) if is_allowed(user, proxy, actions)]
    return reduce(or_, own) if own else None


def seen_models(user) -> dict[type[models.Model], Q]:
    """{model with history: the rows of which this officer may see changes}"""
    found = ((model, allowed_rows(user, model, SEE)) for model in models_with_history())
    return {model: rows for model, rows in found if rows is not None}


def lacking(user, change_set: ChangeSet, actions: tuple[str, ...]) -> Iterator:
    """Models of which the act touched rows that the user has no right to."""
    for model in models_with_history():
        touched = model.history.filter(change_set=change_set)
        rows = allowed_rows(user, model, actions)
        if rows is None:
            if touched.exists():
                yield model
        elif rows and touched.exclude(rows).exists():
            yield model


def is_all(user, change_set: ChangeSet, actions: tuple[str, ...]) -> bool:
    return next(lacking(user, change_set, actions), None) is None
