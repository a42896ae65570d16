"""Editions in the admin: drafts are worked on, used ones are shown with the reason."""

import re

import pytest
from django.contrib.auth.models import Permission

from governance.models import Category, Edition, Item
from governance.rounds import make_round
from tests.governance.factories import (
    MAY,
    OCTOBER,
    make_category,
    make_edition,
    make_item,
    make_level,
    make_standard,
    make_step,
    make_used_edition,
)
from tests.networks.pages import words

pytestmark = pytest.mark.django_db

LIST = "/en/admin/governance/edition/"
REASON = "is used by 1 assessment round, so it can no longer change. Copy it to make the next"
NEXT = {
    "code": "governance-2570",
    "year": "2570",
    "name": "ธรรมาภิบาล 2570",
    "name_en": "Good governance 2570",
}


@pytest.fixture
def used():
    return make_used_edition()


def page(row, name="change"):
    meta = row._meta
    return f"/en/admin/{meta.app_label}/{meta.model_name}/{row.pk}/{name}/"


def management(**prefixes):
    """The counts that Django's formsets send along: {prefix: number of rows}."""
    return {
        f"{prefix}-{name}": value
        for prefix, number in prefixes.items()
        for name, value in [("TOTAL_FORMS", number), ("INITIAL_FORMS", number)]
    }


# Drafts


def test_a_draft_is_changed_on_its_page(office):
    draft = make_edition()
    values = {"name": "ฉบับปรับปรุง", "year": "2569", "origin": "office"}
    answer = office.post(page(draft), values | management(levels=0, categories=0))
    draft.refresh_from_db()
    assert (answer.status_code, draft.name, draft.year) == (302, "ฉบับปรับปรุง", 2026)


def test_an_edition_shows_its_categories_items_and_points(office):
    edition = make_edition()
    for number in ("1", "2"):
        category = make_category(edition=edition, number=number)
        make_item(category=category, number=f"{number}.1", points=3, code=f"{number}-1")
    text = words(office.get(page(edition)))
    assert "2 items, 6 points" in text
    assert "2.1 มีแผนงานประจำปี" in text


def test_the_year_of_a_used_edition_stands_as_the_reader_counts(office, used):
    in_english, in_thai = page(used), page(used).removeprefix("/en")
    assert "Fiscal year: 2026 (B.E. 2569)" in words(office.get(in_english))
    assert "ปีงบประมาณ: พ.ศ. 2569" in words(office.get(in_thai))


def test_an_item_is_changed_with_its_scale(office):
    step = make_step(make_item(), 50)
    values = {
        "category": step.item.category_id,
        "order": 1,
        "number": "1.1",
        "name": "มีแผนงานสามปี",
        "points": "2.5",
        "steps-0-id": step.pk,
        "steps-0-item": step.item_id,
        "steps-0-label": "2",
        "steps-0-lowest": "50",
        "steps-0-highest": "50",
        "steps-0-interval": "5",
        "steps-0-meaning": "ทำครบ",
    }
    office.post(page(step.item), values | management(steps=1))
    item = Item.objects.get()
    assert (item.name, str(item.points), item.steps.get().meaning) == (
        "มีแผนงานสามปี",
        "2.50",
        "ทำครบ",
    )


def test_an_item_is_added_to_a_category_of_a_draft_only(office, used):
    draft = make_category("หลักนิติธรรม", edition=make_edition("ฉบับร่าง"), number="8")
    text = office.get("/en/admin/governance/item/add/").text
    assert "ฉบับร่าง · 8 หลักนิติธรรม" in text
    assert f'<option value="{used.categories.get().pk}"' not in text
    assert f'<option value="{draft.pk}"' in text


def test_an_item_stays_in_its_edition(office):
    item, elsewhere = make_item(), make_category("หลักนิติธรรม", edition=make_edition())
    text = office.get(page(item)).text
    assert f'<option value="{item.category_id}"' in text
    assert f'<option value="{elsewhere.pk}"' not in text


# Used ones


@pytest.mark.parametrize("model", [Edition, Category, Item])
class TestOfAUsedEdition:
    def test_a_row_is_shown_with_the_reason_and_without_a_button_to_save(self, office, used, model):
        response = office.get(page(model.objects.get()))
        assert REASON in words(response)
        assert 'name="_save"' not in response.text

    def test_what_is_sent_all_the_same_is_answered_with_the_reason(self, office, used, model):
        row = model.objects.get()
        response = office.post(page(row), {"name": "อย่างอื่น"}, follow=True)
        assert (response.status_code, REASON in words(response)) == (200, True)
        row.refresh_from_db()
        assert row.name != "อย่างอื่น"

    def test_a_row_is_not_deleted_from_the_list(self, office, used, model):
        address = f"/en/admin/governance/{model._meta.model_name}/"
        ticked = {"action": "delete_selected", "_selected_action": [model.objects.get().pk]}
        assert REASON in words(office.post(address, ticked))
        confirmed = office.post(address, ticked | {"post": "yes"}, follow=True)
        assert REASON in words(confirmed)
        assert model.objects.exists()

    def test_a_row_has_no_page_to_delete_it(self, office, used, model):
        assert office.post(page(model.objects.get(), "delete")).status_code == 403


