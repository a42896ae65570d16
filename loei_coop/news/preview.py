"""The secret link that shows a release without an account, until it is published."""

import secrets

from django.db import transaction
from django.utils.translation import gettext as _

from loei_coop.common.errors import NotFound, WorkflowError
from loei_coop.news import events, permissions
from loei_coop.news.models import PressRelease, ReleaseEvent
from loei_coop.news.states import FROZEN

# Bytes of chance in a link.
TOKEN_BYTES = 32


@transaction.atomic
def issue(release: PressRelease, *, by) -> str:
    """A new token; a former one opens nothing any more."""
    require_writer(by)
    if release.state in FROZEN:
        raise WorkflowError(_("A published release needs no secret link: it has its address."))
    token = secrets.token_urlsafe(TOKEN_BYTES)
    PressRelease.objects.filter(pk=release.pk).update(preview_token=token)
    release.preview_token = token
    events.record(release, ReleaseEvent.Kind.PREVIEW_MADE, by=by)
    return token


@transaction.atomic
def revoke(release: PressRelease, *, by) -> None:
    require_writer(by)
    if (
        not PressRelease.objects.filter(pk=release.pk)
        .exclude(preview_token="")
        .update(preview_token="")
    ):
        raise WorkflowError(_("There is no secret link any more."))
    release.preview_token = ""
    events.record(release, ReleaseEvent.Kind.PREVIEW_REVOKED, by=by)


def require_writer(user) -> None:
    if not permissions.may_write_at_all(user):
        raise WorkflowError(_("You have no right to take this step."))


def of_token(token: str) -> PressRelease | None:
    """Of a link that was not taken back. How long the answer takes tells nothing of a token: the
    database looks it up by its index, and the last comparison is of the whole."""
    release = PressRelease.objects.exclude(preview_token="").filter(preview_token=token).first()
    if release and secrets.compare_digest(release.preview_token.encode(), token.encode()):
        return release
    return None


def opened(token: str) -> PressRelease:
    """Raises NotFound where the link was taken back, or the release withdrawn."""
    release = of_token(token)
    if release is None or release.is_withdrawn:
        raise NotFound(_("This link is no longer valid. Please ask the office for a new one."))
    return release
