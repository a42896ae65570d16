"""The province as a picture: one tile a district, placed as its office lies."""

from collections.abc import Callable
from dataclasses import dataclass

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.http import urlencode

from loei_coop.common.charts import TileSize, tile_places
from networks.filters import NOT_RECORDED
from networks.models import AreaNetwork, District
from networks.overview import NOTHING

COLUMNS, ROWS = 4, 6
SIZE = TileSize()


@dataclass(frozen=True)
class Tile:
    district: District
    x: int
    y: int
    lines: list[str]  # the name, at most two lines
    number: int
    address: str
    faded: bool


@dataclass(frozen=True)
class LegendRow:
    """`network` None is "not recorded"."""

    network: AreaNetwork | None
    number: int
    address: str


@dataclass(frozen=True)
class ProvinceMap:
    width: int
    height: int
    tile: TileSize
    tiles: list[Tile]
    legend: list[LegendRow]
    total: int


def list_address(**parameters) -> str:
    return f"{reverse('networks:organization-list')}?{urlencode(parameters)}"


def province_map(
    organizations: QuerySet,
    *,
    address: Callable[..., str] = list_address,
    only: AreaNetwork | None = None,
) -> ProvinceMap:
    """Of the rows given; two queries. `address(district=…)` and `address(network=…)` make the
    links. Tiles of other networks than `only` are faded."""
    districts = list(District.objects.select_related("network").order_by("code"))
    totals = organizations.totals_by_district()
    numbers = {code: counts["organizations"] for code, counts in totals.items()}
    width, height = SIZE.picture(columns=COLUMNS, rows=ROWS)
    return ProvinceMap(
        width=width,
        height=height,
        tile=SIZE,
        tiles=tiles(districts, numbers, address, only),
        legend=legend(districts, numbers, address),
        total=sum(numbers.values()),
    )


def tiles(districts, numbers, address, only) -> list[Tile]:
    places = tile_places(
        {d.code: (float(d.office_latitude), float(d.office_longitude)) for d in districts},
        columns=COLUMNS,
        rows=max(ROWS, -(-len(districts) // COLUMNS)),
    )
    return [
        tile(district, places[district.code], numbers.get(district.code, 0), address, only)
        for district in districts
    ]


def tile(district, place, number, address, only) -> Tile:
    x, y = SIZE.corner(place)
    return Tile(
        district=district,
        x=x,
        y=y,
        lines=district.local_name.split(" ", 1),
        number=number,
        address=address(district=district.code),
        faded=only is not None and district.network_id != only.pk,
    )


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
