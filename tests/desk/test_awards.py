"""The awards of the organization at its desk."""

import pytest

from tests.factories import make_organization
from tests.governance.admin.reviews import signed_in
from tests.governance.assessing import make_manager
from tests.governance.awards import make_award, make_embargoed, revoked

pytestmark = pytest.mark.django_db


@pytest.fixture
def tha_li():
    return make_organization("สหกรณ์การเกษตรท่าลี่ จำกัด", code="0008")


@pytest.fixture
def malee(tha_li):
    """The manager."""
    return signed_in(make_manager(tha_li))


def certificate(award):
    return f"/desk/organizations/0008/awards/{award.pk}/certificate/"


def test_without_awards_the_page_says_so(malee):
    assert "No award is recorded yet" in malee.get("/en/desk/organizations/0008/awards/").text


def test_she_prints_the_certificate_of_an_announced_award(malee, tha_li):
    award = make_award(tha_li)
    assert certificate(award) in malee.get("/desk/organizations/0008/awards/").text
    assert malee.get(certificate(award))["Content-Type"] == "application/pdf"


def test_before_the_announcement_she_knows_of_nothing(malee, tha_li):
    award = make_embargoed(tha_li)
    assert certificate(award) not in malee.get("/desk/organizations/0008/awards/").text
    assert malee.get(certificate(award)).status_code == 404


def test_a_revoked_award_is_told_and_not_printed(malee, tha_li):
    award = revoked(make_award(tha_li))
    text = malee.get("/desk/organizations/0008/awards/").text
    assert "คำสั่งจังหวัดเลย ที่ 7/2569" in text
    assert certificate(award) not in text
    response = malee.get(certificate(award))
    assert (response.status_code, response["Location"]) == (302, "/desk/organizations/0008/awards/")


def test_the_award_of_another_is_not_there(malee):
    assert malee.get(certificate(make_award())).status_code == 404
