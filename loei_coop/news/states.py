"""The states of a press release, and which may follow which."""

from django.db import models
from django.utils.translation import pgettext_lazy


class ReleaseState(models.TextChoices):
    DRAFT = "draft", pgettext_lazy("release", "draft")
    FOR_APPROVAL = "waiting", pgettext_lazy("release", "submitted for approval")
    APPROVED = "approved", pgettext_lazy("release", "approved for publication")
    # At `published_at`, which may lie ahead: the time is asked in the query.
    PUBLISHED = "published", pgettext_lazy("release", "published")
    WITHDRAWN = "withdrawn", pgettext_lazy("release", "withdrawn")


MOVES = {
    ReleaseState.DRAFT: {ReleaseState.FOR_APPROVAL, ReleaseState.APPROVED},
    ReleaseState.FOR_APPROVAL: {ReleaseState.DRAFT, ReleaseState.APPROVED},
    ReleaseState.APPROVED: {ReleaseState.DRAFT, ReleaseState.PUBLISHED},
    # Back to approved only before its time has come.
    ReleaseState.PUBLISHED: {ReleaseState.APPROVED, ReleaseState.WITHDRAWN},
    ReleaseState.WITHDRAWN: set(),
}

# Its text may still be edited; afterwards it is corrected by dated notes.
EDITABLE = [ReleaseState.DRAFT, ReleaseState.FOR_APPROVAL]
# Its text and facts never change again.
FROZEN = [ReleaseState.PUBLISHED, ReleaseState.WITHDRAWN]
