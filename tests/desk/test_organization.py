"""The first page of the desk: who works together, what waits, what can be done."""

import pytest

from networks.choices import Position
from networks.models import Proposal
from tests.desk.people import HOME, OCTOBER, propose_phone
from tests.factories import appoint, make_group, make_person

pytestmark = pytest.mark.django_db


def text_of(client, path=HOME):
    response = client.get(path)
    assert response.status_code == 200
    return response.content.decode()


def test_the_three_who_work_together_stand_on_top(na_duang, desk, office_agency):
    udom = make_person("อุดม", "นาดี")
    appoint(udom, Position.BOARD_CHAIR, at=na_duang, starts_on=OCTOBER)
    officer = make_person("วิชัย", "ทองดี")
    appoint(officer, Position.PROMOTION_OFFICER, at=office_agency, starts_on=OCTOBER)
    na_duang.promotion_officer = officer
    na_duang.save()
    parties = desk.get(HOME).context["parties"]
    assert [str(row.person) for row in parties.board.people] == ["นายอุดม นาดี"]
    assert [str(row.person) for row in parties.management.people] == ["นางมาลี ใจงาม"]
    assert parties.officer == officer
    assert 'href="tel:042811234,12"' in text_of(desk)


@pytest.mark.parametrize(("is_public", "number"), [(True, "0812345678"), (False, "042811234,12")])
def test_the_officers_own_number_is_called_only_if_it_is_public(
    na_duang, desk, office_agency, is_public, number
):
    officer = make_person("วิชัย", phone="08 1234 5678", phone_public=is_public)
    na_duang.promotion_officer = officer
    na_duang.save()
    page = text_of(desk)
    assert f'href="tel:{number}"' in page
    assert ("08 1234 5678" in page) is is_public


def test_without_any_number_the_page_of_the_office_is_offered(desk):
    page = text_of(desk)
    assert "tel:" not in page
    assert 'class="call" href="/en/contact/"' in page


def test_a_farmer_group_without_a_manager_shows_who_is_responsible(malee, desk):
    group = make_group(code="0003")
    appoint(malee.person, Position.RESPONSIBLE, at=group, starts_on=OCTOBER)
    parties = desk.get("/en/desk/organizations/0003/").context["parties"]
    assert (parties.management.title, len(parties.management.people)) == ("Person responsible", 1)
    assert (parties.board.title, parties.board.people) == ("Chair of the board", [])


def test_what_an_officer_entered_waits_for_the_manager(na_duang, malee, desk, wichai):
    proposal = propose_phone(na_duang, by=wichai, on_behalf_of=malee)
    (card, _list) = desk.get(HOME).context["cards"]
    assert card.address == f"{HOME}proposals/{proposal.pk}/"
    assert (card.title, card.tone) == ("Address and contact", "now")
    assert "วิชัย" in card.sentence
    assert "Please check and confirm." in card.sentence


def test_what_was_entered_for_another_waits_for_that_one_only(
    na_duang, malee, deputys_desk, wichai
):
    propose_phone(na_duang, by=wichai, on_behalf_of=malee)
    assert deputys_desk.get(HOME).context["cards"] == []


def test_the_latest_proposals_stand_there_with_their_state(na_duang, malee, desk):
    propose_phone(na_duang, by=malee)
    page = text_of(desk)
    assert "waiting for the office" in page
    assert "Entered by Malee" in page


def test_a_new_desk_says_that_nothing_was_sent(desk):
    assert "Nothing was sent so far." in text_of(desk)


def test_the_second_desk_has_nothing_of_the_first(na_duang, malee, kanya, client):
    propose_phone(na_duang, by=malee)
    client.force_login(kanya)
    assert list(client.get("/desk/organizations/0008/").context["proposals"]) == []
    assert Proposal.objects.count() == 1


def test_nothing_changes_when_a_page_is_looked_at(desk, django_assert_max_num_queries):
    with django_assert_max_num_queries(30) as queries:
        desk.get(HOME)
    changing = ("INSERT", "UPDATE", "DELETE")
    assert [q["sql"] for q in queries if q["sql"].startswith(changing)] == []
