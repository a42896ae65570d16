from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class GovernanceConfig(AppConfig):
    name = "governance"
    verbose_name = _("Governance and quality")
    records = [
        "governance/standards.json",
        "governance/governance-2569.json",
        "governance/cqa-2569.json",
        "governance/results-2556.json",
    ]
