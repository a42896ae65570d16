"""Files that an officer sends to the pages of an import, and what the pages answer."""

import io
import re

import openpyxl
from django.core.files.uploadedfile import SimpleUploadedFile

LIST = "/admin/networks/organization/"
HEADERS = "รหัส,ชื่อเต็ม,ชนิด,ประเภท,อำเภอ,โทรศัพท์"


def csv_file(*lines, headers=HEADERS, name="รายชื่อ.csv"):
    return SimpleUploadedFile(name, "\n".join([headers, *lines]).encode())


def upload(client, file, *, at=LIST):
    return client.post(f"{at}import/", {"file": file})


def previewed(client, *lines, at=LIST, **options):
    """Address of the preview of a CSV file with these lines."""
    response = upload(client, csv_file(*lines, **options), at=at)
    assert response.status_code == 302, response.text
    return response.headers["Location"]


def fingerprint(client, address):
    return re.search(r'name="fingerprint" value="(\w+)"', client.get(address).text)[1]


def confirm(client, address, **answers):
    values = {"fingerprint": fingerprint(client, address), "confirm": "1", **answers}
    return client.post(address, values, follow=True)


def sheet_of(response):
    """The first sheet of a workbook that was sent, as rows of values."""
    book = openpyxl.load_workbook(io.BytesIO(response.getvalue()))
    return [list(row) for row in book.worksheets[0].iter_rows(values_only=True)]
