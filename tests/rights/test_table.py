"""The table of rights, asked of the running portal."""

import re

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.db import transaction
from django.test import Client

from loei_coop.common.history import recording
from loei_coop.common.models import ChangeSet
from loei_coop.common.records import load
from tests.factories import make_agency
from tests.networks.rows import make_one_of
from tests.rights.addresses import every_address
from tests.rights.table import ACCOUNT, DOORS, LISTS, NEVER, OFFICE, PUBLIC, SPECIAL

ROLES = ["read-only", "reviewer", "publisher", "network-officer", "data-keeper", "administrator"]
ADDRESSES = every_address()
OF_LISTS = [address for address in ADDRESSES if address.model]
EXAMPLES = {
    "<int:number>": "1",
    "<slug:name>": "organizations",
    "<str:name>": "loei-backup-2026-11-22-0230.zip",
    "<slug:code>": "ABCD-EFGH",
    "<slug:format>": "csv",
    "<path:content_type_id>": "1",
    "<app_label>": "networks",
    "<int:number>/end": "999999/end",
    "(?P<url>.*)$": "nothing-here/",
    "<version>": "999999",
    "<int:run_id>": "999999",
}


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
        if row_of(address) is None and address.page not in {*PUBLIC, *ACCOUNT, *DOORS}
    ]
    assert missing == []


def test_every_row_has_a_page():
    pages = {address.page for address in ADDRESSES if not address.model}
    of_lists = {address.page for address in OF_LISTS}
    special = {(address.model._meta.label, address.page) for address in OF_LISTS}
    assert not {*PUBLIC, *ACCOUNT, *OFFICE, *DOORS} - pages
    assert not set(LISTS) - of_lists
    assert not set(SPECIAL) - special


@pytest.fixture(scope="module")
def register(django_db_setup, django_db_blocker):
    """The portal's records, at least one row of each list, and a client for each role."""
    with django_db_blocker.unblock(), transaction.atomic():
        load(with_samples=True)
        yield Register()
        transaction.set_rollback(True)


class Register:
    def __init__(self):
        self.rows = {}
        for model in dict.fromkeys(address.model for address in OF_LISTS):
            self.rows[model] = model._default_manager.first() or make_one_of(model)
        with recording(ChangeSet.Source.FORM) as act:
            make_agency("สำนักงานสหกรณ์จังหวัดหนองคาย")
        self.rows[ChangeSet] = act.row
        self.users = {"colleague": self.user("colleague")}
        self.users |= {role: self.user(role, is_staff=True) for role in ROLES}
        self.clients = {"stranger": Client(raise_request_exception=True)}
        for role, user in self.users.items():
            self.clients[role] = Client()
            self.clients[role].force_login(user)

    def user(self, role, **values):
        user = get_user_model().objects.create_user(f"{role}-somchai", password="x", **values)
        if role in ROLES:
            user.groups.add(Group.objects.get(name=role))
        return user

    def path(self, address):
        path = address.page
        if address.model:
            meta = address.model._meta
            path = f"admin/{meta.app_label}/{meta.model_name}/{path}"
            key = str(self.rows[address.model].pk)
            path = re.sub(r"<path:object_id>|<id>|<int:user_id>|<int:change_set_id>", key, path)
            if meta.label == "common.ImportRun":
                path = path.replace("<int:run_id>", key)
        for written, example in EXAMPLES.items():
            path = path.replace(written, example)
        code = self.rows[organization_model()].code
        return "/" + path.replace("<code:code>", code)


def organization_model():
    return next(a.model for a in OF_LISTS if a.model._meta.label == "networks.Organization")


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
        assert ask(client, "get", path).status_code == expected, role


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
