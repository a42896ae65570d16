from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class NewsConfig(AppConfig):
    name = "loei_coop.news"
    label = "news"
    verbose_name = _("News")
    records = ["news/campaigns.json"]
    after_records = "loei_coop.news.from_sources.compose_missing"
