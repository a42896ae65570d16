"""The last afternoon before a round closes: everybody fills in and submits within the same minutes.

    python -m tests.bench.deadline_day [--managers 150] [--database sqlite|postgres]

A portal of its own is started on a fresh database, on the loopback only. Each manager begins the
assessment, saves every item through the form's own address and submits; at every tenth
organization a deputy writes into the same items, and the manager chooses. Told are requests a
second, waiting times, errors, and what was acknowledged and is not stored. It ends by itself.
"""

import argparse
import http.client
import json
import os
import re
import socket
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlencode

HOST = "127.0.0.1"
ROOT = Path(__file__).resolve().parents[2]
STEPS = ("prepare", "verify")
# Of the made standard: what is answered.
CATEGORIES, ITEMS = 4, 5
EVERY_WITH_DEPUTY = 10
LONGEST_WAIT = 60  # seconds for one answer
PAUSE = 0.5  # seconds in which somebody reads and types


def main():
    options = parse()
    if options.step:
        print(json.dumps(globals()[options.step](options)))
        return
    with database(options.database) as (url, folder):
        environment = {**os.environ, "DATABASE_URL": url, "DATA_DIR": folder}
        desks = in_process(options, environment, "prepare")
        port = free_port()
        with portal({**environment, "PORT": str(port)}, port):
            day = Day(port, until=time.monotonic() + options.minutes * 60)
            seconds = day.run(desks)
        stored = in_process(options, environment, "verify", day.acknowledged)
    report(options, day, seconds, stored)


def parse():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--managers", type=int, default=150)
    parser.add_argument("--minutes", type=float, default=6, help="at most (default: 6)")
    parser.add_argument("--database", choices=["sqlite", "postgres"], default="sqlite")
    parser.add_argument("--step", choices=STEPS, help=argparse.SUPPRESS)
    return parser.parse_args()


@contextmanager
def database(kind):
    """(DATABASE_URL, folder of the portal's data): a variable that is set goes first."""
    with tempfile.TemporaryDirectory(prefix="loei-deadline-") as folder:
        if kind == "sqlite":
            yield f"sqlite:///{folder}/portal.sqlite3", folder
            return
        if given := os.environ.get("DATABASE_URL"):
            yield given, folder
            return
        from tests.postgres import server

        with server() as url:
            yield url, folder


def free_port() -> int:
    with socket.create_server((HOST, 0)) as listener:
        return listener.getsockname()[1]


