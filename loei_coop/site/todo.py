"""What visitors wait for."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from loei_coop.common.todo import Task, Todo
from loei_coop.site.models import DataRequest, ErrorReport


def todos(user) -> Iterator[Todo]:
    if may_see(user, DataRequest):
        yield Todo(
            capfirst(DataRequest._meta.verbose_name_plural),
            _("Make sure who asks, answer within 30 days, and note what was done."),
            [
                task(DataRequest.objects.overdue(), _("past the day of the answer"), "late"),
                task(DataRequest.objects.waiting(), _("still waiting"), "yes"),
            ],
        )
    if may_see(user, ErrorReport):
        yield Todo(
            capfirst(ErrorReport._meta.verbose_name_plural),
            _("Look at the page, correct the record and mark the report as handled."),
            [task(ErrorReport.objects.waiting(), _("still waiting"), "yes")],
        )


def may_see(user, model) -> bool:
    name = model._meta.model_name
    return any(user.has_perm(f"site.{action}_{name}") for action in ("view", "change"))


def task(rows, label: str, chosen: str) -> Task:
    """`chosen`: of the list's filter."""
    changelist = reverse(f"admin:site_{rows.model._meta.model_name}_changelist")
    return Task(label, rows.count(), f"{changelist}?waiting={chosen}")
