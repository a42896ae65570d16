"""What of governance waits, at a desk and at the office's first page."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext as _

from governance import desk_cards
from governance.board import not_submitted
from governance.models import AssessmentRound
from governance.offers import Offer, offers
from governance.reminders import is_near
from loei_coop.common.todo import Card, Task, Todo, Tone
from loei_coop.thai.django.dates import show_moment


def todos(user) -> Iterator[Todo]:
    if user.has_perm("governance.view_assessment"):
        yield Todo(
            _("Self-assessment: not submitted yet"),
            _("How the round stands, whom to call, and texts to send."),
            [round_task(row) for row in AssessmentRound.objects.to_fill_in().open()],
        )


def round_task(round_: AssessmentRound) -> Task:
    address = reverse("admin:governance_assessmentround_board", args=[round_.pk])
    label = f"{round_.edition.standard.local_name}: {round_}"
    return Task(label, not_submitted(round_).count(), address)


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
