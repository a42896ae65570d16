"""Editing the text while it may be edited; of two who save at once the later one is warned."""

from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext as _

from loei_coop.common.errors import WorkflowError
from loei_coop.news import events, permissions
from loei_coop.news.models import PressRelease
from loei_coop.news.states import EDITABLE
from loei_coop.news.workflow.moving import Kind, require, stale


class EditedMeanwhileError(WorkflowError):
    """A colleague saved the same release since it was opened."""


@transaction.atomic
def edit(release: PressRelease, *, by, seen_revision: int, **values) -> None:
    """Writes columns of the text. `seen_revision`: that of the text which was opened."""
    require(permissions.may_write_at_all(by))
    if release.state not in EDITABLE:
        raise stale(release)
    row = PressRelease.objects.filter(pk=release.pk, state__in=EDITABLE, revision=seen_revision)
    if not row.update(revision=F("revision") + 1):
        raise edited_meanwhile(release)
    release.refresh_from_db()
    write(release, values)
    events.record(release, Kind.EDITED, by=by, revision=release.revision)


def write(release: PressRelease, values: dict) -> None:
    """As a whole row, so that it is found by its new words."""
    for name, value in values.items():
        setattr(release, name, value)
    release.save(update_fields=values)


def edited_meanwhile(release: PressRelease) -> WorkflowError:
    release.refresh_from_db(fields=["state", "revision"])
    if release.state not in EDITABLE:
        return stale(release)
    who = release.events.filter(kind=Kind.EDITED).order_by("-pk").first()
    sentence = _(
        "%(who)s saved this release while you were writing. What you typed is still below; the "
        "other text stands beside it. Save once more to keep yours."
    )
    return EditedMeanwhileError(sentence % {"who": who.made_by if who else "–"})
