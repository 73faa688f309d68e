"""`toonbank serve` and `toonbank work` as processes: they open, send what is due, and stop in seconds."""

import os
import signal
import subprocess
import sys
import time
import uuid
from pathlib import Path

import httpx
import pytest

from channels.peers import free_port

TESTS = Path(__file__).parent.parent
MOST_MEMORY = 250_000  # kB, of all processes together


@pytest.fixture
def database():
    """On PostgreSQL each desk has a database of its own, as on SQLite it has a file; "" there."""
    given = os.environ.get("TOONBANK_DATABASE", "")
    if not given:
        yield ""
        return
    import psycopg

    server, name = given.rpartition("/")[0], f"serve_{uuid.uuid4().hex}"
    with psycopg.connect(f"{server}/postgres", autocommit=True) as line:
        line.execute(f"CREATE DATABASE {name}")
        yield f"{server}/{name}"
        line.execute(f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture
def environment(tmp_path, database):
    return {
        **os.environ,
        "TOONBANK_DATABASE": database,
        "PYTHONPATH": str(TESTS),
        "TOONBANK_HOME": str(tmp_path),
        "TOONBANK_LOG_LEVEL": "WARNING",
    }


@pytest.fixture
def run(environment):
    """Start a command of the desk; it is stopped at the end if it still runs."""
    started = []

    def begin(*words: str) -> subprocess.Popen:
        command = [sys.executable, "-m", "toonbank.cli.main", *words]
        process = subprocess.Popen(
            command,
            env=environment,
            text=True,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
        started.append(process)
        return process

    yield begin
    for process in started:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
        process.communicate()


def ask(environment, deed: str) -> str:
    command = [sys.executable, "-m", "work.serve_scene", deed]
    return subprocess.run(
        command, env=environment, text=True, capture_output=True, check=True, timeout=60
    ).stdout.strip()


def wait_for(question, answer, seconds: float = 30.0) -> None:
    ends_at = time.monotonic() + seconds
    while (said := question()) != answer:
        assert time.monotonic() < ends_at, f"still {said!r}, not {answer!r}"
        time.sleep(0.3)


def status_of(address: str) -> int:
    try:
        return httpx.get(address, follow_redirects=True).status_code
    except httpx.TransportError:
        return 0


def memory_of(process: subprocess.Popen) -> int:
    """Resident kB of the process and its children."""
    children = Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text().split()
    lines = [
        line
        for pid in [process.pid, *children]
        for line in Path(f"/proc/{pid}/status").read_text().splitlines()
    ]
    return sum(int(line.split()[1]) for line in lines if line.startswith("VmRSS"))


@pytest.mark.slow
def test_the_desk_opens_sends_what_is_due_and_stops(run, environment):
    address = f"http://127.0.0.1:{free_port()}"
    environment["TOONBANK_ADDRESS"] = address
    assert run("manage", "migrate", "--verbosity", "0").wait(60) == 0
    ask(environment, "plan")
    desk = run("serve")
    wait_for(lambda: status_of(address), 200)
    wait_for(lambda: ask(environment, "states"), "sent")
    if sys.platform == "linux":
        assert memory_of(desk) < MOST_MEMORY

    desk.send_signal(signal.SIGTERM)
    said, _ = desk.communicate(timeout=15)
    assert desk.returncode == 0
    assert address in said


@pytest.mark.slow
def test_a_worker_of_its_own_sends_what_is_due_and_stops(run, environment):
    assert run("manage", "migrate", "--verbosity", "0").wait(60) == 0
    ask(environment, "plan")
    worker = run("work", "--name", "2")
    wait_for(lambda: ask(environment, "states"), "sent")

    worker.send_signal(signal.SIGINT)
    worker.communicate(timeout=15)
    assert worker.returncode == 0


@pytest.mark.slow
def test_a_desk_that_others_can_reach_wants_https(run):
    desk = run("serve", "--host", "0.0.0.0")
    said, _ = desk.communicate(timeout=15)
    assert desk.returncode == 2
    assert "https" in said
    assert "Traceback" not in said


@pytest.mark.slow
def test_a_desk_that_others_can_reach_tells_the_code_of_its_first_run(run, environment):
    environment["TOONBANK_ADDRESS"] = "https://balie.example"
    desk = run("serve", "--port", str(free_port()))
    said = next(line for line in desk.stdout if "Nobody works here yet" in line)
    code = (Path(environment["TOONBANK_HOME"]) / "keys" / "setup.code").read_text(encoding="ascii")
    assert said.split()[-1] == f"https://balie.example/welcome/?code={code}"


@pytest.mark.slow
def test_a_taken_port_is_told_in_one_line(run, environment):
    address = f"http://127.0.0.1:{free_port()}"
    environment["TOONBANK_ADDRESS"] = address
    first = run("serve")
    wait_for(lambda: status_of(address), 200)
    second = run("serve")
    said, _ = second.communicate(timeout=15)
    assert second.returncode == 2
    assert "open already" in said
    assert len(said.splitlines()) == 1
    first.terminate()
    assert "Nobody works here yet" in first.communicate(timeout=15)[0]
