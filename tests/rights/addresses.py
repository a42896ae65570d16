"""Every address of the portal, from its URL patterns."""

import re
from dataclasses import dataclass

from django.contrib import admin
from django.urls import URLPattern, get_resolver

ADMIN_MODEL = re.compile(r"admin/(?P<app>\w+)/(?P<model>\w+)/(?P<page>.*)")
ADMIN_APP = re.compile(r"\^\(\?P<app_label>[^)]*\)/\$$")
HISTORY_VERSION = "<path:object_id>/history/<version>/"


@dataclass(frozen=True)
class Address:
    """`page`: the pattern as written; of an admin list's pages what follows the list, `model`
    then is the list's."""

    page: str
    model: type | None = None

    def __str__(self):
        return f"{self.model._meta.label} {self.page}" if self.model else self.page


def every_address() -> list[Address]:
    models = {
        (model._meta.app_label, model._meta.model_name): model for model in admin.site._registry
    }
    return sorted({address(route, models) for route in routes(get_resolver())}, key=str)


def routes(resolver, prefix=""):
    for pattern in resolver.url_patterns:
        route = prefix + str(pattern.pattern)
        if isinstance(pattern, URLPattern):
            yield route
        else:
            yield from routes(pattern, route)


def address(route: str, models) -> Address:
    route = route.replace("^([^/]+)/history/([^/]+)/$", HISTORY_VERSION)
    route = ADMIN_APP.sub("<app_label>/", route)
    found = ADMIN_MODEL.fullmatch(route)
    model = models.get((found["app"], found["model"])) if found else None
    return Address(found["page"], model) if model else Address(route)
