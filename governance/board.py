"""How a round stands in the province: by network and by kind, the levels, the weakest items. The
same few queries for any number of organizations."""

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable
from dataclasses import dataclass, field
from decimal import Decimal

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from governance.invitations import invited
from governance.models import Answer, Assessment, AssessmentRound, Item, ItemReview, Level
from governance.states import HANDED_IN, State
from networks.choices import Kind
from networks.models import AreaNetwork, Organization

WEAKEST = 10
COLUMNS = (
    *("invited", "started", "submitted", "returned", "reviewed", "confirmed"),
    *("absent", "extended", "overdue"),
)
# A state counts under one column; what was begun and is not handed in is "started".
COLUMN_OF = {
    State.DRAFT: "started",
    State.SUBMITTED: "submitted",
    State.RESUBMITTED: "submitted",
    State.RETURNED: "returned",
    State.REVIEWED: "reviewed",
    State.CONFIRMED: "confirmed",
    State.NOT_TAKING_PART: "absent",
}


@dataclass(frozen=True)
class Row:
    """`label`: of the network or kind. `counts`: in the order of COLUMNS."""

    label: str
    counts: list[int]


@dataclass(frozen=True)
class LevelRow:
    label: str
    by_self: int
    confirmed: int


@dataclass(frozen=True)
class WeakItem:
    """`percent`: the mean of what was given, the review's where there is one."""

    item: Item
    percent: Decimal
    number: int


@dataclass(frozen=True)
class Board:
    networks: list[Row]
    kinds: list[Row]
    total: Row
    levels: list[LevelRow]
    weakest: list[WeakItem]


@dataclass
class Tally:
    """Counts by column for each key, such as a network."""

    counts: dict[Hashable, Counter] = field(default_factory=lambda: defaultdict(Counter))

    def row(self, label: str, key: Hashable) -> Row:
        return Row(label, [self.counts[key][column] for column in COLUMNS])


def board_of(round_: AssessmentRound) -> Board:
    assessments = list(Assessment.objects.filter(round=round_).select_related("round"))
    by_network, by_kind, whole = Tally(), Tally(), Tally()
    for network, kind, columns in standing(round_, assessments):
        by_network.counts[network].update(columns)
        by_kind.counts[kind].update(columns)
        whole.counts[None].update(columns)
    networks = [by_network.row(str(row), row.pk) for row in AreaNetwork.objects.order_by("number")]
    return Board(
        networks=[*networks, by_network.row(_("Network not recorded"), None)],
        kinds=[by_kind.row(str(kind.label), kind.value) for kind in Kind],
        total=whole.row(pgettext("of a row", "Total"), None),
        levels=level_rows(round_, assessments),
        weakest=weakest_items(round_),
    )


def standing(round_: AssessmentRound, assessments: Iterable[Assessment]):
    """(network, kind, columns) of each that is invited or has begun."""
    begun = {row.organization_id: row for row in assessments}
    rows = invited(round_) | Organization.objects.filter(pk__in=list(begun))
    for pk, network, kind in rows.order_by().values_list("pk", "district__network", "kind"):
        yield network, kind, columns_of(begun.get(pk), round_)


def columns_of(assessment: Assessment | None, round_: AssessmentRound) -> set[str]:
    """Under which columns it counts."""
    found = {"invited"}
    if assessment and assessment.state in COLUMN_OF:
        found.add(COLUMN_OF[assessment.state])
    if assessment and assessment.closes_at:
        found.add("extended")
    deadline = assessment.deadline if assessment else round_.closes_at
    is_open = assessment is None or assessment.state == State.DRAFT
    if is_open and deadline <= timezone.now():
        found.add("overdue")
    return found


def level_rows(round_: AssessmentRound, assessments: Iterable[Assessment]) -> list[LevelRow]:
    """The best first, then "no level"."""
    handed_in = [row for row in assessments if row.state in HANDED_IN]
    confirmed = [row for row in handed_in if row.state == State.CONFIRMED]
    by_self = Counter(row.self_level_id for row in handed_in)
    final = Counter(row.level_id for row in confirmed)
    levels = Level.objects.filter(edition=round_.edition_id).order_by("-minimum")
    names = [(row.pk, row.local_name) for row in levels]
    names.append((None, _("no level")))
    return [LevelRow(name, by_self[key], final[key]) for key, name in names]


def weakest_items(round_: AssessmentRound) -> list[WeakItem]:
    """Of what was handed in; an item that applies to nobody is not among them."""
    shares = shares_by_item(round_)
    means = {item: sum(given) / len(given) for item, given in shares.items()}
    lowest = sorted(means, key=lambda item: (means[item], item))[:WEAKEST]
    items = Item.objects.select_related("category").in_bulk(lowest)
    return [WeakItem(items[key], means[key], len(shares[key])) for key in lowest]


def shares_by_item(round_: AssessmentRound) -> dict[int, list[Decimal]]:
    rows = Assessment.objects.filter(round=round_).handed_in()
    answers = Answer.objects.given().filter(assessment__in=rows)
    reviews = ItemReview.objects.filter(assessment__in=rows)
    given = dict(pairs(answers)) | dict(pairs(reviews))
    found = defaultdict(list)
    for (_assessment, item), share in given.items():
        if share is not None:
            found[item].append(share)
    return found


def pairs(rows):
    for assessment, item, share in rows.order_by().values_list("assessment", "item", "share"):
        yield (assessment, item), share


def not_submitted(round_: AssessmentRound):
    """Organizations that are to be called: not begun, or a draft still."""
    done = Assessment.objects.filter(round=round_).exclude(state=State.DRAFT)
    return invited(round_).exclude(pk__in=done.values("organization"))
