"""A cooperative with its manager, as tests of coming and going need them."""

import datetime

from django.contrib.auth import get_user_model
from django.test import Client

from networks.choices import Position
from networks.models import Proposal
from tests.factories import appoint, make_organization, make_person

OCTOBER = datetime.date(2025, 10, 1)
NA_DUANG = "สหกรณ์การเกษตรนาด้วง จำกัด"
MANAGER = ("ก่อเกียรติ", "ปรีดี")
SUCCESSOR = ("มาลี", "ดีงาม")


def make_account(person, name, **values):
    person.user = get_user_model().objects.create_user(name, **values)
    person.save()
    return person.user


def make_manager(organization=None, names=MANAGER, *, account="0007", **values):
    """The appointment since October 2568; without `account` there is none."""
    person = make_person(*names)
    if account:
        make_account(person, account)
    organization = organization or make_organization(NA_DUANG, code="0007")
    return appoint(person, at=organization, starts_on=OCTOBER, **values)


def make_deputy(names, *, of, **values):
    """`of`: the appointment of whoever named the deputy."""
    return appoint(
        make_person(*names),
        Position.DEPUTY,
        at=of.organization,
        named_by=of.person,
        **{"starts_on": OCTOBER, **values},
    )


def propose(appointment, kind=Proposal.Kind.CONTACT, **values):
    """By its holder, waiting for the office."""
    user = appointment.person.user
    own = {"wanted": {"phone": "042 887 111"}, "made_by": user, "owner": user}
    return Proposal.objects.create(
        organization=appointment.organization, kind=kind, **{**own, **values}
    )


def signed_in(user):
    """A browser in which the account is signed in."""
    client = Client()
    client.force_login(user)
    return client


def is_signed_in(client):
    return client.get("/account/sessions/").status_code == 200
