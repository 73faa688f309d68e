"""`toonbank serve`: the whole desk in one command, pages and worker together."""

import argparse
import os
import socket
import sys
import traceback
from collections.abc import Callable, Sequence
from ipaddress import ip_address
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from toonbank.cli.desk import complain, make_ready
from toonbank.core.errors import BadInput

if TYPE_CHECKING:
    from gunicorn.app.base import BaseApplication

ADDRESS = "http://127.0.0.1:8321"
THREADS = 8
STOP_WITHIN = 10  # seconds for pages and deliveries that are under way
ENGINE_STOPS_WITHIN = 4


def run(arguments: Sequence[str]) -> int:
    """Serve until told to stop; returns the exit status."""
    asked = _parser().parse_args(arguments)
    try:
        host, port = _where(asked)
    except BadInput as trouble:
        return complain(trouble)
    trouble_status = _in_a_child(lambda: _get_ready(host, port))
    if trouble_status:
        return trouble_status
    try:
        _application(host, port).run()
    except SystemExit as end:
        return int(end.code or 0)
    return 0


def _in_a_child(deed: Callable[[], int]) -> int:
    """Run `deed` in a child and return its status: what it loads would stay in the parent's memory for as long as we serve."""
    sys.stdout.flush()
    child = os.fork()
    if child:
        return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    status = 1
    try:
        status = deed()
        sys.stdout.flush()
    except Exception:  # nothing above us in this process would tell of it
        traceback.print_exc()
    finally:
        os._exit(status)


def _get_ready(host: str, port: int) -> int:
    try:
        _must_be_free(host, port)
        make_ready()
    except BadInput as trouble:
        return complain(trouble)
    print(_welcome(host, port))
    return 0


def _must_be_free(host: str, port: int) -> None:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family) as line:
        line.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            line.bind((host, port))
        except OSError as trouble:
            raise BadInput(
                f"Cannot listen on {host}, port {port}: {trouble.strerror}. Is a desk open already? Else choose another --port."
            ) from None


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="toonbank serve", description="Open the desk in the browser.")
    parser.add_argument(
        "--host", help="where to listen (default: the host of TOONBANK_ADDRESS, on this machine only)"
    )
    parser.add_argument("--port", type=int, help="on which port (default: that of TOONBANK_ADDRESS, or 8321)")
    parser.add_argument(
        "--allow-plain-http",
        action="store_true",
        help="listen beyond this machine without https: only behind a proxy that adds it",
    )
    return parser


def _where(asked: argparse.Namespace) -> tuple[str, int]:
    """Host and port to listen on. Without an address of its own the desk takes the one that it listens on."""
    given = os.environ.get("TOONBANK_ADDRESS", "")
    address = urlsplit(given or ADDRESS)
    is_proxied = address.scheme == "https"
    try:
        named_port = address.port
    except ValueError:
        raise BadInput(f"TOONBANK_ADDRESS is {given!r}; it looks like https://desk.example.org") from None
    host = asked.host or ("127.0.0.1" if is_proxied else address.hostname or "127.0.0.1")
    port = asked.port or (8321 if is_proxied or not named_port else named_port)
    if not _is_this_machine(host) and not is_proxied and not asked.allow_plain_http:
        raise BadInput(
            f"{host} can be reached by others, and without https they could read along. Put a proxy with https before "
            "the desk and set TOONBANK_ADDRESS=https://..., or say --allow-plain-http if you know better."
        )
    if not given:
        shown = f"[{host}]" if ":" in host else host
        os.environ["TOONBANK_ADDRESS"] = f"http://{shown}:{port}"
    return host, port


def _is_this_machine(host: str) -> bool:
    try:
        return ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return host == "localhost"


def _welcome(host: str, port: int) -> str:
    from django.conf import settings

    from toonbank.shops.founding import is_founded
    from toonbank.web.welcome import setup_address

    shown = f"[{host}]" if ":" in host else host
    lines = [f"The desk is open at {settings.ADDRESS}/ (listening on {shown}:{port}; stop with Ctrl-C)."]
    if not is_founded():
        lines.append(f"Nobody works here yet. Make the first shop at {setup_address()}")
    return "\n".join(lines)


def _application(host: str, port: int) -> "BaseApplication":
    from gunicorn.app.base import BaseApplication

    class Desk(BaseApplication):  # type: ignore[misc]  # gunicorn has no types
        """One process for pages, with the worker inside."""

        def load_config(self) -> None:
            """Set what gunicorn would read from a file."""
            for name, value in _options(host, port).items():
                self.cfg.set(name, value)

        def load(self) -> Any:  # a WSGI application
            """The pages."""
            from toonbank.web.wsgi import application

            return application

    return Desk()


def _options(host: str, port: int) -> dict[str, Any]:  # gunicorn's settings are of every kind
    return {
        "bind": f"[{host}]:{port}" if ":" in host else f"{host}:{port}",
        "workers": 1,
        "worker_class": "gthread",
        "threads": THREADS,
        "keepalive": 5,
        "graceful_timeout": STOP_WITHIN,
        "loglevel": "warning",
        "control_socket_disable": True,
        "proc_name": "toonbank",
        "post_worker_init": _begin_work,
        "worker_exit": _end_work,
    }


_workers: list[Any] = []


def _begin_work(server_worker: object) -> None:
    """The worker starts in the process that serves: threads do not survive a fork."""
    from toonbank.work.worker import Worker

    worker = Worker("serve")
    worker.start()
    _workers.append(worker)


def _end_work(server: object, server_worker: object) -> None:
    while _workers:
        _workers.pop().stop(ENGINE_STOPS_WITHIN)
    sys.stdout.flush()
