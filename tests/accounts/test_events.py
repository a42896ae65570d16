"""The log of sign-ins, rights and passwords: what happened to whom, and who did it."""

import pytest
from django.contrib.auth.models import Group, Permission
from django.core.management import call_command
from django.test import Client

from loei_coop.accounts.events import show_changes
from loei_coop.accounts.models import AccountEvent
from tests.accounts.codes import issued
from tests.accounts.conftest import PASSWORD, give_factor, is_signed_in, sign_in, signed_in

pytestmark = pytest.mark.django_db

Kind = AccountEvent.Kind
NEW = "น้ำหนาว-5678"


def events_of(user_name):
    """(kind, who did it, changes), the first one first."""
    events = AccountEvent.objects.filter(user_name=user_name).order_by("pk")
    return [(event.kind, event.made_by_name, event.changes) for event in events]


def news_of(user_name, act):
    """What `act` adds to the log of this account."""
    before = len(events_of(user_name))
    act()
    return events_of(user_name)[before:]


@pytest.fixture
def save(office):
    """Saves an account's page in the admin as the officer somsri."""

    def save(user, **values):
        fields = ["username", "first_name", "last_name", "email"]
        data = {name: getattr(user, name) for name in fields}
        data |= {name: "on" for name in ("is_active", "is_staff") if getattr(user, name)}
        data |= {"groups": list(user.groups.values_list("pk", flat=True)), **values}
        sent = {name: value for name, value in data.items() if value is not None}
        response = office.post(f"/admin/accounts/user/{user.pk}/change/", sent)
        assert response.status_code == 302

    return save


# Signing in and out


def test_a_sign_in_and_a_sign_out_are_the_persons_own(malee):
    client = signed_in("malee")
    client.post("/account/logout/")
    assert events_of("malee")[1:] == [
        (Kind.SIGNED_IN, "malee", []),
        (Kind.SIGNED_OUT, "malee", []),
    ]


def test_a_wrong_password_is_noted_with_the_address_and_not_with_what_was_typed(client, malee):
    sign_in(client, "malee", "ความลับ")
    event = AccountEvent.objects.latest()
    assert (event.kind, event.user, event.made_by) == (Kind.SIGN_IN_FAILED, malee, None)
    assert event.address == "192.0.2.7"
    assert "ความลับ" not in str(list(AccountEvent.objects.values()))


def test_a_name_that_nobody_has_is_not_kept(client):
    sign_in(client, "0 4281 1234")
    assert [event.user_name for event in AccountEvent.objects.all()] == [""]


# Passwords


def test_a_password_that_an_officer_sets_bears_the_officers_name_and_ends_sessions(office, malee):
    there = signed_in("malee")
    data = {"usable_password": "true", "password1": NEW, "password2": NEW}
    page = f"/admin/accounts/user/{malee.pk}/password/"
    assert news_of("malee", lambda: office.post(page, data)) == [
        (Kind.PASSWORD_CHANGED, "somsri", [])
    ]
    assert not is_signed_in(there)


def test_a_password_that_an_officer_takes_away_is_noted_too(office, malee):
    page = f"/admin/accounts/user/{malee.pk}/password/"
    data = {"usable_password": "false", "unset-password": "1"}
    found = news_of("malee", lambda: office.post(page, data))
    assert found == [(Kind.PASSWORD_CHANGED, "somsri", [])]


def test_ones_own_new_password_is_ones_own_act(malee):
    client = signed_in("malee")
    data = {"oldpassword": PASSWORD, "password1": NEW, "password2": NEW}
    found = news_of("malee", lambda: client.post("/account/password/", data))
    assert found == [(Kind.PASSWORD_CHANGED, "malee", [])]


def test_a_password_set_with_a_slip_is_noted_and_ends_other_sessions(client):
    slip = issued()
    user = slip.row.user
    there = Client()
    there.force_login(user)
    client.post("/account/activate/", {"code": slip.code, "digits": slip.digits})
    twice = {"new_password1": NEW, "new_password2": NEW}
    found = news_of(user.username, lambda: client.post("/account/activate/password/", twice))
    assert [(kind, by) for kind, by, _changes in found] == [
        (Kind.PASSWORD_CHANGED, user.username),
        (Kind.SIGNED_IN, user.username),
    ]
    assert (is_signed_in(client), is_signed_in(there)) == (True, False)


def test_a_hash_made_stronger_on_signing_in_is_no_new_password(client, malee, settings):
    hashers = "django.contrib.auth.hashers."
    settings.PASSWORD_HASHERS = [
        f"{hashers}PBKDF2SHA1PasswordHasher",
        *(f"{hashers}MD5PasswordHasher",),
    ]
    found = news_of("malee", lambda: sign_in(client, "malee"))
    assert found == [(Kind.SIGNED_IN, "malee", [])]


