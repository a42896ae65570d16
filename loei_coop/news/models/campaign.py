from django.db import models
from django.utils.translation import gettext_lazy as _

from loei_coop.common.history import History
from loei_coop.thai.django.fields import PartialDateField, PrecisionField
from networks.models.source import SourcedModel, local_name
from networks.querysets import CodedQuerySet
from networks.validators import record_code

ONE_ON_EACH_LINE = _("One on each line.")


def list_field(label):
    return models.TextField(label, max_length=1000, blank=True, help_text=ONE_ON_EACH_LINE)


class Campaign(SourcedModel):
    """Under which words the office builds the networks: what a release on them tells besides
    places, numbers and names."""

    code = models.SlugField(_("code"), max_length=40, unique=True, validators=[record_code])
    title = models.CharField(_("title of the release"), max_length=200)
    title_en = models.CharField(_("title of the release in English"), max_length=200, blank=True)
    motto = models.CharField(_("motto"), max_length=200, blank=True)
    motto_en = models.CharField(_("motto in English"), max_length=200, blank=True)
    event = models.CharField(
        _("by what the networks are formed"),
        max_length=200,
        blank=True,
        help_text=_("As it stands after “When … is completed”."),
    )
    event_en = models.CharField(
        _("by what the networks are formed, in English"), max_length=200, blank=True
    )
    principles = list_field(_("principles that help is given by"))
    principles_en = list_field(_("principles in English"))
    parties = list_field(_("who makes organizations strong"))
    parties_en = list_field(_("who makes organizations strong, in English"))
    area_themes = list_field(_("what the networks help each other with"))
    area_themes_en = list_field(_("what the networks help each other with, in English"))
    province_themes = list_field(_("what the province helps with"))
    province_themes_en = list_field(_("what the province helps with, in English"))
    starts_on = PartialDateField(_("from"), null=True, blank=True)
    starts_on_precision = PrecisionField()

    IDENTITY = ("code",)
    objects = CodedQuerySet.as_manager()
    history = History()

    class Meta:
        verbose_name = _("campaign")
        verbose_name_plural = _("campaigns")
        ordering = ["-starts_on", "pk"]

    def __str__(self):
        return local_name(self.title, self.title_en)

    def natural_key(self):
        return (self.code,)
