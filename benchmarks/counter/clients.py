"""A server with two processes on loopback, and eight clients who ask it the same page as fast as it answers."""

import http.client
import os
import socket
import statistics
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

CLIENTS = 8


@contextmanager
def serving(application: str, folder: Path) -> Iterator[int]:
    """The port on which two processes of this WSGI application listen while the block runs."""
    with socket.socket() as line:
        line.bind(("127.0.0.1", 0))
        port: int = line.getsockname()[1]
    command = [sys.executable, "-m", "gunicorn", application, "--workers", "2", "--bind", f"127.0.0.1:{port}"]
    with (folder / "server.log").open("w") as log:
        server = subprocess.Popen(
            [*command, "--log-level", "error"], stdout=log, stderr=log, env=dict(os.environ)
        )
        try:
            _wait_for(port)
            yield port
        finally:
            server.terminate()
            server.wait(20)


def _wait_for(port: int) -> None:
    for _ in range(200):
        with suppress(OSError), socket.create_connection(("127.0.0.1", port), 1):
            return
        time.sleep(0.1)
    raise TimeoutError(f"nobody listens on port {port}")


def eight_clients(port: int, path: str, cookie: str, seconds: float) -> dict[str, Any]:
    """Pages a second, their median and p95 in milliseconds, and how many failed."""
    took: list[float] = []
    failed: list[str] = []
    until = 0.0

    def ask() -> None:
        while time.perf_counter() < until:
            began = time.perf_counter()
            try:
                line = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
                line.request("GET", path, headers={"Cookie": cookie, "Host": "127.0.0.1"})
                answer = line.getresponse()
                answer.read()
                line.close()
            except OSError as trouble:
                failed.append(type(trouble).__name__)
                continue
            if answer.status == 200:
                took.append((time.perf_counter() - began) * 1000)
            else:
                failed.append(str(answer.status))

    # First until both processes have loaded and answered a few times, which does not count.
    for length in (max(10.0, seconds), seconds):
        took.clear()
        failed.clear()
        began = time.perf_counter()
        until = began + length
        threads = [threading.Thread(target=ask) for _ in range(CLIENTS)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        lasted = time.perf_counter() - began
    took.sort()
    return {
        "per_second": round(len(took) / lasted, 1),
        "median": round(statistics.median(took), 1) if took else None,
        "p95": round(took[int(len(took) * 0.95)], 1) if took else None,
        "failed": len(failed),
        "why": sorted(set(failed)),
    }
