"""Two officers announce or call off at the same moment, on both databases."""

import datetime

import pytest
from django.contrib.contenttypes.models import ContentType
from django.utils import timezone

from governance import workflow
from governance.models import Announcement, Assessment, AssessmentEvent, Award
from governance.workflow import AwardTerms
from networks.models import Organization
from tests.desk.assessment.test_races import together
from tests.governance.assessing import make_officer, open_round
from tests.governance.confirmed import confirmed_cases
from tests.governance.test_confirmation_races import tried

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def round_():
    ContentType.objects.get_for_model(Organization)
    round_ = open_round()
    confirmed_cases(round_, [100], district=None)
    return round_


@pytest.fixture
def wanida():
    return make_officer("wanida", "add_announcement")


def terms(round_):
    return AwardTerms(levels=set(round_.edition.levels.values_list("pk", flat=True)))


def test_two_announce_and_there_is_one_award(round_, wanida):
    given = terms(round_)
    act = tried(lambda: workflow.announce(round_, given, by=wanida))
    assert sorted(together(act, act)) == [False, True]
    assert (Announcement.objects.count(), Award.objects.count()) == (1, 1)
    assert AssessmentEvent.objects.filter(kind="announced").count() == 1


def test_two_call_off_and_one_does(round_, wanida):
    tomorrow = timezone.now() + datetime.timedelta(days=1)
    made = workflow.announce(round_, terms(round_), by=wanida, at=tomorrow)
    act = tried(lambda: workflow.call_off(made, by=wanida))
    assert sorted(together(act, act)) == [False, True]
    assert Assessment.objects.get().announced_at is None
    assert AssessmentEvent.objects.filter(kind="called-off").count() == 1
