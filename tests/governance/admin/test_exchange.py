"""Forums and practices in the office: states move by guided steps only."""

import pytest
from django.urls import reverse

from governance import materials, workflow
from governance.models import Forum, Practice
from governance.states import ForumState, PracticeState
from governance.suggestions import suggestions_of
from governance.todo import to_exchange
from tests.governance.admin.reviews import question_count, signed_in
from tests.governance.assessing import make_manager, make_officer, open_round
from tests.governance.confirmed import confirmed_cases
from tests.governance.exchanging import (
    add_host,
    make_award,
    make_forum,
    make_host,
    make_promise,
    make_topic,
    make_wanida,
    proposed,
    shared,
)
from tests.networks.guided.walk import carry_out, complaints, consequences, said
from tests.networks.pages import words

pytestmark = pytest.mark.django_db
PRACTICES = "/en/admin/governance/practice/"
FORUMS = "/en/admin/governance/forum/"


@pytest.fixture
def wanida():
    return make_wanida()


@pytest.fixture
def office(wanida):
    return signed_in(wanida)


@pytest.fixture
def host():
    return make_host()


@pytest.fixture
def malee(host):
    return make_manager(host)


def act(row, name):
    folder = PRACTICES if isinstance(row, Practice) else FORUMS
    return f"{folder}{row.pk}/{name}/"


def state_of(row):
    row.refresh_from_db()
    return row.state


def test_a_host_is_asked_and_nobody_else_sees_it(office, host, malee):
    topic = make_topic()
    typed = {"organization": host.pk, "topic": topic.pk, "title": "ตลาดนัด", "summary": "ทุกพุธ"}
    answer = carry_out(office, f"{PRACTICES}propose/", typed)
    assert said(answer) == [f"{host.name} is asked to agree."]
    assert Practice.objects.get().state == PracticeState.PROPOSED


def test_the_office_selects_shares_and_withdraws(office, host, malee):
    practice = proposed(host, by=malee)
    carry_out(office, act(practice, "select"), {"reason_given": "ทำต่อเนื่อง"})
    assert state_of(practice) == PracticeState.SELECTED
    carry_out(office, act(practice, "share"), {})
    assert state_of(practice) == PracticeState.SHARED
    carry_out(office, act(practice, "take-down"), {"reason_given": "ข้อมูลเก่า"})
    assert state_of(practice) == PracticeState.WITHDRAWN


def test_the_page_before_sharing_tells_how_many_materials_go_with_it(office, host, malee):
    practice = proposed(host, by=malee)
    materials.add(practice, url="https://example.com/", by=malee)
    workflow.select(practice, by=make_officer("n", "change_practice"), reason="ดี")
    told = consequences(office.get(act(practice, "share")))
    assert "Documents, pictures and links: 1." in told[0]


def test_without_a_reason_nothing_is_selected(office, host, malee):
    practice = proposed(host, by=malee)
    assert complaints(office.post(act(practice, "select"), {})) == ["This field is required."]
    assert state_of(practice) == PracticeState.AGREED


def test_it_is_not_taken_up_with_a_reason_for_the_host(office, host, malee):
    practice = proposed(host, by=malee)
    carry_out(office, act(practice, "give-up"), {"reason_given": "ขอรายละเอียด"})
    assert (state_of(practice), practice.closing_reason) == ("declined", "ขอรายละเอียด")


def test_the_text_of_the_host_is_not_changed_in_the_office(office, host, malee):
    practice = proposed(host, by=malee)
    typed = {"topic": practice.topic_id, "title": "อื่น", "title_en": "Monthly", "summary_en": ""}
    office.post(act(practice, "change"), {**typed, "source_detail": "", "state": "shared"})
    practice.refresh_from_db()
    assert (practice.title, practice.title_en) == ("ประชุมกลุ่มทุกเดือน", "Monthly")
    assert practice.state == PracticeState.AGREED


def test_who_only_reads_moves_nothing(host, malee):
    client = signed_in(make_officer("napa", "view_practice", "view_forum"))
    practice, forum = proposed(host, by=malee), make_forum()
    paths = [act(practice, "select"), act(forum, "hold"), f"{PRACTICES}propose/"]
    assert [client.post(path).status_code for path in paths] == [403, 403, 403]


def test_an_officer_sees_the_material_before_selecting(office, host, malee):
    practice = proposed(host, by=malee)
    row = materials.add(practice, url="https://example.com/", by=malee)
    path = f"{PRACTICES}{practice.pk}/materials/{row.pk}/"
    assert path in office.get(act(practice, "change")).text
    assert office.get(path).url == "https://example.com/"


# Forums


def test_a_forum_is_entered_with_its_hosts_and_announced(office, host):
    topic = make_topic()
    typed = {
        "code": "forum-2570-1",
        "name": "เวทีปี 2570",
        "fiscal_year": "2570",
        "quarter": "1",
        "hosts-TOTAL_FORMS": "1",
        "hosts-INITIAL_FORMS": "0",
        "hosts-0-order": "1",
        "hosts-0-organization": host.pk,
        "hosts-0-topic": topic.pk,
    }
    office.post(f"{FORUMS}add/", typed)
    forum = Forum.objects.get()
    assert (forum.state, forum.hosts.get().organization) == (ForumState.PREPARED, host)
    carry_out(office, act(forum, "publish"), {})
    assert state_of(forum) == ForumState.PLANNED


