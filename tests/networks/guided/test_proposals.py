"""An officer decides what organizations propose about their record."""

import pytest

from loei_coop.common.models import ChangeSet
from networks import workflow
from networks.states import ProposalState
from tests.factories import make_group, make_organization, make_person, make_proposal
from tests.networks.guided.proposals import LIST, make_manager, page_of
from tests.networks.guided.walk import complaints, consequences, said, told
from tests.networks.pages import words

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]

NA_DUANG = "สหกรณ์การเกษตรนาด้วง จำกัด"
GONE = "This proposal was decided or withdrawn already."


@pytest.fixture
def na_duang():
    return make_organization(NA_DUANG, code="0005", phone="0 4288 7001")


@pytest.fixture
def malee(na_duang):
    return make_manager(na_duang)


@pytest.fixture
def proposal(na_duang, malee):
    return make_proposal(na_duang, by=malee, wanted={"phone": "0 4288 7999"})


def confirm(client, path, data=None):
    """Both steps of an act that asks nothing, or these data."""
    page = client.post(path, data) if data else client.get(path)
    return client.post(path, {**(data or {}), "told": told(page)}, follow=True)


def test_the_page_shows_what_was_what_is_wanted_and_what_stands_now(office, proposal):
    page = words(office.get(page_of(proposal)))
    assert "whatwhen it was proposedwantedin the register now" in page
    assert "Telephone 0 4288 7001 0 4288 7999 0 4288 7001" in page
    assert "changed meanwhile" not in page


def test_what_was_changed_meanwhile_is_marked(office, na_duang, proposal):
    na_duang.phone = "0 4288 7555"
    na_duang.save()
    assert "0 4288 7999 0 4288 7555 changed meanwhile" in words(office.get(page_of(proposal)))


def test_it_is_told_at_once_what_will_happen(office, proposal):
    assert consequences(office.get(page_of(proposal, "accept"))) == [
        "Telephone: 0 4288 7001 → 0 4288 7999",
        "The history names you and มาลี ใจงาม, whose proposal it is.",
    ]


def test_looking_changes_nothing(office, na_duang, proposal):
    office.get(page_of(proposal, "accept"))
    na_duang.refresh_from_db()
    proposal.refresh_from_db()
    assert (na_duang.phone, proposal.is_waiting) == ("0 4288 7001", True)


def test_an_accepted_proposal_stands_in_the_register(office, officer, na_duang, proposal):
    page = confirm(office, page_of(proposal, "accept"))
    assert said(page) == [f"Accepted and recorded: {NA_DUANG}, address and contact."]
    na_duang.refresh_from_db()
    proposal.refresh_from_db()
    assert na_duang.phone == "0 4288 7999"
    assert (proposal.state, proposal.decided_by) == (ProposalState.ACCEPTED, officer)


def test_the_history_names_the_officer_and_the_author(office, officer, na_duang, malee, proposal):
    confirm(office, page_of(proposal, "accept"))
    proposal.refresh_from_db()
    act = na_duang.history.latest().change_set
    assert (act, act.made_by, act.on_behalf_of) == (proposal.change_set, officer, malee)
    assert act.source == ChangeSet.Source.FORM
    assert act.reason.split(" · ")[1].split(":")[0].endswith(str(proposal.pk))


def test_what_an_officer_entered_for_a_caller_is_accepted_as_the_callers(
    office, officer, na_duang, malee
):
    proposal = make_proposal(na_duang, by=officer, on_behalf_of=malee)
    confirm(office, page_of(proposal, "accept"))
    act = na_duang.history.latest().change_set
    assert (act.made_by, act.on_behalf_of) == (officer, malee)


