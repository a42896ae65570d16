"""The fourteen districts and the five area networks."""

from collections.abc import Callable
from typing import Any

from django.db.models import Prefetch
from django.utils.translation import gettext_lazy as _

from loei_coop.site.open_data import geometry
from loei_coop.site.open_data.schema import (
    BETWEEN_WORDS,
    Column,
    Dataset,
    Type,
    in_english,
    in_thai,
    source_columns,
)
from networks.models import AreaNetwork, District, DistrictBoundary


def district_records(_parameters):
    rows = District.objects.select_related("source", "boundary__source")
    return rows.order_by("code").iterator()


def boundary_of(district) -> DistrictBoundary | None:
    """What the office loaded, or None."""
    return getattr(district, "boundary", None)


def district_geometry(district) -> dict:
    """The outline, or else the place of the district office."""
    loaded = boundary_of(district)
    if loaded:
        return geometry.outline(loaded.geometry)
    return geometry.point(district.office_latitude, district.office_longitude)


def network_records(_parameters):
    boundaries = Prefetch(
        "districts__boundary", queryset=DistrictBoundary.objects.select_related("source")
    )
    rows = AreaNetwork.objects.with_districts().prefetch_related(boundaries)
    return rows.select_related("source").order_by("number")


def boundaries_of(network) -> list[DistrictBoundary]:
    """Of its districts, or none until all of them have one."""
    boundaries = [boundary_of(district) for district in network.districts.all()]
    return boundaries if all(boundaries) else []


def network_geometry(network) -> dict | None:
    """The outline around its districts."""
    boundaries = boundaries_of(network)
    return geometry.union(row.geometry for row in boundaries) if boundaries else None


def outline_columns(boundary: Callable[[Any], DistrictBoundary | None]) -> tuple[Column, Column]:
    """Where the outline in GeoJSON comes from: not where the record itself does."""

    def source_title(record):
        loaded = boundary(record)
        return loaded and loaded.source and loaded.source.title

    def licence(record):
        loaded = boundary(record)
        return loaded and (loaded.source_detail or None)

    return (
        Column(
            "outline_source",
            _("source of the outline"),
            _("The data that the outline in GeoJSON comes from. Empty without an outline."),
            source_title,
        ),
        Column(
            "outline_licence",
            _("licence of the outline"),
            _("What the outline may be used for, as its source says."),
            licence,
        ),
    )


DISTRICTS = Dataset(
    name="districts",
    title=_("Districts"),
    description=_(
        "The districts of Loei and the area network that each belongs to. In GeoJSON the outline, "
        "or the point of the district office while no outline is loaded."
    ),
    columns=(
        Column(
            "code",
            _("code"),
            _("Official code of four digits."),
            lambda d: d.code,
            required=True,
            unique=True,
            example="4208",
        ),
        Column(
            "name",
            _("name"),
            _("The name without the word อำเภอ."),
            lambda d: d.name,
            required=True,
            unique=True,
            example="ท่าลี่",
        ),
        Column(
            "name_en",
            _("name in English"),
            _("In Latin letters."),
            lambda d: d.name_en,
            required=True,
            example="Tha Li",
        ),
        Column(
            "network",
            _("area network"),
            _("Number 1 to 5."),
            lambda d: d.network_id,
            type=Type.INTEGER,
            required=True,
            example="4",
        ),
        Column(
            "postcodes",
            _("postcodes"),
            _("Separated by spaces where there are several."),
            lambda d: d.postcodes or None,
            example="42140",
        ),
        Column(
            "area_km2",
            _("official area in km²"),
            _("Square kilometres."),
            lambda d: None if d.area_km2 is None else float(d.area_km2),
            type=Type.NUMBER,
            example="683.0",
        ),
        Column("villages", _("villages"), _("Number."), lambda d: d.villages, type=Type.INTEGER),
        Column(
            "office_latitude",
            _("latitude of the district office"),
            _("Degrees, WGS 84."),
            lambda d: float(d.office_latitude),
            type=Type.NUMBER,
            required=True,
            example="17.6243",
        ),
        Column(
            "office_longitude",
            _("longitude of the district office"),
            _("Degrees, WGS 84."),
            lambda d: float(d.office_longitude),
            type=Type.NUMBER,
            required=True,
            example="101.4216",
        ),
        Column("hasc", _("HASC code"), _("Of the district."), lambda d: d.hasc or None),
        Column(
            "wikidata",
            _("Wikidata item"),
            _("Of the district."),
            lambda d: d.wikidata or None,
        ),
        *outline_columns(boundary_of),
        *source_columns(),
    ),
    records=district_records,
    key="code",
    refers_to={"network": ("networks", "number")},
    geometry=district_geometry,
)

NETWORKS = Dataset(
    name="networks",
    title=_("Area networks"),
    description=_(
        "The five area networks with their districts. In GeoJSON the outline around the districts, "
        "once outlines are loaded."
    ),
    columns=(
        Column(
            "number",
            _("network number"),
            _("1 to 5; the page of the network is /networks/<number>/."),
            lambda n: n.number,
            type=Type.INTEGER,
            required=True,
            unique=True,
            example="4",
        ),
        Column(
            "name",
            _("name"),
            _("In Thai."),
            in_thai,
            required=True,
            example="เครือข่ายที่ 4",
        ),
        Column(
            "name_en",
            _("name in English"),
            _("In English."),
            in_english,
            required=True,
            example="Area network 4",
        ),
        Column(
            "district_codes",
            _("codes of the districts"),
            _("Separated by semicolons, in the order of the source that formed the network."),
            lambda n: BETWEEN_WORDS.join(d.code for d in n.districts.all()) or None,
            example="4208;4204;4203",
        ),
        Column(
            "districts_th",
            _("districts, in Thai"),
            _("The same districts by name."),
            lambda n: BETWEEN_WORDS.join(d.name for d in n.districts.all()) or None,
            example="ท่าลี่;ปากชม;เชียงคาน",
        ),
        *outline_columns(lambda network: next(iter(boundaries_of(network)), None)),
        *source_columns(),
    ),
    records=network_records,
    key="number",
    geometry=network_geometry,
)