def test_it_is_recorded_as_held_in_a_month(office):
    forum = make_forum()
    carry_out(office, act(forum, "hold"), {"day": "ม.ค. 2569", "place": "หอประชุม"})
    assert (state_of(forum), forum.held_on_precision, forum.place) == ("held", "month", "หอประชุม")


def test_a_day_to_come_is_refused(office):
    forum = make_forum()
    page = office.post(act(forum, "hold"), {"day": "1/1/2600"})
    answer = office.post(act(forum, "hold"), {"day": "1/1/2600", "told": told_of(page)})
    assert complaints(answer) == ["This day is still to come."]


def told_of(page):
    return page.context["told"]


def test_it_is_cancelled_with_a_sentence_for_everybody(office):
    forum = make_forum()
    carry_out(office, act(forum, "cancel"), {"text": "น้ำท่วมใหญ่"})
    assert (state_of(forum), forum.cancellation_text) == ("cancelled", "น้ำท่วมใหญ่")


def test_what_was_announced_is_not_deleted(wanida):
    client = signed_in(make_officer("admin", "view_forum", "change_forum", "delete_forum"))
    path = act(make_forum(), "delete")
    assert client.post(path, {"post": "yes"}).status_code == 403
    assert Forum.objects.exists()


def test_the_practice_of_a_host_is_its_own(office, host, malee):
    forum, other = make_forum(), shared()
    topic = make_topic()
    typed = {
        "name": forum.name,
        "fiscal_year": "2569",
        "hosts-TOTAL_FORMS": "1",
        "hosts-INITIAL_FORMS": "0",
        "hosts-0-order": "1",
        "hosts-0-organization": host.pk,
        "hosts-0-topic": topic.pk,
        "hosts-0-practice": other.pk,
    }
    assert "another host" in words(office.post(act(forum, "change"), typed))
    assert not forum.hosts.exists()


# Whom one could ask


@pytest.fixture
def cases():
    return confirmed_cases(open_round(), [100, 50])


def topic_of(cases):
    return make_topic(standard=cases[0].round.edition.standard)


def announce(cases):
    officer = make_officer("ann", "add_announcement")
    workflow.announce(cases[0].round, workflow.AwardTerms(), by=officer)


def test_strong_items_are_told_only_once_the_results_are_announced(cases):
    topic = topic_of(cases)
    assert suggestions_of(topic) == []
    announce(cases)
    (row,) = suggestions_of(topic)
    assert [strength.item.number for strength in row.strengths] == ["1.1", "1.2"]
    assert row.organization == cases[0].organization


def test_holders_of_an_award_are_named_until_they_share(host, malee):
    topic = make_topic()
    make_award(host, standard=topic.standard, title="")
    assert [row.organization for row in suggestions_of(topic)] == [host]
    practice = proposed(host, by=malee, topic=topic)
    assert suggestions_of(topic) == []
    workflow.give_up(practice, by=malee, reason="ยังไม่พร้อม")
    assert [row.organization for row in suggestions_of(topic)] == [host]


def test_from_there_the_host_is_asked_with_one_tap(office, cases):
    topic = topic_of(cases)
    announce(cases)
    page = office.get(f"{PRACTICES}suggestions/?topic={topic.code}")
    ((_row, address),) = page.context["suggestions"]
    form = office.get(address).context["form"]
    assert form["organization"].value() == str(cases[0].organization.pk)
    sent = {name: form[name].value() for name in ("organization", "topic", "rests_on")}
    carry_out(office, address, {**sent, "title": "แผนงาน", "summary": "ทำทุกปี"})
    assert Practice.objects.get().item == cases[0].item("1.1")


def test_suggestions_are_for_officers_only(malee):
    path = f"{PRACTICES}suggestions/"
    assert signed_in(malee).get(path).status_code in (302, 403)
    assert signed_in(make_officer("napa")).get(path).status_code == 403


def test_suggestions_take_the_same_queries_for_any_number(office):
    topic = make_topic()
    path = f"{PRACTICES}suggestions/?topic={topic.code}"

    def fill(first, last):
        for number in range(first, last):
            host = make_host(f"สหกรณ์ที่ {number} จำกัด")
            make_award(host, standard=topic.standard, title="")

    fill(0, 3)
    few = question_count(office, path)
    fill(3, 12)
    assert question_count(office, path) == few


# What waits


def test_what_waits_stands_on_the_first_page_of_the_office(host, malee):
    proposed(host, by=malee)
    tasks = to_exchange().tasks
    assert [task.count for task in tasks] == [1, 0]
    assert tasks[0].address.startswith(reverse("admin:governance_practice_changelist"))


@pytest.mark.parametrize("model", ["topic", "forum", "practice", "forumpromise"])
def test_lists_open_search_and_take_the_same_queries(model, host, malee):
    admin = make_officer("admin")
    admin.is_superuser = True
    admin.save()
    client = signed_in(admin)

    def fill(first, last):
        for number in range(first, last):
            topic, forum = make_topic(), make_forum(state=ForumState.HELD)
            proposed(host, by=malee, topic=topic, title=f"เรื่อง {number}")
            add_host(forum, host, topic)
            make_promise(host, by=malee, topic=topic, forum=forum)

    fill(0, 3)
    path = f"/en/admin/governance/{model}/"
    few = question_count(client, path)
    fill(3, 9)
    assert question_count(client, path) == few
    assert client.get(path, {"q": "การนำ"}).status_code == 200
