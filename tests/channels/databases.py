"""PostgreSQL and redis for the part of Bluesky that keeps notifications: both on loopback, both thrown away afterwards."""

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest

from .peers import free_port

NEEDED = "PostgreSQL and redis are needed for Bluesky's notifications; on Debian: apt-get install postgresql redis-server"


@contextmanager
def databases() -> Iterator[Mapping[str, str]]:
    """Both servers while the block runs, as the settings that the Bluesky peer reads; skips where they are missing."""
    postgres, redis = _postgres_programs(), shutil.which("redis-server")
    if postgres is None or redis is None:
        if os.environ.get("CI") == "true":
            pytest.fail(NEEDED)
        pytest.skip(NEEDED)
    with tempfile.TemporaryDirectory(prefix="toonbank-peer-") as folder, ExitStack() as stack:
        Path(folder).chmod(0o755)
        address = stack.enter_context(_postgresql(postgres, Path(folder) / "postgres"))
        port = stack.enter_context(_redis(redis, folder))
        yield {"DB_POSTGRES_URL": address, "REDIS_HOST": f"127.0.0.1:{port}"}


def _postgres_programs() -> Path | None:
    """Where initdb and pg_ctl are: Debian keeps them off the path."""
    found = shutil.which("pg_ctl")
    places = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda place: float(place.parent.name))
    return Path(found).parent if found else (places[-1] if places else None)


@contextmanager
def _postgresql(programs: Path, folder: Path) -> Iterator[str]:
    folder.mkdir(mode=0o700)
    user, port = _ordinary_user(), free_port()
    if user:
        shutil.chown(folder, user)
    data = folder / "data"
    options = f"-c listen_addresses=127.0.0.1 -p {port} -c unix_socket_directories={folder} -c fsync=off"
    made = [programs / "initdb", "-D", data, "-U", "peer", "-A", "trust", "-E", "UTF8", "--no-locale"]
    control = [programs / "pg_ctl", "-D", data, "-w", "-l", folder / "log"]
    _run(made, user, folder)
    _run([*control, "-o", options, "start"], user, folder)
    try:
        yield f"postgresql://peer@127.0.0.1:{port}/postgres"
    finally:
        _run([*control, "-m", "immediate", "stop"], user, folder)


@contextmanager
def _redis(program: str, folder: str) -> Iterator[int]:
    port = free_port()
    settings = [
        "--port",
        str(port),
        "--bind",
        "127.0.0.1",
        "--save",
        "",
        "--appendonly",
        "no",
        "--dir",
        folder,
    ]
    process = subprocess.Popen([program, *settings], stdout=subprocess.DEVNULL)
    try:
        yield port
    finally:
        process.terminate()
        process.wait(10)


def _ordinary_user() -> str | None:
    """PostgreSQL refuses to run as root; then the user that its package made runs it."""
    if os.geteuid() != 0:
        return None
    try:
        return pwd.getpwnam("postgres").pw_name
    except KeyError:
        pytest.skip(f"{NEEDED}, or do not run as root")


def _run(command: list[object], user: str | None, folder: Path) -> None:
    words = [str(word) for word in command]
    subprocess.run(words, user=user, cwd=folder, check=True, stdout=subprocess.DEVNULL, timeout=60)
