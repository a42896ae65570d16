import json
import re

import pytest
from django.db.models import QuerySet

from governance.rounds import make_round
from loei_coop.news.models import PressRelease
from loei_coop.thai.django.keys import rebuild_stale_keys
from tests.factories import make_district, make_group, make_organization, make_source
from tests.governance.awards import make_award
from tests.governance.factories import MAY, OCTOBER, make_edition
from tests.networks.pages import heading, words
from tests.news.public import (
    BODY,
    MINUTE,
    NINE,
    TITLE,
    add_photo,
    correct,
    make_draft,
    make_release,
    publish,
    withdraw,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("nine")]


def page(client, release, prefix=""):
    return client.get(f"{prefix}/news/{release.pk}/")


class TestArticle:
    def test_it_begins_like_a_letter_with_its_title_in_quotes(self, client):
        response = page(client, make_release())
        assert heading(response) == f"“{TITLE}”"
        assert "ข่าวประชาสัมพันธ์ สำนักงานสหกรณ์จังหวัดเลย" in words(response)

    def test_a_title_that_has_its_quotes_gets_no_others(self, client):
        assert heading(page(client, make_release("“เลย : ก้าวหน้า”"))) == "“เลย : ก้าวหน้า”"

    def test_it_says_when_it_was_published(self, client):
        assert "2 มีนาคม 2569 เวลา 09.00 น." in words(page(client, make_release()))

    def test_without_a_date_of_its_own_it_says_what_its_source_says(self, client):
        source = make_source(dating_note="ต้นฉบับไม่ระบุวันที่")
        text = words(page(client, make_release(source=source)))
        assert "ต้นฉบับไม่ระบุวันที่ เผยแพร่" in text

    def test_it_says_of_which_day_its_records_are(self, client):
        made = make_release(as_of="2013-01-01", as_of_precision="year", composed_at=NINE)
        made.refresh_from_db()
        assert "Composed from the records of 2013 (B.E. 2556) on 2 March 2026" in words(
            page(client, made, "/en")
        )

    def test_a_sample_is_marked_and_kept_from_search_engines(self, client):
        response = page(client, make_release(is_sample=True), "/en")
        assert "Sample record" in words(response)
        assert '<meta name="robots" content="noindex">' in response.text
        assert "ld+json" not in response.text

    def test_the_text_is_washed(self, client):
        response = page(client, make_release(body="<script>alert(1)</script> [ก](javascript:x)"))
        assert "<script>alert" not in response.text
        assert "javascript:x" not in re.findall(r'href="([^"]*)"', response.text)

    def test_whom_it_names_is_linked(self, client):
        group = make_group("กลุ่มเกษตรกรทำสวนบ้านน้ำพุ", code="0021")
        response = page(client, make_release(organizations=[group]))
        assert '<a href="/organizations/0021/">กลุ่มเกษตรกรทำสวนบ้านน้ำพุ</a>' in response.text

    def test_the_awards_of_its_round_are_linked_once_they_are_public(self, client):
        edition = make_edition()
        round_ = make_round(edition, fiscal_year=2026, opens_at=OCTOBER, closes_at=MAY)
        release = make_release(round=round_)
        link = '<a href="/awards/2569/">'
        before = link in page(client, release).text
        make_award(make_organization(), fiscal_year=2026)
        assert (before, link in page(client, release).text) == (False, True)

    def test_earlier_and_later_news_are_linked(self, client):
        first = make_release("ก่อน", published_at=NINE - MINUTE)
        middle = make_release("กลาง", published_at=NINE - MINUTE)
        make_release("หลัง")
        make_release("พรุ่งนี้", published_at=NINE + MINUTE)
        text = page(client, middle).text
        assert f'<a rel="prev" href="/news/{first.pk}/">ก่อน</a>' in text
        assert ">หลัง</a>" in text
        assert "พรุ่งนี้" not in text

    def test_a_correction_is_a_dated_note_and_the_text_stays(self, client):
        release = make_release()
        correct(release, made_at=NINE)
        text = words(page(client, release))
        assert "2 มีนาคม 2569 ที่ถูกต้องคือ 90 สหกรณ์" in text
        assert BODY in text

    @pytest.mark.parametrize("number", [3, 30])
    def test_any_number_of_organizations_photos_and_notes_takes_eleven_questions(
        self, client, django_assert_num_queries, number
    ):
        organizations = [make_organization(f"สหกรณ์ที่ {n} จำกัด") for n in range(number)]
        release = make_draft(organizations=organizations)
        for _ in range(number):
            add_photo(release, size=(20, 10))
            correct(release)
        publish(release)
        with django_assert_num_queries(11):
            page(client, release)


