"""Reading CSV files: UTF-8, with comma, semicolon or tab between the cells."""

import csv
import io

from django.utils.translation import gettext as _

from loei_coop.common.sheets.errors import SheetError

DELIMITERS = ",;\t"
BEGINNING = 20_000  # characters in which the lines of the header lie


def read_csv(data: bytes) -> list[list[str]]:
    """The rows. Raises SheetError."""
    text = decoded(data)
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter(text), strict=True)
    try:
        return list(rows)
    except csv.Error as error:
        sentence = _("Line %(line)s of the CSV file cannot be read. Look for a quotation mark.")
        raise SheetError(sentence % {"line": rows.line_num}) from error


def decoded(data: bytes) -> str:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise SheetError(
            _(
                "The file is not in UTF-8. In Excel choose “Save as” and “CSV UTF-8”, or save it "
                "as .xlsx."
            )
        ) from error
    if "\0" in text:
        raise SheetError(_("The file is neither an Excel workbook (.xlsx) nor a CSV file."))
    return text


def delimiter(text: str) -> str:
    """The one that the first lines have most of."""
    beginning = text[:BEGINNING].split("\n", 10)[:10]
    return max(DELIMITERS, key=lambda sign: max(line.count(sign) for line in beginning))
