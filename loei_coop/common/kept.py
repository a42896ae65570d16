"""Files that can be made again and take long to make: the latest are kept on the disk.

They are no part of a backup. A file is known by what it is made of, so that it is never stale.
"""

import hashlib
import os
import tempfile
from collections.abc import Callable
from pathlib import Path

from django.conf import settings

MOST = 300


def kept(folder: str, made_of: str, make: Callable[[], bytes]) -> bytes:
    path = Path(settings.DATA_DIR, "kept", folder, hashlib.sha256(made_of.encode()).hexdigest())
    try:
        content = path.read_bytes()
    except FileNotFoundError:
        content = make()
        store(path, content)
        remove_oldest(path.parent)
    return content


def store(path: Path, content: bytes) -> None:
    """Whole or not at all, whoever reads or writes at the same time."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent)
    with os.fdopen(handle, "wb") as file:
        file.write(content)
    os.replace(name, path)


def remove_oldest(folder: Path) -> None:
    files = sorted(folder.iterdir(), key=modified_at, reverse=True)
    for path in files[MOST:]:
        path.unlink(missing_ok=True)


def modified_at(path: Path) -> float:
    """Another process may have removed it just now."""
    try:
        return path.stat().st_mtime
    except FileNotFoundError:
        return 0
