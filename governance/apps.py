from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from networks import open_work


class GovernanceConfig(AppConfig):
    name = "governance"
    verbose_name = _("Governance and quality")
    records = [
        "governance/standards.json",
        "governance/governance-2569.json",
        "governance/cqa-2569.json",
        "governance/results-2556.json",
    ]

    def ready(self):
        from governance import assessed_work  # knows the models

        open_work.of_organizations.add(assessed_work.UNFINISHED)
        open_work.of_officers.add(assessed_work.REVIEWS)
