"""A PostgreSQL on loopback that is thrown away afterwards, where its programs are installed."""

import os
import pwd
import shutil
import socket
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


def programs() -> Path | None:
    """Where initdb and pg_ctl are: Debian keeps them off the path."""
    places = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda place: float(place.parent.name))
    found = shutil.which("initdb")
    return places[-1] if places else (Path(found).resolve().parent if found else None)


@contextmanager
def postgresql(folder: Path) -> Iterator[int]:
    """The port of a new cluster, user `peer`, with the databases `toonbank` and `helpdesk`; settings as they come, but no fsync."""
    where, user = programs(), _ordinary_user()
    assert where is not None
    folder.mkdir(mode=0o700)
    if user:
        shutil.chown(folder, user)
    with socket.socket() as line:
        line.bind(("127.0.0.1", 0))
        port: int = line.getsockname()[1]
    data = str(folder / "data")
    settings = "-c shared_buffers=256MB -c max_wal_size=4GB -c fsync=off"
    options = f"-c listen_addresses=127.0.0.1 -p {port} -c unix_socket_directories={folder} {settings}"
    control = [str(where / "pg_ctl"), "-D", data, "-w", "-l", str(folder / "log")]
    _run(
        [str(where / "initdb"), "-D", data, "-U", "peer", "-A", "trust", "-E", "UTF8", "--no-locale"],
        user,
        folder,
    )
    _run([*control, "-o", options, "start"], user, folder)
    try:
        for name in ("toonbank", "helpdesk"):
            _run(
                [str(where / "createdb"), "-h", "127.0.0.1", "-p", str(port), "-U", "peer", name],
                user,
                folder,
            )
        yield port
    finally:
        _run([*control, "-m", "immediate", "stop"], user, folder)


def _ordinary_user() -> str | None:
    """PostgreSQL does not run as root."""
    if os.getuid() != 0:
        return None
    return next(
        (name for name in ("postgres", "nobody") if name in {one.pw_name for one in pwd.getpwall()}), None
    )


def _run(command: list[str], user: str | None, folder: Path) -> None:
    subprocess.run(command, check=True, user=user, cwd=folder, stdout=subprocess.DEVNULL)
