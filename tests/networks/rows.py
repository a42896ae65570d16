"""One row of each model that officers see."""

import datetime

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group

from governance import models as criteria
from loei_coop.accounts import activation
from loei_coop.accounts.models import AccountEvent, ActivationCode
from loei_coop.common.models import ChangeSet, ImportRun
from loei_coop.news.models import Campaign, PressRelease, Statement
from loei_coop.site.models import DataRequest, ErrorReport
from networks import models
from networks.choices import CommitteeOffice
from tests import factories
from tests.governance import assessing, awards, exchanging
from tests.governance import factories as criteria_factories
from tests.news import factories as news_factories

OCTOBER = datetime.date(2025, 10, 1)


def an_author():
    return get_user_model().objects.get_or_create(username="kanya")[0]


MAKERS = {
    get_user_model(): lambda: get_user_model().objects.create_user("malee"),
    AccountEvent: lambda: AccountEvent.objects.create(kind="signed-in", user_name="malee"),
    Group: lambda: Group.objects.create(name="เจ้าหน้าที่ทะเบียน"),
    ActivationCode: lambda: (
        activation.issue(get_user_model().objects.create_user("malee"), by=None).row
    ),
    ChangeSet: lambda: ChangeSet.objects.create(source=ChangeSet.Source.FORM),
    ImportRun: lambda: ImportRun.objects.create(kind="organizations", file_name="ทะเบียน.xlsx"),
    ErrorReport: lambda: ErrorReport.objects.create(page="/", message="ชื่อสะกดไม่ตรง"),
    DataRequest: lambda: DataRequest.objects.create(kind="see", name="นางมาลี ดีงาม", contact="โทร."),
    criteria.Assessment: lambda: assessing.make_case().assessment,
    criteria.AssessmentRound: assessing.open_round,
    criteria.WorkingGroupMeeting: lambda: assessing.make_meeting(
        assessing.open_round(), by=get_user_model().objects.create_user("napa")
    ),
    criteria.Award: awards.make_award,
    criteria.Topic: exchanging.make_topic,
    criteria.Forum: exchanging.make_forum,
    criteria.Practice: exchanging.make_practice,
    criteria.ForumPromise: exchanging.make_promise,
    criteria.Standard: criteria_factories.make_standard,
    criteria.Edition: criteria_factories.make_edition,
    criteria.Category: criteria_factories.make_category,
    criteria.Item: criteria_factories.make_item,
    Campaign: news_factories.make_campaign,
    PressRelease: news_factories.make_release,
    Statement: news_factories.make_statement,
    models.Agency: factories.make_agency,
    models.Appointment: lambda: factories.appoint(
        factories.make_person(), at=factories.make_organization(), starts_on=OCTOBER
    ),
    models.AreaNetwork: factories.make_network,
    models.CommitteeMember: lambda: factories.make_member(
        factories.make_term(), CommitteeOffice.CHAIR
    ),
    models.CommitteeTerm: factories.make_term,
    models.ContactReading: lambda: models.ContactReading.objects.create(
        person=factories.make_person(), person_code="p1", where="person", read_by_name="wichai"
    ),
    models.Cooperative: factories.make_organization,
    models.District: factories.make_district,
    models.FarmerGroup: factories.make_group,
    models.HoldersConfirmation: lambda: models.HoldersConfirmation.objects.create(
        organization=factories.make_organization(),
        meeting_on=OCTOBER,
        holders=[["ผู้จัดการ", "นายสมชาย ใจดี"]],
        made_by=an_author(),
    ),
    models.Organization: factories.make_organization,
    models.OrganizationSuccession: lambda: factories.make_succession(
        factories.make_organization(), factories.make_organization()
    ),
    models.OrganizationEvent: factories.make_event,
    models.Person: factories.make_person,
    models.PopulationCount: lambda: factories.make_population_count(
        district=factories.make_district()
    ),
    models.Proposal: lambda: factories.make_proposal(factories.make_organization(), by=an_author()),
    models.RegisterCount: factories.make_register_count,
    models.SeatHolding: lambda: factories.seat(factories.make_network(), 1, OCTOBER),
    models.Source: factories.make_source,
    models.Subdistrict: factories.make_subdistrict,
}


def make_one_of(model):
    return MAKERS[model]()
