"""Starting with good, bad and missing variables, as an office does: in a process of its own."""

import os
import stat
import subprocess
import sys

import pytest
from django.conf import settings

from loei_coop import environment

SECRET = "k7Qm2_xZ" * 8
PRODUCTION = {"ALLOWED_HOSTS": "portal.example.go.th", "SECRET_KEY": SECRET}


def manage(tmp_path, *arguments, **variables):
    inherited = {k: v for k, v in os.environ.items() if k not in ("DATABASE_URL", "CI")}
    return subprocess.run(
        [sys.executable, "manage.py", *arguments],
        cwd=settings.BASE_DIR,
        env={**inherited, "DATA_DIR": str(tmp_path / "data"), **variables},
        capture_output=True,
        text=True,
        check=False,
    )


def test_a_clone_starts_with_no_variable_at_all(tmp_path):
    assert manage(tmp_path, "check").returncode == 0


def test_an_empty_variable_counts_as_not_set(tmp_path):
    empty = {"ALLOWED_HOSTS": "", "DATABASE_URL": "", "PORT": "", "DEBUG": ""}
    show = (
        "from django.conf import settings as s; "
        "print(s.LOCAL, s.PORT, s.DATABASES['default']['ENGINE'])"
    )
    result = manage(tmp_path, "shell", "-v0", "-c", show, **empty)
    assert result.stdout.split() == ["True", "8000", "django.db.backends.sqlite3"], result.stderr


def test_production_is_clean_for_the_deployment_check(tmp_path):
    result = manage(tmp_path, "check", "--deploy", "--fail-level", "WARNING", **PRODUCTION)
    assert result.returncode == 0, result.stderr


def test_production_without_a_secret_is_stopped_by_a_sentence(tmp_path):
    result = manage(tmp_path, "check", ALLOWED_HOSTS="portal.example.go.th")
    assert result.returncode == 1
    assert "Set the variable SECRET_KEY" in result.stderr
    assert "โปรดกำหนดตัวแปร SECRET_KEY" in result.stderr
    assert "Traceback" not in result.stderr


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("DEBUG", "maybe"),
        ("PORT", "eight thousand"),
        ("DATABASE_URL", "nonsense"),
        ("HSTS_SECONDS", "x"),
    ],
)
def test_a_value_that_cannot_be_read_is_one_sentence_in_two_languages(tmp_path, name, value):
    result = manage(tmp_path, "check", **{**PRODUCTION, name: value})
    assert result.returncode == 1
    assert f"The variable {name} cannot be read ('{value}')" in result.stderr
    assert "Traceback" not in result.stderr


def test_the_local_secret_is_made_once_and_is_private(tmp_path):
    path = tmp_path / "data" / "secret_key"
    secret = environment.local_secret(path)
    assert environment.local_secret(path) == secret
    assert len(secret) > 50
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def test_debug_pages_are_never_shown_in_production(tmp_path):
    show = "from django.conf import settings; print(settings.DEBUG, settings.LOCAL)"
    result = manage(tmp_path, "shell", "-v0", "-c", show, **PRODUCTION, DEBUG="true")
    assert result.stdout.strip() == "False False"
