"""The guided acts on an area network and on districts."""

from django.utils.translation import gettext_lazy as _

from networks.action_forms.promotion import PromotionOfficerForm
from networks.action_forms.seats import SeatForm
from networks.admin.guided import Guided


def may_add_to_the_ledger(model_admin, request, row) -> bool:
    may_see = model_admin.has_view_permission(request, row)
    return may_see and request.user.has_perm("networks.add_seatholding")


def may_change_both_kinds(model_admin, request, row) -> bool:
    may = request.user.has_perm
    return may("networks.change_cooperative") and may("networks.change_farmergroup")


SEATS = Guided(
    "seats",
    _("Take over a representative's seat"),
    SeatForm,
    may_add_to_the_ledger,
    intro=_("A network has three representatives. Choose which of them is relieved."),
)
PROMOTION_OFFICERS = Guided(
    "promotion-officers",
    _("Assign a promotion officer by district"),
    PromotionOfficerForm,
    may_change_both_kinds,
    intro=_("For all cooperatives and farmer groups of the chosen districts at once."),
    for_list=True,
)
