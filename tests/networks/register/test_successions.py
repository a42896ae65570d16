"""Amalgamation and division of cooperatives: the former ones keep their pages."""

import datetime

import pytest

from loei_coop.thai.dates import PartialDate, Precision
from networks.choices import OrganizationType, Status, SuccessionKind
from networks.models import Organization, OrganizationEvent, OrganizationSuccession
from networks.register.basis import NO_BASIS, Basis
from networks.register.successions import NewOrganization, amalgamate, check_succession, divide
from tests.factories import make_district, make_event, make_group, make_organization
from tests.networks.pages import words
from tests.networks.rules import refusal

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]
date = datetime.date

THA_LI, CHIANG_KHAN = "สหกรณ์การเกษตรท่าลี่ จำกัด", "สหกรณ์การเกษตรเชียงคาน จำกัด"
KHONG, LOEI = "สหกรณ์การเกษตรริมโขง จำกัด", "สหกรณ์การเกษตรเลย จำกัด"
NEW = NewOrganization(KHONG)
ON = PartialDate(date(2026, 1, 15))
IN_2568 = PartialDate(date(2025, 1, 1), Precision.YEAR)


@pytest.fixture
def former():
    """Two cooperatives of network 4."""
    district = make_district("ท่าลี่", network=4)
    return [
        make_organization(THA_LI, code="0008", district=district, status=Status.OPERATING),
        make_organization(CHIANG_KHAN, code="0009", status=Status.OPERATING),
    ]


class TestAmalgamation:
    def test_a_new_cooperative_is_added_with_the_next_code(self, former):
        new = amalgamate(former, into=NEW, on=ON)
        assert (new.name, new.code, new.kind) == (KHONG, "0010", former[0].kind)
        assert (new.type, new.district) == (former[0].type, former[0].district)
        assert (new.status, new.joined_into) == ("", None)

    def test_type_and_district_may_be_others(self, former):
        district = make_district("เชียงคาน", network=4)
        new = NewOrganization(KHONG, type=OrganizationType.SERVICE, district=district)
        row = amalgamate(former, into=new, on=ON)
        assert (row.type, row.district) == (OrganizationType.SERVICE, district)

    def test_all_pages_stay_and_link_to_each_other(self, former, client):
        new = amalgamate(former, into=NEW, on=ON)
        for old in former:
            page = client.get(old.get_absolute_url())
            assert page.status_code == 200
            assert f'<a href="{new.get_absolute_url()}">' in page.text
            assert f"{KHONG} (การควบสหกรณ์เข้ากัน, 15 มกราคม 2569)" in words(page)
        page = client.get(new.get_absolute_url()).text
        for old in former:
            assert f'<a href="{old.get_absolute_url()}">' in page

    def test_the_former_are_dissolved_on_that_day_by_that_order(self, former):
        amalgamate(former, into=NEW, on=ON, basis=Basis("order", "12/2569"))
        for old in Organization.objects.filter(pk__in=[row.pk for row in former]):
            event = old.events.get()
            assert (old.status, old.status_since) == (Status.DISSOLVED, ON.date)
            assert (event.happened_on, event.basis_text) == (ON.date, "คำสั่ง ที่ 12/2569")
        assert [row.name for row in Organization.objects.counted()] == [KHONG]

    def test_without_a_dissolution_they_go_on_counting(self, former):
        amalgamate(former, into=NEW, on=IN_2568, dissolve=False)
        assert OrganizationEvent.objects.count() == 0
        assert Organization.objects.counted().count() == 3

    @pytest.mark.parametrize(
        ("on", "stored"),
        [
            (ON, (ON.date, "day")),
            (IN_2568, (date(2025, 1, 1), "year")),
            (None, (None, "day")),
        ],
    )
    def test_the_day_is_stored_as_exactly_as_it_is_known(self, former, on, stored):
        amalgamate(former, into=NEW, on=on, dissolve=False)
        rows = OrganizationSuccession.objects.values_list("happened_on", "happened_on_precision")
        assert list(rows) == [stored, stored]

    def test_an_existing_cooperative_may_continue_them(self, former):
        existing = make_organization(KHONG, code="0099", status=Status.OPERATING)
        assert amalgamate(former, into=existing, on=ON) == existing
        existing.refresh_from_db()
        assert (existing.status, Organization.objects.count()) == (Status.OPERATING, 3)
        links = OrganizationSuccession.objects.values_list("former__name", "successor")
        assert set(links) == {(THA_LI, existing.pk), (CHIANG_KHAN, existing.pk)}

    def test_samples_make_samples(self):
        rows = [make_organization(name, is_sample=True) for name in (THA_LI, CHIANG_KHAN)]
        assert amalgamate(rows, into=NEW, on=ON).is_sample
        assert set(OrganizationSuccession.objects.values_list("is_sample")) == {(True,)}

    def test_a_link_to_a_sample_is_a_sample(self, former):
        sample = make_organization(KHONG, is_sample=True)
        amalgamate(former, into=sample, on=ON)
        assert set(OrganizationSuccession.objects.values_list("is_sample")) == {(True,)}

    def test_it_may_be_of_today(self, former, today):
        amalgamate(former, into=NEW, on=PartialDate(today))
        assert set(OrganizationEvent.objects.values_list("happened_on")) == {(today,)}

    def test_a_second_click_is_refused_and_adds_nothing(self, former):
        amalgamate(former, into=NEW, on=ON)
        assert refusal(amalgamate, former, into=NEW, on=ON) == [
            f"{THA_LI}: this is recorded already, continued as {KHONG}."
        ]
        assert Organization.objects.count() == 3


