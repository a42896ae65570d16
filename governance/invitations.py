"""Whom a round invites: everybody whom none of its lists leaves out, never one that is no more."""

from collections.abc import Collection

from governance.models import AssessmentRound
from networks.models import AreaNetwork, Organization


def invited(round_: AssessmentRound):
    """Organizations, as a queryset."""
    return let_in(
        kinds=round_.invited_kinds,
        types=round_.invited_types,
        networks=list(round_.invited_networks.all()),
    )


def let_in(*, kinds: Collection[str], types: Collection[str], networks: Collection[AreaNetwork]):
    """Organizations that such lists leave in, as a queryset."""
    rows = Organization.objects.counted()
    if kinds:
        rows = rows.filter(kind__in=kinds)
    if types:
        rows = rows.filter(type__in=types)
    if networks:
        rows = rows.filter(district__network__in=networks)
    return rows


def is_invited(round_: AssessmentRound, organization: Organization) -> bool:
    return invited(round_).filter(pk=organization.pk).exists()


def rounds_inviting(organization: Organization) -> list[AssessmentRound]:
    """Those that people fill in, the latest first. Three queries, however many rounds."""
    if not Organization.objects.counted().filter(pk=organization.pk).exists():
        return []
    rounds = AssessmentRound.objects.to_fill_in().prefetch_related("invited_networks")
    return [round_ for round_ in rounds if lists_let_in(round_, organization)]


def lists_let_in(round_: AssessmentRound, organization: Organization) -> bool:
    """By the rows that are at hand."""
    networks = {network.pk for network in round_.invited_networks.all()}
    district = organization.district
    return (
        (not round_.invited_kinds or organization.kind in round_.invited_kinds)
        and (not round_.invited_types or organization.type in round_.invited_types)
        and (not networks or (district is not None and district.network_id in networks))
    )
