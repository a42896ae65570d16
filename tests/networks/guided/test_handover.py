"""Handing over, as an officer's browser goes it."""

import datetime

import pytest

from networks.choices import Ending, Position
from networks.models import Appointment, Person, Proposal
from networks.register.handover import hand_over
from tests.factories import appoint, make_agency, make_group, make_organization, make_person
from tests.networks.guided.walk import (
    address,
    carry_out,
    complaints,
    consequences,
    hidden,
    said,
    told,
)
from tests.networks.offices import (
    NA_DUANG,
    OCTOBER,
    SUCCESSOR,
    is_signed_in,
    make_account,
    make_deputy,
    make_manager,
    propose,
    signed_in,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]
FEBRUARY = datetime.date(2026, 2, 1)
RIGHTS = ["view_appointment", "change_appointment", "add_appointment", "add_person"]


@pytest.fixture
def manager():
    return make_manager()


@pytest.fixture
def malee():
    return make_person(*SUCCESSOR, title="นาง", code="p-012")


@pytest.fixture
def path(manager):
    return path_of(manager)


def path_of(appointment):
    return f"/en/admin/networks/appointment/{appointment.pk}/handover/"


def typed(person, **values):
    return {"to": person.pk, "starts_on": "1/2/2569", **values}


NEW = {"title": "นาง", "first_name": "มาลี", "last_name": "ดีงาม", "starts_on": "1/2/2569"}


class TestTheForm:
    def test_it_begins_with_today(self, office, path):
        assert 'value="26 February 2026"' in office.get(path).text

    def test_what_it_shows_as_today_it_understands(self, office, path, malee):
        page = office.post(path, typed(malee, starts_on="26 February 2026"))
        assert "from 26 February 2026." in consequences(page)[1]

    @pytest.mark.parametrize(
        "values", [{}, {"title": "นาง", "last_name": "ดีงาม"}, {"last_name": "ดีงาม"}]
    )
    def test_half_a_person_is_refused(self, office, path, values):
        assert complaints(office.post(path, {"starts_on": "1/2/2569", **values}))
        assert Person.objects.count() == 1

    @pytest.mark.parametrize("both", [True, False])
    def test_it_is_either_somebody_of_the_register_or_somebody_new(self, office, path, malee, both):
        data = typed(malee, first_name="มาลี") if both else {"starts_on": "1/2/2569"}
        assert complaints(office.post(path, data)) == [
            "Either choose a person or enter the name of somebody new."
        ]

    def test_what_the_register_refuses_stands_at_its_field(self, office, path, manager):
        page = office.post(path, typed(manager.person))
        assert page.context["form"].errors == {"to": ["Nobody hands over to oneself."]}

    def test_a_day_that_is_none_is_refused(self, office, path, malee):
        assert complaints(office.post(path, typed(malee, starts_on="31/2/2569"))) == [
            "There is no such day in this month."
        ]


class TestWhatIsTold:
    def test_who_goes_who_comes_and_what_the_new_one_needs(self, office, path, malee):
        assert consequences(office.post(path, typed(malee))) == [
            f"นายก่อเกียรติ ปรีดี is Manager, {NA_DUANG} until 31 January 2026.",
            f"นางมาลี ดีงาม is Manager, {NA_DUANG} from 1 February 2026.",
            "There is no open work to move.",
            "นายก่อเกียรติ ปรีดี is signed out on every device at once.",
            "นางมาลี ดีงาม gets an account and then needs a first-use code.",
        ]

    def test_how_many_proposals_and_which_deputies_move(self, office, path, manager, malee):
        propose(manager)
        propose(manager, Proposal.Kind.COUNTS)
        make_deputy(("ใจ", "ดี"), of=manager)
        sentences = consequences(office.post(path, typed(malee)))
        assert sentences[2:4] == [
            "นางมาลี ดีงาม looks after from now on: 2 proposals that wait for the office. Who wrote "
            "it stays recorded.",
            "The deputies stay and work for นางมาลี ดีงาม from now on: นายใจ ดี.",
        ]

    def test_that_the_deputy_who_takes_over_is_none_any_more(self, office, path, manager):
        deputy = make_deputy(SUCCESSOR, of=manager).person
        sentences = consequences(office.post(path, typed(deputy)))
        assert "นายมาลี ดีงาม is no deputy there any more." in sentences
        assert not [text for text in sentences if text.startswith("The deputies")]

    def test_what_the_old_one_keeps(self, office, path, manager, malee):
        tha_li = make_organization("สหกรณ์การเกษตรท่าลี่ จำกัด")
        appoint(manager.person, Position.BOARD_CHAIR, at=tha_li, starts_on=OCTOBER)
        sentences = consequences(office.post(path, typed(malee)))
        keeps = "นายก่อเกียรติ ปรีดี keeps: Chair of the board สหกรณ์การเกษตรท่าลี่ จำกัด."
        assert keeps in sentences

    def test_that_the_old_one_has_no_account(self, office, malee):
        manager = make_manager(account=None)
        sentences = consequences(office.post(path_of(manager), typed(malee)))
        assert "นายก่อเกียรติ ปรีดี has no account in the portal." in sentences

    @pytest.mark.parametrize(
        ("values", "sentence"),
        [
            ({"password": "x"}, "นางมาลี ดีงาม has an account (malee) and signs in as before."),
            ({}, "นางมาลี ดีงาม has an account (malee) and needs a first-use code."),
            (
                {"is_active": False},
                "นางมาลี ดีงาม: The account is closed. Open it first in the list of accounts.",
            ),
        ],
    )
    def test_how_the_new_one_comes_in(self, office, path, malee, values, sentence):
        make_account(malee, "malee", **values)
        assert consequences(office.post(path, typed(malee)))[-1] == sentence

    def test_that_somebody_new_is_added(self, office, path):
        sentences = consequences(office.post(path, NEW))
        assert sentences[2] == "นางมาลี ดีงาม is added to the register as a new person."

    def test_that_there_is_somebody_of_that_name(self, office, path, malee):
        assert consequences(office.post(path, {**NEW, "title": "นางสาว"}))[3] == (
            "Please note: the register has นางมาลี ดีงาม (p-012) already. If this is the same "
            "person, go back and choose from the list."
        )


