"""Three workers, killed at random about every second, 300 deliveries: none twice, none lost, the unknown for a person."""

import json
import logging
import os
import random
import signal
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

import httpx
import pytest

from channels.peers import free_port, json_line, running

TESTS = Path(__file__).parent.parent
EACH = 150
KILL_FOR = 75.0  # seconds
ANSWERS = 60
SETTLE_FOR = 75.0
SEED = 20261121

log = logging.getLogger(__name__)


class Desk:
    """The processes of one desk on one SQLite file."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self.workers: dict[str, subprocess.Popen] = {}
        self.killed = 0
        self.environment = {
            **os.environ,
            "PYTHONPATH": str(TESTS),
            "DJANGO_SETTINGS_MODULE": "work.drill_settings",
            "TOONBANK_HOME": str(home),
            "TOONBANK_ALLOW_PRIVATE_ADDRESSES": "yes",
            "TOONBANK_LOG_LEVEL": "WARNING",
        }
        self.environment.pop("TOONBANK_DATABASE", None)

    def ask(self, deed: str, said: object = None) -> str:
        done = subprocess.run(
            [sys.executable, "-m", "work.drill_desk", deed],
            input=json.dumps(said),
            env=self.environment,
            text=True,
            stdout=subprocess.PIPE,
            check=True,
            timeout=240,
        )
        return done.stdout

    def report(self) -> dict:
        return json.loads(self.ask("report"))

    def hire(self, name: str) -> None:
        with (self.home / f"worker-{name}.log").open("ab") as log:
            self.workers[name] = subprocess.Popen(
                [sys.executable, "-m", "work.drill_desk", "work", name],
                env=self.environment,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
            )

    def kill(self, name: str) -> None:
        worker = self.workers[name]
        if worker.poll() is None:
            worker.send_signal(signal.SIGKILL)
            self.killed += 1
        worker.wait()

    def stop(self) -> None:
        for worker in self.workers.values():
            worker.terminate()
        for worker in self.workers.values():
            try:
                worker.wait(15)
            except subprocess.TimeoutExpired:
                worker.kill()
                worker.wait()


@pytest.fixture
def desk(tmp_path):
    desk = Desk(tmp_path / "home")
    desk.home.mkdir()
    yield desk
    desk.stop()


@pytest.fixture
def pds():
    """The real Bluesky server."""
    ports = {"PLC_PORT": str(free_port()), "PDS_PORT": str(free_port())}
    with running("bluesky_peer.sh", {**ports, "PEER_ACCOUNTS": "winkel:pw1"}, json_line):
        yield f"http://127.0.0.1:{ports['PDS_PORT']}"


@pytest.fixture
def plain(tmp_path):
    """A network without idempotency that now and then hangs up, before or after it accepted."""
    command = [
        sys.executable,
        str(TESTS / "channels" / "plain_network.py"),
        "--state",
        str(tmp_path / "plain.sqlite3"),
    ]
    chances = ["--hang-up-after", "0.15", "--hang-up-before", "0.05", "--seed", str(SEED)]
    server = subprocess.Popen([*command, *chances], stdout=subprocess.PIPE, text=True)
    yield json.loads(server.stdout.readline())["url"]
    server.terminate()
    server.wait()


@pytest.mark.slow
@pytest.mark.peer
def test_killed_workers_post_nothing_twice_and_lose_nothing(desk, pds, plain):
    accounts = [
        {"kind": "bluesky", "server": pds, "handle": "winkel.test", "app_password": "pw1"},
        {"kind": "plain", "server": plain, "handle": "jas"},
    ]
    desk.ask("prepare", {"accounts": accounts, "each": EACH})
    kill_at_random(desk, random.Random(SEED))
    rows = settle(desk)["deliveries"]
    told = Counter(f"{row['kind']} {row['state']} silent={row['was_silent']}" for row in rows)
    log.info("%d workers killed; %s", desk.killed, dict(told))

    there = {"bluesky": at_the_pds(pds), "plain": at_the_plain_network(plain)}
    twice = [text for texts in there.values() for text, times in Counter(texts).items() if times > 1]
    assert desk.killed >= 40
    assert twice == []
    assert len(rows) == 2 * EACH
    for row in rows:
        is_there = row["text"] in there[row["kind"]]
        assert row["state"] in {"sent", "held"}, f"{row} waits for nobody"
        assert is_there == (row["state"] == "sent"), f"{row} is {'' if is_there else 'not '}at the network"
        assert row["state"] == "sent" or row["why"]["why"] == "not_found"
    report = desk.report()
    assert report["sent_lines"] == sum(row["state"] == "sent" for row in rows)
    assert report["ledger_closes"]


@pytest.mark.slow
def test_killed_workers_answer_nobody_twice_and_forget_nobody(desk, plain):
    account = {"kind": "plain", "server": plain, "handle": "jas"}
    desk.ask("prepare", {"accounts": [account], "each": 0, "answers": ANSWERS})
    kill_at_random(desk, random.Random(SEED), seconds=25.0)
    report = settle(desk)
    there = at_the_plain_network(plain)
    assert desk.killed >= 10
    assert [text for text, times in Counter(there).items() if times > 1] == []
    assert len(report["deliveries"]) == ANSWERS
    said = {one["post"]: one for one in report["said"]}
    for row in report["deliveries"]:
        is_sent = row["state"] == "sent"
        assert row["state"] in {"sent", "held"}, f"{row} waits for nobody"
        assert (row["text"] in there) == is_sent, f"{row} is not where it says"
        ours = said[row["post"]]
        assert (ours["state"], ours["remote_id"] == row["remote_id"]) == (
            ("theirs", True) if is_sent else ("ours", False)
        ), f"{ours} does not stand as {row}"
    assert report["ledger_closes"]


def kill_at_random(desk: Desk, chance: random.Random, seconds: float = KILL_FOR) -> None:
    """Three workers; about every second one of them dies and comes back."""
    for name in ("1", "2", "3"):
        desk.hire(name)
    ends_at = time.monotonic() + seconds
    time.sleep(2.0)
    while time.monotonic() < ends_at:
        time.sleep(chance.uniform(0.3, 1.7))
        name = chance.choice(list(desk.workers))
        desk.kill(name)
        desk.hire(name)


def settle(desk: Desk) -> dict:
    """Nobody is killed any more; wait until no delivery waits for the clock."""
    ends_at = time.monotonic() + SETTLE_FOR
    while True:
        report = desk.report()
        is_done = all(row["state"] in {"sent", "held"} for row in report["deliveries"])
        if is_done or time.monotonic() > ends_at:
            return report
        time.sleep(2.0)


def at_the_pds(pds: str) -> list[str]:
    did = httpx.get(f"{pds}/xrpc/com.atproto.identity.resolveHandle?handle=winkel.test").json()["did"]
    texts, cursor = [], ""
    while True:
        query = {"repo": did, "collection": "app.bsky.feed.post", "limit": 100} | (
            {"cursor": cursor} if cursor else {}
        )
        page = httpx.get(f"{pds}/xrpc/com.atproto.repo.listRecords", params=query).raise_for_status().json()
        texts += [record["value"]["text"] for record in page["records"]]
        cursor = page.get("cursor", "")
        if not cursor or not page["records"]:
            return texts


def at_the_plain_network(plain: str) -> list[str]:
    return [post["text"] for post in httpx.get(f"{plain}/posts").raise_for_status().json()["posts"]]
