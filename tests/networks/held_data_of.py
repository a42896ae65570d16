"""A person of whom the portal holds something in every section."""

import datetime

from django.contrib.admin.models import CHANGE, LogEntry

from loei_coop.accounts import activation
from loei_coop.accounts.models import AccountEvent
from loei_coop.common.history import recording
from loei_coop.common.models import ChangeSet, ImportDecision, ImportRun
from networks.choices import CommitteeOffice, Position
from networks.contact_log import note_reading
from networks.models import HoldersConfirmation, Proposal
from tests.factories import (
    appoint,
    make_agency,
    make_district,
    make_member,
    make_organization,
    make_person,
    make_term,
    seat,
)
from tests.governance.awards import make_award
from tests.governance.exchanging import make_promise, proposed

OCTOBER = datetime.date(2025, 10, 1)


def make_malee(users):
    """Nang Malee, manager at Tha Li: `users` makes her account."""
    user = users.objects.create_user("0005", email="malee@example.org", password="x")
    malee = make_person("มาลี", "ดีงาม", title="นาง", code="p-7", phone="081-234-5678", user=user)
    hold_offices(malee)
    activation.issue(user, by=None)
    AccountEvent.objects.create(kind="signed-in", user=user, user_name="0005", address="192.0.2.7")
    leave_traces(malee, user)
    return malee


def hold_offices(malee):
    organization = make_organization(
        "สหกรณ์การเกษตรท่าลี่ จำกัด", district=make_district("ท่าลี่"), promotion_officer=malee
    )
    appoint(malee, at=organization, starts_on=OCTOBER)
    deputy = make_person("สมชาย")
    appoint(deputy, Position.DEPUTY, at=organization, starts_on=OCTOBER, named_by=malee)
    appoint(malee, Position.OFFICER, at=make_agency(), starts_on=OCTOBER)
    seat(organization.district.network, 2, OCTOBER, malee, organization)
    make_member(make_term(), CommitteeOffice.SECRETARY, malee)
    make_award(organization, presenter=malee, presenter_post="ผู้จัดการ")


def leave_traces(malee, user):
    organization = malee.appointments.exclude(organization=None).get().organization
    with recording(ChangeSet.Source.DESK, made_by=lambda: user):
        malee.last_name = "ดีเลิศ"
        malee.save()
    entered = {"organization": organization, "made_by": user}
    Proposal.objects.create(**entered, kind="contact", wanted={}, owner=user)
    HoldersConfirmation.objects.create(**entered, meeting_on=OCTOBER, holders=[])
    LogEntry.objects.log_actions(user.pk, [malee], CHANGE, single_object=True)
    kept = {str(malee.pk): {"phone": "081-000-0000"}}
    ImportRun.objects.create(kind="people", file_name="บุคคล.xlsx", kept=kept, received_by=user)
    promise = make_promise(organization, by=user)
    proposed(organization, by=user, topic=promise.topic)
    ImportDecision.objects.create(kind="people", row_key="k", decided_by=user)
    note_reading([malee], by=user, where="person")
