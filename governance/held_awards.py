"""What is held on a person here: the awards that he or she presented."""

from django.utils.translation import gettext_lazy as _

from governance.models import Award
from networks.held_data.registry import records


@records(
    "awards-presented",
    Award,
    ["organization", "fiscal_year", "award_object", "presenter_post", "presented_on", "place"],
    _("awards presented"),
)
def awards_presented(person):
    return person.presented_awards.select_related("organization").in_order()
