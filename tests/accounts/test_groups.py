"""What the groups of officers may do, and that nothing else gives or takes it."""

import pytest
from django.apps import apps
from django.contrib.auth.models import Group, Permission
from django.urls import reverse

from loei_coop.accounts.groups import GROUPS, sync_groups

pytestmark = pytest.mark.django_db


@pytest.fixture
def member(django_user_model):
    """A function that makes an officer of a group."""

    def make(codename):
        malee = django_user_model.objects.create_user("malee", is_staff=True)
        malee.groups.add(Group.objects.get(name=codename))
        return malee

    return make


def sync(app="networks"):
    sync_groups(apps.get_app_config(app))


def test_every_group_is_there_after_migrating():
    assert set(GROUPS) <= set(Group.objects.values_list("name", flat=True))


@pytest.mark.parametrize(
    ("codename", "may", "may_not"),
    [
        ("administrator", "accounts.change_user", None),
        ("data-keeper", "networks.import_organization", "accounts.view_user"),
        ("data-keeper", "networks.delete_person", "accounts.change_user"),
        ("network-officer", "networks.add_seatholding", "networks.change_organization"),
        ("network-officer", "networks.export_organization", "networks.import_organization"),
        ("reviewer", "networks.view_organization", "networks.change_organization"),
        ("publisher", "networks.view_organization", "networks.export_organization"),
        ("read-only", "networks.view_organization", "networks.add_seatholding"),
        ("read-only", "common.view_changeset", "accounts.view_user"),
        ("data-keeper", "governance.import_edition", "governance.change_assessmentround"),
        ("reviewer", "governance.export_edition", "governance.change_item"),
        ("read-only", "governance.view_edition", "governance.export_edition"),
        ("data-keeper", "governance.export_assessment", "governance.review_assessment"),
        ("reviewer", "governance.export_assessment", "governance.manage_assessment"),
        ("publisher", "governance.view_assessment", "governance.export_assessment"),
        ("read-only", "governance.view_assessment", "governance.export_assessment"),
    ],
)
def test_a_group_gives_what_is_listed_and_no_more(member, codename, may, may_not):
    malee = member(codename)
    assert malee.has_perm(may)
    assert may_not is None or not malee.has_perm(may_not)


def test_an_administrator_has_every_right(member):
    assert len(member("administrator").get_all_permissions()) == Permission.objects.count()


def test_rights_that_somebody_gave_or_took_are_put_right():
    group = Group.objects.get(name="read-only")
    added = Permission.objects.get(codename="delete_organization")
    taken = Permission.objects.get(codename="view_organization")
    group.permissions.add(added)
    group.permissions.remove(taken)
    sync()
    held = set(group.permissions.all())
    assert (taken in held, added in held) == (True, False)


def test_a_group_of_the_offices_own_is_left_alone():
    own = Group.objects.create(name="เจ้าหน้าที่ทะเบียน")
    own.permissions.add(Permission.objects.get(codename="delete_organization"))
    sync()
    assert own.permissions.count() == 1


def test_members_stay_members_when_groups_are_put_right(member):
    malee = member("read-only")
    sync()
    assert malee.groups.get().name == "read-only"


def test_a_second_sync_only_asks_and_for_all_groups_at_once(django_assert_num_queries):
    with django_assert_num_queries(6):
        sync()


def test_officers_read_the_groups_in_their_language(office, officer):
    assert ">ผู้ดูแลทะเบียนข้อมูล</a>" in office.get("/admin/auth/group/").text
    page = office.get(f"/admin/accounts/user/{officer.pk}/change/").text
    assert "ผู้ดูแลทะเบียนข้อมูล" in page
    assert "data-keeper" not in page


def test_a_group_of_the_portal_can_be_looked_at_only(office):
    group = Group.objects.get(name="read-only")
    address = reverse("admin:auth_group_change", args=[group.pk])
    assert office.get(address).status_code == 200
    assert office.post(address, {"name": "x"}).status_code == 403
    assert office.post(reverse("admin:auth_group_delete", args=[group.pk])).status_code == 403


def test_a_group_of_the_offices_own_can_be_changed(office):
    own = Group.objects.create(name="เจ้าหน้าที่ทะเบียน")
    address = reverse("admin:auth_group_change", args=[own.pk])
    assert office.post(address, {"name": "เจ้าหน้าที่เวร"}).status_code == 302
    own.refresh_from_db()
    assert own.name == "เจ้าหน้าที่เวร"
