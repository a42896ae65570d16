"""The letter to a winner, before and after the announcement."""

import datetime

import pytest
from django.utils import timezone

from governance.award_invitation import Ceremony, invitation_pdf, letter_of
from governance.models import Award
from tests.common.papers.reading import compact, copied
from tests.factories import make_group, make_organization, make_person
from tests.governance.admin.reviews import signed_in
from tests.governance.assessing import make_officer

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


def test_the_officer_fills_in_day_and_place_and_prints(award):
    client = signed_in(make_officer("wanida", "view_award"))
    page = f"/en/admin/governance/award/{award.pk}/invitation/"
    assert "Print the letter" in client.get(page).text
    answer = client.get(
        page, {"print": "1", "day": "5/12/2569", "time": "09:30", "place": "ศาลากลาง"}
    )
    assert answer["Content-Type"] == "application/pdf"


def test_a_day_that_does_not_exist_is_told_and_the_place_is_kept(award):
    client = signed_in(make_officer("wanida", "view_award"))
    page = f"/en/admin/governance/award/{award.pk}/invitation/"
    answer = client.get(page, {"print": "1", "day": "31/2/2569", "place": "ศาลากลาง"})
    assert answer["Content-Type"].startswith("text/html")
    assert "ศาลากลาง" in answer.text


def test_nobody_is_invited_to_what_was_revoked(award):
    Award.objects.filter(pk=award.pk).update(
        state="revoked", revoked_order="1/2569", revoked_on="2026-01-05", revocation_text="เพิกถอน"
    )
    client = signed_in(make_officer("wanida", "view_award"))
    assert client.get(f"/en/admin/governance/award/{award.pk}/invitation/").status_code == 404