class TestInEnglish:
    def test_the_summary_stands_there(self, client):
        release = make_release(title_en="Networks", body_en="The office builds networks.")
        response = page(client, release, "/en")
        assert heading(response) == "“Networks”"
        assert "The office builds networks." in words(response)
        assert BODY not in response.text.split("ld+json")[0].split("<article")[0]

    def test_without_one_the_thai_text_says_that_it_is_thai(self, client):
        response = page(client, make_release(), "/en")
        assert "This release has no English summary yet. Here is the Thai text." in words(response)
        assert f'<div class="news-text" lang="th"><p>{BODY}</p>' in response.text


class TestFacts:
    FACTS = {
        "cooperatives": {
            "value": 89,
            "label": "สหกรณ์",
            "label_en": "cooperatives",
            "url": "/organizations/?kind=cooperative",
        },
        "winners": {
            "value": [{"level": "ดีเด่น"}],
            "label": "รางวัล",
            "links": [{"label": "ครูเลย", "public": "/organizations/0001/"}],
        },
        "chair": {
            "value": {"name": "นายก่อเกียรติ ปรีดี"},
            "label": "ประธาน",
            "links": [{"label": "นายก่อเกียรติ ปรีดี", "admin": "/admin/networks/person/1/"}],
        },
        "inside": {"value": 3, "label": "ภายใน", "url": "/admin/networks/person/1/change/"},
        "broken": "x",
    }

    def test_a_fact_leads_to_the_public_page_that_shows_it(self, client):
        text = page(client, make_release(facts=self.FACTS)).text
        assert '<dt>สหกรณ์</dt><dd><a href="/organizations/?kind=cooperative">89</a></dd>' in text
        assert '<a href="/organizations/0001/">ครูเลย</a>' in text

    def test_on_an_english_page_it_leads_to_the_english_one(self, client):
        text = page(client, make_release(facts=self.FACTS), "/en").text
        assert (
            '<dt>cooperatives</dt><dd><a href="/en/organizations/?kind=cooperative">89</a>' in text
        )

    def test_none_leads_into_the_office(self, client):
        text = page(client, make_release(facts=self.FACTS)).text
        assert "<dt>ภายใน</dt><dd>3</dd>" in text
        assert "/admin/" not in text
        assert "<dt>ประธาน</dt>" not in text

    @pytest.mark.parametrize("facts", [{}, [], "x", {"a": {"value": None}}])
    def test_facts_of_another_shape_do_no_harm(self, client, facts):
        assert page(client, make_release(facts=facts)).status_code == 200


class TestWithdrawn:
    def test_the_page_says_when_and_why_and_never_the_text(self, client):
        release = make_release()
        correct(release)
        withdraw(release, "จำนวนสหกรณ์ไม่ถูกต้อง")
        response = page(client, release)
        assert response.status_code == 410
        assert "2 มีนาคม 2569 เวลา 09.01 น." in words(response)
        assert "จำนวนสหกรณ์ไม่ถูกต้อง" in words(response)
        assert (TITLE in response.text, BODY in response.text) == (False, False)

    def test_one_that_never_was_public_is_not_known(self, client):
        release = make_release(published_at=NINE + MINUTE)
        withdraw(release)
        assert page(client, release).status_code == 404

    @pytest.mark.parametrize("name", ["release.pdf", "release.docx", "share.png"])
    def test_its_files_are_gone(self, client, name):
        release = make_release()
        withdraw(release)
        assert client.get(f"/news/{release.pk}/{name}").status_code == 404

    def test_it_is_in_no_list(self, client):
        withdraw(make_release())
        assert TITLE not in client.get("/news/").text