class TestDivision:
    def test_the_parts_are_added_and_the_divided_one_goes_on(self, former, client):
        old = former[0]
        parts = divide(old, into=[NEW, NewOrganization(LOEI)], on=IN_2568)
        assert [(part.name, part.code) for part in parts] == [(KHONG, "0010"), (LOEI, "0011")]
        old.refresh_from_db()
        assert (old.status, old.events.count()) == (Status.OPERATING, 0)
        page = words(client.get(old.get_absolute_url()))
        assert f"{KHONG} (การแยกสหกรณ์, พ.ศ. 2568)" in page

    def test_a_part_may_be_in_the_register_already(self, former):
        existing = make_organization(LOEI)
        parts = divide(former[0], into=[existing, NEW])
        assert [part.name for part in parts] == [LOEI, KHONG]
        kinds = OrganizationSuccession.objects.values_list("former", "kind")
        assert set(kinds) == {(former[0].pk, SuccessionKind.DIVISION)}

    def test_the_divided_one_is_dissolved_on_wish(self, former):
        divide(former[0], into=[NEW, NewOrganization(LOEI)], on=ON, dissolve=True)
        former[0].refresh_from_db()
        assert former[0].status == Status.DISSOLVED

    @pytest.mark.parametrize("names", [[], [KHONG], [KHONG, KHONG], [KHONG, KHONG, LOEI]])
    def test_a_division_makes_two_or_more_each_with_its_name(self, former, names):
        assert refusal(divide, former[0], into=[NewOrganization(name) for name in names]) == [
            "A division makes two cooperatives or more, each with its name."
        ]
        assert Organization.objects.count() == 2

    def test_a_second_click_is_refused(self, former):
        parts = [NEW, NewOrganization(LOEI)]
        divide(former[0], into=parts)
        assert refusal(divide, former[0], into=parts) == [
            f"{THA_LI}: this is recorded already, continued as {KHONG}, {LOEI}."
        ]

    def test_it_may_be_divided_again_into_others(self, former):
        divide(former[0], into=[NEW, NewOrganization(LOEI)])
        others = [NewOrganization("ก จำกัด"), NewOrganization("ข จำกัด")]
        assert len(divide(former[0], into=others)) == 2


class TestRefusals:
    def test_an_amalgamation_is_of_two_or_more(self, former):
        sentence = "An amalgamation is of two cooperatives or more."
        assert refusal(amalgamate, former[:1], into=NEW, on=ON) == [sentence]
        assert refusal(amalgamate, [former[0]] * 2, into=NEW, on=ON) == [sentence]

    def test_none_succeeds_itself(self, former):
        assert refusal(amalgamate, former, into=former[1], on=ON) == [
            "An organization does not succeed itself."
        ]

    @pytest.mark.parametrize("as_successor", [True, False])
    def test_a_farmer_group_has_no_part_in_it(self, former, as_successor):
        group = make_group("กลุ่มเกษตรกรทำนาหนองหิน")
        rows, into = (former, group) if as_successor else ([former[0], group], NEW)
        assert refusal(amalgamate, rows, into=into, on=ON) == [
            "Only cooperatives are amalgamated or divided by the law."
        ]

    def test_what_was_joined_away_has_no_part_in_it(self, former):
        gone = make_organization("สหกรณ์ท่าลี่ จำกัด", joined_into=former[0])
        assert refusal(amalgamate, [former[1], gone], into=NEW, on=ON) == [
            "สหกรณ์ท่าลี่ จำกัด was joined into another record. Work on that one instead."
        ]

    def test_a_name_in_the_register_is_chosen_and_not_added_again(self, former):
        make_organization(KHONG)
        assert refusal(amalgamate, former, into=NEW, on=ON) == [
            f"There is a record named {KHONG} already. Choose it from the list."
        ]

    def test_the_new_one_keeps_the_rules_of_the_register(self, former):
        rice = NewOrganization(KHONG, type=OrganizationType.RICE)
        assert refusal(amalgamate, former, into=rice, on=ON) == [
            "This type does not belong to this kind."
        ]

    def test_a_day_to_come_is_refused(self, former):
        on = PartialDate(date(2026, 2, 27))
        assert refusal(amalgamate, former, into=NEW, on=on) == ["This day is still to come."]

    @pytest.mark.parametrize("on", [None, IN_2568])
    def test_a_dissolution_needs_a_day(self, former, on):
        assert refusal(amalgamate, former, into=NEW, on=on) == [
            "Give the day, so that the dissolution can be recorded with it."
        ]

    def test_what_is_dissolved_already_is_named(self, former):
        make_event(former[1])
        assert refusal(amalgamate, former, into=NEW, on=ON) == [
            f"{CHIANG_KHAN}: Dissolution of {CHIANG_KHAN} is recorded already."
        ]

    @pytest.mark.parametrize("dissolve", [True, False])
    def test_half_a_basis_stores_nothing(self, former, dissolve):
        values = {"on": ON, "basis": Basis("", "12/2569"), "dissolve": dissolve}
        assert refusal(amalgamate, former, into=NEW, **values) == [
            "Say whether the basis is an order, an announcement or a resolution."
        ]
        assert (Organization.objects.count(), OrganizationSuccession.objects.count()) == (2, 0)

    @pytest.mark.parametrize(
        ("new", "sentence"),
        [
            (None, "An organization does not succeed itself."),
            (
                NewOrganization(KHONG, type=OrganizationType.RICE),
                "This type does not belong to this kind.",
            ),
        ],
    )
    def test_the_officer_is_refused_before_the_page_that_confirms(self, former, new, sentence):
        """What storing would refuse is found when nothing is stored yet."""
        values = {"kind": SuccessionKind.AMALGAMATION, "basis": NO_BASIS, "dissolve": False}
        into = [new or former[1]]
        assert refusal(check_succession, former, into=into, on=None, **values) == [sentence]
