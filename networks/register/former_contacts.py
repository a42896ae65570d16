"""Telephone and e-mail of people who have been out of office for long: removed from their records
and from wherever else the portal wrote them down.

No history keeps them, and no uploaded list is stored as a file; what was read from one is.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db import transaction
from django.db.models import Model, QuerySet
from django.utils.translation import gettext as _

from loei_coop.common.history import recording
from loei_coop.common.models import ChangeSet, ImportRun
from loei_coop.common.scrubbing import pattern_of, same_key, scrubbed
from networks.choices import PEOPLE_LIST
from networks.models import Agency, Organization, Person, Proposal

CLEARED = {"phone": "", "phone_public": False, "email": "", "email_public": False}


@dataclass(frozen=True)
class Removed:
    """`copies`: how many other rows held the same."""

    people: list[Person]
    copies: int


def concerned(days: int) -> QuerySet[Person]:
    """Out of office for `days` days, and something is kept that would reach them."""
    return Person.objects.with_contacts().without_office_for(days).in_thai_order()


def kinds_kept(person: Person) -> list[str]:
    """What the record has; the values themselves belong on no screen and into no log."""
    names = [name for name, empty in CLEARED.items() if getattr(person, name) != empty]
    return [str(Person._meta.get_field(name).verbose_name) for name in names]


def remove(days: int) -> Removed:
    """In one transaction and one ChangeSet. The people come back as they were."""
    reason = _("contacts of former office holders removed")
    with recording(ChangeSet.Source.COMMAND, reason=reason), transaction.atomic():
        people = list(concerned(days).select_for_update(of=("self",)))
        copies = clear_accounts(people) + clear_former_values(people)
        for person in Person.objects.in_bulk([person.pk for person in people]).values():
            clear(person)
        copies += clear_copies(contacts_of(people))
    return Removed(people, copies)


def contacts_of(rows: Iterable[Model], *columns: str) -> set[str]:
    columns = columns or ("phone", "email")
    return {getattr(row, name) for row in rows for name in columns} - {""}


def clear(person: Person) -> None:
    for name, empty in CLEARED.items():
        setattr(person, name, empty)
    person.save(update_fields=list(CLEARED))


def clear_accounts(people: list[Person]) -> int:
    """An account keeps its user name; the same address is removed from it."""
    users = [
        person.user
        for person in people
        if person.user and person.email and same_key(person.user.email) == same_key(person.email)
    ]
    for user in users:
        user.email = ""
        user.save(update_fields=["email"])
    return len(users)


def clear_former_values(people: list[Person]) -> int:
    """What imports keep of them so that they can be taken back; also other values than today's."""
    keys = {str(person.pk) for person in people}
    runs = [
        run
        for run in ImportRun.objects.filter(kind=PEOPLE_LIST).exclude(kept={})
        if keys & run.kept.keys()
    ]
    for run in runs:
        run.kept = {key: values for key, values in run.kept.items() if key not in keys}
        run.save(update_fields=["kept"])
    return len(runs)


def clear_copies(contacts: set[str]) -> int:
    """In what was read from files and in proposals that were decided; in how many rows. What
    somebody else in the register still has is no copy."""
    others = still_known()
    gone = [contact for contact in contacts if same_key(contact) not in others]
    if not gone:
        return 0
    pattern = pattern_of(gone)
    decided = Proposal.objects.exclude(pk__in=Proposal.objects.waiting().values("pk"))
    return scrub(ImportRun.objects.all(), ["sheet", "kept"], pattern) + scrub(
        decided, ["wanted", "before", "note", "decision_reason"], pattern
    )


def still_known() -> set[str]:
    known = contacts_of(Person.objects.with_contacts()) | contacts_of(Agency.objects.all())
    known |= contacts_of(Organization.objects.all(), "phone", "fax", "email")
    return {same_key(contact) for contact in known}


def scrub(rows: QuerySet, columns: list[str], pattern) -> int:
    found = 0
    for row in rows.order_by("pk").iterator(chunk_size=50):
        before = {name: getattr(row, name) for name in columns}
        after = scrubbed(before, pattern)
        if after != before:
            rows.model._base_manager.filter(pk=row.pk).update(**after)
            found += 1
    return found
