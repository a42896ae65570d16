"""What of governance waits at a desk."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext as _

from governance import desk_cards
from governance.offers import Offer, offers
from loei_coop.common.todo import Card, Tone
from loei_coop.thai.django.dates import show_moment


def desk_todos(desk) -> Iterator[Card]:
    """`desk` has `organization`, `actor` (who is signed in) and `leads`."""
    for offer in offers(desk.organization):
        if sentence := sentence_of(offer):
            title = offer.round.edition.standard.local_name
            address = reverse("desk:assessments", args=[desk.organization.code])
            yield Card(title, sentence, address, Tone.NOW if offer.is_returned else Tone.SOON)
    yield from desk_cards.after_review(desk)


def sentence_of(offer: Offer) -> str:
    """Empty when there is nothing to do."""
    if offer.is_returned:
        return _("The office asks for more on some items. Answer these and submit again.")
    if offer.is_to_fill_in or offer.can_be_started:
        return _("Submit by %(when)s.") % {"when": show_moment(offer.deadline)}
    return ""
