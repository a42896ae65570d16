"""How often a form may be sent by somebody who is not signed in."""

import pytest
from django.core.cache import cache

from loei_coop.site.models import ErrorReport

pytestmark = pytest.mark.django_db

# Every page that takes a form from a stranger, with one that it refuses to store.
FORMS = {
    "/report/": {"message": ""},
    "/account/activate/": {"code": "ABC"},
    "/account/activate/password/": {},
    "/account/login/": {"login": "malee", "password": ""},
    "/admin/login/": {},
}


@pytest.fixture(autouse=True)
def three_in_a_quarter_of_an_hour(settings):
    settings.ACCOUNT_RATE_LIMITS = {**settings.ACCOUNT_RATE_LIMITS, "anonymous_form": "3/15m/key"}
    cache.clear()


@pytest.mark.parametrize("page", FORMS)
@pytest.mark.parametrize(
    ("prefix", "sentence"), [("", "โปรดรอ"), ("/en", "Please wait 15 minutes")]
)
def test_the_fourth_form_of_a_page_is_refused_with_a_sentence(client, page, prefix, sentence):
    for _ in range(3):
        assert client.post(prefix + page, FORMS[page]).status_code != 429
    refused = client.post(prefix + page, FORMS[page])
    assert (refused.status_code, refused.headers["Retry-After"]) == (429, "900")
    assert sentence in refused.text


def send(client, address="192.0.2.7", **values):
    return client.post("/report/", {"message": "", **values}, REMOTE_ADDR=address)


def test_what_is_refused_is_not_stored(client):
    for _ in range(3):
        send(client)
    assert send(client, message="ชื่อสะกดผิด").status_code == 429
    assert not ErrorReport.objects.exists()


def test_each_page_counts_for_itself_and_looking_counts_nowhere(client):
    for _ in range(9):
        client.get("/report/")
    for _ in range(4):
        send(client)
    assert client.post("/account/activate/", {}).status_code == 400
    assert client.get("/report/").status_code == 200


def test_another_address_is_not_held_up(client):
    for _ in range(4):
        send(client)
    assert send(client, "192.0.2.8").status_code == 400


def test_all_addresses_of_one_line_count_together(client):
    for last in "123":
        send(client, f"2001:db8::{last}")
    assert send(client, "2001:db8::4").status_code == 429
    assert send(client, "2001:db8:0:1::1").status_code == 400


def test_who_is_signed_in_is_not_counted(office):
    assert {send(office).status_code for _ in range(5)} == {400}


def test_a_form_without_its_token_is_refused_before_it_counts(client):
    strict = type(client)(enforce_csrf_checks=True)
    assert {send(strict).status_code for _ in range(5)} == {403}
    assert send(client).status_code == 400
