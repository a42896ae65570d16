"""Criteria out of the admin as a workbook, and back."""

import re

import pytest
from django.urls import reverse

from governance.models import Edition, Item
from governance.rounds import make_round
from loei_coop.common.models import ImportRun
from tests.common.imports.uploads import sheet_of
from tests.governance.factories import (
    MAY,
    OCTOBER,
    make_category,
    make_edition,
    make_item,
    make_step,
    make_used_edition,
)
from tests.governance.sheets import book, file_of, row
from tests.networks.pages import words

pytestmark = pytest.mark.django_db


@pytest.fixture
def draft():
    return make_edition("ฉบับร่าง", code="draft")


def page(edition, name):
    return f"/en/admin/governance/edition/{edition.pk}/{name}/"


def upload(client, edition, data):
    return client.post(page(edition, "import"), {"file": file_of(data)})


def previewed(client, edition, *rows):
    response = upload(client, edition, book(*rows))
    assert response.status_code == 302, words(response)
    return response.headers["Location"]


def confirm(client, address):
    seen = re.search(r'name="seen" value="(\w+)"', client.get(address).text)[1]
    return client.post(address, {"seen": seen}, follow=True)


def test_criteria_go_out_as_a_workbook_named_by_the_edition(office, draft):
    make_step(make_item(category=make_category(edition=draft)))
    response = office.get(page(draft, "export"))
    assert response.headers["Content-Disposition"] == 'attachment; filename="draft.xlsx"'
    header, line = sheet_of(response)
    assert (len(header), line[6]) == (42, "มีแผนงานประจำปี")


def test_a_file_is_looked_at_before_it_changes_the_draft(office, draft):
    make_item("ข้อเดิม", category=make_category(edition=draft, number="9"), number="9.1")
    address = previewed(office, draft)
    text = words(office.get(address))
    assert "1 new item1.1 มีแผนงานประจำปี" in text
    assert "1 item is removed9.1 ข้อเดิม" in text
    assert Item.objects.get().number == "9.1"


def test_a_file_that_was_looked_at_becomes_the_draft(office, draft):
    response = confirm(office, previewed(office, draft))
    assert "Imported: 1 items new, 0 changed, 0 removed." in words(response)
    assert Item.objects.get().category.edition == draft


def test_faults_are_listed_with_their_cells_and_nothing_is_kept(office, draft):
    response = upload(office, draft, book(row(item__points=None), row(item__name=None)))
    text = words(response)
    assert response.status_code == 400
    assert "O2This must be given." in text
    assert "G3This must be given." in text
    assert not ImportRun.objects.exists()


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7", "ก,ข\n1,2".encode()])
def test_what_is_no_such_file_is_told_beside_the_field(office, draft, data):
    response = upload(office, draft, data)
    assert (response.status_code, "errorlist" in response.text) == (400, True)


def test_without_a_file_the_field_is_asked_for(office, draft):
    assert "This field is required." in words(office.post(page(draft, "import")))


def test_a_used_edition_is_not_imported_into_and_the_reason_is_told(office):
    used = make_used_edition()
    for answer in (office.get, office.post):
        response = answer(page(used, "import"), follow=True)
        assert "can no longer change" in words(response)


def test_an_edition_used_after_the_preview_is_told_and_not_changed(office, draft):
    address = previewed(office, draft)
    seen = re.search(r'name="seen" value="(\w+)"', office.get(address).text)[1]
    make_round(draft, fiscal_year=2026, opens_at=OCTOBER, closes_at=MAY)
    response = office.post(address, {"seen": seen}, follow=True)
    assert "can no longer change" in words(response)
    assert 'value="Confirm and carry out"' not in response.text
    assert not Item.objects.exists()


def test_a_second_click_imports_nothing_and_shows_what_was_done(office, draft):
    address = previewed(office, draft)
    confirm(office, address)
    response = office.post(address, {"seen": ""})
    assert "imported" in words(response)
    assert Item.objects.count() == 1


def test_an_import_is_taken_back_from_its_page(office, draft):
    address = previewed(office, draft)
    assert office.get(f"{address}undo/").headers["Location"] == address
    confirm(office, address)
    assert "Records that the import added and that go: 4" in words(office.get(f"{address}undo/"))
    response = office.post(f"{address}undo/", follow=True)
    assert "The edition is as it was before this file." in words(response)
    assert not Item.objects.exists()
    assert "can be taken back" in words(office.post(f"{address}undo/", follow=True))


def test_the_list_of_imports_leads_to_the_page_of_the_file(office, draft):
    address = previewed(office, draft)
    run = ImportRun.objects.get()
    opened = office.get(reverse("admin:common_importrun_open", args=[run.pk]))
    assert opened.headers["Location"] == address.removeprefix("/en")
    assert "Criteria of an edition" in words(office.get("/en/admin/common/importrun/"))


def test_a_file_of_an_edition_that_is_gone_has_no_page(office, draft):
    address = previewed(office, draft)
    draft.delete()
    assert office.get(address).status_code == 404
    assert office.get("/en/admin/governance/edition/999999/import/").status_code == 404


@pytest.mark.usefixtures("records")
def test_the_whole_of_cqa_goes_out_and_is_found_the_same(office):
    edition = Edition.objects.get(code="cqa-2569")
    data = office.get(page(edition, "export")).getvalue()
    response = office.get(upload(office, edition, data).headers["Location"])
    assert "The file has nothing that the edition has not." in words(response)
    assert "17 items stay as they are." in words(response)
