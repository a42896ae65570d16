import re

import pytest
from django.contrib.auth import authenticate

from loei_coop.office import accounts
from networks import permissions
from networks.choices import Position
from networks.models import Person
from tests.factories import appoint, make_organization, make_person

pytestmark = pytest.mark.django_db


def test_the_first_officer_is_made_once_with_a_password_that_works():
    password = accounts.create_first_officer()
    assert authenticate(username="office", password=password).is_superuser
    assert accounts.create_first_officer() is None


def test_a_portal_with_accounts_gets_no_other_one(django_user_model):
    django_user_model.objects.create_user("somsri")
    assert accounts.create_first_officer() is None
    assert not django_user_model.objects.filter(username="office").exists()


def test_a_password_has_no_signs_that_look_alike():
    assert re.fullmatch(r"([a-hjkmnp-z2-9]{4}-){2}[a-hjkmnp-z2-9]{4}", accounts.new_password())
    assert accounts.new_password() != accounts.new_password()


def sample_manager(**values):
    tha_li = make_organization("สหกรณ์การเกษตรท่าลี่ จำกัด", code="0008")
    person = make_person("ตัวอย่าง", "สมมุติ 022", code=accounts.SAMPLE_MANAGER, is_sample=True)
    return appoint(person, Position.MANAGER, at=tha_li, **{"is_sample": True, **values})


def test_the_sample_manager_is_made_once_with_a_password_that_works():
    tha_li = sample_manager().organization
    name, password = accounts.create_sample_manager()
    user = authenticate(username=name, password=password)
    assert (name, user.is_staff, permissions.leads(user, tha_li)) == ("0008", False, True)
    assert Person.objects.get().user == user
    assert accounts.create_sample_manager() is None


@pytest.mark.parametrize("values", [{"is_sample": False}, {"ending": "unknown"}])
def test_there_is_no_sample_manager_without_a_sample_in_office(values, django_user_model):
    sample_manager(**values)
    assert accounts.create_sample_manager() is None
    assert not django_user_model.objects.exists()
