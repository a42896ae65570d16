from django.db import models
from django.utils.translation import gettext_lazy as _

from networks.models.source import local_name


class NamedModel(models.Model):
    """A name in Thai, and in English for the English pages."""

    name = models.CharField(_("name"), max_length=300)
    name_en = models.CharField(_("name in English"), max_length=300, blank=True)

    class Meta:
        abstract = True

    @property
    def local_name(self):
        return local_name(self.name, self.name_en)
