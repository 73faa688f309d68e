"""The servers and benches that the channel tests stand on."""

from dataclasses import replace

import pytest

from toonbank.channels import mastodon
from toonbank.channels.bluesky import sign_in
from toonbank.channels.signin import Surroundings

from .benches import BlueskyBench, MastodonBench, SquareBench, now
from .peers import free_port, json_line, running
from .rough_wire import RoughWire

PEERS = [
    "square",
    pytest.param("bluesky", marks=[pytest.mark.peer]),
    pytest.param("mastodon", marks=[pytest.mark.peer]),
]


@pytest.fixture(scope="session")
def bluesky_server():
    """The real Bluesky server (PDS and PLC) with the accounts winkel.test and klant.test."""
    ports = {"PLC_PORT": str(free_port()), "PDS_PORT": str(free_port())}
    with running("bluesky_peer.sh", {**ports, "PEER_ACCOUNTS": "winkel:pw1,klant:pw2"}, json_line) as ready:
        yield f"http://127.0.0.1:{ports['PDS_PORT']}", ready


@pytest.fixture(scope="session")
def mastodon_server():
    """The stand-in for Mastodon with the accounts winkel and klant."""
    port = str(free_port())
    with running("mastodon_peer.sh", {"PORT": port}, lambda output: "Uvicorn running" in output):
        yield f"http://127.0.0.1:{port}"


@pytest.fixture(scope="session")
def bluesky_sessions(bluesky_server):
    """The keys of winkel.test, newest last: signing in is slow on purpose, so it is done once."""
    said = {"server": bluesky_server[0], "handle": "winkel.test", "app_password": "pw1"}
    return [sign_in(said, Surroundings(clock=now, allow_private=True))]


@pytest.fixture
def bluesky_bench(bluesky_server, bluesky_sessions):
    """A rough wire before the Bluesky server, and an account on which nothing was said yet."""
    with RoughWire(bluesky_server[0]) as rough:
        bench = BlueskyBench(bluesky_server[0], rough, bluesky_sessions[-1])
        for record in bench.records():
            bench.delete_at_network(record["uri"])
        rough.behave()
        yield bench
        bluesky_sessions.extend(replace(bench.account, secrets=kept) for kept in bench.kept)


@pytest.fixture
def mastodon_bench(mastodon_server):
    """A rough wire before the stand-in, and an account on which nothing was said yet."""
    with RoughWire(mastodon_server) as rough:
        bench = MastodonBench(mastodon_server, rough)
        for status in bench.statuses():
            bench.delete_at_network(status["id"])
        yield bench
    mastodon._known.clear()


@pytest.fixture
def square_bench(tmp_path):
    """A practice square of its own."""
    return SquareBench(str(tmp_path / "square.sqlite3"))


@pytest.fixture(params=PEERS)
def bench(request):
    """Each network in turn."""
    return request.getfixturevalue(f"{request.param}_bench")
