"""The two releases of 2556 come out of the portal's own records."""

import re

import pytest

from loei_coop.common.records import load, remove_samples
from loei_coop.common.seals import altered_rows
from loei_coop.news import workflow
from loei_coop.news.composing import differences, flagged
from loei_coop.news.models import PressRelease
from loei_coop.news.states import ReleaseState
from tests.factories import make_organization

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("records")]

NETWORK_FACTS = [
    "สหกรณ์ 89 สหกรณ์",
    "กลุ่มเกษตรกร 59 กลุ่ม",
    "รวม 148 แห่ง",
    "ทั้ง 148 แห่ง",
    "หลักการ อุดมการณ์ และวิธีการสหกรณ์",
    "“เครือข่ายเข้มข้น สหกรณ์เข้มแข็ง”",
    "3 ฝ่าย คือ คณะกรรมการดำเนินการ ผู้จัดการ และเจ้าหน้าที่ส่งเสริมสหกรณ์",
    "นายอนันต์ มหัจฉริยพันธุ์ สหกรณ์จังหวัดเลย กล่าวว่า",
    "ที่พึ่งของมวลหมู่สมาชิก",
    "สอดคล้องประสาน สนับสนุน และเอื้อประโยชน์ในการทำงานด้วยกันอย่างสร้างสรรค์",
    "เมื่อการประชุม ปรึกษา และเสวนาเสร็จสิ้น จังหวัดเลยจะมีเครือข่าย",
    "จำนวน 5 เครือข่าย",
    "เครือข่ายที่ 1 ประกอบด้วยสหกรณ์และกลุ่มเกษตรกรในอำเภอเมืองเลย และอำเภอนาด้วง",
    "เครือข่ายที่ 2 ประกอบด้วยสหกรณ์และกลุ่มเกษตรกรในอำเภอภูกระดึง อำเภอหนองหิน และอำเภอผาขาว",
    "เครือข่ายที่ 3 ประกอบด้วยสหกรณ์และกลุ่มเกษตรกรในอำเภอวังสะพุง อำเภอภูหลวง และอำเภอเอราวัณ",
    "เครือข่ายที่ 4 ประกอบด้วยสหกรณ์และกลุ่มเกษตรกรในอำเภอท่าลี่ อำเภอปากชม และอำเภอเชียงคาน",
    "เครือข่ายที่ 5 ประกอบด้วยสหกรณ์และกลุ่มเกษตรกรในอำเภอภูเรือ อำเภอด่านซ้าย และอำเภอนาแห้ว",
    "เครือข่ายละ 3 คน รวม 15 คน",
    "คณะกรรมการพัฒนาเครือข่ายสหกรณ์และกลุ่มเกษตรกร ระดับจังหวัด",
    "ในเรื่ององค์ความรู้ ทุน การตลาด การผลิต สินค้า และบริการ",
    "ในเรื่องทุน องค์ความรู้ การผลิต การตลาด และบริการ",
    "ปัญหา ความเดือดร้อน และความต้องการ",
    "เครือข่ายการพัฒนาสหกรณ์และกลุ่มเกษตรกร จังหวัดเลย",
    "มีนายก่อเกียรติ ปรีดี ผู้จัดการสหกรณ์ออมทรัพย์ครูเลย จำกัด เป็นประธาน",
    "นางสาวกันทิมา สุนทรวีรัตน์ ผู้จัดการสหกรณ์การเกษตรเมืองเลย จำกัด เป็นเลขานุการ",
    "ที่ปรึกษา 3 คน คือ นายอนันต์ มหัจฉริยพันธุ์ สหกรณ์จังหวัดเลย นายก๊ก ดอนสำราญ "
    "ประธานกรรมการสหกรณ์ออมทรัพย์ครูเลย จำกัด และนายเอกวิทย์ สายแก้วเทศ "
    "ประธานกลุ่มเกษตรกรทำสวนบ้านน้ำพุ",
    "(ต้นฉบับไม่ระบุวันที่ คาดว่าเป็นปี พ.ศ. 2556)",
]
AWARD_FACTS = [
    "หลักธรรมาภิบาลและการควบคุมภายใน",
    "ตั้งแต่เดือนกุมภาพันธ์ 2556 ถึงเดือนมิถุนายน 2556",
    "สหกรณ์นำร่อง จำนวน 5 แห่ง ที่มีผลการประเมินธรรมาภิบาลในระดับดีเด่น ระดับจังหวัด",
    "และจะรับโล่รางวัลจากนายสมพงษ์ อรุณโรจน์ปัญญา ผู้ว่าราชการจังหวัดเลย",
    "1. สหกรณ์ออมทรัพย์สาธารณสุขเลย จำกัด\n2. สหกรณ์ออมทรัพย์โรงพยาบาลเลย จำกัด\n"
    "3. สหกรณ์การเกษตรด่านซ้าย จำกัด\n4. สหกรณ์การเกษตร กรป.กลาง นพค.เลย จำกัด\n"
    "5. สหกรณ์การเกษตรท่าลี่ จำกัด",
    "นายอนันต์ มหัจฉริยพันธุ์ สหกรณ์จังหวัดเลย กล่าวว่า สหกรณ์ที่ได้รับโล่ธรรมาภิบาลระดับดีเด่น "
    "ระดับจังหวัด ทั้ง 5 แห่ง จะเป็นผู้นำการแลกเปลี่ยนเรียนรู้",
    "จังหวัดเลยจะจัดการประเมินธรรมาภิบาลทุกปี",
    "ในไตรมาส 3 ของปีงบประมาณ 2556 สำนักงานสหกรณ์จังหวัดเลยจะจัดเวทีการเรียนรู้และแลกเปลี่ยน"
    "ประสบการณ์ในการพัฒนาคุณภาพการบริหารจัดการสหกรณ์และกลุ่มเกษตรกร",
    "ภายใต้เกณฑ์คุณภาพการบริหารจัดการสหกรณ์ (Cooperative Quality Award: CQA)",
    "เพื่อพัฒนาอย่างต่อเนื่องจากประสบการณ์ในการนำแผนกลยุทธ์ไปสู่การปฏิบัติ "
    "และพัฒนาเครือข่ายความร่วมมือระหว่างสหกรณ์และกลุ่มเกษตรกร",
    "โดดเด่นเรื่องการนำองค์กร มาแลกเปลี่ยนประสบการณ์ จำนวน 2 แห่ง ได้แก่\n\n"
    "1. สหกรณ์ออมทรัพย์โรงพยาบาลเลย จำกัด\n2. สหกรณ์การเกษตร กรป.กลาง นพค.เลย จำกัด",
    "แผนปฏิบัติการ",
    "จากนั้นจะคัดเลือกเรื่องที่โดดเด่น",
    "ความเข้มแข็งของขบวนการสหกรณ์ในจังหวัดเลย",
]
SLOGAN = [
    "“ร้อยรวมใจ มอบให้...เลย”",
    "ริเริ่มสร้างสรรค์ มุ่งมั่นพัฒนา พัฒนาสหกรณ์",
    "Creative thinking Proactive working Develop Cooperatives",
]
# As the sources misspell them, or as the office no longer writes.
FAULTS = ["นาดัง", "ทูน", "ปรีกษา", "ลูกค้า", "ประกอบไปด้วย", " ๆ", " ฯ", "ทั้งนี้ โดย", ":CQA"]


