"""Pages of releases beside list and form: the composer, the preview of a text, a photo."""

from django.contrib import messages
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponseNotAllowed, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.translation import gettext as _

from loei_coop.common.uploads import serving
from loei_coop.news.choices import ReleaseKind
from loei_coop.news.forms.composing import HINTS, ComposeForm
from loei_coop.news.forms.editing import TEXT
from loei_coop.news.models.release import LONGEST_TEXT
from loei_coop.news.rendering import as_html

TEMPLATES = "admin/news/pressrelease"


class ReleasePages:
    def get_urls(self):
        pages = [
            ("<path:object_id>/text-preview/", self.preview_view, "text_preview"),
            ("<path:object_id>/photos/<int:photo_id>/", self.photo_view, "photo"),
        ]
        return [
            path(address, self.admin_site.admin_view(view), name=f"news_pressrelease_{name}")
            for address, view, name in pages
        ] + super().get_urls()

    # A release begins with its kind, and then with what the records tell.

    def add_view(self, request, form_url="", extra_context=None):
        if not self.has_add_permission(request):
            raise PermissionDenied
        kind = request.GET.get("kind")
        if kind not in ReleaseKind:
            kinds = [(kind.value, kind.label, HINTS[kind]) for kind in ReleaseKind]
            return self.page(request, "kinds", _("New release"), kinds=kinds)
        return self.compose(request, ReleaseKind(kind))

    def compose(self, request, kind: ReleaseKind):
        data = request.POST if request.method == "POST" else None
        form = ComposeForm(data, kind=kind, by=request.user)
        if form.is_bound and form.is_valid() and (release := form.composed()):
            messages.success(request, _("The draft was composed from the records."))
            address = reverse("admin:news_pressrelease_change", args=[release.pk])
            return HttpResponseRedirect(address)
        context = {"form": form, "kind": kind, "hint": HINTS[kind], "media": form.media}
        return self.page(request, "compose", kind.label, **context)

    def preview_view(self, request, object_id):
        """What was typed, as it will look; nothing is stored."""
        if not self.has_change_permission(request):
            raise PermissionDenied
        release = self.shown(request, object_id)
        if request.method != "POST":
            return HttpResponseNotAllowed(["POST"])
        typed = {name: request.POST.get(name, "") for name in TEXT}
        too_long = any(len(text) > LONGEST_TEXT for text in typed.values())
        shown = {} if too_long else {name: as_html(typed[name]) for name in ("body", "body_en")}
        context = {"original": release, "typed": typed, "shown": shown, "limit": LONGEST_TEXT}
        name = "preview_text" if request.headers.get("X-Requested-With") else "preview"
        return self.page(request, name, _("How it will look"), **context)

    def photo_view(self, request, object_id, photo_id):
        release = self.shown(request, object_id)
        photo = release.photos.filter(pk=photo_id).first()
        if photo is None:
            raise Http404
        try:
            return serving.picture(photo.file.open("rb"), media_type="image/jpeg")
        except FileNotFoundError as error:
            raise Http404 from error

    def shown(self, request, object_id):
        if not self.has_view_permission(request):
            raise PermissionDenied
        release = self.get_object(request, unquote(object_id))
        if release is None:
            raise Http404
        return release

    def page(self, request, template, title, **context):
        context = {
            **self.admin_site.each_context(request),
            "title": title,
            "opts": self.opts,
            "back": reverse("admin:news_pressrelease_changelist"),
            **context,
        }
        request.current_app = self.admin_site.name
        return TemplateResponse(request, f"{TEMPLATES}/{template}.html", context)
