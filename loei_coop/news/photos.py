"""Photos of releases: written anew from what was uploaded, removed with their files."""

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction

from loei_coop.common.uploads import images
from loei_coop.common.uploads.errors import UploadError
from loei_coop.common.uploads.fields import PictureInput
from loei_coop.common.uploads.names import stored_name
from loei_coop.news import photo_sizes
from loei_coop.news.models import ReleasePhoto


class Photo(ContentFile):
    """What `images.as_photo` made, under a name that nobody guesses."""

    def __init__(self, picture: images.Picture):
        name = stored_name("photo", picture.suffix).rpartition("/")[2]
        super().__init__(picture.content, name=name)
        self.width, self.height = picture.width, picture.height


class PhotoField(forms.FileField):
    widget = PictureInput

    def clean(self, data, initial=None):
        file = super().clean(data, initial)
        if not isinstance(file, UploadedFile):
            return file
        try:
            return Photo(images.as_photo(file))
        except UploadError as error:
            raise ValidationError(str(error), code="picture") from error


def measure(photo: ReleasePhoto, file) -> None:
    """A new file brings its size."""
    if isinstance(file, Photo):
        photo.width, photo.height = file.width, file.height


def remove(photo: ReleasePhoto) -> None:
    """The file goes when the row is gone for good, and with it what was made of it."""
    photo.delete()
    transaction.on_commit(lambda: remove_files(photo))


def remove_files(photo: ReleasePhoto) -> None:
    photo.file.storage.delete(photo.file.name)
    photo_sizes.remove(photo)
