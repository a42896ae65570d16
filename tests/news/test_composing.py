import datetime

import pytest
from django.utils import timezone

from governance.models import AssessmentRound, Award, Forum
from loei_coop.common.errors import WorkflowError
from loei_coop.common.records import remove_samples
from loei_coop.news import workflow
from loei_coop.news.choices import ReleaseKind
from loei_coop.news.composing import compose, differences, flagged
from loei_coop.news.facts.collecting import Subject
from loei_coop.news.facts.times import today
from loei_coop.news.models import PressRelease, Statement
from loei_coop.thai.dates import PartialDate, Precision
from networks.models import CommitteeTerm, District, Organization
from tests.factories import make_organization, make_person
from tests.news.factories import make_statement

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("records")]
K = ReleaseKind


def year(number):
    return PartialDate(datetime.date(number, 1, 1), Precision.YEAR)


def value(release, name):
    return release.facts[name]["value"]


def published(release, head, publisher):
    workflow.approve(release, by=head)
    workflow.publish(release, by=publisher)
    return release


def test_one_cooperative_more_moves_what_is_composed_today():
    compose(K.NETWORK_FORMED, Subject(today()))
    make_organization("สหกรณ์การเกษตรใหม่ จำกัด")
    later = compose(K.NETWORK_FORMED, Subject(today()))
    assert [value(later, name) for name in ("cooperatives", "groups", "total")] == [90, 59, 149]
    assert "สหกรณ์ 90 สหกรณ์ และกลุ่มเกษตรกร 59 กลุ่ม รวม 149 แห่ง" in later.body


def test_it_flags_a_published_release_of_today_and_leaves_its_text(pranee, somsri):
    release = published(compose(K.NETWORK_FORMED, Subject(today())), pranee, somsri)
    text = release.body
    assert flagged() == []
    make_organization("สหกรณ์การเกษตรใหม่ จำกัด")
    (row,) = flagged()
    found = {d.name: (d.before["value"], d.now["value"]) for d in row.differences}
    assert row.release == release
    assert found == {"cooperatives": (89, 90), "total": (148, 149)}
    release.refresh_from_db()
    assert release.body == text


def test_what_its_writer_told_is_not_compared(django_assert_num_queries):
    for kind in (K.FREE, K.PHOTO_NEWS):
        compose(kind, Subject(today(), typed={"event": "ประชุม"}))
    PressRelease.objects.update(state="approved")
    PressRelease.objects.filter(code__isnull=False).update(state="draft")
    with django_assert_num_queries(1):
        assert flagged() == []


def test_what_comes_on_another_day_does_not_flag_it(pranee, somsri):
    yesterday = timezone.localdate() - datetime.timedelta(days=1)
    history = Organization.history.model.objects
    history.update(history_date=timezone.now() - datetime.timedelta(days=2))
    release = compose(K.NETWORK_FORMED, Subject(PartialDate(yesterday)))
    make_organization("สหกรณ์การเกษตรใหม่ จำกัด")
    assert differences(release) == []


def test_what_was_registered_by_then_and_entered_late_flags_it():
    yesterday = timezone.localdate() - datetime.timedelta(days=1)
    history = Organization.history.model.objects
    history.update(history_date=timezone.now() - datetime.timedelta(days=2))
    release = compose(K.NETWORK_FORMED, Subject(PartialDate(yesterday)))
    make_organization("สหกรณ์การเกษตรใหม่ จำกัด", registered_on=yesterday)
    assert [row.name for row in differences(release)] == ["cooperatives", "total"]


def test_a_release_of_the_past_takes_the_recorded_figures_on_any_day_of_that_year():
    as_of = PartialDate(datetime.date(2013, 6, 30))
    release = compose(K.NETWORK_FORMED, Subject(as_of))
    assert value(release, "total") == 148
    assert "release-network" not in release.body
    assert release.facts["cooperatives"]["source"].startswith("ข่าวประชาสัมพันธ์")


def test_a_district_that_moves_today_leaves_the_networks_of_the_past():
    district = District.objects.get(name="นาด้วง")
    district.network_id, district.network_order = 3, 9
    district.save()
    past = value(compose(K.NETWORK_FORMED, Subject(year(2013))), "networks")
    assert past[0]["districts"] == ["เมืองเลย", "นาด้วง"]
    now = value(compose(K.NETWORK_FORMED, Subject(today())), "networks")
    assert now[0]["districts"] == ["เมืองเลย"]


def test_a_name_that_is_corrected_flags_the_release():
    release = PressRelease.objects.get(code="round-results-2556")
    tha_li = Organization.objects.get(code="0008")
    tha_li.name = "สหกรณ์การเกษตรเมืองท่าลี่ จำกัด"
    tha_li.save()
    assert [row.name for row in differences(release)] == ["awards"]


def test_today_quotes_nobody_of_2556_and_the_networks_are_there():
    body = compose(K.NETWORK_FORMED, Subject(today())).body
    assert "กล่าวว่า" not in body
    assert "จังหวัดเลยมีเครือข่ายสหกรณ์และกลุ่มเกษตรกรในระดับพื้นที่" in body


