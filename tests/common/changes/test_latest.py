"""What changed lately, whatever it was: one page, newest first, with filters."""

import datetime

import pytest

from loei_coop.common.changes import lines as changes_lines
from loei_coop.common.history import recording
from loei_coop.common.models import ImportDecision
from networks.models import OrganizationName
from tests.common.changes.acting import LATEST, act, lines, names, page_of
from tests.factories import (
    appoint,
    make_agency,
    make_district,
    make_group,
    make_name,
    make_network,
    make_organization,
    make_person,
    make_source,
    make_succession,
    seat,
)

pytestmark = pytest.mark.django_db

OCTOBER = datetime.date(2025, 10, 1)


def test_it_tells_what_became_what_newest_first(office, officer):
    person = make_person("สมชาย", "ใจดี")
    act(person, by=officer, last_name="ขยัน", reason="ตามหนังสือ")
    page = page_of(office)
    first, _second = page.context["page"].acts
    assert [tuple(change.values()) for change in first.lines[0].changes] == [
        ("นามสกุล", "ใจดี", "ขยัน")
    ]
    for text in ("somsri", "แบบฟอร์ม", "ตามหนังสือ", "<del>ใจดี</del> → <ins>ขยัน</ins>"):
        assert text in page.text


def test_it_says_on_whose_behalf_and_from_which_file(office, officer, django_user_model):
    malee = django_user_model.objects.create_user("malee")
    known = {"on_behalf_of": malee, "file_name": "ทะเบียน.xlsx"}
    with recording("import", made_by=lambda: officer, **known):
        make_person()
    page = page_of(office).text
    assert "แทน malee" in page
    assert "ทะเบียน.xlsx" in page


def test_each_line_leads_to_the_record_or_to_its_history(office):
    source, group = make_source(), make_group()
    name = make_name(group, "กลุ่มเดิม")
    removed = make_agency()
    pk = removed.pk
    removed.delete()
    found = [line for page_act in page_of(office).context["page"].acts for line in page_act.lines]
    assert [line.address for line in found] == [
        f"/admin/networks/agency/{pk}/history/",
        f"/admin/networks/agency/{pk}/history/",
        f"/admin/networks/farmergroup/{name.organization_id}/change/",
        f"/admin/networks/farmergroup/{group.pk}/change/",
        f"/admin/networks/source/{source.pk}/change/",
    ]
    assert [office.get(line.address).status_code for line in found] == [200] * 5


def test_what_has_no_page_of_its_own_is_told_without_a_link(office, monkeypatch):
    monkeypatch.setattr(changes_lines, "owner_of", lambda model: None)
    make_name(make_group(), "กลุ่มเดิม")
    first, *_others = page_of(office).context["page"].acts
    assert first.lines[0].address is None
    assert "กลุ่มเดิม" in page_of(office).text


def test_only_what_is_edited_in_the_form_of_another_has_an_owner():
    assert changes_lines.owner_of(OrganizationName) == "organization"
    assert changes_lines.owner_of(ImportDecision) is None


def test_one_act_on_one_record_is_one_line(office):
    person = make_person("สมชาย", "ใจดี")
    with recording("form"):
        for last_name in ("ขยัน", "ขยันยิ่ง"):
            person.last_name = last_name
            person.save()
    first, *_others = page_of(office).context["page"].acts
    assert [line.changes for line in first.lines] == [
        [{"field": "นามสกุล", "old": "ใจดี", "new": "ขยันยิ่ง"}]
    ]


def test_what_was_added_and_changed_at_once_was_added(office):
    with recording("form"):
        person = make_person("สมชาย", "ใจดี")
        person.last_name = "ขยัน"
        person.save()
    assert lines(office) == [("+", "นายสมชาย ขยัน")]


def test_what_was_removed_is_called_as_it_was(office):
    organization = make_organization("สหกรณ์ออมทรัพย์ครูเลย จำกัด")
    appointment = appoint(make_person("สมชาย", "ใจดี"), at=organization, starts_on=OCTOBER)
    person = appointment.person
    for row in (appointment, person, organization):
        row.delete()
    assert lines(office)[:3] == [
        ("-", "สหกรณ์ออมทรัพย์ครูเลย จำกัด"),
        ("-", "นายสมชาย ใจดี"),
        ("-", "นายสมชาย ใจดี (ผู้จัดการสหกรณ์ออมทรัพย์ครูเลย จำกัด)"),
    ]


def test_a_record_whose_referred_one_left_no_history_is_called_by_its_number(office):
    appointment = appoint(make_person(), at=make_organization(), starts_on=OCTOBER)
    person, pk = appointment.person, appointment.pk
    appointment.delete()
    person.delete()
    type(person).history.all().delete()
    assert lines(office)[0] == ("-", f"การดำรงตำแหน่ง {pk}")


def test_a_change_of_a_record_without_a_former_state_tells_no_values(office):
    person = make_person()
    person.history.all().delete()
    act(person, last_name="ขยัน")
    (first,) = page_of(office).context["page"].acts
    assert (first.lines[0].kind, first.lines[0].changes) == ("~", [])


def test_no_private_contact_is_shown(office):
    person = make_person()
    act(person, phone="0 8123 4567", phone_public=True)
    assert "0 8123 4567" not in page_of(office).text


