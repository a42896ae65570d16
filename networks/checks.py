"""What of the register an officer may want to look after, for the lists and the home page."""

from collections.abc import Callable
from dataclasses import dataclass

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class Check:
    """`hint` says what to do; without one it is only looked up, never to be done."""

    label: str
    rows: Callable[[QuerySet], QuerySet]
    hint: str = ""


ORGANIZATION_CHECKS = {
    "no_district": Check(
        _("without a district or area network"),
        lambda rows: rows.without_district(),
        _("Fill in the district: the area network follows from it."),
    ),
    "duplicate": Check(
        _("possible duplicates"),
        lambda rows: rows.possible_duplicates(),
        _("Open one of the two and join the other into it if they are the same."),
    ),
    "no_status": Check(
        _("without a status"),
        lambda rows: rows.without_status(),
        _("Fill in the status and since when."),
    ),
    "no_registration": Check(
        _("without a registration number"),
        lambda rows: rows.without_registration_number(),
        _("Imports know a record again by this number."),
    ),
    "no_promotion_officer": Check(
        _("without a promotion officer"),
        lambda rows: rows.without_promotion_officer(),
        _("Whole districts are assigned at once on the list of districts."),
    ),
    "holders_unconfirmed": Check(
        _("office holders not confirmed since the accounting year ended"),
        lambda rows: rows.with_unconfirmed_holders(),
    ),
    "joined": Check(_("joined into another record"), lambda rows: rows.joined_away()),
}

SEAT_CHECKS = {
    "today": Check(_("rows that hold today"), lambda rows: rows.today()),
    "vacant": Check(
        _("nobody holds it today"),
        lambda rows: rows.without_holder(),
        _("Vacant or not recorded. Name a representative on the page of the area network."),
    ),
    "expired": Check(
        _("the term is over"),
        lambda rows: rows.expired(),
        _("The holder stays until a successor takes over."),
    ),
    "expiring": Check(
        _("the term ends soon"),
        lambda rows: rows.expiring(),
        _("Within 90 days. Time to choose a successor."),
    ),
}
