"""The line keeps its time, its secrets and its distance, and knows what it does not know."""

import logging
import socket
import threading
import time
import traceback
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toonbank.channels.line import is_public
from toonbank.channels.wire import Ask, Deadline, Wire, check_server
from toonbank.channels.words import own_words, pause_asked
from toonbank.core.errors import BadInput, Refused, SignInAgain, TryLater, Uncertain

from .peers import free_port
from .plain_network import PlainNetwork
from .rough_wire import RoughWire

SEND = Ask("POST", "/jas/posts", json={"text": "Regen op komst"}, key="jas-key")
LOOK = Ask("GET", "/jas/posts", key="jas-key")


@pytest.fixture
def rough():
    network = PlainNetwork()
    threading.Thread(target=network.serve_forever, args=(0.05,), daemon=True).start()
    with RoughWire(network.url) as wire:
        yield wire
    network.shutdown()
    network.server_close()


@pytest.fixture
def wire(rough):
    return Wire(rough.url, allow_private=True)


@contextmanager
def listener(answer):
    """A server of one connection that does what `answer(connection)` says."""
    with socket.create_server(("127.0.0.1", 0)) as server:

        def serve():
            connection, _ = server.accept()
            with connection:
                answer(connection)

        threading.Thread(target=serve, daemon=True).start()
        yield f"http://127.0.0.1:{server.getsockname()[1]}"


def stored(wire):
    return len(wire.read(LOOK).rows("posts"))


# Reading may repeat, writing never.


def test_a_read_is_tried_again_when_the_line_breaks(rough, wire):
    rough.misbehave("hang_up_before", times=2)
    assert wire.read(LOOK).rows("posts") == []
    assert len(rough.seen) == 3


def test_a_read_that_keeps_breaking_is_for_later(rough, wire):
    rough.misbehave("answer", times=3, status=503)
    with pytest.raises(TryLater):
        wire.read(LOOK)
    assert len(rough.seen) == 3


@pytest.mark.parametrize("how", ["hang_up_before", "hang_up_after", "half_answer"])
def test_a_write_is_said_once_and_a_broken_answer_leaves_it_uncertain(rough, wire, how):
    rough.misbehave(how, path="POST")
    with pytest.raises(Uncertain):
        wire.write(SEND)
    assert rough.seen == ["POST /jas/posts"]


@pytest.mark.parametrize("status", [500, 502, 503, 504, 408])
def test_a_server_error_on_a_write_is_uncertain_even_when_it_was_stored(rough, wire, status):
    rough.misbehave("answer_after", path="POST", status=status)
    with pytest.raises(Uncertain):
        wire.write(SEND)
    assert stored(wire) == 1


def test_a_success_that_cannot_be_read_is_uncertain(rough, wire):
    rough.misbehave("answer_after", path="POST", status=200, body=b"<html>ok</html>")
    with pytest.raises(Uncertain):
        wire.write(SEND)


def test_a_preparation_that_breaks_published_nothing(rough, wire):
    for how in ("hang_up_before", "hang_up_after"):
        rough.misbehave(how, path="POST")
        with pytest.raises(TryLater):
            wire.prepare(SEND)


def test_a_closed_door_means_that_nothing_was_said():
    wire = Wire(f"http://127.0.0.1:{free_port()}", allow_private=True)
    with pytest.raises(TryLater):
        wire.write(SEND)


def test_a_name_that_does_not_exist_means_that_nothing_was_said():
    with pytest.raises(TryLater):
        Wire("https://winkel.invalid").write(SEND)


def test_a_failed_handshake_means_that_nothing_was_said():
    with listener(lambda line: line.sendall(b"HTTP/1.1 200 OK\r\n\r\n")) as url:
        wire = Wire(url.replace("http:", "https:"), allow_private=True)
        with pytest.raises(TryLater):
            wire.write(SEND)


# Time.


def test_a_whole_call_has_one_clock_however_slowly_the_answer_drips(rough, wire):
    rough.misbehave("drip", path="POST", seconds=0.2)
    began = time.monotonic()
    with pytest.raises(Uncertain):
        wire.write(SEND, within=Deadline(0.5))
    assert time.monotonic() - began < 1.5


def test_a_header_that_drips_does_not_stretch_the_call_either():
    def drip(line):
        line.recv(65_536)
        try:
            for sign in b"HTTP/1.1 200 OK\r\nx-long: " + b"a" * 100:
                line.sendall(bytes([sign]))
                time.sleep(0.1)
        except OSError:
            return

    with listener(drip) as url:
        began = time.monotonic()
        with pytest.raises(Uncertain):
            Wire(url, allow_private=True).write(SEND, within=Deadline(0.5))
        assert time.monotonic() - began < 1.5


def test_a_call_after_the_deadline_is_not_begun(rough, wire):
    with pytest.raises(TryLater):
        wire.write(SEND, within=Deadline(0.0))
    assert rough.seen == []


MOMENT = datetime(2026, 11, 21, 10, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({"retry-after": "30"}, 30),
        ({"retry-after": format_datetime(MOMENT + timedelta(seconds=90), usegmt=True)}, 90),
        ({"ratelimit-reset": "120"}, 120),
        ({"ratelimit-reset": str(int(MOMENT.timestamp()) + 300)}, 300),
        ({"x-ratelimit-reset": "2026-11-21T10:05:00.000Z"}, 300),
        ({"x-ratelimit-reset": "2026-11-21T09:00:00.000Z"}, 1),
        ({"retry-after": "9" * 5000}, 60),
        ({"retry-after": "straks"}, 60),
        ({"retry-after": "²"}, 60),
        ({}, 60),
    ],
)
def test_the_pause_is_what_the_network_asks_on_its_own_clock(headers, seconds):
    assert pause_asked({**headers, "date": format_datetime(MOMENT, usegmt=True)}) == seconds


