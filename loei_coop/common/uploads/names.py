"""Names of uploads: the one that people see, and the one under which the file is kept."""

import re
import secrets
from pathlib import PurePosixPath

from django.utils.translation import gettext as _

# Thai letters have three bytes, and most systems keep 255 of a name.
LONGEST_NAME = 80
# Signs that nobody sees, among them those that turn the direction of writing around.
UNSEEN = re.compile("[\x00-\x1f\x7f-\x9f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]")
# What means something to one system or another.
FORBIDDEN = re.compile(r'[<>:"/\\|?*]')


def stored_name(folder: str, suffix: str) -> str:
    """One that nobody guesses and nothing of which was typed by anybody."""
    return f"{folder}/{secrets.token_hex(16)}{suffix}"


def shown_name(typed: str, suffix: str) -> str:
    """What the sender called it, safe on every system, with the suffix of what it really is."""
    name = UNSEEN.sub("", typed).replace("\\", "/").rsplit("/", 1)[-1]
    stem = FORBIDDEN.sub("-", PurePosixPath(name).stem).strip(" .")
    return f"{stem[: LONGEST_NAME - len(suffix)] or _('file')}{suffix}"
