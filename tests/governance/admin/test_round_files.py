"""A round as files: results, and all answers."""

import csv
import io

import pytest
from docx import Document
from docx.oxml.ns import qn

from loei_coop.common.sheets.xlsx import read_workbook
from tests.desk.assessment.sheets import signed_in
from tests.factories import appoint, make_organization, make_person
from tests.governance.assessing import (
    FIGURE,
    LAST_YEAR,
    make_asking_edition,
    make_case,
    make_officer,
    make_reviewer,
    make_small_edition,
    open_round,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def case():
    """Submitted; another one has not begun."""
    make_organization("สหกรณ์ออมทรัพย์ครูเลย จำกัด")
    case = make_case(round_=open_round(make_small_edition(allows_not_applicable=True)))
    case.fill(share=75, text="=HYPERLINK(1)")
    case.answer(case.item("2.2"), base=1, is_not_applicable=True)
    case.submit()
    return case


@pytest.fixture
def kanya():
    """May take results away."""
    rights = ("view_assessment", "view_assessmentround", "export_assessment")
    return signed_in(make_officer("kanya", *rights))


def file(client, case, name):
    response = client.get(f"/en/admin/governance/assessmentround/{case.round.pk}/files/{name}")
    return response, response.getvalue() if response.status_code == 200 else b""


def sheet(client, case, name):
    (_name, rows) = next(read_workbook(file(client, case, name)[1]))
    return rows


def lines(client, case, name):
    text = file(client, case, name)[1].decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text)))


def test_the_table_has_a_row_for_everybody(case, kanya):
    head, *rows = sheet(kanya, case, "results.xlsx")
    by_name = {row[1]: dict(zip(head, row, strict=True)) for row in rows}
    done = by_name[case.organization.name]
    assert (done["เครือข่าย"] != "", done["ประเมินตนเอง (ร้อยละ)"]) == (True, 75)
    assert done["มติคณะกรรมการครั้งที่"] == "5/2569"
    assert by_name["สหกรณ์ออมทรัพย์ครูเลย จำกัด"]["สถานะ"] == "ยังไม่เริ่ม"


def test_in_word_thai_has_its_face_and_size_and_the_header_returns(case, kanya):
    document = Document(io.BytesIO(file(kanya, case, "results.docx")[1]))
    (table,) = document.tables
    assert case.organization.name in [row.cells[1].text for row in table.rows]
    assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
    properties = table.rows[1].cells[1].paragraphs[0].runs[0]._element.rPr
    assert properties.rFonts.get(qn("w:cs")) == "TH Sarabun New"
    assert properties.find(qn("w:szCs")).get(qn("w:val")) == "28"
    assert properties.find(qn("w:lang")).get(qn("w:bidi")) == "th-TH"


def test_each_answer_is_a_row_and_calculates_nothing(case, kanya):
    head, *rows = lines(kanya, case, "answers.csv")
    assert [row[head.index("ข้อ")] for row in rows] == ["1.1", "1.2", "2.1", "2.2"]
    assert rows[0][head.index("คำอธิบาย")] == "'=HYPERLINK(1)"
    assert rows[3][head.index("ไม่เกี่ยวข้อง")] == "ใช่"
    assert sheet(kanya, case, "answers.xlsx")[1][head.index("ร้อยละของคะแนน")] == 75


def test_each_organization_is_a_row(case, kanya):
    head, *rows = lines(kanya, case, "answers-wide.csv")
    assert head[-4:] == ["1.1 ข้อ 1.1", "1.2 ข้อ 1.2", "2.1 ข้อ 2.1", "2.2 ข้อ 2.2"]
    assert [row[-4:] for row in rows] == [["75.0", "75.0", "75.0", "ไม่เกี่ยวข้อง"]]
    assert len(sheet(kanya, case, "answers-wide.xlsx")) == 2


@pytest.fixture
def asking():
    """One gave the figure, another one has not closed the accounts."""
    case = make_case(round_=open_round(make_asking_edition()))
    other = make_case("สหกรณ์การเกษตรเชียงคาน จำกัด", round_=case.round, manager="boonmee")
    case.fill(figure="62.5")
    other.fill(is_figure_open=True)
    return case


def test_the_figure_stands_in_the_row_of_its_answer(asking, kanya):
    head, *rows = lines(kanya, asking, "answers.csv")
    names = ["ข้อ", "ตัวเลขที่ถาม", "ตัวเลขของปีบัญชี", "ยังไม่ปิดบัญชี", "วันสิ้นปีทางบัญชี"]
    open_, _plain, *_rest = found = [[row[head.index(name)] for name in names] for row in rows]
    assert open_ == ["1.1", FIGURE, "", "ใช่", "31 มีนาคม 2569"]
    assert found[4] == ["1.1", FIGURE, "62.5", "", "31 มีนาคม 2569"]
    assert found[5][:2] == ["1.2", ""]


def test_the_figure_has_a_column_beside_its_item(asking, kanya):
    head, *rows = lines(kanya, asking, "answers-wide.csv")
    assert head[7:10] == ["1.1 ข้อ 1.1", f"1.1 {FIGURE}", "1.2 ข้อ 1.2"]
    assert [row[7:9] for row in rows] == [["75.0", "ยังไม่ปิดบัญชี"], ["75.0", "62.5"]]


def test_a_csv_begins_with_the_mark_that_excel_knows(case, kanya):
    response, content = file(kanya, case, "answers.csv")
    assert content.startswith(b"\xef\xbb\xbf")
    assert response["Content-Disposition"].endswith('-2569-answers.csv"')


@pytest.mark.parametrize("name", ["results.csv", "people.xlsx", "answers.exe"])
def test_other_files_there_are_none(case, kanya, name):
    assert file(kanya, case, name)[0].status_code == 404


def test_the_review_of_ones_own_cooperative_is_not_taken_away(case):
    case.review(make_reviewer(), **{"1_1": 50})
    rights = ("view_assessment", "view_assessmentround", "export_assessment")
    colleague = make_officer("udom", *rights)
    assert told_of_the_review(colleague, case) == ["หลักฐานไม่พอ", "50.0"]
    person = make_person("อุดม", "มั่นคง", user=colleague)
    appoint(person, "board_member", at=case.organization, starts_on=LAST_YEAR)
    assert told_of_the_review(colleague, case) == ["", ""]


def told_of_the_review(user, case):
    """Of item 1.1: the reviewer's reason and step."""
    head, first, *_rest = lines(signed_in(user), case, "answers.csv")
    return [first[head.index(name)] for name in ("เหตุผลของผู้ตรวจ", "ร้อยละที่ผู้ตรวจให้")]


def test_without_the_right_nothing_is_taken_away(case):
    wichai = signed_in(make_officer("wichai", "view_assessment", "view_assessmentround"))
    assert file(wichai, case, "results.xlsx")[0].status_code == 403
    board = wichai.get(f"/en/admin/governance/assessmentround/{case.round.pk}/board/")
    assert "results.xlsx" not in board.text


def test_the_board_leads_to_each(case, kanya):
    board = kanya.get(f"/en/admin/governance/assessmentround/{case.round.pk}/board/").text
    for name in ("results.xlsx", "results.docx", "answers.csv", "answers-wide.xlsx"):
        assert f"/files/{name}" in board
