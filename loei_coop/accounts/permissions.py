"""Who may what with accounts."""

import rules

ADMINISTRATOR = "administrator"
# Groups whose members publish or confirm; a superuser does too.
PUBLISHING = {ADMINISTRATOR, "publisher", "reviewer"}


@rules.predicate
def is_administrator(user):
    return (
        user.is_active and user.is_staff and (user.is_superuser or in_groups(user, {ADMINISTRATOR}))
    )


@rules.predicate
def publishes(user):
    return user.is_active and user.is_staff and (user.is_superuser or in_groups(user, PUBLISHING))


@rules.predicate
def outranks(user, other):
    """An administrator's door is opened by an administrator, a superuser's by a superuser only;
    one's own by its own pages, which ask for the password."""
    return other is not None and user != other and (user.is_superuser or not other.is_superuser)


may_open_doors = is_administrator & outranks


def in_groups(user, names) -> bool:
    return user.groups.filter(name__in=names).exists()
