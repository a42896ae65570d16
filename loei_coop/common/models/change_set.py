from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from loei_coop.thai.django.dates import show_moment


class ChangeSet(models.Model):
    """One act that changed the register: a form saved, a file imported, a command run.

    Rows of history point to it. It is written by `common.history`, never edited.
    """

    class Source(models.TextChoices):
        FORM = "form", _("form")
        IMPORT = "import", _("import")
        COMMAND = "command", _("command")
        UNDO = "undo", _("undo")
        DESK = "desk", _("desk")
        DIRECT = "direct", _("written outside the screens")

    made_at = models.DateTimeField(_("when"), default=timezone.now, db_index=True)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("who"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )
    on_behalf_of = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("on whose behalf"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )
    source = models.CharField(pgettext_lazy("of a change", "source"), max_length=10, choices=Source)
    file_name = models.CharField(_("file"), max_length=255, blank=True)
    reason = models.CharField(_("reason"), max_length=500, blank=True)
    undoes = models.ForeignKey(
        "self",
        verbose_name=_("takes back"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="undone_by",
        help_text=_("The act whose former values this one restored."),
    )

    class Meta:
        verbose_name = _("change set")
        verbose_name_plural = _("change sets")
        ordering = ["-made_at", "-pk"]
        get_latest_by = "made_at"

    def __str__(self):
        return f"{show_moment(self.made_at)} {self.get_source_display()}"