def test_what_is_refused_leaves_the_register_and_gives_the_reason(office, na_duang, proposal):
    reason = {"reason_given": "หมายเลขนี้ไม่มีผู้ใช้"}
    path = page_of(proposal, "refuse")
    assert consequences(office.post(path, reason)) == [
        "The register stays as it is.",
        "The organization reads on its desk: “หมายเลขนี้ไม่มีผู้ใช้”",
    ]
    before = ChangeSet.objects.count()
    confirm(office, path, reason)
    proposal.refresh_from_db()
    na_duang.refresh_from_db()
    assert (proposal.state, proposal.decision_reason) == ("refused", "หมายเลขนี้ไม่มีผู้ใช้")
    assert (na_duang.phone, ChangeSet.objects.count()) == ("0 4288 7001", before)


def test_nothing_is_refused_without_a_reason(office, proposal):
    assert complaints(office.post(page_of(proposal, "refuse"), {"reason_given": " "})) == [
        "This field is required."
    ]


class TestMeanwhile:
    def test_a_second_click_is_refused(self, office, na_duang, proposal):
        path = page_of(proposal, "accept")
        mark = told(office.get(path))
        office.post(path, {"told": mark})
        changes = na_duang.history.count()
        assert complaints(office.post(path, {"told": mark})) == [GONE]
        assert na_duang.history.count() == changes

    def test_what_was_withdrawn_is_not_accepted(self, office, na_duang, proposal):
        path = page_of(proposal, "accept")
        mark = told(office.get(path))
        workflow.withdraw(proposal)
        assert complaints(office.post(path, {"told": mark})) == [GONE]
        na_duang.refresh_from_db()
        assert na_duang.phone == "0 4288 7001"

    def test_what_a_colleague_refused_is_not_accepted(self, office, officer, proposal):
        workflow.refuse(proposal, by=officer, reason="หมายเลขนี้ไม่มีผู้ใช้")
        for act in ("accept", "refuse"):
            page = office.post(page_of(proposal, act), {"reason_given": "ก", "told": "x"})
            assert complaints(page) == [GONE]

    def test_it_is_told_again_when_the_register_was_changed(self, office, na_duang, proposal):
        path = page_of(proposal, "accept")
        mark = told(office.get(path))
        na_duang.phone = "0 4288 7555"
        na_duang.save()
        again = office.post(path, {"told": mark})
        assert "The records have changed meanwhile." in words(again)
        assert consequences(again)[:2] == [
            "Telephone: 0 4288 7555 → 0 4288 7999",
            "Please note: Telephone was changed meanwhile. When this was proposed it was: "
            "0 4288 7001.",
        ]
        office.post(path, {"told": told(again)})
        na_duang.refresh_from_db()
        assert na_duang.phone == "0 4288 7999"

    def test_other_columns_that_were_changed_stay(self, office, na_duang, proposal):
        na_duang.fax = "0 4288 7002"
        na_duang.save()
        confirm(office, page_of(proposal, "accept"))
        na_duang.refresh_from_db()
        assert (na_duang.phone, na_duang.fax) == ("0 4288 7999", "0 4288 7002")

    def test_what_breaks_a_rule_by_now_is_refused_whole(self, office, na_duang, malee):
        proposal = make_proposal(na_duang, by=malee, wanted={"phone": "โทรถามกำนัน"})
        refused = confirm(office, page_of(proposal, "accept"))
        assert len(complaints(refused)) == 1
        proposal.refresh_from_db()
        assert (proposal.is_waiting, na_duang.history.count()) == (True, 1)

    def test_what_was_joined_away_is_refused(self, office, na_duang, proposal):
        na_duang.joined_into = make_organization("สหกรณ์นาด้วง จำกัด")
        na_duang.save()
        (sentence,) = complaints(confirm(office, page_of(proposal, "accept")))
        assert sentence.startswith(f"{NA_DUANG} was joined into another record.")


