"""Address, contact and numbers: proposed from the desk, written by nobody but an officer."""

import datetime

import pytest

from networks.models import Organization, Proposal
from tests.desk.people import HOME, propose_phone
from tests.factories import make_district, make_subdistrict

pytestmark = pytest.mark.django_db
CONTACT, COUNTS = f"{HOME}contact/", f"{HOME}counts/"


def filled(client, path, **values):
    """What a browser would send of the form as it is shown, but for these values."""
    form = client.get(path).context["form"]
    shown = {name: form[name].value() for name in form.fields}
    return {name: value for name, value in {**shown, **values}.items() if value is not None}


def test_the_form_shows_the_record_as_it_is(desk):
    form = desk.get(CONTACT).context["form"]
    assert form["phone"].value() == "0 4288 7001"


def test_a_new_telephone_is_sent_and_the_register_stays(na_duang, malee, desk):
    data = filled(desk, CONTACT, phone="0 4288 7999", remark="เปลี่ยนตั้งแต่เดือนนี้")
    response = desk.post(CONTACT, data, follow=True)
    proposal = Proposal.objects.get()
    assert response.redirect_chain == [(f"{HOME}proposals/{proposal.pk}/", 302)]
    assert "Sent to the office." in response.content.decode()
    assert (proposal.wanted, proposal.before) == (
        {"phone": "0 4288 7999"},
        {"phone": "0 4288 7001"},
    )
    assert (proposal.made_by, proposal.note) == (malee, "เปลี่ยนตั้งแต่เดือนนี้")
    na_duang.refresh_from_db()
    assert na_duang.phone == "0 4288 7001"


def test_a_deputy_proposes_too(deputys_desk, somsak):
    deputys_desk.post(CONTACT, filled(deputys_desk, CONTACT, phone="0 4288 7999"))
    assert Proposal.objects.get().made_by == somsak


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({"phone": "โทรหาเรา"}, "Digits, spaces and hyphens"),
        ({"postcode": "42"}, "Five digits"),
        ({}, "Nothing differs from the record"),
    ],
)
def test_what_is_refused_stays_in_the_form_with_the_reason(desk, values, sentence):
    data = filled(desk, CONTACT, remark="โปรดดูให้ด้วย", **values)
    response = desk.post(CONTACT, data)
    page = response.content.decode()
    assert response.status_code == 400
    assert sentence in page
    assert "Not sent yet. What you typed is still here." in page
    assert "โปรดดูให้ด้วย" in page
    assert all(value in page for value in values.values())
    assert not Proposal.objects.exists()


def test_a_second_proposal_waits_for_the_first(na_duang, malee, desk):
    first = propose_phone(na_duang, by=malee)
    page = desk.get(CONTACT).content.decode()
    assert f"{HOME}proposals/{first.pk}/" in page
    response = desk.post(CONTACT, filled(desk, CONTACT, phone="0 4288 7000"))
    assert response.status_code == 400
    assert "Withdraw it first" in response.content.decode()
    assert Proposal.objects.get() == first


def test_only_subdistricts_of_the_own_district_can_be_chosen(subdistrict, desk):
    other = make_subdistrict("ท่าลี่", district=make_district("ท่าลี่", network=4))
    field = desk.get(CONTACT).context["form"].fields["subdistrict"]
    assert list(field.queryset) == [subdistrict]
    response = desk.post(CONTACT, filled(desk, CONTACT, subdistrict=other.pk))
    assert response.status_code == 400


def test_while_the_district_is_not_recorded_no_subdistrict_is_asked_for(na_duang, desk):
    na_duang.district = None
    na_duang.save()
    assert "subdistrict" not in desk.get(CONTACT).context["form"].fields
    desk.post(CONTACT, filled(desk, CONTACT, village="นาดี"))
    assert Proposal.objects.get().wanted == {"village": "นาดี"}


def test_counts_are_sent_with_the_day_on_which_they_were_counted(desk):
    data = filled(desk, COUNTS, members="1250", share_capital="3500000.50", counted_on="31/12/2568")
    desk.post(COUNTS, {**data, "business_lines": ["loans", "deposits"]})
    assert Proposal.objects.get().wanted == {
        "members": 1250,
        "share_capital": "3500000.50",
        "counted_on": "2025-12-31",
        "business_lines": ["deposits", "loans"],
    }


def test_the_day_of_counting_is_asked_for_anew(na_duang, desk):
    Organization.objects.filter(pk=na_duang.pk).update(
        members=900, counted_on=datetime.date(2025, 3, 31)
    )
    form = desk.get(COUNTS).context["form"]
    assert (form["members"].value(), form["counted_on"].value()) == (900, None)
    assert "31 March 2025" in form.fields["counted_on"].help_text


@pytest.mark.parametrize("day", ["", "31/12/2599", "เมื่อวาน"])
def test_numbers_without_a_possible_day_are_not_sent(desk, day):
    response = desk.post(COUNTS, filled(desk, COUNTS, members="1250", counted_on=day))
    assert response.status_code == 400
    assert list(response.context["form"].errors) == ["counted_on"]
    assert 'value="1250"' in response.content.decode()
    assert not Proposal.objects.exists()


def test_a_form_that_was_refused_leaves_the_name_on_the_page(na_duang, desk):
    response = desk.post(CONTACT, {"phone": "x"})
    assert response.context["desk"].organization.phone == "0 4288 7001"
