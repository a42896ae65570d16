"""Below the address of an organization's desk."""

from django.urls import path

from loei_coop.desk.views.exchange import materials, overview, practices, promises

pages = [
    ("", overview.overview, "exchange"),
    ("propose/", practices.propose, "practice-propose"),
    ("practices/<int:number>/", practices.practice, "practice"),
    ("practices/<int:number>/change/", practices.change, "practice-change"),
    ("practices/<int:number>/agree/", practices.agree, "practice-agree"),
    ("practices/<int:number>/again/", practices.again, "practice-again"),
    ("practices/<int:number>/take-back/", practices.take_back, "practice-take-back"),
    ("practices/<int:number>/materials/", materials.add, "practice-materials"),
    (
        "practices/<int:number>/materials/<int:material_number>/",
        materials.file,
        "practice-material",
    ),
    (
        "practices/<int:number>/materials/<int:material_number>/remove/",
        materials.remove,
        "practice-material-remove",
    ),
    ("forums/<slug:forum_code>/promise/", promises.promise, "forum-promise"),
    ("promises/<int:number>/confirm/", promises.confirm, "promise-confirm"),
    ("promises/<int:number>/plan/", promises.choose_item, "promise-plan"),
    (
        "promises/<int:number>/plan/<int:round_id>/<slug:item_code>/",
        promises.plan,
        "promise-plan-item",
    ),
]

urlpatterns = [path(route, view, name=name) for route, view, name in pages]
