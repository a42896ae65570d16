from django.contrib.admin.widgets import AdminTextareaWidget
from django.db import models


class ShortTexts:
    """Texts of a line or three."""

    formfield_overrides = {models.TextField: {"widget": AdminTextareaWidget({"rows": 3})}}
