"""Back to a former version of one record, from its history."""

import datetime

import pytest
from django.db import IntegrityError
from django.utils import translation

from networks.models import Organization, Person
from tests.common.changes.acting import act
from tests.factories import (
    appoint,
    make_district,
    make_group,
    make_organization,
    make_person,
    make_source,
    seat,
)

pytestmark = pytest.mark.django_db

FEBRUARY = datetime.datetime(2025, 2, 26, 2, tzinfo=datetime.UTC)
OCTOBER = datetime.date(2025, 10, 1)


def first_version(row):
    type(row).history.update(history_date=FEBRUARY)
    return row.history.order_by("history_id").first()


def address(version, *, model=None, pk=None):
    model = model or version.instance_type._meta.model_name
    pk = pk or getattr(version, version.instance_type._meta.pk.attname)
    return f"/admin/networks/{model}/{pk}/history/{version.pk}/"


def reversion_of(client, version, **where):
    response = client.get(address(version, **where))
    assert response.status_code == 200
    return response.context["reversion"]


def go_back(client, version, **where):
    seen = reversion_of(client, version, **where).seen
    return client.post(address(version, **where), {"seen": seen}, follow=True)


@pytest.fixture
def person():
    return make_person("สมชาย", "ใจดี", phone="0 8123 4567")


def test_the_page_shows_now_and_then(office, person):
    version = first_version(person)
    act(person, last_name="ขยัน", phone_public=True)
    pairs = reversion_of(office, version).differences
    assert [(pair.field, pair.now, pair.then) for pair in pairs] == [
        ("นามสกุล", "ขยัน", "ใจดี"),
        ("เผยแพร่โทรศัพท์", "ใช่", "ไม่ใช่"),
    ]
    assert "ข้อมูล ณ วันที่ 26 กุมภาพันธ์ 2568 เวลา 09.00 น." in office.get(address(version)).text


def test_confirmed_the_former_values_return_in_an_act_of_their_own(office, officer, person):
    version = first_version(person)
    act(person, last_name="ขยัน")
    response = go_back(office, version)
    person.refresh_from_db()
    latest = person.history.first()
    assert person.last_name == "ใจดี"
    assert (latest.change_set.source, latest.change_set.made_by) == ("form", officer)
    assert latest.change_set.reason == "กลับไปใช้ข้อมูล ณ วันที่ 26 กุมภาพันธ์ 2568 เวลา 09.00 น."
    assert "นายสมชาย ใจดี กลับไปใช้ข้อมูล" in response.text


def test_the_reason_is_thai_whoever_goes_back(office, person):
    version = first_version(person)
    act(person, last_name="ขยัน")
    page = f"/en{address(version)}"
    office.post(page, {"seen": office.get(page).context["reversion"].seen})
    assert person.history.first().change_set.reason.startswith("กลับไปใช้ข้อมูล")


def test_private_contacts_stay_as_they_are(office, person):
    version = first_version(person)
    act(person, last_name="ขยัน", phone="0 8999 9999")
    assert "0 8999 9999" not in office.get(address(version)).text
    go_back(office, version)
    person.refresh_from_db()
    assert (person.last_name, person.phone) == ("ใจดี", "0 8999 9999")


def test_the_keys_of_order_and_search_follow(office):
    organization = make_organization("นาด้วง จำกัด")
    version = first_version(organization)
    act(organization, name="ท่าลี่ จำกัด")
    go_back(office, version, model="cooperative")
    assert list(Organization.objects.search("นาด้วง")) == [organization]


def test_dates_keep_their_precision(office):
    year = {"registered_on": datetime.date(2013, 1, 1), "registered_on_precision": "year"}
    organization = make_organization(**year)
    version = first_version(organization)
    day = {"registered_on": datetime.date(2013, 6, 30), "registered_on_precision": "day"}
    act(organization, **day)
    (pair,) = reversion_of(office, version, model="cooperative").differences
    assert (pair.now, pair.then) == ("30 มิถุนายน 2556", "พ.ศ. 2556")
    go_back(office, version, model="cooperative")
    organization.refresh_from_db()
    assert organization.registered_on_precision == "year"


def test_a_version_like_today_has_no_button(office, person):
    page = office.get(address(first_version(person))).text
    assert "ข้อมูลปัจจุบันตรงกับขณะนั้น" in page
    assert "<td>สมชาย</td>" in page
    assert 'name="seen"' not in page


