"""Fetching a feed from an address that somebody typed: nothing private is called, nothing lasts or grows without end."""

import logging
import ssl
import time
from datetime import UTC, datetime, timedelta

import pytest

from sources.badserver import FEED, BadServer, listening
from toonbank.core.errors import SourceTrouble
from toonbank.sources.addresses import is_public
from toonbank.sources.fetching import Bounds, Edition, Fetched, NotChanged, fetch
from toonbank.sources.opening import open_source

# Only this one door of our own house is open in the tests; all other private addresses stay closed.
OURS = Bounds(private_networks=("127.0.0.1/32",))


@pytest.fixture
def server():
    with listening(BadServer()) as server:
        yield server


@pytest.fixture
def folder(tmp_path):
    return tmp_path


def test_a_feed_is_fetched_into_a_file_and_read(server, folder):
    fetched = fetch(server.url("/feed"), folder=folder, bounds=OURS)
    assert fetched.path.read_bytes() == FEED
    assert fetched.size == len(FEED)
    assert [row.product.ref for row in open_source(fetched.path).rows()] == ["JZ-1", "JZ-2"]


def test_nobody_else_on_the_machine_can_read_the_file(server, folder):
    assert fetch(server.url("/feed"), folder=folder, bounds=OURS).path.stat().st_mode & 0o077 == 0


def test_a_feed_that_did_not_change_is_not_fetched_again(server, folder):
    first = fetch(server.url("/feed"), folder=folder, bounds=OURS)
    assert isinstance(first, Fetched)
    again = fetch(server.url("/feed"), folder=folder, bounds=OURS, known=first.edition)
    assert again == NotChanged(first.edition)
    assert server.heard[1].headers["if-modified-since"] == "Sat, 21 Nov 2026 08:00:00 GMT"


def test_a_mark_with_a_line_break_in_it_is_not_sent(server, folder):
    fetch(server.url("/feed"), folder=folder, bounds=OURS, known=Edition('"x"\r\nX-Evil: 1'))
    assert "x-evil" not in server.heard[0].headers
    assert "if-none-match" not in server.heard[0].headers


def test_a_packed_feed_is_kept_packed_and_read(server, folder):
    fetched = fetch(server.url("/packed"), folder=folder, bounds=OURS)
    assert len(list(open_source(fetched.path).rows())) == 2


def test_a_packed_bomb_stays_small_on_disk_and_is_stopped_when_read(server, folder):
    fetched = fetch(server.url("/bomb"), folder=folder, bounds=OURS)
    assert fetched.size < 100_000
    with pytest.raises(SourceTrouble, match="far bigger inside"):
        list(open_source(fetched.path).rows())


@pytest.mark.parametrize(
    "address",
    [
        "http://127.0.0.1/feed.xml",
        "http://localhost/feed.xml",
        "http://2130706433/feed.xml",
        "http://127.1/feed.xml",
        "http://[::1]/feed.xml",
        "http://[::ffff:127.0.0.1]/feed.xml",
        "http://169.254.169.254/latest/meta-data",
        "http://192.168.1.1/feed.xml",
        "http://0.0.0.0/feed.xml",
    ],
)
def test_private_addresses_are_not_called_however_they_are_spelled(address, folder):
    with pytest.raises(SourceTrouble, match="private or closed network"):
        fetch(address, folder=folder)


def test_private_addresses_may_be_allowed(server, folder):
    assert fetch(server.url("/feed"), folder=folder, allow_private=True).size == len(FEED)


def test_one_private_address_among_public_ones_closes_the_name(folder):
    with pytest.raises(SourceTrouble, match="private or closed network"):
        fetch(
            "http://jas.example/", folder=folder, resolve=lambda _host, _port: ["93.184.216.34", "10.0.0.1"]
        )


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("93.184.216.34", True),
        ("2a02:898::1", True),
        ("::ffff:93.184.216.34", True),
        ("64:ff9b::5db8:d822", True),
        ("64:ff9b::7f00:1", False),
        ("100.64.0.1", False),
        ("192.0.0.8", False),
        ("224.0.0.1", False),
        ("255.255.255.255", False),
        ("::", False),
        ("::127.0.0.1", False),
        ("fe80::1%eth0", False),
        ("fc00::1", False),
        ("ff02::1", False),
        ("2002:7f00:1::", False),
        ("2001:0:7f00:1::", False),
        ("jas.example", False),
    ],
)
def test_only_the_public_internet_is_public(address, public):
    assert is_public(address) is public


