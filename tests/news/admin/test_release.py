"""The form of a release, its steps, its photos and its preview."""

import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image

from loei_coop.news import workflow
from loei_coop.news.models import PressRelease
from loei_coop.news.states import ReleaseState
from tests.news.factories import make_release

pytestmark = pytest.mark.django_db
LIST = reverse("admin:news_pressrelease_changelist")


@pytest.fixture(autouse=True)
def uploads(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


def address(name, *keys):
    return reverse(f"admin:news_pressrelease_{name}", args=keys)


def form_of(release, **values):
    return {
        "seen_revision": release.revision,
        "title": release.title,
        "title_en": release.title_en,
        "body": release.body,
        "body_en": release.body_en,
        "photos-TOTAL_FORMS": 0,
        "photos-INITIAL_FORMS": 0,
        **values,
    }


def save(client, release, **values):
    return client.post(address("change", release.pk), form_of(release, **values))


def act(client, release, name, **values):
    """The form, then the page that confirms."""
    page = address(name, release.pk)
    told = client.post(page, values).context["told"]
    return client.post(page, {**values, "told": told}, follow=True)


def test_what_is_typed_is_saved_and_noted(press, malee):
    release = make_release()
    save(press, release, title="ชื่อใหม่", released_on="2556")
    release.refresh_from_db()
    assert (release.title, release.released_on_precision, release.revision) == ("ชื่อใหม่", "year", 1)
    assert release.events.get().made_by == malee


def test_the_later_of_two_keeps_what_was_typed_and_may_save_once_more(press, somsri):
    release = make_release()
    opened = form_of(release, title="ของมาลี")
    workflow.edit(release, by=somsri, seen_revision=0, title="ของสมศรี")
    page = press.post(address("change", release.pk), opened)
    form = page.context["adminform"].form
    assert form["title"].value() == "ของมาลี"
    assert page.context["rival"].title == "ของสมศรี"
    press.post(
        address("change", release.pk), {**opened, "seen_revision": form["seen_revision"].value()}
    )
    release.refresh_from_db()
    assert release.title == "ของมาลี"


@pytest.mark.parametrize(
    ("name", "typed"),
    [("title", "ก" * 500), ("body", "ก" * 1_000_000), ("body_en", "x" * 1_000_000)],
)
def test_what_is_too_long_gets_one_sentence_and_stays_in_the_form(press, name, typed):
    release = make_release()
    page = save(press, release, **{name: typed})
    form = page.context["adminform"].form
    assert (page.status_code, len(form.errors[name])) == (200, 1)
    assert form[name].value() == typed
    release.refresh_from_db()
    assert release.revision == 0


def test_the_browser_cuts_nothing_that_is_pasted(press):
    release = make_release()
    form = press.get(address("change", release.pk)).context["adminform"].form
    assert "maxlength" not in str(form["title"]) + str(form["body_en"])


def test_the_preview_shows_what_was_typed_washed_and_stores_nothing(press):
    release = make_release()
    typed = {"title": "ชื่อ", "body": "**หนา** <script>alert(1)</script>"}
    page = press.post(address("text_preview", release.pk), typed)
    assert "<strong>หนา</strong> &lt;script&gt;" in page.text
    release.refresh_from_db()
    assert release.body == "สหกรณ์เปิดรับซื้อข้าวโพด"


def test_the_live_preview_is_a_part_and_the_button_a_page(press):
    release = make_release()
    live = {"X-Requested-With": "XMLHttpRequest"}
    part = press.post(address("text_preview", release.pk), {"body": "ก"}, headers=live)
    assert part.text.strip().startswith("<article")
    assert press.get(address("text_preview", release.pk)).status_code == 405


def test_a_release_is_approved_and_published_from_its_page(client, press, somsri, pranee):
    release = make_release()
    act(press, release, "submit")
    client.force_login(pranee)
    act(client, release, "approve")
    client.force_login(somsri)
    act(client, release, "publish")
    release.refresh_from_db()
    assert release.state == ReleaseState.PUBLISHED


def test_a_paper_is_entered_for_the_head_of_today(client, somsri, pranee):
    release = make_release()
    client.force_login(somsri)
    form = client.get(address("enter-approval", release.pk)).context["form"]
    given = {"person": form["person"].value(), "post": form["post"].value(), "day": "3/11/2568"}
    act(client, release, "enter-approval", **given)
    release.refresh_from_db()
    assert (release.state, release.approved_by) == (ReleaseState.APPROVED, pranee.person)


def test_without_a_head_the_page_says_what_to_do_first(client, somsri):
    client.force_login(somsri)
    form = client.get(address("enter-approval", make_release().pk)).context["form"]
    assert len(form.about()) == 1


def test_a_time_in_the_past_is_told_on_the_form(client, somsri, pranee):
    release = make_release()
    workflow.approve(release, by=pranee)
    client.force_login(somsri)
    page = client.post(address("publish", release.pk), {"day": "1/1/2556", "time": "09.00"})
    assert len(page.context["form"].non_field_errors()) == 1
    assert page.context["form"]["day"].value() == "1/1/2556"


def test_only_what_may_follow_is_offered(press):
    buttons = press.get(address("change", make_release().pk)).context["guided_buttons"]
    assert [page.rsplit("/", 2)[1] for page, _title in buttons] == ["submit", "make-link"]


def test_an_approved_text_is_read_only(press, pranee):
    release = make_release()
    workflow.approve(release, by=pranee)
    page = press.get(address("change", release.pk))
    assert not page.context["has_change_permission"]
    assert save(press, release, title="ชื่อใหม่").status_code == 403


def picture():
    content = io.BytesIO()
    Image.new("RGB", (3000, 1500), "green").save(content, "JPEG")
    return SimpleUploadedFile("IMG_0001.jpg", content.getvalue(), "image/jpeg")


def photo(**values):
    return {
        "photos-TOTAL_FORMS": 1,
        "photos-0-file": picture(),
        "photos-0-order": 1,
        **{f"photos-0-{name}": value for name, value in values.items()},
    }


def test_a_photo_is_written_anew_with_its_size(press):
    release = make_release()
    save(press, release, **photo(text="สมาชิกชั่งข้าวโพด"))
    row = release.photos.get()
    assert (row.width, row.height) == (2000, 1000)
    assert "IMG_0001" not in row.file.name
    shown = press.get(address("photo", release.pk, row.pk))
    assert (shown.status_code, shown.headers["Content-Type"]) == (200, "image/jpeg")
    assert shown.getvalue().startswith(b"\xff\xd8")


def test_a_photo_without_its_text_is_refused_and_the_words_are_kept(press):
    release = make_release()
    page = save(press, release, title="ชื่อใหม่", **photo(text=""))
    assert page.context["adminform"].form["title"].value() == "ชื่อใหม่"
    assert (page.status_code, release.photos.count()) == (200, 0)


def test_a_photo_that_is_taken_off_leaves_no_file(
    press, django_capture_on_commit_callbacks, tmp_path
):
    release = make_release()
    save(press, release, **photo(text="สมาชิกชั่งข้าวโพด"))
    row = release.photos.get()
    release.refresh_from_db()
    gone = {"photos-0-id": row.pk, "photos-0-release": release.pk, "photos-0-DELETE": "on"}
    given = {**photo(text="ก"), **gone, "photos-INITIAL_FORMS": 1}
    given.pop("photos-0-file")
    with django_capture_on_commit_callbacks(execute=True):
        save(press, release, **given)
    assert release.photos.count() == 0
    assert not list(tmp_path.rglob("*.jpg"))


@pytest.mark.parametrize("rows", [3, 30])
def test_the_list_asks_as_often_for_many_rows(office, rows, django_assert_max_num_queries):
    for number in range(rows):
        make_release(f"ข่าวที่ {number}")
    with django_assert_max_num_queries(16):
        assert office.get(LIST).status_code == 200


@pytest.mark.usefixtures("records")
def test_facts_stand_on_the_page_with_their_records(press):
    release = PressRelease.objects.get(code="network-formed-2556")
    page = press.get(address("change", release.pk))
    facts = {fact.label: fact for fact in page.context["page"].facts}
    chair = next(fact for fact in facts.values() if "ก่อเกียรติ" in fact.text)
    assert chair.links[0]["admin"] in page.text
    assert page.context["page"].differences == []


@pytest.mark.parametrize("work", ["approve", "publish", "ahead", "flagged", "unknown"])
def test_the_list_is_narrowed_by_what_waits(press, work):
    make_release()
    expected = PressRelease.objects.count() if work == "unknown" else 0
    assert press.get(LIST, {"work": work}).context["cl"].result_count == expected
