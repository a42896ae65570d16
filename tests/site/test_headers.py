"""What every kind of answer tells a browser, in a local portal and in production."""

import os
import re
import runpy
from datetime import datetime, timedelta
from unittest import mock

import pytest
from django.conf import settings as portal
from django.test import Client
from django.utils import timezone

from tests.factories import make_organization

pytestmark = pytest.mark.django_db

HOST = "portal.example.go.th"
ALWAYS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "X-Frame-Options": "DENY",
}
# What production sets by itself, apart from where things lie.
OF_PRODUCTION = re.compile("(SECURE_|SESSION_COOKIE_|CSRF_)[A-Z_]+|LOCAL|ALLOWED_HOSTS")


def settings_of_production():
    """As `settings.py` makes them where ALLOWED_HOSTS is set."""
    variables = {"ALLOWED_HOSTS": HOST, "SECRET_KEY": "k7Qm2_xZ" * 8}
    with mock.patch.dict(os.environ, variables):
        values = runpy.run_path(str(portal.BASE_DIR / "loei_coop/settings.py"))
    return {name: value for name, value in values.items() if OF_PRODUCTION.fullmatch(name)}


@pytest.fixture(params=["local", "production"])
def mode(request, settings, tmp_path):
    settings.STATIC_ROOT = tmp_path
    (tmp_path / "base.css").write_text("body {}")
    settings.ROOT_URLCONF = "tests.site.broken_urls"
    if request.param == "production":
        for name, value in settings_of_production().items():
            setattr(settings, name, value)
    return request.param


@pytest.fixture
def visitor(mode):
    """A function that asks for a page over what the mode serves."""
    production = mode == "production"
    client = Client(raise_request_exception=False, enforce_csrf_checks=True)
    client.secure = production

    def ask(path, method="get", *, host=HOST if production else "127.0.0.1", secure=None, **more):
        secure = client.secure if secure is None else secure
        return getattr(client, method)(path, headers={"host": host}, secure=secure, **more)

    ask.client = client
    return ask


KINDS = {
    "a page": (200, lambda ask: ask("/about/")),
    "an English page": (200, lambda ask: ask("/en/about/")),
    "the door": (200, lambda ask: ask("/account/login/")),
    "a redirect": (302, lambda ask: ask("/favicon.ico")),
    "the way to the door": (302, lambda ask: ask("/admin/")),
    "a forgotten slash": (301, lambda ask: ask("/about")),
    "bad input": (400, lambda ask: ask("/?q=%00")),
    "a foreign host": (400, lambda ask: ask("/", host="evil.example")),
    "a form without its token": (403, lambda ask: ask("/report/", "post")),
    "no such page": (404, lambda ask: ask("/nothing/")),
    "no such method": (405, lambda ask: ask("/about/", "options")),
    "a mountain": (413, lambda ask: ask("/report/", "post", CONTENT_LENGTH="90000000")),
    "a long address": (414, lambda ask: ask("/?q=" + "x" * 20_000)),
    "a fault": (500, lambda ask: ask("/broken/")),
    "a static file": (200, lambda ask: ask("/static/base.css")),
    "no such static file": (404, lambda ask: ask("/static/nothing.css")),
    "open data": (200, lambda ask: ask("/open-data/organizations.csv")),
    "plain text": (200, lambda ask: ask("/.well-known/security.txt")),
    "health": (200, lambda ask: ask("/healthz")),
}


def wrong_headers(response):
    """Those that are not as they should be."""
    found = {name: response.headers.get(name) for name in ALWAYS}
    wrong = {name: value for name, value in found.items() if value != ALWAYS[name]}
    policy = response.headers.get("Content-Security-Policy", "")
    if "default-src 'none'" not in policy or "frame-ancestors 'none'" not in policy:
        wrong["policy"] = policy
    if "unsafe" in policy or "camera=()" not in response.headers.get("Permissions-Policy", ""):
        wrong["permissions"] = policy
    return wrong


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_answer_has_the_headers(kind, visitor, mode):
    make_organization()
    status, ask = KINDS[kind]
    response = ask(visitor)
    assert (response.status_code, wrong_headers(response)) == (status, {})
    insists = response.headers.get("Strict-Transport-Security")
    expected = "max-age=31536000; includeSubDomains; preload" if mode == "production" else None
    # A foreign host is sent away before anything is promised to it.
    assert insists == expected or kind == "a foreign host"
    if response.streaming:
        response.close()


@pytest.mark.parametrize("mode", ["production"], indirect=True)
@pytest.mark.parametrize(
    ("path", "host", "status"), [("/about/", HOST, 301), ("/", "evil.example", 400)]
)
def test_plain_http_is_led_to_https_with_the_headers(visitor, path, host, status):
    response = visitor(path, host=host, secure=False)
    assert (response.status_code, wrong_headers(response)) == (status, {})
    assert response.headers.get("Location") == (f"https://{HOST}/about/" if host == HOST else None)


@pytest.mark.parametrize("page", ["", "networks/person/import/template/", "networks/person/nope/"])
def test_pages_and_files_of_the_office_have_them_too(office, page):
    response = office.get(f"/admin/{page}", follow=True)
    assert wrong_headers(response) == {}
    response.close()


def test_cookies_are_hidden_from_scripts_and_from_other_sites(visitor, mode, django_user_model):
    django_user_model.objects.create_user("malee", password="ภูกระดึง-1234")
    token = re.search('csrfmiddlewaretoken" value="(.*?)"', visitor("/account/login/").text)[1]
    data = {"login": "malee", "password": "ภูกระดึง-1234", "csrfmiddlewaretoken": token}
    more = {"HTTP_REFERER": f"https://{HOST}/account/login/"} if mode == "production" else {}
    assert visitor("/account/login/", "post", data=data, **more).status_code == 302
    cookies = visitor.client.cookies
    prefix = "__Host-" if mode == "production" else ""
    for name in (f"{prefix}sessionid", f"{prefix}csrftoken"):
        cookie = cookies[name]
        assert (cookie["httponly"], cookie["samesite"], cookie["path"]) == (True, "Lax", "/")
        assert (bool(cookie["secure"]), cookie["domain"]) == (mode == "production", "")


class TestSecurityTxt:
    def lines(self, client):
        text = client.get("/.well-known/security.txt?x=1").text
        return [tuple(line.split(": ", 1)) for line in text.splitlines()]

    def test_it_says_where_to_report_in_both_languages(self, client):
        contacts = [value for name, value in self.lines(client) if name == "Contact"]
        assert contacts == ["http://testserver/contact/", "http://testserver/en/contact/"]
        assert ("Preferred-Languages", "th, en") in self.lines(client)

    def test_it_is_not_out_of_date_and_not_good_for_more_than_a_year(self, client):
        (expires,) = [value for name, value in self.lines(client) if name == "Expires"]
        left = datetime.fromisoformat(expires) - timezone.now()
        assert timedelta(days=30) < left < timedelta(days=365)

    def test_it_names_its_own_address_and_nothing_that_was_typed(self, client):
        canonical = ("Canonical", "http://testserver/.well-known/security.txt")
        assert canonical in self.lines(client)

    def test_it_is_plain_text(self, client):
        headers = client.get("/.well-known/security.txt").headers
        assert headers["Content-Type"] == "text/plain; charset=utf-8"
