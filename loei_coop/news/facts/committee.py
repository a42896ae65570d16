"""The provincial committee: its names, who is in office, how many representatives it has."""

import datetime
from collections.abc import Iterator

from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from loei_coop.news.facts.fact import Fact, NoRecordsError
from loei_coop.news.facts.times import last_day
from loei_coop.thai.dates import PartialDate
from networks.committee import Committee, NetworkSeats, committee_on, members_on
from networks.models import Appointment, CommitteeMember, CommitteeTerm

OFFICES = {"chair": gettext_lazy("chair"), "secretary": gettext_lazy("secretary")}


def committee_facts(as_of: PartialDate, term: CommitteeTerm | None = None) -> Iterator[Fact]:
    """Nothing where no committee is recorded for the time."""
    day = last_day(as_of)
    committee = committee_on(day)
    if term := term or committee.term:
        yield body_fact(term)
        yield from members_facts(term, day)
    yield from seat_facts(committee)


def require_committee(term: CommitteeTerm | None) -> None:
    if term is None:
        raise NoRecordsError(_("No term of the committee is recorded for this time."))


def body_fact(term: CommitteeTerm) -> Fact:
    """With the name under which the source tells who is in office."""
    names = {"name": term.name, "name_en": term.name_en or term.name}
    published = next(iter(term.other_name_list), term.name)
    value = names | {"published_name": published}
    return Fact("committee", value, gettext_lazy("committee"), (term,), source=term.source)


def members_facts(term: CommitteeTerm, day: datetime.date) -> Iterator[Fact]:
    members = members_on(term, day)
    for office, label in OFFICES.items():
        if member := next((m for m in members if m.office == office), None):
            value, records = person_value(member), records_of([member])
            yield Fact(office, value, label, records, source=member.source)
    advisers = [m for m in members if m.office == "adviser"]
    if advisers:
        value = [person_value(member) for member in advisers]
        yield Fact("advisers", value, gettext_lazy("advisers"), records_of(advisers))


def records_of(members: list[CommitteeMember]) -> tuple:
    """The people, and the organizations that their posts are in."""
    posts = [post_of(member) for member in members]
    organizations = [post.organization for post in posts if post and post.organization]
    return (*(member.person for member in members), *organizations)


def post_of(member: CommitteeMember) -> Appointment | None:
    """Held on the day; None where none is recorded."""
    return next(iter(member.person.positions), None)


def person_value(member: CommitteeMember) -> dict[str, str]:
    post = post_of(member)
    return {
        "name": member.person.full_name,
        "post": titled("th", post),
        "post_en": titled("en", post),
    }


def titled(language: str, post: Appointment | None) -> str:
    with translation.override(language):
        return post.position_title if post else ""


def seat_facts(committee: Committee) -> Iterator[Fact]:
    """Of the ledger, whoever holds the seats; nothing unless all networks send as many."""
    numbers = [sum(1 for seat in row.seats if seat) for row in committee.networks]
    if len(set(numbers)) == 1 and numbers[0]:
        each = gettext_lazy("representatives of each network")
        yield Fact("seats_per_network", numbers[0], each)
        yield Fact("seats", sum(numbers), gettext_lazy("representatives in all"))


def representative_facts(as_of: PartialDate) -> Iterator[Fact]:
    """Nothing where no holder of a seat is named."""
    rows = committee_on(last_day(as_of)).networks
    value = [representatives_of(row) for row in rows]
    if any(network["names"] for network in value):
        yield Fact("representatives", value, gettext_lazy("representatives"))


def representatives_of(row: NetworkSeats) -> dict:
    held = [seat for seat in row.seats if seat and seat.holder]
    names = [f"{seat.holder.full_name} ({seat.organization.name})" for seat in held]
    return {"number": row.network.number, "names": names}
