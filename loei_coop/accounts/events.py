"""The log of sign-ins, rights and passwords."""

from allauth.core import context
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from loei_coop.accounts.models import AccountEvent, User
from loei_coop.common.client import readable_address

# What is shown as it was written.
ACTING, BACKUP = "acting", "backup"
# Why acting ended by itself.
TIME_OVER, RIGHT_ENDED = "time", "right"
ENDINGS = {
    TIME_OVER: gettext_lazy("by itself: the two hours were over"),
    RIGHT_ENDED: gettext_lazy("by itself: the right to it had ended"),
}
FLAGS = ["is_active", "is_staff", "is_superuser", "username", "email"]


def record(kind, user, *, made_by=None, request=None, changes=()) -> AccountEvent:
    """`user` may be None: nobody has the name that was typed. Without `made_by` it is whoever is
    signed in, if anybody is."""
    request = request or context.request
    made_by = made_by or signed_in_user(request)
    return AccountEvent.objects.create(
        kind=kind,
        user=user if user and user.pk else None,
        user_name=user.username if user else "",
        made_by=made_by,
        made_by_name=made_by.username if made_by else "",
        address=readable_address(request) if request else None,
        changes=list(changes),
    )


def signed_in_user(request):
    user = getattr(request, "user", None)
    return user if user is not None and user.is_authenticated else None


def show_changes(event: AccountEvent) -> str:
    return "; ".join(show_change(*change) for change in event.changes)


def show_change(what, before, after) -> str:
    """As officers call it: "staff status: no → yes", "groups: + publisher"; of a backup its name,
    of acting for a caller where, how the caller asked, and why it ended by itself."""
    if what == BACKUP:
        return after
    if what == ACTING:
        return f"{after} · {ENDINGS[before]}" if before else after
    name = User._meta.get_field(what).verbose_name if what != "permissions" else _("permissions")
    if what in ("groups", "user_permissions", "permissions"):
        return f"{name}: + {after}" if after else f"{name}: − {before}"
    if what == "email":
        return str(name)
    return f"{name}: {show_value(before)} → {show_value(after)}"


def show_value(value) -> str:
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    return value
