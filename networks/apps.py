from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from networks import open_work


class NetworksConfig(AppConfig):
    name = "networks"
    verbose_name = _("Register and networks")
    records = [
        "networks/sources.json",
        "networks/places.json",
        "networks/population.json",
        "networks/agencies.json",
        "networks/organizations.json",
        "networks/people.json",
        "networks/committee.json",
    ]
    sample_records = ["networks/samples.json"]

    def ready(self):
        from networks import proposed_work  # knows the models

        open_work.of_organizations.add(proposed_work.WAITING)
