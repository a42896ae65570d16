"""What of governance waits: for an officer, as far as the rights go, and at a desk."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext as _

from governance import desk_cards, permissions
from governance.board import not_submitted
from governance.models import Assessment, AssessmentRound, Practice
from governance.offers import Offer, offers
from governance.reminders import is_near
from governance.states import PracticeState
from loei_coop.common.todo import Card, Task, Todo, Tone
from loei_coop.thai.django.dates import show_moment


def todos(user) -> Iterator[Todo]:
    yield from of_assessments(user)
    if permissions.has_right_to_select(user):
        yield to_exchange()


def to_exchange() -> Todo:
    hint = _("Read what the hosts propose, select it with a reason, then share it.")
    rows = Practice.objects.order_by()
    waiting = [
        practices(_("to select"), rows.to_select(), PracticeState.AGREED),
        practices(_("to share"), rows.to_share(), PracticeState.SELECTED),
    ]
    return Todo(_("Learning exchange: practices"), hint, waiting)


def practices(label: str, rows, state: PracticeState) -> Task:
    address = reverse("admin:governance_practice_changelist")
    return Task(label, rows.count(), f"{address}?state__exact={state}")


def of_assessments(user) -> Iterator[Todo]:
    if not user.has_perm("governance.view_assessment"):
        return
    yield open_rounds()
    rows = Assessment.objects.order_by()
    if permissions.has_right_to_review(user):
        yield to_review(rows, user)
    if permissions.has_right_to_confirm(user):
        hint = _("The reviewers recommend these results to the working group.")
        task = work(_("assessments"), rows.to_confirm(), "confirm")
        yield Todo(_("Self-assessment: results to confirm"), hint, [task])
    if permissions.has_right_to_manage(user):
        yield from to_look_after(rows)


def open_rounds() -> Todo:
    hint = _("How the round stands, whom to call, and texts to send.")
    tasks = [round_task(row) for row in AssessmentRound.objects.to_fill_in().open()]
    return Todo(_("Self-assessment: not submitted yet"), hint, tasks)


def round_task(round_: AssessmentRound) -> Task:
    address = reverse("admin:governance_assessmentround_board", args=[round_.pk])
    label = f"{round_.edition.standard.local_name}: {round_}"
    return Task(label, not_submitted(round_).count(), address)


def to_review(rows, user) -> Todo:
    waiting = rows.to_review()
    tasks = [
        work(_("mine"), waiting.reviewed_by(user), "mine"),
        work(_("all"), waiting, "review"),
    ]
    hint = _("Look at every item, then ask for more or recommend the result.")
    return Todo(_("Self-assessment: to review"), hint, tasks)


def to_look_after(rows) -> Iterator[Todo]:
    asked = work(_("requests"), rows.with_waiting_reconsideration(), "reconsider")
    hint = _("Whoever asked waits for the answer of the office.")
    yield Todo(_("Self-assessment: asked to reconsider"), hint, [asked])
    overdue = work(_("assessments"), rows.overdue(), "overdue")
    hint = _("Begun, and not submitted in time. Call them, extend the time, or withdraw.")
    yield Todo(_("Self-assessment: overdue"), hint, [overdue])


def work(label: str, rows, name: str) -> Task:
    address = f"{reverse('admin:governance_assessment_changelist')}?work={name}"
    return Task(label, rows.count(), address)


def desk_todos(desk) -> Iterator[Card]:
    """`desk` has `organization`, `actor` (who is signed in) and `leads`."""
    for offer in offers(desk.organization):
        if sentence := sentence_of(offer):
            title = offer.round.edition.standard.local_name
            address = reverse("desk:assessments", args=[desk.organization.code])
            yield Card(title, sentence, address, tone_of(offer))
    yield from desk_cards.after_review(desk)


def tone_of(offer: Offer) -> Tone:
    """Pressing is what the office asks for, and what closes soon."""
    return Tone.NOW if offer.is_returned or is_near(offer.deadline) else Tone.SOON


def sentence_of(offer: Offer) -> str:
    """Empty when there is nothing to do."""
    if offer.is_returned:
        return _("The office asks for more on some items. Answer these and submit again.")
    if offer.is_to_fill_in or offer.can_be_started:
        return _("Submit by %(when)s.") % {"when": show_moment(offer.deadline)}
    return ""
