from django.contrib import admin
from django.forms import BaseInlineFormSet

from loei_coop.news import photos
from loei_coop.news.forms.editing import PhotoForm
from loei_coop.news.models import ReleasePhoto
from loei_coop.news.permissions import is_editable, may_write_at_all


class PhotoFormSet(BaseInlineFormSet):
    def delete_existing(self, obj, commit=True):
        if commit:
            photos.remove(obj)


class PhotoInline(admin.StackedInline):
    """While the text may be edited."""

    model = ReleasePhoto
    form = PhotoForm
    formset = PhotoFormSet
    extra = 1
    fields = ["file", ("text", "text_en"), ("caption", "caption_en"), ("credit", "order")]

    def may_edit(self, request, obj) -> bool:
        is_open = obj is None or is_editable(request.user, obj)
        return may_write_at_all(request.user) and is_open

    def has_view_permission(self, request, obj=None):
        return request.user.has_perm("news.view_pressrelease")

    def has_add_permission(self, request, obj=None):
        return self.may_edit(request, obj)

    def has_change_permission(self, request, obj=None):
        return self.may_edit(request, obj)

    def has_delete_permission(self, request, obj=None):
        return self.may_edit(request, obj)
