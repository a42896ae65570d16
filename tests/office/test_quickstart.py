"""quickstart as it is run: in a process of its own, over http."""

import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.request

import pytest
from django.conf import settings
from django.core.management import CommandError
from django.db import connection

from loei_coop.office import server

SENTENCE = "เปิดใช้งานเว็บไซต์แล้วที่"


# On the PostgreSQL half quickstart fills the server's own database; tests use another one.
OWN_DATABASE = {} if connection.vendor == "postgresql" else {"DATABASE_URL": ""}


def free_port():
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return listener.getsockname()[1]


class Portal:
    def __init__(self, folder, port):
        self.address = f"http://127.0.0.1:{port}"
        self.log = folder / "log.txt"
        with self.log.open("w") as log:
            self.process = subprocess.Popen(
                [sys.executable, "manage.py", "quickstart"],
                cwd=settings.BASE_DIR,
                env={
                    **os.environ,
                    **OWN_DATABASE,
                    "DATA_DIR": str(folder / "data"),
                    "PORT": str(port),
                },
                stdout=log,
                stderr=log,
            )

    @property
    def output(self):
        return self.log.read_text()

    def wait(self):
        for _attempt in range(600):
            if SENTENCE in self.output or self.process.poll() is not None:
                return
            time.sleep(0.2)

    def get(self, path):
        with urllib.request.urlopen(self.address + path, timeout=20) as response:
            return response.read().decode()

    def stop(self, with_signal):
        self.process.send_signal(with_signal)
        return self.process.wait(30)


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("quickstart")


def test_the_first_run_serves_the_records_and_shows_the_password_once(folder):
    port = free_port()
    portal = Portal(folder, port)
    portal.wait()
    try:
        passwords = re.findall(r"รหัสผ่าน: (\w{4}-\w{4}-\w{4})\n", portal.output)
        assert len(set(passwords)) == 2, portal.output  # the officer's, the sample manager's
        assert "ชื่อผู้ใช้: 0008" in portal.output
        page = portal.get("/")
        assert "148 แห่ง" in page
        stylesheet = re.search(r'href="(/static/css/base\.\w+\.css)"', page)[1]
        assert "--line-height" in portal.get(stylesheet)
        assert "ไม่ปรากฏ" in portal.get("/committee/?on=2013-06-15")
    finally:
        assert portal.stop(signal.SIGTERM) == 0
    assert "Traceback" not in portal.output


def test_a_second_run_keeps_the_data_and_prints_no_password(folder):
    portal = Portal(folder, free_port())
    portal.wait()
    try:
        assert "รหัสผ่าน" not in portal.output
        assert "148 แห่ง" in portal.get("/")
    finally:
        assert portal.stop(signal.SIGINT) == 0
    assert "Traceback" not in portal.output


def test_a_busy_port_is_one_sentence(folder):
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
        portal = Portal(folder, port)
        assert portal.process.wait(60) == 1
    assert f"ใช้พอร์ต {port} ไม่ได้" in portal.output
    assert len(portal.output.strip().splitlines()) == 1


@pytest.mark.parametrize("port", [-1, 70000])
def test_an_impossible_port_is_refused_with_a_sentence(port):
    with pytest.raises(CommandError, match="PORT"):
        server.listening_socket(port)
