from django.apps import AppConfig


class OfficeConfig(AppConfig):
    name = "loei_coop.office"
    label = "office"
