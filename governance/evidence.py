"""Evidence beside the answers: files, photos, links and notes.

    add(assessment, item, upload=file, title="...", by=user)

A file is checked and, if it is a picture, written anew before anything is stored; it lies below
the uploads, to which no address leads. Replacing keeps the earlier version. All functions raise
WorkflowError or UploadError with a sentence; then nothing was stored.
"""

import datetime
import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import PurePath

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from governance import answers, events
from governance.models import Assessment, AssessmentEvent, Evidence, EvidenceReading, Item
from loei_coop.common.errors import WorkflowError
from loei_coop.common.uploads import documents, images
from loei_coop.common.uploads.errors import UploadError
from loei_coop.common.uploads.names import shown_name
from loei_coop.common.uploads.storing import save_with_file

MOST_OF_AN_ITEM = 10
MOST_OF_THE_WHOLE = 5
Kind = Evidence.Kind


@dataclass(frozen=True)
class Checked:
    """A file that may be kept."""

    kind: str
    content: bytes
    media_type: str
    suffix: str

    @property
    def columns(self) -> dict:
        return {
            "kind": self.kind,
            "content_type": self.media_type,
            "size": len(self.content),
            "sha256": hashlib.sha256(self.content).hexdigest(),
        }


def checked(upload) -> Checked:
    """By its content; raises UploadError."""
    suffix = PurePath(upload.name).suffix.lower()
    if suffix in documents.KINDS:
        found = documents.checked(upload)
        return Checked(Kind.FILE, found.content, found.media_type, found.suffix)
    try:
        photo = images.as_photo(upload)
    except UploadError as error:
        raise error if suffix in images.SUFFIXES else other_kind() from error
    return Checked(Kind.PHOTO, photo.content, photo.media_type, photo.suffix)


def other_kind() -> UploadError:
    return UploadError(
        _(
            "This kind of file is not taken. Please send a photo (JPEG, PNG, WEBP) or a PDF, Word "
            "or Excel file."
        )
    )


def add(
    assessment: Assessment,
    item: Item | None,
    *,
    by,
    on_behalf_of=None,
    title: str = "",
    upload=None,
    url: str = "",
    note: str = "",
    replaces: Evidence | None = None,
) -> Evidence:
    """One of `upload`, `url` and `note`. Without an item it is the signed page of the board."""
    file = checked(upload) if upload else None
    columns = file.columns if file else typed_columns(url, note)
    name = title.strip() or shown_title(upload, url, note)
    with transaction.atomic():
        assessment = answers.locked(assessment)
        check_open(assessment, item, by=by)
        check_room(assessment, item, replaces)
        row = Evidence(
            assessment=assessment,
            item=item,
            title=name[:200],
            made_by=by,
            on_behalf_of=on_behalf_of,
            **columns,
            **following(replaces),
        )
        store(row, file)
        note_added(row, by=by, on_behalf_of=on_behalf_of)
    return row


def typed_columns(url: str, note: str) -> dict:
    if url:
        return {"kind": Kind.LINK, "url": url}
    if note.strip():
        return {"kind": Kind.NOTE, "note": note}
    raise WorkflowError(_("Choose a file, or give an address or a note."))


def shown_title(upload, url: str, note: str) -> str:
    return shown_name(upload.name, "") if upload else url or note.strip().splitlines()[0]


def why_closed(assessment: Assessment, item: Item | None, *, by) -> str:
    """Why nothing can be added or removed now; empty if it can."""
    try:
        check_open(assessment, item, by=by)
    except WorkflowError as error:
        return str(error)
    return ""


def check_open(assessment: Assessment, item: Item | None, *, by) -> None:
    if item is None:
        answers.check_writable(assessment, by=by)
    else:
        answers.check_open(assessment, item, by=by)