class TestSharing:
    def test_line_and_facebook_are_plain_links(self, client):
        release = make_release()
        text = page(client, release).text
        address = f"http%3A%2F%2Ftestserver%2Fnews%2F{release.pk}%2F"
        assert f'href="https://social-plugins.line.me/lineit/share?url={address}"' in text
        assert f'href="https://www.facebook.com/sharer/sharer.php?u={address}"' in text
        assert 'src="https://' not in text

    def test_the_text_for_line_is_thai_on_both_pages(self, client):
        release = make_release(title_en="Networks", body_en="In short.")
        (text,) = re.findall(
            r"<textarea[^>]*>(.*?)</textarea>", page(client, release, "/en").text, re.S
        )
        assert text.split("\n") == [
            f"“{TITLE}”",
            BODY,
            f"http://testserver/news/{release.pk}/",
        ]

    def test_what_machines_read_is_what_people_read(self, client):
        release = make_release()
        correct(release, made_at=NINE + MINUTE)
        response = page(client, release)
        (found,) = re.findall(r"ld\+json\">(.*?)</script>", response.text)
        data = json.loads(found)
        assert (data["@type"], data["headline"], data["inLanguage"]) == ("NewsArticle", TITLE, "th")
        assert data["dateModified"] == (NINE + MINUTE).isoformat()
        assert data["image"] == [f"http://testserver/news/{release.pk}/share.png"]
        assert f'<meta property="og:image" content="{data["image"][0]}">' in response.text
        assert '<meta property="og:type" content="article">' in response.text


class TestAround:
    def test_the_home_page_has_the_latest_three(self, client):
        for number in range(4):
            make_release(f"ข่าวที่ {number}", published_at=NINE - number * MINUTE)
        text = client.get("/").text
        assert [f"ข่าวที่ {n}" in text for n in range(4)] == [True, True, True, False]

    def test_a_portal_without_news_does_not_speak_of_them(self, client):
        assert "Latest news" not in client.get("/en/").text

    def test_a_network_has_the_news_that_name_one_of_its_organizations(self, client):
        group = make_group(district=make_district("ท่าลี่", network=4))
        make_district("นาด้วง", network=1)
        make_release(organizations=[group])
        found = [TITLE in client.get(f"/networks/{number}/").text for number in (1, 4)]
        assert found == [False, True]

    def test_what_forms_all_networks_is_news_of_each(self, client):
        make_district("นาด้วง", network=1)
        make_release(kind="network_formed")
        assert TITLE in client.get("/networks/1/").text

    def test_an_organization_has_the_news_of_what_was_joined_into_it(self, client):
        survivor = make_organization(code="0007")
        double = make_organization("สหกรณ์ซ้ำ จำกัด", joined_into=survivor)
        make_release(organizations=[double])
        assert TITLE in client.get("/organizations/0007/").text

    @pytest.mark.parametrize("query", ["สรางเครือขาย", "๘๙ สหกรณ์", "networks"])
    def test_it_is_found_by_words_of_title_and_text_in_both_languages(self, client, query):
        make_release(title_en="Networks")
        assert TITLE in words(client.get("/search/", {"q": query}))

    def test_samples_are_not_handed_to_machines(self, client):
        release = make_release(is_sample=True)
        assert f"/news/{release.pk}/" not in client.get("/sitemap.xml").text
        assert TITLE not in client.get("/feeds/news.xml").text

    def test_the_search_keys_of_a_published_release_can_be_made_anew(self):
        make_release()
        QuerySet(PressRelease).update(search_text="old")
        assert (rebuild_stale_keys(), rebuild_stale_keys()) == (1, 0)
