"""Who is in office: proposed and confirmed by those who lead, looked at by their colleagues."""

import datetime

import pytest

from networks import workflow
from networks.choices import Position
from networks.models import Appointment, HoldersConfirmation, Proposal
from tests.desk.conftest import signed_in
from tests.desk.people import HOME, OCTOBER, account_of, newcomer
from tests.factories import appoint, make_group, make_person

pytestmark = pytest.mark.django_db
HOLDERS = f"{HOME}holders/"
BEGIN, DEPUTY, CONFIRM = f"{HOLDERS}begin/", f"{HOLDERS}deputy/", f"{HOLDERS}confirm/"
MEETING = datetime.date(2026, 2, 20)
LEADING_PAGES = ["begin/", "deputy/", "confirm/", "confirm/1/", "1/end/", "1/end-deputy/"]


@pytest.fixture
def udom(na_duang):
    person = make_person("อุดม", "นาดี")
    return appoint(person, Position.BOARD_CHAIR, at=na_duang, starts_on=OCTOBER)


def test_the_list_of_today_has_deputies_apart_with_who_named_them(desk, somsak):
    page = desk.get(HOLDERS)
    assert [str(row.person) for row in page.context["holders"]] == ["นางมาลี ใจงาม"]
    assert [str(row.person) for row in page.context["deputies"]] == ["นายสมศักดิ์ รักงาน"]
    assert "named by นางมาลี ใจงาม" in page.content.decode()


def test_a_new_office_holder_is_proposed(desk, na_duang):
    response = desk.post(BEGIN, newcomer(phone="08 1111 2222"), follow=True)
    assert Proposal.objects.get().wanted == {
        "title": "นาย",
        "first_name": "บุญมี",
        "last_name": "นาดี",
        "phone": "08 1111 2222",
        "position": "inspector",
        "starts_on": "2026-03-01",
    }
    assert "The register stays as it is" in response.content.decode()
    assert na_duang.appointments.count() == 1


def test_a_second_click_sends_nothing_twice(desk):
    desk.post(BEGIN, newcomer())
    response = desk.post(BEGIN, newcomer())
    assert response.status_code == 400
    assert "This was sent already" in response.content.decode()
    assert Proposal.objects.count() == 1


def test_two_new_office_holders_wait_beside_each_other(desk):
    desk.post(BEGIN, newcomer())
    desk.post(BEGIN, newcomer(first_name="บุญมา"))
    assert Proposal.objects.waiting().count() == 2


@pytest.mark.parametrize("values", [{"post": "deputy"}, {"post": "governor"}, {"post": ""}])
def test_only_posts_of_the_organization_are_offered(desk, values):
    response = desk.post(BEGIN, newcomer(**values))
    assert list(response.context["form"].errors) == ["post"]


@pytest.mark.parametrize("name", ["first_name", "last_name", "starts_on"])
def test_what_is_needed_is_asked_for_and_the_rest_stays(desk, name):
    response = desk.post(BEGIN, newcomer(**{name: ""}))
    assert response.status_code == 400
    assert list(response.context["form"].errors) == [name]
    assert 'value="นาย"' in response.content.decode()


def test_a_farmer_group_is_asked_in_its_own_words(malee, desk):
    group = make_group(code="0003")
    appoint(malee.person, Position.BOARD_CHAIR, at=group, starts_on=OCTOBER)
    form = desk.get("/desk/organizations/0003/holders/begin/").context["form"]
    assert ("board_chair", "ประธานกลุ่มเกษตรกร") in form.fields["post"].choices


def test_the_end_of_an_office_is_proposed(desk, udom):
    response = desk.post(f"{HOLDERS}{udom.pk}/end/", {"ends_on": "28/2/2569"}, follow=True)
    assert Proposal.objects.get().wanted == {"appointment": udom.pk, "ends_on": "2026-02-28"}
    page = response.content.decode()
    assert "Chair of the board" in page
    assert "นายอุดม นาดี" in page
    udom.refresh_from_db()
    assert udom.ending == "in_office"


def test_nobody_leaves_an_office_before_coming_into_it(desk, udom):
    response = desk.post(f"{HOLDERS}{udom.pk}/end/", {"ends_on": "1/9/2568"})
    assert response.context["form"].errors["ends_on"] == ["The last day lies before the first."]
    assert not Proposal.objects.exists()


def test_who_is_no_longer_in_office_does_not_leave_again(desk, udom):
    Appointment.objects.filter(pk=udom.pk).update(ending="unknown")
    assert desk.get(f"{HOLDERS}{udom.pk}/end/").status_code == 404


def test_a_deputy_is_proposed(desk):
    data = newcomer()
    del data["post"]
    desk.post(DEPUTY, data)
    proposal = Proposal.objects.get()
    assert (proposal.kind, proposal.wanted["position"]) == ("deputy", "deputy")


def test_a_deputy_may_be_proposed_for_a_time(desk):
    data = newcomer(ends_on="30/9/2569")
    desk.post(DEPUTY, data)
    assert Proposal.objects.get().wanted["ends_on"] == "2026-09-30"


