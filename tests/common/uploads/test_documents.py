"""A document that came from outside."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loei_coop.common.uploads import documents
from loei_coop.common.uploads.errors import UploadError
from tests.common.uploads.books import MACROS, PDF, contents, excel_file, word_file, zipped
from tests.common.uploads.pictures import PROGRAM, SVG, picture, sent

KIND = "does not fit its name"


@pytest.mark.parametrize(
    ("name", "content", "suffix"),
    [
        ("รายงานการประชุม.pdf", PDF, ".pdf"),
        ("REPORT.PDF", PDF, ".pdf"),
        ("ระเบียบ.docx", word_file(), ".docx"),
        ("บัญชี.xlsx", excel_file(), ".xlsx"),
    ],
)
def test_a_document_is_taken_byte_for_byte(name, content, suffix):
    document = documents.checked(sent(content, name))
    assert (document.content, document.suffix) == (content, suffix)
    assert document.media_type == documents.KINDS[suffix].media_type


@pytest.mark.parametrize("name", ["a.exe", "a.doc", "a.docm", "a.html", "a.svg", "a", "a.pdf.exe"])
def test_another_kind_of_file_is_not_taken_whatever_is_in_it(name):
    with pytest.raises(UploadError, match=r"\.pdf, \.docx, \.xlsx"):
        documents.checked(sent(PDF, name))


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.pdf", PROGRAM),
        ("a.pdf", SVG),
        ("a.pdf", b"<script>1</script>" + PDF),
        ("a.pdf", PDF[:-7]),
        ("a.pdf", word_file()),
        ("a.docx", PDF),
        ("a.docx", excel_file()),
        ("a.xlsx", word_file()),
        ("a.docx", zipped({"a.txt": "x"})),
        ("a.docx", PROGRAM + word_file()),
        ("a.docx", word_file()[:-30]),
        ("a.xlsx", picture()),
    ],
)
def test_content_that_is_not_what_the_name_says_is_refused(name, content):
    with pytest.raises(UploadError, match=KIND):
        documents.checked(sent(content, name))


@pytest.mark.parametrize(
    "content",
    [
        word_file(word_vbaProject="x"),
        zipped({"[Content_Types].xml": contents(MACROS)}),
        word_file(**{"word_activeX_activeX1.xml": "<x/>"}),
    ],
    ids=["macros inside", "macros by type", "controls"],
)
def test_a_file_with_programs_is_refused_as_such(content):
    with pytest.raises(UploadError, match="programs"):
        documents.checked(sent(content, "a.docx"))


def test_a_zip_that_unpacks_to_a_mountain_is_refused(monkeypatch):
    monkeypatch.setattr(documents, "LARGEST_UNPACKED", 1_000_000)
    with pytest.raises(UploadError, match="unpacked"):
        documents.checked(sent(word_file(word_media="0" * 2_000_000), "a.docx"))


def test_a_part_whose_checksum_is_wrong_is_refused():
    whole = zipped({"[Content_Types].xml": contents(), "word/document.xml": "ก" * 500})
    place = whole.index(b"word/document.xml") + 25
    damaged = whole[:place] + bytes([whole[place] ^ 0xFF]) + whole[place + 1 :]
    with pytest.raises(UploadError, match=KIND):
        documents.checked(sent(damaged, "a.docx"))


def test_an_empty_and_a_too_large_file_are_told_apart():
    with pytest.raises(UploadError, match="empty"):
        documents.checked(sent(b"", "a.pdf"))
    with pytest.raises(UploadError, match="20 MB"):
        documents.checked(sent(PDF + b"\0" * 20_000_000, "a.pdf"))


@given(cut=st.integers(0, 700), junk=st.binary(max_size=12))
def test_a_damaged_document_is_read_or_refused_and_nothing_else(cut, junk):
    whole = word_file()
    damaged = whole[:cut] + junk + whole[cut + len(junk) :]
    with suppress(UploadError):
        assert documents.checked(sent(damaged, "a.docx")).content == damaged
