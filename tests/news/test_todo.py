"""What of the news waits on the officers' home page."""

import pytest

from loei_coop.news import workflow
from loei_coop.news.choices import ReleaseKind
from loei_coop.news.composing import compose
from loei_coop.news.facts.collecting import Subject
from loei_coop.news.facts.times import today
from loei_coop.news.todo import todos
from tests.factories import make_district, make_organization
from tests.news.factories import make_release, the_portal

pytestmark = pytest.mark.django_db


def waiting(user):
    found = [task for todo in todos(user) for task in todo.tasks]
    return {task.address.partition("=")[2]: task.count for task in found}


def test_the_head_sees_what_waits_for_approval(malee, pranee):
    workflow.submit(make_release(), by=malee)
    make_release("ยังเป็นร่าง")
    assert waiting(pranee) == {"approve": 1}


def test_a_publisher_sees_what_is_approved(pranee, somsri):
    workflow.approve(make_release(), by=pranee)
    assert waiting(somsri) == {"approve": 0, "publish": 1, "flagged": 0}


def test_a_writer_sees_what_the_records_no_longer_bear_out(malee, pranee):
    the_portal()
    for number in range(1, 6):
        make_district(f"อำเภอ {number}", network=number)
    workflow.approve(compose(ReleaseKind.YEARLY_SUMMARY, Subject(today())), by=pranee)
    assert waiting(malee) == {"flagged": 0}
    make_organization("สหกรณ์การเกษตรใหม่ จำกัด")
    assert waiting(malee) == {"flagged": 1}


def test_who_has_nothing_to_do_with_the_news_sees_nothing(wichai):
    assert waiting(wichai) == {}