def check_room(assessment: Assessment, item: Item | None, replaces: Evidence | None) -> None:
    own = assessment.evidence.current().filter(item=item)
    if replaces is not None and not own.filter(pk=replaces.pk).exists():
        raise WorkflowError(_("What you want to replace was removed or replaced meanwhile."))
    most = MOST_OF_THE_WHOLE if item is None else MOST_OF_AN_ITEM
    if replaces is None and own.count() >= most:
        sentence = _("There are %(most)s pieces of evidence here already. Remove one first.")
        raise WorkflowError(sentence % {"most": most})


def following(replaces: Evidence | None) -> dict:
    return {"replaces": replaces, "version": replaces.version + 1} if replaces else {}


def store(row: Evidence, file: Checked | None) -> None:
    if file is None:
        row.full_clean(exclude=["file"])
        row.save()
        return
    save_with_file(row, file.content, file.suffix)


def note_added(row: Evidence, *, by, on_behalf_of) -> None:
    kind = AssessmentEvent.Kind.EVIDENCE_ADDED
    detail = {"title": row.title, "version": row.version, "sha256": row.sha256}
    detail["item"] = row.item.number if row.item else ""
    events.record(row.assessment, kind, by=by, on_behalf_of=on_behalf_of, **detail)


@transaction.atomic
def remove(evidence: Evidence, *, by, on_behalf_of=None) -> None:
    """With its earlier versions it is shown no more; rows and files stay until the time of
    retention is over."""
    assessment = answers.locked(evidence.assessment)
    check_open(assessment, evidence.item, by=by)
    rows = assessment.evidence.current().filter(pk=evidence.pk)
    if not rows.exists():
        raise WorkflowError(_("This was removed or replaced already."))
    Evidence.objects.filter(pk=evidence.pk).update(removed_at=timezone.now(), removed_by=by)
    kind = AssessmentEvent.Kind.EVIDENCE_REMOVED
    events.record(assessment, kind, by=by, on_behalf_of=on_behalf_of, title=evidence.title)


def note_reading(evidence: Evidence, *, by) -> None:
    EvidenceReading.objects.create(evidence=evidence, read_by=by)


@dataclass(frozen=True)
class Shown:
    """One piece as it stands, with the versions before it, newest first."""

    evidence: Evidence
    earlier: list[Evidence]


def by_item(assessment: Assessment) -> dict[int | None, list[Shown]]:
    """{key of an item, None for the whole: what is shown there}. One query."""
    rows = {row.pk: row for row in assessment.evidence.with_authors().order_by("made_at", "pk")}
    replaced = {row.replaces_id for row in rows.values()}
    found: dict[int | None, list[Shown]] = {}
    for row in rows.values():
        if row.removed_at is None and row.pk not in replaced:
            found.setdefault(row.item_id, []).append(Shown(row, list(versions_before(row, rows))))
    return found


def versions_before(row: Evidence, rows: dict[int, Evidence]) -> Iterator[Evidence]:
    while row.replaces_id:
        row = rows[row.replaces_id]
        yield row


# Retention


def kept_since(years: int) -> datetime.datetime:
    """Files of rounds that closed before this moment go."""
    return timezone.now() - datetime.timedelta(days=365 * years)


def superfluous(before) -> Iterable[Evidence]:
    """Files of assessments whose round closed before that moment, and of which no newer
    assessment shows the same file."""
    old = Evidence.objects.filter(assessment__round__closes_at__lt=before, cleared_at=None).exclude(
        file=""
    )
    kept = set(
        Evidence.objects.filter(assessment__round__closes_at__gte=before)
        .exclude(file="")
        .values_list("file", flat=True)
    )
    return [row for row in old.select_related("assessment") if row.file.name not in kept]


def clear(rows: Iterable[Evidence]) -> int:
    """Deletes the files once the transaction is through; the rows still tell what there was, with
    its checksum."""
    rows = list(rows)
    for row in rows:
        transaction.on_commit(partial(row.file.storage.delete, row.file.name))
        Evidence.objects.filter(pk=row.pk).update(file="", cleared_at=timezone.now())
    return len(rows)
