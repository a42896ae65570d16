import pytest
from django.test import Client
from django.urls import NoReverseMatch, reverse

from tests.accounts.conftest import PASSWORD, is_signed_in, page_of, sign_in, signed_in

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("name", ["malee", "Malee", " malee "])
def test_a_manager_signs_in_by_user_name_as_a_telephone_types_it(client, malee, name):
    response = sign_in(client, name)
    assert (response.status_code, response.url) == (302, "/desk/")
    assert "มาลี ใจงาม" in page_of(client.get("/account/"))


@pytest.mark.parametrize("name", ["wichai@example.go.th", "Wichai@Example.go.th"])
def test_an_officer_signs_in_by_e_mail_and_comes_to_the_admin(client, wichai, name):
    assert sign_in(client, name).url == "/admin/"


def test_an_address_of_two_accounts_opens_neither(client, wichai, malee):
    malee.email = wichai.email
    malee.save()
    assert sign_in(client, wichai.email).status_code == 200
    assert sign_in(client, "wichai").status_code == 302


def test_a_user_name_goes_before_the_same_text_as_an_address(client, wichai, django_user_model):
    django_user_model.objects.create_user("wichai@example.go.th", password="น้ำหนาว-5678")
    assert sign_in(client, "wichai@example.go.th").status_code == 200
    assert sign_in(client, "wichai@example.go.th", "น้ำหนาว-5678").url == "/desk/"


@pytest.mark.parametrize(
    ("name", "password"), [("malee", "ผิด"), ("nobody", PASSWORD), ("malee", PASSWORD + " ")]
)
def test_a_refusal_says_the_same_for_a_wrong_name_and_a_wrong_password(
    client, malee, name, password
):
    page = page_of(sign_in(client, name, password))
    assert "ชื่อผู้ใช้กับรหัสผ่านไม่ตรงกัน" in page
    assert not is_signed_in(client)


def test_an_account_that_is_switched_off_stays_outside(client, malee):
    malee.is_active = False
    malee.save()
    assert "ชื่อผู้ใช้กับรหัสผ่านไม่ตรงกัน" in page_of(sign_in(client, "malee"))


@pytest.mark.parametrize("name", ["", " "])
def test_an_empty_name_is_asked_for(client, name):
    assert sign_in(client, name).status_code == 200


def test_the_page_speaks_english_under_its_address(client, malee):
    page = page_of(client.get("/en/account/login/"))
    assert "<h1>Sign in</h1>" in page
    response = client.post("/en/account/login/", {"login": "malee", "password": PASSWORD})
    assert response.url == "/en/desk/"


def test_after_signing_in_one_comes_to_the_page_that_was_asked_for(client, wichai):
    response = client.get("/admin/networks/person/", follow=True)
    assert response.redirect_chain[-1][0] == "/account/login/?next=/admin/networks/person/"
    assert 'name="next"' in page_of(response)
    assert (
        sign_in(client, "wichai", next="/admin/networks/person/").url == "/admin/networks/person/"
    )


@pytest.mark.parametrize("target", ["https://example.com/", "//example.com/", "javascript:x"])
def test_nobody_is_led_to_another_site(client, malee, target):
    assert sign_in(client, "malee", next=target).url == "/desk/"


def test_without_the_tick_the_session_ends_with_the_browser(client, malee):
    sign_in(client, "malee")
    assert client.cookies["sessionid"]["max-age"] == ""


def test_with_the_tick_it_lasts_fourteen_days(client, malee):
    sign_in(client, "malee", remember="on")
    assert client.cookies["sessionid"]["max-age"] == 14 * 24 * 3600


def test_signing_out_asks_first_and_comes_back_to_the_door(malee):
    client = signed_in("malee")
    assert "ต้องการออกจากระบบ" in page_of(client.get("/account/logout/"))
    response = client.post("/account/logout/", follow=True)
    assert response.redirect_chain == [("/account/login/", 302)]
    assert "ออกจากระบบแล้ว" in page_of(response)
    assert not is_signed_in(client)


@pytest.mark.parametrize(
    "name",
    ["account_signup", "account_email", "account_reset_password", "mfa_add_webauthn"],
)
def test_pages_that_the_portal_does_not_have_cannot_be_reached(client, name):
    with pytest.raises(NoReverseMatch):
        reverse(name)