def release(code):
    return PressRelease.objects.get(code=code)


@pytest.mark.parametrize("fact", [*NETWORK_FACTS, *SLOGAN])
def test_the_release_on_the_networks_tells(fact):
    assert fact in release("network-formed-2556").body


@pytest.mark.parametrize("fact", [*AWARD_FACTS, *SLOGAN])
def test_the_release_on_the_awards_tells(fact):
    assert fact in release("round-results-2556").body


@pytest.mark.parametrize("code", ["network-formed-2556", "round-results-2556"])
def test_it_is_spelt_as_it_should_be(code):
    assert [fault for fault in FAULTS if fault in release(code).body] == []


def test_titles_are_those_of_the_sources():
    assert release("network-formed-2556").title == "เลย... สร้างเครือข่ายสหกรณ์"
    assert release("round-results-2556").title == "เลย : ผลักดันให้สหกรณ์เข้าถึงรางวัลคุณภาพ"


def test_both_are_published_on_the_day_of_composing_without_a_date_of_their_own():
    for row in PressRelease.objects.public():
        assert row.published_at == row.composed_at
        assert (row.released_on, row.approved_by, row.is_sample) == (None, None, False)
        assert row.source.code in ("release-network", "release-awards")


def test_the_network_release_bears_a_year_only_where_it_cites_its_source():
    own_words, _line, cited = release("network-formed-2556").body.rpartition("\n")
    assert not re.search("25[0-9]{2}", own_words)
    assert "2556" in cited


def test_they_name_the_organizations_that_they_tell_of():
    named = release("network-formed-2556").organizations.values_list("code", flat=True)
    assert set(named) == {"0001", "0002", "0003"}
    named = release("round-results-2556").organizations.values_list("code", flat=True)
    assert set(named) == {"0004", "0005", "0006", "0007", "0008"}


def test_the_english_summary_has_the_numbers_and_the_tense():
    text = release("network-formed-2556").body_en
    assert "89 cooperatives and 59 farmer groups in Loei Province, 148 in all" in text
    text = release("round-results-2556").body_en
    assert "From February 2013 to June 2013, 5 pilot cooperatives" in text
    assert "are to receive plaques" in text
    assert "the office will hold" in text


def test_loading_again_composes_nothing():
    assert load(with_samples=True).added == {}
    assert PressRelease.objects.count() == 2


def test_a_withdrawn_one_is_not_revived(somsri):
    workflow.withdraw(release("network-formed-2556"), by=somsri, text="จัดทำซ้ำ")
    load(with_samples=False)
    assert release("network-formed-2556").state == ReleaseState.WITHDRAWN


def test_neither_is_flagged_when_samples_go_and_cooperatives_come():
    assert [differences(row) for row in PressRelease.objects.all()] == [[], []]
    remove_samples()
    make_organization("สหกรณ์การเกษตรใหม่ จำกัด")
    assert flagged() == []


def test_both_are_sealed():
    assert list(altered_rows()) == []
