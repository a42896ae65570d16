"""Two officers at the same moment: on a real database, with threads."""

import datetime
import threading
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.core.exceptions import ValidationError
from django.db import connection

from networks.models import Appointment, Person
from networks.register.deputies import name_deputy
from networks.register.handover import hand_over
from tests.factories import make_organization, make_person
from tests.networks.offices import make_manager, propose

pytestmark = pytest.mark.django_db(transaction=True)
FEBRUARY = datetime.date(2026, 2, 1)


def together(*acts):
    """What each act gave; None where it was refused."""
    start = threading.Barrier(len(acts), timeout=30)

    def run(act):
        try:
            start.wait()
            return act()
        except ValidationError:
            return None
        finally:
            connection.close()

    with ThreadPoolExecutor(len(acts)) as threads:
        return list(threads.map(run, acts))


@pytest.mark.parametrize("attempt", range(3))
def test_of_two_handovers_of_one_post_one_is_refused(attempt):
    manager = make_manager()
    proposal = propose(manager)
    people = [make_person("มาลี", "ดีงาม"), make_person("สมใจ", "งามดี")]
    results = together(
        *[lambda p=person: hand_over(manager, to=p, starts_on=FEBRUARY) for person in people]
    )
    (new,) = [result for result in results if result]
    assert Appointment.objects.giving_access().get() == new
    proposal.refresh_from_db()
    assert proposal.owner == Person.objects.get(pk=new.person_id).user


def test_a_deputy_named_at_the_moment_of_a_handover_is_not_left_behind():
    manager, malee, somjai = make_manager(), make_person("มาลี"), make_person("สมใจ")
    names = {"namer": manager.person, "person": somjai, "starts_on": FEBRUARY}
    together(
        lambda: hand_over(manager, to=malee, starts_on=FEBRUARY),
        lambda: name_deputy(manager.organization, **names),
    )
    left = Appointment.objects.filter(named_by=manager.person)
    assert not left.exists()


def test_two_new_people_at_the_same_moment_get_two_codes():
    organizations = [make_organization("นาด้วง จำกัด"), make_organization("ท่าลี่ จำกัด")]
    names = [("ก่อ", "ปรีดี"), ("เอก", "สายแก้ว")]
    managers = [
        make_manager(organization, who, account=f"000{number}")
        for number, (organization, who) in enumerate(zip(organizations, names, strict=True))
    ]
    new = [Person(first_name="มาลี", last_name="ดีงาม"), Person(first_name="สมใจ", last_name="งามดี")]
    results = together(
        *[
            lambda m=manager, p=person: hand_over(m, to=p, starts_on=FEBRUARY)
            for manager, person in zip(managers, new, strict=True)
        ]
    )
    assert all(results)
    codes = Person.objects.filter(pk__in=[row.person_id for row in results]).values_list("code")
    assert set(codes) == {("p-001",), ("p-002",)}
