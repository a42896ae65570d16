from django.contrib import admin
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.urls import path, reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from loei_coop.common.uploads import serving
from networks.admin.base import RegisterAdmin
from networks.forms import AgencyForm
from networks.models import Agency


@admin.register(Agency)
class AgencyAdmin(RegisterAdmin):
    form = AgencyForm
    list_display = ["code", "name", "phone", "website"]
    list_display_links = ["code", "name"]
    search_fields = ["code", "name", "name_en"]
    autocomplete_fields = ["source"]
    ordering = ["code"]

    # The emblem: papers are the office's, so that no other agency has one.

    def get_urls(self):
        view = self.admin_site.admin_view(self.emblem_view)
        name = "networks_agency_emblem"
        return [path("<path:object_id>/emblem/", view, name=name), *super().get_urls()]

    def get_exclude(self, request, obj=None):
        exclude = super().get_exclude(request, obj) or ()
        may_change = obj is not None and self.has_change_permission(request, obj)
        return exclude if may_change and obj.is_the_office else [*exclude, "emblem"]

    def get_readonly_fields(self, request, obj=None):
        fields = super().get_readonly_fields(request, obj)
        return [*fields, "emblem_shown"] if obj is not None and obj.emblem else fields

    @admin.display(description=_("emblem on papers"))
    def emblem_shown(self, agency):
        return format_html(
            '<img class="emblem" src="{}" alt="{}">',
            reverse("admin:networks_agency_emblem", args=[agency.pk]),
            _("Emblem of %(agency)s") % {"agency": agency},
        )

    def emblem_view(self, request, object_id):
        agency = self.get_object(request, unquote(object_id))
        if not self.has_view_permission(request, agency):
            raise PermissionDenied
        if agency is None or not agency.emblem:
            raise Http404
        try:
            return serving.picture(agency.emblem.open("rb"), media_type="image/png")
        except FileNotFoundError as error:
            raise Http404 from error
