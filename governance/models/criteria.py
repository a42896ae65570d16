"""What an edition asks: categories, their items, and the steps of each item's scale."""

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from governance.choices import HUNDRED
from governance.models.bilingual import NamedModel
from governance.models.edition import Edition
from governance.querysets import CategoryQuerySet, ItemQuerySet
from loei_coop.common.frozen import FrozenModel
from loei_coop.common.history import History
from networks.models.source import local_name
from networks.validators import record_code


def share_field(label, **values):
    """A percentage, of the points of an item or of a whole result."""
    limits = [MinValueValidator(0), MaxValueValidator(HUNDRED)]
    return models.DecimalField(label, max_digits=5, decimal_places=2, validators=limits, **values)


class Category(FrozenModel, NamedModel):
    """A principle of governance, a category of quality."""

    edition = models.ForeignKey(
        Edition, verbose_name=_("edition"), on_delete=models.CASCADE, related_name="categories"
    )
    number = models.CharField(pgettext_lazy("of a criterion", "number"), max_length=10)
    order = models.PositiveSmallIntegerField(_("place"), default=1)
    is_assessed = models.BooleanField(
        _("assessed"),
        default=True,
        help_text=_("Without the tick it is not asked and counts in no total."),
    )

    PART_OF = "edition"
    IDENTITY = ("edition_id", "number")
    objects = CategoryQuerySet.as_manager()
    history = History()

    class Meta:
        verbose_name = _("category")
        verbose_name_plural = _("categories")
        ordering = ["edition", "order", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["edition", "number"],
                name="category_number_once",
                violation_error_message=_("This number is there already."),
            )
        ]

    def __str__(self):
        return f"{self.number} {self.local_name}"

    def natural_key(self):
        return (*self.edition.natural_key(), self.number)

    natural_key.dependencies = ["governance.edition"]


class Item(FrozenModel, NamedModel):
    """One thing that is looked at. Its code stays the same from edition to edition."""

    category = models.ForeignKey(
        Category, verbose_name=_("category"), on_delete=models.CASCADE, related_name="items"
    )
    code = models.SlugField(
        _("code"),
        max_length=40,
        validators=[record_code],
        help_text=_(
            "The same in every edition, even when the number changes: by it the answers of last "
            "year are found again."
        ),
    )
    number = models.CharField(pgettext_lazy("of a criterion", "number"), max_length=10)
    order = models.PositiveSmallIntegerField(_("place"), default=1)
    guidance = models.TextField(_("guidance"), blank=True)
    guidance_en = models.TextField(_("guidance in English"), blank=True)
    evidence = models.TextField(_("what may be shown as evidence"), blank=True)
    evidence_en = models.TextField(_("what may be shown as evidence, in English"), blank=True)
    figure = models.CharField(
        _("figure of the accounting year"),
        max_length=150,
        blank=True,
        help_text=_("What number the form asks for, if any. It starts empty every year."),
    )
    figure_en = models.CharField(
        _("figure of the accounting year in English"), max_length=150, blank=True
    )
    points = models.DecimalField(
        _("points"), max_digits=6, decimal_places=2, validators=[MinValueValidator(0)]
    )
    target = share_field(
        _("target (percent)"),
        null=True,
        blank=True,
        help_text=_("Below this percentage of its points the item counts as one to improve."),
    )
    is_internal_control = models.BooleanField(
        _("internal control"),
        default=False,
        help_text=_("Counts in the sub-score for internal control too."),
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

    PART_OF = "category__edition"
    IDENTITY = ("category_id", "code")
    objects = ItemQuerySet.as_manager()
    history = History()

    class Meta:
        verbose_name = _("item")
        verbose_name_plural = _("items")
        ordering = ["category", "order", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["category", "code"],
                name="item_code_once",
                violation_error_message=_("This code is there already."),
            ),
            models.UniqueConstraint(
                fields=["category", "number"],
                name="item_number_once",
                violation_error_message=_("This number is there already."),
            ),
            models.CheckConstraint(
                name="item_points_not_negative",
                condition=Q(points__gte=0),
                violation_error_message=_("Points cannot be below nought."),
            ),
            models.CheckConstraint(
                name="item_target_percentage",
                condition=Q(target=None) | Q(target__gte=0, target__lte=HUNDRED),
                violation_error_message=_("A percentage lies between 0 and 100."),
            ),
        ]

    def __str__(self):
        return f"{self.number} {self.local_name}"

    def natural_key(self):
        return (*self.category.edition.natural_key(), self.code)

    natural_key.dependencies = ["governance.category"]

    def clean(self):
        super().clean()
        others = Item.objects.exclude(pk=self.pk).filter(code=self.code)
        if others.filter(category__edition__categories=self.category_id).exists():
            raise ValidationError({"code": _("This edition has an item with this code already.")})

    @property
    def local_guidance(self):
        return local_name(self.guidance, self.guidance_en)

    @property
    def local_figure(self):
        return local_name(self.figure, self.figure_en)

    @property
    def local_evidence(self):
        return local_name(self.evidence, self.evidence_en)


class Step(FrozenModel):
    """A step of an item's scale, and what it means: one share of the points, or a band of shares
    from which the assessor chooses."""

    item = models.ForeignKey(
        Item, verbose_name=_("item"), on_delete=models.CASCADE, related_name="steps"
    )
    label = models.CharField(
        _("short label"), max_length=60, help_text=_("What is chosen, such as 3 or 50–65 %.")
    )
    label_en = models.CharField(_("short label in English"), max_length=60, blank=True)
    lowest = share_field(
        _("percent of the points"),
        help_text=_("What the step gives; of a band the lowest percentage."),
    )
    highest = share_field(
        _("up to"), help_text=_("The same once more, or the highest percentage of a band.")
    )
    interval = models.PositiveSmallIntegerField(
        _("in steps of"),
        default=5,
        validators=[MinValueValidator(1)],
        help_text=_("Which percentages of a band may be chosen, counted from its lowest."),
    )
    meaning = models.TextField(_("meaning"))
    meaning_en = models.TextField(_("meaning in English"), blank=True)

    PART_OF = "item__category__edition"
    IDENTITY = ("item_id", "lowest")
    history = History()

    class Meta:
        verbose_name = _("step of a scale")
        verbose_name_plural = _("steps of the scale")
        ordering = ["item", "lowest"]
        constraints = [
            models.UniqueConstraint(
                fields=["item", "lowest"],
                name="step_once",
                violation_error_message=_("Two steps begin at the same percentage."),
            ),
            models.CheckConstraint(
                name="step_within_the_whole",
                condition=Q(lowest__gte=0, highest__lte=HUNDRED, highest__gte=F("lowest")),
                violation_error_message=_("A step goes from a percentage up to 100 at most."),
            ),
            models.CheckConstraint(
                name="step_interval",
                condition=Q(interval__gte=1),
                violation_error_message=_("The steps of a band are at least 1."),
            ),
        ]

    def __str__(self):
        return self.local_label

    @property
    def local_label(self):
        return local_name(self.label, self.label_en)

    @property
    def local_meaning(self):
        return local_name(self.meaning, self.meaning_en)
