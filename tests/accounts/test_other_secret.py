"""Second steps that another SECRET_KEY sealed, as after a restore on another computer."""

import pytest
from django.urls import reverse

from loei_coop.accounts import second_factor
from loei_coop.accounts.adapters import WRONG_CODE
from tests.accounts.conftest import give_factor, is_signed_in, page_of, sign_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def elsewhere(wichai, settings):
    """An officer whose second step was set up on a portal with another secret."""
    give_factor(wichai)
    settings.SECRET_KEY = "that of the new computer"
    return wichai


@pytest.mark.parametrize("code", ["123456", "12345678"])
def test_no_code_fits_and_the_page_says_so(client, elsewhere, code):
    assert sign_in(client, "wichai").url == reverse("mfa_authenticate")
    response = client.post(reverse("mfa_authenticate"), {"code": code})
    assert str(WRONG_CODE) in page_of(response)
    assert not is_signed_in(client)


def test_after_a_reset_the_password_is_enough_to_set_it_up_anew(client, elsewhere):
    assert second_factor.reset(elsewhere)
    sign_in(client, "wichai")
    assert is_signed_in(client)
