"""The encrypted line: it works, it trusts only what it should, and it knows when nothing was said yet."""

import ssl
import threading
from datetime import UTC, datetime, timedelta

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

from toonbank.channels import line
from toonbank.channels.wire import Ask, Wire
from toonbank.core.errors import TryLater, Uncertain

from .plain_network import PlainNetwork

SEND = Ask("POST", "/jas/posts", json={"text": "Regen op komst"}, key="jas-key")


@pytest.fixture(scope="module")
def certificate(tmp_path_factory):
    """A certificate for localhost that nobody signed but itself; one file with its key."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "localhost")])
    day, now = timedelta(days=1), datetime.now(UTC)
    made = (
        x509.CertificateBuilder(
            name, name, key.public_key(), x509.random_serial_number(), now - day, now + day
        )
        .add_extension(x509.SubjectAlternativeName([x509.DNSName("localhost")]), critical=False)
        .sign(key, hashes.SHA256())
    )
    path = tmp_path_factory.mktemp("tls") / "localhost.pem"
    unlocked = serialization.NoEncryption()
    secret = key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, unlocked)
    path.write_bytes(made.public_bytes(serialization.Encoding.PEM) + secret)
    return str(path)


@pytest.fixture
def network(certificate):
    """Start plain networks behind the certificate; all are stopped afterwards."""
    started = []

    def start(**badness):
        server = PlainNetwork(**badness)
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate)
        server.socket = context.wrap_socket(server.socket, server_side=True)
        server.handle_error = lambda *args: None  # a caller that does not trust us is the story
        threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
        started.append(server)
        return server, f"https://localhost:{server.server_port}"

    yield start
    for server in started:
        server.shutdown()
        server.server_close()


@pytest.fixture
def trusting(certificate, monkeypatch):
    """This machine trusts the certificate."""
    monkeypatch.setenv("SSL_CERT_FILE", certificate)
    line._trust.cache_clear()
    yield
    line._trust.cache_clear()


@pytest.mark.usefixtures("trusting")
def test_a_post_goes_over_an_encrypted_line(network):
    _, url = network()
    assert Wire(url, allow_private=True).write(SEND).text("id") == "1"


@pytest.mark.usefixtures("trusting")
def test_a_large_body_goes_over_an_encrypted_line(network):
    _, url = network()
    wire = Wire(url, allow_private=True)
    heavy = Ask("POST", "/jas/posts", json={"text": "kort", "ballast": "x" * 3_000_000}, key="jas-key")
    assert wire.write(heavy).text("id") == "1"


@pytest.mark.usefixtures("trusting")
def test_a_break_on_an_encrypted_line_is_uncertain_once_we_spoke(network):
    server, url = network(after=1.0)
    with pytest.raises(Uncertain):
        Wire(url, allow_private=True).write(SEND)
    assert len(server.ask("SELECT id FROM posts")) == 1


def test_a_server_that_cannot_prove_its_name_hears_nothing(network):
    server, url = network()
    with pytest.raises(TryLater):
        Wire(url, allow_private=True).write(SEND)
    assert server.ask("SELECT id FROM posts") == []
