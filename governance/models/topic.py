from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from governance.models.bilingual import NamedModel
from governance.models.standard import Standard
from governance.querysets import (
    TopicQuerySet,
)
from loei_coop.common.history import History
from networks.validators import record_code


class Topic(NamedModel):
    """What organizations learn from one another about: mostly a category of a standard."""

    code = models.SlugField(_("code"), max_length=40, unique=True, validators=[record_code])
    standard = models.ForeignKey(
        Standard,
        verbose_name=_("assessment standard"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="topics",
    )
    # The same in every edition of the standard.
    category_code = models.CharField(_("code of the category"), max_length=20, blank=True)
    order = models.PositiveSmallIntegerField(_("order in the list"), default=1)

    IDENTITY = ("code",)
    objects = TopicQuerySet.as_manager()
    history = History()

    class Meta:
        verbose_name = _("topic of learning")
        verbose_name_plural = _("topics of learning")
        ordering = ["standard", "order", "pk"]

    def __str__(self):
        return self.local_name

    def natural_key(self):
        return (self.code,)

    def get_absolute_url(self):
        return reverse("governance:practice-topic", args=[self.code])

    @property
    def local_title(self) -> str:
        return self.local_name
