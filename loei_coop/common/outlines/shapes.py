"""From features to sound shapes by code, or to the sentences that say why not."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

import shapely
from django.utils.translation import gettext as _
from shapely.geometry import MultiPolygon, Polygon

from loei_coop.common.outlines.reading import Collection, Feature

Shape = Polygon | MultiPolygon
Window = tuple[float, float, float, float]  # west, south, east, north in degrees

FEWEST_POINTS = 4  # of a ring, whose last point is its first
LARGEST_NUMBER = 1e9  # of a coordinate in any projection; beyond are infinity and its kin
NAMED = 10  # unknown places that a sentence names
_PLACE = re.compile(r"\[(\S+) (\S+)\]")


class BrokenShapeError(ValueError):
    """The message is a sentence with a place for the name of the district."""


def sort_out(
    collection: Collection, names: Mapping[str, str], window: Window
) -> tuple[dict[str, Shape], list[str]]:
    """(sound shapes by code, in the order of `names`; faults). `names`: {code: the district's
    name}. `window`: where the province lies."""
    known, faults = by_code(collection.features, names)
    if collection.projection:
        return {}, [*faults, projection_sentence(collection.projection)]
    shapes: dict[str, Shape] = {}
    for code in filter(known.__contains__, names):
        try:
            shapes[code] = read_shape(known[code].geometry)
        except BrokenShapeError as error:
            faults.append(str(error) % {"district": names[code]})
    shapes, misplaced = in_window(shapes, names, window)
    faults += misplaced
    crossing = {code: sentence for code, shape in shapes.items() if (sentence := crossed(shape))}
    faults += [sentence % {"district": names[code]} for code, sentence in crossing.items()]
    return {code: shape for code, shape in shapes.items() if code not in crossing}, faults


def projection_sentence(projection: str) -> str:
    sentence = _(
        "The file says that its coordinates are in %(projection)s. Export it in WGS 84 "
        "(EPSG:4326), in degrees."
    )
    return sentence % {"projection": projection}


# Codes


def by_code(
    features: list[Feature], names: Mapping[str, str]
) -> tuple[dict[str, Feature], list[str]]:
    """(the feature of each district, faults of the codes)."""
    numbers: dict[str, list[int]] = defaultdict(list)
    for feature in features:
        if feature.code in names:
            numbers[feature.code].append(feature.number)
    faults = [
        *(no_code_sentence(feature) for feature in features if feature.code is None),
        *unknown_sentences([f for f in features if f.code and f.code not in names]),
        *(twice_sentence(names[code], at) for code, at in numbers.items() if len(at) > 1),
    ]
    missing = [name for code, name in names.items() if code not in numbers]
    if missing:
        sentence = _("Missing in the file: %(districts)s.")
        faults.append(sentence % {"districts": ", ".join(missing)})
    return {feature.code: feature for feature in reversed(features) if feature.code}, faults


def no_code_sentence(feature: Feature) -> str:
    sentence = _(
        "Feature %(number)s (%(label)s) has no code of a district. Write the four digits, such as "
        "4201, into the property “code”."
    )
    return sentence % {"number": feature.number, "label": feature.label}


def unknown_sentences(features: list[Feature]) -> list[str]:
    if not features:
        return []
    named = ", ".join(feature.label for feature in features[:NAMED])
    if len(features) > NAMED:
        named = _("%(named)s and %(number)s more") % {
            "named": named,
            "number": len(features) - NAMED,
        }
    sentence = _("Not a district of this register: %(codes)s. Leave these out of the file.")
    return [sentence % {"codes": named}]


def twice_sentence(name: str, numbers: list[int]) -> str:
    sentence = _(
        "%(district)s is in the file %(times)s times (features %(numbers)s). Join its parts into "
        "one feature."
    )
    shown = ", ".join(map(str, numbers))
    return sentence % {"district": name, "times": len(numbers), "numbers": shown}


# Rings


def read_shape(geometry: Any) -> Shape:
    """Raises BrokenShapeError."""
    if not isinstance(geometry, dict):
        raise BrokenShapeError(_("%(district)s has no outline: its geometry is missing."))
    kind, coordinates = geometry.get("type"), geometry.get("coordinates")
    if kind not in ("Polygon", "MultiPolygon"):
        sentence = _("%(district)s has no outline: its geometry is %(kind)s, not a polygon.")
        raise BrokenShapeError(filled(sentence, kind=str(kind)[:40]))
    parts = [coordinates] if kind == "Polygon" else coordinates
    if (
        not isinstance(parts, list)
        or not parts
        or not all(isinstance(p, list) and p for p in parts)
    ):
        raise empty_polygon()
    polygons = [Polygon(rings[0], rings[1:]) for rings in map(read_rings, parts)]
    return polygons[0] if kind == "Polygon" else MultiPolygon(polygons)


def empty_polygon() -> BrokenShapeError:
    return BrokenShapeError(_("%(district)s has no outline: its polygon is empty."))


def filled(sentence: str, **values: Any) -> str:
    """All but the name of the district, which is filled in last."""
    values = {name: str(value).replace("%", "%%") for name, value in values.items()}
    return sentence % {"district": "%(district)s", **values}


def read_rings(rings: list) -> list[list[tuple[float, float]]]:
    return [read_ring(ring) for ring in rings]


def read_ring(ring: Any) -> list[tuple[float, float]]:
    if not isinstance(ring, list) or not all(map(is_position, ring)):
        raise BrokenShapeError(_("The border of %(district)s has a point that is not two numbers."))
    if not ring:
        raise empty_polygon()
    points = [(float(position[0]), float(position[1])) for position in ring]
    if len(points) < FEWEST_POINTS:
        sentence = _(
            "The border of %(district)s has a ring of %(number)s points near %(place)s; it needs "
            "four, the last the same as the first."
        )
        raise BrokenShapeError(filled(sentence, number=len(points), place=place(*points[0])))
    if points[0] != points[-1]:
        sentence = _(
            "The border of %(district)s is not closed: it begins at %(first)s and ends at %(last)s."
        )
        raise BrokenShapeError(filled(sentence, first=place(*points[0]), last=place(*points[-1])))
    return points


def is_position(position: Any) -> bool:
    """Two numbers, perhaps with a height."""
    return (
        isinstance(position, list)
        and len(position) >= 2
        and all(type(number) in (int, float) for number in position[:2])
        and all(-LARGEST_NUMBER < number < LARGEST_NUMBER for number in position[:2])
    )


def place(x: float, y: float) -> str:
    """Latitude first, as map programs ask for it."""
    return f"{y:.4f}, {x:.4f}"


def crossed(shape: Shape) -> str | None:
    """Why the shape is not sound, as a sentence with a place for the name."""
    if shapely.is_valid(shape):
        return None
    reason = shapely.is_valid_reason(shape)
    found = _PLACE.search(reason)
    where = place(float(found[1]), float(found[2])) if found else place(*shape.bounds[:2])
    if "elf-intersection" in reason:
        sentence = _("The border of %(district)s crosses or touches itself near %(place)s.")
    elif "Too few points" in reason:
        sentence = _("The border of %(district)s encloses no area near %(place)s.")
    else:
        sentence = _("Parts or holes of %(district)s lie over each other near %(place)s.")
    return filled(sentence, place=where)


# Coordinates


def in_window(
    shapes: Mapping[str, Shape], names: Mapping[str, str], window: Window
) -> tuple[dict[str, Shape], list[str]]:
    """(those that lie where the province lies, a fault for each kind of the others)."""
    kinds = {code: misplacement(shape, window) for code, shape in shapes.items()}
    sound = {code: shape for code, shape in shapes.items() if kinds[code] is None}
    return sound, [
        misplaced_sentence(
            kind,
            [names[code] for code in shapes if kinds[code] == kind],
            next(shape for code, shape in shapes.items() if kinds[code] == kind),
        )
        for kind in dict.fromkeys(filter(None, kinds.values()))
    ]


def misplacement(shape: Shape, window: Window) -> str | None:
    west, south, east, north = shape.bounds
    if lies_in((west, south, east, north), window):
        return None
    if lies_in((south, west, north, east), window):
        return "swapped"
    return "projected" if beyond_degrees(shape.bounds) else "elsewhere"


def lies_in(bounds: Window, window: Window) -> bool:
    west, south, east, north = window
    return west <= bounds[0] and south <= bounds[1] and bounds[2] <= east and bounds[3] <= north


def beyond_degrees(bounds: Window) -> bool:
    return min(bounds[0], -bounds[2]) < -180 or min(bounds[1], -bounds[3]) < -90


def misplaced_sentence(kind: str, districts: Iterable[str], example: Shape) -> str:
    x, y, *_rest = example.bounds
    values = {"districts": ", ".join(districts), "x": f"{x:.10g}", "y": f"{y:.10g}"}
    sentences = {
        "swapped": _(
            "Latitude and longitude are swapped (%(x)s, %(y)s): %(districts)s. GeoJSON has the "
            "longitude first."
        ),
        "projected": _(
            "The coordinates are not degrees (%(x)s, %(y)s), they look like metres of a map "
            "projection such as UTM: %(districts)s. Export the file in WGS 84 (EPSG:4326)."
        ),
        "elsewhere": _(
            "Outside of the province and its surroundings (%(x)s, %(y)s): %(districts)s."
        ),
    }
    return sentences[kind] % values