@pytest.mark.parametrize("page", ["signup", "email", "password/reset", "confirm-email", "inactive"])
def test_guessing_their_addresses_finds_nothing(client, malee, page):
    assert signed_in("malee").get(f"/account/{page}/").status_code == 404


@pytest.mark.parametrize(
    "page",
    [
        "",
        "sessions/",
        "password/",
        "confirm/",
        "second-step/",
        "second-step/set-up/",
        "second-step/take-off/",
        "recovery-codes/",
        "recovery-codes/new/",
    ],
)
def test_a_stranger_is_asked_to_sign_in(client, page):
    response = client.get(f"/account/{page}")
    assert response.url == f"/account/login/?next=/account/{page}"


def test_pages_of_an_account_are_kept_by_nobody(malee):
    client = signed_in("malee")
    for page in ("", "sessions/", "password/", "second-step/"):
        assert "no-store" in client.get(f"/account/{page}").headers["Cache-Control"]


def test_the_header_leads_to_the_door_and_then_to_the_account(client, malee):
    assert '<a href="/account/">เข้าสู่ระบบ</a>' in page_of(client.get("/help/"))
    assert '<a href="/account/">บัญชีของฉัน</a>' in page_of(signed_in("malee").get("/help/"))


def test_who_is_signed_in_already_is_led_on(malee):
    assert signed_in("malee").get("/account/login/").url == "/desk/"


def test_a_form_without_its_token_is_refused(malee):
    assert sign_in(Client(enforce_csrf_checks=True), "malee").status_code == 403


# The admin's door


def test_the_door_of_the_admin_is_the_same(client, wichai):
    assert client.get("/admin/login/?next=/admin/x/").url == "/account/login/?next=/admin/x/"
    data = {"username": "wichai", "password": PASSWORD}
    assert client.post("/admin/login/", data).url == "/account/login/?next=/admin/"
    assert not is_signed_in(client)


def test_a_signed_in_officer_cannot_try_passwords_at_the_admins_door(wichai, officer):
    client = signed_in("wichai")
    response = client.post("/admin/login/", {"username": "somsri", "password": "x"})
    assert response.url == "/admin/"
    assert client.get("/account/").context["user"] == wichai


@pytest.mark.parametrize("page", ["", "login/", "networks/person/", "password_change/"])
def test_a_manager_is_refused_at_the_admin(malee, page):
    assert signed_in("malee").get(f"/admin/{page}").status_code == 403


def test_the_admins_password_page_is_the_accounts_own(wichai):
    assert signed_in("wichai").get("/admin/password_change/").url == "/account/password/"


def test_signing_out_in_the_admin_signs_out(wichai):
    client = signed_in("wichai")
    assert client.post("/admin/logout/").url == "/account/login/"
    assert not is_signed_in(client)


# The password


def change(client, old=PASSWORD, new="น้ำหนาว-5678", again=None):
    data = {"oldpassword": old, "password1": new, "password2": again or new}
    return client.post("/account/password/", data)


def test_a_new_password_signs_out_every_other_device(malee):
    here, there = signed_in("malee"), signed_in("malee")
    assert change(here).url == "/account/"
    assert (is_signed_in(here), is_signed_in(there)) == (True, False)
    assert signed_in("malee", password="น้ำหนาว-5678")


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({"old": "ผิด"}, "รหัสผ่านปัจจุบันไม่ตรง"),
        ({"new": "1234567890"}, "รหัสผ่าน"),
        ({"again": "อื่น-12345"}, "รหัสผ่าน"),
    ],
)
def test_a_refused_new_password_changes_nothing(malee, values, sentence):
    response = change(signed_in("malee"), **values)
    assert response.status_code == 200
    assert sentence in page_of(response)
    malee.refresh_from_db()
    assert malee.check_password(PASSWORD)


def test_who_forgot_the_password_is_given_the_offices_telephone(client, records):
    from networks.models import Agency

    office = Agency.objects.office()
    office.phone = "0 4281 1234"
    office.save()
    assert "0 4281 1234" in page_of(client.get("/account/forgotten-password/"))
    assert "/account/forgotten-password/" in page_of(client.get("/account/login/"))


def test_before_there_is_an_office_the_page_opens_too(client):
    page = page_of(client.get("/account/forgotten-password/"))
    assert "ยังไม่ได้บันทึก" in page
