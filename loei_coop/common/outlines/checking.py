"""The whole way from a file to outlines that all maps can draw."""

from collections.abc import Mapping
from dataclasses import dataclass

import shapely
from shapely.geometry import mapping

from loei_coop.common.outlines.coverage import mend
from loei_coop.common.outlines.drawing import number_of_bytes
from loei_coop.common.outlines.errors import OutlinesRefusedError
from loei_coop.common.outlines.reading import read_collection
from loei_coop.common.outlines.shapes import Window, sort_out
from loei_coop.common.outlines.simplifying import simplify


@dataclass(frozen=True)
class Checked:
    """`geometries`: {code: GeoJSON geometry}. `path_bytes`: of the paths on a map."""

    geometries: dict[str, dict]
    points_before: int
    points_after: int
    path_bytes: int


def check(data: bytes, *, names: Mapping[str, str], window: Window) -> Checked:
    """`names`: {code: name} of the districts that the file must have, all and no other. Raises
    OutlinesRefusedError with every fault that was found."""
    shapes, faults = sort_out(read_collection(data), names, window)
    sound, neighbour_faults = mend(shapes, names, complete=not faults)
    if faults or neighbour_faults:
        raise OutlinesRefusedError(*faults, *neighbour_faults)
    simplified = simplify(sound, names)
    rows = list(simplified.values())
    return Checked(
        geometries={code: mapping(shape) for code, shape in simplified.items()},
        points_before=int(shapely.get_num_coordinates(list(shapes.values())).sum()),
        points_after=int(shapely.get_num_coordinates(rows).sum()),
        path_bytes=number_of_bytes(rows),
    )
