"""The letter to a winner, before and after the announcement."""

import datetime

import pytest
from django.utils import timezone

from governance.award_invitation import Ceremony, invitation_pdf, letter_of
from governance.models import Award
from tests.common.papers.reading import compact, copied
from tests.factories import make_group, make_organization, make_person

pytestmark = pytest.mark.django_db


@pytest.fixture
def award():
    return Award.objects.create(
        organization=make_organization("สหกรณ์การเกษตรท่าลี่ จำกัด"),
        title="ธรรมาภิบาลในสหกรณ์",
        fiscal_year=2026,
        award_object="plaque",
        result_level="ดีเด่น",
        presenter=make_person("สมพงษ์", "อรุณโรจน์ปัญญา", title="นาย"),
        presenter_post="ผู้ว่าราชการจังหวัดเลย",
        announced_at=timezone.make_aware(datetime.datetime(2099, 12, 1, 9, 0)),
    )


@pytest.mark.usefixtures("poppler")
def test_it_says_for_what_from_whom_and_until_when_to_keep_it_quiet(award):
    ceremony = Ceremony(datetime.date(2099, 12, 5), "09.30 น.", "ศาลากลางจังหวัดเลย")
    text = compact(copied(invitation_pdf(award, ceremony)))
    wanted = [
        *("เรียน ประธานกรรมการสหกรณ์การเกษตรท่าลี่ จำกัด", "ในระดับดีเด่น", "โล่รางวัลระดับจังหวัด"),
        *("จากนายสมพงษ์ อรุณโรจน์ปัญญา ผู้ว่าราชการจังหวัดเลย", "5 ธันวาคม 2642", "ศาลากลางจังหวัดเลย"),
        "งดเผยแพร่ผล",
    ]
    assert [part for part in wanted if compact(part) not in text] == []


def test_once_announced_nothing_is_to_be_kept_quiet(award):
    award.announced_at = timezone.now()
    assert letter_of(award, Ceremony())["embargo"] == ""


def test_a_farmer_group_is_addressed_by_its_chair(award):
    award.organization = make_group("กลุ่มเกษตรกรทำสวนบ้านน้ำพุ")
    assert letter_of(award, Ceremony())["to"] == "ประธานกลุ่มเกษตรกรทำสวนบ้านน้ำพุ"


def test_without_a_presenter_nobody_is_named(award):
    award.presenter = None
    assert letter_of(award, Ceremony())["request"][1] == ""
