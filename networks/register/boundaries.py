"""The outlines of the districts, from the file of an officer to all maps and back to tiles.

What lies between upload and confirmation is an ImportRun: the outlines as the file has them,
simplified. All districts get theirs in one act, which can be taken back as one.
"""

import json
from collections.abc import Callable
from pathlib import PurePath

import shapely
from django.db import transaction
from django.db.models import Max
from django.utils import translation
from django.utils.translation import gettext as _
from shapely.geometry import Point, shape

from loei_coop.common.history import recording
from loei_coop.common.imports.workflow import (
    ImportRefusedError,
    forget_old,
    lock_register,
    mark_imported,
    stale_preview,
    take,
)
from loei_coop.common.models import ChangeSet, ImportRun
from loei_coop.common.outlines.checking import check
from networks.models import District, DistrictBoundary, Source

KIND = "boundaries"
# West, south, east, north: Loei, and more than 100 km around it.
WINDOW = (99.5, 15.5, 103.5, 19.5)
OFFICE_MARGIN = 0.02  # degrees by which an office may lie outside, as outlines are simplified


def receive(data: bytes, *, file_name: str, by) -> ImportRun:
    """Keeps what the file says; the register stays as it is. Raises OutlinesRefusedError."""
    names = {district.code: str(district) for district in District.objects.order_by("code")}
    checked = check(data, names=names, window=WINDOW)
    forget_old()
    return ImportRun.objects.create(
        kind=KIND,
        file_name=PurePath(file_name.replace("\\", "/")).name[-255:],
        received_by=by,
        sheet=vars(checked),
    )


def outlines_of(run: ImportRun) -> dict[str, str]:
    """{code: geometry as text}."""
    return {code: json.dumps(geometry) for code, geometry in run.sheet["geometries"].items()}


def offices_outside(run: ImportRun) -> list[District]:
    """Districts whose office does not lie in their outline: a sign of swapped codes."""
    shapes = {code: shape(geometry) for code, geometry in run.sheet["geometries"].items()}
    return [
        district
        for district in District.objects.filter(code__in=shapes).order_by("code")
        if shapely.distance(shapes[district.code], office(district)) > OFFICE_MARGIN
    ]


def office(district: District) -> Point:
    return Point(float(district.office_longitude), float(district.office_latitude))


def latest_change() -> ChangeSet | None:
    """The act that last loaded outlines or took them away."""
    rows = DistrictBoundary.history.select_related("change_set__made_by")
    row = rows.order_by("history_id").last()
    return row and row.change_set


def state_of_outlines() -> str:
    """Changes with every change of theirs."""
    return str(DistrictBoundary.history.aggregate(latest=Max("history_id"))["latest"] or 0)


def load(
    run: ImportRun, *, title: str, url: str, licence: str, seen: str, made_by: Callable
) -> int:
    """Gives all districts the outlines of the file, in place of those they have. `seen`: the
    state of the outlines when the preview was shown. Raises ImportRefusedError; nothing is
    changed then. Returns the number of districts."""
    with translation.override("th"):  # whoever reads it
        reason = _("Outlines of the districts loaded")
    values = {"file_name": run.file_name, "reason": reason}
    with recording(ChangeSet.Source.IMPORT, made_by=made_by, **values), transaction.atomic():
        lock_register(DistrictBoundary)
        take(run)
        check_preview(run, seen)
        geometries = run.sheet["geometries"]
        write(geometries, source=source_of(run, title, url), source_detail=licence)
        run.sheet = {}
        mark_imported(run)
    return len(geometries)


def check_preview(run: ImportRun, seen: str) -> None:
    if seen != state_of_outlines():
        raise stale_preview()
    if set(District.objects.values_list("code", flat=True)) != set(run.sheet["geometries"]):
        sentence = _("The districts of the register have changed since. Load the file again.")
        raise ImportRefusedError(sentence)


def source_of(run: ImportRun, title: str, url: str) -> Source:
    """The source that the officer typed: the one of this name, or a new one."""
    known = Source.objects.filter(title=title, url=url).order_by("pk").first()
    return known or Source.objects.create(code=f"boundaries-{run.pk}", title=title, url=url)


def write(geometries: dict[str, dict], **origin) -> None:
    rows = DistrictBoundary.objects.in_bulk()
    if all(is_same(rows.get(code), geometry, origin) for code, geometry in geometries.items()):
        raise ImportRefusedError(_("These outlines are loaded already."))
    for code, geometry in geometries.items():
        DistrictBoundary(district_id=code, geometry=geometry, **origin).save()


def is_same(row: DistrictBoundary | None, geometry: dict, origin: dict) -> bool:
    return (
        row is not None
        and row.geometry == geometry
        and all(getattr(row, name) == value for name, value in origin.items())
    )


def remove(*, made_by: Callable) -> int:
    """Takes the outlines away: all maps show tiles again. Returns how many there were."""
    with translation.override("th"):
        reason = _("Outlines of the districts taken away")
    with recording(ChangeSet.Source.FORM, made_by=made_by, reason=reason), transaction.atomic():
        lock_register(DistrictBoundary)
        rows = list(DistrictBoundary.objects.all())
        for row in rows:
            row.delete()
    return len(rows)
