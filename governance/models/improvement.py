from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from governance.models.assessment import Assessment
from governance.models.criteria import Item
from governance.querysets import ImprovementQuerySet
from loei_coop.common.models import AuthoredModel
from loei_coop.thai.django.fields import ThaiDateField
from networks.models import Organization


class ImprovementAction(AuthoredModel):
    """A line of the organization's plan of improvement, from an item below its target."""

    organization = models.ForeignKey(
        Organization,
        verbose_name=_("cooperative or farmer group"),
        on_delete=models.PROTECT,
        related_name="improvement_actions",
    )
    assessment = models.ForeignKey(
        Assessment,
        verbose_name=_("assessment"),
        on_delete=models.PROTECT,
        related_name="improvement_actions",
    )
    item = models.ForeignKey(
        Item, verbose_name=_("item"), on_delete=models.PROTECT, related_name="+"
    )
    target = models.CharField(_("target"), max_length=300)
    method = models.TextField(_("method"), max_length=2000)
    indicator = models.CharField(_("indicator"), max_length=300)
    responsible = models.CharField(_("responsible"), max_length=200)
    due_on = ThaiDateField(_("due"))
    budget = models.DecimalField(
        _("budget in baht, if any"),
        max_digits=12,
        decimal_places=2,
        null=True,
        blank=True,
        validators=[MinValueValidator(0)],
    )
    progress = models.PositiveSmallIntegerField(
        _("progress in percent"), default=0, validators=[MaxValueValidator(100)]
    )
    result = models.TextField(_("result"), max_length=2000, blank=True)
    removed_at = models.DateTimeField(_("removed"), null=True, blank=True)

    objects = ImprovementQuerySet.as_manager()

    class Meta:
        verbose_name = _("action of improvement")
        verbose_name_plural = _("actions of improvement")
        default_permissions = ("view", "export")
        ordering = ["due_on", "pk"]

    def __str__(self):
        return self.target

    @property
    def has_promise(self):
        """It was promised at a learning forum."""
        return getattr(self, "promise", None) is not None

    @property
    def is_done(self):
        return self.progress == 100

    @property
    def is_late(self):
        return not self.is_done and self.due_on < timezone.localdate()