def test_a_name_that_changes_its_answer_gains_nothing(server, folder):
    answers = iter([["127.0.0.1"], ["10.0.0.1"], ["10.0.0.1"]])
    asked = []

    def turncoat(host, _port):
        asked.append(host)
        return next(answers)

    fetch(server.url("/feed", host="jas.example"), folder=folder, bounds=OURS, resolve=turncoat)
    assert asked == ["jas.example"]
    assert server.heard[0].headers["host"] == f"jas.example:{server.port}"


def test_a_server_that_sends_us_on_to_a_private_address_is_not_followed(server, folder):
    with pytest.raises(SourceTrouble, match="private or closed network"):
        fetch(server.url("/to/http:!!127.0.0.2!feed"), folder=folder, bounds=OURS)
    with pytest.raises(SourceTrouble, match="private or closed network"):
        fetch(server.url("/to/http:!!169.254.169.254!"), folder=folder, bounds=OURS)


@pytest.mark.parametrize("place", ["file:!!!etc!passwd", "ftp:!!jas.example!feed", "http:!![::1"])
def test_a_server_that_sends_us_on_to_something_else_than_the_web_is_not_followed(server, folder, place):
    with pytest.raises(SourceTrouble, match="not an address on the web"):
        fetch(server.url(f"/to/{place}"), folder=folder, bounds=OURS)


def test_an_ordinary_move_is_followed(server, folder):
    assert fetch(server.url("/to/!feed"), folder=folder, bounds=OURS).size == len(FEED)


def test_a_server_that_sends_us_round_and_round_is_left(server, folder):
    with pytest.raises(SourceTrouble, match="keeps sending us on"):
        fetch(server.url("/round"), folder=folder, bounds=OURS)
    assert len(server.heard) == 6


def test_the_password_goes_to_the_feeds_own_server(server, folder):
    fetch(f"http://noor:b%40s@127.0.0.1:{server.port}/feed", folder=folder, bounds=OURS)
    # The base64 of "noor:b@s".
    assert server.heard[0].headers["authorization"] == "Basic bm9vcjpiQHM="


def test_the_password_does_not_travel_on_to_another_server(server, folder):
    with listening(BadServer()) as other:
        fetch(
            f"http://noor:geheim@127.0.0.1:{server.port}/to/http:!!127.0.0.1:{other.port}!feed",
            folder=folder,
            bounds=OURS,
        )
        assert "authorization" in server.heard[0].headers
        assert "authorization" not in other.heard[0].headers


def test_a_password_that_a_server_puts_in_our_mouth_is_not_said(server, folder):
    fetch(server.url(f"/to/http:!!a:b@127.0.0.1:{server.port}!feed"), folder=folder, bounds=OURS)
    assert "authorization" not in server.heard[1].headers


def test_passwords_and_keys_are_not_logged_and_not_in_messages(server, folder, caplog):
    caplog.set_level(logging.DEBUG)
    secret = f"http://noor:geheim@127.0.0.1:{server.port}/status/404?key=sleutel"
    with pytest.raises(SourceTrouble) as trouble:
        fetch(secret, folder=folder, bounds=OURS)
    fetch(secret.replace("status/404", "feed"), folder=folder, bounds=OURS)
    told = caplog.text + str(trouble.value) + str(trouble.value.shown)
    assert "geheim" not in told
    assert "sleutel" not in told
    assert "bm9v" not in told


@pytest.mark.parametrize("path", ["/drip", "/drip-headers", "/silence"])
def test_a_server_that_drips_or_is_silent_cannot_hold_us(server, folder, path):
    began = time.monotonic()
    with pytest.raises(SourceTrouble, match="too long"):
        fetch(server.url(path), folder=folder, bounds=Bounds(seconds=0.5, private_networks=("127.0.0.1/32",)))
    assert time.monotonic() - began < 3


def test_a_name_server_that_is_silent_cannot_hold_us(folder):
    def silent(_host, _port):
        time.sleep(3)
        return ["93.184.216.34"]

    began = time.monotonic()
    with pytest.raises(SourceTrouble, match="too long"):
        fetch("http://jas.example/", folder=folder, bounds=Bounds(seconds=0.3), resolve=silent)
    assert time.monotonic() - began < 2


@pytest.mark.parametrize("path", ["/endless", "/announces-too-much"])
def test_a_body_without_end_is_cut_off(server, folder, path):
    with pytest.raises(SourceTrouble, match="bigger than 2 MB"):
        fetch(
            server.url(path),
            folder=folder,
            bounds=Bounds(bytes=2_000_000, private_networks=("127.0.0.1/32",)),
        )


