"""The public pages of learning from one another: what is shared, and nothing else."""

import datetime
import json

import pytest
from django.conf import settings
from django.core.management import call_command

from governance import materials, workflow
from governance.models import Category, Forum, Topic
from governance.states import AwardState, ForumState
from governance.workflow import Grounds
from loei_coop.common.records import load
from tests.common.uploads.pictures import picture, sent
from tests.governance.admin.reviews import question_count
from tests.governance.assessing import make_manager
from tests.governance.exchanging import (
    add_host,
    held,
    make_award,
    make_forum,
    make_host,
    make_topic,
    make_wanida,
    proposed,
    shared,
)
from tests.governance.factories import make_standard
from tests.networks.pages import words

pytestmark = pytest.mark.django_db
LIST = "/en/practices/"


def page(client, path):
    answer = client.get(path)
    assert answer.status_code == 200
    return words(answer)


# The list


def test_without_any_practice_the_page_says_how_one_comes(client):
    assert "No practice is shared yet." in page(client, LIST)


def test_practices_stand_by_topic_with_their_hosts(client):
    practice = shared()
    text = page(client, LIST)
    assert practice.topic.name in text
    assert "1 practice" in text
    assert (practice.title in text, practice.organization.name in text) == (True, True)


@pytest.mark.parametrize("state", ["proposed", "agreed", "selected", "withdrawn"])
def test_what_is_not_shared_is_nowhere(client, state):
    officer, practice = make_wanida(), shared()
    workflow.take_down(practice, by=officer, reason="ข้อมูลเก่า")
    type(practice).objects.filter(pk=practice.pk).update(state=state)
    paths = [LIST, practice.topic.get_absolute_url(), practice.organization.get_absolute_url()]
    paths += ["/", "/sitemap.xml", f"/search/?q={practice.title}"]
    assert [path for path in paths if f"/practices/{practice.pk}/" in client.get(path).text] == []
    assert client.get(f"/practices/{practice.pk}/").status_code == 404


def test_the_list_is_narrowed_by_topic_standard_and_network(client):
    shared(make_host("สหกรณ์ที่หนึ่ง จำกัด", network=1), title="เรื่องแรก")
    other = shared(make_host("สหกรณ์ที่สอง จำกัด", network=2), title="เรื่องที่สอง")
    for query in (
        f"topic={other.topic.code}",
        f"standard={other.topic.standard.code}",
        "network=2",
    ):
        text = page(client, f"{LIST}?{query}")
        assert ("เรื่องที่สอง" in text, "เรื่องแรก" in text) == (True, False), query


def test_of_what_matches_nothing_the_way_back_is_shown(client):
    shared(make_host(network=1))
    topic = make_topic("เรื่องที่ไม่มีใครถ่ายทอด")
    assert "No practice matches all of these." in page(client, f"{LIST}?topic={topic.code}")


def test_an_unknown_choice_is_left_out_and_a_page_too_far_is_none(client):
    practice = shared()
    assert practice.title in page(client, f"{LIST}?topic=nowhere")
    assert client.get(f"{LIST}?page=9").status_code == 404


@pytest.mark.parametrize("path", [LIST, "/forums/", "/", "topic"])
def test_three_and_thirty_rows_take_the_same_queries(client, path):
    topic, forum = make_topic(), make_forum()
    path = topic.get_absolute_url() if path == "topic" else path
    manager_of = {}

    def fill(number):
        for _row in range(number):
            place = len(manager_of)
            host = make_host(f"สหกรณ์ที่ {place} จำกัด")
            manager_of[place] = make_manager(host, f"head-{place}")
            shared(host, topic=topic, manager=manager_of[place])
            add_host(forum, host, topic)

    fill(3)
    few = question_count(client, path)
    fill(24)
    assert question_count(client, path) == few


# One practice


def test_its_page_tells_host_topic_award_and_where_it_was_told(client):
    host = make_host(phone="0 4288 7001")
    practice = shared(host, grounds=Grounds(award=make_award(host)))
    add_host(held(make_forum("เวทีที่จัดแล้ว"), make_wanida()), host, practice.topic, practice=practice)
    text = page(client, practice.get_absolute_url())
    parts = [practice.summary, host.name, "0 4288 7001", practice.topic.name, "ธรรมาภิบาล"]
    assert [part for part in [*parts, "เวทีที่จัดแล้ว"] if part not in text] == []


def test_that_it_comes_from_a_strong_item_is_not_told(client):
    """What is strong in a result is the organization's own."""
    practice = shared()
    assert "item" not in page(client, f"/en/practices/{practice.pk}/").lower()


def test_contacts_of_persons_are_not_on_it(client):
    host = make_host()
    manager = make_manager(host)
    manager.person.phone = "081 234 5678"
    manager.person.save()
    practice = shared(host, manager=manager)
    text = page(client, f"/en/practices/{practice.pk}/")
    assert ("081 234 5678" in text, "The office puts you in touch" in text) == (False, True)


def test_an_award_revoked_later_is_told_as_such(client):
    host = make_host()
    award = make_award(host)
    practice = shared(host, grounds=Grounds(award=award))
    award.state, award.revoked_on = AwardState.REVOKED, datetime.date(2020, 1, 1)
    award.revoked_order, award.revocation_text = "1/2563", "เพิกถอน"
    award.save()
    assert "revoked" in page(client, f"/en/practices/{practice.pk}/")


