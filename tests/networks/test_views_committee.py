"""/committee/ as of any day."""

import datetime

import pytest

from networks.choices import CommitteeOffice, Ending, Position
from tests.factories import (
    appoint,
    make_district,
    make_member,
    make_network,
    make_organization,
    make_person,
    make_source,
    make_term,
    seat,
)
from tests.networks.pages import heading, words

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]

JUNE_15 = datetime.date(2013, 6, 15)
OCTOBER = datetime.date(2025, 10, 1)
UNREADABLE = "This is not a date. Write it like 30/6/2556 or 30 มิ.ย. 2556."
IMPOSSIBLE_YEAR = "This year is not possible. Write 2443 to 2643 (Buddhist era) or 1900 to 2100."
NO_SUCH_DAY = "There is no such day in this month."
DAY_MISSING = "The day is missing. Write it like 30/6/2556."


@pytest.mark.parametrize(
    "typed",
    [
        "2013-06-15",
        "15/6/2556",
        "15-6-2013",
        "๑๕ มิ.ย. ๒๕๕๖",
        "15 มิถุนายน พ.ศ. 2556",
        "15 June 2013",
        " 15/06/2556 ",
    ],
)
def test_a_day_is_read_however_it_is_typed(client, typed):
    response = client.get("/committee/", {"on": typed})
    assert response.status_code == 200
    assert response.context["day"] == JUNE_15
    assert "ณ วันที่ 15 มิถุนายน 2556" in words(response)


def test_the_english_page_shows_the_day_in_the_common_era(client):
    response = client.get("/en/committee/", {"on": "15/6/2556"})
    assert "As of 15 June 2013" in words(response)


@pytest.mark.parametrize("query", ["", "?on=", "?on=%20%20"])
def test_no_day_means_today(client, today, query):
    response = client.get(f"/committee/{query}")
    assert response.status_code == 200
    assert response.context["day"] == today


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("31/2/2556", NO_SUCH_DAY),
        ("29/2/2556", NO_SUCH_DAY),
        ("15/13/2556", "There is no such month. Months go from 1 to 12."),
        ("30/6/13", "Write the year with four digits, such as 30/6/2556."),
        ("3099", IMPOSSIBLE_YEAR),
        ("1/1/3099", IMPOSSIBLE_YEAR),
        ("2556", DAY_MISSING),
        ("มิ.ย. 2556", DAY_MISSING),
        ("เมื่อวาน", UNREADABLE),
        ("<script>alert(1)</script>", UNREADABLE),
        ("1" * 10_000, UNREADABLE),
    ],
)
def test_what_is_no_day_keeps_what_was_typed_and_says_why(client, typed, sentence):
    response = client.get("/en/committee/", {"on": typed})
    assert response.status_code == 400
    assert response.context["problem"] == sentence
    assert response.context["typed"] == typed[:60]
    assert 'aria-describedby="on-problem"' in response.text
    assert "<script>" not in response.text


def test_a_question_of_ten_thousand_thai_letters_is_too_long(client):
    assert client.get("/committee/", {"on": "ก" * 10_000}).status_code == 414


def test_the_problem_is_told_in_thai_on_the_thai_page(client):
    response = client.get("/committee/", {"on": "31/2/2556"})
    assert response.context["problem"] == "เดือนนี้ไม่มีวันที่ดังกล่าว"
    assert 'value="31/2/2556"' in response.text


class TestWithRecords:
    @pytest.fixture
    def term(self):
        """Attested for 2556 by a source that bears no date."""
        return make_term(
            name="คณะกรรมการพัฒนาเครือข่าย",
            name_en="Committee for the Network",
            starts_on=datetime.date(2013, 1, 1),
            starts_on_precision="year",
            ending=Ending.UNKNOWN,
            source=make_source(dating_note="คาดว่าเป็นปี พ.ศ. 2556", dating_note_en="Inferred."),
        )

    def test_offices_stand_with_the_positions_of_that_year(self, client, term):
        chair = make_person("ก่อเกียรติ", "ปรีดี")
        make_member(term, CommitteeOffice.CHAIR, chair)
        teachers = make_organization("สหกรณ์ออมทรัพย์ครูเลย จำกัด")
        appoint(chair, Position.MANAGER, at=teachers, starts_on=datetime.date(2013, 1, 1))
        response = client.get("/committee/", {"on": "15/6/2556"})
        assert heading(response) == "คณะกรรมการพัฒนาเครือข่าย"
        assert "นายก่อเกียรติ ปรีดี" in words(response)
        assert "ผู้จัดการสหกรณ์ออมทรัพย์ครูเลย จำกัด" in words(response)

    def test_a_term_of_a_year_is_shown_with_the_note_of_its_source(self, client, term):
        thai = client.get("/committee/", {"on": "15/6/2556"})
        english = client.get("/en/committee/", {"on": "15/6/2556"})
        assert "ตามแหล่งข้อมูล คาดว่าเป็นปี พ.ศ. 2556" in words(thai)
        assert "According to the source. Inferred." in words(english)
        assert heading(english) == "Committee for the Network"

    def test_a_term_of_which_the_end_is_unknown_is_not_todays(self, client, term):
        assert client.get("/committee/").context["committee"].term is None

    def test_held_vacant_and_not_recorded_seats_are_told_apart(self, client):
        district = make_district(network=1)
        organization = make_organization("ครูเลย จำกัด", code="0012", district=district)
        seat(district.network, 1, OCTOBER, make_person("สมชาย", "ใจดี"), organization)
        seat(district.network, 2, OCTOBER)
        text = words(client.get("/en/committee/"))
        assert "Representative 1 นายสมชาย ใจดี" in text
        assert "Representative 2 vacant" in text
        assert "Representative 3 Not recorded in the source" in text

    def test_a_page_with_samples_is_kept_from_search_engines(self, client):
        make_term(is_sample=True)
        response = client.get("/en/committee/")
        assert '<meta name="robots" content="noindex">' in response.text
        assert "This page has sample records, each marked so." in words(response)

    def test_a_page_without_samples_is_not(self, client, term):
        assert "noindex" not in client.get("/en/committee/", {"on": "15/6/2556"}).text


@pytest.mark.parametrize("number", [3, 30])
def test_any_number_of_members_takes_seven_questions(client, django_assert_num_queries, number):
    term = make_term()
    organization = make_organization(district=make_district(network=1))
    for order in range(number):
        make_member(term, CommitteeOffice.ADVISER, manager_of(organization), order=order)
    for place in range(min(number, 15)):
        holder = manager_of(organization)
        seat(make_network(1 + place // 3), 1 + place % 3, OCTOBER, holder, organization)
    with django_assert_num_queries(7):
        client.get("/committee/")


def manager_of(organization):
    person = make_person()
    appoint(person, at=organization, starts_on=OCTOBER)
    return person


@pytest.mark.django_db
def test_a_day_to_come_is_said_to_be_so(client):
    make_network(1)
    assert "วันที่นี้ยังมาไม่ถึง" in client.get("/committee/?on=1/1/2600").text
    assert "วันที่นี้ยังมาไม่ถึง" not in client.get("/committee/").text
