"""Which proposals and confirmations of the desk."""

from loei_coop.common.models import AuthoredQuerySet
from networks.states import ProposalState


class ProposalQuerySet(AuthoredQuerySet):
    def waiting(self):
        return self.filter(state=ProposalState.WAITING)

    def looked_after_by(self, user):
        return self.filter(owner=user)

    def with_names(self):
        return self.with_authors().select_related("organization", "owner", "decided_by")

    def latest_first(self):
        return self.order_by("-made_at", "-pk")


class HoldersConfirmationQuerySet(AuthoredQuerySet):
    def latest_first(self):
        return self.order_by("-meeting_on", "-pk")

    def latest(self):
        """With the names of its authors, or None."""
        return self.with_authors().latest_first().first()
