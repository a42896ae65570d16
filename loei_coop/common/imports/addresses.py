"""Where the pages of a file are: in the admin of the list that it is of."""

from collections.abc import Iterator

from django.contrib import admin
from django.urls import reverse

from loei_coop.common.imports.admin import ListAdmin
from loei_coop.common.models import ImportRun


def lists_of(kind: str) -> Iterator[ListAdmin]:
    """Every list of the kind; organizations have more than one."""
    for model_admin in admin.site._registry.values():
        if isinstance(model_admin, ListAdmin) and model_admin.resource.slug == kind:
            yield model_admin


def run_address(request, run: ImportRun, page: str = "import_run") -> str | None:
    """Of the list that this officer may import into; None if there is none."""
    for model_admin in lists_of(run.kind):
        if model_admin.has_import_permission(request):
            opts = model_admin.opts
            name = f"admin:{opts.app_label}_{opts.model_name}_{page}"
            return reverse(name, args=[run.pk])
    return None


def kind_label(kind: str) -> str:
    return next((str(model_admin.resource.label) for model_admin in lists_of(kind)), kind)
