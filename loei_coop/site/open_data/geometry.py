"""Places as GeoJSON geometries: longitude before latitude, outer rings anticlockwise."""

from collections.abc import Iterable

import shapely
from shapely.geometry import mapping, shape


def point(latitude, longitude) -> dict | None:
    if latitude is None or longitude is None:
        return None
    return {"type": "Point", "coordinates": [float(longitude), float(latitude)]}


def outline(geometry: dict) -> dict:
    return mapping(shapely.orient_polygons(shape(geometry)))


def union(geometries: Iterable[dict]) -> dict:
    """One outline around all."""
    return mapping(shapely.orient_polygons(shapely.union_all([shape(g) for g in geometries])))