class TestTheDeed:
    def test_it_is_one_change_with_its_basis(self, office, officer, path, manager, malee):
        make_deputy(("ใจ", "ดี"), of=manager)
        carry_out(office, path, typed(malee, basis_kind="resolution", basis_number="4/2569"))
        acts = {row.history.first().change_set for row in Appointment.objects.all()}
        (act,) = acts
        assert act.made_by == officer
        assert act.reason.endswith(" · มติ ที่ 4/2569")

    def test_the_officer_is_led_to_the_code_of_the_new_one(self, office, path, manager, malee):
        page = carry_out(office, path, typed(malee))
        assert page.redirect_chain == [
            (f"/en/admin/networks/appointment/{manager.pk}/change/", 302)
        ]
        done, step = said(page)
        assert done == f"Handed over: นางมาลี ดีงาม (Manager, {NA_DUANG})."
        issue = f"/en/admin/accounts/activationcode/issue/?person={malee.pk}"
        assert step == f'<a href="{issue}">Issue a first-use code to นางมาลี ดีงาม</a>'
        assert step in page.text

    def test_but_not_where_the_new_one_signs_in_already(self, office, path, malee):
        make_account(malee, "malee", password="x")
        assert len(said(carry_out(office, path, typed(malee)))) == 1

    def test_nor_who_may_not_issue_codes(self, colleague, path, malee):
        assert len(said(carry_out(colleague(*RIGHTS), path, typed(malee)))) == 1

    def test_somebody_new_stands_in_the_register(self, office, path):
        carry_out(office, path, NEW)
        new = Appointment.objects.giving_access().get().person
        assert (new.full_name, new.code) == ("นางมาลี ดีงาม", "p-001")

    def test_a_name_has_one_spelling_of_sara_am(self, office, path):
        carry_out(office, path, {**NEW, "first_name": "อ\u0e4d\u0e32พร"})
        assert Person.objects.filter(first_name="อำพร").exists()

    def test_the_next_click_of_the_old_one_is_refused(self, office, path, manager, malee):
        browser = signed_in(manager.person.user)
        carry_out(office, path, typed(malee))
        assert not is_signed_in(browser)

    def test_what_is_proposed_meanwhile_is_told_again(self, office, path, manager, malee):
        page = office.post(path, typed(malee))
        propose(manager)
        again = office.post(path, {**hidden(page), "told": told(page)})
        assert "1 proposal that waits" in consequences(again)[2]
        assert Appointment.objects.giving_access().get() == manager

    def test_of_two_officers_the_slower_is_told(self, office, path, manager, malee):
        page = office.post(path, typed(malee))
        hand_over(manager, to=make_person("สมใจ"), starts_on=FEBRUARY)
        sent = {**hidden(page), "told": told(page)}
        assert complaints(office.post(path, sent)) == [
            "This appointment is not one of today: there is nothing to hand over."
        ]

    def test_an_officer_who_hands_over_an_own_post_is_asked_to_sign_in(
        self, office, officer, malee
    ):
        manager = make_manager(account=None)
        manager.person.user = officer
        manager.person.save()
        page = carry_out(office, path_of(manager), typed(malee))
        assert page.redirect_chain[-1][0].startswith("/en/account/login/")
        assert Appointment.objects.giving_access().get().person == malee


