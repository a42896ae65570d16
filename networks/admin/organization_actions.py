"""The guided acts on one cooperative or farmer group."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from networks import on_behalf, permissions
from networks.action_forms.events import EventForm
from networks.action_forms.naming import JoinForm, RenameForm
from networks.action_forms.on_behalf import ActForForm
from networks.action_forms.successions import AmalgamateForm, DivideForm
from networks.admin.guided import Guided, may_change_and_add
from networks.admin.person_actions import HAND_OVER_OF_ORGANIZATION
from networks.register.events import possible_kinds


def stands(organization) -> bool:
    return organization.joined_into_id is None


def is_standing_cooperative(organization) -> bool:
    return stands(organization) and organization.is_cooperative


def has_next_event(organization) -> bool:
    return stands(organization) and bool(possible_kinds(organization))


def may_act_for(model_admin, request, organization) -> bool:
    return permissions.may_act_for(request.user, organization)


def has_callers(organization) -> bool:
    return organization.appointments.giving_access().exists()


def begin_acting(request, form) -> str:
    on_behalf.begin(
        request, user=form.user, organization=form.row, reason=form.cleaned_data["asked"]
    )
    return reverse("desk:organization", args=[form.row.code])


ACT_FOR = Guided(
    "act-for",
    _("Act for a caller"),
    ActForForm,
    may_act_for,
    has_callers,
    _("For whoever telephones or comes to the office: you enter it at their desk."),
    then=begin_acting,
)
ACTS = [
    Guided(
        "rename",
        _("Rename"),
        RenameForm,
        is_offered=stands,
        intro=_("The old name stays searchable, the code and the address stay."),
    ),
    Guided(
        "join",
        _("Join a duplicate record"),
        JoinForm,
        is_offered=stands,
        intro=_(
            "For two records of the same cooperative or group. This record stays; the duplicate's "
            "names, appointments and seats follow, and its address leads here."
        ),
    ),
    Guided(
        "amalgamate",
        _("Record an amalgamation"),
        AmalgamateForm,
        may_change_and_add,
        is_standing_cooperative,
        _("Cooperatives amalgamated into a new one under the law. All keep their pages."),
    ),
    Guided(
        "divide",
        _("Record a division"),
        DivideForm,
        may_change_and_add,
        is_standing_cooperative,
        _("A cooperative divided under the law. It keeps its page."),
    ),
    Guided(
        "event",
        _("Record a dissolution, liquidation or striking off"),
        EventForm,
        is_offered=has_next_event,
        intro=_("In the order of the law, each with its day and the order it rests on."),
    ),
    HAND_OVER_OF_ORGANIZATION,
    ACT_FOR,
]
