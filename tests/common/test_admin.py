import datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from loei_coop.common.models import ChangeSet

pytestmark = pytest.mark.django_db

LIST = "/admin/common/changeset/"
MORNING = datetime.datetime(2025, 2, 26, 2, 0, tzinfo=datetime.UTC)


def make_act(**values):
    return ChangeSet.objects.create(**{"source": "form", "made_at": MORNING, **values})


def found(client, query):
    response = client.get(LIST, query)
    assert response.status_code == 200
    return list(response.context["cl"].result_list)


def page_of(act):
    return f"{LIST}{act.pk}/change/"


def test_the_list_says_when_in_the_buddhist_era(office, officer):
    make_act(made_by=officer, reason="ตามหนังสือ")
    page = office.get(LIST).content.decode()
    assert "26 กุมภาพันธ์ 2568 เวลา 09.00 น." in page
    assert "ตามหนังสือ" in page


def test_the_empty_list_opens(office):
    assert found(office, {}) == []


@pytest.mark.parametrize("query", ["ตามหนังสือ", "ทะเบียน.xlsx", "somsri"])
def test_acts_are_found_by_reason_file_and_user(office, officer, query):
    act = make_act(made_by=officer, reason="ตามหนังสือ", file_name="ทะเบียน.xlsx")
    make_act(source="command")
    assert found(office, {"q": query}) == [act]


def test_acts_are_chosen_by_their_source(office):
    make_act()
    act = make_act(source="command")
    assert found(office, {"source": "command"}) == [act]


def test_an_act_opens_and_shows_when(office, officer):
    page = office.get(page_of(make_act(made_by=officer, reason="ตามหนังสือ")))
    assert page.status_code == 200
    text = page.content.decode()
    assert "26 กุมภาพันธ์ 2568 เวลา 09.00 น." in text
    assert 'name="_save"' not in text


@pytest.mark.parametrize("method", ["get", "post"])
def test_no_act_is_added_by_hand(office, method):
    response = getattr(office, method)(f"{LIST}add/", {"source": "form"})
    assert (response.status_code, ChangeSet.objects.count()) == (403, 0)


def test_no_act_is_changed(office):
    act = make_act(reason="ตามหนังสือ")
    assert office.post(page_of(act), {"source": "undo", "reason": ""}).status_code == 403
    act.refresh_from_db()
    assert (act.source, act.reason) == ("form", "ตามหนังสือ")


@pytest.mark.parametrize("method", ["get", "post"])
def test_no_act_is_deleted(office, method):
    act = make_act()
    response = getattr(office, method)(f"{LIST}{act.pk}/delete/", {"post": "yes"})
    assert (response.status_code, list(ChangeSet.objects.all())) == (403, [act])


def test_acts_are_not_deleted_from_the_list(office):
    act = make_act()
    data = {"action": "delete_selected", "_selected_action": [act.pk], "post": "yes"}
    office.post(LIST, data)
    assert list(ChangeSet.objects.all()) == [act]


def test_a_stranger_is_sent_to_sign_in(client):
    response = client.get(LIST)
    assert (response.status_code, response.url) == (302, f"/admin/login/?next={LIST}")


def test_a_colleague_without_the_right_is_refused(client, django_user_model):
    client.force_login(django_user_model.objects.create_user("wichai", is_staff=True))
    assert client.get(LIST).status_code == 403


def test_a_long_list_needs_no_more_queries(office, officer):
    counts = []
    for length in (3, 30):
        for _ in range(length - ChangeSet.objects.count()):
            make_act(made_by=officer, on_behalf_of=officer)
        with CaptureQueriesContext(connection) as queries:
            assert len(found(office, {})) == length
        counts.append(len(queries))
    assert counts[0] == counts[1]
