"""For whom an officer acts: kept in the session, for two hours."""

from types import SimpleNamespace

import pytest

from loei_coop.common import acting

pytestmark = pytest.mark.django_db


@pytest.fixture
def malee(django_user_model):
    return django_user_model.objects.create_user("malee")


@pytest.fixture
def request_of_an_officer():
    return SimpleNamespace(session={})


@pytest.fixture
def clock(monkeypatch):
    moment = SimpleNamespace(now=1_000_000.0)
    monkeypatch.setattr("loei_coop.common.acting.time", SimpleNamespace(time=lambda: moment.now))
    return moment


@pytest.fixture
def acting_for_malee(request_of_an_officer, malee, clock):
    values = {"organization": "0005", "reason": "โทรศัพท์มา"}
    acting.begin(request_of_an_officer, user=malee, **values)
    return request_of_an_officer


def test_who_has_not_begun_acts_for_nobody(request_of_an_officer):
    assert acting.current(request_of_an_officer) is None


def test_it_tells_for_whom_where_and_why(acting_for_malee, malee):
    assert acting.current(acting_for_malee) == acting.Acting(malee, "0005", "โทรศัพท์มา")


@pytest.mark.parametrize(("seconds", "lasts"), [(7200, True), (7201, False)])
def test_it_lasts_two_hours(acting_for_malee, clock, seconds, lasts):
    clock.now += seconds
    assert bool(acting.current(acting_for_malee)) is lasts


def test_it_ends(acting_for_malee):
    for _click in range(2):
        acting.end(acting_for_malee)
    assert acting.current(acting_for_malee) is None


def test_it_ends_with_the_account_of_the_caller(acting_for_malee, malee):
    malee.is_active = False
    malee.save()
    assert acting.current(acting_for_malee) is None
