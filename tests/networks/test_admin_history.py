"""Saving through the proxies writes the one history of the register."""

import pytest

from loei_coop.common.models import ChangeSet
from loei_coop.thai.django.dates import show_moment
from networks.models import Organization
from networks.register.joining import join_duplicates
from tests.factories import make_group, make_organization, make_person
from tests.networks.admin_forms import cooperative_form, group_form, inline

pytestmark = pytest.mark.django_db

PROXIES = pytest.mark.parametrize(
    ("proxy", "make", "form"),
    [
        ("cooperative", make_organization, cooperative_form),
        ("farmergroup", make_group, group_form),
    ],
)


def change(office, proxy, row, data):
    response = office.post(f"/admin/networks/{proxy}/{row.pk}/change/", data)
    assert response.status_code == 302


@PROXIES
def test_a_change_through_a_proxy_lands_once_in_the_history(office, officer, proxy, make, form):
    row = make(code="0012", phone="0 4281 1234")
    change(office, proxy, row, form(phone="0 4281 5678"))
    latest, first = Organization.history.filter(id=row.pk)
    assert (first.history_type, latest.history_type) == ("+", "~")
    assert (first.phone, latest.phone) == ("0 4281 1234", "0 4281 5678")
    assert latest.history_user == officer
    assert latest.change_set.made_by == officer
    assert latest.change_set.source == ChangeSet.Source.FORM


@PROXIES
def test_the_history_page_tells_who_when_and_old_and_new(office, proxy, make, form):
    row = make(form()["name"], code="0012", type=form()["type"], phone="0 4281 1234")
    change(office, proxy, row, form(phone="0 4281 5678"))
    moment = show_moment(row.history.latest().history_date)
    for model in (proxy, "organization"):
        text = office.get(f"/admin/networks/{model}/{row.pk}/history/").text
        assert "0 4281 1234 → 0 4281 5678" in text
        assert "<td>somsri</td>" in text
        assert f"{moment}</a>" in text


@PROXIES
def test_a_version_of_the_past_can_be_looked_at(office, proxy, make, form):
    row = make(code="0012")
    version = row.history.latest()
    for model in (proxy, "organization"):
        path = f"/admin/networks/{model}/{row.pk}/history/{version.pk}/"
        assert office.get(path).status_code == 200


def go_back(client, path):
    """To the version that the page shows, as the officer confirms it there."""
    return client.post(path, {"seen": client.get(path).context["reversion"].seen})


def test_restoring_an_older_state_does_not_part_what_was_joined_since(office):
    survivor = make_group("กลุ่มเกษตรกรทำสวนบ้านน้ำพุ", code="0101")
    duplicate = make_group("กลุ่มเกษตรกรบ้านน้ำพุ", code="0102")
    version = duplicate.history.latest().pk
    join_duplicates(survivor, duplicate=duplicate)
    duplicate.refresh_from_db()
    duplicate.phone = "0 4281 5678"
    duplicate.save()
    go_back(office, f"/admin/networks/farmergroup/{duplicate.pk}/history/{version}/")
    duplicate.refresh_from_db()
    assert (duplicate.phone, duplicate.joined_into) == ("", survivor)


def test_a_record_that_was_removed_is_restored(office):
    row = make_group(code="0102", phone="0 4281 1234")
    key, version = row.pk, row.history.latest().pk
    row.delete()
    go_back(office, f"/admin/networks/farmergroup/{key}/history/{version}/")
    assert Organization.objects.get(pk=key).phone == "0 4281 1234"


def test_dates_and_choices_are_told_as_people_read_them(office):
    row = make_organization(cooperative_form()["name"], code="0012", type="savings")
    change(office, "cooperative", row, cooperative_form(registered_on="2556", status="operating"))
    text = office.get(f"/admin/networks/cooperative/{row.pk}/history/").text
    assert "– → พ.ศ. 2556" in text
    assert "– → ดำเนินธุรกิจ" in text


def test_the_names_of_one_submission_belong_to_the_same_act(office):
    row = make_organization(code="0012")
    names = inline("names", [{"name": "สอ.ครูเลย", "use": "former"}])
    change(office, "cooperative", row, cooperative_form(**names))
    (name,) = row.names.all()
    assert name.history.get().change_set == row.history.latest().change_set


def test_looking_at_pages_leaves_no_act_behind(office):
    row = make_organization()
    before = ChangeSet.objects.count()
    office.get(f"/admin/networks/cooperative/{row.pk}/change/")
    office.get("/admin/networks/cooperative/")
    assert ChangeSet.objects.count() == before


def test_a_refused_form_leaves_no_act_behind(office):
    row = make_group(code="0012")
    before = ChangeSet.objects.count()
    office.post(f"/admin/networks/farmergroup/{row.pk}/change/", group_form(name="ก จำกัด"))
    assert ChangeSet.objects.count() == before
    assert row.history.count() == 1


def test_a_persons_private_contacts_are_not_in_the_history_page(office):
    row = make_person(phone="0 8123 4567")
    row.phone = "0 8999 9999"
    row.save()
    text = office.get(f"/admin/networks/person/{row.pk}/history/").text
    assert "0 8123 4567" not in text
    assert "0 8999 9999" not in text
