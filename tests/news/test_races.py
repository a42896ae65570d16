"""Two officers at the same moment, on both databases."""

import pytest
from django.contrib.contenttypes.models import ContentType

from loei_coop.common.seals import altered_rows
from loei_coop.news import workflow
from loei_coop.news.models import PressRelease
from loei_coop.news.states import ReleaseState
from networks.models import Organization
from tests.desk.assessment.test_races import together
from tests.governance.test_confirmation_races import tried
from tests.news.factories import make_release

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def content_types():
    """A flushed database has none; the portal makes them with its tables."""
    ContentType.objects.get_for_model(Organization)


@pytest.fixture
def head(django_user_model):
    return django_user_model.objects.create_superuser("somsri", password="x")


def twice(release, act):
    rows = [PressRelease.objects.get(pk=release.pk) for _officer in range(2)]
    return together(*(tried(lambda row=row: act(row)) for row in rows))


def test_two_publish_and_one_does(head):
    release = make_release(state=ReleaseState.APPROVED)
    done = twice(release, lambda row: workflow.publish(row, by=head))
    assert sorted(done) == [False, True]
    assert release.events.filter(kind="published").count() == 1
    assert list(altered_rows()) == []


def test_two_save_the_same_text_and_one_is_warned(head):
    release = make_release()
    done = twice(release, lambda row: workflow.edit(row, by=head, seen_revision=0, title="ก"))
    assert sorted(done) == [False, True]
    release.refresh_from_db()
    assert release.revision == 1
