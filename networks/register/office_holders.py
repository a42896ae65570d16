"""The list of office holders that an organization confirms after its general meeting."""

from django.utils import timezone, translation

from networks.models import Organization
from networks.organization_page import office_holders


def in_office_today(organization: Organization) -> list[list[str]]:
    """[[post, name], ...] in Thai, as it is kept whoever reads it."""
    with translation.override("th"):
        today = office_holders(organization, timezone.localdate()).today
        return [[row.post_on_own_page, row.person.full_name] for row in today]
