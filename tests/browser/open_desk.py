"""A desk as a shopkeeper opens it: `toonbank serve` on an empty home of its own."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx

from channels.peers import free_port

OPENS_WITHIN = 60.0


@contextmanager
def open_desk(home: Path) -> Iterator[str]:
    """The address of a desk where nobody works yet; it is closed at the end. Servers on this machine may be networks."""
    address = f"http://127.0.0.1:{free_port()}"
    # A database of its own, in its home, also where the other tests run on PostgreSQL.
    environment = {name: value for name, value in os.environ.items() if name != "TOONBANK_DATABASE"} | {
        "TOONBANK_HOME": str(home),
        "TOONBANK_ADDRESS": address,
        "TOONBANK_ALLOW_PRIVATE_ADDRESSES": "yes",
    }
    output = home / "desk.log"
    with output.open("w") as log:
        process = subprocess.Popen(
            [sys.executable, "-m", "toonbank.cli.main", "serve"],
            env=environment,
            stdout=log,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
        try:
            _wait_until_open(address, process, output)
            yield address
        finally:
            process.terminate()
            try:
                process.wait(20)
            finally:
                if process.poll() is None:
                    os.killpg(process.pid, signal.SIGKILL)


def _wait_until_open(address: str, process: subprocess.Popen, output: Path) -> None:
    ends_at = time.monotonic() + OPENS_WITHIN
    while time.monotonic() < ends_at and process.poll() is None:
        try:
            if httpx.get(address, follow_redirects=True).status_code == 200:
                return
        except httpx.TransportError:
            time.sleep(0.2)
    raise AssertionError(f"the desk did not open: {output.read_text()[-2000:]}")
