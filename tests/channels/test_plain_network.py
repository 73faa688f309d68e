"""The network for the kill drill counts honestly, also when its callers are many or die."""

import json
import multiprocessing
import socket
import subprocess
import sys
import threading
from pathlib import Path
from urllib.parse import urlsplit

import httpx
import pytest

from toonbank.channels.networks import open_channel
from toonbank.channels.signin import Surroundings
from toonbank.core.errors import Refused, SignInAgain, Uncertain

from .benches import now, outgoing
from .plain_channel import PlainChannel, register, sign_in
from .plain_network import PlainNetwork

AROUND = Surroundings(clock=now, allow_private=True)


@pytest.fixture
def plain():
    """Start networks of a given badness; all are stopped afterwards."""
    started = []

    def start(**badness):
        network = PlainNetwork(**badness)
        threading.Thread(target=network.serve_forever, args=(0.05,), daemon=True).start()
        started.append(network)
        return network

    yield start
    for network in started:
        network.shutdown()
        network.server_close()


def channel(url, handle="jas"):
    return PlainChannel(sign_in({"server": url, "handle": handle}, AROUND), AROUND)


def texts(url):
    return [post["text"] for post in httpx.get(f"{url}/posts").json()["posts"]]


def test_the_same_post_twice_is_there_twice(plain):
    url, post = plain().url, outgoing("Twee keer is te veel.")
    assert channel(url).send(post) != channel(url).send(post)
    assert texts(url) == [post.text, post.text]


def test_a_post_that_was_stored_before_the_line_broke_is_found(plain):
    url, post = plain(after=1.0).url, outgoing("Opgehangen na het opslaan.")
    with pytest.raises(Uncertain):
        channel(url).send(post)
    receipt = channel(url).find(post)
    assert httpx.get(receipt.url.rpartition("/")[0], headers={"authorization": "Bearer jas-key"}).json()[
        "posts"
    ]


def test_a_post_that_was_dropped_is_not_found(plain):
    url, post = plain(before=1.0).url, outgoing("Opgehangen voor het opslaan.")
    with pytest.raises(Uncertain):
        channel(url).send(post)
    assert channel(url).find(post) is None


def test_a_post_is_found_behind_many_others_but_not_at_another_account(plain):
    url, post = plain().url, outgoing("De eerste van veel.")
    channel(url).send(post)
    for number in range(90):
        channel(url).send(outgoing(f"Bericht {number}"))
    assert channel(url).find(post)
    assert channel(url, "noor").find(post) is None


def test_withdrawing_refusing_and_a_wrong_key_behave_as_elsewhere(plain):
    url = plain().url
    receipt = channel(url).send(outgoing("Weg ermee."))
    channel(url).withdraw(receipt.remote_id)
    channel(url).withdraw(receipt.remote_id)
    assert texts(url) == []
    with pytest.raises(Refused):
        channel(url).send(outgoing(""))
    stranger = sign_in({"server": url, "handle": "jas"}, AROUND)
    stranger.secrets["key"] = "bas-key"
    with pytest.raises(SignInAgain):
        PlainChannel(stranger, AROUND).send(outgoing("Ik ben Jas."))


def test_a_caller_that_dies_halfway_has_said_nothing(plain):
    url = plain().url
    with socket.create_connection(("127.0.0.1", urlsplit(url).port)) as line:
        line.sendall(
            b"POST /jas/posts HTTP/1.1\r\nauthorization: Bearer jas-key\r\ncontent-length: 90\r\n\r\n{"
        )
    channel(url).send(outgoing("Daarna gewoon verder."))
    assert texts(url) == ["Daarna gewoon verder."]


def _send_many(url, handle, count):
    for number in range(count):
        channel(url, handle).send(outgoing(f"{handle} {number}"))


@pytest.mark.slow
def test_several_processes_may_talk_at_once_and_a_restart_forgets_nothing(tmp_path):
    state = tmp_path / "posts.sqlite3"
    callers = ("jas", "noor", "bas")
    with Running(state) as url:
        spawn = multiprocessing.get_context("spawn")
        workers = [spawn.Process(target=_send_many, args=(url, handle, 40)) for handle in callers]
        for worker in workers:
            worker.start()
        for worker in workers:
            worker.join(60)
        assert [worker.exitcode for worker in workers] == [0, 0, 0]
    with Running(state) as url:
        assert sorted(texts(url)) == sorted(
            f"{handle} {number}" for handle in callers for number in range(40)
        )


def test_the_desk_can_be_taught_the_plain_network(plain):
    register()
    account = sign_in({"server": plain().url, "handle": "jas"}, AROUND)
    assert open_channel("plain", account, AROUND).send(outgoing("Ook zo.")).remote_id == "1"


class Running:
    def __init__(self, state: Path) -> None:
        script = Path(__file__).with_name("plain_network.py")
        self._process = subprocess.Popen(
            [sys.executable, str(script), "--port", "0", "--state", str(state)],
            stdout=subprocess.PIPE,
            text=True,
        )

    def __enter__(self) -> str:
        return json.loads(self._process.stdout.readline())["url"]

    def __exit__(self, *exc_info: object) -> None:
        self._process.kill()
        self._process.wait()
        self._process.stdout.close()
