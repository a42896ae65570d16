"""The guided acts on people who hand over their work."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from networks.action_forms.handover import HandOverForm, OrganizationHandOverForm
from networks.action_forms.transfer import TransferForm
from networks.admin.guided import Guided
from networks.admin.issuing import issue_address, may_issue
from networks.admin.place_actions import may_change_both_kinds
from networks.models import Appointment
from networks.register.transfer import has_work

HAND_OVER_TITLE = gettext_lazy("Hand over")
HAND_OVER_INTRO = gettext_lazy(
    "The post, what is open and the deputies go to one person at once; whoever hands over is "
    "signed out."
)


def may_move_appointments(model_admin, request, row) -> bool:
    rights = ("change_appointment", "add_appointment", "add_person")
    may_see = model_admin.has_view_permission(request, row)
    return may_see and request.user.has_perms(f"networks.{right}" for right in rights)


def may_transfer(model_admin, request, row) -> bool:
    may_move = may_move_appointments(model_admin, request, row)
    return may_move and may_change_both_kinds(model_admin, request, row)


def leads_today(appointment) -> bool:
    own = Appointment.objects.giving_access().leading()
    return own.filter(pk=appointment.pk).exists()


def is_led_today(organization) -> bool:
    return organization.appointments.giving_access().leading().exists()


def issue_next(request, form) -> list[tuple[str, str]]:
    """The new one cannot come in without a code."""
    person = form.new.person
    if not may_issue(request) or (person.user and person.user.has_usable_password()):
        return []
    sentence = _("Issue a first-use code to %(person)s") % {"person": person}
    return [(issue_address([person.pk]), sentence)]


HAND_OVER = Guided(
    "handover",
    HAND_OVER_TITLE,
    HandOverForm,
    may_move_appointments,
    leads_today,
    HAND_OVER_INTRO,
    next_steps=issue_next,
)
HAND_OVER_OF_ORGANIZATION = Guided(
    "handover",
    HAND_OVER_TITLE,
    OrganizationHandOverForm,
    may_move_appointments,
    is_led_today,
    HAND_OVER_INTRO,
    next_steps=issue_next,
)
TRANSFER = Guided(
    "transfer",
    gettext_lazy("Transfer the work of an officer"),
    TransferForm,
    may_transfer,
    has_work,
    gettext_lazy(
        "When a promotion officer moves to another post: cooperatives and groups, the post and "
        "what is open go to a colleague at once."
    ),
)
