"""Codes for tests: the person of ท่าลี่, what is on the slip, what the officer tells."""

from django.contrib.auth import get_user_model

from loei_coop.accounts import activation

PASSWORD = "ภูกระดึง-2568"
PHONE = "a phone"


def make_user(username="0005", **values):
    names = {"first_name": "สมชาย", "last_name": "ใจดี"}
    return get_user_model().objects.create_user(username, **{**names, **values})


def make_officer(username="somsri"):
    return get_user_model().objects.create_user(username, is_staff=True)


def issued(user=None, by=None):
    return activation.issue(user or make_user(), by=by)


def wrong(digits):
    """Four other digits."""
    return f"{(int(digits) + 1) % 10000:04}"


def check(slip, digits=None, address_key=PHONE):
    return activation.check(slip.code, digits or slip.digits, address_key=address_key)


def refusal_of(act):
    try:
        act()
    except activation.ActivationRefusedError as error:
        return str(error)
    return None
