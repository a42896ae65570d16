"""At which desks somebody works today."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from networks import permissions


@dataclass(frozen=True)
class DeskChoice:
    title: str
    address: str
    hint: str = ""


def desks_of(user) -> list[DeskChoice]:
    return [
        *of_organizations(user),
        *of_networks(user),
        *of_the_committee(user),
        *of_the_office(user),
    ]


def of_organizations(user) -> Iterator[DeskChoice]:
    for row in permissions.organizations_of(user).in_thai_order():
        yield DeskChoice(row.name, reverse("desk:organization", args=[row.code]))


def of_networks(user) -> Iterator[DeskChoice]:
    for network in permissions.networks_of(user).order_by("number"):
        address = reverse("desk:network", args=[network.number])
        yield DeskChoice(str(network), address, _("You are one of its three representatives."))


def of_the_committee(user) -> Iterator[DeskChoice]:
    if permissions.committee_terms_of(user).exists():
        hint = _("You are its chair or secretary.")
        yield DeskChoice(_("Provincial committee"), reverse("desk:committee"), hint)


def of_the_office(user) -> Iterator[DeskChoice]:
    if permissions.is_officer(user):
        yield DeskChoice(_("The office's work"), reverse("admin:index"))
