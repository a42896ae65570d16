"""Rows that an act is about to change."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from networks.models import Organization


def locked(*organizations: Organization) -> list[Organization]:
    """The rows as they are now, held until the transaction ends; in a fixed order, so that two
    officers never wait for each other."""
    keys = sorted({row.pk for row in organizations})
    rows = Organization.objects.select_for_update().order_by("pk").in_bulk(keys)
    return [rows[row.pk] for row in organizations]


def check_standing(organization: Organization) -> None:
    if organization.joined_into_id:
        raise ValidationError(
            _("%(organization)s was joined into another record. Work on that one instead.")
            % {"organization": organization}
        )


def save_checked(row) -> None:
    """Saves what keeps the rules; otherwise ValidationError with the sentences."""
    row.full_clean()
    row.save()