class TestWhoMay:
    @pytest.mark.parametrize("act", ["accept", "refuse"])
    def test_looking_alone_is_not_enough(self, colleague, proposal, act):
        client = colleague("view_proposal", "change_cooperative")
        assert client.get(page_of(proposal, act)).status_code == 403
        assert client.post(page_of(proposal, act), {"told": "x"}).status_code == 403
        assert page_of(proposal, act) not in client.get(page_of(proposal)).text

    @pytest.mark.parametrize("act", ["accept", "refuse"])
    def test_the_right_is_enough(self, colleague, proposal, act):
        client = colleague("view_proposal", "decide_proposal")
        assert client.get(page_of(proposal, act)).status_code == 200
        assert page_of(proposal, act) in client.get(page_of(proposal)).text

    def test_who_works_there_leaves_it_to_a_colleague(self, client, django_user_model, na_duang):
        officer = make_manager(na_duang, "prasit")
        django_user_model.objects.update(is_staff=True, is_superuser=True)
        proposal = make_proposal(na_duang, by=officer)
        client.force_login(officer)
        assert client.get(page_of(proposal, "accept")).status_code == 403
        assert page_of(proposal, "accept") not in client.get(page_of(proposal)).text

    def test_who_wrote_it_down_for_the_caller_may_decide_it(self, office, officer, na_duang, malee):
        proposal = make_proposal(na_duang, by=officer, on_behalf_of=malee)
        confirm(office, page_of(proposal, "accept"))
        proposal.refresh_from_db()
        assert proposal.state == ProposalState.ACCEPTED

    def test_what_is_decided_has_no_buttons(self, office, proposal):
        workflow.withdraw(proposal)
        page = office.get(page_of(proposal)).text
        assert page_of(proposal, "accept") not in page


class TestTheList:
    @pytest.fixture
    def rows(self, na_duang, malee, officer):
        """One of each state, and one entered by an officer."""
        made = {
            "waiting": make_proposal(na_duang, by=malee, kind="counts", wanted={"members": 1}),
            "withdrawn": make_proposal(na_duang, by=malee),
            "refused": make_proposal(na_duang, by=malee),
            "entered": make_proposal(make_group("กลุ่มทำนา"), by=officer, on_behalf_of=malee),
        }
        workflow.withdraw(made["withdrawn"])
        workflow.refuse(made["refused"], by=officer, reason="ไม่ตรง")
        return made

    @pytest.mark.parametrize(
        ("query", "found"),
        [
            ({}, {"waiting", "withdrawn", "refused", "entered"}),
            ({"decision": "waiting"}, {"waiting", "entered"}),
            ({"decision": "decided"}, {"refused"}),
            ({"decision": "withdrawn"}, {"withdrawn"}),
            ({"decision": "delete"}, {"waiting", "withdrawn", "refused", "entered"}),
            ({"kind__exact": "counts"}, {"waiting"}),
            ({"to_confirm": "yes"}, {"entered"}),
            ({"mine": "yes"}, set()),
            ({"q": "นา ด้วง"}, {"waiting", "withdrawn", "refused"}),
        ],
    )
    def test_it_is_narrowed_by(self, office, rows, query, found):
        shown = office.get(LIST, query).context["cl"].result_list
        assert {row.pk for row in shown} == {rows[name].pk for name in found}

    def test_mine_are_those_of_the_organizations_that_i_promote(
        self, office, officer, na_duang, rows
    ):
        na_duang.promotion_officer = make_person("สมศรี", "ดีงาม", user=officer)
        na_duang.save()
        shown = office.get(LIST, {"mine": "yes", "decision": "waiting"}).context["cl"].result_list
        assert list(shown) == [rows["waiting"]]

    def test_both_names_stand_in_it(self, office, rows):
        assert "Entered by somsri on behalf of มาลี ใจงาม" in words(office.get(LIST))

    @pytest.mark.parametrize("number", [3, 30])
    def test_it_asks_the_same_number_of_questions(
        self, office, officer, malee, django_assert_num_queries, number
    ):
        for place in range(number):
            organization = make_organization(f"สหกรณ์ที่ {place} จำกัด")
            make_proposal(organization, by=officer, on_behalf_of=malee)
        with django_assert_num_queries(4):
            assert office.get(LIST).context["cl"].result_count == number
