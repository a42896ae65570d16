"""Where the log of the door is written: the one place that listens to signals. Sign-ins, rights
and passwords change in many places, also in those of libraries, and none of them may be missed."""

from allauth.account.signals import password_changed
from allauth.core import context
from allauth.mfa import signals as factor
from allauth.mfa.models import Authenticator
from django.contrib.auth import signals as auth
from django.contrib.auth.models import Group, Permission
from django.db.models import signals

from loei_coop.accounts import events, sessions
from loei_coop.accounts.models import AccountEvent, User

Kind = AccountEvent.Kind


def connect():
    auth.user_logged_in.connect(signed_in)
    auth.user_logged_out.connect(signed_out)
    auth.user_login_failed.connect(sign_in_failed)
    password_changed.connect(keep_this_session)
    factor.authentication_failed.connect(code_failed)
    factor.authenticator_added.connect(factor_added)
    factor.authenticator_removed.connect(factor_removed)
    factor.authenticator_reset.connect(codes_renewed)
    signals.pre_save.connect(look_before, sender=User)
    signals.post_save.connect(account_saved, sender=User)
    signals.post_delete.connect(account_removed, sender=User)
    signals.m2m_changed.connect(groups_changed, sender=User.groups.through)
    signals.pre_delete.connect(group_removed, sender=Group)
    signals.m2m_changed.connect(permissions_changed, sender=User.user_permissions.through)
    signals.m2m_changed.connect(group_changed, sender=Group.permissions.through)


# Signing in and out


def signed_in(sender, request, user, **kwargs):
    sessions.remember(request, user)
    events.record(Kind.SIGNED_IN, user, made_by=user, request=request)


def signed_out(sender, request, user, **kwargs):
    if user:
        events.record(Kind.SIGNED_OUT, user, made_by=user, request=request)


def sign_in_failed(sender, credentials, request=None, **kwargs):
    """What was typed is not kept: people type passwords into the wrong field."""
    user = User.objects.known_as(credentials.get("username") or "")
    events.record(Kind.SIGN_IN_FAILED, user, request=request)


def keep_this_session(sender, request, user, **kwargs):
    """A new password gave the session a new key."""
    sessions.remember(request, user)


# The second step


def code_failed(sender, request, user, **kwargs):
    events.record(Kind.CODE_FAILED, user, request=request)


def factor_added(sender, request, user, authenticator, **kwargs):
    if authenticator.type == Authenticator.Type.TOTP:
        events.record(Kind.FACTOR_ADDED, user, request=request)


def factor_removed(sender, request, user, authenticator, **kwargs):
    if authenticator.type == Authenticator.Type.TOTP:
        events.record(Kind.FACTOR_REMOVED, user, request=request)


def codes_renewed(sender, request, user, **kwargs):
    events.record(Kind.CODES_RENEWED, user, request=request)


# Accounts, passwords, rights


def look_before(sender, instance, raw=False, update_fields=None, **kwargs):
    watched = {"password", *events.FLAGS}
    if raw or not instance.pk or (update_fields is not None and not watched & set(update_fields)):
        return
    instance.before = User.objects.filter(pk=instance.pk).values(*watched).first()


def account_saved(sender, instance, created, raw=False, **kwargs):
    if created and not raw:
        events.record(Kind.ACCOUNT_CREATED, instance, changes=rights_from_birth(instance))
    before = instance.__dict__.pop("before", None)
    if before is None:
        return
    if has_new_password(instance, before):
        events.record(Kind.PASSWORD_CHANGED, instance)
        end_sessions_elsewhere(instance)
    if changes := flag_changes(instance, before):
        events.record(Kind.ROLES_CHANGED, instance, changes=changes)


def rights_from_birth(user) -> list:
    return [[name, False, True] for name in ("is_staff", "is_superuser") if getattr(user, name)]


def has_new_password(user, before) -> bool:
    """A hash that is only written anew in a stronger way, as Django does on signing in, is none."""
    is_set = user._password is not None or not user.has_usable_password()
    return user.password != before["password"] and is_set


def end_sessions_elsewhere(user):
    request = context.request
    own = request is not None and events.signed_in_user(request) == user
    sessions.end_all(user, apart_from=request.session.session_key if own else None)


def flag_changes(user, before) -> list:
    """An address stays out of the log; that it changed is said."""
    changed = [name for name in events.FLAGS if getattr(user, name) != before[name]]
    return [
        (name, *(("", "") if name == "email" else (before[name], getattr(user, name))))
        for name in changed
    ]


def account_removed(sender, instance, **kwargs):
    events.record(Kind.ACCOUNT_REMOVED, User(username=instance.username))


def groups_changed(instance, action, reverse, pk_set, **kwargs):
    for user, group in pairs(instance, action, reverse, pk_set, Group, "groups"):
        record_right("groups", user, action, group.name)


def group_removed(instance, **kwargs):
    """Its members lose it without a signal of their own."""
    for user in instance.user_set.all():
        record_right("groups", user, "pre_clear", instance.name)


def permissions_changed(instance, action, reverse, pk_set, **kwargs):
    found = pairs(instance, action, reverse, pk_set, Permission, "user_permissions")
    for user, permission in found:
        record_right("user_permissions", user, action, permission.codename)


def group_changed(instance, action, reverse, pk_set, **kwargs):
    """Rights of a group, by a person: what a command syncs at the start is no news."""
    if reverse or action not in DONE or not events.signed_in_user(context.request):
        return
    for permission in affected(instance, action, pk_set, Permission, "permissions"):
        change = [f"{instance.name}: {permission.codename}"]
        change = ["", *change] if action == "post_add" else [*change, ""]
        events.record(Kind.ROLES_CHANGED, None, changes=[["permissions", *change]])


DONE = {"post_add", "post_remove", "pre_clear"}


def pairs(instance, action, reverse, pk_set, model, field):
    """(user, right) of each row that came or went."""
    if action not in DONE:
        return
    if reverse:
        for user in affected(instance, action, pk_set, User, "user_set"):
            yield user, instance
        return
    for right in affected(instance, action, pk_set, model, field):
        yield instance, right


def affected(instance, action, pk_set, model, field):
    if action == "pre_clear":
        return list(getattr(instance, field).all())
    return list(model.objects.filter(pk__in=pk_set))


def record_right(what, user, action, name):
    change = [what, "", name] if action == "post_add" else [what, name, ""]
    events.record(Kind.ROLES_CHANGED, user, changes=[change])
