"""The same few people: Malee manages the cooperative of Na Duang, Somsri decides at the office."""

import datetime

from django.contrib.auth import get_user_model

from networks.choices import Position
from networks.models import Proposal
from tests.factories import appoint, make_person, make_proposal

LIST = "/en/admin/networks/proposal/"
OCTOBER = datetime.date(2025, 10, 1)
MARCH = "2026-03-01"
NAMES = {"title": "นาย", "first_name": "บุญมี", "last_name": "นาดี"}


def page_of(proposal, page="change"):
    return f"{LIST}{proposal.pk}/{page}/"


def make_manager(organization, name="malee"):
    """With an account."""
    user = get_user_model().objects.create_user(name, first_name="มาลี", last_name="ใจงาม")
    person = make_person("มาลี", "ใจงาม", title="นาง", user=user)
    appoint(person, Position.MANAGER, at=organization, starts_on=OCTOBER)
    return user


def newcomer(organization, *, by, kind=Proposal.Kind.BEGINS, **values):
    wanted = {**NAMES, "position": "board_member", "phone": "", "starts_on": MARCH, **values}
    return make_proposal(organization, by=by, kind=kind, wanted=wanted, before={})


def ending(appointment, *, by, ends_on="2026-01-31"):
    wanted = {"appointment": appointment.pk, "ends_on": ends_on}
    kind = Proposal.Kind.ENDS
    return make_proposal(appointment.organization, by=by, kind=kind, wanted=wanted, before={})
