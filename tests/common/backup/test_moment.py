"""A backup sees one moment while the portal is in use."""

import threading

import pytest
from django.db import OperationalError, connection, connections, transaction
from django.db.utils import InternalError

from loei_coop.common.backup import making
from loei_coop.common.backup.moment import one_moment
from networks.models import Agency, OrganizationName
from tests.factories import make_agency, make_name, make_organization

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("portal")]


def test_what_is_written_meanwhile_is_not_seen():
    make_agency()
    with one_moment() as alias:
        assert Agency.objects.using(alias).count() == 1
        make_agency("จังหวัดเลย")
        assert Agency.objects.using(alias).count() == 1
    assert Agency.objects.count() == 2


def test_what_others_have_not_made_final_is_not_seen_and_nobody_waits():
    with transaction.atomic():
        make_agency()
        with one_moment() as alias:
            assert not Agency.objects.using(alias).exists()


def test_nothing_can_be_written():
    with one_moment() as alias:
        row = Agency(code="x", name="จังหวัดเลย")
        with pytest.raises((OperationalError, InternalError)):
            row.save_base(using=alias, raw=True)
        connections[alias].needs_rollback = False


def test_the_second_connection_is_gone_afterwards():
    with one_moment() as alias:
        assert alias in connections.settings or hasattr(connections._connections, alias)
    assert not hasattr(connections._connections, alias)


def test_rows_that_are_written_together_are_together_in_the_backup(backups):
    """An officer enters organizations with a former name each, one transaction after another,
    while the backup runs."""
    stop = threading.Event()
    begun = threading.Event()

    def enter():
        while not stop.is_set():
            with transaction.atomic():
                make_name(make_organization("สหกรณ์การเกษตรท่าลี่ จำกัด"), "สหกรณ์ท่าลี่ จำกัด")
            begun.set()
        connection.close()

    officer = threading.Thread(target=enter)
    officer.start()
    try:
        assert begun.wait(20)
        tables = making.make(backups).manifest.tables
    finally:
        stop.set()
        officer.join()
    rows = tables["networks.organization"].rows
    assert rows == tables["networks.organizationname"].rows
    assert 0 < rows < OrganizationName.objects.count()
