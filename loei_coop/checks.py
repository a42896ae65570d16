"""The portal's own system checks; `thai.W001` is in `thai.django.checks`."""

import os

from django.conf import settings
from django.core import checks


@checks.register(checks.Tags.files)
def data_folder_is_writable(app_configs, **kwargs):
    """portal.E001: database, uploads and static files have a folder to lie in."""
    folder = settings.DATA_DIR
    while not folder.exists():
        folder = folder.parent
    if folder.is_dir() and os.access(folder, os.W_OK):
        return []
    return [
        checks.Error(
            f"{settings.DATA_DIR} cannot be written.",
            hint="Set DATA_DIR to a folder that the portal's user may write to.",
            id="portal.E001",
        )
    ]


@checks.register(checks.Tags.security, deploy=True)
def policy_is_strict(app_configs, **kwargs):
    """portal.W001: nothing was added to the content security policy that opens it."""
    policy = settings.CONTENT_SECURITY_POLICY["DIRECTIVES"]
    words = {str(word) for words in policy.values() for word in words}
    opened = sorted(word for word in words if "unsafe" in word or word == "*")
    if not opened:
        return []
    return [
        checks.Warning(
            f"The content security policy allows {', '.join(opened)}.",
            hint="Move scripts and styles into files of loei_coop/static.",
            id="portal.W001",
        )
    ]
