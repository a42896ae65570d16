"""What officers of each kind may do: Django groups, known by their codename, kept as listed here
whenever the database is migrated. Rights that a person holds by an appointment are no groups."""

from collections import defaultdict
from dataclasses import dataclass
from fnmatch import fnmatchcase

from django.contrib.auth.management import create_permissions
from django.contrib.auth.models import Group, Permission
from django.db.models import QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

# First-use codes for people in office.
CODES = ("accounts.issue_activationcode", "accounts.view_activationcode")
# What comes from the desks of the organizations.
DESK = ("networks.decide_proposal", "networks.act_for_organization")
# All that is looked at; accounts and who read private contacts are the administrators' alone, and
# who asks about personal data is not for every officer.
LOOK = (
    *("networks.view_*", "governance.view_*", "news.view_*", "common.view_*"),
    "site.view_errorreport",
)
ADMINISTRATORS_ONLY = ("networks.view_contactreading",)
# The criteria that organizations are assessed by; an edition in use changes for nobody.
CRITERIA = tuple(
    f"governance.*_{name}" for name in ("standard", "edition", "category", "item", "step", "level")
)


@dataclass(frozen=True)
class OfficeGroup:
    """`rights`: "app.codename", with * for any; what is no such right yet comes with its app."""

    codename: str
    label: Promise
    rights: tuple[str, ...]

    def has(self, right: str) -> bool:
        if right in ADMINISTRATORS_ONLY:
            return "*" in self.rights
        return any(fnmatchcase(right, pattern) for pattern in self.rights)


# The working group's meetings confirm results; rounds, time, paper and requests are looked after.
CONFIRM = ("governance.confirm_assessment", "governance.*_workinggroupmeeting")
MANAGE = ("governance.manage_assessment",)
# What the public is told: results, awards, what is learnt from one another, the news.
EXCHANGE = tuple(f"governance.*_{name}" for name in ("topic", "forum", "practice"))
ANNOUNCE = ("governance.add_announcement", "governance.*_award")
WRITE_NEWS = tuple(
    f"news.{act}_{name}"
    for act in ("add", "change", "delete")
    for name in ("pressrelease", "statement", "campaign")
)
PUBLISH_NEWS = ("news.approve_pressrelease", "news.publish_pressrelease")
# Results and answers of a round, as files: for who runs it and who reviews it.
TAKE_AWAY = ("governance.export_assessment",)

GROUPS = {
    group.codename: group
    for group in (
        OfficeGroup("administrator", _("administrator"), ("*",)),
        OfficeGroup(
            "data-keeper",
            _("keeper of the register"),
            (
                *LOOK,
                *CODES,
                *CRITERIA,
                *MANAGE,
                *TAKE_AWAY,
                "networks.*",
                "site.change_errorreport",
                "site.view_datarequest",
                "site.change_datarequest",
            ),
        ),
        OfficeGroup(
            "network-officer",
            _("network officer"),
            (
                *LOOK,
                *CODES,
                *DESK,
                "networks.export_*",
                "networks.*_seatholding",
                "networks.*_committeeterm",
                "networks.*_committeemember",
                "networks.*_appointment",
                "networks.add_person",
                "networks.change_person",
                "site.change_errorreport",
            ),
        ),
        OfficeGroup(
            "reviewer",
            _("reviewer"),
            (*LOOK, *TAKE_AWAY, "governance.export_edition", "governance.review_assessment"),
        ),
        OfficeGroup("press-officer", _("press officer"), (*LOOK, *EXCHANGE, *WRITE_NEWS)),
        OfficeGroup(
            "publisher",
            _("publisher"),
            (*LOOK, *CONFIRM, *EXCHANGE, *ANNOUNCE, *WRITE_NEWS, *PUBLISH_NEWS),
        ),
        OfficeGroup("read-only", _("reading only"), LOOK),
    )
}


def sync_groups(app_config, **kwargs) -> None:
    """Gives each group just the rights of this app that are listed for it."""
    create_permissions(app_config, verbosity=0)
    permissions = list(permissions_of(app_config.label))
    held = held_rights(permissions)
    for name, row in stored_groups().items():
        listed = GROUPS[name]
        wanted = {p.pk for p in permissions if listed.has(f"{app_config.label}.{p.codename}")}
        if missing := wanted - held[row.pk]:
            row.permissions.add(*missing)
        if surplus := held[row.pk] - wanted:
            row.permissions.remove(*surplus)


def stored_groups() -> dict[str, Group]:
    stored = {group.name: group for group in Group.objects.filter(name__in=GROUPS)}
    missing = (name for name in GROUPS if name not in stored)
    return stored | {name: Group.objects.create(name=name) for name in missing}


def held_rights(permissions: list[Permission]) -> dict[int, set[int]]:
    """{group: those of these rights that it holds}, asked for all groups at once."""
    held = defaultdict(set)
    pairs = Group.permissions.through.objects.filter(permission__in=permissions)
    for group, permission in pairs.values_list("group_id", "permission_id"):
        held[group].add(permission)
    return held


def permissions_of(app_label: str) -> QuerySet[Permission]:
    return Permission.objects.filter(content_type__app_label=app_label)


def label_of(group: Group) -> str:
    """In the reader's language; a group of the office's own making has its name."""
    known = GROUPS.get(group.name)
    return str(known.label) if known else group.name
