"""Fields of forms for files from outside."""

from django import forms
from django.contrib.admin.widgets import AdminFileWidget
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from loei_coop.common.uploads import images
from loei_coop.common.uploads.errors import UploadError


class Link(str):
    """Words that lead to `url`, as the widget's template asks for them."""

    url = ""


class PictureInput(AdminFileWidget):
    """The form says under which `address` the present picture is shown to those who may see it:
    to the upload itself none leads."""

    address = ""
    clear_checkbox_label = gettext_lazy("take the picture off")

    def __init__(self, attrs=None):
        super().__init__({"accept": ",".join(images.SUFFIXES), **(attrs or {})})

    def is_initial(self, value):
        return bool(value and self.address)

    def format_value(self, value):
        if not self.is_initial(value):
            return None
        link = Link(_("show the picture"))
        link.url = self.address
        return link


class DrawingField(forms.FileField):
    """A drawing, written anew while the form is checked; False where it is to be removed."""

    widget = PictureInput

    def clean(self, data, initial=None):
        file = super().clean(data, initial)
        if not isinstance(file, UploadedFile):
            return file
        try:
            drawing = images.as_drawing(file)
        except UploadError as error:
            raise ValidationError(str(error), code="picture") from error
        return ContentFile(drawing.content, name=f"drawing{drawing.suffix}")
