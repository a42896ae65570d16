"""Reminders by e-mail, where the office has a mail server: one message a day at most to whoever
leads an organization that has not submitted. The cards at the desk do not need them."""

import logging
import smtplib
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from django.conf import settings
from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.utils import timezone, translation

from governance.board import not_submitted
from governance.models import Assessment, AssessmentRound
from governance.reminders import is_a_day_to_remind
from loei_coop.thai.django.dates import show_moment
from networks.choices import LEADING_POSITIONS
from networks.models import Appointment

log = logging.getLogger(__name__)
SUBJECT = "แบบประเมินตนเองใกล้ปิดรับ"


@dataclass(frozen=True)
class Sent:
    sent: int
    failed: int


@dataclass(frozen=True)
class Open:
    """What one organization has not submitted."""

    organization: str
    standard: str
    closes: str


def send() -> Sent | None:
    """None: there is no mail server, or today's went out. The day is marked before anything is
    sent: a run that breaks is not repeated to those who have their message."""
    if not settings.EMAIL_HOST or not mark_today():
        return None
    results = [is_delivered(address, rows) for address, rows in due().items()]
    return Sent(sent=results.count(True), failed=results.count(False))


def mark_today() -> bool:
    """Whether today was not marked yet. Called by one process at a time."""
    file = settings.DATA_DIR / "reminded-on"
    today = timezone.localdate().isoformat()
    if file.exists() and file.read_text() == today:
        return False
    file.write_text(today)
    return True


def due() -> dict[str, list[Open]]:
    """{e-mail: all that this person is reminded of today}"""
    found = defaultdict(list)
    with translation.override("th"):
        for round_ in AssessmentRound.objects.to_fill_in().open():
            for address, row in due_in(round_):
                found[address].append(row)
    return dict(found)


def due_in(round_: AssessmentRound) -> Iterator[tuple[str, Open]]:
    """Each by the own closing time."""
    drafts = Assessment.objects.in_progress().filter(round=round_).exclude(closes_at=None)
    extended = dict(drafts.values_list("organization", "closes_at"))
    for appointment in leaders(round_):
        closes = extended.get(appointment.organization_id, round_.closes_at)
        address = address_of(appointment)
        if address and is_a_day_to_remind(closes):
            name, standard = appointment.organization.name, round_.edition.standard.name
            yield address, Open(name, standard, show_moment(closes))


def leaders(round_: AssessmentRound):
    rows = Appointment.objects.giving_access().filter(
        organization__in=not_submitted(round_), position__in=LEADING_POSITIONS
    )
    return rows.select_related("person__user", "organization").order_by("pk")


def address_of(appointment: Appointment) -> str:
    person = appointment.person
    return (person.user.email if person.user else "") or person.email


def is_delivered(address: str, rows: list[Open]) -> bool:
    facts = {"rows": rows, "address": desk_address()}
    text = render_to_string("governance/mail/reminder.txt", facts)
    try:
        EmailMessage(SUBJECT, text, to=[address]).send()
    except (smtplib.SMTPException, OSError, ValueError):
        # The address itself belongs into no log.
        log.exception("a reminder could not be sent")
        return False
    return True


def desk_address() -> str:
    host = settings.ALLOWED_HOSTS[0].lstrip(".")
    scheme = "http" if settings.LOCAL else "https"
    return f"{scheme}://{host}/desk/"
