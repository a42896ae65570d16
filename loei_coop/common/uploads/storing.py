"""A row and its file are stored together, or neither is."""

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.db import DatabaseError, models

from loei_coop.common.uploads.names import stored_name


def save_with_file(row: models.Model, content: bytes, suffix: str) -> None:
    """In the row's `file`, under a name that nobody guesses, in the folder of that field. If the
    row is refused, the file does not stay."""
    name = stored_name("", suffix).removeprefix("/")
    row.file.save(name, ContentFile(content), save=False)
    try:
        row.full_clean()
        row.save()
    except (ValidationError, DatabaseError):
        row.file.storage.delete(row.file.name)
        raise
