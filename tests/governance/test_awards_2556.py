"""The five plaques that the press release tells of."""

import re

import pytest

from governance.certificates import certificates_pdf
from governance.models import Award
from networks.models import Organization
from tests.common.papers.reading import compact, copied, pages
from tests.governance.awards import make_award

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("records")]


def test_they_are_to_be_presented_by_the_governor_on_a_day_that_is_not_recorded(client):
    response = client.get("/awards/2556/")
    codes = [award.organization.code for award in response.context["awards"]]
    assert codes == ["0004", "0005", "0006", "0007", "0008"]
    assert response.text.count("นายสมพงษ์ อรุณโรจน์ปัญญา") == 5
    assert response.text.count("ไม่ปรากฏในแหล่งข้อมูล") == 10


def test_each_rests_on_its_result_and_their_source_is_told_once(client):
    response = client.get("/awards/2556/")
    results = [award.assessment for award in response.context["awards"]]
    assert {result.local_level for result in results} == {"ดีเด่น"}
    assert len(re.findall("ต้นฉบับไม่ระบุวันที่", response.text)) == 1


def test_each_is_verified_by_a_code_that_stays(client):
    for number in range(1, 6):
        assert client.get(f"/verify/governance-2556-{number}/").status_code == 200


def test_all_are_pilots_of_the_province_and_lead_the_learning():
    rows = Award.objects.leading()
    words = {(row.award_object, row.area_level, row.is_pilot, row.state) for row in rows}
    assert words == {("plaque", "province", True, "waiting")}
    assert rows.count() == 5


@pytest.mark.parametrize("award_object", ["plaque", "certificate"])
def test_the_longest_name_of_the_register_fits_on_one_page(poppler, award_object):
    longest = max(Organization.objects.all(), key=lambda row: len(row.name))
    values = {"excellence": "ด้านการมีส่วนร่วม", "is_pilot": True, "is_sample": True}
    award = make_award(longest, award_object=award_object, **values)
    pdf = certificates_pdf([award], address_of=lambda award: award.get_absolute_url())
    assert pages(pdf) == 1
    assert compact(longest.name) in compact(copied(pdf))
