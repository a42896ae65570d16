from django.contrib import admin
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _

from loei_coop.news.models import Statement
from networks.admin.base import SOURCE_FIELDS, RegisterAdmin

SHOWN = 80  # signs of the words in the list


@admin.register(Statement)
class StatementAdmin(RegisterAdmin):
    list_display = ["speaker", "words", "kind", "is_quotable"]
    list_filter = ["kind", "is_agreed"]
    list_select_related = ["speaker", "source"]
    search_fields = ["code", "text", "speaker__search_text"]
    autocomplete_fields = ["speaker", "source"]
    ordering = ["-said_on", "pk"]
    fieldsets = [
        (
            None,
            {
                "fields": [
                    "code",
                    "kind",
                    "speaker",
                    ("speaker_post", "speaker_post_en"),
                    "text",
                    "text_en",
                    "said_on",
                    "is_agreed",
                ]
            },
        ),
        (_("On what"), {"fields": ["campaign", "round", "forum"]}),
        (_("Source"), {"fields": SOURCE_FIELDS}),
    ]

    def get_readonly_fields(self, request, obj=None):
        return ["code"] if obj else []

    @admin.display(description=_("words"))
    def words(self, statement):
        return Truncator(statement.text).chars(SHOWN)

    @admin.display(description=_("may be quoted"), boolean=True)
    def is_quotable(self, statement):
        return statement.is_quotable
