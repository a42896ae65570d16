"""Amalgamation and division."""

import datetime

import pytest

from networks.choices import OrganizationType, Status
from networks.models import Organization, OrganizationSuccession
from tests.factories import make_district, make_event, make_group, make_organization
from tests.networks.guided.walk import address, carry_out, complaints, consequences, said
from tests.networks.pages import words

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]

THA_LI, CHIANG_KHAN = "สหกรณ์การเกษตรท่าลี่ จำกัด", "สหกรณ์การเกษตรเชียงคาน จำกัด"
KHONG, LOEI = "สหกรณ์การเกษตรริมโขง จำกัด", "สหกรณ์การเกษตรเลย จำกัด"
ADDED = "is added with the next free code. Its other particulars are yours to fill in."
NO_REDIRECT = "The pages link to each other. No address redirects."


@pytest.fixture
def tha_li():
    return make_organization(THA_LI, code="0008", district=make_district("ท่าลี่", network=4))


@pytest.fixture
def chiang_khan():
    return make_organization(CHIANG_KHAN, code="0009")


def offered(page, field):
    return [label for key, label in page.context["form"].fields[field].choices if key]


class TestAmalgamate:
    @pytest.fixture
    def path(self, tha_li):
        return address(tha_li, "amalgamate")

    @pytest.fixture
    def typed(self, chiang_khan):
        return {"others": [chiang_khan.pk], "name": KHONG, "on": "15/1/2569", "dissolve": "on"}

    def test_it_is_told_what_is_added_and_what_ends(self, office, path, typed):
        assert consequences(office.post(path, typed)) == [
            f"{KHONG} {ADDED}",
            f"Recorded is the amalgamation of 15 January 2026: {THA_LI}, {CHIANG_KHAN} → {KHONG}.",
            f"{THA_LI} keeps its page and awards and is dissolved on that day.",
            f"{CHIANG_KHAN} keeps its page and awards and is dissolved on that day.",
            NO_REDIRECT,
        ]

    def test_without_day_and_dissolution_it_is_told_so(self, office, path, chiang_khan):
        existing = make_organization(KHONG, code="0099")
        data = {"others": [chiang_khan.pk], "successor": existing.pk}
        assert consequences(office.post(path, data)) == [
            f"{KHONG} (0099) is in the register and stays as it is.",
            f"Recorded is the amalgamation: {THA_LI}, {CHIANG_KHAN} → {KHONG}.",
            f"{THA_LI} keeps its page and awards; its status stays as it is.",
            f"{CHIANG_KHAN} keeps its page and awards; its status stays as it is.",
            NO_REDIRECT,
        ]

    def test_the_deed_adds_the_new_one_and_dissolves_the_former(self, office, path, typed):
        page = carry_out(office, path, typed)
        assert said(page) == [f"The amalgamation is recorded: {KHONG} (0010)."]
        assert dict(Organization.objects.values_list("name", "status")) == {
            KHONG: "",
            THA_LI: Status.DISSOLVED,
            CHIANG_KHAN: Status.DISSOLVED,
        }

    def test_all_pages_stay(self, office, path, typed):
        carry_out(office, path, typed)
        for code in ("0008", "0009"):
            page = office.get(f"/organizations/{code}/")
            assert page.status_code == 200
            assert f"ดำเนินการต่อในชื่อ {KHONG}" in words(page)

    def test_type_and_district_may_be_others(self, office, path, typed):
        nong_hin = make_district("หนองหิน", network=5)
        others = {"type": OrganizationType.SERVICE, "district": nong_hin.pk}
        carry_out(office, path, {**typed, **others})
        new = Organization.objects.get(name=KHONG)
        assert (new.type, new.district) == (OrganizationType.SERVICE, nong_hin)

    def test_only_types_of_cooperatives_are_offered(self, office, path):
        types = [key for key, _label in office.get(path).context["form"].fields["type"].choices]
        assert OrganizationType.RICE not in types
        assert len(types) == 1 + 7

    def test_the_dissolution_is_ticked_at_first(self, office, path):
        assert (
            'name="dissolve" aria-describedby="id_dissolve_helptext" id="id_dissolve" checked'
            in (office.get(path).text)
        )

    def test_itself_groups_and_what_was_joined_away_are_not_offered(
        self, office, path, tha_li, chiang_khan
    ):
        make_group("กลุ่มเกษตรกรทำนาหนองหิน")
        make_organization("สหกรณ์ท่าลี่ จำกัด", joined_into=tha_li)
        page = office.get(path)
        assert offered(page, "others") == [f"{CHIANG_KHAN} (0009)"]
        assert offered(page, "successor") == [f"{CHIANG_KHAN} (0009)"]

    @pytest.mark.parametrize("both", [True, False])
    def test_the_new_one_is_chosen_or_written(self, office, path, typed, both):
        existing = make_organization(LOEI)
        chosen = {"successor": existing.pk} if both else {"name": ""}
        assert complaints(office.post(path, {**typed, **chosen})) == [
            "Choose the new cooperative from the list or write its name."
        ]

    @pytest.mark.parametrize(
        ("values", "sentence"),
        [
            ({"on": ""}, "Give the day, so that the dissolution can be recorded with it."),
            ({"on": "2568"}, "Give the day, so that the dissolution can be recorded with it."),
            ({"on": "27/2/2569"}, "This day is still to come."),
            ({"others": []}, "This field is required."),
            (
                {"basis_number": "12/2569"},
                "Say whether the basis is an order, an announcement or a resolution.",
            ),
            (
                {"name": CHIANG_KHAN},
                f"There is a record named {CHIANG_KHAN} already. Choose it from the list.",
            ),
        ],
    )
    def test_what_cannot_be_is_refused(self, office, path, typed, values, sentence):
        assert complaints(office.post(path, {**typed, **values})) == [sentence]

    def test_a_second_click_is_refused(self, office, path, typed):
        carry_out(office, path, typed)
        assert complaints(office.post(path, typed)) == [
            f"{THA_LI}: this is recorded already, continued as {KHONG}."
        ]
        assert OrganizationSuccession.objects.count() == 2

    def test_what_was_dissolved_meanwhile_is_named(self, office, path, typed, chiang_khan):
        make_event(chiang_khan)
        assert complaints(office.post(path, typed)) == [
            f"{CHIANG_KHAN}: Dissolution of {CHIANG_KHAN} is recorded already."
        ]

    def test_a_farmer_group_is_refused(self, office, chiang_khan):
        group, other = make_group("กลุ่มเกษตรกรทำนา"), make_group("กลุ่มเกษตรกรทำไร่")
        data = {"others": [other.pk], "name": "กลุ่มเกษตรกรรวมใจ"}
        assert complaints(office.post(address(group, "amalgamate"), data)) == [
            "Only cooperatives are amalgamated or divided by the law."
        ]


