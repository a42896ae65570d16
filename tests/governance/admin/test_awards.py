"""The list of awards, one award, and its steps as an officer walks them."""

import datetime

import pytest
from django.utils import timezone

from governance.models import Award
from loei_coop.common.changes.taking_back import NotTakenBackError, take_back
from loei_coop.common.models import ChangeSet
from networks.choices import Ending, Position
from networks.register.joining import join_duplicates
from tests.common.uploads.pictures import of_a_telephone, read, sent
from tests.factories import appoint, make_agency, make_organization, make_person, make_source
from tests.governance.admin.reviews import question_count, signed_in
from tests.governance.assessing import make_officer
from tests.governance.awards import (
    THA_LI,
    make_award,
    make_award_officer,
    make_embargoed,
    revoked,
)
from tests.networks.guided.walk import carry_out, complaints, consequences, said

pytestmark = pytest.mark.django_db
LIST = "/en/admin/governance/award/"
REVOCATION = {
    "revoked_order": "คำสั่งจังหวัดเลย ที่ 7/2569",
    "revoked_on": "2/3/2569",
    "revocation_text": "เอกสารประกอบไม่ถูกต้อง",
    "revocation_reason": "ผู้สอบบัญชีทักท้วง",
}


@pytest.fixture(autouse=True)
def uploads(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def keeper(db):
    """ประสงค์, who looks after awards."""
    return signed_in(make_award_officer())


def page(award, *parts):
    return LIST + "/".join(map(str, [award.pk, *parts, ""]))


def granted(**values):
    given = {
        "organization": make_organization(THA_LI).pk,
        "fiscal_year": "2567",
        "award_object": "certificate",
        "title": "สหกรณ์ดีเด่นแห่งชาติ",
        "area_level": "nation",
        "order": "1",
        "announced_time": "09:00",
    }
    return {**given, **values}


def test_the_list_asks_the_same_number_of_questions_of_3_and_of_30(keeper):
    for number in range(3):
        make_award(make_organization(f"สหกรณ์ที่ {number} จำกัด"), title="ก")
    few = question_count(keeper, LIST)
    for number in range(3, 30):
        make_award(make_organization(f"สหกรณ์ที่ {number} จำกัด"), title="ก")
    assert question_count(keeper, LIST) == few


@pytest.mark.parametrize(
    ("query", "number"),
    [({"q": "ทาลี"}, 1), ({"q": "นาด้วง"}, 0), ({"year": "2026"}, 1), ({"public": "no"}, 0)],
)
def test_it_is_searched_and_narrowed(keeper, query, number):
    make_award()
    assert len(keeper.get(LIST, query).context["cl"].result_list) == number


def test_an_award_of_the_past_is_recorded_by_its_source(keeper):
    data = granted(source=make_source().pk)
    assert said(carry_out(keeper, f"{LIST}grant/", data))
    award = Award.objects.get()
    assert (award.fiscal_year, award.is_recorded, award.state) == (2024, True, "granted")


def test_a_new_award_is_known_from_its_hour_on(keeper):
    day = timezone.localdate() + datetime.timedelta(days=3)
    carry_out(keeper, f"{LIST}grant/", granted(announced_on=day.strftime("%d/%m/%Y")))
    award = Award.objects.get()
    assert timezone.localtime(award.announced_at).strftime("%H:%M") == "09:00"
    assert not award.is_public


@pytest.mark.parametrize("values", [{}, {"announced_on": "1/1/2569"}])
def test_an_award_without_source_and_time_or_with_a_past_one_is_refused(keeper, values):
    response = keeper.post(f"{LIST}grant/", granted(**values))
    if values:
        response = carry_out(keeper, f"{LIST}grant/", granted(**values, fiscal_year="2566"))
    assert complaints(response)
    assert not Award.objects.exists()


def test_the_governor_of_today_is_proposed(keeper):
    province = make_agency("จังหวัดเลย")
    chai = make_person("ชัย")
    begun = {"starts_on": datetime.date(2025, 10, 1), "ending": Ending.IN_OFFICE}
    appoint(chai, Position.GOVERNOR, at=province, **begun)
    form = keeper.get(page(make_award(), "await")).context["form"]
    assert form["presenter"].initial == chai.pk
    assert form["post"].initial == "ผู้ว่าราชการจังหวัดเลย"


def test_what_will_happen_is_told_before(keeper):
    award = make_award()
    data = {"post": "ผู้ว่าราชการจังหวัดเลย", "day": "7/2569"}
    told = consequences(keeper.post(page(award, "await"), data))
    assert told[1] == "By ผู้ว่าราชการจังหวัดเลย. Day: July 2026. Place: not known."
    carry_out(keeper, page(award, "await"), data)
    award.refresh_from_db()
    assert (award.state, award.presented_on_precision) == ("waiting", "month")


def test_a_revocation_is_carried_out_and_stays(keeper):
    award = make_award()
    carry_out(keeper, page(award, "revoke"), REVOCATION)
    award.refresh_from_db()
    assert award.is_revoked
    assert "ผู้สอบบัญชีทักท้วง" in keeper.get(page(award, "change")).text
    assert page(award, "present") not in keeper.get(page(award, "change")).text


def test_the_second_click_is_told(keeper):
    award = make_award()
    carry_out(keeper, page(award, "revoke"), REVOCATION)
    response = carry_out(keeper, page(award, "revoke"), REVOCATION)
    assert complaints(response) == ["This is not possible now: the award is “revoked”."]


def test_a_step_is_not_taken_back_by_undoing_its_act(keeper, officer):
    award = make_award()
    carry_out(keeper, page(award, "revoke"), REVOCATION)
    act = ChangeSet.objects.first()
    with pytest.raises(NotTakenBackError):
        take_back(act, made_by=lambda: officer)
    award.refresh_from_db()
    assert award.is_revoked


def test_its_words_are_corrected_on_its_page_and_its_state_is_not(keeper):
    award = make_award(title="ธรรมาภิบาล")
    form = keeper.get(page(award, "change")).context["adminform"].form
    assert "number" in form.fields
    assert not {"state", "announced_at", "code", "revoked_on"} & set(form.fields)


def test_the_first_page_of_the_office_tells_of_it_among_the_latest_changes(office):
    make_award()
    assert THA_LI in office.get("/en/admin/").text


def test_a_year_that_is_only_read_is_of_the_buddhist_era(keeper):
    reader = signed_in(make_officer("kanya", "view_award"))
    assert "2026 (B.E. 2569)" in reader.get(page(make_award(), "change")).text


def test_what_the_public_knows_of_is_not_deleted(office):
    known, hidden = make_award(), make_embargoed(make_organization("สหกรณ์อื่น จำกัด"))
    assert office.get(page(known, "delete")).status_code == 403
    assert office.get(page(hidden, "delete")).status_code == 200


def test_certificates_of_the_narrowed_list_are_one_file(keeper):
    make_award()
    response = keeper.get(f"{LIST}certificates/", {"year": "2026"})
    assert response["Content-Type"] == "application/pdf"
    empty = keeper.get(f"{LIST}certificates/", {"q": "นาด้วง"}, follow=True)
    assert said(empty)


def test_before_the_announcement_an_officer_prints_and_a_colleague_does_not(keeper):
    award = make_embargoed()
    assert keeper.get(page(award, "certificate"))["Content-Type"] == "application/pdf"
    stranger = signed_in(make_officer("kanya"))
    assert stranger.get(page(award, "certificate")).status_code == 403


def test_of_a_revoked_one_no_certificate_is_printed(keeper):
    award = revoked(make_award())
    assert said(keeper.get(page(award, "certificate"), follow=True))


def test_a_photo_is_put_in_place_and_seen_before_the_announcement_by_officers(keeper):
    award = make_embargoed()
    data = {"upload": sent(of_a_telephone(), "a.jpg"), "text": "ภาพการมอบโล่"}
    keeper.post(page(award, "photo"), data)
    assert read(keeper.get(page(award, "photo", "file")).getvalue()).format == "JPEG"
    assert "ภาพการมอบโล่" in keeper.get(page(award, "change")).text


def test_a_photo_without_words_is_refused_and_what_was_typed_stays(keeper):
    award = make_award()
    data = {"upload": sent(of_a_telephone(), "a.jpg"), "text": "", "text_en": "The plaque"}
    response = keeper.post(page(award, "photo"), data)
    assert response.status_code == 400
    assert "The plaque" in response.text


@pytest.mark.usefixtures("english")
def test_a_duplicate_with_awards_stays_and_the_other_is_joined_into_it():
    tha_li, duplicate = make_organization(THA_LI), make_organization("สหกรณ์การเกษตรท่าลี่")
    make_award(duplicate)
    with pytest.raises(Exception, match="awards"):
        join_duplicates(tha_li, duplicate=duplicate)
    join_duplicates(duplicate, duplicate=tha_li)
    assert duplicate.awards.count() == 1
