"""What is typed outlives the session."""

import pytest
from django.test import Client

from tests.desk.assessment.sheets import address, answer_of, page_of, save_one, signed_in
from tests.governance.assessing import make_manager

pytestmark = pytest.mark.django_db

TYPED = {"1.1-text": "หกร้อยตัวอักษร"}
OWN = {"Origin": "http://testserver"}


def test_a_form_sent_after_the_session_ended_comes_back_with_the_text(case):
    data = page_of(case) | TYPED
    response = Client().post(address(case, "1/"), data)
    assert response.status_code == 401
    assert "หกร้อยตัวอักษร" in response.content.decode()
    assert f"/account/login/?next={address(case, '1/').replace('/', '%2F')}" in str(
        response.content
    )
    assert answer_of(case, "1.1") is None


def test_sent_once_more_after_signing_in_it_is_saved(case, malee):
    kept = Client().post(address(case, "1/"), page_of(case) | TYPED)
    malee.post(address(case, "1/"), dict(kept.context["fields"]))
    assert answer_of(case, "1.1").text == "หกร้อยตัวอักษร"


def test_json_without_a_session_is_told_where_to_sign_in(case):
    response = save_one(Client(), case, text="ข้อความ")
    assert response.status_code == 401
    assert response.json()["sign_in"].startswith("/account/login/?next=")


def test_an_old_token_from_an_own_page_is_enough(case):
    """Signing in again in another tab makes the tokens of open pages worthless."""
    malee = signed_in(case.manager, enforce_csrf_checks=True)
    response = malee.post(address(case, "1/"), page_of(case) | TYPED, headers=OWN)
    assert response.status_code == 302
    assert answer_of(case, "1.1").text == "หกร้อยตัวอักษร"


@pytest.mark.parametrize("origin", ["https://elsewhere.example", "null", "https://testserver"])
def test_another_site_can_save_nothing(case, origin):
    malee = signed_in(case.manager, enforce_csrf_checks=True)
    headers = {"Origin": origin}
    response = malee.post(address(case, "1/"), page_of(case) | TYPED, headers=headers)
    assert response.status_code == 403
    assert answer_of(case, "1.1") is None


def test_without_origin_and_token_the_text_comes_back(case):
    malee = signed_in(case.manager, enforce_csrf_checks=True)
    response = malee.post(address(case, "1/"), page_of(case) | TYPED)
    assert response.status_code == 403
    assert "หกร้อยตัวอักษร" in response.content.decode()


def test_an_old_page_without_origin_shows_its_text_to_no_other_account(case, malee):
    account = malee.get(address(case, "1/")).context["account"]
    other = make_manager(case.organization, "somchai", first_name="สมชาย")
    somchai = signed_in(other, enforce_csrf_checks=True)
    response = somchai.post(address(case, "1/"), page_of(case) | TYPED | {"account": account})
    assert (response.status_code, "หกร้อยตัวอักษร" in response.text) == (403, False)


def test_what_one_account_typed_is_not_saved_by_another(case, malee):
    account = malee.get(address(case, "1/")).context["account"]
    somchai = signed_in(make_manager(case.organization, "somchai", first_name="สมชาย"))
    data = page_of(case) | TYPED | {"account": account}
    assert somchai.post(address(case, "1/"), data).status_code == 409
    assert answer_of(case, "1.1") is None
    assert malee.post(address(case, "1/"), data).status_code == 302


def test_one_accounts_text_is_shown_to_no_other_and_can_still_be_sent(case, malee):
    account = malee.get(address(case, "1/")).context["account"]
    somchai = signed_in(make_manager(case.organization, "somchai", first_name="สมชาย"))
    kept = somchai.post(address(case, "1/"), page_of(case) | TYPED | {"account": account})
    assert "หกร้อยตัวอักษร" not in kept.text
    malee.post(address(case, "1/"), dict(kept.context["fields"]))
    assert answer_of(case, "1.1").text == "หกร้อยตัวอักษร"


def test_a_text_for_a_desk_that_is_not_ones_own_comes_back(case):
    appointment = case.manager.person.appointments.get()
    malee, data = signed_in(case.manager), page_of(case) | TYPED
    appointment.delete()
    response = malee.post(address(case, "1/"), data)
    assert response.status_code == 404
    assert "หกร้อยตัวอักษร" in response.content.decode()


def test_a_stranger_who_typed_nothing_is_led_to_the_door(case):
    response = Client().post(address(case, "start/"))
    assert response.headers["Location"].startswith("/account/login/")