def test_no_deputy_ends_before_beginning(desk):
    response = desk.post(DEPUTY, newcomer(ends_on="1/2/2569"))
    assert response.context["form"].errors["ends_on"] == ["The last day lies before the first."]


def test_the_work_of_a_deputy_ends_at_once(desk, deputys_desk, somsak):
    page = f"{HOLDERS}{somsak.person.appointments.get().pk}/end-deputy/"
    assert "นายสมศักดิ์ รักงาน" in desk.get(page).content.decode()
    assert deputys_desk.get(HOME).status_code == 200
    response = desk.post(page, follow=True)
    assert "นายสมศักดิ์ รักงาน no longer fills in for you." in response.content.decode()
    assert list(response.context["deputies"]) == []
    assert deputys_desk.get(HOME).status_code in (302, 404)
    assert desk.post(page).status_code == 404


def test_who_named_a_deputy_is_found_in_the_history_as_who_ended_it(desk, malee, somsak):
    row = somsak.person.appointments.get()
    desk.post(f"{HOLDERS}{row.pk}/end-deputy/")
    act = row.history.latest().change_set
    assert (act.source, act.made_by, act.on_behalf_of) == ("desk", malee, None)


def test_a_manager_is_no_deputy_to_be_ended(desk, malee):
    row = malee.person.appointments.get()
    assert desk.post(f"{HOLDERS}{row.pk}/end-deputy/").status_code == 404


def test_a_deputy_sees_the_list_without_the_buttons(deputys_desk):
    page = deputys_desk.get(HOLDERS).content.decode()
    assert "นางมาลี ใจงาม" in page
    assert 'class="button' not in page
    assert "/end/" not in page


@pytest.mark.parametrize("method", ["get", "post"])
@pytest.mark.parametrize(
    "page", ["begin/", "deputy/", "confirm/", "confirm/1/", "1/end/", "1/end-deputy/"]
)
def test_who_does_not_lead_is_refused_what_leading_means(deputys_desk, method, page):
    assert getattr(deputys_desk, method)(HOLDERS + page).status_code == 403
    assert not Proposal.objects.exists()
    assert not HoldersConfirmation.objects.exists()


def test_a_plain_member_of_the_board_does_not_lead(na_duang, malee):
    member = make_person("บุญมี", user=account_of("boonmee"))
    appoint(member, Position.BOARD_MEMBER, at=na_duang, starts_on=OCTOBER)
    client = signed_in(member.user)
    assert client.get(HOLDERS).status_code == 200
    assert client.post(BEGIN, newcomer()).status_code == 403


def test_the_list_is_confirmed_as_it_stands(desk, udom, malee):
    response = desk.post(CONFIRM, {"meeting_on": "20/2/2569"}, follow=True)
    row = HoldersConfirmation.objects.get()
    assert (row.meeting_on, row.made_by) == (MEETING, malee)
    assert ["ประธานกรรมการ", "นายอุดม นาดี"] in row.holders
    page = response.content.decode()
    assert "confirmed for the general meeting of 20 February 2026" in page
    assert "Last confirmed for the general meeting of 20 February 2026" in page
    assert "Entered by Malee" in page


def test_a_second_click_for_the_same_meeting_says_so(desk):
    desk.post(CONFIRM, {"meeting_on": "20/2/2569"})
    response = desk.post(CONFIRM, {"meeting_on": "20/2/2569"})
    assert response.status_code == 400
    assert "The list was confirmed for this meeting already." in response.content.decode()
    assert HoldersConfirmation.objects.count() == 1


@pytest.mark.parametrize("day", ["27/2/2569", "", "2569", "เมื่อวาน"])
def test_a_meeting_needs_a_day_that_has_been(desk, day):
    response = desk.post(CONFIRM, {"meeting_on": day})
    assert list(response.context["form"].errors) == ["meeting_on"]
    assert f'value="{day}"' in response.content.decode() or not day
    assert not HoldersConfirmation.objects.exists()


def test_today_is_a_day_that_has_been(desk):
    desk.post(CONFIRM, {"meeting_on": "26/2/2569"})
    assert HoldersConfirmation.objects.exists()


def test_what_an_officer_confirmed_for_the_manager_is_confirmed_by_her(
    na_duang, malee, desk, wichai
):
    entry = workflow.confirm_holders(na_duang, meeting_on=MEETING, by=wichai, on_behalf_of=malee)
    (card,) = desk.get(HOME).context["cards"]
    assert card.address == CONFIRM
    assert f'action="{CONFIRM}{entry.pk}/"' in desk.get(CONFIRM).content.decode()
    assert desk.get(f"{CONFIRM}{entry.pk}/").url == CONFIRM
    entry.refresh_from_db()
    assert entry.confirmed_at is None
    desk.post(f"{CONFIRM}{entry.pk}/")
    entry.refresh_from_db()
    assert entry.confirmed_at is not None
    page = desk.post(f"{CONFIRM}{entry.pk}/", follow=True).content.decode()
    assert "There is nothing to confirm here any more." in page
