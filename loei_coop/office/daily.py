"""What the portal does once a day, started by cron. Any of it may run twice a day without harm."""

import fcntl
import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from django.conf import settings
from django.core.management import call_command
from django.utils.translation import gettext as _

from governance import evidence, reminder_mails
from networks.register import former_contacts

log = logging.getLogger(__name__)


class BusyError(Exception):
    """Another run is under way."""


@dataclass(frozen=True)
class Done:
    """`sentence`: what was done, or why it was not."""

    sentence: str
    failed: bool = False


@contextmanager
def only_one() -> Iterator[None]:
    """The lock goes with the process, however it ends."""
    settings.DATA_DIR.mkdir(mode=0o700, parents=True, exist_ok=True)
    with (settings.DATA_DIR / "daily.lock").open("w") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise BusyError from error
        yield


def run() -> Iterator[Done]:
    """One after the other; what fails keeps nothing else from being done."""
    for name, job in JOBS.items():
        yield done_by(name, job)


def done_by(name: str, job: Callable[[], str]) -> Done:
    try:
        return Done(job())
    except Exception:
        log.exception("the daily job %s failed", name)
        sentence = _("Not done, the log tells why: %(job)s")
        return Done(sentence % {"job": name}, failed=True)


def remove_contacts() -> str:
    removed = former_contacts.remove(settings.FORMER_CONTACT_DAYS)
    return _("Contacts removed of persons: %s") % len(removed.people)


def end_sessions() -> str:
    call_command("clearsessions")
    return _("Sessions that ended are cleared.")


def tell_old_evidence() -> str:
    """Deleting for good stays an act of a person."""
    number = len(evidence.superfluous(evidence.kept_since(settings.EVIDENCE_YEARS)))
    sentence = _("Files of evidence past their time, to be removed by clear_evidence: %(number)s")
    return sentence % {"number": number}


def remind() -> str:
    sent = reminder_mails.send()
    if sent is None:
        return _("No reminders by e-mail: no mail server is set, or they went out today.")
    numbers = {"sent": sent.sent, "failed": sent.failed}
    return _("Reminders by e-mail: %(sent)s sent, %(failed)s failed") % numbers


JOBS = {
    "contacts": remove_contacts,
    "sessions": end_sessions,
    "evidence": tell_old_evidence,
    "reminders": remind,
}
