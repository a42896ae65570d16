from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from loei_coop.news.models import Campaign
from networks.admin.base import SOURCE_FIELDS, RegisterAdmin, partial_column


@admin.register(Campaign)
class CampaignAdmin(RegisterAdmin):
    list_display = ["title", "motto", partial_column("starts_on", _("from"))]
    search_fields = ["code", "title", "title_en", "motto"]
    autocomplete_fields = ["source"]
    ordering = ["-starts_on", "pk"]
    fieldsets = [
        (
            None,
            {
                "fields": [
                    "code",
                    ("title", "title_en"),
                    ("motto", "motto_en"),
                    ("event", "event_en"),
                    "starts_on",
                ]
            },
        ),
        (
            _("Lists, in the order in which they are told"),
            {
                "fields": [
                    ("principles", "principles_en"),
                    ("parties", "parties_en"),
                    ("area_themes", "area_themes_en"),
                    ("province_themes", "province_themes_en"),
                ]
            },
        ),
        (_("Source"), {"fields": SOURCE_FIELDS}),
    ]

    def get_readonly_fields(self, request, obj=None):
        return ["code"] if obj else []
