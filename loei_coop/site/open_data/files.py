"""The four formats. No time of writing stands in them: the same register, the same bytes."""

import json
from collections.abc import Iterable, Iterator
from typing import Any, BinaryIO

from django.http import FileResponse, StreamingHttpResponse

from loei_coop.common.sheets.writing import CSV_TYPE, XLSX_TYPE, csv_lines, xlsx_file
from loei_coop.site.open_data.package import licence
from loei_coop.site.open_data.schema import Dataset, Format, in_thai

MEDIA_TYPES = {
    Format.CSV: CSV_TYPE,
    Format.XLSX: XLSX_TYPE,
    Format.JSON: "application/json; charset=utf-8",
    Format.GEOJSON: "application/geo+json; charset=utf-8",
}


def file_response(
    dataset: Dataset, format: Format, records: Iterable, *, with_body: bool
) -> StreamingHttpResponse:
    if not with_body:
        return StreamingHttpResponse((), content_type=MEDIA_TYPES[format])
    response = FileResponse if format is Format.XLSX else StreamingHttpResponse
    return response(WRITERS[format](dataset, records), content_type=MEDIA_TYPES[format])


def csv_file(dataset: Dataset, records: Iterable) -> Iterator[str]:
    rows = ([plain(value) for value in row] for row in dataset.rows(records))
    return csv_lines(dataset.column_names, rows)


def plain(value: Any) -> Any:
    """Truth values as Table Schema writes them."""
    return str(value).lower() if isinstance(value, bool) else value


def workbook(dataset: Dataset, records: Iterable) -> BinaryIO:
    return xlsx_file(
        dataset.column_names,
        dataset.rows(records),
        sheet=dataset.name,
        notes=[
            f"{in_thai(dataset.title)}: {in_thai(dataset.description)}",
            "{title} {path}".format(**licence()),
            *(
                f"{column.name}: {in_thai(column.title)} – {in_thai(column.description)}"
                for column in dataset.columns
            ),
        ],
    )


def json_list(dataset: Dataset, records: Iterable) -> Iterator[str]:
    """One object a line."""
    names = dataset.column_names
    rows = (to_json(dict(zip(names, row, strict=True))) for row in dataset.rows(records))
    return framed("[", rows, "]\n")


def feature_collection(dataset: Dataset, records: Iterable) -> Iterator[str]:
    """One feature a line; what has no place has the geometry null."""
    opening = f'{{"type":"FeatureCollection","name":{to_json(dataset.name)},"features":['
    return framed(opening, (to_json(feature(dataset, record)) for record in records), "]}\n")


def feature(dataset: Dataset, record) -> dict:
    properties = dict(zip(dataset.column_names, dataset.row(record), strict=True))
    return {
        "type": "Feature",
        "id": properties[dataset.key],
        "geometry": dataset.geometry(record),
        "properties": properties,
    }


def framed(opening: str, items: Iterable[str], closing: str) -> Iterator[str]:
    yield opening
    before = "\n"
    for item in items:
        yield before + item
        before = ",\n"
    yield "\n" + closing


def to_json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


WRITERS = {
    Format.CSV: csv_file,
    Format.XLSX: workbook,
    Format.JSON: json_list,
    Format.GEOJSON: feature_collection,
}
