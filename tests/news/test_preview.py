import pytest

from loei_coop.common.errors import NotFound, WorkflowError
from loei_coop.news import preview
from loei_coop.news.states import ReleaseState
from tests.news.factories import make_release

pytestmark = pytest.mark.django_db


def test_whoever_has_the_link_finds_the_release(malee):
    release = make_release()
    token = preview.issue(release, by=malee)
    assert (len(token), preview.of_token(token)) == (43, release)


def test_a_new_link_closes_the_former_one(malee):
    release = make_release()
    former = preview.issue(release, by=malee)
    preview.issue(release, by=malee)
    assert preview.of_token(former) is None


def test_a_link_that_was_taken_back_opens_nothing(malee):
    release = make_release()
    token = preview.issue(release, by=malee)
    preview.revoke(release, by=malee)
    with pytest.raises(NotFound):
        preview.opened(token)
    with pytest.raises(WorkflowError):
        preview.revoke(release, by=malee)


def test_no_token_is_no_key_to_releases_without_one():
    make_release()
    assert preview.of_token("") is None


def test_a_published_release_gets_no_link_and_an_outsider_makes_none(malee, wichai):
    published = make_release(state=ReleaseState.PUBLISHED, published_at="2026-01-01T00:00:00Z")
    for release, user in ((published, malee), (make_release(), wichai)):
        with pytest.raises(WorkflowError):
            preview.issue(release, by=user)
