"""All that the portal holds on one person."""

import io
import json

import openpyxl
import pytest
from django.test import Client

from loei_coop.accounts.models import AccountEvent, SignedIn
from loei_coop.accounts.sessions import remember
from networks.held_data import collect
from networks.held_data.files import FORMATS, as_json
from networks.held_data.registry import SECTIONS, Section
from networks.models import ContactReading
from tests.factories import appoint, make_organization, make_person
from tests.networks.held_data_of import make_malee
from tests.networks.pages import words

pytestmark = pytest.mark.django_db

OWN = "/en/account/my-data/"


@pytest.fixture
def own():
    """The client of nobody yet; not the one of the officer."""
    return Client()


@pytest.fixture
def malee(own, django_user_model, rf):
    """She has signed in."""
    malee = make_malee(django_user_model)
    own.force_login(malee.user)
    request = rf.get("/", REMOTE_ADDR="192.0.2.7", headers={"user-agent": "Firefox"})
    request.session = own.session
    remember(request, malee.user)
    return malee


def held_on(person):
    """{section: its rows as JSON has them}"""
    sections = json.loads(as_json(person, collect(person)))["sections"]
    return {name: section["rows"] for name, section in sections.items()}


def of_office(person, query=""):
    return f"/en/admin/networks/person/{person.pk}/held-data/{query}"


class TestWhatIsCollected:
    def test_something_in_every_section_of_who_has_left_traces_everywhere(self, malee):
        assert [name for name, rows in held_on(malee).items() if not rows] == []

    def test_the_record_and_the_contacts(self, malee):
        held = held_on(malee)
        assert held["record"][0]["last_name"] == "ดีเลิศ"
        assert held["contacts"] == [
            {"phone": "081-234-5678", "phone_public": False, "email": "", "email_public": False}
        ]

    def test_offices_with_their_days(self, malee):
        held = held_on(malee)
        manager = next(row for row in held["appointments"] if row["organization"])
        assert (manager["organization"], manager["starts_on"]) == (
            "สหกรณ์การเกษตรท่าลี่ จำกัด",
            "2025-10-01",
        )
        assert [row["seat"] for row in held["seats"]] == [2]
        assert len(held["committee-offices"]) == len(held["promoted-organizations"]) == 1
        assert held["named-deputies"][0]["person"] == "นายสมชาย ใจดี"

    def test_the_account_without_password_and_codes_without_hash(self, malee):
        held = held_on(malee)
        assert held["account"][0]["username"] == "0005"
        code = malee.user.activation_codes.get()
        written = json.dumps(held)
        for secret in (malee.user.password, code.code_hash, code.digits_hash):
            assert secret not in written
        assert SignedIn.objects.get(user=malee.user).session_id not in written

    def test_former_values_from_the_history_and_from_imports(self, malee):
        held = held_on(malee)
        assert any("ดีงาม → ดีเลิศ" in row["changes"] for row in held["history"])
        assert [row["value"] for row in held["kept-by-imports"]] == ["081-000-0000"]

    def test_of_who_has_no_account_no_events_of_others(self):
        AccountEvent.objects.create(kind="failed", user_name="", address="192.0.2.9")
        held = held_on(make_person())
        assert (held["account"], held["account-events"], held["sessions"]) == ([], [], [])

    def test_nothing_of_anybody_else(self, malee):
        wichai = make_person("วิชัย", "ขยัน", phone="081-999-9999")
        appoint(wichai, at=make_organization("สหกรณ์วังสะพุง จำกัด"))
        written = json.dumps(held_on(malee), ensure_ascii=False)
        assert [word for word in ("วิชัย", "081-999-9999", "วังสะพุง") if word in written] == []

    def test_another_app_adds_a_section(self, monkeypatch):
        answers = Section("answers", "answers", {"item": "item"}, lambda person: [[person.code]])
        monkeypatch.setattr("networks.held_data.registry.SECTIONS", [*SECTIONS, answers])
        assert held_on(make_person(code="p-9"))["answers"] == [{"item": "p-9"}]

    def test_every_row_has_a_cell_for_each_column(self, malee):
        for part in collect(malee):
            assert {len(row) for row in part.rows} == {len(part.section.columns)}


