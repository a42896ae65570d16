"""Whom a round invites: everybody whom none of its lists leaves out, never one that is no more."""

from governance.models import AssessmentRound
from networks.models import Organization


def invited(round_: AssessmentRound):
    """Organizations, as a queryset."""
    rows = Organization.objects.counted()
    if round_.invited_kinds:
        rows = rows.filter(kind__in=round_.invited_kinds)
    if round_.invited_types:
        rows = rows.filter(type__in=round_.invited_types)
    networks = list(round_.invited_networks.values_list("pk", flat=True))
    if networks:
        rows = rows.filter(district__network__in=networks)
    return rows


def is_invited(round_: AssessmentRound, organization: Organization) -> bool:
    return invited(round_).filter(pk=organization.pk).exists()
