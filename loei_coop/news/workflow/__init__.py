"""The way of a release: the only place that writes its state.

    draft → submitted for approval → approved → published at a time → withdrawn

Each step checks the person, moves the row only if it is still in the state expected, and leaves an
event. All raise WorkflowError with a sentence; then nothing was changed.
"""

from loei_coop.news.workflow.approving import (
    approve,
    enter_approval,
    reopen,
    send_back,
    submit,
)
from loei_coop.news.workflow.publishing import (
    call_off,
    check_publication,
    correct,
    publish,
    publish_from_source,
    withdraw,
)
from loei_coop.news.workflow.writing import edit, edited_meanwhile

__all__ = [
    "approve",
    "call_off",
    "check_publication",
    "correct",
    "edit",
    "edited_meanwhile",
    "enter_approval",
    "publish",
    "publish_from_source",
    "reopen",
    "send_back",
    "submit",
    "withdraw",
]
