"""What Wichai typed into a review outlives his session, and comes back to him alone."""

import time

import pytest
from django.test import Client

from governance.models import ItemReview
from tests.governance.admin.reviews import page, signed_in, verdict
from tests.governance.assessing import make_case, make_officer
from tests.networks.pages import words

pytestmark = pytest.mark.django_db
ASKED = "ขอรายงานการประชุมครั้งที่ 4"
OWN = {"Origin": "http://testserver"}


@pytest.fixture
def case():
    case = make_case()
    case.fill()
    case.submit()
    return case


@pytest.fixture
def path(case):
    return page(case.assessment, "review", "1")


@pytest.fixture
def typed(case, wichai, path):
    """As the page sends it."""
    account = signed_in(wichai).get(path).context["page_account"]
    return {**verdict(case, "1.1", "return", reason=ASKED), "account": account}


@pytest.fixture
def kept(path, typed):
    """Sent after the session ended."""
    return Client().post(path, typed)


def fields_of(kept):
    return dict(kept.context["fields"])


def test_after_the_session_it_is_kept_on_the_page_that_leads_to_the_door(kept, path):
    assert kept.status_code == 401
    assert kept.context["sign_in"].startswith("/en/account/login/?next=%2Fen%2Fadmin%2F")
    assert fields_of(kept).keys() == {"account", "sealed"}
    assert ASKED not in kept.text


def test_after_signing_in_it_is_in_the_form_and_not_saved(kept, path, wichai):
    answer = signed_in(wichai).post(path, fields_of(kept))
    assert answer.status_code == 200
    assert ASKED in answer.text
    assert "Not saved yet" in words(answer)
    assert not ItemReview.objects.exists()


def test_from_there_it_is_saved(kept, path, wichai, typed):
    client = signed_in(wichai)
    shown = client.post(path, fields_of(kept))
    form = next(row.form for row in shown.context["rows"] if row.item.number == "1.1")
    sent = {field.html_name: field.value() or "" for field in form}
    assert client.post(path, sent | {"account": typed["account"]}).status_code == 302
    assert ItemReview.objects.get().reason == ASKED


def test_an_old_token_after_a_new_sign_in_is_enough(kept, path, wichai):
    client = Client(enforce_csrf_checks=True)
    client.force_login(wichai)
    assert ASKED in client.post(path, fields_of(kept), headers=OWN).text


@pytest.mark.parametrize("origin", ["https://elsewhere.example", "null"])
def test_another_site_sends_nothing(path, wichai, typed, origin):
    client = Client(enforce_csrf_checks=True)
    client.force_login(wichai)
    assert client.post(path, typed, headers={"Origin": origin}).status_code == 403
    assert not ItemReview.objects.exists()


def test_a_colleague_at_the_same_browser_does_not_see_it(kept, path, typed):
    napa = signed_in(make_officer("napa", "view_assessment", "review_assessment"))
    for sent in (typed, fields_of(kept)):
        answer = napa.post(path, sent)
        assert answer.status_code == 409
        assert ASKED not in answer.text
    assert not ItemReview.objects.exists()


def test_a_colleague_who_takes_the_seal_for_an_own_one_reads_nothing(kept, path):
    napa = signed_in(make_officer("napa", "view_assessment", "review_assessment"))
    own = napa.get(path).context["page_account"]
    answer = napa.post(path, fields_of(kept) | {"account": own})
    assert answer.status_code == 400
    assert ASKED not in answer.text


def test_it_comes_back_on_the_page_where_it_was_typed_only(kept, case, wichai):
    answer = signed_in(wichai).post(page(case.assessment, "review", "2"), fields_of(kept))
    assert (answer.status_code, ASKED in answer.text) == (400, False)


def test_whoever_lost_the_right_does_not_see_it(kept, path, wichai):
    wichai.user_permissions.clear()
    answer = signed_in(wichai).post(path, fields_of(kept))
    assert (answer.status_code, ASKED in answer.text) == (403, False)


def test_after_half_a_day_it_is_gone(kept, path, wichai, monkeypatch):
    later = time.time() + 12 * 60 * 60 + 1
    monkeypatch.setattr("cryptography.fernet.time.time", lambda: later)
    answer = signed_in(wichai).post(path, fields_of(kept))
    assert (answer.status_code, ASKED in answer.text) == (400, False)


def test_whoever_typed_nothing_is_led_to_the_door(path):
    assert Client().post(path).headers["Location"].startswith("/en/admin/login/")
