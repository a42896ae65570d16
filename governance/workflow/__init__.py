"""The way of an assessment, an award, a practice, a forum: the only place that writes states.

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
from governance.workflow.exchange import (
    NO_GROUNDS,
    REWORDED,
    Grounds,
    agree,
    cancel_forum,
    give_up,
    hold_forum,
    propose,
    propose_again,
    publish_forum,
    reword,
    select,
    share,
    take_down,
)
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
    "NO_GROUNDS",
    "REWORDED",
    "AwardTerms",
    "Grounds",
    "Presentation",
    "agree",
    "announce",
    "ask_to_reconsider",
    "await_presentation",
    "call_off",
    "cancel_forum",
    "confirm",
    "correct_presentation",
    "decide_reconsideration",
    "decline",
    "extend",
    "give_up",
    "grant",
    "hold_forum",
    "involved_members",
    "present",
    "propose",
    "propose_again",
    "publish_forum",
    "receive_on_paper",
    "recommend",
    "reconsideration_ends",
    "rejoin",
    "require",
    "return_items",
    "revoke",
    "reword",
    "select",
    "share",
    "start",
    "submit",
    "take_down",
    "take_no_part",
    "withdraw",
]
