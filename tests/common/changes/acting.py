"""Acts of officers, and what the pages of changes show of them."""

import datetime

from loei_coop.common.history import recording

LATEST = "/admin/changes/"


def act(row, *, by=None, source="form", on=None, **values):
    """Changes the row in an act of its own, on a day if one is given; returns the ChangeSet."""
    known = {name: values.pop(name) for name in ("reason", "file_name") if name in values}
    with recording(source, made_by=lambda: by, **known) as recorded:
        for name, value in values.items():
            setattr(row, name, value)
        row.save()
    if on:
        moment = datetime.datetime.combine(on, datetime.time(2), datetime.UTC)
        row.history.filter(change_set=recorded.row).update(history_date=moment)
    return recorded.row


def page_of(client, **query):
    response = client.get(LATEST, query)
    assert response.status_code == 200
    return response


def lines(client, **query):
    """(kind, record) of each line, newest first."""
    acts = page_of(client, **query).context["page"].acts
    return [(line.kind.value, line.label) for act in acts for line in act.lines]


def names(client, **query):
    return [label for _kind, label in lines(client, **query)]
