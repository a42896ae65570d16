"""What a fiscal year brought, as far as it is public."""

from collections.abc import Iterator

from django.utils.translation import gettext_lazy

from governance.models import Award, Forum, Practice
from governance.states import ForumState
from loei_coop.news.facts.fact import Fact
from loei_coop.news.facts.office import named
from loei_coop.news.facts.times import last_day
from loei_coop.news.facts.times import year as both_eras
from loei_coop.thai.dates import PartialDate, Precision
from loei_coop.thai.fiscal import fiscal_year, fiscal_year_bounds


def year_facts(as_of: PartialDate) -> Iterator[Fact]:
    number = as_of.first.year if as_of.precision is Precision.YEAR else fiscal_year(last_day(as_of))
    label = gettext_lazy("fiscal year")
    yield Fact("fiscal_year", both_eras(number), label)
    yield from award_facts(number)
    yield from forum_facts(number)
    yield from practice_facts(number)


def award_facts(number: int) -> Iterator[Fact]:
    awards = tuple(Award.objects.public().valid().of_year(number).with_names().in_order())
    if awards:
        names = list(dict.fromkeys(award.organization.name for award in awards))
        value = {"number": len(awards), "organizations": names}
        yield Fact("awards", value, gettext_lazy("awards"), awards)


def forum_facts(number: int) -> Iterator[Fact]:
    held = tuple(Forum.objects.filter(fiscal_year=number, state=ForumState.HELD).order_by("pk"))
    if held:
        value = [named(forum) for forum in held]
        yield Fact("forums", value, gettext_lazy("learning forums"), held)


def practice_facts(number: int) -> Iterator[Fact]:
    days = fiscal_year_bounds(number)
    shared = Practice.objects.public().filter(made_at__date__range=days).count()
    if shared:
        yield Fact("practices", shared, gettext_lazy("practices shared"))
