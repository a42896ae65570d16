"""The pages of the review, as an officer's browser asks for them; in English."""

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from governance.forms.item_review import initial_of


def signed_in(user) -> Client:
    client = Client()
    client.force_login(user)
    return client


def page(assessment, *parts) -> str:
    return "/en/admin/governance/assessment/" + "/".join(map(str, [assessment.pk, *parts, ""]))


def meeting_page(meeting, *parts) -> str:
    path = "/".join(map(str, [meeting.pk, *parts, ""]))
    return f"/en/admin/governance/workinggroupmeeting/{path}"


def question_count(client, path) -> int:
    """After a first visit, which fills what is remembered."""
    client.get(path)
    with CaptureQueriesContext(connection) as asked:
        assert client.get(path).status_code == 200
    return len(asked)


def verdict(case, number, chosen, **values) -> dict:
    """What the form of one item sends."""
    stored = case.assessment.item_reviews.filter(item=case.item(number)).first()
    given = {**initial_of(stored), "verdict": chosen, "share": "", "reason": "", **values}
    return {f"{number}-{name}": value for name, value in given.items()}
