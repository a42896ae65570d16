"""What the commands say of a backup."""

from collections.abc import Iterator
from pathlib import Path

from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext as _

from loei_coop.common.backup.manifest import Manifest
from loei_coop.thai.django.dates import show_moment


def size(path: Path) -> str:
    return _("Size: %(size)s") % {"size": filesizeformat(path.stat().st_size)}


def contents(manifest: Manifest) -> Iterator[str]:
    yield _("Made: %(moment)s") % {"moment": show_moment(manifest.moment)}
    counts = {
        "rows": f"{manifest.rows:,}",
        "tables": len(manifest.tables),
        "uploads": f"{len(manifest.uploads):,}",
    }
    yield _("Rows: %(rows)s in %(tables)s tables; uploads: %(uploads)s") % counts
    yield _("Left out: who is signed in at the moment. After a restore everyone signs in again.")
