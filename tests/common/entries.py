"""Entries of fixture files."""


def source(code="release", **fields):
    return {"model": "networks.source", "fields": {"code": code, "title": "ข่าว", **fields}}


def person(code="p-001", **fields):
    values = {"code": code, "first_name": "สมชาย", "last_name": "ใจดี"}
    return {"model": "networks.person", "fields": values | fields}


def organization(code="0001", **fields):
    values = {"kind": "cooperative", "type": "savings", "name": "สหกรณ์ออมทรัพย์ครูเลย จำกัด"}
    return {"model": "networks.organization", "fields": {"code": code, **values, **fields}}


def former_name(code="0001", name="สหกรณ์ครูเลย จำกัด", **fields):
    values = {"organization": [code], "name": name, "use": "former"}
    return {"model": "networks.organizationname", "fields": values | fields}


def network(number=1, **fields):
    return {"model": "networks.areanetwork", "pk": number, "fields": fields}


def district(code="4201", **fields):
    values = {"name": "เมืองเลย", "name_en": "Mueang Loei", "network": 1, "network_order": 1}
    place = {"office_latitude": "17.48", "office_longitude": "101.72"}
    return {"model": "networks.district", "pk": code, "fields": values | place | fields}


def term(code="term-1", **fields):
    return {"model": "networks.committeeterm", "fields": {"code": code, "name": "วาระ", **fields}}
