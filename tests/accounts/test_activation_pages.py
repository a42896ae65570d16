import time

import pytest
from django.utils import timezone

from loei_coop.accounts import activation_views as views
from loei_coop.accounts.models import ActivationCode, WrongCode
from loei_coop.accounts.typed_codes import grouped
from networks.querysets.people import OFFICE_CODE
from tests.accounts.codes import PASSWORD, issued, make_officer, wrong
from tests.factories import make_agency
from tests.networks.pages import words

pytestmark = pytest.mark.django_db

CODE = "/account/activate/"
PASSWORDS = f"{CODE}password/"
DONE = f"{CODE}done/"
TWICE = {"new_password1": PASSWORD, "new_password2": PASSWORD}


@pytest.fixture
def slip():
    return issued()


def give_code(client, slip, digits=None, code=None):
    typed = {"code": code or grouped(slip.code), "digits": digits or slip.digits}
    return client.post(CODE, typed)


def test_the_way_from_the_slip_to_the_account(client, slip):
    assert client.get(CODE).status_code == 200
    assert give_code(client, slip).url == PASSWORDS
    page = client.get(PASSWORDS)
    assert ("สมชาย ใจดี" in page.text, 'value="0005"' in page.text) == (True, True)
    assert client.post(PASSWORDS, TWICE).url == DONE
    done = words(client.get(DONE))
    assert "0005" in done
    assert 'href="/desk/"' in client.get(DONE).text
    assert client.session["_auth_user_id"] == str(slip.row.user.pk)


def test_the_same_code_again_is_refused_with_a_sentence_and_the_telephone(client, slip):
    make_agency(code=OFFICE_CODE, phone="042-811-234")
    ActivationCode.objects.update(used_at=timezone.now())
    answer = give_code(client, slip)
    assert answer.status_code == 400
    assert "รหัสนี้ใช้ไปแล้วเมื่อ" in words(answer)
    assert "042-811-234" in words(answer)


def test_wrong_digits_change_nothing_and_what_was_typed_stays(client, slip):
    answer = give_code(client, slip, digits=wrong(slip.digits))
    assert answer.status_code == 400
    assert f'value="{grouped(slip.code)}"' in answer.text
    assert client.get(PASSWORDS).status_code == 400
    assert not slip.row.user.check_password(PASSWORD)


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"code": "ฟหกด-่าสว", "digits": "1234"}, "เปลี่ยนแป้นพิมพ์เป็นภาษาอังกฤษ"),
        ({"code": "AB", "digits": "1234"}, "ไม่ใช่รหัสในใบแจ้ง"),
        ({"code": "AAAA-AAAA", "digits": "12"}, "โปรดพิมพ์ตัวเลขสี่หลัก"),
        ({"code": "AAAA-AAAA", "digits": "abcd"}, "โปรดพิมพ์ตัวเลขสี่หลัก"),
        ({}, "โปรด"),
    ],
)
def test_what_cannot_be_a_code_is_told_before_it_counts(client, typed, sentence):
    answer = client.post(CODE, typed)
    assert (answer.status_code, WrongCode.objects.count()) == (400, 0)
    assert sentence in words(answer)


def test_an_unlike_or_a_weak_password_is_refused_and_the_code_stays_open(client, slip):
    give_code(client, slip)
    for pair in ({**TWICE, "new_password2": "x"}, {"new_password1": "1", "new_password2": "1"}):
        answer = client.post(PASSWORDS, pair)
        assert (answer.status_code, 'value="0005"' in answer.text) == (400, True)
    assert client.post(PASSWORDS, TWICE).url == DONE


def test_the_qr_code_brings_the_code_and_leaves_the_address(client, slip):
    answer = client.get(f"{CODE}code/{grouped(slip.code)}/")
    assert answer.url == CODE
    assert f'value="{grouped(slip.code)}"' in client.get(CODE).text


def test_the_password_page_opens_to_nobody_without_the_digits(client, slip):
    assert client.get(PASSWORDS).status_code == 400
    assert client.post(PASSWORDS, TWICE).status_code == 400
    client.get(f"{CODE}code/{slip.code}/")
    assert client.post(PASSWORDS, TWICE).status_code == 400


def test_digits_given_hold_for_half_an_hour(client, slip, monkeypatch):
    give_code(client, slip)
    later = time.time() + views.SECONDS_TO_CHOOSE + 1
    monkeypatch.setattr(views.time, "time", lambda: later)
    answer = client.post(PASSWORDS, TWICE)
    assert (answer.status_code, "ครึ่งชั่วโมง" in words(answer)) == (400, True)


def test_a_code_revoked_between_the_steps_is_refused(client, slip):
    give_code(client, slip)
    ActivationCode.objects.update(revoked_at=timezone.now())
    answer = client.post(PASSWORDS, TWICE)
    assert (answer.status_code, "สำนักงานยกเลิกรหัสนี้แล้ว" in words(answer)) == (400, True)
    assert "_auth_user_id" not in client.session


def test_a_second_click_on_the_password_is_refused(client, slip):
    give_code(client, slip)
    kept = client.session[views.CHECKED]
    client.post(PASSWORDS, TWICE)
    session = client.session
    session[views.CHECKED] = kept
    session.save()
    assert client.post(PASSWORDS, TWICE).status_code == 400


def test_whoever_sits_at_the_browser_is_signed_out_by_the_new_account(client, slip):
    client.force_login(make_officer())
    give_code(client, slip)
    client.post(PASSWORDS, TWICE)
    assert client.session["_auth_user_id"] == str(slip.row.user.pk)


def test_an_address_that_guesses_gets_429(client, slip, settings):
    for _try in range(30):
        WrongCode.objects.create(address_key=client_key(client))
    answer = give_code(client, slip)
    assert (answer.status_code, "โปรดรอหนึ่งชั่วโมง" in words(answer)) == (429, True)


def client_key(client):
    """The key under which this client's wrong codes are counted."""
    client.post(CODE, {"code": "AAAA-AAAA", "digits": "1234"})
    return WrongCode.objects.latest("pk").address_key


def test_the_form_asks_for_no_digits_if_the_office_does_without(client, settings):
    settings.ACTIVATION_DIGITS = False
    slip = issued()
    assert 'name="digits"' not in client.get(CODE).text
    assert client.post(CODE, {"code": slip.code}).url == PASSWORDS


@pytest.mark.parametrize("prefix", ["", "/en"])
def test_the_pages_are_kept_by_no_cache_and_found_by_no_search(client, slip, prefix):
    give_code(client, slip)
    for path in (CODE, PASSWORDS):
        answer = client.get(prefix + path)
        assert "no-store" in answer.headers["Cache-Control"]
        assert '<meta name="robots" content="noindex">' in answer.text


def test_the_last_page_is_for_who_has_signed_in(client):
    assert client.get(DONE).url == CODE


def test_the_help_page_leads_to_the_first_step(client):
    assert f'href="{CODE}"' in client.get("/help/").text
