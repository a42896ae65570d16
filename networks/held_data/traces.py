"""What was written down beside the register: who read the contacts, what was changed when, former
values that an import keeps."""

from django.utils.translation import gettext_lazy as _

from loei_coop.common.changes.lines import line_of
from loei_coop.common.changes.rows import read
from loei_coop.common.models import ChangeSet, ImportRun
from networks.choices import PEOPLE_LIST
from networks.held_data.registry import records, section
from networks.models import Appointment, CommitteeMember, ContactReading, Person, SeatHolding

# By which column the history of each tells whose it is.
OWN_COLUMN = {
    Person: "id",
    Appointment: "person_id",
    SeatHolding: "holder_id",
    CommitteeMember: "person_id",
}


@records("contact-readings", ContactReading, ["read_at", "where", "read_by_name"])
def contact_readings(person):
    return ContactReading.objects.of(person)


@section(
    "history",
    _("history of changes"),
    {
        "when": _("when"),
        "record": _("record"),
        "kind": _("what happened"),
        "changes": _("changes"),
        "made_by": _("who"),
        "source": ChangeSet._meta.get_field("source").verbose_name,
    },
)
def history(person):
    found = [
        (model, key)
        for model, column in OWN_COLUMN.items()
        for key in model.history.filter(**{column: person.pk}).values_list("history_id", flat=True)
    ]
    changes = sorted(read(found), key=lambda changed: changed.row.history_date, reverse=True)
    return [history_line(changed) for changed in changes]


def history_line(changed) -> list:
    line, act = line_of(changed), changed.row.change_set
    told = "; ".join(f"{c['field']}: {c['old']} → {c['new']}" for c in line.changes)
    return [
        changed.row.history_date,
        f"{line.model_name}: {line.label}",
        line.kind.label,
        told,
        str(act.made_by or ""),
        act.get_source_display(),
    ]


@section(
    "kept-by-imports",
    _("former values kept so that an import can be taken back"),
    {"imported_on": _("when"), "file": _("file"), "what": _("what"), "value": _("value")},
)
def kept_by_imports(person):
    runs = ImportRun.objects.filter(kind=PEOPLE_LIST).exclude(kept={}).defer("sheet")
    return [
        [run.received_at, run.file_name, Person._meta.get_field(name).verbose_name, value]
        for run in runs
        for name, value in run.kept.get(str(person.pk), {}).items()
    ]
