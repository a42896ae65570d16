from django.core import checks
from django.db import connections

from loei_coop.thai.django.keys import models_with_keys, stale_rows


def stale_keys(app_configs, databases, **kwargs):
    """thai.W001: rows that something wrote behind the portal's back sort and search wrongly."""
    return [
        message
        for alias in databases or []
        for model in existing_models(alias)
        for message in warnings_about(model)
    ]


def existing_models(alias):
    tables = connections[alias].introspection.table_names()
    return [model for model in models_with_keys() if model._meta.db_table in tables]


def warnings_about(model):
    stale = [str(pk) for pk, _keys in stale_rows(model)]
    if not stale:
        return []
    return [
        checks.Warning(
            f"{len(stale)} rows of {model._meta.label} have a stale sort key or search text: "
            + ", ".join(stale[:10]),
            hint="Run `manage.py load_records`: it rebuilds them.",
            obj=model,
            id="thai.W001",
        )
    ]
