"""The way of an award: granted, to be presented, presented, revoked."""

import datetime
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from governance import permissions
from governance.models import Award
from governance.states import AWARD_MOVES, WITH_PRESENTATION, AwardState
from governance.workflow.moving import require
from loei_coop.common.errors import WorkflowError
from loei_coop.thai.dates import PartialDate, Precision
from networks.models import Person


@transaction.atomic
def grant(award: Award, *, by, announced_at: datetime.datetime | None = None) -> Award:
    """A new award that no round gives. One that is recorded from a source was announced in its
    time; every other one says from when the public knows of it."""
    require(permissions.may_grant_to(by, award.organization))
    check_known_from(award, announced_at)
    award.state, award.announced_at = AwardState.GRANTED, announced_at
    store(award)
    return award


def check_known_from(award: Award, announced_at: datetime.datetime | None) -> None:
    if award.is_recorded:
        if award.source is None:
            raise WorkflowError(_("An award of the past names the source that tells of it."))
        return
    if announced_at is None:
        raise WorkflowError(_("Say from when the public may know of the award."))
    if timezone.localdate(announced_at) < timezone.localdate():
        raise WorkflowError(
            _("The time of the announcement is past. An award of the past is recorded by a source.")
        )


@dataclass(frozen=True)
class Presentation:
    """By whom, when and where an award is handed over. All but the first may be unknown; the post
    is kept as it was then."""

    presenter: Person | None = None
    post: str = ""
    post_en: str = ""
    day: PartialDate | None = None
    place: str = ""
    place_en: str = ""

    @property
    def columns(self) -> dict:
        precision = self.day.precision if self.day else Precision.DAY
        return {
            "presenter": self.presenter,
            "presenter_post": self.post,
            "presenter_post_en": self.post_en,
            "presented_on": self.day and self.day.first,
            "presented_on_precision": precision.value,
            "place": self.place,
            "place_en": self.place_en,
        }


@transaction.atomic
def await_presentation(award: Award, presentation: Presentation, *, by) -> None:
    check_somebody(presentation)
    move(award, AwardState.TO_BE_PRESENTED, by=by, **presentation.columns)


@transaction.atomic
def present(award: Award, presentation: Presentation, *, by) -> None:
    """It was handed over: on a day that is not to come, or on one that nobody recorded."""
    check_somebody(presentation)
    check_day(presentation)
    move(award, AwardState.PRESENTED, by=by, **presentation.columns)


@transaction.atomic
def correct_presentation(award: Award, presentation: Presentation, *, by) -> None:
    """What is to be, or was, is told otherwise; the state stays."""
    require(permissions.may_change_award(by, award))
    check_somebody(presentation)
    if award.state == AwardState.PRESENTED:
        check_day(presentation)
    if award.state not in WITH_PRESENTATION:
        raise stale(award)
    lock(award)
    store(award, **presentation.columns)


def check_somebody(presentation: Presentation) -> None:
    if presentation.presenter is None and not presentation.post.strip():
        raise WorkflowError(_("Name the person who presents the award, or at least the post."))


def check_day(presentation: Presentation) -> None:
    if presentation.day and presentation.day.first > timezone.localdate():
        raise WorkflowError(_("The day of the presentation lies in the future."))


@transaction.atomic
def revoke(
    award: Award,
    *,
    by,
    revoked_order: str,
    revoked_on: datetime.date,
    revocation_text: str,
    revocation_text_en: str = "",
    revocation_reason: str,
) -> None:
    """Its pages stay and say so. `revocation_text` is for everybody, the reason for the office."""
    if not all(text.strip() for text in (revoked_order, revocation_text, revocation_reason)):
        raise WorkflowError(
            _("Give the order, a sentence for the public and the reason for the office.")
        )
    if revoked_on > timezone.localdate():
        raise WorkflowError(_("The order of the revocation lies in the future."))
    move(
        award,
        AwardState.REVOKED,
        by=by,
        revoked_order=revoked_order,
        revoked_on=revoked_on,
        revocation_text=revocation_text,
        revocation_text_en=revocation_text_en,
        revocation_reason=revocation_reason,
        revoked_by=by,
    )


def move(award: Award, state: AwardState, *, by, **values) -> None:
    """From the state that the row has, if that may follow and nobody was faster."""
    require(permissions.may_change_award(by, award))
    if state not in AWARD_MOVES[AwardState(award.state)]:
        raise stale(award)
    lock(award)
    store(award, state=state, **values)


def lock(award: Award) -> None:
    """Colleagues wait for each other; refused if it is no more in the state before the eyes."""
    if not Award.objects.filter(pk=award.pk, state=award.state).update(state=award.state):
        raise stale(award)


def store(award: Award, **values) -> None:
    """Saving writes the history. What colleagues changed besides stays."""
    if award.pk:
        award.refresh_from_db()
    for name, value in values.items():
        setattr(award, name, value)
    try:
        award.full_clean()
    except ValidationError as error:
        raise WorkflowError(" ".join(error.messages)) from error
    award.save()


def stale(award: Award) -> WorkflowError:
    award.refresh_from_db(fields=["state"])
    sentence = _("This is not possible now: the award is “%(state)s”.")
    return WorkflowError(sentence % {"state": award.get_state_display()})
