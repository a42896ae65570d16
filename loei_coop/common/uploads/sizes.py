"""How large a file may be."""

from typing import BinaryIO

from django.utils.translation import gettext as _

from loei_coop.common.uploads.errors import UploadError

MEGABYTE = 1_000_000


def content_of(file: BinaryIO, *, limit: int) -> bytes:
    """All bytes of the file, of which no more than the limit and one are ever read."""
    file.seek(0)
    content = file.read(limit + 1)
    if not content:
        raise UploadError(_("The file is empty. Please choose it again."))
    if len(content) > limit:
        sentence = _("The file is larger than %(limit)s MB. Please choose a smaller one.")
        raise UploadError(sentence % {"limit": limit // MEGABYTE})
    return content
