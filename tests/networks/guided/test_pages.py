"""What all guided acts have in common: the form, what will happen, and only then the deed."""

import pytest

from loei_coop.common.models import ChangeSet
from networks.models import Organization
from tests.factories import make_district, make_group, make_network, make_organization
from tests.networks.guided.walk import (
    address,
    carry_out,
    complaints,
    consequences,
    hidden,
    said,
    told,
)
from tests.networks.pages import heading, words

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]

TEACHERS = "สหกรณ์ออมทรัพย์ครูเลย จำกัด"
SCHOOLS = "สหกรณ์ออมทรัพย์สถานศึกษาเลย จำกัด"
ACTS = ["rename", "join", "amalgamate", "divide", "event"]
LIST_ACT = "/en/admin/networks/district/promotion-officers/"
SEATS = "/en/admin/networks/areanetwork/1/seats/"


@pytest.fixture
def organization():
    return make_organization(TEACHERS, code="0012")


@pytest.fixture
def renaming(organization):
    return address(organization, "rename")


class TestTheWay:
    @pytest.mark.parametrize("act", ACTS)
    def test_a_form_opens_on_the_page_of_the_record(self, office, organization, act):
        page = office.get(address(organization, act))
        assert f"{TEACHERS} (0012)" in words(page)
        assert (consequences(page), complaints(page)) == ([], [])

    @pytest.mark.parametrize("path", [LIST_ACT, SEATS])
    def test_the_forms_of_districts_and_networks_open(self, office, path):
        make_network(1)
        assert consequences(office.get(path)) == []

    def test_looking_and_being_told_change_nothing(self, office, renaming):
        before = ChangeSet.objects.count()
        office.get(renaming)
        page = office.post(renaming, {"name": SCHOOLS})
        assert consequences(page)[0].startswith(f"It is called {SCHOOLS} from now on")
        assert Organization.objects.get().name == TEACHERS
        assert ChangeSet.objects.count() == before

    def test_the_page_that_confirms_sends_again_all_that_was_typed(self, office, renaming):
        typed = {"name": SCHOOLS, "on": "1/2569", "basis_kind": "order", "basis_number": "12/2569"}
        sent = hidden(office.post(renaming, typed))
        assert {name: sent[name] for name in typed} == {k: [v] for k, v in typed.items()}

    def test_the_deed_is_told_on_the_page_of_the_record(self, office, organization, renaming):
        page = carry_out(office, renaming, {"name": SCHOOLS})
        assert page.redirect_chain == [
            (f"/en/admin/networks/cooperative/{organization.pk}/change/", 302)
        ]
        assert said(page) == [f"It is called {SCHOOLS} now."]

    def test_back_shows_the_form_as_it_was_typed(self, office, renaming):
        page = office.post(renaming, {"name": SCHOOLS, "on": "1/2569"})
        back = office.post(renaming, {**hidden(page), "back": "1"})
        assert (consequences(back), complaints(back)) == ([], [])
        assert f'value="{SCHOOLS}"' in back.text
        assert 'value="1/2569"' in back.text

    def test_a_mistake_keeps_what_was_typed(self, office, renaming):
        page = office.post(renaming, {"name": SCHOOLS, "on": "31/2/2569"})
        assert complaints(page) == ["There is no such day in this month."]
        assert f'value="{SCHOOLS}"' in page.text
        assert 'value="31/2/2569"' in page.text

    @pytest.mark.parametrize("act", ACTS)
    def test_nothing_is_done_with_an_empty_form(self, office, organization, act):
        page = office.post(address(organization, act), {})
        assert complaints(page)
        assert Organization.objects.count() == 1

    def test_a_mark_that_was_never_told_does_nothing(self, office, renaming):
        page = office.post(renaming, {"name": SCHOOLS, "told": "x" * 40})
        assert consequences(page)
        assert Organization.objects.get().name == TEACHERS

    def test_a_mark_told_of_another_name_does_nothing(self, office, renaming):
        mark = told(office.post(renaming, {"name": SCHOOLS}))
        page = office.post(renaming, {"name": "สหกรณ์อื่น จำกัด", "told": mark})
        assert consequences(page)[0].startswith("It is called สหกรณ์อื่น จำกัด")
        assert Organization.objects.get().name == TEACHERS


