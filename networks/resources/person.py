"""Lists of people and of who is in which position."""

from collections import defaultdict

from django.utils.translation import gettext_lazy

from loei_coop.common.imports.columns import Column
from loei_coop.common.imports.lookup import name_key
from loei_coop.common.imports.matching import IdentityMatcher, Match
from loei_coop.common.imports.resource import RegisterResource
from loei_coop.common.imports.snapshot import Snapshot
from loei_coop.common.imports.widgets import TelephoneWidget
from networks.choices import PEOPLE_LIST
from networks.codes import person_codes
from networks.models import Appointment, Person
from networks.resources import columns

NAME = ("title", "first_name", "last_name")


class PersonMatcher:
    """By code, or by exactly this name; who is only called alike is for somebody to say."""

    def __init__(self, snapshot: Snapshot):
        self.by_code: dict[str, int] = {}
        self.by_full_name = defaultdict(list)
        self.by_name = defaultdict(list)
        for pk, code, *name in snapshot.columns("code", *NAME):
            self.by_code[code] = pk
            self.by_full_name[tuple(name)].append(pk)
            self.by_name[name_key(" ".join(name[1:]))].append(pk)

    def match(self, values):
        if values.get("code"):
            return Match(pk=self.by_code.get(values["code"]))
        name = tuple(values.get(part, "") for part in NAME)
        exact = self.by_full_name.get(name, [])
        if len(exact) == 1:
            return Match(pk=exact[0], by_name=True)
        return Match(candidates=list(self.by_name.get(name_key(" ".join(name[1:])), [])))


class PersonResource(RegisterResource):
    model = Person
    slug = PEOPLE_LIST
    label = gettext_lazy("persons")

    code = Column("code")
    title_before_name = Column("title", also=["คำนำหน้า"])
    first_name = Column("first_name", required=True)
    last_name = Column("last_name", also=["สกุล", "ชื่อสกุล"])
    phone = Column("phone", widget=TelephoneWidget(), also=["เบอร์โทร", "เบอร์โทรศัพท์"])
    phone_public = Column("phone_public")
    email = Column("email", also=["e-mail", "email"])
    email_public = Column("email_public")
    source = columns.source()
    source_detail = columns.source_detail()
    is_sample = columns.is_sample()

    def get_queryset(self):
        return Person.objects.order_by("code")

    def matcher(self, snapshot):
        return PersonMatcher(snapshot)

    def for_existing(self, values, match):
        values.pop("code", None)

    def title(self, values):
        return " ".join(filter(None, (values.get(part) for part in NAME)))

    def describe(self, values):
        return f"{values['code']} {self.title(values)}"

    def row_key(self, values):
        return [values.get(part) for part in NAME]

    def prepare_new(self, rows):
        without_code = [row for row in rows if not row.get("code")]
        for row, code in zip(without_code, person_codes(len(without_code)), strict=True):
            row["code"] = code


class AppointmentResource(RegisterResource):
    model = Appointment
    slug = "appointments"
    label = gettext_lazy("appointments")

    person = columns.person("person", required=True, also=["ชื่อ-สกุล", "ชื่อ"])
    position = Column("position", required=True)
    acting = Column("acting")
    organization = columns.organization()
    agency = columns.agency()
    starts_on = Column("starts_on", also=["วันที่เริ่มดำรงตำแหน่ง"])
    ending = Column("ending")
    ends_on = Column("ends_on")
    source = columns.source()
    source_detail = columns.source_detail()
    is_sample = columns.is_sample()

    def get_queryset(self):
        return Appointment.objects.order_by(
            "person__code", "position", "organization__code", "agency__code", "starts_on", "pk"
        )

    def matcher(self, snapshot):
        return IdentityMatcher(snapshot, Appointment.IDENTITY)

    def title(self, values):
        person = self.fields["person"].widget.lookup.names.get(values.get("person_id"), "")
        position = self.fields["position"].widget.labels.get(values.get("position"), "")
        return f"{person} {position}".strip()

    def row_key(self, values):
        return [values.get(name) for name in Appointment.IDENTITY]
