"""What reports of errors and requests about personal data have in common."""

import datetime

import pytest
from django.utils import timezone

from loei_coop.site.inbox import TooManyError, mark_handled, take_in
from loei_coop.site.models import DataRequest, ErrorReport

pytestmark = pytest.mark.django_db


def report():
    return ErrorReport(page="/organizations/0001/", message="ชื่อสะกดผิด")


def request():
    return DataRequest(kind="see", name="นางมาลี ดีงาม", contact="0 4281 1234")


every_message = pytest.mark.parametrize("message", [report, request])


@every_message
def test_the_sixth_of_an_hour_from_one_address_waits_and_another_address_does_not(message):
    for _ in range(5):
        take_in(message(), address_key="one")
    with pytest.raises(TooManyError):
        take_in(message(), address_key="one")
    assert take_in(message(), address_key="other").pk


@every_message
def test_an_hour_later_the_same_address_may_write_again(message):
    for _ in range(5):
        take_in(message(), address_key="one")
    an_hour_ago = timezone.now() - datetime.timedelta(minutes=61)
    type(message()).objects.update(received_at=an_hour_ago)
    assert take_in(message(), address_key="one").pk


def test_reports_do_not_use_up_what_requests_may_be_sent():
    for _ in range(5):
        take_in(report(), address_key="one")
    assert take_in(request(), address_key="one").pk


@every_message
def test_the_address_is_forgotten_after_a_day(message):
    old = take_in(message(), address_key="one")
    yesterday = timezone.now() - datetime.timedelta(hours=25)
    type(old).objects.update(received_at=yesterday)
    take_in(message(), address_key="other")
    keys = type(old).objects.values_list("address_key", flat=True)
    assert set(keys) == {"", "other"}


@every_message
def test_what_is_handled_is_closed_once_by_whoever_did_it(message, officer):
    row = take_in(message(), address_key="one")
    rows = type(row).objects.all()
    assert (mark_handled(rows, by=officer), mark_handled(rows, by=None)) == (1, 0)
    row.refresh_from_db()
    assert row.handled_by == officer
    assert not rows.waiting().exists()
