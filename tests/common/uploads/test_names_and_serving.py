"""How an upload is called, and how it goes out."""

import io
import re

import pytest

from loei_coop.common.uploads.names import LONGEST_NAME, shown_name, stored_name
from loei_coop.common.uploads.serving import attachment, picture


def test_the_stored_name_has_nothing_of_what_was_typed():
    one, other = (stored_name("evidence", ".pdf") for _ in range(2))
    assert re.fullmatch(r"evidence/[0-9a-f]{32}\.pdf", one)
    assert one != other


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("รายงานการประชุม.pdf", "รายงานการประชุม.pdf"),
        ("รายงาน.exe", "รายงาน.pdf"),
        (r"C:\Users\สมชาย\รายงาน.pdf", "รายงาน.pdf"),
        ("../../etc/passwd", "passwd.pdf"),
        ("\u202efdp.exe", "fdp.pdf"),
        ('a"b\r\nX: c.pdf', "a-bX- c.pdf"),
        (".htaccess", "htaccess.pdf"),
        ("...", "file.pdf"),
        ("", "file.pdf"),
    ],
)
def test_the_shown_name_is_safe_and_has_the_right_suffix(typed, shown):
    assert shown_name(typed, ".pdf") == shown


def test_a_very_long_name_is_cut():
    assert len(shown_name("ก" * 500 + ".pdf", ".pdf")) == LONGEST_NAME


def test_an_attachment_is_kept_and_never_opened_as_a_page():
    response = attachment(io.BytesIO(b"x"), name="รายงาน.pdf", media_type="application/pdf")
    headers = response.headers
    assert headers["Content-Disposition"].startswith("attachment; filename*=utf-8''%E0")
    assert headers["Content-Security-Policy"].startswith("sandbox; default-src 'none'")
    assert (headers["X-Content-Type-Options"], headers["Content-Type"]) == (
        *("nosniff", "application/pdf"),
    )
    assert headers["Cache-Control"] == "private, no-store"


def test_a_picture_on_a_page_has_no_rights_either():
    response = picture(io.BytesIO(b"x"), media_type="image/png")
    assert "Content-Disposition" not in response.headers
    assert response.headers["Content-Security-Policy"].startswith("sandbox")