def test_samples_are_marked_and_not_listed_by_search_engines(client):
    practice = shared(make_host(is_sample=True))
    for path in (LIST, practice.get_absolute_url(), practice.topic.get_absolute_url()):
        answer = client.get(path)
        assert 'content="noindex"' in answer.text
        assert "notice-sample" in answer.text
    assert practice.get_absolute_url() not in client.get("/sitemap.xml").text


def test_markup_in_a_text_is_shown_as_text(client):
    practice = shared(title="<script>alert(1)</script>")
    assert "<script>alert" not in client.get(practice.get_absolute_url()).text


def test_a_material_goes_out_as_a_file_once_the_practice_is_shared(client):
    host = make_host()
    manager, officer = make_manager(host), make_wanida()
    practice = proposed(host, by=manager)
    row = materials.add(practice, upload=sent(picture()), title="ป้ายหน้าสำนักงาน", by=manager)
    path = f"/practices/{practice.pk}/materials/{row.pk}/"
    assert client.get(path).status_code == 404
    workflow.select(practice, by=officer, reason="ดี")
    workflow.share(practice, by=officer)
    answer = client.get(path)
    assert answer.headers["Content-Disposition"].startswith("attachment")
    assert b"".join(answer.streaming_content).startswith(b"\xff\xd8")


# Topics and forums


def test_the_page_of_a_topic_tells_practices_hosts_and_leaders(client):
    standard = make_standard()
    topic = make_topic(standard=standard)
    practice = shared(topic=topic)
    host = make_host("สหกรณ์ในเวที จำกัด")
    add_host(make_forum(), host, topic)
    leader = make_host("สหกรณ์ที่ได้รางวัล จำกัด")
    make_award(leader, standard=standard, title="")
    text = page(client, topic.get_absolute_url())
    assert [o for o in (practice.organization, host, leader) if o.name not in text] == []


def test_an_award_that_is_not_announced_makes_no_leader(client):
    standard = make_standard()
    leader = make_host("สหกรณ์ที่ได้รางวัล จำกัด")
    make_award(leader, standard=standard, title="", is_recorded=False)
    topic = make_topic(standard=standard)
    assert leader.name not in page(client, topic.get_absolute_url())


def test_a_forum_in_preparation_has_no_page(client):
    forum = make_forum(state=ForumState.PREPARED)
    assert client.get(forum.get_absolute_url()).status_code == 404
    assert "No forum is announced yet." in page(client, "/en/forums/")


@pytest.mark.parametrize(
    ("state", "sentence"),
    [
        (ForumState.PLANNED, "To be held in fiscal year 2026 (B.E. 2569)"),
        (ForumState.HELD, "Held: January 2026"),
        (ForumState.CANCELLED, "Does not take place"),
    ],
)
def test_the_tense_follows_the_state(client, state, sentence):
    forum = make_forum()
    if state == ForumState.HELD:
        held(forum, make_wanida())
    if state == ForumState.CANCELLED:
        workflow.cancel_forum(forum, by=make_wanida(), text="น้ำท่วมใหญ่")
        assert "น้ำท่วมใหญ่" in page(client, f"/en{forum.get_absolute_url()}")
    assert sentence in page(client, f"/en{forum.get_absolute_url()}")


def test_a_day_not_set_is_told_apart_from_one_that_no_source_tells(client):
    assert "Not yet set" in page(client, f"/en{make_forum().get_absolute_url()}")


# The forum of 2556


@pytest.fixture
def forum_2556():
    load(with_samples=False)
    return Forum.objects.get(fiscal_year=2013)


def test_the_forum_of_2556_stands_as_the_source_tells_it(client, forum_2556):
    text = page(client, f"/en{forum_2556.get_absolute_url()}")
    assert "To be held in quarter 3 of fiscal year 2013 (B.E. 2556)" in text
    assert text.count("Not recorded in the source") == 2
    assert "Whether and when is not recorded." in text


def test_its_hosts_stand_in_order_and_are_no_award_holders(client, forum_2556):
    text = page(client, f"/en{forum_2556.get_absolute_url()}")
    first, second = "สหกรณ์ออมทรัพย์โรงพยาบาลเลย จำกัด", "สหกรณ์การเกษตร กรป.กลาง นพค.เลย จำกัด"
    assert text.index("Leadership") < text.index(first) < text.index(second)
    assert "they do not hold an award by “Cooperative Quality Award (CQA)” for it" in text


def test_it_is_found_on_the_page_of_a_host_at_home_and_in_the_search(client, forum_2556):
    address = forum_2556.get_absolute_url()
    for path in ("/organizations/0005/", "/", "/forums/", "/sitemap.xml"):
        assert address in client.get(path).text, path
    assert address in client.get("/search/", {"q": "การนำองค์กร"}).text
    assert address in client.get("/search/", {"q": "2556 เวที"}).text


def test_a_topic_for_each_category_of_the_criteria(forum_2556):
    known = {(row.standard_id, row.category_code) for row in Topic.objects.all()}
    asked = Category.objects.values_list("edition__standard", "number")
    assert set(asked) == known


def test_loading_twice_changes_nothing(forum_2556):
    call_command("load_records", verbosity=0)
    assert Forum.objects.count() == 1
    entries = json.loads((settings.BASE_DIR / "fixtures/governance/exchange-2556.json").read_text())
    assert forum_2556.hosts.count() == sum(e["model"].endswith("forumhost") for e in entries) == 2
