"""The province as a picture: the outlines of its districts, or while none are loaded one tile a
district, placed as its office lies."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.http import urlencode
from shapely.geometry import shape

from loei_coop.common.charts import TileSize, tile_places
from loei_coop.common.outlines.drawing import Label, Picture, draw
from networks.filters import NOT_RECORDED
from networks.models import AreaNetwork, District, DistrictBoundary
from networks.overview import NOTHING

COLUMNS, ROWS = 4, 6
SIZE = TileSize()


@dataclass(frozen=True)
class Place:
    """A district on the map; it leads to its list."""

    district: District
    number: int
    address: str
    faded: bool


@dataclass(frozen=True)
class Tile(Place):
    x: int
    y: int
    lines: list[str]  # the name, at most two lines


@dataclass(frozen=True)
class Outline(Place):
    path: str
    label: Label


@dataclass(frozen=True)
class LegendRow:
    """`network` None is "not recorded"."""

    network: AreaNetwork | None
    number: int
    address: str


@dataclass(frozen=True)
class ProvinceMap:
    """Either outlines or tiles. `boundary`: one of those drawn, for their common source."""

    width: int
    height: int
    legend: list[LegendRow]
    total: int
    tile: TileSize = SIZE
    tiles: list[Tile] = field(default_factory=list)
    outlines: list[Outline] = field(default_factory=list)
    boundary: DistrictBoundary | None = None


def list_address(**parameters) -> str:
    return f"{reverse('networks:organization-list')}?{urlencode(parameters)}"


def province_map(
    organizations: QuerySet,
    *,
    address: Callable[..., str] = list_address,
    only: AreaNetwork | None = None,
    outlines: Mapping[str, str] | None = None,
) -> ProvinceMap:
    """Of the rows given; two queries. `address(district=…)` and `address(network=…)` make the
    links. Districts of other networks than `only` are faded. `outlines`: {code: geometry as
    text} to be looked at, in place of those that are loaded."""
    districts = list(District.objects.with_outlines().order_by("code"))
    totals = organizations.totals_by_district()
    numbers = {code: counts["organizations"] for code, counts in totals.items()}
    places = [place(district, numbers, address, only) for district in districts]
    common = {"legend": legend(districts, numbers, address), "total": sum(numbers.values())}
    known = outlines or {d.code: d.outline for d in districts if d.outline}
    if districts and all(district.code in known for district in districts):
        return outline_map(places, known, **common)
    return tile_map(places, **common)


def place(district, numbers, address, only) -> dict[str, Any]:
    return {
        "district": district,
        "number": numbers.get(district.code, 0),
        "address": address(district=district.code),
        "faded": only is not None and district.network_id != only.pk,
    }


def outline_map(places, outlines, **common) -> ProvinceMap:
    districts = [place["district"] for place in places]
    picture = drawn(tuple((d.code, d.local_name, outlines[d.code]) for d in districts))
    boundary = getattr(districts[0], "boundary", None)
    return ProvinceMap(
        width=picture.width,
        height=picture.height,
        outlines=[
            Outline(**place, **vars(picture.outlines[place["district"].code])) for place in places
        ],
        boundary=boundary,
        **common,
    )


@lru_cache(maxsize=8)
def drawn(outlines: tuple[tuple[str, str, str], ...]) -> Picture:
    """(code, name, geometry as text) of each district. Once for each language, not for each page:
    drawing would be a good part of the time that a page takes."""
    shapes = {code: shape(json.loads(text)) for code, _name, text in outlines}
    return draw(shapes, {code: name for code, name, _text in outlines})


def tile_map(places, **common) -> ProvinceMap:
    width, height = SIZE.picture(columns=COLUMNS, rows=ROWS)
    return ProvinceMap(width=width, height=height, tiles=tiles(places), **common)


def tiles(places) -> list[Tile]:
    districts = [place["district"] for place in places]
    corners = tile_places(
        {d.code: (float(d.office_latitude), float(d.office_longitude)) for d in districts},
        columns=COLUMNS,
        rows=max(ROWS, -(-len(districts) // COLUMNS)),
    )
    return [tile(place, corners[place["district"].code]) for place in places]


def tile(place, corner) -> Tile:
    x, y = SIZE.corner(corner)
    return Tile(**place, x=x, y=y, lines=place["district"].local_name.split(" ", 1))


def legend(districts, numbers, address) -> list[LegendRow]:
    networks = {district.network_id: district.network for district in districts}
    rows = [
        LegendRow(
            network=network,
            number=sum(numbers.get(d.code, 0) for d in districts if d.network_id == key),
            address=address(network=key),
        )
        for key, network in sorted(networks.items())
    ]
    unknown = numbers.get(None, NOTHING["organizations"])
    return [*rows, LegendRow(network=None, number=unknown, address=address(network=NOT_RECORDED))]