class TestFilters:
    @pytest.fixture(autouse=True)
    def acts(self, officer):
        person = make_person("สมชาย", "ใจดี")
        person.history.all().delete()
        group = make_group("กลุ่มเกษตรกรทำสวนบ้านน้ำพุ")
        group.history.all().delete()
        act(person, by=officer, on=datetime.date(2024, 9, 30), reason="ตามหนังสือที่ 12")
        act(group, source="import", on=OCTOBER, file_name="ทะเบียน.xlsx", note="โอนงาน")

    PERSON, GROUP = "นายสมชาย ใจดี", "กลุ่มเกษตรกรทำสวนบ้านน้ำพุ"

    @pytest.mark.parametrize(
        ("query", "found"),
        [
            ({}, [GROUP, PERSON]),
            ({"kind": "networks.person"}, [PERSON]),
            ({"kind": "networks.source"}, []),
            ({"source": "import"}, [GROUP]),
            ({"source": "desk"}, []),
            ({"since": "1/10/2568"}, [GROUP]),
            ({"since": "2 ต.ค. 2568"}, []),
            ({"until": "30/9/2567"}, [PERSON]),
            ({"since": "30/9/2567", "until": "2025-10-01"}, [GROUP, PERSON]),
            ({"until": "29 กันยายน 2567"}, []),
            ({"q": "หนังสือที่ 12"}, [PERSON]),
            ({"q": "ทะเบียน.xlsx"}, [GROUP]),
            ({"q": "โอนงาน"}, [GROUP]),
            ({"q": "บ้าน น้ำพุ"}, [GROUP]),
            ({"q": "สมชาย"}, [PERSON]),
            ({"q": "…"}, []),
            ({"page": "x"}, [GROUP, PERSON]),
            ({"page": "2"}, []),
            ({"page": "99999999999999999999"}, [GROUP, PERSON]),
        ],
    )
    def test_they_leave_what_is_asked_for(self, office, query, found):
        assert names(office, **query) == found

    def test_one_leaves_what_a_person_did(self, office, officer):
        assert names(office, who=officer.pk) == [self.PERSON]

    @pytest.mark.parametrize(
        ("query", "sentence"),
        [
            ({"since": "31/2/2568"}, "เดือนนี้ไม่มีวันที่ดังกล่าว"),
            ({"until": "เมื่อวาน"}, "30/6/2556"),
            ({"since": "2/1/2568", "until": "1/1/2568"}, "วันสุดท้าย"),
            ({"kind": "auth.user"}, "auth.user"),
            ({"source": "magic"}, "magic"),
            ({"who": "99999999999999999999"}, "ตัวเลือก"),
            ({"q": "ก" * 101}, "100"),
        ],
    )
    def test_what_cannot_be_read_gets_a_sentence_and_no_list(self, office, query, sentence):
        response = page_of(office, **query)
        (errors,) = response.context["form"].errors.values()
        assert sentence in errors[0]
        assert response.context["page"] is None
        assert "โปรดแก้ไขช่องที่มีข้อความแจ้ง" in response.text


def test_a_record_is_found_by_those_that_it_refers_to(office):
    appointment = appoint(make_person("เอกวิทย์"), at=make_organization(), starts_on=OCTOBER)
    assert str(appointment) in names(office, q="เอกวิทย์", kind="networks.appointment")


def test_an_empty_page_says_why(office):
    assert "ยังไม่มีการแก้ไข" in page_of(office).text
    assert "ไม่พบการแก้ไข" in page_of(office, source="desk").text
    assert "ไม่มีหน้าถัดไป" in page_of(office, page="7").text


def test_pages_are_turned_and_keep_the_filters(office):
    network = make_network()
    for number in range(changes_lines.PAGE_SIZE + 1):
        act(network, note=f"ครั้งที่ {number}")
    first = page_of(office, kind="networks.areanetwork")
    assert "?kind=networks.areanetwork&amp;page=2" in first.text
    assert len(names(office, kind="networks.areanetwork")) == changes_lines.PAGE_SIZE
    last = page_of(office, kind="networks.areanetwork", page="2")
    assert [act.lines[0].kind.value for act in last.context["page"].acts] == ["~", "+"]
    assert "page=1" in last.text
    assert "page=3" not in last.text


def test_an_officer_sees_only_the_kinds_that_the_rights_allow(client, allow):
    make_person()
    make_organization("สหกรณ์การเกษตรนาด้วง จำกัด")
    make_group("กลุ่มเกษตรกรทำสวนบ้านน้ำพุ")
    allow("view_farmergroup")
    assert names(client) == ["กลุ่มเกษตรกรทำสวนบ้านน้ำพุ"]
    kinds = page_of(client).context["form"].fields["kind"].choices
    assert [value for value, _label in kinds] == ["", "networks.organization"]


def test_an_officer_without_any_right_is_refused(client, malee):
    assert client.get(LATEST).status_code == 403


def test_a_stranger_is_sent_to_sign_in(client):
    assert client.get(LATEST).headers["Location"] == f"/admin/login/?next={LATEST}"


def make_one_of_many_kinds(number):
    network = make_network(1)
    district = make_district(f"อำเภอที่ {number}", network=1)
    cooperative = make_organization(district=district, source=make_source())
    appoint(make_person(), at=cooperative, starts_on=OCTOBER)
    make_succession(cooperative, make_organization())
    make_name(make_group(), "กลุ่มเดิม")
    day = OCTOBER + datetime.timedelta(days=number)
    act(seat(network, 1, day, make_person(), cooperative), seat=2)


@pytest.mark.parametrize("number", [5, 30])
def test_the_page_asks_as_many_questions_as_there_are_kinds_on_it(
    office, django_assert_num_queries, number
):
    for place in range(number):
        make_one_of_many_kinds(place)
    # Session, officer, who, which rows; and one for each of the eight kinds of record.
    with django_assert_num_queries(4 + 8):
        page_of(office)
