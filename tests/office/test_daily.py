"""What is done once a day."""

import datetime
import fcntl

import pytest
from django.core import mail
from django.core.management import CommandError, call_command
from django.utils import timezone

from governance import reminders
from governance.models import Assessment, AssessmentRound
from loei_coop.office import daily
from tests.governance.assessing import make_case

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def folder(settings, tmp_path):
    settings.DATA_DIR = tmp_path
    return tmp_path


@pytest.fixture
def case(settings):
    """Not submitted, closing in seven days; มาลี has an address, and the office a mail server."""
    settings.EMAIL_HOST = "mail.example.go.th"
    case = make_case()
    case.manager.email = "malee@example.com"
    case.manager.save()
    close_in(7)
    return case


def close_in(days):
    closes = timezone.now() + datetime.timedelta(days=days)
    AssessmentRound.objects.update(closes_at=closes)


def run():
    call_command("daily")


def test_it_tells_what_it_did(capsys):
    run()
    out = capsys.readouterr().out.splitlines()
    assert len(out) == len(daily.JOBS)


def test_who_has_not_submitted_is_reminded_once_a_day(case):
    run()
    run()
    (message,) = mail.outbox
    assert message.to == ["malee@example.com"]
    assert case.organization.name in message.body
    assert "/desk/" in message.body


def test_two_organizations_of_one_person_are_one_message(case):
    other = make_case("สหกรณ์การเกษตรภูเรือ จำกัด", round_=case.round, manager="kanya")
    other.manager.email = "malee@example.com"
    other.manager.save()
    run()
    (message,) = mail.outbox
    assert other.organization.name in message.body
    assert case.organization.name in message.body


@pytest.mark.parametrize("days", [31, 8, 2])
def test_on_other_days_nobody_is(case, days):
    close_in(days)
    run()
    assert mail.outbox == []


def test_who_submitted_is_left_in_peace(case):
    case.fill()
    case.submit()
    run()
    assert mail.outbox == []


def test_an_extended_one_is_reminded_by_its_own_time(case):
    close_in(3)
    later = timezone.now() + datetime.timedelta(days=14)
    Assessment.objects.update(closes_at=later)
    run()
    assert len(mail.outbox) == 1


def test_without_a_mail_server_nothing_is_mailed(case, settings):
    settings.EMAIL_HOST = ""
    run()
    assert mail.outbox == []


def test_mail_that_fails_breaks_nothing(case, monkeypatch, capsys):
    def fail(message):
        raise ConnectionRefusedError

    monkeypatch.setattr("django.core.mail.EmailMessage.send", fail)
    run()
    assert "1" in capsys.readouterr().out.splitlines()[-1]


def test_a_job_that_fails_keeps_no_other_from_being_done(case, monkeypatch):
    def fail():
        raise ZeroDivisionError

    monkeypatch.setitem(daily.JOBS, "contacts", fail)
    with pytest.raises(CommandError):
        run()
    assert len(mail.outbox) == 1


def test_two_runs_at_once_are_one(case, folder):
    with (folder / "daily.lock").open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        with pytest.raises(CommandError):
            run()
    assert mail.outbox == []
    run()
    assert len(mail.outbox) == 1


@pytest.mark.parametrize(("days", "is_near"), [(8, False), (7, True), (1, True), (-1, False)])
def test_a_card_presses_from_a_week_before_on(days, is_near):
    deadline = timezone.now() + datetime.timedelta(days=days)
    assert reminders.is_near(deadline) is is_near
