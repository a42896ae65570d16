"""What Malee typed for the office outlives her session, and comes back to her alone."""

import pytest
from django.test import Client

from networks.choices import Ending
from networks.models import HoldersConfirmation, Proposal
from tests.desk.people import HOME, newcomer
from tests.networks.pages import words

pytestmark = pytest.mark.django_db
BEGIN = f"{HOME}holders/begin/"
REMARK = "รับตำแหน่งแทนผู้ที่ลาออก"
OWN = {"Origin": "http://testserver"}


@pytest.fixture
def typed(desk):
    return newcomer(remark=REMARK, account=desk.get(BEGIN).context["page_account"])


@pytest.fixture
def kept(typed):
    """Sent after the session ended."""
    return Client().post(BEGIN, typed)


def fields_of(kept):
    return dict(kept.context["fields"])


def test_after_signing_in_it_is_in_the_form_and_not_sent(kept, desk):
    assert (kept.status_code, REMARK in kept.text) == (401, False)
    page = desk.post(BEGIN, fields_of(kept))
    assert page.context["form"]["remark"].value() == REMARK
    assert "Not sent yet" in words(page)
    assert not Proposal.objects.exists()


def test_from_there_it_is_sent(kept, desk, typed):
    form = desk.post(BEGIN, fields_of(kept)).context["form"]
    sent = {field.html_name: field.value() for field in form}
    desk.post(BEGIN, sent | {"account": typed["account"]})
    assert Proposal.objects.get().note == REMARK


def test_an_old_token_after_a_new_sign_in_is_enough(kept, malee):
    client = Client(enforce_csrf_checks=True)
    client.force_login(malee)
    assert REMARK in client.post(BEGIN, fields_of(kept), headers=OWN).text
    assert client.post(BEGIN, fields_of(kept)).status_code == 403


def test_nobody_else_of_the_desk_sees_it(kept, typed, deputys_desk):
    for sent in (typed, fields_of(kept)):
        page = deputys_desk.post(BEGIN, sent)
        assert (page.status_code, REMARK in page.text) == (409, False)
    assert not Proposal.objects.exists()


def test_whoever_works_there_no_longer_does_not_see_it(kept, desk, malee):
    malee.person.appointments.update(ending=Ending.UNKNOWN)
    page = desk.post(BEGIN, fields_of(kept))
    assert (page.status_code, REMARK in page.text) == (404, False)


@pytest.mark.parametrize(
    ("rest", "data"),
    [
        ("contact/", {"remark": REMARK}),
        ("counts/", {"remark": REMARK}),
        ("holders/deputy/", {"remark": REMARK}),
        ("holders/confirm/", {"meeting_on": "15/2/2569"}),
    ],
)
def test_every_form_that_is_sent_to_the_office_keeps_it(desk, rest, data):
    account = desk.get(HOME + rest).context["page_account"]
    kept = Client().post(HOME + rest, data | {"account": account})
    form = desk.post(HOME + rest, fields_of(kept)).context["form"]
    assert {name: form[name].value() for name in data} == data
    assert not Proposal.objects.exists()
    assert not HoldersConfirmation.objects.exists()


def test_whoever_typed_nothing_is_led_to_the_door():
    assert Client().post(BEGIN).headers["Location"].startswith("/en/account/login/")
