"""Every address of a desk is for whoever works there today, and nobody else."""

import datetime
import re

import pytest

from loei_coop.common import acting
from networks.choices import Ending
from networks.models import Proposal
from tests.desk.conftest import signed_in
from tests.desk.people import account_of, propose_phone
from tests.rights.addresses import every_address

pytestmark = pytest.mark.django_db

OF_THE_DESK = [a.page.removeprefix("desk/") for a in every_address() if a.page.startswith("desk/")]
PATTERNS = [page for page in OF_THE_DESK if page.startswith("organizations/<code:code>/")]
# What is typed into a form outlives the session: tests/desk/assessment/test_typed.py.
LED_TO_THE_DOOR = [page for page in PATTERNS if "/assessments/" not in page]
OF_ONE_ROW = [page for page in PATTERNS if re.search("(proposals|holders).*<int:number>", page)]
SENTENCE = "This page is not among your tasks."


def path_of(pattern, code, number=1):
    path = re.sub("<int:[a-z_]+>|<str:number>", str(number), pattern.replace("<code:code>", code))
    path = path.replace("<slug:forum_code>", "forum-2556-3")
    return f"/en/desk/{path.replace('<slug:item_code>', '1-1')}"


def test_the_patterns_below_are_all_that_the_desk_has():
    elsewhere = {"", "acting/end/", "networks/<int:number>/", "committee/"}
    assert set(OF_THE_DESK) == elsewhere | set(PATTERNS)
    assert len(PATTERNS) > 40


@pytest.mark.parametrize("method", ["get", "post"])
@pytest.mark.parametrize("pattern", PATTERNS)
def test_no_address_of_another_cooperative_opens(pattern, method, na_duang, kanya):
    response = getattr(signed_in(kanya), method)(path_of(pattern, "0005"))
    assert response.status_code == 404
    assert SENTENCE in response.content.decode()


@pytest.mark.parametrize("method", ["get", "post"])
@pytest.mark.parametrize("pattern", PATTERNS)
def test_an_address_that_is_nobodys_says_the_same(pattern, method, kanya):
    response = getattr(signed_in(kanya), method)(path_of(pattern, "9999"))
    assert response.status_code == 404
    assert SENTENCE in response.content.decode()


@pytest.mark.parametrize("method", ["get", "post"])
@pytest.mark.parametrize("pattern", OF_ONE_ROW)
def test_what_is_another_cooperatives_is_not_found_under_ones_own_code(
    pattern, method, na_duang, malee, kanya
):
    foreign = {
        "proposals": propose_phone(na_duang, by=malee).pk,
        "holders": malee.person.appointments.get().pk,
    }
    number = foreign[re.search(r"(proposals|holders)", pattern)[1]]
    response = getattr(signed_in(kanya), method)(path_of(pattern, "0008", number))
    assert response.status_code == 404
    assert SENTENCE in response.content.decode()
    assert Proposal.objects.get().is_waiting


@pytest.mark.parametrize("method", ["get", "post"])
@pytest.mark.parametrize("pattern", LED_TO_THE_DOOR)
def test_a_stranger_is_led_to_the_door(pattern, method, na_duang, client):
    response = getattr(client, method)(path_of(pattern, "0005"))
    assert response.url.startswith("/en/account/login/?next=/en/desk/organizations/0005/")


@pytest.mark.parametrize("page", ["networks/1/", "networks/99/", "committee/"])
def test_a_manager_has_no_desk_of_the_network_or_the_committee(page, desk):
    for response in (desk.get(f"/en/desk/{page}"), desk.post(f"/en/desk/{page}")):
        assert response.status_code == 404
        assert SENTENCE in response.content.decode()


def test_a_manager_gets_nowhere_in_the_admin(desk):
    assert desk.get("/admin/networks/cooperative/").status_code == 403


@pytest.mark.parametrize(
    "ended",
    [
        {"ending": Ending.ENDED, "ends_on": datetime.date(2026, 2, 25)},
        {"ending": Ending.UNKNOWN},
    ],
)
def test_after_the_appointment_ended_the_next_click_is_refused(ended, malee, desk):
    assert desk.get("/en/desk/organizations/0005/").status_code == 200
    malee.person.appointments.update(**ended)
    response = desk.get("/en/desk/organizations/0005/")
    assert response.status_code == 404
    assert SENTENCE in response.content.decode()


def test_an_officer_is_no_manager_unless_acting_for_one(na_duang, malee, wichai):
    client = signed_in(wichai)
    assert client.get("/en/desk/organizations/0005/").status_code == 404
    act_for(client, malee, "0005")
    page = client.get("/en/desk/organizations/0005/").content.decode()
    assert "You act for Malee" in page


def test_an_officer_acts_at_one_cooperative_only(na_duang, malee, kanya, wichai):
    client = signed_in(wichai)
    act_for(client, malee, "0005")
    assert client.get("/en/desk/organizations/0008/").status_code == 404


def test_an_account_without_any_appointment_finds_no_desk(na_duang, client):
    client.force_login(account_of("somchai"))
    assert client.get("/en/desk/organizations/0005/").status_code == 404


def act_for(client, user, code):
    """As the officers' page does it."""
    session = client.session
    request = type("Request", (), {"session": session})
    acting.begin(request, user=user, organization=code)
    session.save()
