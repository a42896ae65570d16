"""The head of the office's papers, from its own record."""

from collections.abc import Iterator
from contextlib import suppress

from loei_coop.common.papers import Frame
from loei_coop.common.papers.text import AsTyped
from networks.models import Agency

OFFICE = "สำนักงานสหกรณ์จังหวัดเลย"


def letterhead() -> Frame:
    office = Agency.objects.office()
    if office is None:
        return Frame(office=OFFICE)
    return Frame(office=office.name, office_lines=tuple(lines_of(office)), emblem=emblem_of(office))


def emblem_of(office: Agency) -> bytes | None:
    """A record may come back without its files: its papers are printed without an emblem."""
    if not office.emblem:
        return None
    with suppress(FileNotFoundError), office.emblem.open("rb") as file:
        return file.read()
    return None


def lines_of(office: Agency) -> Iterator[str]:
    yield from filter(None, map(str.strip, office.address.splitlines()))
    if office.phone:
        yield f"โทร. {office.phone}"
    typed = [("อีเมล", office.email), ("เว็บไซต์", office.website)]
    if any(value for _label, value in typed):
        yield AsTyped("  ".join(f"{label} {value}" for label, value in typed if value))
