"""Which proposals and confirmations of the desk."""

from loei_coop.common.models import AuthoredQuerySet
from networks.states import DECIDED, ProposalState


class ProposalQuerySet(AuthoredQuerySet):
    def waiting(self):
        return self.filter(state=ProposalState.WAITING)

    def decided(self):
        return self.filter(state__in=DECIDED)

    def withdrawn(self):
        return self.filter(state=ProposalState.WITHDRAWN)

    def of_the_record(self):
        """Not of who is in office: those are decided one by one."""
        return self.exclude(kind__in=self.model.OF_PERSONS)

    def to_confirm(self):
        """What was withdrawn needs nobody's word any more."""
        return super().to_confirm().exclude(state=ProposalState.WITHDRAWN)

    def promoted_by(self, user):
        """Of the organizations whose promotion officer this is."""
        return self.filter(organization__promotion_officer__user=user)

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
