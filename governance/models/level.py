from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from governance.choices import HUNDRED
from governance.models.bilingual import NamedModel
from governance.models.criteria import share_field
from governance.models.edition import Edition
from loei_coop.common.frozen import FrozenModel
from loei_coop.common.history import History


class Level(FrozenModel, NamedModel):
    """A level of result and its thresholds; all of them must be reached."""

    edition = models.ForeignKey(
        Edition, verbose_name=_("edition"), on_delete=models.CASCADE, related_name="levels"
    )
    minimum = share_field(
        _("from (percent)"), help_text=_("Of all points that could be had, this much or more.")
    )
    category_minimum = share_field(
        _("each category from"),
        null=True,
        blank=True,
        help_text=_("No category may lie below this percentage. Empty: not asked."),
    )
    internal_control_minimum = share_field(
        _("internal control from"),
        null=True,
        blank=True,
        help_text=_("The sub-score for internal control, in percent. Empty: not asked."),
    )

    PART_OF = "edition"
    IDENTITY = ("edition_id", "minimum")
    history = History()

    class Meta:
        verbose_name = _("level of result")
        verbose_name_plural = _("levels of result")
        ordering = ["edition", "-minimum"]
        constraints = [
            models.UniqueConstraint(
                fields=["edition", "minimum"],
                name="level_once",
                violation_error_message=_("Two levels begin at the same percentage."),
            ),
            models.CheckConstraint(
                name="level_percentages",
                condition=Q(minimum__gte=0, minimum__lte=HUNDRED)
                & (Q(category_minimum=None) | Q(category_minimum__lte=HUNDRED))
                & (Q(internal_control_minimum=None) | Q(internal_control_minimum__lte=HUNDRED)),
                violation_error_message=_("A percentage lies between 0 and 100."),
            ),
        ]

    def __str__(self):
        return self.local_name
