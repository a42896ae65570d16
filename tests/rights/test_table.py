"""The table of rights, asked of the running portal."""

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.db import transaction
from django.test import Client

from networks.choices import Position
from networks.models import Person
from tests.factories import appoint, make_organization, make_person
from tests.rights.register import ADDRESSES, OCTOBER, OF_LISTS, Register
from tests.rights.table import ACCOUNT, DESK, DOORS, LISTS, NEVER, OFFICE, PUBLIC, SPECIAL

ROLES = ["read-only", "reviewer", "publisher", "network-officer", "data-keeper", "administrator"]
AT_DESKS = ["manager", "another manager", "representative", "chair of the committee"]


def row_of(address):
    if address.model:
        label = address.model._meta.label
        if (label, address.page) in SPECIAL:
            return SPECIAL[label, address.page]
        return LISTS.get(address.page)
    return OFFICE.get(address.page)


def test_every_page_has_a_row():
    missing = [
        str(address)
        for address in ADDRESSES
        if row_of(address) is None and address.page not in {*PUBLIC, *ACCOUNT, *DESK, *DOORS}
    ]
    assert missing == []


def test_every_row_has_a_page():
    pages = {address.page for address in ADDRESSES if not address.model}
    of_lists = {address.page for address in OF_LISTS}
    special = {(address.model._meta.label, address.page) for address in OF_LISTS}
    assert not {*PUBLIC, *ACCOUNT, *DESK, *OFFICE, *DOORS} - pages
    assert not set(LISTS) - of_lists
    assert not set(SPECIAL) - special


@pytest.fixture(scope="module")
def register(records, django_db_blocker):
    with django_db_blocker.unblock(), transaction.atomic():
        yield Portal()
        transaction.set_rollback(True)


class Portal(Register):
    """With a client for each role."""

    def __init__(self):
        super().__init__()
        self.users = {"colleague": self.user("colleague")}
        self.users |= {role: self.user(role, is_staff=True) for role in ROLES}
        self.users |= {role: self.user(role) for role in AT_DESKS}
        self.open_desks()
        self.clients = {"stranger": Client(raise_request_exception=True)}
        for role, user in self.users.items():
            self.clients[role] = Client()
            self.clients[role].force_login(user)

    def user(self, role, **values):
        user = get_user_model().objects.create_user(f"{role}-somchai", password="x", **values)
        if role in ROLES:
            user.groups.add(Group.objects.get(name=role))
        return user

    def open_desks(self):
        """Of one of the organizations, of another, of network 1 and of the committee."""
        self.open_desk(self.users["manager"])
        another = make_person("กัญญา", user=self.users["another manager"])
        appoint(another, Position.MANAGER, at=make_organization(), starts_on=OCTOBER)
        for role, code in (("representative", 1), ("chair of the committee", 16)):
            person = Person.objects.get(code=f"sample-p-{code:03d}")
            person.user = self.users[role]
            person.save()


def allowed(user, address) -> bool:
    right, _status = row_of(address)
    if address.model and (address.model._meta.label, address.page) in NEVER:
        return False
    if "." not in right and right:
        meta = address.model._meta
        right = f"{meta.app_label}.{right}_{meta.model_name}"
    return not right or user.has_perm(right)


def ask(client, method, path):
    """The response; a file is read to its end, so that it is closed."""
    response = getattr(client, method)(path)
    if response.streaming:
        response.getvalue()
    return response


def statuses(status):
    return status if isinstance(status, tuple) else (status,)


@pytest.mark.django_db
@pytest.mark.parametrize("page", PUBLIC)
def test_public_pages_are_for_everybody(register, page):
    path = register.path(next(a for a in ADDRESSES if a.page == page and not a.model))
    found = {
        role: ask(client, "get", path).status_code for role, client in register.clients.items()
    }
    assert set(found.values()) == {PUBLIC[page]}


@pytest.mark.django_db
@pytest.mark.parametrize("page", ACCOUNT)
def test_pages_of_an_account_are_for_those_who_signed_in(register, page):
    path = register.path(next(a for a in ADDRESSES if a.page == page and not a.model))
    for role, client in register.clients.items():
        expected = ACCOUNT[page][role != "stranger"]
        assert ask(client, "get", path).status_code in statuses(expected), role


@pytest.mark.django_db
@pytest.mark.parametrize("method", ["get", "post"])
@pytest.mark.parametrize("page", DESK)
def test_a_desk_is_for_those_who_work_there(register, page, method):
    path = register.path(next(a for a in ADDRESSES if a.page == page and not a.model))
    whose, status = DESK[page]
    for role, client in register.clients.items():
        found = ask(client, method, path).status_code
        if role != whose:
            assert found == (302 if role == "stranger" else 404), role
        elif method == "get":
            assert found == status


@pytest.mark.django_db
@pytest.mark.parametrize("method", ["get", "post"])
def test_strangers_are_led_to_the_door_and_colleagues_refused(register, method):
    for address in ADDRESSES:
        if row_of(address):
            path = register.path(address)
            response = ask(register.clients["stranger"], method, path)
            assert response.status_code == 302, str(address)
            assert response.headers["Location"].startswith(("/account/login/", "/admin/login/"))
            assert ask(register.clients["colleague"], method, path).status_code == 403, path


@pytest.mark.django_db
@pytest.mark.parametrize("role", ROLES)
def test_an_officer_sees_what_the_table_says(register, role):
    wrong = []
    for address in ADDRESSES:
        if (row := row_of(address)) is None:
            continue
        expected = statuses(row[1]) if allowed(register.users[role], address) else (403,)
        status = ask(register.clients[role], "get", register.path(address)).status_code
        if status not in expected:
            wrong.append((str(address), status, expected))
    assert wrong == []


@pytest.mark.django_db
@pytest.mark.parametrize("role", ROLES)
def test_what_an_officer_may_not_see_takes_nothing_either(register, role):
    for address in ADDRESSES:
        if row_of(address) and not allowed(register.users[role], address):
            response = ask(register.clients[role], "post", register.path(address))
            assert response.status_code == 403, str(address)
