"""The slip on paper: what it says, and what it must not."""

import io

import pytest
import segno

from networks import access
from networks.choices import CommitteeOffice
from networks.models import Person
from networks.querysets.people import OFFICE_CODE
from networks.slips import qr_code, slips_of, slips_pdf
from tests.common.papers.reading import compact, copied, pages
from tests.factories import (
    appoint,
    make_agency,
    make_group,
    make_member,
    make_organization,
    make_person,
    make_term,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("poppler")]

PAGE = "https://portal.example.go.th/account/activate/"
THALI = "สหกรณ์การเกษตรท่าลี่ จำกัด"


@pytest.fixture
def manager():
    make_agency(code=OFFICE_CODE, phone="042-811-234", address="ถนนมลิวรรณ\nจังหวัดเลย 42000")
    person = make_person()
    appoint(person, at=make_organization(THALI, code="0005"))
    return person


def issued(*people):
    chosen = access.recipients(Person.objects.filter(pk__in=[person.pk for person in people]))
    return access.issue_codes(chosen, by=None)


def paper(*new_codes):
    return slips_pdf(slips_of(list(new_codes), page=PAGE))


def test_the_slip_says_for_whom_where_how_and_until_when(manager):
    (new,) = issued(manager)
    text = compact(copied(paper(new)))
    code = new.issued.code
    wanted = [
        *("สำนักงานสหกรณ์จังหวัดเลย", "โทร.042-811-234", "ใบแจ้งรหัสเข้าใช้งานครั้งแรก"),
        *("นายสมชายใจดี", "ผู้จัดการ" + compact(THALI), f"{code[:4]}-{code[4:]}", "ชื่อผู้ใช้0005", PAGE),
        *("ตัวเลขสี่หลักไม่มีในใบแจ้งนี้", "1.สแกนคิวอาร์โค้ด", "ลงชื่อ", "ประทับตรา"),
    ]
    assert [part for part in wanted if part not in text] == []


def test_the_four_digits_are_nowhere_in_what_makes_the_slip(manager):
    (new,) = issued(manager)
    (slip,) = slips_of([new], page=PAGE)
    assert set(slip) == {
        *("person", "posts", "is_sample", "page", "qr", "code", "user_name", "last_day"),
        "has_digits",
    }
    assert new.issued.digits not in slip.values()


def test_the_qr_code_carries_the_code_and_not_the_digits(manager):
    (new,) = issued(manager)
    (slip,) = slips_of([new], page=PAGE)
    assert slip["qr"] == f"{PAGE}code/{slip['code']}/"
    drawing = io.BytesIO()
    segno.make(slip["qr"], error="m").save(drawing, kind="svg", xmldecl=False, border=2, scale=4)
    assert qr_code(slip["qr"]) == drawing.getvalue().decode()


def test_thai_digits_spare_what_is_typed(manager, settings):
    settings.PAPER_THAI_DIGITS = True
    (new,) = issued(manager)
    text = compact(copied(paper(new)))
    code = new.issued.code
    assert [part in text for part in ("โทร.๐๔๒-๘๑๑-๒๓๔", "ชื่อผู้ใช้0005", "๑.สแกน")] == [True] * 3
    assert f"{code[:4]}-{code[4:]}" in text


def test_there_is_a_page_for_each_person_however_many_tasks_one_has(manager):
    other = make_person("มาลี", "ดีงาม")
    for body in (make_organization(), make_group(), make_group("กลุ่มเกษตรกรทำนาเขาหลวง")):
        appoint(other, "board_chair", at=body)
    term = make_term(name="คณะกรรมการพัฒนาเครือข่ายสหกรณ์และกลุ่มเกษตรกร ระดับจังหวัด")
    make_member(term, CommitteeOffice.SECRETARY, other)
    assert pages(paper(*issued(manager, other))) == 2


def test_a_sample_person_is_marked_as_such(manager):
    Person.objects.update(is_sample=True)
    assert "ข้อมูลตัวอย่าง" in copied(paper(*issued(manager)))


def test_the_words_are_thai_on_whatever_page_the_officer_is(manager):
    from django.utils import translation

    with translation.override("en"):
        text = compact(copied(paper(*issued(manager))))
    assert "ผู้จัดการ" + compact(THALI) in text


def test_without_digits_the_slip_speaks_of_none(manager, settings):
    settings.ACTIVATION_DIGITS = False
    assert "สี่หลัก" not in copied(paper(*issued(manager)))


def test_an_office_without_a_record_has_its_name_on_the_paper():
    person = make_person()
    appoint(person, at=make_organization())
    assert "สำนักงานสหกรณ์จังหวัดเลย" in copied(paper(*issued(person)))
