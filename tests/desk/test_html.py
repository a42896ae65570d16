"""Every page of the desk is strict HTML with one h1 and the right language."""

import html5lib
import pytest

from networks.models import Proposal
from tests.desk.people import newcomer, propose_phone

pytestmark = pytest.mark.django_db
HOME = "/desk/organizations/0005/"
PAGES = ["", "contact/", "counts/", "holders/", "holders/begin/", "holders/deputy/"]
PAGES += ["holders/confirm/", "proposals/", "proposals/{number}/"]


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize(("prefix", "language"), [("", "th"), ("/en", "en")])
def test_a_page_is_strict_html_with_one_heading(
    na_duang, malee, somsak, desk, prefix, language, page
):
    number = propose_phone(na_duang, by=malee).pk
    document = parsed(desk.get(prefix + HOME + page.format(number=number)))
    assert document.get("lang") == language
    assert len(document.findall(".//h1")) == 1


def test_a_form_that_was_refused_is_strict_html_too(desk):
    response = desk.post(f"{HOME}holders/begin/", newcomer(starts_on="เมื่อวาน"))
    assert len(parsed(response).findall(".//h1")) == 1
    assert not Proposal.objects.exists()


def parsed(response):
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    return parser.parse(response.content.decode())
