"""The picture that LINE, Facebook and others show beside a link: title and office, 1200 × 630."""

from loei_coop.common import papers
from loei_coop.common.kept import kept
from loei_coop.common.papers.text import AsTyped
from loei_coop.news.article import quoted
from loei_coop.news.models import PressRelease
from loei_coop.news.papers import heading_of
from networks.letterhead import letterhead

TEMPLATE = "share"
# The template counts one point for each dot of the picture.
DOTS_PER_INCH = 72


def picture_of(release: PressRelease) -> bytes:
    """PNG; made once for a title and a design."""
    data = {"heading": heading_of(release), "title": AsTyped(quoted(release.title))}
    paper = papers.paper(release.title, data, letterhead(), thai_digits=False)
    design = (papers.TEMPLATES / f"{TEMPLATE}.typ").read_text()
    return kept("share", design + paper, lambda: drawn(paper))


def drawn(paper: str) -> bytes:
    return papers.compiled(TEMPLATE, paper, format="png", ppi=DOTS_PER_INCH)
