"""What officers type is stored, or kept on the screen with a sentence."""

import datetime

import pytest

from networks.choices import FARMER_GROUP_TYPES, CommitteeOffice, Kind
from networks.models import CommitteeMember, District, Organization, SeatHolding
from tests.factories import (
    make_district,
    make_group,
    make_member,
    make_network,
    make_organization,
    make_person,
    make_subdistrict,
    make_term,
    seat,
)
from tests.networks.admin_forms import complaints, cooperative_form, group_form, inline

pytestmark = pytest.mark.django_db

ADD_COOPERATIVE = "/en/admin/networks/cooperative/add/"
ADD_GROUP = "/en/admin/networks/farmergroup/add/"
ADD_SEAT = "/en/admin/networks/seatholding/add/"
OCTOBER = datetime.date(2025, 10, 1)


class TestAdding:
    def test_each_list_gives_its_kind(self, office):
        office.post(ADD_COOPERATIVE, cooperative_form(code="0012"))
        office.post(ADD_GROUP, group_form(code="0013"))
        kinds = dict(Organization.objects.values_list("code", "kind"))
        assert kinds == {"0012": Kind.COOPERATIVE, "0013": Kind.FARMER_GROUP}

    def test_the_next_code_is_proposed(self, office):
        make_organization(code="0011")
        assert 'name="code" value="0012"' in office.get(ADD_GROUP).text

    def test_only_types_of_the_kind_are_offered(self, office):
        form = office.get(ADD_GROUP).context["adminform"].form
        offered = [value for value, _label in form.fields["type"].choices]
        assert offered == ["", *(type.value for type in FARMER_GROUP_TYPES)]

    def test_other_names_are_added_with_it(self, office):
        names = inline("names", [{"name": "สอ.ครูเลย", "use": "former", "used_until": "2556"}])
        office.post(ADD_COOPERATIVE, cooperative_form(**names))
        (name,) = Organization.objects.get(code="0012").names.all()
        assert (name.name, name.used_until) == ("สอ.ครูเลย", datetime.date(2013, 12, 31))

    def test_ticked_business_lines_are_kept_in_their_order(self, office):
        ticked = {"business_lines": ["deposits", "loans"]}
        office.post(ADD_COOPERATIVE, cooperative_form(**ticked))
        assert Organization.objects.get().business_lines == ["deposits", "loans"]

    def test_an_address_without_a_scheme_is_https(self, office):
        office.post(ADD_COOPERATIVE, cooperative_form(website="loei-teachers.example"))
        assert Organization.objects.get().website == "https://loei-teachers.example"


class TestRefusals:
    @pytest.mark.parametrize(
        ("values", "sentence"),
        [
            (
                {"type": "rice"},
                "Select a valid choice. rice is not one of the available choices.",
            ),
            ({"code": "A_12"}, "Small Latin letters, digits and single hyphens, such as 0012."),
            ({"registration_number": "87/11283"}, "Another record has this registration number."),
            ({"cooperative_code": "1" * 13}, "Another record has this 13-digit code."),
            ({"members": "797"}, "Say on which date the figures were counted."),
            ({"latitude": "17.4888"}, "Give both latitude and longitude, or neither."),
            ({"strength_class": "1"}, "A strength class (1 to 3) has a fiscal year."),
            ({"accounting_year_end_day": "31"}, "Give both the day and the month, or neither."),
        ],
    )
    def test_a_cooperative_that_breaks_a_rule_is_not_stored(self, office, values, sentence):
        make_organization(registration_number="87/11283", cooperative_code="1" * 13, code="0001")
        response = office.post(ADD_COOPERATIVE, cooperative_form(**values))
        assert sentence in complaints(response)
        assert Organization.objects.count() == 1

    def test_a_farmer_group_is_not_limited(self, office):
        response = office.post(ADD_GROUP, group_form(name="กลุ่มเกษตรกรทำสวนบ้านน้ำพุ จำกัด"))
        assert complaints(response) == ["The name of a farmer group does not end with จำกัด."]
        assert Organization.objects.count() == 0

    def test_the_code_of_a_record_is_not_a_field_any_more(self, office):
        row = make_organization(code="0012")
        path = f"/admin/networks/cooperative/{row.pk}/change/"
        assert office.post(path, cooperative_form(code="0099")).status_code == 302
        row.refresh_from_db()
        assert row.code == "0012"

    def test_a_list_does_not_change_what_is_of_the_other_kind(self, office):
        row = make_group()
        response = office.post(
            f"/admin/networks/cooperative/{row.pk}/change/", cooperative_form(), follow=True
        )
        assert response.redirect_chain[0] == ("/admin/", 302)
        assert Organization.objects.get().kind == Kind.FARMER_GROUP

    def test_a_subdistrict_is_not_moved_to_another_district(self, office):
        subdistrict, other = make_subdistrict(), make_district("ท่าลี่")
        response = office.post(
            f"/en/admin/networks/subdistrict/{subdistrict.code}/change/",
            {"name": "กุดป่อง", "name_en": "Kut Pong", "district": other.code},
        )
        assert complaints(response) == ["The code must begin with the code of the district."]


class TestMembersOfTheCommittee:
    def test_two_chairs_of_one_submission_are_refused(self, office):
        term = make_term()
        response = office.post(*term_form(term, [chair(term, make_person()) for _ in range(2)]))
        assert "A term has one chair and one secretary at a time." in complaints(response)
        assert CommitteeMember.objects.count() == 0

    def test_one_submission_hands_the_chair_over(self, office):
        term, successor = make_term(), make_person("กันทิมา")
        left = make_member(term, CommitteeOffice.CHAIR, make_person("ก่อเกียรติ"))
        rows = [
            chair(term, left.person, id=left.pk, ends_on="31/10/2568"),
            chair(term, successor, starts_on="1/11/2568"),
        ]
        office.post(*term_form(term, rows, **{"members-INITIAL_FORMS": 1}))
        ends = dict(CommitteeMember.objects.values_list("person", "ends_on"))
        assert ends == {left.person_id: datetime.date(2025, 10, 31), successor.pk: None}


