"""What must never be true of a cooperative or farmer group, in the form and in the database."""

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Left
from django.db.models.lookups import Exact
from django.utils.translation import gettext_lazy as _

from networks import choices

# The code of a subdistrict begins with its district's.
DISTRICT_CODE_LENGTH = 4

CONSTRAINTS = [
    models.CheckConstraint(
        name="organization_type_of_kind",
        condition=Q(kind="cooperative", type__in=choices.COOPERATIVE_TYPES)
        | Q(kind="farmer_group", type__in=choices.FARMER_GROUP_TYPES),
        violation_error_message=_("This type does not belong to this kind."),
    ),
    models.CheckConstraint(
        name="organization_group_not_limited",
        condition=~Q(kind="farmer_group", name__endswith="จำกัด"),
        violation_error_message=_("The name of a farmer group does not end with จำกัด."),
    ),
    models.UniqueConstraint(
        fields=["kind", "registration_number"],
        condition=~Q(registration_number="") & Q(joined_into=None),
        name="organization_registration_number_once",
        violation_error_message=_("Another record has this registration number."),
    ),
    models.UniqueConstraint(
        fields=["cooperative_code"],
        condition=~Q(cooperative_code="") & Q(joined_into=None),
        name="organization_cooperative_code_once",
        violation_error_message=_("Another record has this 13-digit code."),
    ),
    models.CheckConstraint(
        name="organization_accounting_year_end_whole",
        condition=Q(accounting_year_end_day=None, accounting_year_end_month=None)
        | Q(
            accounting_year_end_day__isnull=False,
            accounting_year_end_month__isnull=False,
            accounting_year_end_day__gte=1,
            accounting_year_end_day__lte=31,
            accounting_year_end_month__gte=1,
            accounting_year_end_month__lte=12,
        ),
        violation_error_message=_("Give both the day and the month, or neither."),
    ),
    models.CheckConstraint(
        name="organization_subdistrict_in_district",
        condition=Q(subdistrict=None)
        | Q(Exact(Left(F("subdistrict"), DISTRICT_CODE_LENGTH), F("district"))),
        violation_error_message=_("The subdistrict does not lie in the district."),
    ),
    models.CheckConstraint(
        name="organization_subdistrict_with_district",
        condition=Q(subdistrict=None) | Q(district__isnull=False),
        violation_error_message=_("Choose the district of the subdistrict."),
    ),
    models.CheckConstraint(
        name="organization_place_whole",
        condition=Q(latitude=None, longitude=None)
        | Q(latitude__isnull=False, longitude__isnull=False),
        violation_error_message=_("Give both latitude and longitude, or neither."),
    ),
    models.CheckConstraint(
        name="organization_figures_have_date",
        condition=Q(members=None, staff=None, share_capital=None) | Q(counted_on__isnull=False),
        violation_error_message=_("Say on which date the figures were counted."),
    ),
    models.CheckConstraint(
        name="organization_strength_class_whole",
        condition=Q(strength_class=None, strength_class_year=None)
        | Q(
            strength_class__isnull=False,
            strength_class__in=[1, 2, 3],
            strength_class_year__isnull=False,
        ),
        violation_error_message=_("A strength class (1 to 3) has a fiscal year."),
    ),
    models.CheckConstraint(
        name="organization_not_joined_into_itself",
        condition=Q(joined_into=None) | ~Q(joined_into=F("id")),
        violation_error_message=_("A record cannot be joined into itself."),
    ),
]
