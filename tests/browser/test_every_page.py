"""Every page that is read, in a real browser under the strict policy: nothing in the console,
nothing refused by the policy, and outside of the admin nothing wider than a telephone."""

import pytest
from django.conf import settings
from django.contrib import admin
from django.test import Client

from loei_coop.common.imports import files, workflow
from loei_coop.common.imports.admin import ListAdmin
from networks.models import Agency
from tests import loaded
from tests.accounts.conftest import PASSWORD, give_factor
from tests.browser.test_visit import is_wider_than_the_screen
from tests.common.uploads.pictures import picture, sent
from tests.rights.register import ADDRESSES, Register

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

TELL = """document.addEventListener("securitypolicyviolation", event =>
  console.error(`refused by the policy: ${event.effectiveDirective} ${event.blockedURI}`))"""
# Answers of their own status that are pages all the same; the browser tells of the status.
OF_ERRORS = ["/nothing/", "/?q=%00", "/organizations/?page=0", "/account/activate/password/"]
# Of Django's own forms, which the console hides until it is asked for them.
HINTS = {"verbose", "info"}
STATUS = "Failed to load resource: the server responded with a status of 4"
OF_PEOPLE = [a for a in ADDRESSES if not (a.model or a.page.startswith("admin/"))]
OF_THE_OFFICE = [a for a in ADDRESSES if a not in OF_PEOPLE]


class Rows(Register):
    """Real versions and runs too, so that their pages open."""

    def __init__(self, officer):
        super().__init__()
        self.runs = {}
        for model in self.rows:
            if isinstance(found := admin.site._registry[model], ListAdmin):
                self.runs[model] = str(self.receive(found.resource, officer).pk)

    def receive(self, resource, officer):
        """The first rows of the list, as they would come back from an office."""
        with files.as_xlsx(resource(), resource().get_queryset()[:3]) as book:
            return workflow.receive(resource, book.read(), file_name="รายการ.xlsx", by=officer)

    def examples(self, address):
        examples = super().examples(address)
        if address.model in self.runs:
            examples["<int:run_id>"] = self.runs[address.model]
        if history := getattr(address.model, "history", None):
            row = history.filter(**{address.model._meta.pk.attname: self.rows[address.model].pk})
            examples["<version>"] = str(getattr(row.first(), "pk", "999999"))
        return examples


@pytest.fixture
def somsri(live_server, django_user_model):
    return django_user_model.objects.create_superuser("somsri", password=PASSWORD)


@pytest.fixture
def rows(somsri):
    loaded.put()
    return Rows(somsri)


@pytest.fixture
def door(live_server, browser):
    """A function that gives a telephone to somebody with this client's session."""
    contexts = []

    def open_door(client):
        context = browser.new_context(viewport={"width": 360, "height": 740}, locale="th-TH")
        contexts.append(context)
        name = settings.SESSION_COOKIE_NAME
        if name in client.cookies:
            cookie = {"name": name, "value": client.cookies[name].value, "url": live_server.url}
            context.add_cookies([cookie])
        context.add_init_script(TELL)
        return Phone(context.new_page(), live_server.url)

    yield open_door
    for context in contexts:
        context.close()


class Phone:
    def __init__(self, page, portal):
        self.page, self.portal = page, portal
        self.told = []
        page.on("console", self.listen)
        page.on("pageerror", lambda error: self.told.append(str(error)))

    def listen(self, message):
        if message.type not in HINTS:
            self.told.append(message.text)

    def faults(self, path, *, fits=True):
        """What is wrong with this page; `fits`: it is no wider than the screen."""
        self.told.clear()
        self.page.goto(self.portal + path)
        if fits and is_wider_than_the_screen(self.page):
            self.told.append("wider than the screen")
        return [text for text in self.told if not text.startswith(STATUS)]


def pages(client, paths):
    """Those that answer this client with a page, not with a file or by leading elsewhere."""
    for path in paths:
        response = client.get(path)
        assert response.status_code < 500, path
        is_page = response.headers.get("Content-Type", "").startswith("text/html")
        if response.status_code == 200 and is_page and not response.streaming:
            yield path
        response.close()


def faults_of(phone, paths, **options):
    found = {path: phone.faults(path, **options) for path in paths}
    return {path: faults for path, faults in found.items() if faults}


def signed_in(user):
    client = Client()
    data = {"login": user.username, "password": PASSWORD}
    assert client.post("/account/login/", data).status_code == 302
    # What changes the second step asks for the password once more.
    assert client.post("/account/confirm/", {"password": PASSWORD}).status_code == 302
    return client


def in_both_languages(paths):
    """Addresses outside of the language have no English twin; asking finds that out."""
    return [prefix + path for path in paths for prefix in ("", "/en")]


def test_pages_for_everybody(rows, door):
    client = Client()
    paths = list(pages(client, in_both_languages([rows.path(a) for a in OF_PEOPLE])))
    assert len(paths) > 30
    assert faults_of(door(client), [*paths, *in_both_languages(OF_ERRORS)]) == {}


def test_pages_of_an_account_and_of_the_desk(rows, door, django_user_model):
    wichai = django_user_model.objects.create_user("wichai", password=PASSWORD)
    rows.open_desk(wichai)
    client = signed_in(wichai)
    own = [rows.path(a) for a in OF_PEOPLE if a.page.startswith(("account/", "desk/"))]
    before = list(pages(client, in_both_languages(own)))
    assert {"/account/", "/account/second-step/set-up/", "/account/sessions/"} <= set(before)
    assert faults_of(door(client), before) == {}
    give_factor(wichai)
    after = [path for path in pages(client, own) if path not in before]
    assert {"/account/recovery-codes/", "/account/second-step/take-off/"} <= set(after)
    assert faults_of(door(client), after) == {}


def test_pages_of_the_office(rows, door, somsri, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    office = Agency.objects.office()
    rows.rows[Agency] = office
    office.emblem.save("ตรา.png", sent(picture()))
    client = signed_in(somsri)
    paths = list(pages(client, [rows.path(address) for address in OF_THE_OFFICE]))
    assert len(paths) > 150
    assert faults_of(door(client), paths, fits=False) == {}
