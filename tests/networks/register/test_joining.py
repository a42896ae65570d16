"""Two records of one cooperative or group become one; the address of the other redirects."""

import datetime

import pytest

from loei_coop.site.search import search
from networks import belongings
from networks.choices import NameUse, OrganizationEventKind, Position, Status
from networks.models import (
    HoldersConfirmation,
    Organization,
    OrganizationName,
    OrganizationSuccession,
    Proposal,
)
from networks.register import joining
from networks.register.joining import join_duplicates, plan_joining
from tests.factories import (
    appoint,
    make_district,
    make_event,
    make_group,
    make_name,
    make_organization,
    make_person,
    make_source,
    make_succession,
    seat,
)
from tests.networks.pages import words
from tests.networks.rules import refusal

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]
date = datetime.date

OCTOBER = date(2025, 10, 1)
ORCHARD = "กลุ่มเกษตรกรทำสวนบ้านน้ำพุ"
NAM_PHU = "กลุ่มเกษตรกรบ้านน้ำพุ"


@pytest.fixture
def district():
    return make_district("ภูหลวง", network=2)


@pytest.fixture
def survivor(district):
    return make_group(ORCHARD, code="0101", district=district)


@pytest.fixture
def duplicate(district):
    return make_group(NAM_PHU, code="0102", district=district)


class TestTheDuplicate:
    def test_its_address_leads_to_the_survivor_for_ever(self, client, survivor, duplicate):
        join_duplicates(survivor, duplicate=duplicate)
        response = client.get("/organizations/0102/")
        assert (response.status_code, response.url) == (301, "/organizations/0101/")
        assert client.get("/organizations/0101/").status_code == 200

    def test_its_name_finds_the_survivor(self, survivor, duplicate):
        join_duplicates(survivor, duplicate=duplicate)
        assert search("กลุ่มเกษตรกร บ้านน้ำพุ").groups[0].rows == [survivor]
        assert list(Organization.objects.standing().search(NAM_PHU)) == [survivor]

    def test_it_stands_and_counts_no_longer_but_is_not_removed(self, survivor, duplicate):
        join_duplicates(survivor, duplicate=duplicate)
        assert list(Organization.objects.counted()) == [survivor]
        assert list(Organization.objects.joined_away()) == [duplicate]
        assert duplicate.history.latest().history_type == "~"

    def test_what_was_joined_into_it_before_leads_to_the_survivor_too(
        self, client, survivor, duplicate
    ):
        first = make_group("กลุ่มทำสวนบ้านน้ำพุ", code="0103", joined_into=duplicate)
        plan = join_duplicates(survivor, duplicate=duplicate)
        assert plan.redirects == [first]
        assert client.get("/organizations/0103/").url == "/organizations/0101/"


class TestNames:
    def test_the_name_becomes_another_way_of_writing_with_its_source(self, survivor):
        release = make_source("ข่าวประชาสัมพันธ์ 2556")
        duplicate = make_group(NAM_PHU, source=release, source_detail="หน้า 2")
        join_duplicates(survivor, duplicate=duplicate)
        (alias,) = survivor.names.all()
        assert (alias.name, alias.use) == (NAM_PHU, NameUse.ALSO_WRITTEN)
        assert (alias.source, alias.source_detail) == (release, "หน้า 2")

    @pytest.mark.parametrize("own", [NameUse.FORMER, NameUse.ALSO_WRITTEN])
    def test_a_name_that_the_survivor_has_is_not_added(self, survivor, duplicate, own):
        make_name(survivor, NAM_PHU, own)
        assert join_duplicates(survivor, duplicate=duplicate).alias == ""
        assert list(survivor.names.values_list("name", "use")) == [(NAM_PHU, own)]

    def test_two_of_the_same_name_need_no_alias(self, survivor):
        join_duplicates(survivor, duplicate=make_group(ORCHARD))
        assert OrganizationName.objects.count() == 0

    def test_other_names_follow_but_for_what_the_survivor_is_called(self, survivor, duplicate):
        make_name(duplicate, "กลุ่มสวนน้ำพุ", NameUse.FORMER)
        make_name(duplicate, ORCHARD, NameUse.ALSO_WRITTEN)
        plan = join_duplicates(survivor, duplicate=duplicate)
        assert [row.name for row in plan.doubled] == [ORCHARD]
        assert {row.name for row in survivor.names.all()} == {"กลุ่มสวนน้ำพุ", NAM_PHU}
        assert duplicate.names.count() == 0


