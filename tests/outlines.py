"""A province of squares for tests: fourteen districts in four columns, each a tenth of a degree."""

import json

from django.core.files.uploadedfile import SimpleUploadedFile

from tests.factories import make_district

NAMES = {
    "4201": "เมืองเลย",
    "4202": "นาด้วง",
    "4203": "เชียงคาน",
    "4204": "ปากชม",
    "4205": "ด่านซ้าย",
    "4206": "นาแห้ว",
    "4207": "ภูเรือ",
    "4208": "ท่าลี่",
    "4209": "วังสะพุง",
    "4210": "ภูกระดึง",
    "4211": "ภูหลวง",
    "4212": "ผาขาว",
    "4213": "เอราวัณ",
    "4214": "หนองหิน",
}
WINDOW = (99.5, 15.5, 103.5, 19.5)
WEST, SOUTH, SIDE, COLUMNS = 101.0, 17.0, 0.1, 4


def corner(code):
    """South-west, as (column, row)."""
    row, column = divmod(list(NAMES).index(code), COLUMNS)
    return column, row


def square(code, *, grow=0.0, move=(0.0, 0.0), side=SIDE):
    column, row = corner(code)
    west, south = WEST + column * side + move[0] - grow, SOUTH + row * side + move[1] - grow
    east, north = west + side + 2 * grow, south + side + 2 * grow
    ring = [[west, south], [east, south], [east, north], [west, north], [west, south]]
    return [[round(x, 9), round(y, 9)] for x, y in ring]


def polygon(*rings):
    return {"type": "Polygon", "coordinates": list(rings)}


def feature(code, geometry=None, **properties):
    geometry = geometry or polygon(square(code))
    return {"type": "Feature", "properties": {"code": code, **properties}, "geometry": geometry}


def features(**changed):
    """All fourteen; `changed`: geometries, such as `d4203=…`."""
    return [feature(code, changed.get(f"d{code}")) for code in NAMES]


def collection(rows, **members):
    return json.dumps({"type": "FeatureCollection", "features": rows, **members}).encode()


def outlines_file(name="แนวเขต.geojson", **changed):
    return SimpleUploadedFile(name, collection(features(**changed)))


def make_districts():
    """The fourteen, each with its office in the middle of its square."""
    for code, name in NAMES.items():
        column, row = corner(code)
        make_district(
            name,
            code=code,
            network=1 + row,
            office_latitude=f"{SOUTH + (row + 0.5) * SIDE:.4f}",
            office_longitude=f"{WEST + (column + 0.5) * SIDE:.4f}",
        )