def in_process(options, environment, step, given=None):
    """Django has one database in a process; this one has none."""
    command = [sys.executable, "-m", "tests.bench.deadline_day", "--step", step]
    command += ["--managers", str(options.managers)]
    done = subprocess.run(
        command,
        cwd=ROOT,
        env=environment,
        input=json.dumps(given),
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        sys.exit(done.stderr)
    return json.loads(done.stdout.splitlines()[-1])


@contextmanager
def portal(environment, port):
    log = Path(environment["DATA_DIR"]) / "portal.log"
    with log.open("w") as output:
        command = [sys.executable, "manage.py", "quickstart"]
        process = subprocess.Popen(
            command, cwd=ROOT, env=environment, stdout=output, stderr=subprocess.STDOUT
        )
        try:
            wait_for(process, port, log)
            yield
        finally:
            end(process)


def end(process):
    process.terminate()
    try:
        process.wait(60)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def wait_for(process, port, log):
    for _attempt in range(600):
        if process.poll() is not None:
            sys.exit(log.read_text())
        connection = http.client.HTTPConnection(HOST, port, timeout=2)
        try:
            connection.request("GET", "/healthz")
            if connection.getresponse().status == 200:
                return
        except OSError:
            time.sleep(0.2)
        finally:
            connection.close()
    sys.exit("the portal did not start")


# The day


@dataclass
class Day:
    """What all browsers together lived through."""

    port: int
    until: float
    requests: list = field(default_factory=list)  # (what, seconds, status)
    acknowledged: list = field(default_factory=list)  # [organization, item, text]
    submitted: list = field(default_factory=list)
    faults: list = field(default_factory=list)

    def run(self, desks) -> float:
        begun = time.monotonic()
        threads = [threading.Thread(target=self.at_desk, args=[desk]) for desk in desks]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        return time.monotonic() - begun

    def at_desk(self, desk):
        try:
            manager = Browser(self, desk, desk["manager"])
            manager.post("start", "start/", {})
            choices = self.fill_in(desk, manager)
            for address in sorted(choices):
                manager.choose(address)
            year = {"ended_on": "31/3/2569"}
            manager.post("accounting year", "accounting-year/", year)
            resolution = {"resolution_number": "5/2569", "resolution_on": "20/5/2569"}
            if manager.post("submit", "submit/", resolution)[0] == 302:
                self.submitted.append(desk["code"])
        except (OSError, http.client.HTTPException, TimeoutError) as error:
            self.faults.append(f"{desk['code']}: {error!r}")

    def fill_in(self, desk, manager) -> set[str]:
        """Both at once, where there are two. Addresses at which a choice waits."""
        choices: set[str] = set()
        if not desk["deputy"]:
            manager.save_all(choices)
            return choices
        deputy = Browser(self, desk, desk["deputy"])
        beside = threading.Thread(target=deputy.save_all, args=[choices])
        beside.start()
        manager.save_all(choices)
        beside.join()
        return choices


class Browser:
    """One person's, signed in."""

    def __init__(self, day, desk, session):
        self.day, self.desk, self.session = day, desk, session
        self.base = f"/desk/organizations/{desk['code']}/assessments/{desk['round']}/"

    def save_all(self, choices):
        try:
            for item in self.desk["items"]:
                self.save(item, choices)
                time.sleep(PAUSE)
        except (OSError, http.client.HTTPException, TimeoutError) as error:
            self.day.faults.append(f"{self.desk['code']}: {error!r}")

    def save(self, item, choices):
        text = f"{self.session[:6]} ทำตามแผนและรายงานที่ประชุม ข้อ {item}"
        answer = {"choice": "75", "text": text, "figure": "", "is_figure_open": False, "base": 0}
        body = json.dumps({"item": item, **answer})
        status, _headers, content = self.ask(
            "save", "POST", f"{self.base}answers/", body, "application/json"
        )
        if status == 200:
            self.day.acknowledged.append([self.desk["code"], item, text])
            if choice := json.loads(content).get("choice"):
                choices.add(choice)

    def choose(self, address):
        page = self.ask("choose", "GET", address)[2].decode()
        if found := re.search(r'name="mark" value="(\w+)"', page):
            body = urlencode({"pick": "answer", "mark": found[1]})
            self.ask("choose", "POST", address, body)

    def post(self, what, page, data):
        return self.ask(what, "POST", self.base + page, urlencode(data))

    def ask(self, what, method, address, body="", kind="application/x-www-form-urlencoded"):
        if time.monotonic() > self.day.until:
            raise TimeoutError("the time of this run is over")
        origin = f"http://{HOST}:{self.day.port}"
        headers = {"Cookie": f"sessionid={self.session}", "Origin": origin, "Content-Type": kind}
        begun = time.monotonic()
        connection = http.client.HTTPConnection(HOST, self.day.port, timeout=LONGEST_WAIT)
        try:
            connection.request(method, address, body.encode(), headers)
            response = connection.getresponse()
            content = response.read()
        finally:
            connection.close()
        self.day.requests.append((what, time.monotonic() - begun, response.status))
        return response.status, response.headers, content


def report(options, day, seconds, stored):
    times = sorted(taken for _what, taken, _status in day.requests)
    cuts = statistics.quantiles(times, n=20)
    wrong = [(what, status) for what, _taken, status in day.requests if status >= 400]
    print(f"{options.database}: {options.managers} managers, {len(times)} requests")
    print(f"  {seconds:.0f} s, {len(times) / seconds:.1f} requests/s")
    print(f"  waiting: p50 {cuts[9]:.2f} s, p95 {cuts[18]:.2f} s, longest {times[-1]:.2f} s")
    print(f"  errors: {len(wrong)} answers {sorted(set(wrong))}, {len(day.faults)} without answer")
    print(f"  submitted: {len(day.submitted)}, in the database {stored['submitted']}")
    print(f"  acknowledged answers: {len(day.acknowledged)}, lost: {len(stored['lost'])}")
    for fault in [*day.faults, *stored["lost"]][:5]:
        print(f"    {fault}")


# In a process of its own, with Django


def set_up():
    os.environ["DJANGO_SETTINGS_MODULE"] = "loei_coop.settings"
    import django

    django.setup()


def prepare(options):
    """A portal with an open round; who is signed in where."""
    set_up()
    from django.core.management import call_command

    call_command("migrate", verbosity=0)
    from tests.governance.assessing import make_small_edition, open_round

    round_ = open_round(make_small_edition(CATEGORIES, ITEMS, code="deadline-day"))
    items = [f"{c}-{i}" for c in range(1, CATEGORIES + 1) for i in range(1, ITEMS + 1)]
    return [desk(round_, items, number) for number in range(options.managers)]


def desk(round_, items, number):
    from networks.choices import Position
    from tests.factories import make_organization

    organization = make_organization(f"สหกรณ์ที่ {number} จำกัด")
    manager = member(organization, Position.MANAGER, f"manager{number}")
    has_deputy = number % EVERY_WITH_DEPUTY == 0
    deputy = member(organization, Position.DEPUTY, f"deputy{number}") if has_deputy else ""
    return {
        "code": organization.code,
        "round": round_.pk,
        "items": items,
        "manager": manager,
        "deputy": deputy,
    }


def member(organization, position, name) -> str:
    """The key of a session in which this person is signed in."""
    from django.conf import settings
    from django.contrib.auth import get_user_model
    from django.test import Client

    from tests.factories import appoint, make_person
    from tests.governance.assessing import LAST_YEAR

    user = get_user_model().objects.create_user(name)
    appoint(make_person(name, user=user), position, at=organization, starts_on=LAST_YEAR)
    client = Client()
    client.force_login(user)
    return client.cookies[settings.SESSION_COOKIE_NAME].value


def verify(options):
    """What was acknowledged and is neither the answer nor kept beside it."""
    set_up()
    from governance.models import Answer, Assessment, RivalAnswer

    columns = ("assessment__organization__code", "item__code", "text")
    stored = set(Answer.objects.values_list(*columns)) | set(
        RivalAnswer.objects.values_list(*columns)
    )
    acknowledged = json.load(sys.stdin)
    return {
        "lost": [row for row in acknowledged if tuple(row) not in stored],
        "submitted": Assessment.objects.handed_in().filter(round__is_recorded=False).count(),
    }


if __name__ == "__main__":
    main()
