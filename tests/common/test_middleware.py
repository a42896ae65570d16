import pytest
from django.contrib.auth.models import AnonymousUser
from django.http import HttpResponse

from loei_coop.common.middleware import ChangeSetMiddleware
from loei_coop.common.models import ChangeSet
from networks.models import Appointment, Person
from tests.factories import make_organization, make_person

pytestmark = pytest.mark.django_db

PERSON = {
    "code": "somchai",
    "title": "นาย",
    "first_name": "สมชาย",
    "last_name": "ใจดี",
    "appointments-TOTAL_FORMS": "0",
    "appointments-INITIAL_FORMS": "0",
}


def manager_of(organization):
    return {
        "appointments-TOTAL_FORMS": "1",
        "appointments-0-position": "manager",
        "appointments-0-organization": str(organization.pk),
        "appointments-0-starts_on": "2556",
        "appointments-0-ending": "in_office",
    }


def answer(method, rf, user, change):
    """What the middleware does with a request that calls `change`."""
    request = rf.generic(method, "/")
    request.user = user
    return ChangeSetMiddleware(lambda request: HttpResponse(change() and ""))(request)


def test_a_form_that_the_officer_saves_is_one_act_of_hers(office, officer):
    organization = make_organization()
    before = set(ChangeSet.objects.all())
    response = office.post("/admin/networks/person/add/", PERSON | manager_of(organization))
    assert response.status_code == 302
    (act,) = set(ChangeSet.objects.all()) - before
    assert (act.source, act.made_by, act.on_behalf_of) == ("form", officer, None)
    rows = [Person.history.get(), Appointment.history.get()]
    assert [(row.change_set, row.history_type) for row in rows] == [(act, "+"), (act, "+")]


def test_two_forms_are_two_acts(office):
    for code in ("somchai", "somsak"):
        office.post("/admin/networks/person/add/", PERSON | {"code": code})
    assert Person.history.values("change_set").distinct().count() == ChangeSet.objects.count() == 2


def test_a_deletion_through_the_admin_is_an_act_of_the_officer(office, officer):
    person = make_person()
    office.post(f"/admin/networks/person/{person.pk}/delete/", {"post": "yes"})
    last = Person.history.latest()
    assert (last.history_type, last.change_set.source) == ("-", "form")
    assert (last.change_set.made_by, last.history_user) == (officer, officer)


@pytest.mark.parametrize("page", ["", "add/", "?q=สมชาย"])
def test_looking_makes_no_change_set(office, page):
    assert office.get(f"/admin/networks/person/{page}").status_code == 200
    assert not ChangeSet.objects.exists()


def test_a_refused_form_makes_no_change_set(office):
    response = office.post("/admin/networks/person/add/", PERSON | {"first_name": ""})
    assert response.status_code == 200
    assert not ChangeSet.objects.exists()


def test_signing_in_is_no_change_of_the_register(client, officer):
    response = client.post("/account/login/", {"login": "somsri", "password": "x"})
    assert response.headers["Location"] == "/admin/"
    assert not ChangeSet.objects.exists()


def test_a_stranger_changes_nothing(client):
    assert client.post("/admin/networks/person/add/", PERSON).status_code == 302
    assert (Person.objects.count(), ChangeSet.objects.count()) == (0, 0)


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE"])
def test_an_anonymous_change_names_nobody(method, rf):
    answer(method, rf, AnonymousUser(), make_person)
    act = Person.history.get().change_set
    assert (act.source, act.made_by) == ("form", None)


@pytest.mark.parametrize("method", ["GET", "HEAD", "OPTIONS", "TRACE"])
def test_a_request_that_should_change_nothing_is_not_recorded_as_a_form(method, rf, officer):
    answer(method, rf, officer, make_person)
    assert Person.history.get().change_set.source == "direct"


def test_after_a_request_that_failed_nothing_is_recorded_for_its_user(rf, officer):
    with pytest.raises(ZeroDivisionError):
        answer("POST", rf, officer, lambda: 1 / 0)
    act = make_person().history.get().change_set
    assert (act.source, act.made_by) == ("direct", None)
