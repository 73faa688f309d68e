"""The servers and benches that the channel tests stand on."""

from dataclasses import replace

import pytest

from toonbank.channels import mastodon
from toonbank.channels.bluesky import sign_in
from toonbank.channels.signin import Surroundings

from .benches import BlueskyBench, MastodonBench, SquareBench, now
from .databases import databases
from .mail_bench import MailBench, Ports
from .peers import free_port, json_line, running
from .rough_line import RoughLine
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
def bluesky_whole():
    """The real Bluesky with its AppView, which keeps notifications, and the same two accounts."""
    names = ("PLC_PORT", "PDS_PORT", "BSKY_PORT")
    with databases() as settings:
        ports = {name: str(free_port()) for name in names}
        accounts = {"PEER_ACCOUNTS": "winkel:pw1,klant:pw2"}
        with running("bluesky_peer.sh", {**settings, **ports, **accounts}, json_line):
            pds = f"http://127.0.0.1:{ports['PDS_PORT']}"
            yield (
                pds,
                f"http://127.0.0.1:{ports['BSKY_PORT']}",
                _signed_in(pds, "winkel", "pw1"),
                _signed_in(pds, "klant", "pw2"),
            )


def _signed_in(pds, name, password):
    said = {"server": pds, "handle": f"{name}.test", "app_password": password}
    return sign_in(said, Surroundings(clock=now, allow_private=True))


@pytest.fixture(scope="session")
def mastodon_server():
    """The stand-in for Mastodon with the accounts winkel and klant."""
    port = str(free_port())
    with running("mastodon_peer.sh", {"PORT": port}, lambda output: "Uvicorn running" in output):
        yield f"http://127.0.0.1:{port}"


@pytest.fixture(scope="session")
def bluesky_sessions(bluesky_server):
    """The keys of winkel.test, newest last: signing in is slow on purpose, so it is done once."""
    return [_signed_in(bluesky_server[0], "winkel", "pw1")]


@pytest.fixture(scope="session")
def bluesky_klant(bluesky_server):
    """The keys of the customer."""
    return _signed_in(bluesky_server[0], "klant", "pw2")


@pytest.fixture
def bluesky_bench(bluesky_server, bluesky_sessions, bluesky_klant):
    """A rough wire before the Bluesky server, and an account on which nothing was said yet."""
    with RoughWire(bluesky_server[0]) as rough:
        bench = BlueskyBench(bluesky_server[0], rough, bluesky_sessions[-1], bluesky_klant)
        for record in bench.records():
            bench.delete_at_network(record["uri"])
        rough.behave()
        yield bench
        bluesky_sessions.extend(replace(bench.account, secrets=kept) for kept in bench.kept)


@pytest.fixture
def bluesky_heard_bench(bluesky_whole):
    """A rough wire before the whole of Bluesky."""
    pds, appview, winkel, klant = bluesky_whole
    with RoughWire(pds) as rough:
        yield BlueskyBench(pds, rough, winkel, klant, appview=appview)


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
def hearing_bench(request):
    """Each network in turn, with all that hearing needs."""
    name = "bluesky_heard" if request.param == "bluesky" else request.param
    return request.getfixturevalue(f"{name}_bench")


@pytest.fixture(scope="session")
def mail_house():
    """Dovecot and an SMTP server, with the mailbox of Jas."""
    ports = {name: str(free_port()) for name in ("IMAP_PORT", "IMAPS_PORT", "SMTP_PORT")}
    with running("mail_peer.sh", ports, json_line) as ready:
        yield Ports(*(int(port) for port in ports.values()), certificate=ready["cert"])


@pytest.fixture
def mail_bench(mail_house):
    """An empty mailbox, with a rough wire at each side."""
    with RoughLine(mail_house.imap) as imap, RoughLine(mail_house.smtp) as smtp:
        bench = MailBench(mail_house, imap, smtp)
        bench.empty()
        yield bench


@pytest.fixture(params=PEERS)
def bench(request):
    """Each network in turn."""
    return request.getfixturevalue(f"{request.param}_bench")