class TestBelongings:
    def test_appointments_follow(self, survivor, duplicate, client):
        chair = appoint(
            make_person("บุญมี", "ศรีจันทร์"),
            Position.BOARD_CHAIR,
            at=duplicate,
            starts_on=OCTOBER,
        )
        join_duplicates(survivor, duplicate=duplicate)
        assert list(survivor.appointments.all()) == [chair]
        page = words(client.get(survivor.get_absolute_url()))
        assert "ประธานกลุ่มเกษตรกร: นายบุญมี ศรีจันทร์" in page

    def test_seats_follow(self, survivor, duplicate, district):
        boonmee = make_person("บุญมี", "ศรีจันทร์")
        row = seat(district.network, 2, OCTOBER, boonmee, duplicate)
        join_duplicates(survivor, duplicate=duplicate)
        assert list(survivor.seat_holdings.all()) == [row]
        assert row.history.latest().organization == survivor

    def test_a_seat_for_another_network_is_not_taken_along(self, survivor):
        there = make_group(NAM_PHU, district=make_district("ท่าลี่", network=4))
        seat(there.network, 1, OCTOBER, make_person(), there)
        sentences = refusal(join_duplicates, survivor, duplicate=there)
        assert sentences == [f"{ORCHARD} does not lie in a district of Area network 4."]
        assert Organization.objects.standing().count() == 2

    def test_events_follow_and_the_same_one_is_kept_once(self, survivor, duplicate):
        own = make_event(survivor, happened_on=OCTOBER)
        same = make_event(duplicate, happened_on=OCTOBER)
        liquidation = make_event(duplicate, OrganizationEventKind.LIQUIDATION, happened_on=OCTOBER)
        plan = join_duplicates(survivor, duplicate=duplicate)
        assert [row.kind for row in plan.doubled] == [same.kind]
        assert list(survivor.events.all()) == [own, liquidation]

    def test_what_both_say_is_kept_once_and_stays_in_the_history(self, survivor, duplicate):
        boonmee = make_person("บุญมี", "ศรีจันทร์")
        own = appoint(boonmee, at=survivor, starts_on=OCTOBER, source=make_source("ทะเบียน"))
        same = appoint(boonmee, at=duplicate, starts_on=OCTOBER)
        later = appoint(boonmee, at=duplicate, starts_on=date(2026, 1, 1))
        history = same.history.all()
        join_duplicates(survivor, duplicate=duplicate)
        assert set(survivor.appointments.all()) == {own, later}
        assert history.latest().history_type == "-"

    def test_what_was_proposed_and_confirmed_follows(self, survivor, duplicate, officer):
        proposal = Proposal.objects.create(
            organization=duplicate, kind="contact", wanted={}, made_by=officer, owner=officer
        )
        lists = {"holders": [], "meeting_on": OCTOBER, "made_by": officer}
        own = HoldersConfirmation.objects.create(organization=survivor, **lists)
        HoldersConfirmation.objects.create(organization=duplicate, **lists)
        join_duplicates(survivor, duplicate=duplicate)
        assert list(survivor.proposals.all()) == [proposal]
        assert list(HoldersConfirmation.objects.all()) == [own]

    def test_a_record_with_what_cannot_move_stays(self, survivor, duplicate, monkeypatch):
        monkeypatch.setitem(belongings.STAYING, "appointments", "ระเบียนนี้ต้องคงไว้")
        appoint(make_person(), at=duplicate, starts_on=OCTOBER)
        assert refusal(join_duplicates, survivor, duplicate=duplicate) == ["ระเบียนนี้ต้องคงไว้"]
        assert plan_joining(duplicate, duplicate=survivor)

    def test_nothing_that_belongs_to_an_organization_is_forgotten(self):
        """A new table that points at organizations must follow too."""
        pointing = {relation.related_name for relation in Organization._meta.related_objects}
        followed = {*joining.BELONGINGS, "successions_to", "successions_from", "joined_records"}
        assert pointing == followed | set(belongings.STAYING)


