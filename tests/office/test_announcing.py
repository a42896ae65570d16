"""Announcing a round on its page in the admin, with the draft of the news."""

import datetime

import pytest
from django.utils import timezone

from governance.models import Announcement, Award
from loei_coop.common.errors import WorkflowError
from loei_coop.news import workflow as news_workflow
from loei_coop.news.models import PressRelease
from loei_coop.news.states import ReleaseState
from loei_coop.office import announce as acts
from tests.factories import make_agency
from tests.governance.admin.reviews import signed_in
from tests.governance.assessing import make_officer, open_round
from tests.governance.confirmed import confirmed_cases
from tests.networks.guided.walk import carry_out, complaints, consequences, said

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("english")]

RIGHTS = ("view_assessmentround", "add_announcement", "publish_pressrelease", "view_pressrelease")


@pytest.fixture
def wanida():
    return make_officer("wanida", *RIGHTS)


@pytest.fixture
def round_():
    """Two organizations at ดีเด่น, one at no level; nobody can ask to reconsider any more."""
    make_agency(code="loei-cooperative-office")
    make_agency("จังหวัดเลย", code="loei-province")
    round_ = open_round(reconsideration_days=0)
    confirmed_cases(round_, [100, 100, 75], district=None)
    return round_


def page(round_, act="announce"):
    return f"/en/admin/governance/assessmentround/{round_.pk}/{act}/"


def form(round_, **values):
    best = round_.edition.levels.order_by("-minimum").first()
    given = {"levels": [best.pk], "award_object": "plaque", "area_level": "province"}
    return {**given, "announced_time": "09:00", **values}


def tomorrow():
    return timezone.localdate() + datetime.timedelta(days=1)


def test_the_officer_is_told_who_is_named_before_anything_happens(round_, wanida):
    told = consequences(signed_in(wanida).post(page(round_), form(round_)))
    assert "1. สหกรณ์ที่ 0 จำกัด" in told
    assert told[0].startswith("3 results become public now")
    assert not Announcement.objects.exists()


def test_announcing_makes_awards_and_a_draft_that_names_them(round_, wanida):
    answer = carry_out(signed_in(wanida), page(round_), form(round_))
    assert said(answer)[0].startswith("Announced: 2 awards")
    release = PressRelease.objects.get()
    assert release.state == ReleaseState.DRAFT
    assert "สหกรณ์ที่ 1 จำกัด" in release.body
    assert Award.objects.public().count() == 2


def test_the_message_leads_to_the_draft(round_, wanida):
    answer = carry_out(signed_in(wanida), page(round_), form(round_))
    assert f"/news/pressrelease/{PressRelease.objects.get().pk}/" in said(answer)[1]


def test_without_an_award_there_is_no_draft(round_, wanida):
    carry_out(signed_in(wanida), page(round_), form(round_, levels=[]))
    assert not PressRelease.objects.exists()
    assert Announcement.objects.count() == 1


def test_at_a_time_to_come_nothing_is_public_yet(round_, wanida):
    data = form(round_, announced_on=tomorrow().isoformat(), announced_time="09:00")
    carry_out(signed_in(wanida), page(round_), data)
    (announcement,) = Announcement.objects.all()
    local = timezone.localtime(announcement.announced_at)
    assert (local.date(), local.hour) == (tomorrow(), 9)
    assert not Award.objects.public().exists()


def test_a_past_time_is_refused_and_what_was_typed_stays(round_, wanida):
    answer = signed_in(wanida).post(page(round_), form(round_, announced_on="1/1/2568"))
    assert complaints(answer) == ["This time is over. Give a later one, or announce at once."]
    assert "1/1/2568" in answer.text


def test_who_could_still_ask_to_reconsider_is_named_first(wanida):
    round_ = open_round()
    confirmed_cases(round_, [100], district=None)
    client = signed_in(wanida)
    assert "สหกรณ์ที่ 0 จำกัด" in complaints(client.post(page(round_), form(round_)))[0]
    assert consequences(client.post(page(round_), form(round_, despite_open_time="on")))


def test_calling_off_takes_the_news_that_wait_with_it(round_, wanida):
    nine = timezone.now() + datetime.timedelta(days=1)
    best = {level.pk for level in round_.edition.levels.order_by("-minimum")[:1]}
    _made, release = acts.announce(round_, acts.AwardTerms(levels=best), by=wanida, at=nine)
    PressRelease.objects.filter(pk=release.pk).update(state=ReleaseState.APPROVED)
    release.refresh_from_db()
    news_workflow.publish(release, by=wanida, at=nine)
    carry_out(signed_in(wanida), page(round_, "call-off"), {})
    release.refresh_from_db()
    assert (release.state, release.published_at) == (ReleaseState.APPROVED, None)


def test_news_of_a_round_that_was_called_off_cannot_be_published(round_, wanida):
    nine = timezone.now() + datetime.timedelta(days=1)
    best = {level.pk for level in round_.edition.levels.order_by("-minimum")[:1]}
    made, release = acts.announce(round_, acts.AwardTerms(levels=best), by=wanida, at=nine)
    acts.call_off(made, by=wanida)
    PressRelease.objects.filter(pk=release.pk).update(state=ReleaseState.APPROVED)
    release.refresh_from_db()
    with pytest.raises(WorkflowError, match="announce the results first"):
        news_workflow.publish(release, by=wanida)


def test_whoever_may_not_announce_is_refused(round_):
    vichai = make_officer("vichai", "view_assessmentround")
    assert signed_in(vichai).get(page(round_)).status_code == 403
