"""Acts on somebody's door, from the account's page: told first, then confirmed."""

from collections.abc import Callable
from dataclasses import dataclass

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _

from loei_coop.accounts import permissions, second_factor, sessions
from loei_coop.accounts.models import User


def reset_factor(user, made_by) -> bool:
    return second_factor.reset(user, made_by=made_by)


def end_sessions(user, made_by) -> bool:
    return bool(sessions.sign_out(user, made_by=made_by))


@dataclass(frozen=True)
class DoorAct:
    name: str
    title: str
    consequences: list[str]
    # Of the user and of who does it: whether there was anything to do.
    carry_out: Callable
    done: str
    nothing: str

    def address(self, user) -> str:
        return reverse(f"admin:accounts_user_{self.name}", args=[user.pk])


ACTS = [
    DoorAct(
        name="reset_factor",
        title=_("Reset the second step"),
        consequences=[
            _("The app and the recovery codes of this person do not fit any more."),
            _("The person is signed out on every device; the password stays."),
            _("Who must have a second step sets it up anew when signing in."),
            _(
                "Make sure first that it is really this person who asks: face to face, or by "
                "calling back."
            ),
        ],
        carry_out=reset_factor,
        done=_("The second step was reset."),
        nothing=_("This account has no second step; nothing was changed."),
    ),
    DoorAct(
        name="end_sessions",
        title=_("Sign this person out everywhere"),
        consequences=[
            _("The person is signed out on every device and must sign in again."),
            _("What was typed and not sent yet is lost."),
        ],
        carry_out=end_sessions,
        done=_("The person was signed out on every device."),
        nothing=_("This account is signed in nowhere; nothing was changed."),
    ),
]


class DoorsAdmin:
    """A ModelAdmin of users with these acts: addresses and buttons."""

    def get_urls(self):
        return [self.path_of(act) for act in ACTS] + super().get_urls()

    def path_of(self, act: DoorAct):
        def view(request, user_id):
            return self.door_view(request, act, user_id)

        route = f"<int:user_id>/{act.name.replace('_', '-')}/"
        return path(route, self.admin_site.admin_view(view), name=f"accounts_user_{act.name}")

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        if obj is not None and permissions.may_open_doors(request.user, obj):
            context["door_acts"] = [(act.address(obj), act.title) for act in ACTS]
        return super().render_change_form(request, context, add, change, form_url, obj)

    def door_view(self, request, act: DoorAct, user_id):
        user = get_object_or_404(User, pk=user_id)
        if not permissions.may_open_doors(request.user, user):
            raise PermissionDenied
        back = reverse("admin:accounts_user_change", args=[user.pk])
        if request.method != "POST":
            return self.ask(request, act, user, back)
        if act.carry_out(user, request.user):
            messages.success(request, act.done)
        else:
            messages.info(request, act.nothing)
        return HttpResponseRedirect(back)

    def ask(self, request, act, user, back):
        own = {"title": act.title, "act": act, "original": user, "opts": self.opts, "back": back}
        request.current_app = self.admin_site.name
        frame = self.admin_site.each_context(request)
        return TemplateResponse(request, "admin/accounts/user/door.html", {**frame, **own})
