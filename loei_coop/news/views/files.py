"""What belongs to a release besides its page. A public one answers everybody, a draft only the
officers of news; nothing of it may be kept without asking again, since it may be withdrawn."""

from pathlib import PurePosixPath

from django.http import FileResponse, HttpResponse
from django.utils.cache import get_conditional_response
from django.utils.translation import gettext as _
from django.views.decorators.http import conditional_page, require_safe

from loei_coop.common.errors import NotFound
from loei_coop.common.sheets.word import WORD_TYPE
from loei_coop.common.uploads import serving
from loei_coop.news import photo_sizes, preview
from loei_coop.news.article import thai_address
from loei_coop.news.models import PressRelease, ReleasePhoto
from loei_coop.news.papers import release_paper
from loei_coop.news.permissions import readable_by
from loei_coop.news.share_picture import picture_of
from loei_coop.news.word import release_document

ASK_AGAIN = "no-cache"
FOR_ONE_READER = "private, no-store"


def readable(request, release_id) -> PressRelease:
    """Nobody is asked who they are for what everybody may read."""
    rows = PressRelease.objects.public().filter(pk=release_id)
    release = rows.first() or readable_by(request.user).filter(pk=release_id).first()
    if release is None:
        raise NotFound(_("No release of the office has this address."))
    return release


def cache_rule(release) -> str:
    return ASK_AGAIN if release.is_out else FOR_ONE_READER


@require_safe
@conditional_page
def release_pdf(request, release_id):
    release = readable(request, release_id)
    content = release_paper(release, address_of(request, release))
    return file(release, content, media_type="application/pdf", suffix="pdf")


@require_safe
@conditional_page
def release_docx(request, release_id):
    release = readable(request, release_id)
    content = release_document(release, address_of(request, release))
    return file(release, content, media_type=WORD_TYPE, suffix="docx")


def address_of(request, release) -> str:
    return request.build_absolute_uri(thai_address(release))


def file(release, content, *, media_type, suffix):
    response = HttpResponse(content, content_type=media_type)
    way = "inline" if suffix == "pdf" else "attachment"
    response["Content-Disposition"] = f'{way}; filename="release-{release.pk}.{suffix}"'
    response["Cache-Control"] = cache_rule(release)
    return response


@require_safe
@conditional_page
def share_picture(request, release_id):
    release = readable(request, release_id)
    response = HttpResponse(picture_of(release), content_type="image/png")
    response["Cache-Control"] = cache_rule(release)
    # Shown by other sites beside a link to the page.
    response["Cross-Origin-Resource-Policy"] = "cross-origin"
    return response


@require_safe
def photo(request, release_id, photo_id, width):
    release = readable(request, release_id)
    return photo_answer(request, release, photo_id, width)


@require_safe
def preview_photo(request, token, photo_id, width):
    return photo_answer(request, preview.opened(token), photo_id, width)


def photo_answer(request, release, photo_id, width):
    """One of the sizes that the page offers, no other: each is kept on the disk."""
    found = ReleasePhoto.objects.filter(release=release, pk=photo_id).first()
    if found is None or width not in photo_sizes.widths_of(found):
        raise NotFound(_("No photo has this address."))
    # The name of a stored photo is never used for another one.
    etag = f'"{PurePosixPath(found.file.name).stem}-{width}"'
    known = get_conditional_response(request, etag=etag) if release.is_out else None
    return known or sized_photo(release, found, width, etag)


def sized_photo(release, found, width, etag) -> FileResponse:
    try:
        file = photo_sizes.opened(found, width)
    except FileNotFoundError as error:
        raise NotFound(_("No photo has this address.")) from error
    response = serving.picture(file, media_type="image/jpeg")
    response["Cache-Control"] = cache_rule(release)
    response["ETag"] = etag
    return response
