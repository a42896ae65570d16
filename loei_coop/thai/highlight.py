"""Where a typed query stands in a name, though both may be spelt differently."""

import re
from collections.abc import Iterator, Sequence

from loei_coop.thai.search import loose

# A letter with the marks above and below it, which are never parted.
_CLUSTER = re.compile("[เแโใไ]?.[\u0e31\u0e33-\u0e3a\u0e47-\u0e4e]*", re.DOTALL)


def pieces(text: str, terms: Sequence[str]) -> Iterator[tuple[str, bool]]:
    """The text in pieces, each with whether it matches one of the (loose) terms."""
    clusters = _CLUSTER.findall(text)
    marked = _matching(clusters, terms)
    start = 0
    for end in range(1, len(clusters) + 1):
        if end == len(clusters) or marked[end] != marked[start]:
            yield "".join(clusters[start:end]), marked[start]
            start = end


def _matching(clusters: Sequence[str], terms: Sequence[str]) -> list[bool]:
    """For each cluster whether it is part of a match."""
    letters = [loose(cluster) for cluster in clusters]
    owner = [index for index, part in enumerate(letters) for _letter in part]
    folded = "".join(letters)
    marked = [False] * len(clusters)
    for term in filter(None, terms):
        for match in re.finditer(re.escape(term), folded):
            first, last = owner[match.start()], owner[match.end() - 1]
            # What does not count between two matching letters, such as a space, belongs to them.
            marked[first : last + 1] = [True] * (last + 1 - first)
    return marked