class TestMeanwhile:
    CHANGED = "The records have changed meanwhile. Please read again what will happen."

    def test_who_is_told_for_the_first_time_reads_of_no_change(self, office, renaming):
        assert self.CHANGED not in words(office.post(renaming, {"name": SCHOOLS}))

    def test_what_has_changed_meanwhile_is_told_again(self, office, organization, renaming):
        page = office.post(renaming, {"name": SCHOOLS})
        organization.name = "สหกรณ์ครูเลย จำกัด"
        organization.save()
        again = office.post(renaming, {**hidden(page), "told": told(page)})
        assert self.CHANGED in words(again)
        assert "สหกรณ์ครูเลย จำกัด becomes a former name" in consequences(again)[1]
        assert Organization.objects.get().name == "สหกรณ์ครูเลย จำกัด"
        office.post(renaming, {**hidden(again), "told": told(again)})
        assert Organization.objects.get().name == SCHOOLS

    def test_a_second_click_is_refused_with_a_sentence(self, office, renaming):
        page = office.post(renaming, {"name": SCHOOLS})
        sent = {**hidden(page), "told": told(page)}
        office.post(renaming, sent)
        assert complaints(office.post(renaming, sent)) == ["This is its name already."]
        assert Organization.objects.get().names.count() == 1

    def test_what_only_the_deed_finds_out_stands_above_the_form(
        self, office, organization, renaming
    ):
        Organization.objects.filter(pk=organization.pk).update(phone="โทรถามกำนัน")
        page = office.post(renaming, {"name": SCHOOLS})
        refused = office.post(renaming, {**hidden(page), "told": told(page)})
        assert len(complaints(refused)) == 1
        assert f'value="{SCHOOLS}"' in refused.text
        assert Organization.objects.get().name == TEACHERS


class TestTheHistory:
    def test_the_act_is_one_change_of_the_officer_with_its_reason(self, office, officer, renaming):
        data = {"name": SCHOOLS, "basis_kind": "order", "basis_number": "12/2569"}
        carry_out(office, renaming, data)
        organization = Organization.objects.get()
        act = organization.history.latest().change_set
        assert organization.names.get().history.get().change_set == act
        assert (act.made_by, act.source) == (officer, ChangeSet.Source.FORM)
        assert act.reason == "เปลี่ยนชื่อ · คำสั่ง ที่ 12/2569"

    def test_a_refused_act_leaves_none(self, office, renaming):
        before = ChangeSet.objects.count()
        office.post(renaming, {"name": TEACHERS})
        assert ChangeSet.objects.count() == before


class TestWhoMay:
    RIGHTS = pytest.mark.parametrize(
        ("act", "rights"),
        [
            ("rename", ["change_cooperative"]),
            ("join", ["change_cooperative"]),
            ("event", ["change_cooperative"]),
            ("amalgamate", ["change_cooperative", "add_cooperative"]),
            ("divide", ["change_cooperative", "add_cooperative"]),
        ],
    )

    @RIGHTS
    def test_the_right_is_enough(self, colleague, organization, act, rights):
        assert colleague(*rights).get(address(organization, act)).status_code == 200

    @RIGHTS
    def test_all_but_one_of_the_rights_are_not(self, colleague, organization, act, rights):
        others = ["view_cooperative", "view_person", "change_farmergroup", "add_seatholding"]
        client = colleague(*rights[:-1], *others)
        assert client.get(address(organization, act)).status_code == 403
        assert client.post(address(organization, act), {"name": SCHOOLS}).status_code == 403

    @pytest.mark.parametrize(
        ("path", "rights"),
        [
            (LIST_ACT, ["change_cooperative", "change_farmergroup"]),
            (SEATS, ["view_areanetwork", "add_seatholding"]),
        ],
    )
    def test_districts_and_networks_need_both_rights(
        self, colleague, django_user_model, path, rights
    ):
        make_network(1)
        client = colleague(*rights)
        assert client.get(path).status_code == 200
        for right in rights:
            django_user_model.objects.get().user_permissions.set(
                django_user_model.objects.get().user_permissions.exclude(codename=right)
            )
            assert client.get(path).status_code == 403

    @pytest.mark.parametrize("act", ACTS)
    def test_a_stranger_is_asked_to_sign_in(self, client, organization, act):
        path = address(organization, act)
        assert client.get(path).url == f"/en/admin/login/?next={path}"
        assert client.post(path, {"name": SCHOOLS}).status_code == 302
        assert Organization.objects.get().name == TEACHERS

    @pytest.mark.parametrize("path", [LIST_ACT, SEATS])
    def test_a_stranger_is_asked_to_sign_in_for_lists_too(self, client, path):
        make_network(1)
        assert client.get(path).url == f"/en/admin/login/?next={path}"


