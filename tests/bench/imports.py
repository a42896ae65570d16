"""How long an import of a long list takes, beside the least that any import could do.

    python -m tests.bench.imports [--rows 12000] [--rounds 3] [--database sqlite|postgres]

The floor reads the same workbook with openpyxl and calls bulk_create(): no check, no preview, no
history. Ours is receive, preview, confirm and what undo needs; then the same file with every
twentieth row changed. Each step runs in a process of its own, whose peak of memory is compared
with that of a process that only starts Django.
"""

import argparse
import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from contextlib import contextmanager
from pathlib import Path

STEPS = ("floor", "load", "again")


def main():
    options = parse()
    if options.step:
        print(json.dumps(run_step(options)))
        return
    with database(options.database) as url:
        results = [one_round(options, url) for _round in range(options.rounds)]
    report(options, results)


def parse():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--rows", type=int, default=12_000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--database", choices=["sqlite", "postgres"], default="sqlite")
    parser.add_argument("--step", choices=["prepare", *STEPS], help=argparse.SUPPRESS)
    parser.add_argument("--file", help=argparse.SUPPRESS)
    return parser.parse_args()


@contextmanager
def database(kind):
    with tempfile.TemporaryDirectory(prefix="loei-bench-") as folder:
        if kind == "sqlite":
            yield f"sqlite:///{folder}/bench.sqlite3"
            return
        from tests.postgres import server

        with server() as url:
            yield url


def one_round(options, url):
    with tempfile.TemporaryDirectory(prefix="loei-bench-") as folder:
        file = Path(folder) / "list.xlsx"
        results = {}
        for step in ("prepare", "floor", "prepare", "load", "again"):
            results[step] = in_process(options, step, file, url)
        return results


def in_process(options, step, file, url):
    command = [sys.executable, "-m", "tests.bench.imports", "--step", step]
    command += ["--rows", str(options.rows), "--file", str(file)]
    environment = {**os.environ, "DATABASE_URL": url, "DATA_DIR": str(file.parent)}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(done.stderr)
    return json.loads(done.stdout.splitlines()[-1])


def run_step(options):
    os.environ["DJANGO_SETTINGS_MODULE"] = "loei_coop.settings"
    import django

    django.setup()
    idle = peak_memory()
    begun = time.perf_counter()
    seconds = globals()[f"step_{options.step}"](options)
    seconds = seconds or time.perf_counter() - begun
    return {"seconds": seconds, "memory": peak_memory() - idle}


def peak_memory():
    """Of this process so far, in MiB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def step_prepare(options):
    """An empty register with its districts, and the workbook."""
    from django.core.management import call_command

    from networks.models import Organization

    call_command("migrate", verbosity=0)
    call_command("flush", interactive=False, verbosity=0)
    call_command("load_records", "--without-samples", verbosity=0)
    Organization.history.all().delete()
    write_list(options, every_changed=0, path=Path(options.file))
    write_list(options, every_changed=20, path=changed_file(options))


def changed_file(options):
    return Path(options.file).with_name("changed.xlsx")


HEADERS = [
    *("ชนิด", "ประเภท", "ชื่อเต็ม", "เลขทะเบียน", "วันที่จดทะเบียน", "วันสิ้นปีทางบัญชี", "สถานะ"),
    *("เลขที่", "หมู่ที่", "อำเภอ", "รหัสไปรษณีย์", "โทรศัพท์", "จำนวนสมาชิก", "จำนวน ณ วันที่"),
]
DISTRICTS = ["เมืองเลย", "นาด้วง", "เชียงคาน", "ปากชม", "ด่านซ้าย", "นาแห้ว", "ภูเรือ"]


def write_list(options, *, every_changed, path):
    from loei_coop.common.sheets.writing import xlsx_file

    rows = (list_row(number, every_changed) for number in range(options.rows))
    path.write_bytes(xlsx_file(HEADERS, rows, sheet="ทะเบียน").read())


def list_row(number, every_changed):
    is_changed = every_changed and number % every_changed == 0
    return [
        "กลุ่มเกษตรกร",
        "กลุ่มเกษตรกรทำนา",
        f"กลุ่มเกษตรกรทำนาบ้านตัวอย่างที่ {number}",
        f"{number}/2556",
        f"{number % 28 + 1}/{number % 12 + 1}/{2500 + number % 60}",
        "31/3",
        "ดำเนินธุรกิจ",
        str(number % 400 + 1),
        str(number % 15 + 1),
        DISTRICTS[number % len(DISTRICTS)],
        "42000",
        f"0 42{number % 100:02d} {number % 10_000:04d}",
        number % 900 + 30 + bool(is_changed),
        "30/9/2568",
    ]


def step_floor(options):
    """openpyxl and bulk_create, nothing else."""
    import openpyxl

    from networks.models import District, Organization

    begun = time.perf_counter()
    sheet = openpyxl.load_workbook(options.file, read_only=True).active
    districts = dict(District.objects.values_list("name", "code"))
    _header, *rows = sheet.iter_rows(values_only=True)
    Organization.objects.bulk_create(
        (floor_row(number, row, districts) for number, row in enumerate(rows)), batch_size=500
    )
    return time.perf_counter() - begun


def floor_row(number, row, districts):
    from networks.models import Organization

    return Organization(
        code=f"{number + 1000}",
        kind="farmer_group",
        type="rice",
        name=row[2],
        registration_number=row[3],
        house_number=row[7],
        moo=row[8],
        district_id=districts[row[9]],
        postcode=row[10],
        phone=row[11],
        members=row[12],
        counted_on="2025-09-30",
    )


def step_load(options):
    return import_file(Path(options.file))


def step_again(options):
    return import_file(changed_file(options))


def import_file(path):
    from loei_coop.common.imports import workflow
    from networks.resources import OrganizationResource

    begun = time.perf_counter()
    run = workflow.receive(OrganizationResource, path.read_bytes(), file_name=path.name, by=None)
    plan = workflow.plan_of(run, OrganizationResource())
    fingerprint = plan.fingerprint()
    del plan
    workflow.confirm(run, OrganizationResource(), fingerprint=fingerprint, made_by=lambda: None)
    return time.perf_counter() - begun


def report(options, results):
    print(f"{options.rows} rows, {options.database}, median of {options.rounds}")
    floor = statistics.median(result["floor"]["seconds"] for result in results)
    for step in STEPS:
        seconds = statistics.median(result[step]["seconds"] for result in results)
        memory = statistics.median(result[step]["memory"] for result in results)
        print(f"{step:6} {seconds:6.2f} s  ×{seconds / floor:5.2f}  {memory:6.1f} MiB above idle")


if __name__ == "__main__":
    main()
