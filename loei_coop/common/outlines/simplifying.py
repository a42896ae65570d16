"""As few points as a map on a phone needs, and never more bytes than a page may bring."""

from collections.abc import Mapping

import shapely
from django.utils.translation import gettext as _

from loei_coop.common.outlines.drawing import number_of_bytes
from loei_coop.common.outlines.errors import OutlinesRefusedError
from loei_coop.common.outlines.shapes import Shape

# An SVG of a map, as the page brings it, has at most 40 kB (40,000 bytes before compression).
# The paths take this much of it; links, names and numbers of fourteen districts need the rest.
LARGEST_PATHS = 28_000
# Degrees. Finer is not seen on any screen; with coarser ones no district keeps its face.
FINEST, COARSEST = 0.002, 0.05
HALVINGS = 10


def simplify(shapes: Mapping[str, Shape], names: Mapping[str, str]) -> dict[str, Shape]:
    """With the smallest tolerance whose paths fit. Raises OutlinesRefusedError."""
    rows = list(shapes.values())
    low, high = FINEST, COARSEST
    best = fitting(rows, low)
    if best is None:
        best = fitting(rows, high)
        for _step in range(HALVINGS if best is not None else 0):
            middle = (low + high) / 2
            found = fitting(rows, middle)
            best, low, high = (best, middle, high) if found is None else (found, low, middle)
    if best is None:
        raise OutlinesRefusedError(too_many_parts_sentence(shapes, names))
    return dict(zip(shapes, best, strict=True))


def fitting(rows: list[Shape], tolerance: float) -> list[Shape] | None:
    simplified = list(shapely.coverage_simplify(rows, tolerance))
    return simplified if number_of_bytes(simplified) <= LARGEST_PATHS else None


def too_many_parts_sentence(shapes: Mapping[str, Shape], names: Mapping[str, str]) -> str:
    code = max(shapes, key=lambda code: shapely.get_num_geometries(shapes[code]))
    sentence = _(
        "The outlines have too many parts for a map, most of all %(district)s: %(number)s. Leave "
        "small islands out."
    )
    number = shapely.get_num_geometries(shapes[code])
    return sentence % {"district": names[code], "number": number}
