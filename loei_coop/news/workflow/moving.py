"""What every step does: checks the right, moves the row from the state it was in, tells why not."""

from django.utils.translation import gettext as _

from loei_coop.common.errors import WorkflowError
from loei_coop.news.models import PressRelease, ReleaseEvent
from loei_coop.news.states import MOVES, ReleaseState

Kind = ReleaseEvent.Kind


def move(release: PressRelease, state: ReleaseState, **values) -> None:
    """From the state that the row has, if that may follow and nobody was faster."""
    if state not in MOVES[ReleaseState(release.state)]:
        raise stale(release)
    row = PressRelease.objects.filter(pk=release.pk, state=release.state, revision=release.revision)
    if not row.update(state=state, **values):
        raise stale(release)
    release.refresh_from_db()


def stale(release: PressRelease) -> WorkflowError:
    """Somebody else was here, or the step does not follow."""
    before = release.state
    release.refresh_from_db(fields=["state", "revision"])
    if release.state == before and before in MOVES and release.revision:
        sentence = _("The release was changed meanwhile. Look at it once more: “%(state)s”.")
    else:
        sentence = _("This is not possible now: the release is “%(state)s”.")
    return WorkflowError(sentence % {"state": release.get_state_display()})


def require(is_allowed: bool) -> None:
    if not is_allowed:
        raise WorkflowError(_("You have no right to take this step."))


def require_text(text: str, sentence: str) -> str:
    if not text.strip():
        raise WorkflowError(sentence)
    return text.strip()
