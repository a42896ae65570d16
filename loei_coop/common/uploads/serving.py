"""How what was uploaded goes out again: as a file to be kept, never as a page of the portal."""

from typing import BinaryIO

from csp.constants import HEADER
from django.http import FileResponse

# Whatever a browser makes of it all the same has no rights and no origin.
SANDBOX = "sandbox; default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
HEADERS = {
    HEADER: SANDBOX,
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "private, no-store",
}


def attachment(file: BinaryIO, *, name: str, media_type: str) -> FileResponse:
    """For those who may have it, which the caller has asked."""
    return FileResponse(
        file, as_attachment=True, filename=name, content_type=media_type, headers=HEADERS
    )


def picture(file: BinaryIO, *, media_type: str) -> FileResponse:
    """To be shown on a page: only for what `images` has written anew."""
    return FileResponse(file, content_type=media_type, headers=HEADERS)
