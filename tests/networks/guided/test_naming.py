"""Another name for one record, one record for two."""

import datetime

import pytest

from networks.models import Organization
from tests.factories import (
    appoint,
    make_district,
    make_event,
    make_group,
    make_name,
    make_organization,
    make_person,
    make_succession,
    seat,
)
from tests.networks.guided.walk import address, carry_out, complaints, consequences, hidden, said
from tests.networks.pages import words

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]
date = datetime.date

OCTOBER = date(2025, 10, 1)
TEACHERS = "สหกรณ์ออมทรัพย์ครูเลย จำกัด"
SCHOOLS = "สหกรณ์ออมทรัพย์สถานศึกษาเลย จำกัด"
ORCHARD, NAM_PHU = "กลุ่มเกษตรกรทำสวนบ้านน้ำพุ", "กลุ่มเกษตรกรบ้านน้ำพุ"


class TestRename:
    @pytest.fixture
    def path(self):
        return address(make_organization(TEACHERS, code="0012"), "rename")

    @pytest.mark.parametrize(
        ("on", "until"),
        [
            ("", ""),
            ("2568", ", used until 2025 (B.E. 2568),"),
            ("1 ต.ค. 2568", ", used until 30 September 2025,"),
        ],
    )
    def test_it_is_told_what_becomes_of_both_names(self, office, path, on, until):
        assert consequences(office.post(path, {"name": SCHOOLS, "on": on})) == [
            f"It is called {SCHOOLS} from now on, in all lists and on its page.",
            f"{TEACHERS} becomes a former name{until} and is still found by the search.",
            "Its code 0012 and its address stay.",
        ]

    def test_the_form_begins_with_the_name_of_today(self, office, path):
        assert f'value="{TEACHERS}"' in office.get(path).text

    def test_sara_am_is_spelt_as_in_the_register(self, office, path):
        carry_out(office, path, {"name": SCHOOLS.replace("ำ", "ํา")})
        assert Organization.objects.get().name == SCHOOLS

    def test_the_former_name_is_found_by_visitors(self, office, path):
        carry_out(office, path, {"name": SCHOOLS, "on": "2568"})
        assert f"ชื่อเดิม: {TEACHERS} (ถึง พ.ศ. 2568)" in words(office.get("/organizations/0012/"))
        assert SCHOOLS in words(office.get("/search/", {"q": "ครูเลย"}))

    @pytest.mark.parametrize(
        ("typed", "sentence"),
        [
            ({"name": TEACHERS}, "This is its name already."),
            ({"name": ""}, "This field is required."),
            (
                {"name": SCHOOLS, "basis_number": "12/2569"},
                "Say whether the basis is an order, an announcement or a resolution.",
            ),
        ],
    )
    def test_what_cannot_be_is_refused(self, office, path, typed, sentence):
        assert complaints(office.post(path, typed)) == [sentence]

    def test_a_group_is_not_named_as_a_limited_one(self, office):
        path = address(make_group(ORCHARD), "rename")
        assert complaints(office.post(path, {"name": f"{ORCHARD} จำกัด"})) == [
            "The name of a farmer group does not end with จำกัด."
        ]

    def test_what_was_joined_away_is_refused(self, office):
        gone = make_organization("ครูเลย จำกัด", joined_into=make_organization(TEACHERS))
        assert complaints(office.post(address(gone, "rename"), {"name": SCHOOLS})) == [
            "ครูเลย จำกัด was joined into another record. Work on that one instead."
        ]


@pytest.fixture
def district():
    return make_district("ภูหลวง", network=2)


@pytest.fixture
def survivor(district):
    return make_group(ORCHARD, code="0101", district=district, phone="0 4281 1234")


@pytest.fixture
def duplicate(district):
    values = {"phone": "0 4281 5678", "fax": "0 4281 9999"}
    return make_group(NAM_PHU, code="0102", district=district, **values)