class TestFiles:
    @pytest.fixture
    def book(self, office):
        """A function that opens the workbook about a person."""

        def open_book(person):
            file = office.get(of_office(person, "?format=xlsx")).getvalue()
            return openpyxl.load_workbook(io.BytesIO(file))

        return open_book

    def test_a_workbook_has_an_overview_and_a_sheet_for_each_section(self, book, malee):
        sheets = book(malee).worksheets
        assert len(sheets) == len(SECTIONS) + 1
        assert sheets[0].max_row == len(SECTIONS) + 1

    def test_what_is_empty_stands_in_the_overview_only(self, book):
        sheets = book(make_person()).worksheets
        filled = [row for row in sheets[0].iter_rows(min_row=2) if row[1].value]
        assert len(sheets) == len(filled) + 1 < len(SECTIONS)

    def test_a_name_that_looks_like_a_formula_is_none(self, book):
        sheets = book(make_person("=HYPERLINK(1)", "", title="")).worksheets
        cells = [cell for sheet in sheets for row in sheet for cell in row]
        assert "'=HYPERLINK(1)" in [cell.value for cell in cells]
        assert {cell.data_type for cell in cells} <= {"s", "n"}

    @pytest.mark.parametrize("format", FORMATS)
    def test_the_file_is_called_by_the_code_of_the_person(self, office, malee, format):
        response = office.get(of_office(malee, f"?format={format}"))
        header = response.headers["Content-Disposition"]
        assert f'filename="held-data-p-7.{format}"' in header
        response.getvalue()


class TestOnesOwn:
    def test_who_is_signed_in_sees_what_is_held(self, own, malee):
        response = own.get(OWN)
        assert "081-234-5678" in words(response)
        assert "no-store" in response.headers["Cache-Control"]

    @pytest.mark.parametrize("format", ["xlsx", "json"])
    def test_and_takes_it_along(self, own, malee, format):
        response = own.get(OWN, {"format": format})
        assert f"p-7.{format}" in response.headers["Content-Disposition"]
        response.getvalue()

    def test_another_format_is_the_page(self, own, malee):
        assert own.get(OWN, {"format": "exe"}).headers["Content-Type"].startswith("text/html")

    def test_looking_at_ones_own_is_not_noted(self, own, malee):
        before = ContactReading.objects.count()
        own.get(OWN)
        assert ContactReading.objects.count() == before

    def test_the_account_leads_there_if_it_belongs_to_a_person(self, own, malee, officer):
        assert f'href="{OWN}"' in own.get("/en/account/").text
        own.force_login(officer)
        assert f'href="{OWN}"' not in own.get("/en/account/").text

    def test_an_account_of_nobody_is_told_so(self, own, django_user_model):
        own.force_login(django_user_model.objects.create_user("somchai"))
        response = own.get(OWN)
        assert response.status_code == 404
        assert "Your account belongs to no person of the register." in words(response)

    def test_a_stranger_signs_in_first(self, own):
        assert own.get(OWN).headers["Location"] == f"/en/account/login/?next={OWN}"

    def test_of_a_long_list_the_page_shows_the_newest_rows(self, own, malee):
        for number in range(21):
            user = {"user": malee.user, "user_name": "0005"}
            AccountEvent.objects.create(kind="signed-in", **user, address=f"192.0.2.{100 + number}")
        page = words(own.get(OWN))
        assert ("192.0.2.120" in page, "192.0.2.100" in page) == (True, False)
        assert "more in the file." in page


class TestByAnOfficer:
    def test_an_officer_with_the_right_sees_and_takes_it_along(self, colleague, malee):
        client = colleague("export_person", "view_person")
        assert "081-234-5678" in words(client.get(of_office(malee)))
        for format in ("xlsx", "json"):
            response = client.get(of_office(malee, f"?format={format}"))
            assert f"p-7.{format}" in response.headers["Content-Disposition"]
            response.getvalue()

    def test_what_is_empty_is_named_once_and_last(self, office):
        page = words(office.get(of_office(make_person())))
        assert page.index("Account events") > page.index("Of this nothing is held")

    def test_without_the_right_it_is_refused_and_not_offered(self, colleague, malee):
        client = colleague("view_person", "change_person", "import_person")
        assert client.get(of_office(malee)).status_code == 403
        page = client.get(f"/en/admin/networks/person/{malee.pk}/change/").text
        assert "held-data" not in page

    def test_the_page_of_the_person_leads_there(self, office, malee):
        page = office.get(f"/en/admin/networks/person/{malee.pk}/change/").text
        assert f'href="{of_office(malee)}"' in page

    def test_it_is_noted(self, office, officer, malee):
        office.get(of_office(malee))
        reading = ContactReading.objects.get(read_by=officer)
        assert (reading.person, reading.where) == (malee, "held-data")

    def test_of_who_has_no_private_contact_nothing_is_noted(self, office):
        office.get(of_office(make_person()))
        assert not ContactReading.objects.exists()

    def test_of_nobody_it_leads_back(self, office):
        assert office.get("/en/admin/networks/person/999999/held-data/").status_code == 302

    def test_it_keeps_no_cache(self, office, malee):
        assert "no-store" in office.get(of_office(malee)).headers["Cache-Control"]


@pytest.mark.parametrize("number", [3, 30])
def test_it_asks_the_same_number_of_questions_however_much_is_held(
    malee, django_assert_num_queries, number
):
    for place in range(number):
        appoint(malee, at=make_organization(f"สหกรณ์ที่ {place} จำกัด"), ending="unknown")
        AccountEvent.objects.create(kind="signed-in", user=malee.user, user_name="0005")
    with django_assert_num_queries(30):
        [part.shown() for part in collect(malee)]
