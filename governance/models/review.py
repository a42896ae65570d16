from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from governance.models.answer import AnswerContent
from governance.models.assessment import Assessment, user_field
from governance.models.criteria import Item, share_field
from governance.states import ReconsiderationState
from loei_coop.common.frozen import FrozenModel, FrozenQuerySet


class ItemReview(FrozenModel):
    """What the reviewer says of one item: agreed, another share with the reason, or more is to be
    asked, with what. `governance.reviewing` writes it."""

    assessment = models.ForeignKey(
        Assessment,
        verbose_name=_("assessment"),
        on_delete=models.PROTECT,
        related_name="item_reviews",
    )
    item = models.ForeignKey(
        Item, verbose_name=_("item"), on_delete=models.PROTECT, related_name="+"
    )
    # Equal to the answer's where the reviewer agrees; None: not applicable.
    share = share_field(_("percent of the points by the review"), null=True, blank=True)
    is_agreed = models.BooleanField(_("agrees"))
    # Until the items are returned together; the share then stays that of the answer.
    is_to_return = models.BooleanField(_("to be returned for more information"), default=False)
    reason = models.TextField(_("reason"), max_length=1000, blank=True)
    reviewed_by = user_field(_("reviewed by"))
    reviewed_at = models.DateTimeField(_("reviewed"), default=timezone.now)

    PART_OF = "assessment"
    objects = FrozenQuerySet.as_manager()

    class Meta(FrozenModel.Meta):
        abstract = False
        verbose_name = _("review of an item")
        verbose_name_plural = _("reviews of items")
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(fields=["assessment", "item"], name="itemreview_one_an_item"),
            models.CheckConstraint(
                name="itemreview_adjusted_with_reason",
                condition=Q(is_agreed=True) | ~Q(reason=""),
            ),
            models.CheckConstraint(
                name="itemreview_agreed_or_to_return",
                condition=Q(is_agreed=False) | Q(is_to_return=False),
            ),
        ]

    def __str__(self):
        return str(self.item)


class Return(models.Model):
    """The reviewer asked for more on some items: only these unlock."""

    assessment = models.ForeignKey(
        Assessment, verbose_name=_("assessment"), on_delete=models.PROTECT, related_name="returns"
    )
    number = models.PositiveSmallIntegerField(_("number of the return"))
    made_by = user_field(_("returned by"))
    made_at = models.DateTimeField(_("returned"), default=timezone.now)
    answered_at = models.DateTimeField(_("submitted again"), null=True, blank=True)

    class Meta:
        verbose_name = _("return for more information")
        verbose_name_plural = _("returns for more information")
        default_permissions = ()
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["assessment", "number"], name="return_number_once")
        ]

    def __str__(self):
        return f"{self.assessment} {self.number}"


class ReturnedItem(AnswerContent):
    """One of its items: the reason, and the answer as it was then."""

    of_return = models.ForeignKey(
        Return, verbose_name=_("return"), on_delete=models.PROTECT, related_name="items"
    )
    item = models.ForeignKey(
        Item, verbose_name=_("item"), on_delete=models.PROTECT, related_name="+"
    )
    reason = models.TextField(_("reason"), max_length=1000)

    class Meta:
        verbose_name = _("returned item")
        verbose_name_plural = _("returned items")
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(fields=["of_return", "item"], name="returneditem_once"),
            models.CheckConstraint(name="returneditem_with_reason", condition=~Q(reason="")),
        ]

    def __str__(self):
        return str(self.item)


class Reconsideration(models.Model):
    """The organization asks that its confirmed result be looked at again."""

    assessment = models.ForeignKey(
        Assessment,
        verbose_name=_("assessment"),
        on_delete=models.PROTECT,
        related_name="reconsiderations",
    )
    reason = models.TextField(_("reason"), max_length=2000)
    asked_by = user_field(_("asked by"))
    on_behalf_of = user_field(_("on whose behalf"))
    asked_at = models.DateTimeField(_("asked"), default=timezone.now)
    state = models.CharField(
        _("state"),
        max_length=7,
        choices=ReconsiderationState,
        default=ReconsiderationState.WAITING,
    )
    decided_by = user_field(_("decided by"))
    decided_at = models.DateTimeField(_("decided"), null=True, blank=True)
    decision = models.TextField(_("answer of the office"), max_length=2000, blank=True)

    class Meta:
        verbose_name = _("request to reconsider")
        verbose_name_plural = _("requests to reconsider")
        default_permissions = ("view",)
        ordering = ["-asked_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["assessment"],
                condition=Q(state=ReconsiderationState.WAITING),
                name="reconsideration_one_waiting",
            )
        ]

    def __str__(self):
        return str(self.assessment)
