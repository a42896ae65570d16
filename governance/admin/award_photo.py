"""The photo of a presentation: looked at, put in place, taken off."""

from django.contrib import messages
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponseRedirect
from django.shortcuts import render
from django.urls import path, reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _

from governance import award_photos, permissions
from governance.forms.awards import PhotoForm
from loei_coop.common.errors import WorkflowError
from loei_coop.common.uploads.errors import UploadError

PAGE, FILE = "governance_award_photo", "governance_award_photo_file"


class AwardPhotoAdmin:
    def get_urls(self):
        view = self.admin_site.admin_view
        return [
            path("<path:object_id>/photo/", view(self.photo_view), name=PAGE),
            path("<path:object_id>/photo/file/", view(self.photo_file_view), name=FILE),
            *super().get_urls(),
        ]

    def guided_buttons(self, request, row):
        buttons = super().guided_buttons(request, row)
        if row is not None and permissions.may_change_award(request.user, row):
            buttons.append((reverse(f"admin:{PAGE}", args=[row.pk]), _("Photo")))
        return buttons

    def photo_shown(self, award):
        if not award.photo:
            return None
        address = reverse(f"admin:{FILE}", args=[award.pk])
        return format_html(
            '<img class="record-photo" src="{}" alt="{}">', address, award.photo_text
        )

    def photo_view(self, request, object_id):
        award = self.get_object(request, unquote(object_id))
        if award is None or not permissions.may_change_award(request.user, award):
            raise PermissionDenied
        if request.method == "POST" and "take_off" in request.POST:
            award_photos.take_off(award, by=request.user)
            return self.photo_done(request, award, _("The photo was taken off."))
        form = PhotoForm(*posted(request), initial=texts_of(award))
        if form.is_bound and form.is_valid() and was_put(award, form, by=request.user):
            return self.photo_done(request, award, _("The photo is in place."))
        return self.photo_page(request, award, form)

    def photo_done(self, request, award, sentence):
        messages.success(request, sentence)
        return HttpResponseRedirect(reverse("admin:governance_award_change", args=[award.pk]))

    def photo_page(self, request, award, form):
        context = {
            **self.admin_site.each_context(request),
            "title": _("Photo"),
            "opts": self.opts,
            "original": award,
            "form": form,
            "media": form.media,
            "photo": self.photo_shown(award),
            "back": reverse("admin:governance_award_change", args=[award.pk]),
        }
        request.current_app = self.admin_site.name
        status = 400 if form.errors else 200
        return render(request, "admin/governance/award/photo.html", context, status=status)

    def photo_file_view(self, request, object_id):
        award = self.get_object(request, unquote(object_id))
        if not self.has_view_permission(request, award):
            raise PermissionDenied
        if award is None:
            raise Http404
        return award_photos.response(award)


def posted(request) -> tuple:
    return (request.POST, request.FILES) if request.method == "POST" else ()


def texts_of(award) -> dict:
    return {"text": award.photo_text, "text_en": award.photo_text_en}


def was_put(award, form, *, by) -> bool:
    """What is refused stays in the form with its reason."""
    try:
        award_photos.put(award, **form.cleaned_data, by=by)
    except (UploadError, WorkflowError) as error:
        form.add_error("upload", str(error))
        return False
    return True
