"""The fixed words of governance: of criteria, awards and the exchange of what is learnt."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Origin(models.TextChoices):
    OFFICE = "office", _("the office's own setting")
    DEPARTMENT = "department", _("set by the Cooperative Promotion Department")
    UNRECORDED = "unrecorded", _("criteria not recorded in the sources")


# Of a whole: shares of points, percentages of a result.
HUNDRED = 100


class AwardObject(models.TextChoices):
    PLAQUE = "plaque", _("plaque")
    CERTIFICATE = "certificate", _("certificate")


class AreaLevel(models.TextChoices):
    """Of whom an award is: the province, the department, the nation."""

    PROVINCE = "province", pgettext_lazy("award", "provincial level")
    DEPARTMENT = "department", pgettext_lazy("award", "departmental level")
    NATION = "nation", pgettext_lazy("award", "national level")


class PracticeOrigin(models.TextChoices):
    AWARD = "award", _("from an award")
    STRONG_ITEM = "item", _("from a strong item of a confirmed result")
    PROPOSAL = "proposal", _("proposed")


class Quarter(models.IntegerChoices):
    """Of a fiscal year: from October, January, April, July."""

    FIRST = 1, _("quarter 1")
    SECOND = 2, _("quarter 2")
    THIRD = 3, _("quarter 3")
    FOURTH = 4, _("quarter 4")
