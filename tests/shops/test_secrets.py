"""What a network gave us to sign in with is encrypted at rest, and nowhere else."""

import logging

import pytest
from django.conf import settings
from django.db import connection

from conftest import NOW
from toonbank.channels.signin import AccountSettings, GoThere
from toonbank.shops import pending
from toonbank.shops.connecting import keep_account
from toonbank.shops.models import Account
from toonbank.shops.opening import settings_of

KEY = "very-secret-key-of-jas"


@pytest.fixture
def signed_in(jas_shop, noor):
    found = AccountSettings("https://bsky.example", "jas.bsky.example", "did:plc:jas", {"refreshJwt": KEY})
    return keep_account(jas_shop, "bluesky", found, by=noor, now=NOW)


def test_the_row_holds_no_readable_key(signed_in):
    with connection.cursor() as rows:
        rows.execute("SELECT secret FROM shops_account")
        kept = rows.fetchone()[0]

    assert KEY not in kept
    assert "did:plc" not in kept
    assert settings_of(Account.objects.get()).secrets == {"refreshJwt": KEY}


@pytest.mark.django_db(transaction=True)
def test_the_database_file_holds_no_readable_key(signed_in, tmp_path):
    if connection.vendor != "sqlite":
        pytest.skip("the file of PostgreSQL is not ours to read")
    copy = tmp_path / "copy.sqlite3"
    with connection.cursor() as rows:
        rows.execute("VACUUM INTO %s", [str(copy)])

    raw = copy.read_bytes()
    assert b"jas.bsky.example" in raw
    assert KEY.encode() not in raw


def test_the_ledger_and_the_log_hold_no_key(signed_in, caplog):
    from toonbank.ledger.models import Entry

    with caplog.at_level(logging.DEBUG):
        assert KEY not in repr(signed_in)
        assert KEY not in repr(settings_of(signed_in))
    assert KEY not in str([entry.payload for entry in Entry.objects.all()])
    assert KEY not in caplog.text


def test_no_page_shows_a_key(signed_in, noor, door_of):
    for page in (
        "accounts/",
        f"accounts/{signed_in.pk}/again/bluesky/",
        f"accounts/{signed_in.pk}/disconnect/",
    ):
        assert KEY not in door_of(noor).get(f"/s/jas/shop/{page}").content.decode()


def test_a_sign_in_under_way_is_sealed_in_the_session(client, db):
    session = client.session
    pending.remember(
        session, "mastodon", GoThere("https://m.example", {"client_secret": KEY, "state": "s"}), None
    )

    assert KEY not in str(dict(session))
    kind, kept, account = pending.take(session)
    assert (kind, kept["client_secret"], account) == ("mastodon", KEY, None)
    assert pending.take(session) is None


def test_renewed_keys_are_kept(signed_in):
    from toonbank.shops.opening import secret_text

    Account.objects.filter(pk=signed_in.pk).update(secret=secret_text("did:plc:jas", {"refreshJwt": "newer"}))

    assert settings_of(Account.objects.get()).secrets == {"refreshJwt": "newer"}


def test_signing_in_as_somebody_else_does_not_take_over_the_account(signed_in, jas_shop, noor):
    from toonbank.shops.connecting import AnotherAccount

    found = AccountSettings(
        "https://bsky.example", "spaak.bsky.example", "did:plc:spaak", {"refreshJwt": "x"}
    )
    with pytest.raises(AnotherAccount):
        keep_account(jas_shop, "bluesky", found, by=noor, now=NOW, again=signed_in)

    assert settings_of(Account.objects.get()).secrets == {"refreshJwt": KEY}


def test_an_older_key_of_the_desk_still_opens_what_it_closed(signed_in, monkeypatch):
    from cryptography.fernet import Fernet

    monkeypatch.setattr(settings, "FIELD_KEYS", [Fernet.generate_key().decode(), *settings.FIELD_KEYS])

    assert settings_of(Account.objects.get()).secrets == {"refreshJwt": KEY}
