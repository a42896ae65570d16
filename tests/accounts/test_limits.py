"""The door is tried only so often."""

import pytest
from django.test import Client

from loei_coop.accounts.models import AccountEvent
from tests.accounts.conftest import (
    PASSWORD,
    code_of,
    give_factor,
    is_signed_in,
    page_of,
    sign_in,
)

pytestmark = pytest.mark.django_db


def try_in_vain(times, name="malee", **values):
    return [sign_in(Client(), name, "ผิด", **values).status_code for _ in range(times)]


def test_after_five_wrong_passwords_the_right_one_is_not_checked_either(client, malee):
    assert try_in_vain(5) == [200] * 5
    refused = sign_in(client, "malee")
    assert (refused.status_code, "โปรดรอ 15 นาที" in page_of(refused)) == (429, True)
    assert not is_signed_in(client)


def test_the_name_that_was_typed_stays_in_the_form(client, malee):
    try_in_vain(5)
    assert 'value="malee"' in page_of(sign_in(client, "malee"))


def test_another_spelling_or_the_e_mail_brings_no_more_tries(client, wichai):
    try_in_vain(3, "wichai")
    try_in_vain(2, "Wichai@example.go.th")
    assert sign_in(client, "WICHAI").status_code == 429


def test_another_account_or_another_address_is_not_held_up(client, malee, wichai):
    try_in_vain(6)
    assert sign_in(client, "wichai").status_code == 302
    assert sign_in(Client(), "malee", address="192.0.2.8").status_code == 302


def test_the_right_password_wipes_the_tries_before_it(client, malee):
    try_in_vain(4)
    assert sign_in(client, "malee").status_code == 302
    assert try_in_vain(5) == [200] * 5


def test_one_address_does_not_try_account_after_account(client, malee):
    for number in range(60):
        sign_in(client, f"name{number}", "ผิด")
    assert sign_in(client, "malee").status_code == 429


def test_names_that_nobody_has_are_counted_as_those_that_somebody_has():
    assert try_in_vain(6, "nobody") == [200] * 5 + [429]


def test_refusals_stand_once_in_the_log(malee):
    try_in_vain(9)
    blocked = AccountEvent.objects.filter(kind=AccountEvent.Kind.SIGN_IN_BLOCKED)
    assert [(event.user, event.address) for event in blocked] == [(malee, "192.0.2.7")]


def test_codes_of_the_second_step_are_tried_only_so_often(client, malee):
    secret, _codes = give_factor(malee)
    assert sign_in(client, "malee").url.startswith("/account/second-step/code/")
    page = "/account/second-step/code/"
    tries = [client.post(page, {"code": "000000"}).status_code for _ in range(5)]
    refused = client.post(page, {"code": code_of(secret)})
    assert (tries, refused.status_code) == ([200] * 5, 429)
    assert not is_signed_in(client)


def test_the_password_is_never_shown_again(client, malee):
    try_in_vain(5)
    assert PASSWORD not in page_of(sign_in(client, "malee"))
