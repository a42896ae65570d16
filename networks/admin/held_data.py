"""From a person's page: all that is held on the person, to look at and as a file."""

from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.translation import gettext as _

from networks.contact_log import note_reading
from networks.held_data import collect
from networks.held_data.files import FORMATS, download
from networks.models import ContactReading

PAGE = "networks_person_held_data"


class HeldDataAdmin:
    """For who may take lists of persons away."""

    def get_urls(self):
        view = self.admin_site.admin_view(self.held_data_view)
        return [path("<path:object_id>/held-data/", view, name=PAGE), *super().get_urls()]

    def held_data_view(self, request, object_id):
        if not self.has_export_permission(request):
            raise PermissionDenied
        person = self.get_object(request, unquote(object_id))
        if person is None:
            return self._get_obj_does_not_exist_redirect(request, self.opts, object_id)
        if person.has_private_contact:
            note_reading([person], by=request.user, where=ContactReading.Where.HELD_DATA)
        if request.GET.get("format") in FORMATS:
            return download(person, request.GET["format"])
        context = {
            **self.admin_site.each_context(request),
            "title": _("Data held on %(person)s") % {"person": person},
            "opts": self.opts,
            "original": person,
            "held": collect(person),
        }
        return TemplateResponse(request, "admin/networks/person/held_data.html", context)

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        if obj is not None and self.has_export_permission(request):
            button = (reverse(f"admin:{PAGE}", args=[obj.pk]), _("Data held on this person"))
            context["guided_buttons"] = [*context.get("guided_buttons", []), button]
        return super().render_change_form(request, context, add, change, form_url, obj)
