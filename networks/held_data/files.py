"""All that is held on a person as a file to hand over."""

import json
from collections.abc import Iterator
from typing import Any

from django.http import FileResponse, HttpResponse
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from loei_coop.common.sheets.writing import XLSX_TYPE, Sheet, xlsx_book
from networks.held_data.registry import Held, collect, shown
from networks.models import Person

FORMATS = ("xlsx", "json")


def download(person: Person, format: str) -> HttpResponse | FileResponse:
    """`format`: one of FORMATS."""
    held, name = collect(person), f"held-data-{person.code}.{format}"
    if format == "xlsx":
        book = xlsx_book(sheets(person, held))
        return FileResponse(book, as_attachment=True, filename=name, content_type=XLSX_TYPE)
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(as_json(person, held), content_type="application/json", headers=headers)


def sheets(person: Person, held: list[Held]) -> Iterator[Sheet]:
    """First which sections there are, then a sheet for each that holds something."""
    title = _("Data held on %(person)s") % {"person": person}
    counts = [[capfirst(str(part.section.title)), len(part.rows)] for part in held]
    yield Sheet(_("Overview"), [title, _("rows")], counts)
    for part in held:
        if part.rows:
            headers = [str(label) for label in part.section.columns.values()]
            rows = [[shown(cell) for cell in row] for row in part.rows]
            yield Sheet(capfirst(str(part.section.title)), headers, rows)


def as_json(person: Person, held: list[Held]) -> str:
    sections: dict[str, Any] = {
        part.section.name: {"title": capfirst(str(part.section.title)), "rows": part.as_json()}
        for part in held
    }
    made_at = timezone.localtime().isoformat(timespec="seconds")
    content = {"person": person.code, "made_at": made_at, "sections": sections}
    return json.dumps(content, ensure_ascii=False, indent=2)