class TestRefused:
    def test_a_value_that_another_record_has_by_now(self, office):
        source = make_source(code="release-1")
        version = first_version(source)
        act(source, code="release-2")
        make_source(code="release-1")
        response = go_back(office, version)
        assert response.status_code == 400
        assert "รหัส: " in response.context["errors"][0]
        source.refresh_from_db()
        assert source.code == "release-2"

    def test_what_a_rule_of_today_forbids(self, office):
        district, somchai = make_district(network=1), make_person()
        organization = make_organization(district=district)
        first = seat(district.network, 1, OCTOBER, somchai, organization)
        version = first_version(first)
        act(first, holder=make_person("เอกวิทย์"))
        seat(district.network, 2, OCTOBER, somchai, organization)
        with translation.override("th"):
            response = go_back(office, version)
        assert "เป็นผู้แทนคนที่ 2" in response.context["errors"][0]
        first.refresh_from_db()
        assert first.holder.first_name == "เอกวิทย์"

    def test_a_record_that_it_referred_to_is_gone(self, office, person):
        organization = make_organization(promotion_officer=person)
        version = first_version(organization)
        act(organization, promotion_officer=None)
        person.delete()
        (pair,) = reversion_of(office, version, model="cooperative").differences
        assert (pair.now, pair.then) == ("–", "นายสมชาย ใจดี")
        assert go_back(office, version, model="cooperative").status_code == 400

    def test_what_only_the_database_knows_is_a_sentence_too(self, office, person, monkeypatch):
        def refuse(*args, **kwargs):
            raise IntegrityError

        version = first_version(person)
        act(person, last_name="ขยัน")
        monkeypatch.setattr(Person, "save", refuse)
        assert "ระเบียนอื่น" in go_back(office, version).context["errors"][0]

    @pytest.mark.parametrize("seen", ["", "0", "x"])
    def test_what_the_officer_did_not_see_is_shown_first(self, office, person, seen):
        version = first_version(person)
        act(person, last_name="ขยัน")
        response = office.post(address(version), {"seen": seen})
        assert response.status_code == 400
        assert "โปรดอ่าน" in response.context["errors"][0]
        person.refresh_from_db()
        assert person.last_name == "ขยัน"

    def test_the_second_click_is_a_new_page_with_nothing_to_do(self, office, person):
        version = first_version(person)
        act(person, last_name="ขยัน")
        seen = reversion_of(office, version).seen
        for _ in range(2):
            response = office.post(address(version), {"seen": seen})
        assert response.status_code == 400
        assert person.history.count() == 3


class TestRemoved:
    def test_a_record_that_was_removed_comes_back(self, office, person):
        pk, version = person.pk, first_version(person)
        person.delete()
        page = office.get(address(version, pk=pk)).text
        assert "ระบบจะเพิ่มระเบียนคืน" in page
        go_back(office, version, pk=pk)
        back = Person.objects.get(pk=pk)
        assert (back.last_name, back.phone) == ("ใจดี", "")
        assert back.history.first().history_type == "+"

    def test_it_is_called_as_it_was_with_those_it_belonged_to(self, office, person):
        appointment = appoint(person, at=make_organization("นาด้วง จำกัด"), starts_on=OCTOBER)
        version = first_version(appointment)
        pk = appointment.pk
        appointment.delete()
        person.delete()
        label = reversion_of(office, version, pk=pk).label
        assert label == "นายสมชาย ใจดี (ผู้จัดการนาด้วง จำกัด)"


class TestRights:
    def test_who_may_only_look_has_no_button(self, client, allow, person):
        version = first_version(person)
        act(person, last_name="ขยัน")
        allow("view_person")
        assert 'name="seen"' not in client.get(address(version)).text
        assert client.post(address(version)).status_code == 403

    def test_who_may_change_goes_back(self, client, allow, person):
        version = first_version(person)
        act(person, last_name="ขยัน")
        allow("change_person")
        assert go_back(client, version).status_code == 200

    def test_who_may_not_add_brings_nothing_back(self, client, allow, person):
        pk, version = person.pk, first_version(person)
        person.delete()
        allow("change_person", "view_person")
        assert client.post(address(version, pk=pk)).status_code == 403

    def test_a_colleague_without_rights_is_refused(self, client, malee, person):
        assert client.get(address(first_version(person))).status_code == 403

    def test_a_group_is_not_reached_through_the_cooperatives(self, client, allow):
        version = first_version(make_group())
        allow("change_cooperative")
        assert client.get(address(version, model="cooperative")).status_code == 404

    def test_a_stranger_is_sent_to_sign_in(self, client, person):
        path = address(first_version(person))
        assert client.post(path).headers["Location"] == f"/admin/login/?next={path}"


@pytest.mark.parametrize("path", ["{pk}/history/999/", "{pk}/history/x/", "x/history/1/"])
def test_a_version_that_is_not_there_is_not_found(office, person, path):
    assert office.get(f"/admin/networks/person/{path.format(pk=person.pk)}").status_code == 404


def test_the_history_leads_to_the_act(office, person):
    version = person.history.get()
    page = office.get(f"/admin/networks/person/{person.pk}/history/").text
    assert f'href="/admin/common/changeset/{version.change_set_id}/change/"' in page


def test_the_page_asks_the_same_number_of_questions_of_short_and_long_histories(
    office, django_assert_num_queries, person
):
    version = first_version(person)
    for length in (1, 30):
        for number in range(length):
            act(person, last_name=f"คนที่ {number}")
        with django_assert_num_queries(6):
            office.get(address(version))
