"""What visitors wait for."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from loei_coop.common.todo import Task, Todo
from loei_coop.site.models import ErrorReport


def todos(user) -> Iterator[Todo]:
    if user.has_perm("site.view_errorreport") or user.has_perm("site.change_errorreport"):
        yield Todo(
            capfirst(ErrorReport._meta.verbose_name_plural),
            _("Look at the page, correct the record and mark the report as handled."),
            [reports_waiting()],
        )


def reports_waiting() -> Task:
    return Task(
        label=_("still waiting"),
        count=ErrorReport.objects.waiting().count(),
        address=f"{reverse('admin:site_errorreport_changelist')}?waiting=yes",
    )
