"""Awards on the public pages: embargo, revocation, what is told and what is not."""

import datetime

import pytest
from django.core.files.base import ContentFile
from django.utils import timezone

from governance.models import Award
from tests.common.uploads.pictures import picture
from tests.factories import make_district, make_organization, make_person, make_succession
from tests.governance.awards import THA_LI, make_award, make_embargoed, revoked
from tests.governance.factories import make_standard
from tests.networks.pages import words

pytestmark = pytest.mark.django_db
LEADER = "leader of learning from one another"
PLAQUE = "Plaque"


@pytest.fixture
def tha_li():
    return make_organization(THA_LI, code="0008", district=make_district("ท่าลี่", network=4))


@pytest.fixture(autouse=True)
def uploads(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


def on_all_pages(client, award):
    """{address: whether the award is told there}"""
    pages = [
        "/en/",
        "/en/awards/",
        "/en/awards/2569/",
        f"/en/awards/standards/{award.standard.code}/",
        "/en/organizations/0008/",
        "/en/networks/4/",
        "/en/search/?q=ความโปร่งใส",
        f"/verify/{award.code}/",
        f"/awards/{award.code}/photo/",
        "/open-data/awards.csv",
        "/open-data/awards.json",
        "/sitemap.xml",
    ]
    return {page: is_told(client, page, award) for page in pages}


def is_told(client, page, award):
    response = client.get(page)
    if response.status_code != 200:
        return False
    if page.endswith("/photo/"):
        return bool(response.getvalue())
    content = response.getvalue() if response.streaming else response.content
    signs = [award.title_en, award.code, "/awards/2569/", "1 award in this network"]
    return any(sign in content.decode(errors="ignore") for sign in signs)


def with_photo(award):
    award.photo.save("a.jpg", ContentFile(picture("JPEG")), save=False)
    award.photo_text = "ผู้ว่าราชการจังหวัดมอบโล่"
    award.save()
    return award


def test_before_its_moment_an_award_is_on_no_page(client, tha_li):
    award = with_photo(
        make_embargoed(tha_li, title="ความโปร่งใส", title_en="Integrity", standard=make_standard())
    )
    told = on_all_pages(client, award)
    assert [page for page, is_there in told.items() if is_there] == []


def test_from_its_moment_on_it_is_on_every_page(client, tha_li):
    award = with_photo(
        make_award(tha_li, title="ความโปร่งใส", title_en="Integrity", standard=make_standard())
    )
    told = on_all_pages(client, award)
    assert [page for page, is_there in told.items() if not is_there] == []


def test_an_embargoed_code_is_told_from_an_unknown_one_by_nobody(client, tha_li):
    make_embargoed(tha_li, code="abcdefgh23")
    unknown, waiting = (client.get(f"/verify/{code}/") for code in ("abcdefgh99", "abcdefgh23"))
    assert unknown.status_code == waiting.status_code == 404
    assert waiting.text == unknown.text.replace("abcdefgh99", "abcdefgh23")


def test_no_level_of_an_embargoed_award_makes_a_leader(client, tha_li):
    make_embargoed(tha_li)
    assert LEADER not in client.get("/en/organizations/0008/").text


# What is told


def test_the_tense_follows_the_state(client, tha_li):
    award = make_award(
        tha_li,
        state="waiting",
        presenter=make_person("สมพงษ์"),
        presenter_post="ผู้ว่าราชการจังหวัดเลย",
        presenter_post_en="Governor of Loei",
    )
    text = words(client.get("/en/awards/2569/"))
    assert "will be presented byนายสมพงษ์ ใจดี Governor of Loei" in text
    Award.objects.filter(pk=award.pk).update(state="presented", place="หอประชุม")
    text = words(client.get("/en/awards/2569/"))
    assert "was presented byนายสมพงษ์ ใจดี Governor of Loei" in text
    assert "will be" not in text


def test_the_order_is_that_of_the_announcement(client):
    standard = make_standard()
    for order, name in [(2, "สหกรณ์ ก จำกัด"), (1, "สหกรณ์ ข จำกัด")]:
        make_award(make_organization(name), order=order, standard=standard)
    text = client.get("/awards/2569/").text
    assert text.index("สหกรณ์ ข จำกัด") < text.index("สหกรณ์ ก จำกัด")


def test_a_holder_of_an_award_by_a_standard_leads_the_learning(client, tha_li):
    make_award(tha_li)
    assert LEADER in client.get("/en/organizations/0008/").text


def test_an_award_by_no_standard_makes_no_leader(client, tha_li):
    make_award(tha_li, title="ผู้สนับสนุนกีฬา")
    assert LEADER not in client.get("/en/organizations/0008/").text


def test_a_revoked_award_is_struck_out_with_order_and_date_and_leads_nobody(client, tha_li):
    revoked(make_award(tha_li))
    for path in ("/en/awards/2569/", "/en/organizations/0008/"):
        text = client.get(path).text
        assert "<s>" in text, path
        assert "Revoked by คำสั่งจังหวัดเลย ที่ 7/2569 of 2 March 2026" in text
        assert "เอกสารประกอบไม่ถูกต้อง" in text
        assert "ผู้สอบบัญชีทักท้วง" not in text
    assert LEADER not in text


def test_a_revoked_award_counts_nowhere(client, tha_li):
    revoked(make_award(tha_li))
    assert client.get("/awards/").context["totals"] == {
        "awards": 0,
        "organizations": 0,
        "revoked": 1,
    }
    assert not client.get("/").context["awards"]


def test_a_former_cooperative_keeps_its_awards_and_the_new_one_links_to_them(client, tha_li):
    make_award(tha_li, title_en="Integrity", title="ความโปร่งใส")
    successor = make_organization("สหกรณ์การเกษตรเลยเหนือ จำกัด", code="0900")
    make_succession(tha_li, successor)
    text = client.get("/en/organizations/0900/").text
    assert "Awards of those it came from" in text
    assert f'href="{tha_li.get_absolute_url()}'.replace("/en", "") in text.replace("/en/", "/")
    assert LEADER not in text


def test_a_sample_is_marked_and_kept_from_search_engines(client, tha_li):
    award = make_award(tha_li, is_sample=True)
    for path in (
        "/awards/",
        "/awards/2569/",
        f"/awards/standards/{award.standard.code}/",
        "/organizations/0008/",
    ):
        text = client.get(path).text
        assert '<meta name="robots" content="noindex">' in text, path
        assert "ข้อมูลตัวอย่าง" in text, path
    assert "/awards/2569/" not in client.get("/sitemap.xml").text


def test_without_awards_the_list_says_so(client):
    assert "No award has been announced yet" in client.get("/en/awards/").text


@pytest.mark.parametrize("path", ["/awards/2557/", "/awards/standards/none/", "/awards/9999/"])
def test_where_no_award_is_no_page_is(client, path):
    assert client.get(path).status_code == 404


@pytest.mark.parametrize(
    ("path", "queries"),
    [("/awards/", 6), ("/awards/2569/", 4), ("/awards/standards/good/", 4)],
)
def test_a_page_asks_the_same_number_of_questions_of_3_and_of_30_awards(
    client, django_assert_num_queries, path, queries
):
    standard = make_standard(code="good")
    for number in range(3):
        make_award(make_organization(f"สหกรณ์ที่ {number} จำกัด"), standard=standard)
    with django_assert_num_queries(queries):
        client.get(path)
    for number in range(3, 30):
        make_award(make_organization(f"สหกรณ์ที่ {number} จำกัด"), standard=standard)
    with django_assert_num_queries(queries):
        client.get(path)


# Verification


@pytest.mark.parametrize("typed", ["abcdefgh23", "ABCDEFGH23", "ABCD%20efgh23"])
def test_a_code_is_known_however_it_is_typed(client, tha_li, typed):
    make_award(tha_li, code="abcdefgh23")
    text = client.get(f"/verify/{typed}/").text
    assert "สหกรณ์การเกษตรท่าลี่ จำกัด" in text
    assert "This award is valid." in text


def test_the_form_leads_to_the_page_of_the_code(client):
    response = client.get("/verify/", {"code": " ABCDEFGH23 "})
    assert (response.status_code, response["Location"]) == (302, "/verify/abcdefgh23/")


def test_the_page_repeats_level_year_and_number_in_both_languages(client, tha_li):
    make_award(tha_li, code="abcdefgh23", result_level_en="Outstanding", number="5/2569")
    response = client.get("/verify/abcdefgh23/")
    for word in ("ดีเด่น", "Outstanding", "พ.ศ. 2569", "2026 (B.E. 2569)", "5/2569"):
        assert word in response.text
    assert 'content="noindex"' in response.text


def test_after_the_revocation_the_same_address_says_so(client, tha_li):
    award = make_award(tha_li)
    response = client.get(revoked(award).get_absolute_url())
    assert response.status_code == 200
    assert "This award was revoked. It is no longer valid." in response.text
    assert "คำสั่งจังหวัดเลย ที่ 7/2569" in response.text
    assert "2 มีนาคม 2569" in response.text
    assert "เอกสารประกอบไม่ถูกต้อง" in response.text
    assert "ผู้สอบบัญชีทักท้วง" not in response.text


def test_a_very_long_code_is_no_award(client):
    assert client.get(f"/verify/{'a' * 500}/").status_code == 404
    assert client.get("/verify/", {"code": "a" * 500}).status_code == 302


# Open data


def test_a_moment_that_comes_makes_a_new_version_of_the_file(client, tha_li):
    award = make_embargoed(tha_li)
    before = client.get("/open-data/awards.csv")
    before.getvalue()
    Award.objects.filter(pk=award.pk).update(announced_at=timezone.now() - datetime.timedelta(1))
    headers = {"If-None-Match": before["ETag"]}
    response = client.get("/open-data/awards.csv", headers=headers)
    assert response.status_code == 200
    assert award.code in response.getvalue().decode()
