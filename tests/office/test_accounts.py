import re

import pytest
from django.contrib.auth import authenticate

from loei_coop.office import accounts

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
