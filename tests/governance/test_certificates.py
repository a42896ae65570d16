"""Certificates and the words for plaques."""

import pytest

from governance import certificates
from loei_coop.common.errors import WorkflowError
from networks.choices import Position
from networks.querysets.people import OFFICE_CODE
from tests.common.papers.reading import compact, copied, pages
from tests.factories import appoint, make_agency, make_organization, make_person
from tests.governance.assessing import LAST_YEAR
from tests.governance.awards import make_award, revoked

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("poppler")]


def printed(*awards):
    return certificates.certificates_pdf(
        awards, address_of=lambda award: f"https://portal.example.go.th/verify/{award.code}/"
    )


def lacking(pdf, *wanted):
    text = compact(copied(pdf))
    return [part for part in wanted if compact(part) not in text]


def test_a_certificate_says_whom_for_what_and_where_it_is_verified():
    award = make_award(award_object="certificate", code="abcdefgh23", number="5/2569")
    wanted = ["เกียรติบัตร", "สหกรณ์การเกษตรท่าลี่ จำกัด", "การประเมินธรรมาภิบาล", "ระดับดีเด่น ระดับจังหวัด"]
    facts = [
        "ปีงบประมาณ พ.ศ. 2569",
        "เลขที่ 5/2569",
        "abcdefgh23",
        "https://portal.example.go.th/verify/",
    ]
    assert lacking(printed(award), *wanted, *facts) == []


def test_a_plaque_gives_the_words_for_its_maker():
    pdf = printed(make_award(is_pilot=True))
    assert lacking(pdf, "ข้อความสำหรับจัดทำโล่รางวัล", "มอบให้", "สหกรณ์นำร่อง") == []


def test_presenter_and_head_of_the_office_sign():
    office = make_agency(code=OFFICE_CODE)
    anan = make_person("อนันต์", "มหัจฉริยพันธุ์")
    appoint(anan, Position.PROVINCIAL_OFFICER, at=office, starts_on=LAST_YEAR)
    award = make_award(presenter=make_person("สมพงษ์"), presenter_post="ผู้ว่าราชการจังหวัดเลย")
    wanted = ["(นายสมพงษ์ ใจดี)", "ผู้ว่าราชการจังหวัดเลย", "(นายอนันต์ มหัจฉริยพันธุ์)", "สหกรณ์จังหวัดเลย"]
    assert lacking(printed(award), *wanted) == []


def test_of_an_award_of_the_past_nobody_of_today_signs():
    office = make_agency(code=OFFICE_CODE)
    appoint(make_person("อนันต์"), Position.PROVINCIAL_OFFICER, at=office, starts_on=LAST_YEAR)
    assert lacking(printed(make_award(is_recorded=True)), "อนันต์") == ["อนันต์"]


def test_a_sample_person_signs_no_real_award():
    office = make_agency(code=OFFICE_CODE)
    head = make_person("สมมุติ", is_sample=True)
    post = {"starts_on": LAST_YEAR, "is_sample": True}
    appoint(head, Position.PROVINCIAL_OFFICER, at=office, **post)
    assert lacking(printed(make_award()), "สมมุติ") == ["สมมุติ"]


def test_many_are_one_file_with_a_page_for_each():
    awards = [make_award(make_organization(f"สหกรณ์ที่ {n} จำกัด")) for n in range(3)]
    assert pages(printed(*awards)) == 3


def test_a_name_of_two_lines_fits_too():
    group = make_organization("สหกรณ์" + "การเกษตรเพื่อการพัฒนา" * 6 + " จำกัด")
    values = {"excellence": "ด้านการมีส่วนร่วม", "is_pilot": True, "is_sample": True}
    assert pages(printed(make_award(group, award_object="certificate", **values))) == 1


def test_a_revoked_award_is_not_printed():
    award, other = revoked(make_award()), make_award(make_organization("สหกรณ์อื่น จำกัด"))
    assert pages(printed(award, other)) == 1
    with pytest.raises(WorkflowError):
        printed(award)


def test_a_sample_says_that_it_is_none():
    assert lacking(printed(make_award(is_sample=True)), "ข้อมูลตัวอย่าง ไม่ใช่รางวัลจริง") == []
