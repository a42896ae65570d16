"""Every public page is strict HTML with one h1 and the right language."""

import html5lib
import pytest

from tests.factories import make_district, make_organization
from tests.governance.awards import make_award
from tests.governance.factories import make_standard

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


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize(("prefix", "language"), [("", "th"), ("/en", "en")])
def test_a_page_is_strict_html_with_one_heading(client, prefix, language, path):
    tha_li = make_organization(code="0005", district=make_district("ท่าลี่", network=4), source=None)
    make_award(tha_li, standard=make_standard(code="good"))
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    document = parser.parse(client.get(prefix + path).text)
    assert document.get("lang") == language
    assert len(document.findall(".//h1")) == 1