class TestSuccessions:
    def test_amalgamations_of_the_duplicate_become_those_of_the_survivor(self):
        survivor, duplicate = make_organization("ก จำกัด"), make_organization("ข จำกัด")
        before, after = make_organization("ค จำกัด"), make_organization("ง จำกัด")
        make_succession(before, duplicate)
        make_succession(duplicate, after)
        plan = join_duplicates(survivor, duplicate=duplicate)
        assert len(plan.follow["successions"]) == 2
        links = set(OrganizationSuccession.objects.values_list("former", "successor"))
        assert links == {(before.pk, survivor.pk), (survivor.pk, after.pk)}

    def test_one_that_both_have_is_kept_once(self):
        survivor, duplicate = make_organization("ก จำกัด"), make_organization("ข จำกัด")
        before = make_organization("ค จำกัด")
        own = make_succession(before, survivor)
        make_succession(before, duplicate)
        assert len(join_duplicates(survivor, duplicate=duplicate).doubled) == 1
        assert list(OrganizationSuccession.objects.all()) == [own]

    @pytest.mark.parametrize("survivor_first", [True, False])
    def test_who_succeeds_the_other_is_no_duplicate_of_it(self, survivor_first):
        survivor, duplicate = make_organization("ก จำกัด"), make_organization("ข จำกัด")
        make_succession(*((survivor, duplicate) if survivor_first else (duplicate, survivor)))
        assert refusal(join_duplicates, survivor, duplicate=duplicate) == [
            "One of them succeeded the other: they are two, not duplicates."
        ]


class TestFilling:
    def test_the_survivor_keeps_its_own_and_takes_what_was_ticked(self, district):
        survivor = make_group(ORCHARD, district=district, phone="0 4281 1234")
        duplicate = make_group(
            NAM_PHU, district=district, phone="0 4281 5678", fax="0 4281 9999", note="ย้ายแล้ว"
        )
        join_duplicates(survivor, duplicate=duplicate, fill=("phone", "fax"))
        survivor.refresh_from_db()
        assert (survivor.phone, survivor.fax) == ("0 4281 1234", "0 4281 9999")
        assert survivor.note == ""

    def test_a_number_that_is_given_once_moves_to_the_survivor(self, survivor):
        duplicate = make_group(NAM_PHU, registration_number="87/11283")
        join_duplicates(survivor, duplicate=duplicate, fill=("registration_number",))
        survivor.refresh_from_db()
        assert survivor.registration_number == "87/11283"

    def test_what_breaks_a_rule_in_the_survivor_takes_all_back(self, survivor):
        duplicate = make_group(NAM_PHU, fax="โทรถามกำนัน")
        assert len(refusal(join_duplicates, survivor, duplicate=duplicate, fill=("fax",))) == 1
        assert Organization.objects.standing().count() == 2
        assert OrganizationName.objects.count() == 0


