"""How many reached which level: numbers that give nobody away.

Publicly only awarded organizations are named; of the others at one level a number is told when
they are five or more. A level below that is left out, whether it has one or none, and no total
stands beside the levels. Where one level alone is left out, the smallest of the others goes with
it: else whoever knows the total from elsewhere had the missing number by a subtraction.
"""

from collections.abc import Iterable
from dataclasses import dataclass

FEWEST = 5


@dataclass(frozen=True)
class LevelCount:
    """`named`: of the `number`, those whom the public knows to be at this level anyway, by an award
    or by their own tick."""

    level: str
    number: int
    named: int = 0

    @property
    def unnamed(self) -> int:
        return self.number - self.named


def shown(counts: Iterable[LevelCount]) -> list[LevelCount]:
    """Those of one announcement that may be told, in the order given. A later announcement counts
    for itself: what it adds to a level would be told by the difference."""
    counts = [count for count in counts if count.number]
    safe = [count for count in counts if is_safe(count)]
    if len(counts) - len(safe) == 1 and (protecting := hiding_unnamed(safe)):
        smallest = min(protecting, key=lambda count: count.unnamed)
        safe.remove(smallest)
    return safe


def is_safe(count: LevelCount) -> bool:
    return count.unnamed == 0 or count.unnamed >= FEWEST


def hiding_unnamed(counts: list[LevelCount]) -> list[LevelCount]:
    """A level of which everybody is named protects nobody."""
    return [count for count in counts if count.unnamed]
