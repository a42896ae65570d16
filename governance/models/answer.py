from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from governance.models.assessment import Assessment, user_field
from governance.models.criteria import Item, share_field
from governance.querysets import AnswerQuerySet
from loei_coop.common.frozen import FrozenModel
from loei_coop.common.models.authored import authorship

LONGEST_TEXT = 4000


class AnswerContent(models.Model):
    """What one answer to an item says."""

    share = share_field(_("percent of the points"), null=True, blank=True)
    is_not_applicable = models.BooleanField(_("not applicable"), default=False)
    text = models.TextField(_("how we do it"), blank=True, max_length=LONGEST_TEXT)
    # Of the accounting year that the assessment names.
    figure = models.CharField(_("figure of the accounting year"), max_length=100, blank=True)
    is_figure_open = models.BooleanField(_("the accounts are not closed yet"), default=False)

    CONTENT = ("share", "is_not_applicable", "text", "figure", "is_figure_open")

    class Meta:
        abstract = True

    @property
    def content(self) -> dict:
        return {name: getattr(self, name) for name in self.CONTENT}

    @property
    def shown_figure(self) -> str:
        """The figure, or that the accounts do not give it yet; both of a provisional one."""
        is_open = gettext("the accounts are not closed yet") if self.is_figure_open else ""
        return " · ".join(filter(None, [self.figure, is_open]))

    @property
    def is_given(self) -> bool:
        """Chosen on the scale, or said not to apply."""
        return self.share is not None or self.is_not_applicable


class Answer(FrozenModel, AnswerContent):
    """The answer of an assessment to an item; `governance.answers` writes it. Its version counts
    the times it was saved, so that two editors never overwrite each other unseen."""

    assessment = models.ForeignKey(
        Assessment, verbose_name=_("assessment"), on_delete=models.CASCADE, related_name="answers"
    )
    item = models.ForeignKey(
        Item, verbose_name=_("item"), on_delete=models.PROTECT, related_name="answers"
    )
    version = models.PositiveIntegerField(_("version"), default=1)
    changed_at = models.DateTimeField(_("saved"), default=timezone.now)
    changed_by = user_field(_("entered by"))
    on_behalf_of = user_field(_("on whose behalf"))
    # Of last year; not confirmed until somebody has looked at it.
    carried_from = models.ForeignKey(
        "self",
        verbose_name=_("carried over from"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )
    is_confirmed = models.BooleanField(_("looked at this year"), default=True)

    PART_OF = "assessment"
    objects = AnswerQuerySet.as_manager()

    class Meta(FrozenModel.Meta):
        abstract = False
        verbose_name = _("answer")
        verbose_name_plural = _("answers")
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(fields=["assessment", "item"], name="answer_one_an_item"),
            models.CheckConstraint(
                name="answer_share_or_not_applicable",
                condition=Q(share=None) | Q(is_not_applicable=False),
            ),
        ]

    def __str__(self):
        return f"{self.item}"

    @property
    def authorship(self) -> str:
        return authorship(self.changed_by, self.on_behalf_of)


class RivalAnswer(AnswerContent):
    """What somebody wrote into an item that another had changed meanwhile: kept until one of the
    two is chosen."""

    assessment = models.ForeignKey(
        Assessment,
        verbose_name=_("assessment"),
        on_delete=models.PROTECT,
        related_name="rival_answers",
    )
    item = models.ForeignKey(
        Item, verbose_name=_("item"), on_delete=models.PROTECT, related_name="+"
    )
    made_at = models.DateTimeField(_("written"), default=timezone.now)
    made_by = user_field(_("entered by"))
    on_behalf_of = user_field(_("on whose behalf"))
    settled_at = models.DateTimeField(_("settled"), null=True, blank=True)
    settled_by = user_field(_("settled by"))

    class Meta:
        verbose_name = _("second version of an answer")
        verbose_name_plural = _("second versions of answers")
        default_permissions = ()
        ordering = ["made_at", "pk"]

    def __str__(self):
        return f"{self.item}"

    @property
    def authorship(self) -> str:
        return authorship(self.made_by, self.on_behalf_of)
