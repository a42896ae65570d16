"""Into the public at a time, and what may follow: calling off, withdrawing, correcting."""

import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from loei_coop.common.errors import WorkflowError
from loei_coop.common.seals import seal
from loei_coop.news import events, permissions
from loei_coop.news.models import PressRelease, ReleaseCorrection
from loei_coop.news.states import ReleaseState
from loei_coop.news.workflow.checks import check_embargo, check_text
from loei_coop.news.workflow.moving import Kind, move, require, require_text, stale
from loei_coop.thai.django.dates import show_moment

# A form that was open for a while: "now" is a little ago when it arrives.
JUST_NOW = datetime.timedelta(minutes=5)


@transaction.atomic
def publish(release: PressRelease, *, by, at: datetime.datetime | None = None) -> None:
    """Now, or at a time to come. Text and facts are sealed."""
    require(permissions.may_publish_at_all(by))
    when = check_publication(release, at=at)
    move(release, ReleaseState.PUBLISHED, published_at=when, published_by=by)
    seal(release)
    events.record(release, Kind.PUBLISHED, by=by, at=when)


def check_publication(release: PressRelease, *, at: datetime.datetime | None) -> datetime.datetime:
    """Gives the moment; raises WorkflowError with what speaks against it."""
    now = timezone.now()
    if at is not None and at < now - JUST_NOW:
        sentence = _("%(when)s is past. Choose a time to come, or publish now.")
        raise WorkflowError(sentence % {"when": show_moment(at)})
    when = max(at or now, now)
    check_text(release)
    check_embargo(release, when)
    return when


@transaction.atomic
def publish_from_source(release: PressRelease) -> None:
    """Composed from a source of its time, which was approved then: no approval is made up."""
    if release.source is None or release.state != ReleaseState.DRAFT:
        raise stale(release)
    rows = PressRelease.objects.filter(pk=release.pk, state=ReleaseState.DRAFT)
    rows.update(state=ReleaseState.PUBLISHED, published_at=release.composed_at)
    release.refresh_from_db()
    seal(release)
    events.record(release, Kind.PUBLISHED, at=release.published_at, source=release.source.code)


@transaction.atomic
def call_off(release: PressRelease, *, by, reason: str = "") -> None:
    """Before its time: it is approved still, and open to be published or changed."""
    require(permissions.may_publish_at_all(by))
    if release.published_at is None or release.published_at <= timezone.now():
        raise WorkflowError(_("It is public already: withdraw it, with the reason in public."))
    move(release, ReleaseState.APPROVED, published_at=None, published_by=None)
    events.record(release, Kind.CALLED_OFF, by=by, reason=reason)


@transaction.atomic
def withdraw(release: PressRelease, *, by, text: str, text_en: str = "") -> None:
    """Its address stays and says why."""
    require(permissions.may_publish_at_all(by))
    text = require_text(text, _("Give the reason: visitors read it."))
    if release.published_at and release.published_at > timezone.now():
        raise WorkflowError(_("It is not public yet: call it off instead."))
    move(
        release,
        ReleaseState.WITHDRAWN,
        withdrawn_at=timezone.now(),
        withdrawn_by=by,
        withdrawal_text=text,
        withdrawal_text_en=text_en.strip(),
    )
    events.record(release, Kind.WITHDRAWN, by=by, reason=text)


@transaction.atomic
def correct(release: PressRelease, *, by, text: str, text_en: str = "") -> ReleaseCorrection:
    """A dated note under the text, which stays as it was."""
    require(permissions.may_publish_at_all(by))
    text = require_text(text, _("Say what is corrected."))
    locked = PressRelease.objects.select_for_update(no_key=True).get(pk=release.pk)
    if locked.state != ReleaseState.PUBLISHED:
        raise stale(release)
    if release.corrections.filter(text=text).exists():
        raise WorkflowError(_("This correction is there already."))
    row = ReleaseCorrection.objects.create(
        release=release, text=text, text_en=text_en.strip(), made_by=by
    )
    events.record(release, Kind.CORRECTED, by=by, reason=text)
    return row
