"""The form as people send it: addresses, and the fields of a page."""

import json

from django.test import Client

from governance.entries import entries_of


def signed_in(user, **values) -> Client:
    client = Client(**values)
    client.force_login(user)
    return client


def address(case, rest="") -> str:
    return f"/desk/organizations/{case.organization.code}/assessments/{case.round.pk}/{rest}"


def page_of(case, number="1") -> dict:
    """What a browser sends of a page that was not touched."""
    category = next(item.category for item in case.items if item.category.number == number)
    entries = entries_of(case.assessment, category, by=case.manager)
    names = ["choice", "text", "figure", "base", "seen"]
    return {
        f"{entry.item.number}-{name}": entry.form[name].value() or ""
        for entry in entries
        for name in names
    } | {f"{entry.item.number}-base": entry.form["base"].value() for entry in entries}


def answer_of(case, number):
    return case.assessment.answers.filter(item__number=number).first()


def save_one(client, case, item="2-1", **values):
    """By JSON, as the script does."""
    content = {"choice": "", "text": "", "figure": "", "is_figure_open": False, "base": 0}
    body = json.dumps({"item": item, **content, **values})
    return client.post(address(case, "answers/"), body, content_type="application/json")
