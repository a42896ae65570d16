from django.contrib import admin, messages
from django.http import HttpResponseRedirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from loei_coop.common.admin.frozen import FrozenAdmin
from loei_coop.common.errors import WorkflowError
from loei_coop.news import events, workflow
from loei_coop.news.admin.acts import ACTS
from loei_coop.news.admin.filters import WorkFilter
from loei_coop.news.admin.pages import ReleasePages
from loei_coop.news.admin.photo import PhotoInline
from loei_coop.news.forms.editing import ReleaseForm
from loei_coop.news.models import PressRelease, ReleaseEvent, ReleasePhoto
from loei_coop.news.permissions import is_editable
from loei_coop.news.release_page import release_page
from loei_coop.thai.django.dates import show_moment
from networks.admin.guided import GuidedAdmin


@admin.register(PressRelease)
class PressReleaseAdmin(ReleasePages, FrozenAdmin, GuidedAdmin, admin.ModelAdmin):
    """The text is edited here while it may be; everything else is done by the acts."""

    form = ReleaseForm
    guided = ACTS
    inlines = [PhotoInline]
    change_form_template = "admin/news/pressrelease/change_form.html"
    list_display = ["title", "kind", "state_shown", "published", "network"]
    list_filter = [WorkFilter, "state", "kind", "network"]
    list_select_related = ["network"]
    list_per_page = 50
    show_full_result_count = False
    show_facets = admin.ShowFacets.NEVER
    search_fields = ["title", "title_en", "body"]
    ordering = ["-made_at", "-pk"]
    autocomplete_fields = ["network", "source", "organizations"]
    fieldsets = [
        (None, {"fields": ["seen_revision", "title", "body"]}),
        (gettext_lazy("In English"), {"fields": ["title_en", "body_en"]}),
        (
            gettext_lazy("About it"),
            {"fields": ["released_on", "network", "source", "organizations"]},
        ),
    ]

    def get_fieldsets(self, request, obj=None):
        """To read only there is no revision to be compared."""
        if self.has_change_permission(request, obj):
            return super().get_fieldsets(request, obj)
        (name, first), *others = self.fieldsets
        return [(name, {"fields": [f for f in first["fields"] if f != "seen_revision"]}), *others]

    def has_change_permission(self, request, obj=None):
        may_change = super().has_change_permission(request, obj)
        return may_change and (obj is None or is_editable(request.user, obj))

    def has_delete_permission(self, request, obj=None):
        may_delete = super().has_delete_permission(request, obj)
        return may_delete and (obj is None or is_editable(request.user, obj))

    # Of two who save at once the later one is warned, by the form or by the workflow.

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        try:
            return super().changeform_view(request, object_id, form_url, extra_context)
        except WorkflowError as error:  # since the form was checked
            messages.error(request, str(error))
            return HttpResponseRedirect(request.get_full_path())

    def save_model(self, request, obj, form, change):
        seen = form.cleaned_data["seen_revision"]
        workflow.edit(obj, by=request.user, seen_revision=seen, **form.columns())

    def save_formset(self, request, form, formset, change):
        super().save_formset(request, form, formset, change)
        if formset.model is ReleasePhoto:
            note_photos(form.instance, formset, by=request.user)

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        if obj is not None:
            context["page"] = release_page(obj, request)
            context["rival"] = getattr(context["adminform"].form, "rival", None)
        return super().render_change_form(request, context, add, change, form_url, obj)

    @admin.display(description=gettext_lazy("state"), ordering="state")
    def state_shown(self, release):
        return release.get_state_display()

    @admin.display(description=gettext_lazy("published at"), ordering="published_at")
    def published(self, release):
        if release.published_at is None:
            return None
        when = show_moment(release.published_at)
        return when if release.is_out else _("%(when)s (to come)") % {"when": when}


def note_photos(release, formset, *, by) -> None:
    for photo in formset.new_objects:
        events.record(release, ReleaseEvent.Kind.PHOTO_ADDED, by=by, text=photo.text)
    for photo in formset.deleted_objects:
        events.record(release, ReleaseEvent.Kind.PHOTO_REMOVED, by=by, text=photo.text)
