"""The way of an assessment: the only place that writes its state.

Each step checks the person, moves the row only if it is still in the state expected, and leaves an
event. All raise WorkflowError with a sentence; then nothing was changed.
"""

from governance.workflow.announcing import AwardTerms, announce, call_off
from governance.workflow.confirming import confirm, decide_reconsideration, involved_members
from governance.workflow.moving import require
from governance.workflow.office import (
    extend,
    receive_on_paper,
    recommend,
    return_items,
    withdraw,
)
from governance.workflow.organization import (
    ask_to_reconsider,
    decline,
    reconsideration_ends,
    rejoin,
    start,
    submit,
    take_no_part,
)

__all__ = [
    "AwardTerms",
    "announce",
    "ask_to_reconsider",
    "call_off",
    "confirm",
    "decide_reconsideration",
    "decline",
    "extend",
    "involved_members",
    "receive_on_paper",
    "recommend",
    "reconsideration_ends",
    "rejoin",
    "require",
    "return_items",
    "start",
    "submit",
    "take_no_part",
    "withdraw",
]
