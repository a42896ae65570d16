"""Documents, pictures and links that go with a practice. A file is checked before anything is
stored; it lies below the uploads, to which no address leads."""

from functools import partial
from pathlib import PurePath

from django.db import transaction
from django.http import FileResponse
from django.utils.translation import gettext as _

from governance.evidence import Checked, checked
from governance.models import Practice, PracticeMaterial
from governance.workflow import require
from loei_coop.common.errors import NotFound, WorkflowError
from loei_coop.common.uploads.names import shown_name
from loei_coop.common.uploads.serving import attachment
from loei_coop.common.uploads.storing import save_with_file
from networks.permissions import works_for

MOST = 10


def add(
    practice: Practice, *, by, on_behalf_of=None, title: str = "", upload=None, url: str = ""
) -> PracticeMaterial:
    """A file or an address. Raises WorkflowError or UploadError; then nothing was stored."""
    file = checked(upload) if upload else None
    name = title.strip() or (shown_name(upload.name, "") if upload else url)
    with transaction.atomic():
        check_open(practice, by=on_behalf_of or by)
        row = PracticeMaterial(
            practice=practice, title=name[:200], made_by=by, on_behalf_of=on_behalf_of
        )
        if file:
            store_with(file, row)
        else:
            row.url = url
            row.full_clean()
            row.save()
    return row


def check_open(practice: Practice, *, by) -> None:
    """What everybody sees was looked at by the office: nothing is added behind its back."""
    practice = Practice.objects.select_for_update().get(pk=practice.pk)
    require(works_for(by, practice.organization))
    if practice.is_shared:
        raise WorkflowError(
            _(
                "Everybody sees this practice. Withdraw it first, add the material, and the office "
                "shares it again."
            )
        )
    if practice.materials.count() >= MOST:
        sentence = _("There are %(most)s materials here already. Remove one first.")
        raise WorkflowError(sentence % {"most": MOST})


def store_with(file: Checked, row: PracticeMaterial) -> None:
    row.content_type, row.size = file.media_type, len(file.content)
    save_with_file(row, file.content, file.suffix)


@transaction.atomic
def remove(material: PracticeMaterial, *, by, on_behalf_of=None) -> None:
    """The file goes once the transaction is through."""
    require(works_for(on_behalf_of or by, material.practice.organization))
    name, storage = material.file.name, material.file.storage
    material.delete()
    if name:
        transaction.on_commit(partial(storage.delete, name))


def response(material: PracticeMaterial) -> FileResponse:
    """For those who may have it, which the caller has asked."""
    try:
        content = material.file.open()
    except FileNotFoundError as error:
        raise NotFound(_("This file is not kept any more.")) from error
    name = shown_name(material.title, PurePath(material.file.name).suffix)
    return attachment(content, name=name, media_type=material.content_type)
