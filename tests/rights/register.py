"""Rows behind the addresses: the portal's records, one row of each list, and an address that is
real for each pattern."""

import datetime
import re

from governance import evidence, materials, promises
from governance import workflow as governance_workflow
from governance.models import Forum, ImprovementAction, Topic
from governance.states import ForumState
from loei_coop.common.history import recording
from loei_coop.common.models import ChangeSet
from networks import workflow
from networks.choices import Position
from networks.models import Proposal
from tests.factories import appoint, make_agency, make_person
from tests.governance.assessing import Case, open_round
from tests.networks.rows import make_one_of
from tests.news.public import make_draft, make_release
from tests.rights.addresses import every_address

ADDRESSES = every_address()
OF_LISTS = [address for address in ADDRESSES if address.model]
ORGANIZATION = "networks.Organization"
OCTOBER = datetime.date(2025, 10, 1)
EXAMPLES = {
    "practices/<int:number>": "practices/999999",
    "<int:number>": "1",
    "<slug:name>": "organizations",
    "<str:name>": "loei-backup-2026-11-22-0230.zip",
    "<slug:code>": "ABCD-EFGH",
    "<str:code>": "governance-2556-1",
    "<slug:standard>": "governance",
    "<buddhist_year:fiscal_year>": "2556",
    "<slug:format>": "csv",
    "<slug:file_format>": "csv",
    "<path:content_type_id>": "1",
    "<app_label>": "networks",
    "<int:number>/end": "999999/end",
    "awards/<int:number>": "awards/999999",
    "<slug:topic_code>": "cqa-1",
    "<int:material_number>": "999999",
    "(?P<url>.*)$": "nothing-here/",
    "<version>": "999999",
    "<int:run_id>": "999999",
    "<int:evidence_id>": "999999",
    "<int:photo_id>": "999999",
    "<int:width>": "480",
    "<str:token>": "k3JwTz",
}


def plan_line(case):
    """Of the plan of improvement."""
    words = ("target", "method", "indicator", "responsible")
    return ImprovementAction.objects.create(
        organization=case.organization,
        assessment=case.assessment,
        item=case.item("1.1"),
        made_by=case.manager,
        due_on=OCTOBER,
        **dict.fromkeys(words, "ตามแผน"),
    )


def open_exchange(organization, manager) -> dict:
    """A practice with a link, and a promise of a forum that was held."""
    topic = Topic.objects.get(code="cqa-1")
    texts = {"title": "ประชุมกลุ่มทุกเดือน", "summary": "ประธานกลุ่มนัดสมาชิกทุกวันที่ 5"}
    practice = governance_workflow.propose(organization, topic, by=manager, **texts)
    link = materials.add(practice, url="https://example.com/", by=manager)
    forum = Forum.objects.create(
        code="held", name="เวทีที่จัดแล้ว", fiscal_year=2026, state=ForumState.HELD
    )
    promise = promises.make(forum, organization, topic, text="จะลองประชุมกลุ่ม", by=manager)
    return {
        "exchange/practices/<int:number>": f"exchange/practices/{practice.pk}",
        "exchange/promises/<int:number>": f"exchange/promises/{promise.pk}",
        "<int:material_number>": str(link.pk),
        "<slug:forum_code>": forum.code,
    }


class Register:
    def __init__(self):
        self.rows = {}
        for model in dict.fromkeys(address.model for address in OF_LISTS):
            self.rows[model] = model._default_manager.first() or make_one_of(model)
        with recording(ChangeSet.Source.FORM) as act:
            make_agency("สำนักงานสหกรณ์จังหวัดหนองคาย")
        self.rows[ChangeSet] = act.row
        self.at_desk = {}
        make_draft("ร่างข่าว", preview_token=EXAMPLES["<str:token>"])
        self.release = make_release("ข่าวที่เผยแพร่แล้ว")

    def open_desk(self, manager):
        """The account manages the organization, and has proposed and confirmed something."""
        own, by = self.organization, {"by": manager}
        somchai = make_person(user=manager)
        appointment = appoint(somchai, Position.MANAGER, at=own, starts_on=OCTOBER)
        kind, wanted = Proposal.Kind.ENDS, {"appointment": appointment.pk, "ends_on": "2026-01-31"}
        rows = {
            "proposals/": workflow.propose_person(own, kind=kind, wanted=wanted, **by),
            "holders/confirm/": workflow.confirm_holders(own, meeting_on=OCTOBER, **by),
            "holders/": appointment,
        }
        self.at_desk = {f"{f}<int:number>": f"{f}{row.pk}" for f, row in rows.items()}
        self.open_assessment(manager)
        self.at_desk |= open_exchange(own, manager)

    def open_assessment(self, manager):
        """A form with two texts for its first item."""
        round_ = open_round()
        assessment = governance_workflow.start(round_, self.organization, by=manager)
        case = Case(round_, self.organization, manager, assessment)
        case.answer(case.item("1.1"), text="ข้อความแรก")
        case.answer(case.item("1.1"), text="ข้อความที่สอง")
        piece = evidence.add(assessment, case.item("1.1"), note="เล่มรายงาน", by=manager)
        self.at_desk |= {
            "<int:evidence_id>": str(piece.pk),
            "<int:round_id>": str(round_.pk),
            "<slug:item_code>": case.item("1.1").code,
            "<str:number>": "1",
            "plan/<int:number>": f"plan/{plan_line(case).pk}",
        }

    def path(self, address):
        path = address.page
        if address.model:
            meta = address.model._meta
            path = f"admin/{meta.app_label}/{meta.model_name}/{path}"
            key = str(self.rows[address.model].pk)
            path = re.sub(r"<path:object_id>|<id>|<int:user_id>|<int:change_set_id>", key, path)
            if meta.label == "common.ImportRun":
                path = path.replace("<int:run_id>", key)
        path = path.replace("<int:release_id>", str(self.release.pk))
        for written, example in self.examples(address).items():
            path = path.replace(written, example)
        return "/" + path.replace("<code:code>", self.organization.code)

    def examples(self, address):
        """What is real at the desk goes before what is made up."""
        others = {key: value for key, value in EXAMPLES.items() if key not in self.at_desk}
        return {**self.at_desk, **others}

    @property
    def organization(self):
        return next(row for model, row in self.rows.items() if model._meta.label == ORGANIZATION)
