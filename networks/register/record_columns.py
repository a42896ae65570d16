"""Which columns of its own record an organization may propose to change, and how they travel as
JSON."""

from typing import Any

from networks.models import Organization, Proposal

COLUMNS = {
    Proposal.Kind.CONTACT: [
        "house_number",
        "moo",
        "village",
        "lane",
        "road",
        "subdistrict",
        "postcode",
        "phone",
        "fax",
        "email",
        "website",
    ],
    Proposal.Kind.COUNTS: [
        "members",
        "staff",
        "share_capital",
        "counted_on",
        "counted_on_precision",
        "business_lines",
    ],
}


def attname(name: str) -> str:
    return Organization._meta.get_field(name).attname


def differences(
    kind: str, present: Organization, changed: Organization
) -> tuple[dict[str, Any], dict[str, Any]]:
    """({column: present value}, {column: wanted value}) where the two rows differ."""
    names = [
        name
        for name in COLUMNS[kind]
        if getattr(present, attname(name)) != getattr(changed, attname(name))
    ]
    before = {name: getattr(present, attname(name)) for name in names}
    return before, {name: getattr(changed, attname(name)) for name in names}


def apply(organization: Organization, wanted: dict[str, Any]) -> Organization:
    """Gives the row the values wanted; nothing is stored."""
    for name, value in wanted.items():
        field = Organization._meta.get_field(name)
        target = field.target_field if field.remote_field else field
        setattr(organization, field.attname, target.to_python(value))
    return organization
