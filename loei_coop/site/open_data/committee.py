"""The provincial committee of today, in the order on paper: advisers, chair, the fifteen
representatives, secretary."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override, pgettext_lazy

from loei_coop.site.open_data.schema import (
    BETWEEN_WORDS,
    Column,
    Dataset,
    Type,
    partial_text,
    source_columns,
    word_columns,
)
from networks.choices import Occupancy
from networks.committee import Committee, committee_on
from networks.models import CommitteeMember, CommitteeTerm, Organization, Person, SeatHolding


class Office(models.TextChoices):
    """What a row of the file is."""

    ADVISER = "adviser", _("adviser")
    CHAIR = "chair", pgettext_lazy("of the committee", "chair")
    REPRESENTATIVE = "representative", _("representative")
    SECRETARY = "secretary", _("secretary")


@dataclass(frozen=True)
class Row:
    """`record` None: nothing is recorded of the seat."""

    number: int
    office: Office
    term: CommitteeTerm | None
    record: CommitteeMember | SeatHolding | None
    network: int | None = None
    seat: int | None = None

    @property
    def occupancy(self) -> str | None:
        if self.office is not Office.REPRESENTATIVE:
            return None
        return self.record.occupancy if self.record else Occupancy.NOT_RECORDED

    @property
    def person(self) -> Person | None:
        if self.office is Office.REPRESENTATIVE:
            return self.record and self.record.holder
        return self.record.person

    @property
    def organization(self) -> Organization | None:
        return getattr(self.record, "organization", None)

    @property
    def starts_on(self) -> str | None:
        """Members without a day of their own serve from the beginning of the term."""
        own = self.record and partial_text(self.record, "starts_on")
        if own or self.office is Office.REPRESENTATIVE:
            return own
        return partial_text(self.term, "starts_on")

    @property
    def expires_on(self) -> str | None:
        day = getattr(self.record, "expires_on", None)
        return day and day.isoformat()

    @property
    def positions(self) -> str | None:
        """In Thai; what the person is besides, today."""
        with override("th"):
            titles = [held.position_title for held in getattr(self.person, "positions", [])]
        return BETWEEN_WORDS.join(titles) or None

    # What the columns of every file read.

    @property
    def source(self):
        return self.record and self.record.source

    @property
    def source_detail(self):
        return self.record.source_detail if self.record else ""

    @property
    def is_sample(self):
        return bool(self.record and self.record.is_sample)


def records(_parameters) -> Iterator[Row]:
    committee = committee_on(timezone.localdate())
    for number, place in enumerate(places(committee), 1):
        yield Row(number=number, term=committee.term, **place)


def places(committee: Committee) -> Iterator[dict]:
    for member in committee.advisers:
        yield {"office": Office.ADVISER, "record": member}
    for member in committee.chair:
        yield {"office": Office.CHAIR, "record": member}
    for row in committee.networks:
        for seat, holding in enumerate(row.seats, 1):
            yield {
                "office": Office.REPRESENTATIVE,
                "record": holding,
                "network": row.network.number,
                "seat": seat,
            }
    for member in committee.secretary:
        yield {"office": Office.SECRETARY, "record": member}


COMMITTEE = Dataset(
    name="committee",
    title=_("Provincial committee"),
    description=_(
        "Advisers, chair, the fifteen representatives of the networks and secretary as of today. "
        "A committee has no place on the map: there is no GeoJSON of it."
    ),
    columns=(
        Column(
            "number",
            _("place on the list"),
            _("The order on paper: advisers, chair, representatives, secretary."),
            lambda r: r.number,
            type=Type.INTEGER,
            required=True,
            unique=True,
            example="1",
        ),
        *word_columns(
            "office",
            Office,
            of=lambda r: r.office,
            title=_("office"),
            label_title=_("office, in Thai"),
            description=_("What the person is in the committee."),
            required=True,
        ),
        Column(
            "network",
            _("area network"),
            _("Of a representative: number 1 to 5."),
            lambda r: r.network,
            type=Type.INTEGER,
            example="4",
        ),
        Column(
            "seat",
            _("representative number"),
            _("Of a representative: 1 to 3."),
            lambda r: r.seat,
            type=Type.INTEGER,
            example="1",
        ),
        *word_columns(
            "occupancy",
            Occupancy,
            of=lambda r: r.occupancy,
            title=_("occupancy"),
            label_title=_("occupancy, in Thai"),
            description=_("Of a representative. Vacant and not recorded are two different things."),
        ),
        Column(
            "person",
            _("person"),
            _("Title, first name and last name, in Thai."),
            lambda r: r.person and r.person.full_name,
        ),
        Column(
            "positions_th",
            _("positions today, in Thai"),
            _("Separated by semicolons."),
            lambda r: r.positions,
        ),
        Column(
            "organization_code",
            _("code of the cooperative or farmer group"),
            _("Which a representative comes from."),
            lambda r: r.organization and r.organization.code,
            example="0001",
        ),
        Column(
            "organization",
            _("cooperative or farmer group"),
            _("Which a representative comes from."),
            lambda r: r.organization and r.organization.name,
        ),
        Column(
            "starts_on",
            _("from"),
            _("Years of the Common Era (B.E. less 543)."),
            lambda r: r.starts_on,
            type=Type.PARTIAL_DATE,
            example="2025-10",
        ),
        Column(
            "expires_on",
            _("term expires on"),
            _("A representative stays until a successor takes over. Common Era."),
            lambda r: r.expires_on,
            type=Type.DATE,
            example="2027-09-30",
        ),
        Column(
            "term_code",
            _("code of the term"),
            _("Permanent. Empty where no term is recorded for today."),
            lambda r: r.term and r.term.code,
        ),
        Column(
            "term_name",
            _("name of the committee"),
            _("In the term of today, in Thai."),
            lambda r: r.term and r.term.name,
        ),
        *source_columns(),
    ),
    records=records,
    key="number",
    refers_to={"network": ("networks", "number")},
    changes_daily=True,
)
