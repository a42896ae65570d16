"""The log of who was shown private contacts. Views that show them call `note_reading`."""

from collections.abc import Iterable

from networks.models import ContactReading, Person


def note_reading(people: Iterable[Person], *, by, where: ContactReading.Where) -> None:
    """Once a day for each officer, person and place: more often it would tell no more."""
    readings = [
        ContactReading(
            person=person,
            person_code=person.code,
            where=where,
            read_by=by,
            read_by_name=by.get_username(),
        )
        for person in people
    ]
    ContactReading.objects.bulk_create(readings, ignore_conflicts=True)
