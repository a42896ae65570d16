"""What an organization shows to others, at its desk: a deputy fills in, who leads it decides."""

import pytest
from django.urls import reverse

from governance import materials, workflow
from governance.desk_cards import asked_to_agree
from governance.models import Practice
from governance.states import ForumState, PracticeState
from loei_coop.desk.guards import Desk
from networks import on_behalf
from tests.common.uploads.pictures import picture, sent
from tests.desk.conftest import signed_in
from tests.desk.people import HOME
from tests.desk.test_queries import queries_of
from tests.governance.exchanging import (
    make_award,
    make_forum,
    make_promise,
    make_topic,
    make_wanida,
    proposed,
    shared,
)
from tests.networks.pages import words

pytestmark = pytest.mark.django_db
PAGE = f"{HOME}exchange/"


@pytest.fixture
def topic():
    return make_topic()


def typed(topic, **values):
    return {"topic": topic.pk, "rests_on": "", "title": "ตลาดนัด", "summary": "ทุกวันพุธ", **values}


def address(practice, rest=""):
    return f"{PAGE}practices/{practice.pk}/{rest}"


def test_an_empty_page_says_what_can_be_done(desk):
    text = words(desk.get(PAGE))
    assert "You have proposed nothing yet." in text
    assert "No forum is announced yet." in text


def test_a_manager_proposes_and_the_office_has_it(desk, topic, malee):
    answer = desk.post(f"{PAGE}propose/", typed(topic), follow=True)
    practice = Practice.objects.get()
    assert (practice.state, practice.made_by) == (PracticeState.AGREED, malee)
    assert "The office looks at it." in words(answer)


def test_what_is_missing_keeps_what_was_typed(desk, topic):
    answer = desk.post(f"{PAGE}propose/", typed(topic, title=""))
    assert answer.status_code == 400
    assert answer.context["form"]["summary"].value() == "ทุกวันพุธ"
    assert not Practice.objects.exists()


def test_a_deputys_proposal_waits_with_a_card_for_the_manager(deputys_desk, topic, na_duang, malee):
    deputys_desk.post(f"{PAGE}propose/", typed(topic))
    practice = Practice.objects.get()
    assert practice.state == PracticeState.PROPOSED
    (card,) = asked_to_agree(Desk(na_duang, malee))
    assert card.address == reverse("desk:practice", args=[na_duang.code, practice.pk])


def test_a_deputy_gets_no_such_card_and_may_not_agree(deputys_desk, topic, na_duang, somsak):
    deputys_desk.post(f"{PAGE}propose/", typed(topic))
    assert list(asked_to_agree(Desk(na_duang, somsak))) == []
    practice = Practice.objects.get()
    assert "We agree" not in deputys_desk.get(address(practice)).text
    assert deputys_desk.post(address(practice, "agree/")).status_code == 403


def test_the_manager_agrees_once(desk, deputys_desk, topic):
    deputys_desk.post(f"{PAGE}propose/", typed(topic))
    practice = Practice.objects.get()
    assert "We agree" in desk.get(address(practice)).text
    for expected in ("Thank you.", "This is not possible now"):
        assert expected in words(desk.post(address(practice, "agree/"), follow=True))
    practice.refresh_from_db()
    assert practice.state == PracticeState.AGREED


def test_it_rests_on_an_award_of_the_own_that_was_announced(desk, topic, na_duang):
    award, hidden = make_award(na_duang), make_award(na_duang, is_recorded=False)
    form = desk.get(f"{PAGE}propose/").context["form"]
    offered = str(form.fields["rests_on"].choices)
    assert (f"award-{award.pk}" in offered, f"award-{hidden.pk}" in offered) == (True, False)
    answer = desk.post(f"{PAGE}propose/", typed(topic, rests_on=f"award-{hidden.pk}"))
    assert answer.status_code == 400
    desk.post(f"{PAGE}propose/", typed(topic, rests_on=f"award-{award.pk}"))
    assert Practice.objects.get().award == award


def test_text_is_changed_until_the_office_selects_it(desk, na_duang, malee):
    practice = proposed(na_duang, by=malee)
    desk.post(address(practice, "change/"), {"title": "ชื่อใหม่", "summary": "ใหม่"})
    practice.refresh_from_db()
    assert practice.title == "ชื่อใหม่"
    workflow.select(practice, by=make_wanida(), reason="ดี")
    answer = desk.post(address(practice, "change/"), {"title": "อีกชื่อ", "summary": "ใหม่"})
    assert answer.status_code == 400
    assert "Change the text" not in desk.get(address(practice)).text


