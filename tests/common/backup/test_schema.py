"""Which tables are in a backup."""

import pytest
from django.db import connection
from django.db.migrations.loader import MigrationLoader

from loei_coop.accounts.models import SignedIn
from loei_coop.common.backup import schema
from loei_coop.common.backup.errors import BackupError

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def loader(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock():
        return MigrationLoader(connection)


@pytest.fixture(scope="module")
def models(loader):
    return schema.all_models(loader, schema.latest(loader))


def labels(models):
    return {model._meta.label_lower for model in models}


def test_the_latest_migrations_are_those_that_nothing_follows(loader):
    assert set(schema.nodes(schema.latest(loader))) == set(loader.graph.leaf_nodes())


def test_every_table_of_the_portal_is_there_but_who_ran_which_migration_and_the_cache(models):
    tables = {model._meta.db_table for model in models}
    own = {"django_migrations", "portal_cache"}
    assert tables == set(connection.introspection.table_names()) - own


def test_rows_of_all_tables_are_kept_but_sessions_and_what_goes_with_them(models):
    left_out = labels(models) - labels(schema.kept(models))
    assert left_out == {"sessions.session", SignedIn._meta.label_lower}


def test_tables_are_as_they_were_at_that_time(loader):
    then = schema.all_models(loader, {"networks": ["0001_initial"]})
    assert "networks.district" in labels(then)
    assert "networks.districtboundary" not in labels(then)


def test_migrations_that_are_not_known_here_are_newer(loader):
    schema.refuse_newer([("networks", "0001_initial")], loader)
    with pytest.raises(BackupError, match="ข้อมูลนี้มาจากระบบรุ่นที่ใหม่กว่า"):
        schema.refuse_newer([("networks", "9999_later")], loader)


def test_a_database_of_a_newer_portal_is_not_backed_up_by_an_older(loader, monkeypatch):
    later = {**loader.applied_migrations, ("networks", "9999_later"): None}
    monkeypatch.setattr(loader, "applied_migrations", later)
    with pytest.raises(BackupError, match="ข้อมูลนี้มาจากระบบรุ่นที่ใหม่กว่า"):
        schema.latest(loader)


def test_migrations_of_an_app_that_was_taken_out_do_not_matter(loader, monkeypatch):
    before = schema.latest(loader)
    more = {**loader.applied_migrations, ("axes", "0001_initial"): None}
    monkeypatch.setattr(loader, "applied_migrations", more)
    assert schema.latest(loader) == before


def test_a_database_without_tables_has_no_latest(loader, monkeypatch):
    monkeypatch.setattr(loader, "applied_migrations", {})
    assert schema.latest(loader) == {}
