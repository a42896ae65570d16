"""Reading the environment: what is bad or missing stops the start with a sentence."""

import os
import secrets
from collections.abc import Callable
from pathlib import Path
from typing import Any, NoReturn

from environs import Env, EnvError

env = Env()


def stop(thai: str, english: str) -> NoReturn:
    """End the process at once (exit code 1). Settings are read before gettext: both languages."""
    raise SystemExit(f"{thai}\n{english}")


def read(reader: Callable[..., Any], name: str, default: Any) -> Any:
    """The variable's value; an empty one counts as not set."""
    if os.environ.get(name) == "":
        del os.environ[name]
    try:
        return reader(name, default)
    except EnvError:
        stop(
            f"ค่าของตัวแปร {name} อ่านไม่ได้ ({os.environ.get(name)!r}) โปรดดูตารางใน README",
            f"The variable {name} cannot be read ({os.environ.get(name)!r}): see the README.",
        )


def required(name: str, *, why_thai: str, why_english: str) -> str:
    value = os.environ.get(name, "")
    if not value:
        stop(f"โปรดกำหนดตัวแปร {name} {why_thai}", f"Set the variable {name}: {why_english}")
    return value


def local_secret(path: Path) -> str:
    """The secret of a local portal: made once, readable by its owner only."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    try:
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return path.read_text()
    secret = secrets.token_urlsafe(50)
    with os.fdopen(descriptor, "w") as file:
        file.write(secret)
    return secret
