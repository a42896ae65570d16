"""What a meeting of the working group has confirmed, once it is announced."""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from governance.models import Award, WorkingGroupMeeting
from loei_coop.news.facts.fact import Fact, NoRecordsError
from loei_coop.news.facts.office import named
from loei_coop.news.facts.times import written, year
from loei_coop.thai.dates import PartialDate

# A smaller number might tell who it was.
SMALLEST_SHOWN = 5


def meeting_facts(meeting: WorkingGroupMeeting) -> Iterator[Fact]:
    announced = meeting.assessments.announced()
    if not announced.exists():
        raise NoRecordsError(_("No result that this meeting confirmed is announced yet."))
    standard = meeting.round.edition.standard
    value = {
        "number": meeting.number,
        "held": written(PartialDate(meeting.held_on)),
        "members": meeting.members.count(),
        "fiscal_year": year(meeting.round.fiscal_year),
    }
    yield Fact("meeting", value, gettext_lazy("meeting"), (meeting,))
    yield Fact("standard", named(standard), gettext_lazy("assessment standard"), (standard,))
    if (number := announced.count()) >= SMALLEST_SHOWN:
        yield Fact("results", number, gettext_lazy("confirmed results"))
    yield from awarded(announced)


def awarded(announced) -> Iterator[Fact]:
    """Only those are named."""
    rows = Award.objects.public().valid().filter(assessment__in=announced)
    awards = tuple(rows.with_names().order_by("order", "pk"))
    if awards:
        value = [
            {"organization": award.organization.name, "level": award.result_level}
            for award in awards
        ]
        yield Fact("awarded", value, gettext_lazy("awards"), awards)
