from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from networks import belongings

STAYS = _(
    "The duplicate is named in press releases. Keep that record, and join the other one into it."
)


class NewsConfig(AppConfig):
    name = "loei_coop.news"
    label = "news"
    verbose_name = _("News")
    records = ["news/campaigns.json"]
    after_records = "loei_coop.news.from_sources.compose_missing"

    def ready(self):
        belongings.stay("releases", STAYS)