def test_what_froze_while_the_form_was_checked_is_told_and_not_changed(office, monkeypatch):
    draft = make_edition()

    def freeze_then_save(self, request, obj, form, change):
        make_round(draft, fiscal_year=2026, opens_at=OCTOBER, closes_at=MAY)
        obj.save()

    monkeypatch.setattr("governance.admin.edition.EditionAdmin.save_model", freeze_then_save)
    values = {"name": "อย่างอื่น", "year": "2569", "origin": "office"}
    values |= management(levels=0, categories=0)
    response = office.post(page(draft), values, follow=True)
    draft.refresh_from_db()
    assert (response.status_code, draft.name) == (200, "ธรรมาภิบาล 2569")


def test_the_list_tells_drafts_from_those_in_use(office, used):
    make_edition("ฉบับร่าง")
    assert "in use" in words(office.get(LIST, {"use": "used"}))
    (draft,) = office.get(LIST, {"use": "draft"}).context["cl"].result_list
    assert draft.name == "ฉบับร่าง"


# Copies


def walk(client, edition, **values):
    """The form, the page that tells, the deed."""
    address = page(edition, "copy")
    told = client.post(address, values)
    mark = re.search(r'name="told" value="(\w+)"', told.text)
    return client.post(address, values | {"told": mark[1]}, follow=True) if mark else told


def test_a_used_edition_is_copied_in_three_steps(office, used):
    offered = office.get(page(used, "copy")).context["form"]
    assert offered["year"].value() == 2570
    text = words(walk(office, used, **NEXT))
    assert "“Good governance 2570” is there as a draft." in text
    copy = Edition.objects.drafts().get()
    assert (copy.year, copy.copied_from) == (2027, used)


def test_telling_what_will_happen_copies_nothing(office, used):
    text = words(office.post(page(used, "copy"), NEXT))
    assert "stays as it is" in text
    assert Edition.objects.get() == used


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"code": "taken"}, "An edition has this code already."),
        ({"code": "not_a_code"}, "Small Latin letters, digits and single hyphens"),
        ({"year": "99"}, "Write the year with four digits"),
    ],
)
def test_a_copy_that_cannot_be_is_refused_in_a_sentence(office, used, changed, sentence):
    make_edition(code="taken")
    assert sentence in words(walk(office, used, **{**NEXT, **changed}))
    assert Edition.objects.count() == 2


# Rights


def test_who_may_only_look_sees_the_edition_and_no_button(client, django_user_model, used):
    user = django_user_model.objects.create_user("wichai", is_staff=True)
    user.user_permissions.set(Permission.objects.filter(codename="view_edition"))
    client.force_login(user)
    response = client.get(page(used))
    assert response.status_code == 200
    assert "Copy to make the next edition" not in response.text
    for name in ("copy", "import", "export"):
        assert client.get(page(used, name)).status_code == 403


# Pace


def make_many(rows):
    standard = make_standard()
    for number in range(rows):
        edition = make_edition(f"ฉบับที่ {number}", standard=standard)
        make_level(edition=edition)
        make_item(category=make_category(edition=edition))


@pytest.mark.parametrize("rows", [3, 30])
@pytest.mark.parametrize(
    ("name", "queries"), [("standard", 4), ("edition", 6), ("category", 6), ("item", 6)]
)
def test_a_list_takes_as_many_questions_for_3_as_for_30_rows(
    office, django_assert_max_num_queries, name, queries, rows
):
    make_many(rows)
    with django_assert_max_num_queries(queries):
        assert office.get(f"/en/admin/governance/{name}/").status_code == 200


# Figures


def test_the_figure_of_an_item_is_changed_on_its_page_and_shown_on_that_of_the_edition(office):
    item = make_item(category=make_category(), figure="กำไรสุทธิ")
    category = item.category
    values = {"category": category.pk, "order": 1, "number": "1.1", "name": "ผลงาน", "points": 2}
    figure = {"figure": "กำไรสุทธิ (บาท)", "figure_en": "Net profit (baht)"}
    answer = office.post(page(item), values | figure | management(steps=0))
    assert answer.status_code == 302
    item.refresh_from_db()
    assert (item.figure, item.figure_en) == ("กำไรสุทธิ (บาท)", "Net profit (baht)")
    assert "Net profit (baht)" in words(office.get(page(category.edition)))
