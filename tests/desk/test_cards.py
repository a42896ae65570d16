"""What waits at a desk: collected from the apps, the most pressing first."""

import datetime
from types import SimpleNamespace

import pytest

from loei_coop.common.todo import Card, Tone
from loei_coop.desk import cards
from loei_coop.desk.guards import Desk
from networks import workflow
from networks.models import Organization

pytestmark = pytest.mark.django_db


def titles(organization, user):
    organization = Organization.objects.get(pk=organization.pk)
    return [(str(card.title), card.tone) for card in cards.cards_of(Desk(organization, user))]


def test_the_most_pressing_card_comes_first_whichever_app_has_it(monkeypatch, na_duang, malee):
    def app(tone):
        return SimpleNamespace(desk_todos=lambda desk: [Card(tone, "", "/desk/", Tone(tone))])

    silent = SimpleNamespace(todos=lambda user: [])
    monkeypatch.setattr(
        cards, "todo_modules", lambda: [app("calm"), silent, app("now"), app("soon")]
    )
    found = cards.cards_of(Desk(na_duang, malee))
    assert [card.tone for card in found] == ["now", "soon", "calm"]


def test_the_list_waits_to_be_confirmed_until_it_is(na_duang, malee):
    assert len(titles(na_duang, malee)) == 1
    workflow.confirm_holders(na_duang, meeting_on=datetime.date(2026, 2, 20), by=malee)
    assert titles(na_duang, malee) == []


@pytest.mark.parametrize(("day", "month", "tone"), [(31, 12, Tone.SOON), (31, 3, Tone.NOW)])
def test_it_presses_once_the_time_for_the_meeting_is_over(na_duang, malee, day, month, tone):
    na_duang.accounting_year_end_day, na_duang.accounting_year_end_month = day, month
    na_duang.save()
    ((_title, found),) = titles(na_duang, malee)
    assert found == tone


def test_a_deputy_is_not_asked_to_confirm_the_list(na_duang, somsak):
    assert titles(na_duang, somsak) == []
