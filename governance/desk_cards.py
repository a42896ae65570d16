"""What waits at a desk once an assessment was handed in: its result, answers, the plan."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from governance.models import Assessment, ImprovementAction, Reconsideration
from governance.states import ReconsiderationState, State
from governance.workflow import reconsideration_ends
from loei_coop.common.todo import Card, Tone
from loei_coop.thai.django.dates import show_day


def after_review(desk) -> Iterator[Card]:
    """`desk` has `organization` and `actor`, who is signed in."""
    yield from late_actions(desk)
    yield from entered_actions(desk)
    yield from ready_results(desk)
    yield from answered_requests(desk)
    yield from asked_to_agree(desk)
    yield from entered_promises(desk)
    yield from promises_to_plan(desk)


def late_actions(desk) -> Iterator[Card]:
    late = ImprovementAction.objects.late().filter(organization=desk.organization).count()
    if late:
        sentence = ngettext(
            "%(number)s action is past its due day. Note how far it is, or set a new day.",
            "%(number)s actions are past their due days. Note how far they are, or set new days.",
            late,
        )
        address = reverse("desk:plan", args=[desk.organization.code])
        text = sentence % {"number": late}
        yield Card(_("The plan of improvement"), text, address, Tone.NOW)


def entered_actions(desk) -> Iterator[Card]:
    """By an officer for whoever is signed in."""
    rows = ImprovementAction.objects.standing().filter(organization=desk.organization)
    for row in rows.to_confirm_by(desk.actor).with_authors():
        sentence = _("%(authorship)s. Please check and confirm.") % {"authorship": row.authorship}
        address = reverse("desk:plan", args=[desk.organization.code])
        yield Card(row.target, sentence, address, Tone.NOW)


def ready_results(desk) -> Iterator[Card]:
    """Confirmed, while a request to reconsider is still possible."""
    rows = own(Assessment.objects.confirmed(), desk)
    for row in rows.filter(announced_at=None, round__is_recorded=False):
        ends = reconsideration_ends(row)
        if timezone.now() <= ends:
            day = {"day": show_day(timezone.localdate(ends))}
            sentence = _("Look at it; until %(day)s you can ask for it to be reconsidered.") % day
            yield Card(_("The provisional result is ready"), sentence, result_of(row), Tone.SOON)


def answered_requests(desk) -> Iterator[Card]:
    """Until the result is announced."""
    rows = Reconsideration.objects.exclude(state=ReconsiderationState.WAITING)
    rows = rows.filter(
        assessment__organization=desk.organization,
        assessment__announced_at=None,
        assessment__state__in=[State.CONFIRMED, State.REVIEWED],
    )
    for row in rows.select_related("assessment__organization"):
        title = _("Your request to reconsider was answered")
        yield Card(title, row.get_state_display(), result_of(row.assessment), Tone.SOON)


def asked_to_agree(desk) -> Iterator[Card]:
    """Only who leads the organization gives its word."""
    if not desk.leads:
        return
    for row in desk.organization.practices.to_agree().select_related("topic"):
        address = reverse("desk:practice", args=[desk.organization.code, row.pk])
        sentence = _("You are asked whether this may be shown to others. Please look and agree.")
        yield Card(row.local_title, sentence, address, Tone.SOON)


def entered_promises(desk) -> Iterator[Card]:
    """By an officer for whoever is signed in."""
    rows = desk.organization.forum_promises.to_confirm_by(desk.actor).with_authors()
    for row in rows:
        sentence = _("%(authorship)s. Please check and confirm.") % {"authorship": row.authorship}
        address = reverse("desk:exchange", args=[desk.organization.code])
        yield Card(row.text, sentence, address, Tone.NOW)


def promises_to_plan(desk) -> Iterator[Card]:
    number = desk.organization.forum_promises.not_planned().count()
    if number:
        sentence = ngettext(
            "%(number)s thing that you want to try is not in your plan yet.",
            "%(number)s things that you want to try are not in your plan yet.",
            number,
        )
        address = reverse("desk:exchange", args=[desk.organization.code])
        yield Card(_("After the learning forum"), sentence % {"number": number}, address)


def own(rows, desk):
    rows = rows.of_organization(desk.organization)
    return rows.select_related("round", "organization")


def result_of(assessment: Assessment) -> str:
    arguments = [assessment.organization.code, assessment.round_id]
    return reverse("desk:assessment-result", args=arguments)
