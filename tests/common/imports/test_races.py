"""Two officers confirm at the same moment: one wins, the other gets a new preview."""

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.contrib.contenttypes.models import ContentType
from django.db import connection

from loei_coop.common.imports import workflow
from loei_coop.common.models import ChangeSet
from networks.models import Organization
from tests.common.imports.lists import confirm, exported, imported, outcomes, plan_of, received
from tests.factories import make_organization

pytestmark = pytest.mark.django_db(transaction=True)

HEADERS = "รหัส,ชื่อเต็ม,ชนิด,ประเภท,โทรศัพท์"


@pytest.fixture(autouse=True)
def content_types():
    """A flushed database has none; the portal makes them with its tables."""
    ContentType.objects.get_for_model(Organization)


def together(*acts):
    """What each act gave or raised."""
    start = threading.Barrier(len(acts), timeout=30)

    def run(act):
        try:
            start.wait()
            return act()
        except workflow.ImportRefusedError as error:
            return error
        finally:
            connection.close()

    with ThreadPoolExecutor() as threads:
        return list(threads.map(run, acts))


def refused(results):
    return [result for result in results if isinstance(result, workflow.ImportRefusedError)]


@pytest.mark.parametrize("attempt", range(3))
def test_of_two_overlapping_files_one_is_imported(attempt):
    make_organization("โรงสีเลย จำกัด", code="0001")
    rows = [[["0001", None, None, None, f"042-811-{n}11"]] for n in (1, 2)]
    runs = [received("organizations", HEADERS, *lines) for lines in rows]
    plans = [plan_of(run) for run in runs]
    results = together(*(lambda r=r, p=p: confirm(r, p) for r, p in zip(runs, plans, strict=True)))
    assert [type(error) for error in refused(results)] == [workflow.StalePreviewError]
    assert Organization.objects.get().history.count() == 2
    assert ChangeSet.objects.filter(source="import").count() == 1


def test_the_other_officer_sees_what_the_first_imported():
    make_organization("โรงสีเลย จำกัด", code="0001")
    first, second = (
        received("organizations", HEADERS, ["0001", None, None, None, "042-811-111"])
        for _officer in range(2)
    )
    plan = plan_of(second)
    confirm(first)
    with pytest.raises(workflow.StalePreviewError):
        confirm(second, plan)
    second.refresh_from_db()
    assert (second.state, outcomes(second)) == ("previewed", ["same"])


def test_the_same_new_cooperative_is_added_once():
    row = [None, "โรงสีเลย จำกัด", "สหกรณ์", "สหกรณ์การเกษตร", None]
    runs = [received("organizations", HEADERS, row) for _officer in range(2)]
    plans = [plan_of(run) for run in runs]
    results = together(*(lambda r=r, p=p: confirm(r, p) for r, p in zip(runs, plans, strict=True)))
    assert len(refused(results)) == 1
    assert Organization.objects.count() == 1


def test_a_second_click_at_the_same_moment_imports_once():
    row = [None, "โรงสีเลย จำกัด", "สหกรณ์", "สหกรณ์การเกษตร", None]
    run = received("organizations", HEADERS, row)
    plan = plan_of(run)
    copies = [type(run).objects.get(pk=run.pk) for _click in range(2)]
    results = together(*(lambda copy=copy: confirm(copy, plan) for copy in copies))
    assert len(refused(results)) == 1
    assert Organization.objects.count() == 1


def test_two_who_take_one_import_back_do_it_once():
    make_organization("โรงสีเลย จำกัด", code="0001")
    before = exported("organizations")
    run = imported("organizations", HEADERS, ["0001", None, None, None, "042-811-111"])
    results = together(*[lambda: workflow.undo_import(run, made_by=lambda: None)] * 2)
    assert len(refused(results)) == 1
    assert exported("organizations") == before
    assert ChangeSet.objects.filter(source="undo").count() == 1
