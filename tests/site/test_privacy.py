"""The privacy notice says what the portal does."""

import pytest

from networks.models import ContactReading
from tests.factories import make_agency
from tests.networks.pages import words

pytestmark = pytest.mark.django_db

NOTICE = "/en/privacy/"


def test_its_days_are_those_of_the_settings(client, settings):
    settings.FORMER_CONTACT_DAYS, settings.SESSION_COOKIE_AGE = 99, 3 * 24 * 3600
    notice = words(client.get(NOTICE))
    assert "Removed 99 days after the person's last office" in notice
    assert "keeps you signed in, for 3 days at most" in notice


def test_it_names_the_office_and_how_to_reach_it(client):
    make_agency(code="loei-cooperative-office", phone="0 4281 1234", email="loei@example.org")
    page = client.get(NOTICE).text
    assert "0 4281 1234" in page
    assert 'href="mailto:loei@example.org"' in page


def test_without_an_office_it_still_leads_to_the_form_and_the_contact(client):
    page = client.get(NOTICE).text
    assert 'href="/en/privacy/request/"' in page
    assert 'href="/en/contact/"' in page


@pytest.mark.parametrize("path", ["/", "/organizations/", "/privacy/", "/privacy/request/thanks/"])
def test_public_pages_set_no_cookie(client, path):
    assert not client.get(path).cookies


def test_a_form_sets_the_one_that_protects_it(client):
    assert list(client.get("/privacy/request/").cookies) == ["csrftoken"]


def test_a_visitor_is_noted_nowhere(client):
    client.get("/organizations/")
    assert not ContactReading.objects.exists()
