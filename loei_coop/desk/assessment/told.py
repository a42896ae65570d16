"""What the browser is told of an answer."""

from django.utils.translation import gettext as _

from governance.answers import Saved, fingerprint
from governance.completeness import Progress
from loei_coop.thai.django.dates import show_recent


def of_saved(saved: Saved, progress: Progress, choice_address: str) -> dict:
    if saved.rival:
        return {"sentence": two_versions(), "choice": choice_address}
    return {
        "sentence": saved_at(saved.answer),
        "version": saved.answer.version,
        "seen": fingerprint(saved.answer.content),
        "progress": of_progress(progress),
        "done": progress.done,
    }


def saved_at(answer) -> str:
    return _("Saved %(when)s") % {"when": show_recent(answer.changed_at)}


def of_progress(progress: Progress) -> str:
    numbers = {"done": progress.done, "total": progress.total}
    return _("%(done)s of %(total)s items") % numbers


def two_versions() -> str:
    return _("Somebody else changed this item meanwhile. Both texts are kept: choose one.")


def first_error(form) -> str:
    return str(next(iter(form.errors.values()))[0])
