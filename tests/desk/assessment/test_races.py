"""Two devices at the same moment, on both databases."""

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.contrib.contenttypes.models import ContentType
from django.db import connection

from governance.models import AssessmentEvent
from networks.models import Organization
from tests.desk.assessment.sheets import address, answer_of, save_one, signed_in
from tests.desk.assessment.test_submission import RESOLUTION

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def content_types():
    """A flushed database has none; the portal makes them with its tables."""
    ContentType.objects.get_for_model(Organization)


def together(*acts):
    start = threading.Barrier(len(acts), timeout=30)

    def run(act):
        try:
            start.wait()
            return act()
        finally:
            connection.close()

    with ThreadPoolExecutor() as threads:
        return list(threads.map(run, acts))


def test_two_devices_submit_and_one_does(case):
    case.fill()
    clients = [signed_in(case.manager) for _device in range(2)]
    acts = [lambda c=client: c.post(address(case, "submit/"), RESOLUTION) for client in clients]
    assert sorted(response.status_code for response in together(*acts)) == [302, 409]
    assert AssessmentEvent.objects.filter(kind="submitted").count() == 1


def test_two_devices_write_into_an_empty_item_and_both_texts_are_there(case):
    clients = [signed_in(case.manager) for _device in range(2)]
    texts = ["จากโทรศัพท์", "จากคอมพิวเตอร์"]
    acts = [
        lambda c=client, t=text: save_one(c, case, text=t)
        for client, text in zip(clients, texts, strict=True)
    ]
    assert {response.status_code for response in together(*acts)} == {200}
    rival = case.assessment.rival_answers.get()
    assert {answer_of(case, "2.1").text, rival.text} == set(texts)
