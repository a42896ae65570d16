"""What a backup says of itself: when it was made and what exactly is in it."""

import datetime
import json
from dataclasses import asdict, dataclass, field

from django.utils.crypto import salted_hmac
from django.utils.translation import gettext as _

from loei_coop.common.backup.errors import BackupError
from loei_coop.common.backup.schema import Migrations

FORMAT = 1


@dataclass(frozen=True)
class Table:
    """`sha256` is that of the lines of all rows in the order of the primary key."""

    columns: list[str]
    rows: int
    sha256: str
    last_number: int | None


@dataclass(frozen=True)
class Upload:
    size: int
    sha256: str


@dataclass
class Manifest:
    made_at: str
    secret: str
    migrations: Migrations
    tables: dict[str, Table] = field(default_factory=dict)
    uploads: dict[str, Upload] = field(default_factory=dict)

    @property
    def rows(self) -> int:
        return sum(table.rows for table in self.tables.values())

    @property
    def moment(self) -> datetime.datetime:
        return datetime.datetime.fromisoformat(self.made_at)

    def to_bytes(self) -> bytes:
        return json.dumps(asdict(self), ensure_ascii=False, indent=1).encode()

    @classmethod
    def from_bytes(cls, text: bytes) -> "Manifest":
        try:
            manifest = cls(**json.loads(text))
            manifest.tables = {n: Table(**table) for n, table in manifest.tables.items()}
            manifest.uploads = {n: Upload(**file) for n, file in manifest.uploads.items()}
            manifest.migrations = {
                app: sorted(set(names)) for app, names in manifest.migrations.items()
            }
            assert_moment(manifest)
        except (AttributeError, TypeError, ValueError, RecursionError) as error:
            raise BackupError(_("The backup file has no readable table of contents.")) from error
        return manifest


def assert_moment(manifest: Manifest) -> None:
    """Raises ValueError: a moment without zone is none."""
    if manifest.moment.tzinfo is None:
        raise ValueError(manifest.made_at)


def secret_mark() -> str:
    """Tells whether two portals have the same SECRET_KEY, without telling it."""
    return salted_hmac("loei_coop.backup", "mark", algorithm="sha256").hexdigest()[:16]
