"""The next free codes; one that was ever given is not given again, removed records' neither."""

import re

from django.db import models

from networks.models import Organization, Person

PERSON_PREFIX = "p-"


def next_code() -> str:
    """Of an organization, four digits: "0012"."""
    return organization_codes(1)[0]


def organization_codes(number: int) -> list[str]:
    first = highest(Organization, r"([0-9]+)") + 1
    return [f"{code:04d}" for code in range(first, first + number)]


def person_codes(number: int) -> list[str]:
    """ "p-012" """
    first = highest(Person, rf"{PERSON_PREFIX}([0-9]+)") + 1
    return [f"{PERSON_PREFIX}{code:03d}" for code in range(first, first + number)]


def highest(model: type[models.Model], pattern: str) -> int:
    given = (
        re.fullmatch(pattern, code)
        for rows in (model.objects, model.history)
        for code in rows.values_list("code", flat=True)
    )
    return max((int(match[1]) for match in given if match), default=0)