class TestJoin:
    def test_only_records_of_the_same_kind_with_a_page_are_offered(
        self, office, survivor, duplicate
    ):
        make_organization("สหกรณ์บ้านน้ำพุ จำกัด", code="0103")
        make_group("กลุ่มน้ำพุ", code="0104", joined_into=survivor)
        page = office.get(address(survivor, "join"))
        offered = [label for _key, label in page.context["form"].fields["duplicate"].choices]
        assert offered == ["---------", f"{NAM_PHU} (0102) · อำเภอภูหลวง"]

    def test_an_empty_register_offers_none(self, office, survivor):
        form = office.get(address(survivor, "join")).context["form"]
        assert len(form.fields["duplicate"].choices) == 1

    def test_it_is_told_what_becomes_of_the_two(self, office, survivor, duplicate):
        page = office.post(address(survivor, "join"), {"duplicate": duplicate.pk})
        assert consequences(page) == [
            "The page /en/organizations/0102/ leads to /en/organizations/0101/ from now on.",
            f"{ORCHARD} stays with its code and its values.",
            f"{NAM_PHU} is added as another way of writing the name.",
            "The duplicate has no names, appointments or seats to follow.",
            "The history shows the changes of both records.",
        ]

    def test_it_is_told_how_many_rows_follow(self, office, survivor, duplicate, district):
        boonmee, wichai = make_person("บุญมี", "ศรีจันทร์"), make_person("วิชัย", "แก้วมา")
        make_name(duplicate, "กลุ่มสวนน้ำพุ")
        make_name(duplicate, ORCHARD)
        make_group("กลุ่มน้ำพุ", joined_into=duplicate)
        for person in (boonmee, wichai):
            appoint(person, at=duplicate, starts_on=OCTOBER)
        seat(district.network, 2, OCTOBER, boonmee, duplicate)
        make_event(duplicate, happened_on=OCTOBER)
        page = office.post(address(survivor, "join"), {"duplicate": duplicate.pk})
        assert consequences(page)[3:-1] == [
            "1 other name follows.",
            "2 appointments follow.",
            "1 row of a representative's seat follows.",
            "1 record of dissolution, liquidation or striking off follows.",
            "1 row that the record which stays has too is removed, not from the history.",
            "1 record that was joined before leads here as well.",
        ]

    def test_it_is_told_that_amalgamations_follow(self, office):
        survivor, duplicate = make_organization("ก จำกัด"), make_organization("ข จำกัด")
        make_succession(duplicate, make_organization("ค จำกัด"))
        page = office.post(address(survivor, "join"), {"duplicate": duplicate.pk})
        assert "1 amalgamation or division follows." in consequences(page)

    def test_the_deed_tells_both_codes(self, office, survivor, duplicate):
        page = carry_out(office, address(survivor, "join"), {"duplicate": duplicate.pk})
        assert said(page) == [f"{NAM_PHU} (0102) was joined into {ORCHARD} (0101)."]
        assert f"Records joined into this one {NAM_PHU} (0102)" in words(page)

    def test_the_history_says_which_was_joined_into_which(self, office, survivor, duplicate):
        carry_out(office, address(survivor, "join"), {"duplicate": duplicate.pk})
        page = words(office.get(f"/admin/networks/farmergroup/{survivor.pk}/history/"))
        assert "รวมระเบียนที่ซ้ำกัน · 0102 → 0101" in page

    @pytest.mark.parametrize(("ticked", "fax"), [(["fax"], "0 4281 9999"), ([], "")])
    def test_what_is_ticked_is_taken(self, office, survivor, duplicate, ticked, fax):
        path = address(survivor, "join")
        carry_out(office, path, {"duplicate": duplicate.pk}, fill=ticked)
        survivor.refresh_from_db()
        assert (survivor.phone, survivor.fax) == ("0 4281 1234", fax)

    def test_only_what_is_empty_can_be_ticked(self, office, survivor, duplicate):
        page = office.post(address(survivor, "join"), {"duplicate": duplicate.pk})
        assert 'id="fill-fax"' in page.text
        assert 'id="fill-phone"' not in page.text
        assert "Telephone 0 4281 12340 4281 5678" in words(page)

    def test_what_was_ticked_stays_ticked_when_it_is_told_again(self, office, survivor, duplicate):
        data = {"duplicate": duplicate.pk, "fill": ["fax"], "told": "x"}
        page = office.post(address(survivor, "join"), data)
        assert 'id="fill-fax" value="fax" checked' in page.text

    def test_what_was_ticked_stays_ticked_on_the_way_back(self, office, survivor, duplicate):
        path = address(survivor, "join")
        form = office.post(path, {"duplicate": duplicate.pk, "fill": ["fax"], "back": "1"})
        page = office.post(path, {"duplicate": duplicate.pk, **hidden(form)})
        assert 'id="fill-fax" value="fax" checked' in page.text

    def test_two_that_are_alike_have_nothing_to_tick(self, office, district):
        survivor, duplicate = (make_group(ORCHARD, district=district) for _ in range(2))
        page = office.post(address(survivor, "join"), {"duplicate": duplicate.pk})
        assert "Where the two records differ" not in words(page)

    def test_a_second_click_is_refused(self, office, survivor, duplicate):
        path = address(survivor, "join")
        carry_out(office, path, {"duplicate": duplicate.pk})
        assert complaints(office.post(path, {"duplicate": duplicate.pk})) == [
            f"{NAM_PHU} was joined into another record. Work on that one instead."
        ]

    def test_a_record_is_not_joined_into_itself(self, office, survivor):
        page = office.post(address(survivor, "join"), {"duplicate": survivor.pk})
        assert complaints(page) == ["A record cannot be joined into itself."]

    def test_the_other_kind_is_no_choice(self, office, survivor):
        cooperative = make_organization("สหกรณ์บ้านน้ำพุ จำกัด")
        page = office.post(address(survivor, "join"), {"duplicate": cooperative.pk})
        assert complaints(page) == [
            "Select a valid choice. That choice is not one of the available choices."
        ]

    @pytest.mark.parametrize("duplicate", ["", "abc", "99999"])
    def test_no_record_is_no_choice(self, office, survivor, duplicate):
        page = office.post(address(survivor, "join"), {"duplicate": duplicate})
        assert len(complaints(page)) == 1

    def test_a_seat_of_another_network_stands_in_the_way(self, office, survivor):
        there = make_group(NAM_PHU, district=make_district("ท่าลี่", network=4))
        seat(there.network, 1, OCTOBER, make_person(), there)
        page = office.post(address(survivor, "join"), {"duplicate": there.pk})
        assert complaints(page) == [f"{ORCHARD} does not lie in a district of Area network 4."]
