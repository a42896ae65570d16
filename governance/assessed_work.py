"""Assessments as open work: they follow a handover at the organization, and their reviews the
transfer of an officer. Who answered what stays with the answers."""

from django.db.models import QuerySet
from django.utils.translation import ngettext

from governance import events
from governance.models import Assessment, AssessmentEvent
from loei_coop.common.history import current_change_set
from networks.models import Organization
from networks.open_work import OpenWork


def unfinished(organization: Organization, user) -> QuerySet[Assessment]:
    """Also what the office has: it may come back."""
    return organization.assessments.under_way().filter(owner=user)


def reviews(user) -> QuerySet[Assessment]:
    """Assigned to this officer by name; the rest follows the promotion."""
    return Assessment.objects.under_way().filter(reviewer=user)


def describe_unfinished(number: int) -> str:
    sentence = ngettext(
        "%(number)s self-assessment that is not finished",
        "%(number)s self-assessments that are not finished",
        number,
    )
    return sentence % {"number": number}


def describe_reviews(number: int) -> str:
    sentence = ngettext(
        "%(number)s assessment to be reviewed", "%(number)s assessments to be reviewed", number
    )
    return sentence % {"number": number}


def note_handover(assessment: Assessment, old, new) -> None:
    """The step names both, by user name too: names of people are not unique."""
    act = current_change_set()
    events.record(
        assessment,
        AssessmentEvent.Kind.HANDED_OVER,
        by=act.made_by,
        on_behalf_of=act.on_behalf_of,
        **{"from": named(old), "to": named(new)},
    )


def named(user) -> str:
    if user is None:
        return ""
    return f"{user.get_full_name()} ({user.get_username()})".strip()


UNFINISHED = OpenWork(unfinished, describe_unfinished, moved=note_handover)
REVIEWS = OpenWork(reviews, describe_reviews, owner="reviewer", moved=note_handover)
