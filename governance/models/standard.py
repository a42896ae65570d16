from django.db import models
from django.utils.translation import gettext_lazy as _

from governance.models.bilingual import NamedModel
from loei_coop.common.history import History
from networks.models.source import local_name
from networks.querysets import CodedQuerySet
from networks.validators import record_code


class Standard(NamedModel):
    """What organizations are assessed by: good governance, management quality. Its criteria
    stand in editions."""

    code = models.SlugField(_("code"), max_length=40, unique=True, validators=[record_code])
    category_word = models.CharField(
        _("word for a category"),
        max_length=40,
        help_text=_("What a group of items is called on the form, such as หลัก or หมวด."),
    )
    category_word_en = models.CharField(
        _("word for a category in English"), max_length=40, blank=True
    )
    item_word = models.CharField(
        _("word for an item"),
        max_length=40,
        help_text=_("What one question is called on the form, such as ข้อ or หัวข้อ."),
    )
    item_word_en = models.CharField(_("word for an item in English"), max_length=40, blank=True)

    IDENTITY = ("code",)
    objects = CodedQuerySet.as_manager()
    history = History()

    class Meta:
        verbose_name = _("assessment standard")
        verbose_name_plural = _("assessment standards")
        ordering = ["code"]

    def __str__(self):
        return self.local_name

    def natural_key(self):
        return (self.code,)

    @property
    def local_category_word(self):
        return local_name(self.category_word, self.category_word_en)

    @property
    def local_item_word(self):
        return local_name(self.item_word, self.item_word_en)
