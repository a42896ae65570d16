"""Every public page is strict HTML with one h1 and the right language."""

import html5lib
import pytest

from networks.models import Organization
from tests.factories import make_district, make_organization
from tests.governance.awards import make_award
from tests.governance.factories import make_standard
from tests.news.public import add_photo, correct, make_draft, make_release, publish, withdraw

pytestmark = pytest.mark.django_db
PAGES = [
    "/",
    "/networks/",
    "/networks/4/",
    "/organizations/",
    "/organizations/?kind=cooperative&network=4",
    "/organizations/?type=fisheries&network=4",
    "/organizations/0005/",
    "/committee/",
    "/awards/",
    "/awards/2569/",
    "/awards/standards/good/",
    "/committee/?on=x",
    "/search/",
    "/search/?q=ท่าลี่",
    "/search/?q=ทาลู",
    "/search/?q=ข่าว",
    "/news/",
    "/news/?kind=free",
    "/news/{release}/",
    "/news/{withdrawn}/",
    "/news/preview/k3J/",
    "/report/",
    "/report/thanks/",
    "/help/",
    "/privacy/",
    "/account/activate/",
    "/account/activate/password/",
    "/open-data/",
    "/about/",
    "/contact/",
    "/styleguide/",
    "/nothing/",
]


def make_news():
    """The key of a release with a photo, a fact and a correction, besides a draft."""
    make_draft("ร่างข่าว", preview_token="k3J")
    fact = {"value": 89, "label": "สหกรณ์", "url": "/organizations/"}
    release = make_draft("ข่าว", facts={"n": fact}, organizations=Organization.objects.all())
    add_photo(release, caption="คำบรรยาย")
    correct(release)
    return publish(release).pk


def make_withdrawn_news():
    release = make_release("ข่าวที่ถอน")
    withdraw(release)
    return release.pk


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize(("prefix", "language"), [("", "th"), ("/en", "en")])
def test_a_page_is_strict_html_with_one_heading(client, settings, tmp_path, prefix, language, path):
    settings.MEDIA_ROOT = tmp_path
    tha_li = make_organization(code="0005", district=make_district("ท่าลี่", network=4), source=None)
    make_award(tha_li, standard=make_standard(code="good"))
    path = path.format(release=make_news(), withdrawn=make_withdrawn_news())
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    document = parser.parse(client.get(prefix + path).text)
    assert document.get("lang") == language
    assert len(document.findall(".//h1")) == 1