# Rights


@pytest.mark.parametrize(
    ("values", "changes"),
    [
        ({"is_staff": "on"}, [["is_staff", False, True]]),
        ({"is_superuser": "on"}, [["is_superuser", False, True]]),
        ({"is_active": None}, [["is_active", True, False]]),
        ({"username": "malee.j"}, [["username", "malee", "malee.j"]]),
        ({"email": "malee@example.go.th"}, [["email", "", ""]]),
        ({"first_name": "มะลิ"}, None),
    ],
)
def test_what_an_officer_changes_of_an_account(save, malee, values, changes):
    name = values.get("username", "malee")
    save(malee, **values)
    expected = [(Kind.ROLES_CHANGED, "somsri", changes)] if changes else []
    assert [event for event in events_of(name) if event[0] == Kind.ROLES_CHANGED] == expected


def test_an_account_that_is_switched_off_is_outside_with_the_next_click(save, malee):
    client = signed_in("malee")
    save(malee, is_active=None)
    assert not is_signed_in(client)


def test_groups_that_an_officer_gives_and_takes(save, malee):
    group = Group.objects.get(name="publisher")
    assert news_of("malee", lambda: save(malee, groups=[group.pk])) == [
        (Kind.ROLES_CHANGED, "somsri", [["groups", "", "publisher"]])
    ]
    assert news_of("malee", lambda: save(malee, groups=[])) == [
        (Kind.ROLES_CHANGED, "somsri", [["groups", "publisher", ""]])
    ]


def test_single_rights_that_an_officer_gives(save, malee):
    right = Permission.objects.get(codename="view_person")
    found = news_of("malee", lambda: save(malee, user_permissions=[right.pk]))
    assert found == [(Kind.ROLES_CHANGED, "somsri", [["user_permissions", "", "view_person"]])]


def test_a_group_that_is_removed_takes_its_rights_from_each_member(office, malee):
    group = Group.objects.create(name="กลุ่มงานทะเบียน")
    malee.groups.add(group)
    page = f"/admin/auth/group/{group.pk}/delete/"
    found = news_of("malee", lambda: office.post(page, {"post": "yes"}))
    assert found == [(Kind.ROLES_CHANGED, "somsri", [["groups", "กลุ่มงานทะเบียน", ""]])]


def test_rights_of_a_group_bear_the_officers_name(office):
    group = Group.objects.create(name="กลุ่มงานทะเบียน")
    right = Permission.objects.get(codename="view_person")
    data = {"name": group.name, "permissions": [right.pk]}
    office.post(f"/admin/auth/group/{group.pk}/change/", data)
    event = AccountEvent.objects.get(kind=Kind.ROLES_CHANGED)
    assert (event.made_by_name, event.changes) == (
        *("somsri", [["permissions", "", "กลุ่มงานทะเบียน: view_person"]]),
    )


def test_what_a_command_keeps_of_the_groups_is_no_news():
    group = Group.objects.get(name="publisher")
    group.permissions.clear()
    call_command("migrate", verbosity=0)
    assert group.permissions.exists()
    assert not AccountEvent.objects.exists()


# Accounts


def test_a_new_account_bears_its_makers_name(office):
    data = {"usable_password": "true", "password1": NEW, "password2": NEW, "username": "wichai"}
    found = news_of("wichai", lambda: office.post("/admin/accounts/user/add/", data))
    assert found == [(Kind.ACCOUNT_CREATED, "somsri", [])]


def test_an_account_that_is_born_with_every_right_says_so(officer):
    assert events_of("somsri") == [
        (
            Kind.ACCOUNT_CREATED,
            "",
            [["is_staff", False, True], ["is_superuser", False, True]],
        )
    ]


def test_of_an_account_that_was_removed_the_log_stays(office, malee):
    office.post(f"/admin/accounts/user/{malee.pk}/delete/", {"post": "yes"})
    assert events_of("malee")[-1] == (Kind.ACCOUNT_REMOVED, "somsri", [])


def test_a_second_step_that_is_reset_bears_the_officers_name(office, malee):
    give_factor(malee)
    page = f"/admin/accounts/user/{malee.pk}/reset-factor/"
    found = news_of("malee", lambda: office.post(page))
    assert (Kind.FACTOR_RESET, "somsri", []) in found


def test_changes_are_shown_in_words(save, malee):
    save(malee, is_staff="on")
    event = AccountEvent.objects.filter(kind=Kind.ROLES_CHANGED).latest()
    assert show_changes(event) == "สถานะเจ้าหน้าที่: ไม่ใช่ → ใช่"
