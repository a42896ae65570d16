"""Lists that are imported without a browser."""

from loei_coop.common.imports import workflow
from networks.resources import KINDS
from tests.common.sheets.books import workbook


def received(slug, headers, *rows, by=None, name="รายชื่อ.xlsx"):
    """The ImportRun of a workbook with these rows."""
    data = workbook([headers.split(","), *rows])
    return workflow.receive(KINDS[slug], data, file_name=name, by=by)


def plan_of(run):
    return workflow.plan_of(run, KINDS[run.kind]())


def confirm(run, plan=None, by=None):
    plan = plan or plan_of(run)
    return workflow.confirm(
        run, KINDS[run.kind](), fingerprint=plan.fingerprint(), made_by=lambda: by
    )


def imported(slug, headers, *rows, by=None, name="รายชื่อ.xlsx"):
    run = received(slug, headers, *rows, by=by, name=name)
    confirm(run, by=by)
    return run


def outcomes(run):
    return [str(row.outcome) for row in plan_of(run).rows]


def faults(run):
    """{row number: its sentences in one}"""
    return {row.number: " ".join(map(str, row.faults)) for row in plan_of(run).rows if row.faults}


def exported(slug):
    """Every row of the list as it would be written to a file."""
    return list(KINDS[slug]().rows())
