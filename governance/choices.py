"""The fixed words of governance: where criteria come from."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Origin(models.TextChoices):
    OFFICE = "office", _("the office's own setting")
    DEPARTMENT = "department", _("set by the Cooperative Promotion Department")
    UNRECORDED = "unrecorded", _("criteria not recorded in the sources")


# Of a whole: shares of points, percentages of a result.
HUNDRED = 100