@given(st.text(max_size=40))
def test_whatever_stands_in_the_headers_the_pause_is_between_a_second_and_a_day(said):
    assert 1 <= pause_asked({"retry-after": said, "x-ratelimit-reset": said, "date": said}) <= 86_400


# What the network says.


@pytest.mark.parametrize(
    ("status", "body", "trouble"),
    [
        (401, {"error": "The access token was revoked"}, SignInAgain),
        (400, {"error": "ExpiredToken", "message": "Token has expired"}, SignInAgain),
        (403, {"error": "This action is outside the authorized scopes"}, SignInAgain),
        (403, {"error": "This action is not allowed"}, Refused),
        (422, {"error": "Validation failed: Text can't be blank"}, Refused),
        (413, b"<html><body>Too large</body></html>", Refused),
        (301, b"", Refused),
        (429, {}, TryLater),
    ],
)
def test_each_answer_is_one_of_our_four_troubles(rough, wire, status, body, trouble):
    rough.misbehave("answer", path="POST", status=status, body=body, headers={"location": "http://10.0.0.1/"})
    with pytest.raises(trouble) as raised:
        wire.write(SEND)
    assert type(raised.value) is trouble
    assert rough.seen == ["POST /jas/posts"]


def test_the_words_of_the_network_are_cleaned_and_cut():
    page = b"<html><title>x</title><style>p{}</style><p>Te\nlang &amp; <b>te breed</b>\x00</p></html>"
    assert own_words(page) == "Te lang & te breed"
    assert own_words({"error": "InvalidRequest", "message": "grapheme too big"}) == "grapheme too big"
    assert len(own_words("a" * 900)) == 300


@given(st.binary(max_size=300) | st.text(max_size=300))
def test_words_are_always_one_short_printable_line(said):
    words = own_words(said)
    assert len(words) <= 300
    assert words.isprintable()


def test_an_answer_that_never_ends_is_cut_off(rough, wire):
    rough.misbehave("answer", path="GET", times=3, status=200, body=b'"' + b"a" * 4_100_000 + b'"')
    with pytest.raises(TryLater):
        wire.read(LOOK)


# Keys.


@pytest.mark.parametrize("how", ["hang_up_before", "answer", "half_answer"])
def test_a_key_is_in_no_message_trace_or_log(rough, wire, caplog, how):
    caplog.set_level(logging.DEBUG)
    key = "geheim-8c1f"
    rough.misbehave(how, path="POST", status=400, body={"error": f"bad header Bearer {key}"})
    ask = Ask("POST", "/jas/posts", json={"text": "x"}, key=key)
    with pytest.raises((Refused, Uncertain, SignInAgain)) as raised:
        wire.write(ask)
    shown = "".join(traceback.format_exception(raised.value)) + caplog.text + repr(ask)
    assert key not in shown


@pytest.mark.parametrize("key", ["twee\nregels", "ключ", "met\x00nul"])
def test_a_damaged_key_asks_to_sign_in_again_without_showing_it(rough, wire, key):
    with pytest.raises(SignInAgain) as raised:
        wire.write(Ask("POST", "/jas/posts", json={}, key=key))
    assert key not in "".join(traceback.format_exception(raised.value))
    assert rough.seen == []


def test_a_proxy_in_the_surroundings_is_not_used(rough, wire, monkeypatch):
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    monkeypatch.setenv("ALL_PROXY", "http://127.0.0.1:9")
    assert wire.write(SEND).text("id") == "1"


# Where it may lead.


@pytest.mark.parametrize(
    ("given_", "address"),
    [
        ("mastodon.nl", "https://mastodon.nl"),
        (" https://Mastodon.NL/ ", "https://mastodon.nl"),
        ("https://jas.nl:8443", "https://jas.nl:8443"),
        ("https://[2a00::1]:8443", "https://[2a00::1]:8443"),
    ],
)
def test_a_server_address_is_tidied(given_, address):
    assert check_server(given_) == address


@pytest.mark.parametrize(
    "address",
    [
        "",
        "http://mastodon.nl",
        "ftp://x.nl",
        "https://u:p@x.nl",
        "https://x.nl/pad",
        "https://x.nl?a=b",
        "https://x:y",
    ],
)
def test_what_is_no_server_address_is_refused_with_an_example(address):
    with pytest.raises(BadInput, match="https://"):
        check_server(address)


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1", "10.1.2.3", "192.168.1.1", "169.254.169.254", "172.16.0.1", "100.64.0.1", "0.0.0.0", "224.0.0.1",
        "::1", "::", "fe80::1%eth0", "fd00::1", "::ffff:10.0.0.1", "64:ff9b::a00:1", "2002:7f00:1::", "ff02::1", "x",
    ],
)  # fmt: skip
def test_addresses_inside_the_house_are_not_public(address):
    assert not is_public(address)


@pytest.mark.parametrize("address", ["8.8.8.8", "2a00:1450:400e::1", "::ffff:8.8.8.8", "64:ff9b::808:808"])
def test_addresses_on_the_internet_are_public(address):
    assert is_public(address)


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "localhost", "[::1]", "[::ffff:127.0.0.1]", "2130706433", "0x7f.1"]
)
def test_a_server_inside_the_house_is_never_called(rough, host):
    port = rough.url.rpartition(":")[2]
    with pytest.raises(Refused, match="public internet"):
        Wire(f"https://{host}:{port}").write(SEND)
    assert rough.seen == []
