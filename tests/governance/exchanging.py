"""Learning from one another: มาลี manages สหกรณ์การเกษตรท่าลี่ จำกัด and มานะ fills in for her; วนิดา
selects and arranges for the office."""

import datetime
from itertools import count

from governance import promises, workflow
from governance.models import Award, Forum, ForumHost, Practice, Topic
from governance.states import ForumState
from governance.workflow import Grounds
from loei_coop.thai.dates import PartialDate, Precision
from networks.choices import Position
from networks.models import District
from tests.factories import appoint, make_district, make_organization, make_person
from tests.governance.assessing import LAST_YEAR, make_manager, make_officer, make_user
from tests.governance.factories import make_standard

_numbers = count(1)
RIGHTS = tuple(
    f"{act}_{name}" for act in ("view", "add", "change") for name in ("practice", "forum", "topic")
)
TEXTS = {"title": "ประชุมกลุ่มทุกเดือน", "summary": "ประธานกลุ่มนัดสมาชิกทุกวันที่ 5"}


def make_wanida():
    return make_officer("wanida", *RIGHTS)


def make_host(name="สหกรณ์การเกษตรท่าลี่ จำกัด", *, network=4, **values):
    district = District.objects.filter(network__number=network).first()
    district = district or make_district(f"อำเภอที่ {network}", network=network)
    return make_organization(name, **{"district": district, **values})


def make_deputy(organization, name="mana"):
    user = make_user(name, first_name="มานะ")
    person = make_person("มานะ", user=user)
    named_by = organization.appointments.first().person
    values = {"named_by": named_by, "starts_on": LAST_YEAR}
    appoint(person, Position.DEPUTY, at=organization, **values)
    return user


def make_topic(name="การนำองค์กร", *, standard=None, category="1", **values):
    values = {"code": f"topic-{next(_numbers)}", "category_code": category, **values}
    return Topic.objects.create(name=name, standard=standard or make_standard(), **values)


def make_award(organization, **values):
    values = {"award_object": "plaque", "fiscal_year": 2013, "is_recorded": True, **values}
    values.setdefault("title", "ธรรมาภิบาล")
    return Award.objects.create(organization=organization, **values)


def make_forum(name="เวทีแลกเปลี่ยนเรียนรู้", *, state=ForumState.PLANNED, **values):
    values = {"code": f"forum-{next(_numbers)}", "fiscal_year": 2026, **values}
    return Forum.objects.create(name=name, state=state, **values)


def add_host(forum, organization, topic, **values):
    return ForumHost.objects.create(forum=forum, organization=organization, topic=topic, **values)


def held(forum, by, day=None):
    day = day or PartialDate(datetime.date(2026, 1, 1), Precision.MONTH)
    workflow.hold_forum(forum, by=by, day=day, place="ศาลาประชาคม")
    return forum


def proposed(organization=None, *, by, topic=None, grounds=None, **values) -> Practice:
    topic = topic or make_topic()
    grounds = grounds or Grounds()
    return workflow.propose(organization, topic, by=by, grounds=grounds, **{**TEXTS, **values})


def shared(organization=None, *, topic=None, grounds=None, manager=None, officer=None, **values):
    """Proposed by its manager, selected and shared by the office."""
    organization = organization or make_host()
    manager = manager or make_manager(organization, f"manager-{next(_numbers)}")
    officer = officer or make_officer(f"officer-{next(_numbers)}", *RIGHTS)
    practice = proposed(organization, by=manager, topic=topic, grounds=grounds, **values)
    workflow.select(practice, by=officer, reason="ทำต่อเนื่องสามปี")
    workflow.share(practice, by=officer)
    return practice


def make_practice() -> Practice:
    host = make_host()
    return proposed(host, by=make_manager(host, f"manager-{next(_numbers)}"))


def make_promise(organization=None, *, by=None, topic=None, **values):
    organization = organization or make_host()
    by = by or make_manager(organization, f"manager-{next(_numbers)}")
    forum = values.pop("forum", None) or make_forum(state=ForumState.HELD)
    values = {"text": "จะลองประชุมกลุ่ม", **values}
    return promises.make(forum, organization, topic or make_topic(), by=by, **values)
