"""The page of backups: for administrators only, everything by POST but the list."""

from functools import wraps

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import FileResponse, Http404
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import path
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from loei_coop.accounts.permissions import is_administrator
from loei_coop.common.backup import retention
from loei_coop.common.backup.errors import BackupError
from loei_coop.common.backup.files import usual_folder
from loei_coop.office import backups


def backup_urls(site) -> list:
    pages = [
        ("", backup_list, "backups"),
        ("make/", make, "backups_make"),
        ("<str:name>/check/", check, "backups_check"),
        ("<str:name>/file/", download, "backups_file"),
    ]
    return [
        path(f"backups/{route}", site.admin_view(for_administrators(view)), name=name)
        for route, view, name in pages
    ]


def for_administrators(view):
    @wraps(view)
    def guarded(request, *args, **kwargs):
        if not is_administrator(request.user):
            raise PermissionDenied
        return view(request, *args, **kwargs)

    return guarded


@require_GET
def backup_list(request):
    own = {
        "title": _("Backups"),
        "backups": backups.listed(),
        "overdue_days": backups.overdue_days(),
        "keep_days": retention.KEEP_DAYS,
        "keep_monthly": retention.KEEP_MONTHLY,
        "folder": usual_folder(),
    }
    request.current_app = admin.site.name
    frame = admin.site.each_context(request)
    return TemplateResponse(request, "admin/backups/list.html", {**frame, **own})


@require_POST
def make(request):
    try:
        made, removed = backups.make(request)
    except BackupError as error:
        messages.error(request, str(error))
    else:
        messages.success(request, _("Backup made and checked: %(file)s") % {"file": made.name})
        for old in removed:
            messages.info(request, _("Old backup removed: %(file)s") % {"file": old.name})
    return redirect("admin:backups")


@require_POST
def check(request, name):
    file = found(name)
    try:
        backups.check(file, request)
    except BackupError as error:
        messages.error(request, f"{name}: {error}")
    else:
        messages.success(request, _("The backup is whole: %(file)s") % {"file": name})
    return redirect("admin:backups")


@require_POST
def download(request, name):
    file = found(name)
    backups.log(backups.Kind.BACKUP_TAKEN, file, request)
    return FileResponse(file.open("rb"), as_attachment=True, content_type="application/zip")


def found(name):
    file = backups.named(name)
    if file is None:
        raise Http404
    return file
