"""The same few people: Malee manages the cooperative of Na Duang, Udom its board, Somsak fills in
for her, and Kanya manages another one."""

import datetime

import pytest
from django.contrib.auth.models import Permission
from django.test import Client

from networks.choices import Position
from tests.desk.people import OCTOBER, account_of
from tests.factories import (
    appoint,
    make_agency,
    make_district,
    make_organization,
    make_person,
    make_subdistrict,
)

TODAY = datetime.date(2026, 2, 26)


@pytest.fixture(autouse=True)
def today(monkeypatch):
    """The clock of the portal stands at 26 February 2569."""
    monkeypatch.setattr("django.utils.timezone.localdate", lambda *args: TODAY)
    return TODAY


@pytest.fixture
def na_duang(db):
    district = make_district("นาด้วง", network=1)
    return make_organization(code="0005", district=district, phone="0 4288 7001")


@pytest.fixture
def subdistrict(na_duang):
    return make_subdistrict("นาดอกคำ", district=na_duang.district)


@pytest.fixture
def office_agency(db):
    return make_agency(code="loei-cooperative-office", phone="0 4281 1234 ต่อ 12")


@pytest.fixture
def malee(na_duang):
    person = make_person("มาลี", "ใจงาม", title="นาง", user=account_of("malee"))
    return appoint(person, Position.MANAGER, at=na_duang, starts_on=OCTOBER).person.user


@pytest.fixture
def somsak(na_duang, malee):
    """A deputy."""
    person = make_person("สมศักดิ์", "รักงาน", user=account_of("somsak"))
    values = {"named_by": malee.person, "starts_on": OCTOBER}
    return appoint(person, Position.DEPUTY, at=na_duang, **values).person.user


@pytest.fixture
def kanya(db):
    """Manager of another cooperative."""
    person = make_person("กัญญา", "สุขใจ", title="นาง", user=account_of("kanya"))
    other = make_organization("สหกรณ์การเกษตรท่าลี่ จำกัด", code="0008")
    return appoint(person, Position.MANAGER, at=other, starts_on=OCTOBER).person.user


@pytest.fixture
def wichai(django_user_model):
    """An officer who enters what managers say on the telephone."""
    user = django_user_model.objects.create_user("wichai", is_staff=True, first_name="วิชัย")
    user.user_permissions.set(Permission.objects.filter(codename="act_for_organization"))
    return user


@pytest.fixture
def desk(malee):
    """A client in which the manager has signed in."""
    return signed_in(malee)


@pytest.fixture
def deputys_desk(somsak):
    return signed_in(somsak)


def signed_in(user):
    client = Client()
    client.force_login(user)
    return client
