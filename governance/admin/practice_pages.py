"""Pages of the office on practices: their materials, and whom one could ask."""

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from governance import materials
from governance.grounds import key_of_award, key_of_strength
from governance.models import PracticeMaterial, Topic
from governance.permissions import may_suggest
from governance.suggestions import Suggestion, suggestions_of

SUGGESTIONS = "governance_practice_suggestions"
MATERIAL = "governance_practice_material"


class PracticePagesAdmin:
    def get_urls(self):
        pages = [
            ("suggestions/", self.suggestions_view, SUGGESTIONS),
            (
                "<path:object_id>/materials/<int:material_number>/",
                self.material_view,
                MATERIAL,
            ),
        ]
        own = [path(route, self.admin_site.admin_view(view), name=n) for route, view, n in pages]
        return [*own, *super().get_urls()]

    def guided_buttons(self, request, row):
        buttons = super().guided_buttons(request, row)
        if row is None and may_suggest(request.user):
            buttons.append((reverse(f"admin:{SUGGESTIONS}"), _("Whom one could ask")))
        return buttons

    def suggestions_view(self, request):
        if not may_suggest(request.user):
            raise PermissionDenied
        topics = list(Topic.objects.in_order())
        chosen = request.GET.get("topic", "")
        topic = next((row for row in topics if row.code == chosen), None)
        found = suggestions_of(topic) if topic else []
        context = {
            **self.admin_site.each_context(request),
            "title": _("Whom one could ask"),
            "opts": self.opts,
            "topics": topics,
            "topic": topic,
            "suggestions": [(row, asking(row, topic)) for row in found],
        }
        request.current_app = self.admin_site.name
        return TemplateResponse(request, "admin/governance/practice/suggestions.html", context)

    def material_address(self, material: PracticeMaterial) -> str:
        return reverse(f"admin:{MATERIAL}", args=[material.practice_id, material.pk])

    def material_view(self, request, object_id, material_number):
        if not self.has_view_permission(request):
            raise PermissionDenied
        rows = PracticeMaterial.objects.filter(practice__in=self.get_queryset(request))
        row = rows.filter(practice=int_or_none(object_id), pk=material_number).first()
        if row is None:
            raise Http404
        return materials.response(row) if row.file else HttpResponseRedirect(row.url)


def int_or_none(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdigit() else None


def asking(suggestion: Suggestion, topic: Topic) -> str:
    """The form by which this host is asked, filled in as far as it is known."""
    known = {"organization": suggestion.organization.pk, "topic": topic.pk}
    if suggestion.strengths:
        known["rests_on"] = key_of_strength(suggestion.strengths[0])
    elif suggestion.award:
        known["rests_on"] = key_of_award(suggestion.award)
    return f"{reverse('admin:governance_practice_propose')}?{urlencode(known)}"
