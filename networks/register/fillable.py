"""What one record may take from another where its own is empty; values that belong together
are taken together."""

from dataclasses import dataclass

from django.utils.text import capfirst

from loei_coop.thai.django.dates import show_day_and_month, show_partial
from loei_coop.thai.django.fields import PartialDateField, partial_date
from networks.models import Organization

GROUPS = {
    "subtype": ["subtype"],
    "registration_number": ["registration_number"],
    "cooperative_code": ["cooperative_code"],
    "tax_number": ["tax_number"],
    "registered_on": ["registered_on", "registered_on_precision"],
    "accounting_year_end_day": ["accounting_year_end_day", "accounting_year_end_month"],
    "status": ["status", "status_since", "status_since_precision"],
    "district": ["district", "subdistrict"],
    "house_number": ["house_number", "moo", "village", "lane", "road"],
    "postcode": ["postcode"],
    "latitude": ["latitude", "longitude", "location_verified"],
    "phone": ["phone"],
    "fax": ["fax"],
    "email": ["email"],
    "website": ["website"],
    "business_lines": ["business_lines"],
    "members": [
        "members",
        "staff",
        "share_capital",
        "counted_on",
        "counted_on_precision",
    ],
    "promotion_officer": ["promotion_officer", "promotion_group"],
    "strength_class": ["strength_class", "strength_class_year"],
    "note": ["note"],
}
SILENT = {"location_verified"}


@dataclass(frozen=True)
class Pair:
    """One group of values side by side; `can_fill` where only the duplicate has it."""

    group: str
    label: str
    own: str
    other: str
    can_fill: bool


def side_by_side(survivor: Organization, duplicate: Organization) -> list[Pair]:
    """Where the two differ."""
    pairs = [pair_of(group, survivor, duplicate) for group in GROUPS]
    return [pair for pair in pairs if pair.own != pair.other]


def pair_of(group: str, survivor: Organization, duplicate: Organization) -> Pair:
    own, other = shown_group(survivor, group), shown_group(duplicate, group)
    label = capfirst(Organization._meta.get_field(group).verbose_name)
    return Pair(group, label, own, other, can_fill=bool(other) and not own)


def shown_group(organization: Organization, group: str) -> str:
    """As a person reads it; empty where nothing is recorded."""
    if group == "house_number":
        return organization.street_address
    if group == "accounting_year_end_day":
        day, month = organization.accounting_year_end_day, organization.accounting_year_end_month
        return show_day_and_month(day, month) if day else ""
    values = (shown_value(organization, name) for name in GROUPS[group] if name not in SILENT)
    return " · ".join(value for value in values if value)


def shown_value(organization: Organization, name: str) -> str:
    field = organization._meta.get_field(name)
    if name.endswith("_precision"):
        return ""
    if isinstance(field, PartialDateField):
        value = partial_date(organization, name)
        return show_partial(value) if value else ""
    if name == "business_lines":
        return ", ".join(str(label) for label in organization.business_line_labels)
    value = organization._get_FIELD_display(field) if field.choices else getattr(organization, name)
    return "" if value in (None, "") else str(value)


def copy_values(survivor: Organization, duplicate: Organization, *, groups) -> None:
    """Only groups that are empty in the survivor; nothing is stored."""
    for group in groups:
        if not shown_group(survivor, group):
            for name in GROUPS[group]:
                setattr(survivor, name, getattr(duplicate, name))
