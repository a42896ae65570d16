from django.apps import AppConfig


class SiteConfig(AppConfig):
    name = "loei_coop.site"
    label = "site"
