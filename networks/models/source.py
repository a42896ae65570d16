from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from loei_coop.common.fields import WebAddressField
from loei_coop.common.history import History
from loei_coop.thai.django.fields import PartialDateField, PrecisionField
from networks.querysets import CodedQuerySet
from networks.validators import record_code


def local_name(thai: str, english: str) -> str:
    """The name in the language of the page; Thai where there is no English one."""
    return english if english and get_language() == "en" else thai


class Source(models.Model):
    """Where records come from: a document, a web page, a letter."""

    code = models.SlugField(_("code"), max_length=40, unique=True, validators=[record_code])
    title = models.CharField(_("title"), max_length=300)
    title_en = models.CharField(_("title in English"), max_length=300, blank=True)
    url = WebAddressField(_("web address"), max_length=500, blank=True)
    dated_on = PartialDateField(
        _("date of the source"),
        null=True,
        blank=True,
        help_text=_(
            "Leave empty when the source bears no date, and say in the note what is inferred."
        ),
    )
    dated_on_precision = PrecisionField()
    dating_note = models.CharField(
        _("note on the date"),
        max_length=300,
        blank=True,
        help_text=_("Stands beside every record of this source."),
    )
    dating_note_en = models.CharField(_("note on the date in English"), max_length=300, blank=True)

    IDENTITY = ("code",)
    objects = CodedQuerySet.as_manager()
    history = History()

    class Meta:
        verbose_name = _("source")
        verbose_name_plural = _("sources")
        ordering = ["code"]

    def __str__(self):
        return self.local_title

    def natural_key(self):
        return (self.code,)

    @property
    def local_title(self):
        return local_name(self.title, self.title_en)

    @property
    def local_dating_note(self):
        return local_name(self.dating_note, self.dating_note_en)


class SourcedModel(models.Model):
    """A record says where it comes from, and whether it is only a sample.

    `IDENTITY` of each model: the columns by which the same record is known again, also in the
    history of what was removed.
    """

    source = models.ForeignKey(
        Source, verbose_name=_("source"), on_delete=models.PROTECT, null=True, blank=True
    )
    source_detail = models.CharField(
        _("place in the source"),
        max_length=300,
        blank=True,
        help_text=_("A page, or what was inferred from what."),
    )
    is_sample = models.BooleanField(
        _("sample record"),
        default=False,
        help_text=_("Not a fact. Marked on every page; removed by one command."),
    )

    class Meta:
        abstract = True
