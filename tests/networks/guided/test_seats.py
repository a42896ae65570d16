"""Who takes over which of the three seats."""

import datetime

import pytest

from networks.models import SeatHolding
from tests.factories import make_district, make_network, make_organization, make_person, seat
from tests.networks.guided.walk import carry_out, complaints, consequences, said
from tests.networks.pages import words

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]
date = datetime.date

OCTOBER = date(2025, 10, 1)
PATH = "/en/admin/networks/areanetwork/1/seats/"
NA_DUANG = "สหกรณ์การเกษตรนาด้วง จำกัด"
NO_CHOICE = "Select a valid choice. That choice is not one of the available choices."


@pytest.fixture
def organization():
    return make_organization(NA_DUANG, district=make_district("นาด้วง", network=1))


@pytest.fixture
def anan():
    return make_person("อนันต์", "มหัจฉริยพันธุ์")


@pytest.fixture
def network(organization):
    """With its three representatives since October 2568."""
    people = [("ก่อเกียรติ", "ปรีดี"), ("เอกวิทย์", "สายแก้วเทศ"), ("ก๊ก", "ดอนสำราญ")]
    for number, names in enumerate(people, 1):
        seat(organization.network, number, OCTOBER, make_person(*names), organization)
    return organization.network


@pytest.fixture
def typed(network, organization, anan):
    return {"seat": 3, "holder": anan.pk, "organization": organization.pk, "starts_on": "1/1/2569"}


def seat_labels(page):
    return [label for _key, label in page.context["form"].fields["seat"].choices]


class TestTheForm:
    def test_it_names_the_three_in_office(self, office, network):
        page = words(office.get(PATH))
        for label in ("1: นายก่อเกียรติ ปรีดี", "2: นายเอกวิทย์ สายแก้วเทศ", "3: นายก๊ก ดอนสำราญ"):
            assert f"{label} · {NA_DUANG} · from 1 October 2025" in page

    def test_it_says_when_a_term_expires_and_what_is_vacant_or_not_recorded(
        self, office, organization, anan
    ):
        network = organization.network
        seat(network, 1, OCTOBER, anan, organization, expires_on=date(2027, 9, 30))
        seat(network, 2, OCTOBER)
        assert seat_labels(office.get(PATH)) == [
            f"1: นายอนันต์ มหัจฉริยพันธุ์ · {NA_DUANG} · from 1 October 2025"
            " · expires on 30 September 2027",
            "2: vacant · from 1 October 2025",
            "3: not recorded in the source",
        ]

    def test_only_what_counts_in_the_network_is_offered(self, office, network, organization):
        make_organization("ท่าลี่ จำกัด", district=make_district("ท่าลี่", network=4))
        make_organization("เลิกแล้ว จำกัด", district=organization.district, status="dissolved")
        make_organization("ไม่รู้ที่อยู่ จำกัด")
        form = office.get(PATH).context["form"]
        assert list(form.fields["organization"].queryset) == [organization]

    def test_a_network_without_organizations_offers_none(self, office):
        make_network(1)
        form = office.get(PATH).context["form"]
        assert list(form.fields["organization"].queryset) == []


class TestWhatIsTold:
    def test_who_comes_and_who_is_relieved(self, office, typed):
        assert consequences(office.post(PATH, typed)) == [
            f"นายอนันต์ มหัจฉริยพันธุ์ of {NA_DUANG} is representative 3 of Area network 1 "
            "from 1 January 2026.",
            "นายก๊ก ดอนสำราญ is relieved; the time before stays in the records.",
            "The page of the committee shows it from that day on.",
        ]

    def test_until_when_the_term_lasts(self, office, typed):
        sentences = consequences(office.post(PATH, {**typed, "expires_on": "30/9/2570"}))
        assert "The term expires on 30 September 2027; the office is reminded before." in sentences

    def test_that_a_seat_becomes_vacant(self, office, network):
        data = {"seat": 2, "vacant": "on", "starts_on": "1/2569"}
        assert consequences(office.post(PATH, data))[0] == (
            "Representative 2 of Area network 1 is vacant from January 2026."
        )

    def test_nobody_is_relieved_of_a_vacant_seat(self, office, typed, network):
        seat(network, 3, date(2025, 12, 1))
        sentences = consequences(office.post(PATH, typed))
        assert [text for text in sentences if "relieved" in text] == []

    @pytest.mark.parametrize(("held", "name"), [(True, "นายสมชาย ใจดี"), (False, "vacant")])
    def test_that_another_row_follows(self, office, typed, network, organization, held, name):
        somebody = (make_person("สมชาย", "ใจดี"), organization) if held else ()
        seat(network, 3, date(2026, 2, 1), *somebody)
        assert consequences(office.post(PATH, typed))[2] == (
            f"Please note: from 1 February 2026 another row of this seat follows ({name}). "
            "What you enter holds until then."
        )


