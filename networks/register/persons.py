"""Somebody who is not in the register yet."""

from django.db import IntegrityError, transaction

from networks.codes import person_codes
from networks.models import Person


def stored(person: Person) -> Person:
    """A new person gets the next free code; who is in the register already stays as they are."""
    if person.pk is None:
        person.full_clean(exclude=["code"])
    while person.pk is None:
        (person.code,) = person_codes(1)
        try:
            with transaction.atomic():
                person.save()
        except IntegrityError:  # another officer took the code at this moment
            continue
    return person
