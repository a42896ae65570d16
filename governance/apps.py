from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from networks import belongings, open_work

STAYS = _(
    "The duplicate has assessments of its own. Keep that record, and join the other one into it."
)

AWARDS_STAY = _(
    "The duplicate has awards of its own, which are verified under its name. Keep that record, and "
    "join the other one into it."
)

EXCHANGE_STAYS = _(
    "The duplicate shows others what it does well, or was at a learning forum. Keep that record, "
    "and join the other one into it."
)


class GovernanceConfig(AppConfig):
    name = "governance"
    verbose_name = _("Governance and quality")
    records = [
        "governance/standards.json",
        "governance/governance-2569.json",
        "governance/cqa-2569.json",
        "governance/results-2556.json",
        "governance/awards-2556.json",
        "governance/exchange-2556.json",
    ]

    def ready(self):
        # They know the models.
        from governance import (  # noqa: F401 held_… register themselves
            assessed_work,
            held_awards,
            held_exchange,
        )

        belongings.stay("assessments", STAYS)
        belongings.stay("improvement_actions", STAYS)
        belongings.stay("awards", AWARDS_STAY)
        for relation in ("practices", "hosted_forums", "forum_promises"):
            belongings.stay(relation, EXCHANGE_STAYS)
        open_work.of_organizations.add(assessed_work.UNFINISHED)
        open_work.of_officers.add(assessed_work.REVIEWS)
