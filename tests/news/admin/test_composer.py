"""The page where a release begins."""

import pytest
from django.urls import reverse

from governance.models import AssessmentRound
from loei_coop.news.choices import ReleaseKind
from loei_coop.news.models import PressRelease

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("records")]
ADD = reverse("admin:news_pressrelease_add")


def compose(client, kind, **values):
    return client.post(f"{ADD}?kind={kind}", values)


def newest():
    return PressRelease.objects.order_by("-pk").first()


def test_every_kind_is_offered_and_asks_its_own_questions(press):
    page = press.get(ADD)
    assert [value for value, _label, _hint in page.context["kinds"]] == ReleaseKind.values
    for kind in ReleaseKind.values:
        assert press.get(f"{ADD}?kind={kind}").status_code == 200


def test_the_networks_of_2556_are_composed_by_typing_the_year(press, malee):
    response = compose(press, "network_formed", as_of="2556")
    release = newest()
    assert response.headers["Location"].endswith(f"/pressrelease/{release.pk}/change/")
    assert "สหกรณ์ 89 สหกรณ์" in release.body
    assert (release.made_by, release.as_of_precision) == (malee, "year")


def test_a_recorded_round_is_told_as_of_its_year(press):
    round_ = AssessmentRound.objects.get(is_recorded=True)
    compose(press, "round_results", round=round_.pk)
    assert "นายอนันต์ มหัจฉริยพันธุ์ สหกรณ์จังหวัดเลย กล่าวว่า" in newest().body


def test_photo_news_takes_a_time_with_a_point(press):
    typed = {"occasion": "เวทีเสวนา", "day": "26/2/2568", "time": "09.00"}
    compose(press, "photo_news", participants="นายอำเภอ\nผู้จัดการ", **typed)
    assert newest().body.startswith(
        "เมื่อวันที่ 26 กุมภาพันธ์ 2568 เวลา 09.00 น. สำนักงานสหกรณ์จังหวัดเลยจัดเวทีเสวนา "
        "โดยมีนายอำเภอ และผู้จัดการ เข้าร่วม"
    )


@pytest.mark.parametrize(
    ("kind", "values"),
    [
        ("network_formed", {"as_of": "2550"}),
        ("network_formed", {"as_of": "3099"}),
        ("round_results", {}),
        ("photo_news", {"occasion": "ก" * 500, "day": "26/2/2568"}),
        ("meeting", {}),
    ],
)
def test_what_cannot_be_composed_keeps_the_form_and_stores_nothing(press, kind, values):
    before = PressRelease.objects.count()
    response = compose(press, kind, **values)
    assert response.status_code == 200
    assert response.context["form"].errors
    for name, value in values.items():
        assert response.context["form"][name].value() == value
    assert PressRelease.objects.count() == before


def test_an_officer_without_the_right_composes_nothing(client, wichai):
    client.force_login(wichai)
    assert client.get(ADD).status_code == 403
    assert compose(client, "free").status_code == 403
