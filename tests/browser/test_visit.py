"""A visitor with a phone, in a real browser under the strict policy."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.factories import make_agency, make_district, make_organization

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def portal(browser, live_server):
    make_organization(code="0005", district=make_district("ท่าลี่", network=4))
    return live_server.url


def is_wider_than_the_screen(page):
    return page.evaluate("document.documentElement.scrollWidth > window.innerWidth")


def test_a_visitor_goes_from_home_to_a_network_to_an_organization(portal, phone):
    phone.goto(f"{portal}/")
    phone.get_by_role("table").get_by_role("link", name="เครือข่ายที่ 4").click()
    phone.get_by_role("link", name="สหกรณ์การเกษตรนาด้วง จำกัด").click()
    assert phone.url == f"{portal}/organizations/0005/"
    assert phone.locator("h1").inner_text() == "สหกรณ์การเกษตรนาด้วง จำกัด"
    assert phone.messages == []


@pytest.mark.parametrize(
    "path", ["/", "/networks/", "/organizations/", "/committee/", "/about/", "/open-data/"]
)
@pytest.mark.parametrize("prefix", ["", "/en"])
def test_no_page_is_wider_than_a_phone_or_writes_to_the_console(portal, phone, prefix, path):
    phone.goto(portal + prefix + path)
    assert not is_wider_than_the_screen(phone)
    assert phone.messages == []


def test_the_admin_runs_under_the_strict_policy(portal, phone, django_user_model):
    django_user_model.objects.create_superuser("somsri", password="ทดสอบ-1234")
    phone.goto(f"{portal}/admin/")
    phone.locator("#id_login").fill("somsri")
    phone.locator("#id_password").fill("ทดสอบ-1234")
    phone.locator("#id_password").press("Enter")
    phone.wait_for_url("**/admin/")
    phone.goto(f"{portal}/admin/networks/cooperative/")
    phone.goto(f"{portal}/admin/networks/cooperative/add/")
    assert phone.locator("#id_registered_on").get_attribute("placeholder").startswith("30/6/2556")
    assert phone.messages == []


@pytest.fixture
def without_javascript(browser):
    context = browser.new_context(java_script_enabled=False)
    yield context.new_page()
    context.close()


def numbers_shown(page):
    """The chosen option's count, the heading of the list, the legend's total."""
    option = page.locator("#filter-network option:checked").inner_text()
    heading = page.locator("p[role=status] strong").inner_text()
    return option, heading, page.locator(".legend-total .legend-number").inner_text()


def test_filters_work_without_javascript(portal, without_javascript):
    page = without_javascript
    page.goto(f"{portal}/organizations/")
    page.locator("#filter-network").select_option("4")
    page.locator(".filters button").click()
    assert "network=4" in page.url
    assert numbers_shown(page) == ("เครือข่ายที่ 4 (1)", "1", "1")


def test_filters_work_at_once_with_javascript_and_the_address_follows(portal, phone):
    phone.goto(f"{portal}/organizations/")
    phone.locator("#filter-network").select_option("4")
    phone.wait_for_url("**network=4**")
    assert numbers_shown(phone) == ("เครือข่ายที่ 4 (1)", "1", "1")
    assert phone.messages == []


PUBLIC_PAGES = [
    "/",
    "/networks/",
    "/networks/4/",
    "/organizations/?network=4",
    "/organizations/0005/",
    "/committee/",
    "/search/?q=ท่าลี่",
    "/search/?q=ทาลู",
    "/report/",
    "/help/",
    "/privacy/",
    "/open-data/",
    "/about/",
    "/contact/",
    "/styleguide/",
    "/nothing/",
]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("prefix", ["", "/en"])
def test_axe_finds_nothing_on_any_public_page(portal, browser, prefix, scheme):
    context = browser.new_context(viewport={"width": 360, "height": 740}, color_scheme=scheme)
    page = context.new_page()
    found = {}
    for path in PUBLIC_PAGES:
        page.goto(portal + prefix + path)
        violations = Axe().run(page).response["violations"]
        found |= (
            {path: [(v["id"], v["nodes"][0]["html"]) for v in violations]} if violations else {}
        )
    context.close()
    assert found == {}


def test_a_web_address_is_written_as_it_is(portal, phone):
    make_agency(code="loei-cooperative-office", website="https://loei.web.cpd.go.th/")
    phone.goto(f"{portal}/en/contact/")
    written = phone.locator("dd a").evaluate(
        "link => getComputedStyle(link.closest('dd'), '::first-letter').textTransform"
    )
    assert written == "none"
