"""Real servers on loopback, installed once outside the clone (TOONBANK_PEERS, else ~/.cache/toonbank-peers)."""

import fcntl
import json
import os
import socket
import subprocess
import time
import uuid
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import pytest

SCRIPTS = Path(__file__).parent.parent / "peers"
HOME = Path(os.environ.get("TOONBANK_PEERS") or Path.home() / ".cache" / "toonbank-peers")
INSTALL_WITHIN = 600.0


def free_port() -> int:
    """A port of 127.0.0.1 that nobody uses now."""
    with socket.socket() as sock:
        sock.bind(("127.0.0.1", 0))
        return int(sock.getsockname()[1])


@contextmanager
def running(script: str, environment: Mapping[str, str], ready) -> Iterator[object]:
    """The server of `script` while the block runs; yields what `ready(output)` found in its output.

    A machine that cannot build it skips the test with a clear line; with CI=true it fails instead.
    """
    HOME.mkdir(parents=True, exist_ok=True)
    output = HOME / f"{script}-{os.getpid()}-{uuid.uuid4().hex[:8]}.log"  # a test may start a second one
    with output.open("w+") as log, (HOME / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)  # two runs must not install at the same time
        process = subprocess.Popen(
            ["sh", str(SCRIPTS / script)],
            env={**os.environ, "TOONBANK_PEERS": str(HOME), **environment},
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=subprocess.STDOUT,
        )
        try:
            found = _wait(process, output, ready)
            fcntl.flock(lock, fcntl.LOCK_UN)
            if found is None:
                _give_up(script, output)
            yield found
        finally:
            process.terminate()
            try:
                process.wait(10)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
    output.unlink()


def json_line(output: str) -> object:
    """The first line of output that is a JSON object."""
    for line in output.splitlines():
        if line.startswith("{") and line.endswith("}"):
            return json.loads(line)
    return None


def _wait(process: subprocess.Popen, output: Path, ready) -> object:
    ends_at = time.monotonic() + INSTALL_WITHIN
    while process.poll() is None and time.monotonic() < ends_at:
        if found := ready(output.read_text(errors="replace")):
            return found
        time.sleep(0.1)
    return None


def _give_up(script: str, output: Path) -> None:
    tail = " / ".join(output.read_text(errors="replace").splitlines()[-3:])
    words = f"{script} cannot run on this machine ({tail or 'no output'}); it needs python3, a C++ compiler and make"
    if os.environ.get("CI") == "true":
        pytest.fail(words)
    pytest.skip(words)
