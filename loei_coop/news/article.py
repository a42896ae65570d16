"""What the page of a release shows, from the release as it is stored."""

from collections.abc import Callable
from dataclasses import dataclass

from django.urls import reverse
from django.utils import translation
from django.utils.http import urlencode
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from governance.models import Award
from loei_coop.news.blocks import first_words
from loei_coop.news.models import PressRelease, ReleaseCorrection, ReleasePhoto
from loei_coop.news.photo_sizes import widths_of
from loei_coop.news.rendering import as_html
from loei_coop.news.shown_facts import Shown, shown_facts
from networks.models import Organization

SUMMARY = 200  # signs: two lines on a telephone's message, three on a list
QUOTES = ("“", '"')


@dataclass(frozen=True)
class Picture:
    """A photo with the addresses of its sizes, as `srcset` wants them."""

    photo: ReleasePhoto
    src: str
    srcset: str


@dataclass(frozen=True)
class Article:
    release: PressRelease
    title: str
    title_is_thai: bool
    body: SafeString
    body_is_thai: bool
    facts: list[Shown]
    pictures: list[Picture]
    corrections: list[ReleaseCorrection]
    organizations: list[Organization]
    # The round has awards that are in public: their page is that of its fiscal year.
    has_awards: bool

    @property
    def is_thai(self) -> bool:
        """On an English page: nobody has written its summary yet."""
        return self.body_is_thai and get_language() == "en"


def article_of(release: PressRelease, photo_address: Callable[[ReleasePhoto, int], str]) -> Article:
    in_english = get_language() == "en"
    return Article(
        release=release,
        title=quoted(release.local_title),
        title_is_thai=not (in_english and release.title_en),
        body=as_html(release.local_body),
        body_is_thai=not (in_english and release.body_en),
        facts=list(shown_facts(release.facts)),
        pictures=[picture_of(photo, photo_address) for photo in release.photos.all()],
        corrections=list(release.corrections.all()),
        organizations=list(release.organizations.standing().in_thai_order()),
        has_awards=has_awards(release),
    )


def has_awards(release: PressRelease) -> bool:
    if release.round is None:
        return False
    return Award.objects.public().of_year(release.round.fiscal_year).exists()


def quoted(title: str) -> str:
    """In quotes, as the office's releases write it; what was typed with them has them already."""
    return title if title.startswith(QUOTES) else f"“{title}”"


def summary_of(release: PressRelease) -> str:
    return first_words(release.local_body, at_most=SUMMARY)


def picture_of(photo: ReleasePhoto, address: Callable[[ReleasePhoto, int], str]) -> Picture:
    widths = widths_of(photo)
    sizes = [f"{address(photo, width)} {width}w" for width in widths]
    middle = widths[min(1, len(widths) - 1)]
    return Picture(photo, src=address(photo, middle), srcset=", ".join(sizes))


def thai_address(release: PressRelease) -> str:
    with translation.override("th"):
        return reverse("news:release-detail", args=[release.pk])


def line_text(release: PressRelease, address: str) -> str:
    """For a message in LINE: title, two lines, address. LINE groups read Thai."""
    return "\n".join([quoted(release.title), first_words(release.body, at_most=SUMMARY), address])


def share_links(address: str) -> dict[str, str]:
    """Plain links: nothing of the two services is loaded before somebody presses one."""
    return {
        "line": f"https://social-plugins.line.me/lineit/share?{urlencode({'url': address})}",
        "facebook": f"https://www.facebook.com/sharer/sharer.php?{urlencode({'u': address})}",
    }