def test_words_are_quoted_once_their_speaker_agrees():
    words = make_statement("เราจะเดินไปด้วยกัน", campaign_id=campaign(), speaker=make_person())
    assert "เดินไปด้วยกัน" not in compose(K.NETWORK_FORMED, Subject(today())).body
    Statement.objects.filter(pk=words.pk).update(is_agreed=True)
    body = compose(K.NETWORK_FORMED, Subject(today())).body
    assert "นายสมชาย ใจดี ผู้จัดการ กล่าวว่า เราจะเดินไปด้วยกัน" in body


def campaign():
    return Statement.objects.get(code="anan-networks").campaign_id


def test_what_rests_on_samples_is_a_sample():
    assert compose(K.NETWORK_FORMED, Subject(today())).is_sample
    assert not compose(K.NETWORK_FORMED, Subject(year(2013))).is_sample


def test_one_that_was_published_stays_when_the_samples_go(pranee, somsri):
    release = published(compose(K.NETWORK_FORMED, Subject(today())), pranee, somsri)
    _removed, kept = remove_samples()
    assert kept == [release]
    assert [row.release for row in flagged()] == [release]


@pytest.mark.parametrize(
    ("kind", "as_of"),
    [
        (K.NETWORK_FORMED, year(2010)),
        (K.YEARLY_SUMMARY, year(2010)),
        (K.NEW_COMMITTEE, year(2010)),
        (K.ROUND_RESULTS, year(2013)),
        (K.FORUM, year(2013)),
    ],
)
def test_without_records_there_is_a_sentence_and_no_release(kind, as_of):
    before = PressRelease.objects.count()
    with pytest.raises(WorkflowError, match=r"\w"):
        compose(kind, Subject(as_of))
    assert PressRelease.objects.count() == before


def test_the_sentence_names_the_year(english):
    with pytest.raises(WorkflowError, match=r"recorded for 2010 \(B\.E\. 2553\)"):
        compose(K.NETWORK_FORMED, Subject(year(2010)))


class TestTense:
    def of_2556(self):
        round_ = AssessmentRound.objects.get(is_recorded=True)
        return compose(K.ROUND_RESULTS, Subject(year(2013), round=round_)).body

    def test_a_plaque_that_was_presented_is_told_so(self):
        place = {"place": "ศาลากลางจังหวัดเลย", "presented_on": datetime.date(2013, 7, 1)}
        Award.objects.update(state="presented", **place)
        assert (
            "ซึ่งได้รับมอบโล่รางวัลจากนายสมพงษ์ อรุณโรจน์ปัญญา ผู้ว่าราชการจังหวัดเลย "
            "เมื่อวันที่ 1 กรกฎาคม 2556 ณ ศาลากลางจังหวัดเลย"
        ) in self.of_2556()

    def test_a_forum_that_was_held_is_told_so(self):
        Forum.objects.update(state="held", held_on=datetime.date(2013, 6, 20))
        assert "เมื่อวันที่ 20 มิถุนายน 2556 สำนักงานสหกรณ์จังหวัดเลยได้จัดเวที" in self.of_2556()

    def test_without_a_forum_its_section_is_left_out(self):
        Forum.objects.update(state="cancelled", cancellation_text="เลื่อนไม่มีกำหนด")
        assert "ไตรมาส" not in self.of_2556()

    def test_a_revoked_award_is_no_longer_told(self):
        values = {"revoked_on": datetime.date(2014, 1, 1), "revoked_order": "1/2557"}
        rows = Award.objects.filter(order=3)
        rows.update(state="revoked", revocation_text="เพิกถอน", **values)
        assert "ด่านซ้าย" not in self.of_2556()


def test_other_kinds_are_composed_from_their_records():
    term = CommitteeTerm.objects.get(code="committee-2556")
    body = compose(K.NEW_COMMITTEE, Subject(year(2013), committee_term=term)).body
    assert "นายก่อเกียรติ ปรีดี ผู้จัดการสหกรณ์ออมทรัพย์ครูเลย จำกัด เป็นประธาน" in body
    body = compose(K.FORUM, Subject(year(2013), forum=Forum.objects.get())).body
    assert "จะจัดเวทีการเรียนรู้" in body
    body = compose(K.YEARLY_SUMMARY, Subject(year(2013))).body
    assert "ในปีงบประมาณ 2556 จังหวัดเลยมีสหกรณ์ 89 สหกรณ์" in body
    assert "จำนวน 5 รางวัล" in body


def test_typed_facts_are_kept_and_never_flag_a_release():
    typed = {"occasion": "เวทีเสวนา", "day": datetime.date(2025, 2, 26), "time": datetime.time(9)}
    release = compose(K.PHOTO_NEWS, Subject(today(), typed=typed))
    assert value(release, "day") == {
        "text": "วันที่ 26 กุมภาพันธ์ 2568",
        "text_en": "26 February 2025",
    }
    assert differences(release) == []


def test_facts_lead_to_their_records():
    release = PressRelease.objects.get(code="network-formed-2556")
    chair = release.facts["chair"]
    assert chair["links"][0]["label"] == "นายก่อเกียรติ ปรีดี"
    assert chair["links"][0]["admin"].startswith("/admin/networks/person/")
    assert chair["links"][1]["public"] == "/organizations/0001/"
