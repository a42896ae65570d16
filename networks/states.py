"""The states of what networks decide, and which may follow which."""

from django.db import models
from django.utils.translation import pgettext_lazy


class ProposalState(models.TextChoices):
    WAITING = "waiting", pgettext_lazy("proposal", "waiting for the office")
    ACCEPTED = "accepted", pgettext_lazy("proposal", "accepted")
    REFUSED = "refused", pgettext_lazy("proposal", "not accepted")
    WITHDRAWN = "withdrawn", pgettext_lazy("proposal", "withdrawn")


DECIDED = [ProposalState.ACCEPTED, ProposalState.REFUSED]