class TestDivide:
    @pytest.fixture
    def path(self, tha_li):
        return address(tha_li, "divide")

    def test_it_is_told_what_is_added_and_what_stays(self, office, path):
        page = office.post(path, {"names": f"{KHONG}\r\n\r\n {LOEI} \r\n", "on": "2568"})
        assert consequences(page) == [
            f"{KHONG} {ADDED}",
            f"{LOEI} {ADDED}",
            f"Recorded is the division of 2025 (B.E. 2568): {THA_LI} → {KHONG}, {LOEI}.",
            f"{THA_LI} keeps its page and awards; its status stays as it is.",
            NO_REDIRECT,
        ]

    def test_the_deed_tells_the_new_codes(self, office, path):
        page = carry_out(office, path, {"names": f"{KHONG}\n{LOEI}"})
        assert said(page) == [f"The division is recorded: {KHONG} (0009), {LOEI} (0010)."]
        divided = OrganizationSuccession.objects.values_list("former__code", "successor__code")
        assert set(divided) == {("0008", "0009"), ("0008", "0010")}

    def test_one_part_may_be_in_the_register_already(self, office, path, chiang_khan):
        data = {"names": KHONG, "existing": [chiang_khan.pk]}
        carry_out(office, path, data)
        assert OrganizationSuccession.objects.count() == 2
        assert Organization.objects.count() == 3

    def test_the_dissolution_is_recorded_on_wish_only(self, office, path, tha_li):
        form = office.get(path)
        assert 'id="id_dissolve" checked' not in form.text
        data = {"names": f"{KHONG}\n{LOEI}", "on": "15/1/2569", "dissolve": "on"}
        carry_out(office, path, data)
        tha_li.refresh_from_db()
        assert (tha_li.status, tha_li.status_since) == (
            Status.DISSOLVED,
            datetime.date(2026, 1, 15),
        )

    @pytest.mark.parametrize("names", ["", KHONG, f"{KHONG}\n{KHONG}", f"{KHONG}\n{LOEI}\n{LOEI}"])
    def test_two_or_more_each_with_its_name(self, office, path, names):
        assert complaints(office.post(path, {"names": names})) == [
            "A division makes two cooperatives or more, each with its name."
        ]

    def test_a_name_that_is_too_long_is_refused(self, office, path):
        page = office.post(path, {"names": f"{KHONG}\n{'ก' * 201}"})
        assert complaints(page) == ["Ensure this value has at most 200 characters (it has 201)."]

    def test_a_second_click_is_refused(self, office, path):
        data = {"names": f"{KHONG}\n{LOEI}"}
        carry_out(office, path, data)
        assert complaints(office.post(path, data)) == [
            f"{THA_LI}: this is recorded already, continued as {KHONG}, {LOEI}."
        ]