class TestTheDeed:
    def test_the_seat_is_taken_over(self, office, typed, network, anan):
        page = carry_out(office, PATH, typed)
        assert said(page) == ["Recorded: Area network 1, representative 3: นายอนันต์ มหัจฉริยพันธุ์."]
        assert page.redirect_chain == [("/en/admin/networks/areanetwork/1/change/", 302)]
        assert network.seat_holdings.today().get(seat=3).holder == anan

    def test_the_committee_and_the_record_show_it(self, office, typed, organization):
        carry_out(office, PATH, {**typed, "expires_on": "30/9/2570"})
        assert "นายอนันต์ มหัจฉริยพันธุ์" in words(office.get("/committee/"))
        path = f"/en/admin/networks/cooperative/{organization.pk}/change/"
        record = words(office.get(path))
        assert (
            "Area network 1, representative 3: นายอนันต์ มหัจฉริยพันธุ์ from 1 January 2026, "
            "expires on 30 September 2027" in record
        )
        assert "นายก๊ก ดอนสำราญ from 1 October 2025, not today" in record

    def test_the_order_it_rests_on_is_kept(self, office, typed):
        carry_out(office, PATH, {**typed, "basis_kind": "order", "basis_number": "12/2568"})
        row = SeatHolding.objects.latest("pk")
        assert row.basis_text == "คำสั่ง ที่ 12/2568"
        assert row.history.get().change_set.reason.endswith(" · คำสั่ง ที่ 12/2568")

    def test_a_second_click_is_refused(self, office, typed):
        carry_out(office, PATH, typed)
        assert complaints(office.post(PATH, typed)) == [
            "This seat has a row from this day already."
        ]
        assert SeatHolding.objects.count() == 4


class TestRefusals:
    def test_there_is_no_fourth_seat_and_the_form_names_the_three(self, office, typed):
        page = office.post(PATH, {**typed, "seat": 4})
        sentence = "Select a valid choice. 4 is not one of the available choices."
        assert complaints(page) == [sentence]
        assert [label.split(" · ")[0] for label in seat_labels(page)] == [
            "1: นายก่อเกียรติ ปรีดี",
            "2: นายเอกวิทย์ สายแก้วเทศ",
            "3: นายก๊ก ดอนสำราญ",
        ]

    def test_an_organization_of_another_network_is_no_choice(self, office, typed):
        there = make_organization(district=make_district("ท่าลี่", network=4))
        assert complaints(office.post(PATH, {**typed, "organization": there.pk})) == [NO_CHOICE]

    def test_nobody_takes_over_a_second_seat(self, office, typed, network):
        first = network.seat_holdings.get(seat=1).holder
        assert complaints(office.post(PATH, {**typed, "holder": first.pk})) == [
            "นายก่อเกียรติ ปรีดี is representative 1 of Area network 1 on that day."
        ]

    @pytest.mark.parametrize(
        ("values", "sentence"),
        [
            ({"holder": ""}, "Name the representative and the cooperative or group."),
            ({"organization": ""}, "Name the representative and the cooperative or group."),
            (
                {"vacant": "on"},
                "A vacant seat has no representative: take the tick away or them.",
            ),
            ({"starts_on": ""}, "This field is required."),
            ({"seat": ""}, "This field is required."),
            (
                {"basis_number": "12/2568"},
                "Say whether the basis is an order, an announcement or a resolution.",
            ),
        ],
    )
    def test_half_of_what_belongs_together_is_refused(self, office, typed, values, sentence):
        assert complaints(office.post(PATH, {**typed, **values})) == [sentence]
        assert SeatHolding.objects.count() == 3
