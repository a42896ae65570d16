import pytest

from networks.choices import NameUse, SuccessionKind
from networks.models import OrganizationName, OrganizationSuccession
from tests.factories import make_name, make_organization, make_succession
from tests.networks.rules import assert_database_refuses, sentences

pytestmark = pytest.mark.django_db


def test_a_former_name_is_found_as_names_are():
    row = make_name(make_organization(), "สหกรณ์ออมทรัพย์ครูจังหวัดเลย จำกัด")
    assert list(OrganizationName.objects.search("ครู จังหวัดเลย จํากัด")) == [row]
    assert str(row) == "สหกรณ์ออมทรัพย์ครูจังหวัดเลย จำกัด"


def test_a_name_is_recorded_once_for_an_organization():
    values = {"organization": make_organization(), "name": "สอ.ครูเลย", "use": NameUse.FORMER}
    make_name(**values)
    assert sentences(OrganizationName(**values)) == ["This name is recorded already."]
    assert_database_refuses(OrganizationName(**values), rule="organization_name_once")


def test_two_organizations_may_have_had_the_same_name():
    make_name(make_organization(), "สหกรณ์การเกษตรเมืองเลย")
    make_name(make_organization(), "สหกรณ์การเกษตรเมืองเลย")
    assert OrganizationName.objects.count() == 2


def test_a_succession_is_recorded_once():
    former, successor = make_organization(), make_organization()
    make_succession(former, successor)
    again = {"former": former, "successor": successor, "kind": SuccessionKind.DIVISION}
    assert sentences(OrganizationSuccession(**again)) == [
        "Amalgamation or division with this Former and Successor already exists."
    ]
    assert_database_refuses(OrganizationSuccession(**again), rule="organization_succession_once")


def test_an_organization_does_not_succeed_itself():
    one = make_organization()
    values = {"former": one, "successor": one, "kind": SuccessionKind.DIVISION}
    assert sentences(OrganizationSuccession(**values)) == [
        "An organization does not succeed itself."
    ]
    assert_database_refuses(OrganizationSuccession(**values), rule="organization_succession_of_two")


def test_a_succession_reads_from_the_former_to_the_successor():
    row = make_succession(make_organization("สหกรณ์ ก จำกัด"), make_organization("สหกรณ์ ข จำกัด"))
    assert str(row) == "สหกรณ์ ก จำกัด → สหกรณ์ ข จำกัด"