class TestHistory:
    def test_the_history_page_of_the_survivor_shows_both(self, office, survivor, duplicate):
        duplicate.phone = "0 4281 5678"
        duplicate.save()
        survivor.note = "ตรวจแล้ว"
        survivor.save()
        join_duplicates(survivor, duplicate=duplicate)
        page = words(office.get(f"/admin/networks/farmergroup/{survivor.pk}/history/"))
        assert "– → ตรวจแล้ว" in page
        assert f"แก้ไข {NAM_PHU} (0102)" in page
        assert "– → 0 4281 5678" in page

    def test_each_record_is_compared_with_itself(self, office, survivor, duplicate):
        join_duplicates(survivor, duplicate=duplicate)
        page = words(office.get(f"/admin/networks/farmergroup/{survivor.pk}/history/"))
        assert f"{NAM_PHU} → {ORCHARD}" not in page
        assert f"{ORCHARD} → {NAM_PHU}" not in page

    def test_the_history_of_others_is_not_mixed_in(self, office, survivor, duplicate):
        stranger = make_group("กลุ่มเกษตรกรทำนาหนองหิน")
        stranger.note = "คนละกลุ่ม"
        stranger.save()
        join_duplicates(survivor, duplicate=duplicate)
        page = words(office.get(f"/admin/networks/farmergroup/{survivor.pk}/history/"))
        assert "คนละกลุ่ม" not in page


class TestRefusals:
    @pytest.mark.parametrize("act", [plan_joining, join_duplicates])
    def test_a_record_is_not_joined_into_itself(self, survivor, act):
        assert refusal(act, survivor, duplicate=survivor) == [
            "A record cannot be joined into itself."
        ]

    def test_a_cooperative_and_a_group_are_never_the_same(self, survivor):
        cooperative = make_organization("สหกรณ์บ้านน้ำพุ จำกัด")
        assert refusal(join_duplicates, survivor, duplicate=cooperative) == [
            "A cooperative and a farmer group are never the same."
        ]

    def test_what_was_joined_already_is_not_joined_again(self, survivor, duplicate):
        join_duplicates(survivor, duplicate=duplicate)
        sentence = f"{NAM_PHU} was joined into another record. Work on that one instead."
        assert refusal(join_duplicates, survivor, duplicate=duplicate) == [sentence]
        third = make_group("กลุ่มเกษตรกรทำสวนหนองหิน")
        assert refusal(join_duplicates, duplicate, duplicate=third) == [sentence]

    def test_a_sample_takes_no_real_record_in(self, duplicate):
        sample = make_group("กลุ่มเกษตรกรตัวอย่าง", is_sample=True)
        assert refusal(join_duplicates, sample, duplicate=duplicate) == [
            "A real record is not joined into a sample record."
        ]

    def test_a_sample_may_be_joined_into_a_real_record(self, survivor):
        sample = make_group("กลุ่มเกษตรกรตัวอย่าง", is_sample=True)
        join_duplicates(survivor, duplicate=sample)
        assert survivor.names.get().is_sample

    def test_two_days_of_one_event_are_settled_first(self, survivor, duplicate):
        make_event(survivor, happened_on=date(2025, 3, 31))
        make_event(duplicate, happened_on=OCTOBER)
        assert refusal(join_duplicates, survivor, duplicate=duplicate) == [
            "Both have a dissolution, of 31 March 2025 and of 1 October 2025. "
            "Correct one of them first."
        ]

    def test_planning_stores_nothing(self, survivor, duplicate):
        appoint(make_person("บุญมี", "ศรีจันทร์"), at=duplicate, starts_on=OCTOBER)
        plan = plan_joining(survivor, duplicate=duplicate)
        assert (len(plan.follow["appointments"]), plan.alias) == (1, NAM_PHU)
        assert duplicate.appointments.count() == 1
        assert Organization.objects.standing().count() == 2

    def test_the_status_of_the_survivor_stays(self, district):
        survivor = make_group(ORCHARD, district=district, status=Status.OPERATING)
        duplicate = make_group(NAM_PHU, district=district, status=Status.SUSPENDED)
        join_duplicates(survivor, duplicate=duplicate, fill=("status",))
        survivor.refresh_from_db()
        assert survivor.status == Status.OPERATING
