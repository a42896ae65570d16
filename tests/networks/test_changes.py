import pytest

from loei_coop.common.history import HistoryType, recording
from loei_coop.common.models import ChangeSet
from networks.changes import last_change_of, latest_changes
from networks.models import Organization
from tests.factories import make_group, make_organization, make_person, organization_values

pytestmark = pytest.mark.django_db


def kinds_and_numbers():
    return [(change.kind, change.number) for change in latest_changes()]


def test_an_empty_register_has_no_changes():
    assert latest_changes() == []


def test_one_act_on_one_organization_names_it():
    organization = make_organization()
    (change,) = latest_changes()
    assert (change.kind, change.number) == (HistoryType.ADDED, 1)
    assert change.organization == organization
    assert change.change_set == organization.history.get().change_set


def test_one_act_on_many_tells_how_many_and_names_none():
    with recording(ChangeSet.Source.COMMAND):
        make_organization()
        make_group()
    (change,) = latest_changes()
    assert (change.kind, change.number, change.organization) == (HistoryType.ADDED, 2, None)


def test_an_organization_saved_twice_in_one_act_counts_once():
    organization = make_organization()
    with recording(ChangeSet.Source.FORM):
        organization.save()
        organization.save()
    assert kinds_and_numbers() == [(HistoryType.CHANGED, 1), (HistoryType.ADDED, 1)]


def test_one_act_that_adds_and_removes_is_told_as_two():
    organization = make_organization()
    with recording(ChangeSet.Source.FORM):
        organization.delete()
        make_group()
    assert sorted(kinds_and_numbers()[:2]) == [(HistoryType.ADDED, 1), (HistoryType.REMOVED, 1)]


def test_what_was_removed_has_no_page_to_lead_to():
    make_organization().delete()
    assert [change.organization for change in latest_changes()] == [None, None]


def test_what_was_joined_away_has_no_page_to_lead_to():
    survivor = make_organization()
    duplicate = make_organization("สหกรณ์ซ้ำ จำกัด")
    duplicate.joined_into = survivor
    duplicate.save()
    assert [change.organization for change in latest_changes()] == [None, None, survivor]


def test_the_latest_acts_come_first_and_no_more_than_asked_for():
    for name in ("ก จำกัด", "ข จำกัด", "ค จำกัด", "ง จำกัด"):
        make_organization(name)
    shown = [change.organization.name for change in latest_changes(limit=3)]
    assert shown == ["ง จำกัด", "ค จำกัด", "ข จำกัด"]


def test_a_change_of_a_person_is_no_news_for_visitors():
    make_person()
    assert latest_changes() == []


@pytest.mark.parametrize("number", [3, 30])
def test_changes_take_three_questions_whatever_the_number(django_assert_num_queries, number):
    for _ in range(number):
        make_organization()
    with django_assert_num_queries(3):
        assert len(latest_changes(limit=50)) == number


def test_an_organization_knows_its_last_change():
    organization = make_organization()
    organization.phone = "0 4281 1234"
    organization.save()
    assert last_change_of(organization) == organization.history.latest().history_date


def test_a_row_without_history_has_no_last_change():
    Organization.objects.bulk_create([Organization(**organization_values("ก จำกัด"))])
    assert last_change_of(Organization.objects.get()) is None
