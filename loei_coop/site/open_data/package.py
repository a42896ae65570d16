"""The description of the files: datapackage.json (Frictionless Data Package 1) and the
dictionary as a table, both from the data sets themselves."""

import json
from collections.abc import Iterator

from django.conf import settings
from django.utils.translation import gettext_lazy as _

from loei_coop.common.sheets.writing import csv_lines
from loei_coop.site.open_data.datasets import DATASETS
from loei_coop.site.open_data.schema import (
    BETWEEN_WORDS,
    PARTIAL_DATE,
    Column,
    Dataset,
    Type,
    in_english,
    in_thai,
)

NAME = "loei-cooperative-networks"
TITLE = _("Networks of cooperatives and farmer groups, Loei Province")
DESCRIPTION = _(
    "The register of cooperatives and farmer groups of Loei, its districts, area networks and "
    "provincial committee. Records with is_sample true are examples and not facts."
)
PROVISIONAL = _("proposed by the portal until the office decides")


def datapackage() -> str:
    description = {
        "profile": "tabular-data-package",
        "name": NAME,
        **in_both_languages("title", TITLE),
        **in_both_languages("description", DESCRIPTION),
        "licenses": [licence()],
        "resources": [resource(dataset) for dataset in DATASETS.values()],
    }
    return json.dumps(description, ensure_ascii=False, indent=2) + "\n"


def licence() -> dict:
    chosen = settings.OPEN_DATA_LICENCE
    title = chosen["title"]
    if chosen["provisional"]:
        title = f"{title} ({in_thai(PROVISIONAL)} / {in_english(PROVISIONAL)})"
    return {"name": chosen["name"], "title": title, "path": chosen["url"]}


def resource(dataset: Dataset) -> dict:
    return {
        "profile": "tabular-data-resource",
        "name": dataset.name,
        "path": f"{dataset.name}.csv",
        **in_both_languages("title", dataset.title),
        **in_both_languages("description", dataset.description),
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": schema(dataset),
    }


def schema(dataset: Dataset) -> dict:
    keys = [
        {"fields": [name], "reference": {"resource": other, "fields": [column]}}
        for name, (other, column) in dataset.refers_to.items()
    ]
    return {
        "fields": [field(column) for column in dataset.columns],
        "primaryKey": [dataset.key],
        **({"foreignKeys": keys} if keys else {}),
        "missingValues": [""],
    }


def field(column: Column) -> dict:
    return {
        "name": column.name,
        "type": column.type.in_table_schema,
        **in_both_languages("title", column.title),
        **in_both_languages("description", column.description),
        **({"example": column.example} if column.example else {}),
        "constraints": constraints(column),
    }


def constraints(column: Column) -> dict:
    all_of_them = {
        "required": column.required,
        "unique": column.unique,
        "enum": column.choices and list(column.choices.values),
        "pattern": PARTIAL_DATE if column.type is Type.PARTIAL_DATE else None,
    }
    return {name: value for name, value in all_of_them.items() if value}


def in_both_languages(name: str, text) -> dict[str, str]:
    return {name: in_thai(text), f"{name}_en": in_english(text)}


DICTIONARY_COLUMNS = [
    "dataset",
    "column",
    "title_th",
    "title_en",
    "description_th",
    "description_en",
    "type",
    "required",
    "unique",
    "allowed_values",
    "example",
]


def dictionary() -> str:
    return "".join(csv_lines(DICTIONARY_COLUMNS, dictionary_rows()))


def dictionary_rows() -> Iterator[list[str]]:
    for dataset in DATASETS.values():
        for column in dataset.columns:
            yield [
                dataset.name,
                column.name,
                in_thai(column.title),
                in_english(column.title),
                in_thai(column.description),
                in_english(column.description),
                column.type.value,
                str(column.required).lower(),
                str(column.unique).lower(),
                BETWEEN_WORDS.join(column.choices.values) if column.choices else "",
                column.example,
            ]
