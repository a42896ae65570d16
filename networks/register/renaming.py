"""A new name: the old one stays searchable, the code and the address stay."""

import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from loei_coop.thai.dates import PartialDate, Precision
from networks.choices import NameUse
from networks.models import Organization, OrganizationName
from networks.register.rows import check_standing, locked, save_checked


def check_rename(organization: Organization, *, name: str) -> None:
    check_standing(organization)
    if name == organization.name:
        raise ValidationError({"name": _("This is its name already.")})
    renamed = Organization(pk=organization.pk, kind=organization.kind, name=name)
    renamed.validate_constraints(exclude=without("kind", "name"))


def without(*names: str) -> set[str]:
    """All fields but these: constraints that speak of another are left for later."""
    return {field.name for field in Organization._meta.fields} - set(names)


@transaction.atomic
def rename(
    organization: Organization, *, name: str, on: PartialDate | None = None
) -> OrganizationName:
    """`on`: the first day of the new name. Returns the row of the former one."""
    (organization,) = locked(organization)
    check_rename(organization, name=name)
    former = keep_as_former(organization, until=day_before(on))
    organization.name = name
    save_checked(organization)
    return former


def day_before(on: PartialDate | None) -> PartialDate | None:
    """The last day of the old name; in a month or a year that both names share, that one."""
    if on is None or on.precision != Precision.DAY:
        return on
    return PartialDate(on.date - datetime.timedelta(days=1))


def keep_as_former(organization: Organization, *, until: PartialDate | None) -> OrganizationName:
    """One row a name: a name that it bore twice is former until the later day."""
    former = organization.names.filter(name=organization.name).first()
    former = former or OrganizationName(organization=organization, name=organization.name)
    former.use = NameUse.FORMER
    former.is_sample = organization.is_sample
    field = former._meta.get_field("used_until")
    field.save_form_data(former, until)
    save_checked(former)
    return former
