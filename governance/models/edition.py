from django.db import models
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from governance.choices import Origin
from governance.models.bilingual import NamedModel
from governance.models.standard import Standard
from governance.querysets import EditionQuerySet
from loei_coop.common.frozen import FrozenModel
from loei_coop.common.history import History
from loei_coop.thai.django.fields import CommonEraYearField
from networks.choices import REGISTER_PERMISSIONS
from networks.models.source import SourcedModel, local_name
from networks.validators import record_code


class Edition(FrozenModel, NamedModel, SourcedModel):
    """The criteria of a standard as they are for a time. Once a round uses it, it never changes:
    the next one is made by copying (`governance.copying`)."""

    standard = models.ForeignKey(
        Standard, verbose_name=_("standard"), on_delete=models.PROTECT, related_name="editions"
    )
    code = models.SlugField(_("code"), max_length=60, unique=True, validators=[record_code])
    year = CommonEraYearField(
        _("fiscal year"),
        help_text=_("The first fiscal year that it is meant for, in the Buddhist era."),
    )
    origin = models.CharField(
        _("whose criteria"),
        max_length=10,
        choices=Origin,
        default=Origin.OFFICE,
        help_text=_("Stands on the form, on every result and on the papers."),
    )
    origin_note = models.TextField(_("note on the criteria"), max_length=500, blank=True)
    origin_note_en = models.TextField(
        _("note on the criteria in English"), max_length=500, blank=True
    )
    allows_not_applicable = models.BooleanField(
        _("items may be “not applicable”"),
        default=False,
        help_text=_("Such an item, answered so, leaves the points that could be had."),
    )
    copied_from = models.ForeignKey(
        "self",
        verbose_name=_("copied from"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="copies",
    )

    IDENTITY = ("code",)
    objects = EditionQuerySet.as_manager()
    history = History()

    class Meta:
        verbose_name = _("edition of criteria")
        verbose_name_plural = _("editions of criteria")
        ordering = ["standard", "-year", "code"]
        default_permissions = REGISTER_PERMISSIONS

    def __str__(self):
        return self.local_name

    def natural_key(self):
        return (self.code,)

    natural_key.dependencies = ["governance.standard", "networks.source"]

    @property
    def local_origin_note(self):
        return local_name(self.origin_note, self.origin_note_en)

    def why_frozen(self):
        number = self.rounds.count()
        used = ngettext(
            "“%(edition)s” is used by %(number)s assessment round, so it can no longer change.",
            "“%(edition)s” is used by %(number)s assessment rounds, so it can no longer change.",
            number,
        )
        remedy = gettext("Copy it to make the next edition.")
        return f"{used % {'edition': self, 'number': number}} {remedy}"
