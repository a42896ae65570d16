"""Proposals as open work: those that wait follow a handover."""

from django.db.models import QuerySet
from django.utils.translation import ngettext

from networks.models import Organization, Proposal
from networks.open_work import OpenWork


def waiting(organization: Organization, user) -> QuerySet[Proposal]:
    return organization.proposals.waiting().looked_after_by(user)


def describe(number: int) -> str:
    sentence = ngettext(
        "%(number)s proposal that waits for the office",
        "%(number)s proposals that wait for the office",
        number,
    )
    return sentence % {"number": number}


WAITING = OpenWork(waiting, describe)