class TestFromThePageOfTheOrganization:
    def test_who_hands_over_is_chosen(self, office, manager, malee):
        organization = manager.organization
        chair = appoint(make_person("เอกวิทย์"), Position.BOARD_CHAIR, at=organization)
        path = address(organization, "handover")
        data = typed(malee, appointment=chair.pk)
        page = carry_out(office, path, data)
        assert page.redirect_chain[0][0].endswith(f"/cooperative/{organization.pk}/change/")
        assert set(Appointment.objects.giving_access().values_list("person", "position")) == {
            (manager.person.pk, Position.MANAGER),
            (malee.pk, Position.BOARD_CHAIR),
        }

    def test_the_only_one_is_chosen_already(self, office, manager):
        path = address(manager.organization, "handover")
        assert "checked> นายก่อเกียรติ ปรีดี · Manager" in " ".join(office.get(path).text.split())

    def test_of_two_none_is_chosen_yet(self, office, manager):
        appoint(make_person("เอกวิทย์"), Position.BOARD_CHAIR, at=manager.organization)
        page = office.get(address(manager.organization, "handover")).text
        assert "นายเอกวิทย์ ใจดี · Chair of the board" in page
        assert "checked" not in page

    def test_nobody_else_is_offered(self, office, manager, malee):
        deputy = make_deputy(("ใจ", "ดี"), of=manager)
        other = make_manager(make_organization("ท่าลี่ จำกัด"), ("เอก", "ดี"), account=None)
        path = address(manager.organization, "handover")
        offered = office.get(path).context["form"].fields["appointment"].queryset
        assert list(offered) == [manager]
        for appointment in (deputy, other):
            assert complaints(office.post(path, typed(malee, appointment=appointment.pk)))

    def test_an_organization_without_anybody_opens_an_empty_choice(self, office, malee):
        path = address(make_group(), "handover")
        assert office.get(path).status_code == 200
        assert complaints(office.post(path, typed(malee))) == ["This field is required."]


class TestTheButton:
    def page(self, client, appointment):
        return client.get(f"/en/admin/networks/appointment/{appointment.pk}/change/").text

    def test_is_on_the_page_of_whoever_leads_today(self, office, manager, path):
        assert f'<a href="{path}">Hand over</a>' in self.page(office, manager)
        page = office.get(address(manager.organization, "change")).text
        assert f'<a href="{address(manager.organization, "handover")}">Hand over</a>' in page

    @pytest.mark.parametrize(
        "values",
        [
            {"position": Position.DEPUTY},
            {"ending": Ending.ENDED, "ends_on": datetime.date(2026, 2, 25)},
        ],
    )
    def test_is_on_no_other(self, office, manager, path, values):
        Appointment.objects.filter(pk=manager.pk).update(**values)
        assert path not in self.page(office, manager)
        page = office.get(address(manager.organization, "change")).text
        assert address(manager.organization, "handover") not in page

    def test_is_not_for_who_may_only_look(self, colleague, manager, path):
        assert path not in self.page(colleague("view_appointment"), manager)

    def test_stands_beside_the_button_of_codes(self, office, manager):
        assert "activationcode/issue/?person=" in self.page(office, manager)


class TestWhoMay:
    def test_the_rights_are_enough(self, colleague, path, malee):
        client = colleague(*RIGHTS)
        assert client.get(path).status_code == 200
        assert consequences(client.post(path, typed(malee)))

    @pytest.mark.parametrize("right", RIGHTS[1:])
    def test_all_but_one_of_them_are_not(self, colleague, path, malee, right):
        client = colleague(*[other for other in RIGHTS if other != right])
        assert client.get(path).status_code == 403
        assert client.post(path, typed(malee)).status_code == 403

    def test_a_stranger_is_asked_to_sign_in(self, client, path, malee):
        assert client.get(path).url == f"/en/admin/login/?next={path}"
        assert client.post(path, typed(malee)).status_code == 302
        assert Appointment.objects.count() == 1

    def test_a_post_of_an_agency_is_refused_with_a_sentence(self, office, malee):
        governor = appoint(make_person(), Position.GOVERNOR, at=make_agency())
        assert office.get(path_of(governor)).status_code == 200
        assert complaints(office.post(path_of(governor), typed(malee))) == [
            "Only a manager, a chair or a person responsible hands over here."
        ]
