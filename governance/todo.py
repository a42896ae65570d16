"""What assessments wait for: at the office's first page."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext as _

from governance.board import not_submitted
from governance.models import AssessmentRound
from loei_coop.common.todo import Task, Todo


def todos(user) -> Iterator[Todo]:
    if user.has_perm("governance.view_assessment"):
        yield Todo(
            _("Self-assessment: not submitted yet"),
            _("How the round stands, whom to call, and texts to send."),
            [round_task(row) for row in AssessmentRound.objects.to_fill_in().open()],
        )


def round_task(round_: AssessmentRound) -> Task:
    address = reverse("admin:governance_assessmentround_board", args=[round_.pk])
    label = f"{round_.edition.standard.local_name}: {round_}"
    return Task(label, not_submitted(round_).count(), address)
