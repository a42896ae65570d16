"""What holds for the whole repository."""

import re
import subprocess
import sys
import tomllib

import pytest
from django.conf import settings
from django.core.management import call_command

ROOT = settings.BASE_DIR
TOP_LEVEL = {
    "LICENSE",
    "README.md",
    "fixtures",
    "governance",
    "loei_coop",
    "manage.py",
    "networks",
    "pyproject.toml",
    "requirements-dev.txt",
    "requirements.txt",
    "templates",
    "tests",
}


def tracked_files():
    listing = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True)
    return listing.stdout.split("\n")[:-1] if listing.returncode == 0 else []


@pytest.mark.parametrize("command", [["check"], ["format", "--check"]], ids=["lint", "format"])
def test_ruff_finds_nothing(command):
    result = run("-m", "ruff", *command, ".")
    assert result.returncode == 0, result.stdout


def test_imports_go_down_only():
    result = run("-c", "from importlinter.cli import lint_imports_command as c; c()", "--no-cache")
    assert result.returncode == 0, result.stdout


def run(*arguments):
    command = [sys.executable, *arguments]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


@pytest.mark.django_db
def test_no_migration_is_missing():
    call_command("makemigrations", "--check", "--dry-run", verbosity=0)


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-dev.txt"])
def test_requirements_are_pinned_with_hashes_and_name_no_host(name):
    text = (ROOT / name).read_text()
    pins = re.findall(r"^[a-z0-9][\w.\[\],-]*==", text, re.MULTILINE)
    assert "://" not in text
    assert len(pins) > 10
    assert len(re.findall(r"^[a-z0-9]\S*==[^\\]*\\\n +--hash", text, re.MULTILINE)) == len(pins)


def test_requirements_have_every_package_of_pyproject():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())
    wanted = project["project"]["dependencies"]
    assert package_names(wanted) <= pinned("requirements.txt")
    wanted += project["dependency-groups"]["dev"]
    assert package_names(wanted) <= pinned("requirements-dev.txt")
    assert pinned("requirements.txt") <= pinned("requirements-dev.txt")


def package_names(requirements):
    return {re.match(r"[A-Za-z0-9._-]+", text)[0].lower() for text in requirements}


def pinned(name):
    return set(re.findall(r"^([a-z0-9][\w.-]*)(?:\[|==)", (ROOT / name).read_text(), re.MULTILINE))


def test_the_top_level_is_the_agreed_one():
    top = {name.split("/")[0] for name in tracked_files()}
    assert {name for name in top if not name.startswith(".")} <= TOP_LEVEL


def test_templates_have_no_inline_script_or_style():
    inline = re.compile(r"<script>|<style|\sstyle=|\son[a-z]+=")
    templates = (ROOT / "templates").rglob("*.html")
    assert [t.name for t in templates if inline.search(t.read_text())] == []


def test_the_readme_names_every_variable_of_the_settings():
    source = (ROOT / "loei_coop/settings.py").read_text()
    read = set(re.findall(r'(?:read\(env\.\w+, |required\(\s*)"([A-Z_]+)"', source))
    readme = (ROOT / "README.md").read_text()
    assert {name for name in read if f"`{name}`" not in readme} == set()
    assert "SECRET_KEY" in read
