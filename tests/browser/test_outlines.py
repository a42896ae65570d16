"""The map with outlines, as a phone and a screen draw it."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from networks.models import District, DistrictBoundary
from tests.browser.test_visit import is_wider_than_the_screen
from tests.outlines import NAMES, make_districts, polygon, square

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

# How many points of the three full rows of squares lie on no district.
POINTS_ON_NOTHING = """() => {
  const svg = document.querySelector(".province-map svg");
  const box = svg.getBoundingClientRect();
  window.scrollTo(0, box.top + window.scrollY - 20);
  const { left, top, width, height } = svg.getBoundingClientRect();
  let missed = 0;
  for (let x = 2; x < 99; x += 1) {
    for (let y = 28; y < 99; y += 1) {
      const hit = document.elementFromPoint(left + width * x / 100, top + height * y / 100);
      missed += hit.closest("a.outline") ? 0 : 1;
    }
  }
  return missed;
}"""


@pytest.fixture
def portal(live_server):
    make_districts()
    for district in District.objects.all():
        geometry = polygon(square(district.code))
        DistrictBoundary.objects.create(district=district, geometry=geometry)
    return live_server.url


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("prefix", ["", "/en"])
def test_between_the_outlines_there_is_no_gap(portal, phone, prefix, width):
    phone.set_viewport_size({"width": width, "height": 740})
    phone.goto(f"{portal}{prefix}/")
    assert phone.locator(".outline").count() == len(NAMES)
    assert phone.evaluate(POINTS_ON_NOTHING) == 0
    assert not is_wider_than_the_screen(phone)
    assert phone.messages == []


def test_a_district_is_chosen_with_the_keyboard(portal, phone):
    phone.goto(f"{portal}/networks/2/")
    outline = phone.get_by_role("link", name="อำเภอท่าลี่")
    outline.focus()
    phone.keyboard.press("Enter")
    phone.wait_for_url("**/organizations/?district=4208")


def test_a_name_on_the_map_does_not_take_the_click(portal, phone):
    phone.goto(f"{portal}/")
    label = phone.locator(".outline-label", has_text="ท่าลี่")
    label.scroll_into_view_if_needed()
    box = label.bounding_box()
    phone.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    phone.wait_for_url("**/organizations/?district=4208")


def test_the_map_has_no_fault_for_those_who_cannot_see_it(portal, phone):
    phone.goto(f"{portal}/networks/2/")
    assert Axe().run(phone).response["violations"] == []
