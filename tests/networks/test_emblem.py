"""The office's emblem: put in place by an officer, printed on papers, kept by the history."""

import re

import pytest
from django.conf import settings as portal

from networks.letterhead import letterhead
from networks.models import Agency
from networks.querysets.people import OFFICE_CODE
from networks.slips import slips_pdf
from tests.common.papers.reading import inside
from tests.common.uploads.pictures import SVG, of_a_telephone, picture, read, sent
from tests.factories import make_agency

pytestmark = pytest.mark.django_db

SLIP = {
    "person": "นายสมชาย ใจดี",
    "posts": [["ผู้จัดการ", "สหกรณ์การเกษตรท่าลี่ จำกัด"]],
    "is_sample": False,
    "page": "https://portal.example.go.th/account/activate/",
    "qr": "https://portal.example.go.th/account/activate/code/AC3K-7RTM/",
    "code": "AC3K-7RTM",
    "user_name": "0005",
    "last_day": "12 มีนาคม 2569",
    "has_digits": True,
}


@pytest.fixture(autouse=True)
def uploads(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "uploads"


@pytest.fixture
def agency():
    return make_agency(code=OFFICE_CODE)


def page_of(agency, page="change/"):
    return f"/admin/networks/agency/{agency.pk}/{page}"


def save(client, agency, **values):
    data = {"code": agency.code, "name": agency.name, **values}
    return client.post(page_of(agency), data)


def put(client, agency, content=None):
    response = save(client, agency, emblem=sent(content or picture(), "ตรา.png"))
    agency.refresh_from_db()
    return response


def test_an_officer_puts_the_emblem_in_place_and_sees_it(office, agency):
    assert put(office, agency).status_code == 302
    assert f'src="{page_of(agency, "emblem/")}"' in office.get(page_of(agency)).text
    shown = office.get(page_of(agency, "emblem/"))
    assert (shown.headers["Content-Type"], read(shown.getvalue()).size) == ("image/png", (40, 20))


def test_it_is_stored_anew_under_a_name_of_its_own(office, agency):
    put(office, agency, of_a_telephone())
    stored = portal.MEDIA_ROOT / agency.emblem.name
    assert stored.parent.name == "emblems"
    assert "ตรา" not in stored.name
    assert read(stored.read_bytes()).format == "PNG"
    assert b"Somchai" not in stored.read_bytes()


@pytest.mark.parametrize("content", [SVG, b"GIF89a", picture()[:40]])
def test_what_is_no_picture_is_refused_and_the_present_one_stays(office, agency, content):
    put(office, agency)
    before = agency.emblem.name
    response = put(office, agency, content)
    assert (response.status_code, agency.emblem.name) == (200, before)
    assert response.context["adminform"].form.errors.keys() == {"emblem"}


def test_saving_the_page_again_leaves_the_emblem(office, agency):
    put(office, agency)
    save(office, agency, name="สำนักงานสหกรณ์จังหวัดเลย (ใหม่)")
    assert Agency.objects.get(pk=agency.pk).emblem.name == agency.emblem.name


def test_it_is_taken_off_by_its_tick(office, agency):
    put(office, agency)
    save(office, agency, **{"emblem-clear": "on"})
    agency.refresh_from_db()
    assert not agency.emblem
    assert office.get(page_of(agency, "emblem/")).status_code == 404


def test_the_history_tells_two_emblems_apart_and_leads_back(office, agency):
    put(office, agency)
    first = agency.emblem.name
    put(office, agency, picture(colour="blue"))
    version = agency.history.get(emblem=first)
    page = page_of(agency, f"history/{version.pk}/")
    assert first.removeprefix("emblems/")[:8] in office.get(page).text
    seen = str(agency.history.first().pk)
    assert office.post(page, {"seen": seen}).status_code == 302
    agency.refresh_from_db()
    assert agency.emblem.name == first
    assert read(office.get(page_of(agency, "emblem/")).getvalue()).getpixel((0, 0)) == (255, 0, 0)


def test_another_agency_is_asked_for_none(office):
    other = make_agency("จังหวัดเลย", code="province")
    assert 'name="emblem"' not in office.get(page_of(other)).text
    put(office, other)
    assert not other.emblem


def test_who_may_only_look_sees_it_and_changes_nothing(office, colleague, agency):
    put(office, agency)
    before = agency.emblem.name
    reader = colleague("view_agency")
    text = reader.get(page_of(agency)).text
    assert ('class="emblem"' in text, 'name="emblem"' in text) == (True, False)
    assert put(reader, agency).status_code == 403
    assert agency.emblem.name == before


def pictures_in(pdf):
    return len(re.findall(rb"/Subtype\s*/Image", inside(pdf)))


def test_papers_carry_it_and_stay_readable_to_everybody(office, agency):
    assert pictures_in(slips_pdf([SLIP])) == 0
    put(office, agency)
    paper = slips_pdf([SLIP])
    assert pictures_in(paper) == 1
    assert b"/Alt" in inside(paper)


def test_papers_are_printed_without_it_where_its_file_is_lost(office, agency):
    put(office, agency)
    (portal.MEDIA_ROOT / agency.emblem.name).unlink()
    assert letterhead().emblem is None
    assert office.get(page_of(agency, "emblem/")).status_code == 404
    assert office.get(page_of(agency)).status_code == 200
