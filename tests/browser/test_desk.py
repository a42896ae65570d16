"""A manager with an old phone: no JavaScript, large targets, nothing wider than the screen."""

import datetime

import pytest
from axe_playwright_python.sync_playwright import Axe

from networks import workflow
from networks.choices import CommitteeOffice, Position
from networks.models import Proposal
from tests.desk.people import OCTOBER, account_of, propose_phone
from tests.factories import (
    appoint,
    make_agency,
    make_district,
    make_member,
    make_organization,
    make_person,
    make_term,
    seat,
)

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
HOME = "/desk/organizations/0005/"


@pytest.fixture
def malee(browser, live_server):
    """Manager, representative and chair at once, with one card and two proposals."""
    make_agency(code="loei-cooperative-office", phone="0 4281 1234")
    district = make_district("นาด้วง", network=1)
    na_duang = make_organization(code="0005", district=district, phone="0 4288 7001")
    person = make_person("มาลี", "ใจงาม", title="นาง", user=account_of("malee"))
    deputy = make_person("สมศักดิ์", "รักงาน", user=account_of("somsak"))
    appoint(person, Position.MANAGER, at=na_duang, starts_on=OCTOBER)
    appoint(deputy, Position.DEPUTY, at=na_duang, starts_on=OCTOBER, named_by=person)
    seat(district.network, 1, OCTOBER, person, na_duang, expires_on=datetime.date(2027, 9, 30))
    make_member(make_term(), CommitteeOffice.CHAIR, person)
    workflow.withdraw(propose_phone(na_duang, by=person.user))
    propose_phone(na_duang, "0 4288 7998", by=account_of("wichai"), on_behalf_of=person.user)
    return person.user


def sign_in(page, address):
    page.goto(f"{address}/desk/")
    page.locator("#id_login").fill("malee")
    page.locator("#id_password").fill("x")
    page.locator("#id_password").press("Enter")
    page.wait_for_url("**/desk/")


def pages(malee):
    deputy = malee.person.named_deputies.get()
    proposal = Proposal.objects.waiting().get()
    own = [
        "",
        "contact/",
        "counts/",
        "holders/",
        "holders/begin/",
        "holders/deputy/",
        "holders/confirm/",
    ]
    own += [f"holders/{deputy.pk}/end-deputy/", "proposals/", f"proposals/{proposal.pk}/"]
    return ["/desk/", "/desk/networks/1/", "/desk/committee/", *(HOME + page for page in own)]


def is_wider_than_the_screen(page):
    return page.evaluate("document.documentElement.scrollWidth > window.innerWidth")


SMALL_TARGETS = """[...document.querySelectorAll(
    "main button, main .button, main .call, main .card, main .acts a, main select, "
    + "main input:not([type=hidden]):not([type=checkbox])"
)].filter(e => e.getBoundingClientRect().height < 44).map(e => e.outerHTML)"""


def test_every_page_fits_a_phone_has_large_targets_and_says_nothing_to_the_console(
    malee, live_server, phone
):
    sign_in(phone, live_server.url)
    for path in pages(malee):
        phone.goto(live_server.url + path)
        assert not is_wider_than_the_screen(phone), path
        assert phone.evaluate(SMALL_TARGETS) == [], path
    assert phone.messages == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("prefix", ["", "/en"])
def test_axe_finds_nothing_on_any_page_of_the_desk(malee, live_server, browser, prefix, scheme):
    context = browser.new_context(viewport={"width": 360, "height": 740}, color_scheme=scheme)
    page = context.new_page()
    sign_in(page, live_server.url)
    found = {}
    for path in pages(malee):
        page.goto(live_server.url + prefix + path)
        violations = Axe().run(page).response["violations"]
        if violations:
            found[path] = [(v["id"], v["nodes"][0]["html"]) for v in violations]
    context.close()
    assert found == {}


def test_a_proposal_is_confirmed_and_withdrawn_without_javascript(malee, live_server, browser):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    sign_in(page, live_server.url)
    proposal = Proposal.objects.waiting().get()
    page.goto(live_server.url + HOME)
    page.locator(f".card[href='{HOME}proposals/{proposal.pk}/']").click()
    page.locator("button[value=confirm]").click()
    page.locator("button[value=withdraw]").click()
    assert page.locator("button[value]").count() == 0
    context.close()
    proposal.refresh_from_db()
    assert (proposal.confirmed_at is None, proposal.state) == (False, "withdrawn")
