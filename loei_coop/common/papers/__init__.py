"""Papers of the office as PDF: typst, offline, in Sarabun, readable to screen readers (PDF/UA-1).

    render("slips", title="...", data={...}, frame=Frame(office="..."))

The templates are `templates/papers/*.typ`; each imports `letter.typ`. What they get is text,
never markup, and the same data gives the same bytes.
"""

import json
from dataclasses import asdict, dataclass
from functools import cache
from typing import Any

import fontpkg
import typst
from django.conf import settings

from loei_coop.common.papers.text import printable, with_digits

TEMPLATES = settings.BASE_DIR / "templates/papers"
ACCESSIBLE = ["ua-1"]


@dataclass(frozen=True)
class Frame:
    """What surrounds every paper: whose it is, and the words of its head and foot."""

    office: str
    office_lines: tuple[str, ...] = ()
    # PNG, JPEG or SVG as the office uploaded it; without one the head has the name only.
    emblem: bytes | None = None
    emblem_text: str = "ตราสัญลักษณ์"
    signed: str = "ลงชื่อ"
    seal: str = "ประทับตรา"


def render(
    template: str, *, title: str, data: Any, frame: Frame, thai_digits: bool | None = None
) -> bytes:
    """The PDF. `data`: what JSON knows, with `AsTyped` for text that keeps its digits."""
    return compiled(template, paper(title, data, frame, thai_digits), pdf_standards=ACCESSIBLE)


def pictures(
    template: str, *, title: str, data: Any, frame: Frame, thai_digits: bool | None = None
) -> list[bytes]:
    """The same pages as PNG, to be looked at."""
    made = compiled(template, paper(title, data, frame, thai_digits), format="png", ppi=100)
    return made if isinstance(made, list) else [made]


def paper(title: str, data: Any, frame: Frame, thai_digits: bool | None) -> str:
    thai = settings.PAPER_THAI_DIGITS if thai_digits is None else thai_digits
    emblem = None if frame.emblem is None else list(frame.emblem)
    words = {**asdict(frame), "emblem": None, "slogan": settings.SLOGAN}
    whole = {"title": title, "data": data, "frame": words}
    whole = with_digits(printable(whole), thai=thai)
    whole["frame"]["emblem"] = emblem
    return json.dumps(whole, ensure_ascii=False)


def compiled(template: str, data: str, **options) -> bytes | list[bytes]:
    return typst.compile(
        TEMPLATES / f"{template}.typ",
        root=TEMPLATES,
        font_paths=fonts(),
        ignore_system_fonts=True,
        sys_inputs={"data": data},
        **options,
    )


@cache
def fonts() -> typst.Fonts:
    """Sarabun and nothing of the machine: a paper looks the same everywhere."""
    folder = fontpkg.path("Sarabun").parent
    return typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=[folder]
    )
