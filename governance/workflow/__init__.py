"""The way of an assessment and of an award: the only place that writes their states.

Each step checks the person, moves the row only if it is still in the state expected, and leaves an
event, of an award a row of its history. All raise WorkflowError with a sentence; then nothing was
changed.
"""

from governance.workflow.announcing import AwardTerms, announce, call_off
from governance.workflow.awarding import (
    Presentation,
    await_presentation,
    correct_presentation,
    grant,
    present,
    revoke,
)
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
    "Presentation",
    "announce",
    "ask_to_reconsider",
    "await_presentation",
    "call_off",
    "confirm",
    "correct_presentation",
    "decide_reconsideration",
    "decline",
    "extend",
    "grant",
    "involved_members",
    "present",
    "receive_on_paper",
    "recommend",
    "reconsideration_ends",
    "rejoin",
    "require",
    "return_items",
    "revoke",
    "start",
    "submit",
    "take_no_part",
    "withdraw",
]