class TestNoSuchRecord:
    @pytest.mark.parametrize("key", ["0", "99999", "abc", "9" * 30])
    @pytest.mark.parametrize("act", ACTS)
    def test_an_unknown_record_leads_to_the_front_page(self, office, key, act):
        page = office.get(f"/en/admin/networks/cooperative/{key}/{act}/", follow=True)
        assert page.redirect_chain == [("/en/admin/", 302)]
        assert "doesn’t exist" in said(page)[0]

    def test_an_unknown_network_leads_to_the_front_page(self, office):
        assert office.get("/en/admin/networks/areanetwork/9/seats/").url == "/en/admin/"

    def test_a_record_of_the_other_kind_is_none_of_this_list(self, office):
        group = make_group()
        page = office.get(f"/en/admin/networks/cooperative/{group.pk}/rename/")
        assert page.url == "/en/admin/"


class TestTheButtons:
    def test_each_act_has_its_button(self, office, organization):
        page = office.get(f"/en/admin/networks/cooperative/{organization.pk}/change/").text
        for act in ACTS:
            assert f'<a href="{address(organization, act)}">' in page

    def test_a_farmer_group_has_none_of_the_law_on_cooperatives(self, office):
        group = make_group()
        page = office.get(f"/en/admin/networks/farmergroup/{group.pk}/change/").text
        offered = [act for act in ACTS if f'<a href="{address(group, act)}">' in page]
        assert offered == ["rename", "join", "event"]

    def test_what_was_joined_away_has_none(self, office, organization):
        gone = make_organization("สหกรณ์ครูเลย จำกัด", joined_into=organization)
        page = office.get(f"/en/admin/networks/cooperative/{gone.pk}/change/")
        assert [act for act in ACTS if address(gone, act) in page.text] == []
        assert f"its address leads there: {TEACHERS} (0012)" in words(page)

    def test_who_may_only_look_sees_none(self, colleague, organization):
        client = colleague("view_cooperative")
        page = client.get(f"/en/admin/networks/cooperative/{organization.pk}/change/").text
        assert [act for act in ACTS if address(organization, act) in page] == []

    def test_the_list_of_districts_and_the_page_of_a_network_have_theirs(self, office):
        make_district(network=1)
        districts = office.get("/en/admin/networks/district/").text
        assert f'<a href="{LIST_ACT}">Assign a promotion officer by district</a>' in districts
        network = office.get("/en/admin/networks/areanetwork/1/change/").text
        assert f'<a href="{SEATS}">' in network

    def test_the_page_to_add_has_none(self, office):
        assert "/rename/" not in office.get("/en/admin/networks/cooperative/add/").text

    def test_the_words_are_thai_for_who_reads_thai(self, office, organization):
        page = office.get(f"/admin/networks/cooperative/{organization.pk}/rename/")
        assert heading(page) == "เปลี่ยนชื่อ"
