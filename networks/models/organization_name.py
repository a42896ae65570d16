from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from loei_coop.common.history import History
from loei_coop.thai.django.fields import PartialDateField, PrecisionField
from loei_coop.thai.django.keys import DerivedKeysModel, SearchTextField, SortKeyField
from networks.choices import NameUse, SuccessionKind
from networks.models.organization import Organization
from networks.models.source import SourcedModel
from networks.querysets import SearchableQuerySet


class OrganizationName(DerivedKeysModel, SourcedModel):
    """A former name, or another way in which the name is written."""

    organization = models.ForeignKey(
        Organization,
        verbose_name=_("cooperative or farmer group"),
        on_delete=models.PROTECT,
        related_name="names",
    )
    name = models.CharField(_("name"), max_length=200)
    sort_key = SortKeyField(sources=["name"])
    search_text = SearchTextField(sources=["name"])
    use = models.CharField(_("use"), max_length=12, choices=NameUse)
    used_until = PartialDateField(_("used until"), null=True, blank=True, edge="last")
    used_until_precision = PrecisionField()

    IDENTITY = ("organization_id", "name")
    objects = SearchableQuerySet.as_manager()
    history = History(excluded_fields=["sort_key", "search_text"])

    class Meta:
        verbose_name = _("other name")
        verbose_name_plural = _("other names")
        ordering = ["organization", "sort_key", "name"]
        constraints = [
            models.UniqueConstraint(
                fields=["organization", "name"],
                name="organization_name_once",
                violation_error_message=_("This name is recorded already."),
            )
        ]

    def __str__(self):
        return self.name


class OrganizationSuccession(SourcedModel):
    """An amalgamation or division under the Cooperative Act: the former keep their pages."""

    former = models.ForeignKey(
        Organization,
        verbose_name=_("former"),
        on_delete=models.PROTECT,
        related_name="successions_to",
    )
    successor = models.ForeignKey(
        Organization,
        verbose_name=_("successor"),
        on_delete=models.PROTECT,
        related_name="successions_from",
    )
    kind = models.CharField(_("kind"), max_length=12, choices=SuccessionKind)
    happened_on = PartialDateField(_("date"), null=True, blank=True)
    happened_on_precision = PrecisionField()

    IDENTITY = ("former_id", "successor_id")
    history = History()

    class Meta:
        verbose_name = _("amalgamation or division")
        verbose_name_plural = _("amalgamations and divisions")
        ordering = [F("happened_on").desc(nulls_last=True), "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["former", "successor"], name="organization_succession_once"
            ),
            models.CheckConstraint(
                name="organization_succession_of_two",
                condition=~Q(former=F("successor")),
                violation_error_message=_("An organization does not succeed itself."),
            ),
        ]

    def __str__(self):
        return f"{self.former} → {self.successor}"
