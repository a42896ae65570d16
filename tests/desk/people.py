import datetime

from django.contrib.auth import get_user_model

from networks import workflow
from networks.models import Proposal

OCTOBER = datetime.date(2025, 10, 1)
HOME = "/en/desk/organizations/0005/"


def account_of(name):
    return get_user_model().objects.create_user(name, password="x", first_name=name.capitalize())


def propose_phone(organization, phone="0 4288 7999", **authors):
    """One proposal for the organization's own record."""
    organization.phone = phone
    return workflow.propose_record(
        type(organization).objects.get(pk=organization.pk),
        kind=Proposal.Kind.CONTACT,
        changed=organization,
        **authors,
    )


def newcomer(**values):
    """What the form of a new office holder is filled in with."""
    return {
        "post": "inspector",
        "title": "นาย",
        "first_name": "บุญมี",
        "last_name": "นาดี",
        "phone": "",
        "starts_on": "1/3/2569",
        **values,
    }
