"""What cells of the register's lists refer to, by code and by name."""

from loei_coop.common.imports.lookup import Lookup
from networks.models import (
    Agency,
    AreaNetwork,
    District,
    Organization,
    OrganizationName,
    Person,
    Source,
    Subdistrict,
)

# The people of Loei call the district of the provincial town so.
TOWN_DISTRICT = {"เมืองเลย": ["เมือง", "Mueang"]}


def districts() -> Lookup:
    rows = District.objects.values_list("code", "name", "name_en")
    return Lookup(
        (code, code, [name, name_en, *TOWN_DISTRICT.get(name, [])]) for code, name, name_en in rows
    )


def networks() -> Lookup:
    rows = AreaNetwork.objects.values_list("number", flat=True)
    return Lookup((n, str(n), [f"เครือข่ายที่ {n}", f"เครือข่าย {n}", f"Area network {n}"]) for n in rows)


def subdistricts_by_district() -> dict[str, Lookup]:
    """{district code: its subdistricts}"""
    found: dict[str, list] = {}
    for code, name, english, district in Subdistrict.objects.values_list(
        "code", "name", "name_en", "district"
    ):
        found.setdefault(district, []).append((code, code, [name, english]))
    return {district: Lookup(rows) for district, rows in found.items()}


def persons() -> Lookup:
    rows = Person.objects.values_list("pk", "code", "title", "first_name", "last_name")
    return Lookup(
        (pk, code, [f"{first} {last}".strip(), f"{title}{first} {last}".strip()])
        for pk, code, title, first, last in rows
    )


def organizations() -> Lookup:
    """Also by former names and other ways of writing a name."""
    others: dict[int, list[str]] = {}
    for pk, name in OrganizationName.objects.values_list("organization", "name"):
        others.setdefault(pk, []).append(name)
    rows = Organization.objects.standing().values_list("pk", "code", "name")
    return Lookup((pk, code, [name, *others.get(pk, [])]) for pk, code, name in rows)


def agencies() -> Lookup:
    rows = Agency.objects.values_list("pk", "code", "name", "name_en")
    return Lookup((pk, code, [name, name_en]) for pk, code, name, name_en in rows)


def sources() -> Lookup:
    """Titles of sources may be alike: the code is shown."""
    rows = Source.objects.values_list("pk", "code", "title")
    return Lookup((pk, code, [code, title]) for pk, code, title in rows)
