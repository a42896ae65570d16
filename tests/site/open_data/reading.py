"""The files as their readers read them."""

import csv
import io
import json

from python_calamine import CalamineWorkbook


def read(client, path, **options):
    """The response, read to its end as a browser does; a workbook's file is closed by then."""
    response = client.get(path, **options)
    response.body = response.getvalue()
    return response


def content(client, address):
    response = read(client, f"/open-data/{address}")
    assert response.status_code == 200
    return response.body


def csv_rows(client, address):
    text = content(client, address).decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text)))


def xlsx_rows(client, address):
    workbook = CalamineWorkbook.from_filelike(io.BytesIO(content(client, address)))
    header, *rows = workbook.get_sheet_by_index(0).to_python()
    return [dict(zip(header, row, strict=True)) for row in rows]


def json_rows(client, address):
    return json.loads(content(client, address))


def features(client, address):
    return json.loads(content(client, address))["features"]


READERS = {"csv": csv_rows, "xlsx": xlsx_rows, "json": json_rows, "geojson": features}
