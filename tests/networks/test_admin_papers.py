"""Address labels and call lists: who may print which of them, and of which rows."""

import datetime

import pytest

from networks.choices import Position
from tests.factories import appoint, make_district, make_group, make_organization, make_person
from tests.networks.pages import words

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]

COOPERATIVES = "/en/admin/networks/cooperative/"
PAPERS = ["labels", "call-list"]
ACTIONS = {"labels": "address_labels", "call-list": "call_list"}
OCTOBER = datetime.date(2025, 10, 1)
TEACHERS = "สหกรณ์ออมทรัพย์ครูเลย จำกัด"
SAVINGS = {"type": "savings"}
NOTHING = "Nothing was found, so there is nothing to print."

every_paper = pytest.mark.parametrize("paper", PAPERS)


def chosen(client, paper, *rows):
    """The paper as an action on rows that are ticked in the list."""
    keys = [row.pk for row in rows]
    return client.post(COOPERATIVES, {"action": ACTIONS[paper], "_selected_action": keys})


@every_paper
class TestWhichRows:
    def test_all_that_the_filters_let_through(self, office, paper):
        make_organization(TEACHERS, **SAVINGS)
        make_organization("สหกรณ์การเกษตรท่าลี่ จำกัด")
        make_group("กลุ่มเกษตรกรทำสวนบ้านน้ำพุ")
        page = words(office.get(f"{COOPERATIVES}{paper}/", SAVINGS))
        assert TEACHERS in page
        assert "ท่าลี่" not in page
        assert "บ้านน้ำพุ" not in page

    def test_what_is_searched_for(self, office, paper):
        make_organization(TEACHERS)
        make_organization("สหกรณ์การเกษตรท่าลี่ จำกัด")
        page = words(office.get(f"{COOPERATIVES}{paper}/", {"q": "ครูเลย"}))
        assert (TEACHERS in page, "ท่าลี่" in page) == (True, False)

    def test_all_pages_of_a_long_list(self, office, paper):
        for number in range(60):
            make_organization(f"สหกรณ์ที่ {number:02} จำกัด")
        page = words(office.get(f"{COOPERATIVES}{paper}/", {"p": "2"}))
        assert ("สหกรณ์ที่ 00 จำกัด" in page, "สหกรณ์ที่ 59 จำกัด" in page) == (True, True)

    def test_what_was_joined_away_gets_no_letter(self, office, paper):
        survivor = make_organization(TEACHERS)
        make_organization("สหกรณ์ครูเลย จำกัด", joined_into=survivor)
        assert "สหกรณ์ครูเลย จำกัด" not in words(office.get(f"{COOPERATIVES}{paper}/"))

    def test_those_that_are_ticked(self, office, paper):
        ticked = make_organization(TEACHERS)
        make_organization("สหกรณ์การเกษตรท่าลี่ จำกัด")
        page = words(chosen(office, paper, ticked))
        assert (TEACHERS in page, "ท่าลี่" in page) == (True, False)

    def test_of_an_empty_list_it_says_that_there_is_nothing(self, office, paper):
        assert NOTHING in words(office.get(f"{COOPERATIVES}{paper}/"))

    @pytest.mark.parametrize("query", ["nonsense=1", "district__xyz=1"])
    def test_a_filter_that_is_none_leads_back_to_the_list(self, office, paper, query):
        page = office.get(f"{COOPERATIVES}{paper}/?{query}")
        assert (page.status_code, page.url) == (302, COOPERATIVES)

    def test_the_list_leads_to_it_with_its_filters(self, office, paper):
        page = office.get(COOPERATIVES, SAVINGS).text
        assert f'<a href="{COOPERATIVES}{paper}/?type=savings">' in page


