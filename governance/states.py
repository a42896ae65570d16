"""The states of assessments, awards, forums and practices, and which may follow which."""

from django.db import models
from django.utils.translation import pgettext_lazy


class State(models.TextChoices):
    DRAFT = "draft", pgettext_lazy("assessment", "draft")
    SUBMITTED = "submitted", pgettext_lazy("assessment", "submitted")
    RETURNED = "returned", pgettext_lazy("assessment", "more information asked for")
    RESUBMITTED = "resubmitted", pgettext_lazy("assessment", "submitted again")
    REVIEWED = "reviewed", pgettext_lazy("assessment", "reviewed")
    CONFIRMED = "confirmed", pgettext_lazy("assessment", "confirmed by the working group")
    WITHDRAWN = "withdrawn", pgettext_lazy("assessment", "withdrawn")
    NOT_TAKING_PART = "absent", pgettext_lazy("assessment", "not taking part this year")


MOVES = {
    State.DRAFT: {State.SUBMITTED, State.NOT_TAKING_PART, State.WITHDRAWN},
    State.SUBMITTED: {State.RETURNED, State.REVIEWED, State.WITHDRAWN},
    State.RETURNED: {State.RESUBMITTED, State.WITHDRAWN},
    State.RESUBMITTED: {State.RETURNED, State.REVIEWED, State.WITHDRAWN},
    State.REVIEWED: {State.RETURNED, State.CONFIRMED, State.WITHDRAWN},
    # Back only when a request to reconsider is granted, before the result is announced.
    State.CONFIRMED: {State.REVIEWED},
    State.WITHDRAWN: set(),
    State.NOT_TAKING_PART: {State.DRAFT},
}

# Answers may be given: all of them, or those that were returned.
WRITABLE = [State.DRAFT, State.RETURNED]
# The office has it.
UNDER_REVIEW = [State.SUBMITTED, State.RESUBMITTED]
# Somebody has something to do with it still, at the organization or in the office.
UNDER_WAY = [*WRITABLE, *UNDER_REVIEW, State.REVIEWED]
# The review may be written: until the working group confirms the result.
REVIEWABLE = [*UNDER_REVIEW, State.REVIEWED]
# Something was handed in, whatever came of it.
HANDED_IN = [*UNDER_REVIEW, State.RETURNED, State.REVIEWED, State.CONFIRMED]
# Nothing of it changes any more.
FROZEN = [State.CONFIRMED]


class ReconsiderationState(models.TextChoices):
    WAITING = "waiting", pgettext_lazy("reconsideration", "waiting")
    GRANTED = "granted", pgettext_lazy("reconsideration", "reconsidered")
    REFUSED = "refused", pgettext_lazy("reconsideration", "result stands")


class AwardState(models.TextChoices):
    GRANTED = "granted", pgettext_lazy("award", "granted")
    TO_BE_PRESENTED = "waiting", pgettext_lazy("award", "to be presented")
    PRESENTED = "presented", pgettext_lazy("award", "presented")
    REVOKED = "revoked", pgettext_lazy("award", "revoked")


AWARD_MOVES = {
    AwardState.GRANTED: {AwardState.TO_BE_PRESENTED, AwardState.PRESENTED, AwardState.REVOKED},
    AwardState.TO_BE_PRESENTED: {AwardState.PRESENTED, AwardState.REVOKED},
    AwardState.PRESENTED: {AwardState.REVOKED},
    AwardState.REVOKED: set(),
}
# It is known by whom it is, or was, handed over.
WITH_PRESENTATION = [AwardState.TO_BE_PRESENTED, AwardState.PRESENTED]


class ForumState(models.TextChoices):
    PREPARED = "prepared", pgettext_lazy("forum", "being prepared")
    PLANNED = "planned", pgettext_lazy("forum", "announced")
    HELD = "held", pgettext_lazy("forum", "held")
    CANCELLED = "cancelled", pgettext_lazy("forum", "cancelled")


FORUM_MOVES = {
    ForumState.PREPARED: {ForumState.PLANNED, ForumState.HELD, ForumState.CANCELLED},
    ForumState.PLANNED: {ForumState.HELD, ForumState.CANCELLED},
    ForumState.HELD: set(),
    ForumState.CANCELLED: {ForumState.PLANNED},
}
# What visitors see.
PUBLIC_FORUMS = [ForumState.PLANNED, ForumState.HELD, ForumState.CANCELLED]
# Whose hosts tell others, or will.
TELLING_FORUMS = [ForumState.PLANNED, ForumState.HELD]


class PracticeState(models.TextChoices):
    PROPOSED = "proposed", pgettext_lazy("practice", "proposed")
    AGREED = "agreed", pgettext_lazy("practice", "the host agrees")
    SELECTED = "selected", pgettext_lazy("practice", "selected by the office")
    SHARED = "shared", pgettext_lazy("practice", "shared")
    DECLINED = "declined", pgettext_lazy("practice", "not taken up")
    WITHDRAWN = "withdrawn", pgettext_lazy("practice", "withdrawn")


PRACTICE_MOVES = {
    PracticeState.PROPOSED: {PracticeState.AGREED, PracticeState.DECLINED},
    PracticeState.AGREED: {PracticeState.SELECTED, PracticeState.DECLINED},
    PracticeState.SELECTED: {PracticeState.SHARED, PracticeState.DECLINED},
    PracticeState.SHARED: {PracticeState.WITHDRAWN},
    PracticeState.DECLINED: {PracticeState.PROPOSED},
    PracticeState.WITHDRAWN: {PracticeState.SHARED},
}
