"""Where the pages of a file are: in the admin of the list that it is of."""

from collections.abc import Iterator

from django.contrib import admin

from loei_coop.common.models import ImportRun


def lists_of(kind: str) -> Iterator[admin.ModelAdmin]:
    """Every list with pages for files of the kind; organizations have more than one."""
    for model_admin in admin.site._registry.values():
        if hasattr(model_admin, "run_kinds") and kind in model_admin.run_kinds():
            yield model_admin


def run_address(request, run: ImportRun, page: str = "import_run") -> str | None:
    """Of the list that this officer may import into; None if there is none."""
    for model_admin in lists_of(run.kind):
        if model_admin.may_open_run(request, run.kind):
            return model_admin.run_page(run, page)
    return None


def kind_label(kind: str) -> str:
    return next((model_admin.run_kinds()[kind] for model_admin in lists_of(kind)), kind)
