from django.core import checks
from django.db import OperationalError, ProgrammingError, transaction

from loei_coop.thai.django.keys import models_with_keys, stale_rows


def stale_keys(app_configs, databases, **kwargs):
    """thai.W001: rows that something wrote behind the portal's back sort and search wrongly."""
    return [
        message
        for alias in databases or []
        for model in models_with_keys()
        for message in warnings_about(model, alias)
    ]


def warnings_about(model, alias):
    try:
        with transaction.atomic(alias):
            stale = [str(pk) for pk, _keys in stale_rows(model)]
    except (OperationalError, ProgrammingError):
        # `migrate` checks before it adds the table or the column.
        return []
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
