"""A release on the office's paper. The words on paper are Thai."""

from contextlib import suppress

from django.utils import translation

from loei_coop.common.papers import render
from loei_coop.common.papers.text import AsTyped
from loei_coop.news import photo_sizes
from loei_coop.news.article import quoted
from loei_coop.news.blocks import blocks_of
from loei_coop.news.choices import ReleaseKind
from loei_coop.news.models import PressRelease, ReleasePhoto
from loei_coop.news.states import FROZEN
from loei_coop.thai.django.dates import show_day, show_moment, show_partial
from loei_coop.thai.django.fields import partial_date
from networks.letterhead import letterhead

HEADINGS = {ReleaseKind.PHOTO_NEWS: "ภาพข่าวกิจกรรม"}
HEADING = "ข่าวประชาสัมพันธ์"
PRINTED_WIDTH = 1600  # points of a photo across the page


def release_paper(release: PressRelease, address: str) -> bytes:
    """PDF. A draft carries the line for the initials of whoever approves it."""
    data = paper_data(release, address)
    return render("release", title=release.title, data=data, frame=letterhead())


def paper_data(release: PressRelease, address: str) -> dict:
    with translation.override("th"):
        return {
            "heading": heading_of(release),
            "title": quoted(release.title),
            "is_sample": release.is_sample,
            "is_draft": release.state not in FROZEN,
            "blocks": blocks_of(release.body),
            "photos": photos_of(release),
            "corrections": corrections_of(release),
            "dates": dates_of(release),
            "address": AsTyped(address) if release.is_out else "",
        }


def heading_of(release: PressRelease) -> str:
    return HEADINGS.get(release.kind, HEADING)


def corrections_of(release: PressRelease) -> list[dict]:
    return [
        {"made": show_day(correction.made_at), "text": correction.text}
        for correction in release.corrections.all()
    ]


def dates_of(release: PressRelease) -> list[str]:
    """Its own day or what its source says on it, when it was published, what it is made of."""
    lines = []
    if own := partial_date(release, "released_on"):
        lines.append(f"วันที่ของข่าว {show_partial(own)}")
    elif release.source and release.source.dating_note:
        lines.append(release.source.dating_note)
    if release.is_out:
        lines.append(f"เผยแพร่เมื่อวันที่ {show_moment(release.published_at)}")
    if release.is_composed and (as_of := partial_date(release, "as_of")):
        when = show_day(release.composed_at)
        lines.append(f"เรียบเรียงจากข้อมูลในระบบ ณ {show_partial(as_of)} เมื่อวันที่ {when}")
    return lines


def photos_of(release: PressRelease) -> list[dict]:
    """A record may come back without its files: its paper is printed without them."""
    found = []
    for photo in release.photos.all():
        with suppress(FileNotFoundError):
            found.append(printed(photo))
    return found


def printed(photo: ReleasePhoto) -> dict:
    with photo_sizes.opened(photo, PRINTED_WIDTH) as file:
        content = list(file.read())
    return {
        "content": content,
        "text": photo.text,
        "caption": photo.caption,
        "credit": photo.credit,
    }