def chair(term, person, **values):
    return {"term": term.pk, "office": "chair", "order": 1, "person": person.pk, **values}


def term_form(term, rows, **values):
    """The address of the term's page and what is sent to it."""
    tenure = {"starts_on": "1/10/2568", "ending": "in_office"}
    data = {"code": term.code, "name": term.name, **tenure, **inline("members", rows), **values}
    return f"/en/admin/networks/committeeterm/{term.pk}/change/", data


class TestDates:
    @pytest.mark.parametrize(
        ("typed", "stored", "precision"),
        [
            ("30 มิ.ย. 2556", datetime.date(2013, 6, 30), "day"),
            ("๓๐/๖/๒๕๕๖", datetime.date(2013, 6, 30), "day"),
            ("2013-06-30", datetime.date(2013, 6, 30), "day"),
            ("มิถุนายน 2556", datetime.date(2013, 6, 1), "month"),
            ("2556", datetime.date(2013, 1, 1), "year"),
            ("", None, "day"),
        ],
    )
    def test_a_date_is_stored_as_exactly_as_it_is_typed(self, office, typed, stored, precision):
        office.post(ADD_COOPERATIVE, cooperative_form(registered_on=typed))
        row = Organization.objects.get()
        assert (row.registered_on, row.registered_on_precision) == (stored, precision)

    @pytest.mark.parametrize(
        ("typed", "sentence"),
        [
            ("31/2/2556", "There is no such day in this month."),
            ("30/6/13", "Write the year with four digits, such as 30/6/2556."),
            ("พรุ่งนี้", "This is not a date. Write it like 30/6/2556 or 30 มิ.ย. 2556."),
        ],
    )
    def test_what_is_no_date_stays_on_the_screen_with_a_sentence(self, office, typed, sentence):
        response = office.post(ADD_COOPERATIVE, cooperative_form(registered_on=typed))
        assert complaints(response) == [sentence]
        assert f'name="registered_on" value="{typed}"' in response.text
        assert Organization.objects.count() == 0

    @pytest.mark.parametrize(
        ("precision", "shown"), [("day", "1 มกราคม 2556"), ("year", "พ.ศ. 2556")]
    )
    def test_a_stored_date_is_shown_as_it_is_known_and_can_be_sent_back(
        self, office, precision, shown
    ):
        begun = {"registered_on": datetime.date(2013, 1, 1), "registered_on_precision": precision}
        row = make_organization(code="0012", **begun)
        path = f"/admin/networks/cooperative/{row.pk}/change/"
        assert f'name="registered_on" value="{shown}"' in office.get(path).text
        office.post(path, cooperative_form(registered_on=shown))
        row.refresh_from_db()
        assert row.registered_on_precision == precision
        assert row.registered_on == datetime.date(2013, 1, 1)


class TestSeats:
    def test_taking_over_a_seat_by_the_form_ends_the_holding(self, office):
        district = make_district(network=1)
        organization = make_organization(district=district)
        seat(district.network, 3, OCTOBER, make_person("ก๊ก", "ดอนสำราญ"), organization)
        successor = make_person("อนันต์", "มหัจฉริยพันธุ์")
        office.post(ADD_SEAT, seat_form(3, successor, organization))
        (row,) = SeatHolding.objects.on(datetime.date(2025, 11, 1))
        assert (row.seat, row.holder) == (3, successor)

    def test_a_fourth_is_refused_with_the_names_of_those_in_office(self, office):
        district = make_district(network=1)
        organization = make_organization(district=district)
        for number, name in enumerate(("ก่อเกียรติ", "เอกวิทย์", "ก๊ก"), 1):
            seat(district.network, number, OCTOBER, make_person(name, ""), organization)
        response = office.post(ADD_SEAT, seat_form(4, make_person("อนันต์"), organization))
        assert complaints(response) == [
            "Area network 1 has three representatives: 1. นายก่อเกียรติ, 2. นายเอกวิทย์, "
            "3. นายก๊ก. Choose which of them, 1 to 3, is taken over."
        ]


def seat_form(number, holder, organization):
    return {
        "network": organization.network.number,
        "seat": number,
        "starts_on": "1 พ.ย. 2568",
        "occupancy": "held",
        "holder": holder.pk,
        "organization": organization.pk,
    }


@pytest.mark.parametrize("month", ["13", "0"])
def test_a_month_that_is_none_is_refused_in_a_sentence(office, month):
    year_end = {"accounting_year_end_day": "31", "accounting_year_end_month": month}
    response = office.post("/en/admin/networks/cooperative/add/", cooperative_form(**year_end))
    assert complaints(response)[0].startswith("Ensure this value is")


def test_two_districts_of_a_network_change_places(office):
    make_network(1)
    make_district("เมืองเลย", code="4201", network_order=1)
    make_district("นาด้วง", code="4202", network_order=2)
    rows = [
        {"code": "4201", "network_order": "2", "network": "1"},
        {"code": "4202", "network_order": "1", "network": "1"},
    ]
    data = {**inline("districts", rows), "districts-INITIAL_FORMS": 2}
    assert office.post("/admin/networks/areanetwork/1/change/", data).status_code == 302
    assert list(District.objects.in_source_order().values_list("code")) == [("4202",), ("4201",)]