@every_paper
class TestWhoMay:
    @pytest.mark.parametrize("right", ["view_cooperative", "change_cooperative"])
    def test_who_sees_the_list_may_print(self, colleague, paper, right):
        organization = make_organization(TEACHERS)
        client = colleague(right)
        assert TEACHERS in words(client.get(f"{COOPERATIVES}{paper}/"))
        assert TEACHERS in words(chosen(client, paper, organization))

    def test_who_does_not_is_refused(self, colleague, paper):
        organization = make_organization(TEACHERS)
        client = colleague("view_farmergroup", "view_person", "export_cooperative")
        assert client.get(f"{COOPERATIVES}{paper}/").status_code == 403
        assert chosen(client, paper, organization).status_code == 403

    def test_a_stranger_is_asked_to_sign_in(self, client, paper):
        path = f"{COOPERATIVES}{paper}/"
        assert client.get(path).url == f"/en/admin/login/?next={path}"


class TestNumbers:
    """Of the chair the number is published, of the manager it is not."""

    CHAIR, MANAGER = "0 4281 1111", "0 8122 2222"

    @pytest.fixture(autouse=True)
    def heads(self):
        organization = make_organization(TEACHERS, phone="0 4281 0000")
        chair = make_person("ก่อเกียรติ", "ปรีดี", phone=self.CHAIR, phone_public=True)
        manager = make_person("กันทิมา", "สุนทรวีรัตน์", phone=self.MANAGER)
        appoint(chair, Position.BOARD_CHAIR, at=organization, starts_on=OCTOBER)
        appoint(manager, Position.MANAGER, at=organization, starts_on=OCTOBER)
        return organization

    def test_who_may_see_persons_reads_both_and_which_is_not_public(self, colleague):
        client = colleague("view_cooperative", "view_person")
        page = words(client.get(f"{COOPERATIVES}call-list/"))
        assert f"นายก่อเกียรติ ปรีดี {self.CHAIR}นายกันทิมา" in page.replace(" นาย", "นาย")
        assert f"{self.MANAGER} (not public)" in page
        assert "Please keep the paper safe." in page

    @pytest.mark.parametrize("ticked", [True, False])
    def test_who_may_not_reads_only_what_is_published(self, colleague, heads, ticked):
        client = colleague("view_cooperative")
        path = f"{COOPERATIVES}call-list/"
        page = words(chosen(client, "call-list", heads) if ticked else client.get(path))
        assert ("0 4281 0000" in page, self.CHAIR in page, self.MANAGER in page) == (
            True,
            True,
            False,
        )
        assert "นายกันทิมา สุนทรวีรัตน์" in page
        assert "Please keep the paper safe." not in page

    def test_no_number_stands_on_a_label(self, office):
        page = words(office.get(f"{COOPERATIVES}labels/"))
        assert [number for number in (self.CHAIR, self.MANAGER, "0000") if number in page] == []


def test_a_call_list_is_parted_by_networks_with_their_numbers(office):
    for name, network in (("นาด้วง", 1), ("เมืองเลย", 1), ("ท่าลี่", 4)):
        make_organization(f"{name} จำกัด", district=make_district(name, network=network))
    make_organization("ไม่รู้ที่อยู่ จำกัด")
    page = words(office.get(f"{COOPERATIVES}call-list/"))
    for heading in ("Area network 1 (2)", "Area network 4 (1)", "Not recorded in the source (1)"):
        assert heading in page


def test_a_label_without_an_address_says_so(office):
    make_organization(TEACHERS)
    assert "The address is not recorded yet." in words(office.get(f"{COOPERATIVES}labels/"))


@every_paper
def test_a_sample_is_marked(office, paper):
    make_organization(TEACHERS, is_sample=True)
    assert "Sample record" in words(office.get(f"{COOPERATIVES}{paper}/"))


@pytest.mark.parametrize("rows", [3, 30])
@pytest.mark.parametrize(("paper", "queries"), [("labels", 7), ("call-list", 8)])
def test_a_paper_asks_the_same_number_of_questions_of_3_and_of_30_rows(
    office, django_assert_num_queries, paper, queries, rows
):
    for number in range(rows):
        organization = make_organization(district=make_district(f"อำเภอที่ {number}"))
        chair = make_person(phone="0 4281 1111")
        appoint(chair, Position.BOARD_CHAIR, at=organization, starts_on=OCTOBER)
    with django_assert_num_queries(queries):
        office.get(f"{COOPERATIVES}{paper}/")