def test_the_manager_takes_back_with_a_reason_and_proposes_once_more(desk, na_duang, malee):
    practice = shared(na_duang, manager=malee)
    assert desk.post(address(practice, "take-back/"), {"reason": ""}).status_code == 400
    desk.post(address(practice, "take-back/"), {"reason": "ข้อมูลเก่า"})
    practice.refresh_from_db()
    assert (practice.state, practice.closing_reason) == (PracticeState.WITHDRAWN, "ข้อมูลเก่า")
    other = proposed(na_duang, by=malee, title="อีกเรื่อง")
    workflow.give_up(other, by=make_wanida(), reason="ขอรายละเอียด")
    assert "ขอรายละเอียด" in words(desk.get(address(other)))
    desk.post(address(other, "again/"))
    other.refresh_from_db()
    assert other.state == PracticeState.AGREED


def test_a_deputy_takes_nothing_back(deputys_desk, na_duang, malee):
    practice = shared(na_duang, manager=malee)
    for method in (deputys_desk.get, deputys_desk.post):
        assert method(address(practice, "take-back/")).status_code == 403


@pytest.mark.parametrize(
    "rest", ["", "change/", "agree/", "again/", "take-back/", "materials/", "materials/1/"]
)
def test_of_another_organization_it_does_not_exist(desk, kanya, na_duang, malee, rest):
    practice = proposed(na_duang, by=malee)
    stranger = signed_in(kanya)
    own = address(practice, rest).replace("/0005/", "/0008/")
    for path in (address(practice, rest), own):
        method = stranger.post if rest in ("agree/", "again/") else stranger.get
        assert method(path).status_code == 404, path


# Materials


def test_a_file_is_added_downloaded_and_removed(desk, na_duang, malee):
    practice = proposed(na_duang, by=malee)
    desk.post(address(practice, "materials/"), {"title": "ป้าย", "upload": sent(picture())})
    row = practice.materials.get()
    answer = desk.get(address(practice, f"materials/{row.pk}/"))
    assert "attachment" in answer.headers["Content-Disposition"]
    assert b"".join(answer.streaming_content).startswith(b"\xff\xd8")
    desk.post(address(practice, f"materials/{row.pk}/remove/"))
    assert not practice.materials.exists()


@pytest.mark.parametrize(
    "content",
    [{}, {"url": "ไม่ใช่ที่อยู่"}, {"url": "https://example.com/", "upload": "both"}],
    ids=["neither", "no address", "both"],
)
def test_a_file_or_an_address_one_of_them(desk, na_duang, malee, content):
    practice = proposed(na_duang, by=malee)
    if "upload" in content:
        content = {**content, "upload": sent(picture())}
    assert desk.post(address(practice, "materials/"), content).status_code == 400
    assert not practice.materials.exists()


def test_a_page_is_no_file(desk, na_duang, malee):
    practice = proposed(na_duang, by=malee)
    upload = sent(b"<html>", "หน้า.html")
    answer = desk.post(address(practice, "materials/"), {"upload": upload})
    assert "This kind of file is not taken." in words(answer)


# For a caller


@pytest.fixture
def acting(wichai, malee, na_duang, monkeypatch):
    """Wichai's browser, acting for Malee."""
    from loei_coop.common.acting import Acting

    found = Acting(user=malee, organization=na_duang.code, reason="โทรศัพท์")
    monkeypatch.setattr(on_behalf, "acting_at", lambda request, organization: found)
    return signed_in(wichai)


def test_an_officer_proposes_with_both_names_and_gives_nobodys_word(acting, topic, wichai, malee):
    acting.post(f"{PAGE}propose/", typed(topic))
    practice = Practice.objects.get()
    assert (practice.made_by, practice.on_behalf_of) == (wichai, malee)
    assert practice.state == PracticeState.PROPOSED
    assert acting.post(address(practice, "agree/")).status_code == 403
    assert practice.history.first().change_set.on_behalf_of == malee


def test_pages_take_the_same_queries_for_three_and_thirty_rows(desk, na_duang, malee, topic):
    practice = proposed(na_duang, by=malee, topic=topic, title="เรื่องแรก")

    def fill(first, last):
        for number in range(first, last):
            proposed(na_duang, by=malee, topic=topic, title=f"เรื่อง {number}")
            materials.add(practice, url=f"https://example.com/{number}", by=malee)
            forum = make_forum(state=ForumState.HELD)
            make_promise(na_duang, by=malee, topic=topic, forum=forum)
            make_forum()

    fill(0, 3)
    paths = [PAGE, address(practice), HOME]
    few = [queries_of(desk, path) for path in paths]
    fill(3, 10)
    assert [queries_of(desk, path) for path in paths] == few