@pytest.mark.parametrize("path", ["/too-short", "/hang-up", "/nonsense"])
def test_a_line_that_breaks_gives_no_half_feed(server, folder, path):
    with pytest.raises(SourceTrouble, match="broke before the feed was complete"):
        fetch(server.url(path), folder=folder, bounds=OURS)


@pytest.mark.parametrize("path", ["/too-short", "/endless", "/status/500", "/drip"])
def test_a_failed_fetch_leaves_no_file_behind(server, folder, path):
    with pytest.raises(SourceTrouble):
        fetch(
            server.url(path),
            folder=folder,
            bounds=Bounds(bytes=1_000_000, seconds=0.5, private_networks=("127.0.0.1/32",)),
        )
    assert list(folder.iterdir()) == []


@pytest.mark.parametrize(
    ("status", "says"),
    [
        ("401", "wachtwoord"),
        ("403", "wachtwoord"),
        ("404", "geen feed"),
        ("410", "geen feed"),
        ("429", "later"),
        ("503", "later"),
        ("204", "geen feed"),
        ("304", "geen feed"),
        ("302", "geen feed"),
    ],
)
def test_each_refusal_says_what_to_do_without_a_code(server, folder, status, says):
    with pytest.raises(SourceTrouble) as trouble:
        fetch(server.url(f"/status/{status}"), folder=folder, bounds=OURS)
    assert says in trouble.value.shown["nl"]
    assert status not in trouble.value.shown["nl"] + trouble.value.shown["en"]


def test_a_packing_that_nobody_asked_for_is_refused(server, folder):
    with pytest.raises(SourceTrouble, match="cannot unpack"):
        fetch(server.url("/strangely-packed"), folder=folder, bounds=OURS)


@pytest.mark.parametrize(
    "address",
    [
        "",
        "jas.example/feed",
        "ftp://jas.example/",
        "file:///etc/passwd",
        "http://",
        "http://[::1",
        "http://a\x00b/",
        "https://jas.example:99999/",
        "http://jas.example/" + "a" * 3_000,
    ],
)
def test_what_is_no_address_of_the_web_is_refused(address, folder):
    with pytest.raises(SourceTrouble, match="not an address on the web"):
        fetch(address, folder=folder)


def test_a_name_that_does_not_exist_is_said_so(folder):
    def unknown(_host, _port):
        raise OSError("no such name")

    with pytest.raises(SourceTrouble, match="spelled right"):
        fetch("http://jas.example/", folder=folder, resolve=unknown)


def test_a_door_that_nobody_opens_is_said_so(folder):
    with listening(BadServer()) as gone:
        port = gone.port
    with pytest.raises(SourceTrouble, match="does not answer"):
        fetch(f"http://127.0.0.1:{port}/feed", folder=folder, bounds=OURS)


def test_a_full_disk_is_said_so(server, folder):
    with pytest.raises(SourceTrouble, match="could not be stored"):
        fetch(server.url("/feed"), folder=folder / "nowhere", bounds=OURS)


@pytest.fixture
def certificate(tmp_path):
    """A certificate for feed.jas.example that only who is told so trusts."""
    from cryptography import x509
    from cryptography.hazmat.primitives import hashes, serialization
    from cryptography.hazmat.primitives.asymmetric import ec

    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "feed.jas.example")])
    now = datetime.now(UTC)
    made = (
        x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName("feed.jas.example")]), critical=False)
        .sign(key, hashes.SHA256())
    )
    path = tmp_path / "feed.pem"
    path.write_bytes(
        made.public_bytes(serialization.Encoding.PEM)
        + key.private_bytes(
            serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        )
    )
    return path


@pytest.fixture
def safe_server(certificate):
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    server = BadServer(wrap=lambda line: context.wrap_socket(line, server_side=True))
    with listening(server):
        yield server


def test_over_a_safe_line_the_certificate_is_held_against_the_name_not_the_number(
    safe_server, certificate, folder
):
    trust = ssl.create_default_context(cafile=str(certificate))

    def get(host):
        address = f"https://{host}:{safe_server.port}/feed"
        return fetch(address, folder=folder, bounds=OURS, trust=trust, resolve=lambda *_: ["127.0.0.1"])

    assert get("feed.jas.example").size == len(FEED)
    with pytest.raises(SourceTrouble, match="certificate"):
        get("other.jas.example")


def test_a_certificate_that_nobody_vouches_for_is_refused(safe_server, folder):
    with pytest.raises(SourceTrouble, match="certificate"):
        fetch(f"https://127.0.0.1:{safe_server.port}/feed", folder=folder, bounds=OURS)
