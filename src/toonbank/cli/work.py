"""`toonbank work`: the worker of the desk as a process of its own, beside `toonbank serve` or on another machine."""

import argparse
import signal
import threading
from collections.abc import Sequence

from toonbank.cli.desk import complain, make_ready
from toonbank.core.errors import BadInput


def run(arguments: Sequence[str]) -> int:
    """Work until told to stop; returns the exit status."""
    parser = argparse.ArgumentParser(
        prog="toonbank work", description="Send what is due, in a process of its own."
    )
    parser.add_argument(
        "--name", default="1", help="each worker on the same database has a name of its own (default: 1)"
    )
    asked = parser.parse_args(arguments)
    try:
        make_ready()
    except BadInput as trouble:
        return complain(trouble)
    work_until_told(f"work-{asked.name}")
    return 0


def work_until_told(role: str) -> None:
    """Run a worker until SIGTERM or SIGINT."""
    from toonbank.work.worker import Worker

    over = threading.Event()
    for told in (signal.SIGTERM, signal.SIGINT):
        signal.signal(told, lambda *_: over.set())
    worker = Worker(role)
    worker.start()
    print("Working; stop with Ctrl-C.", flush=True)
    over.wait()
    worker.stop()
