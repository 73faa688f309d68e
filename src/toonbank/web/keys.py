"""The desk's own keys: given by the environment, or made once and kept readable by their owner alone."""

import os
import secrets
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from cryptography.fernet import Fernet

from toonbank.web.private import private_file, private_folder


def signing_key(home: Path, given: str | None) -> str:
    """The key that signs cookies and one-time links."""
    return given or _kept(home / "keys" / "signing.key", lambda: secrets.token_urlsafe(64))


def field_keys(home: Path, given: str | None) -> list[str]:
    """The keys that encrypt tokens at rest, newest first; older ones still open what they closed."""
    text = given or _kept(home / "keys" / "field.keys", lambda: Fernet.generate_key().decode())
    return [key.strip() for key in text.replace("\n", ",").split(",") if key.strip()]


def _kept(path: Path, make: Callable[[], str]) -> str:
    private_folder(path.parent.parent)
    private_folder(path.parent)
    if not path.exists():
        _keep(path, make())
    return private_file(path).read_text(encoding="ascii").strip()


def _keep(path: Path, key: str) -> None:
    """Whole or not at all: another process must never read half a key. Who is first wins."""
    draft = private_file(path.with_name(f".{path.name}.{secrets.token_hex(4)}"))
    draft.write_text(key, encoding="ascii")
    with suppress(FileExistsError):
        os.link(draft, path)
    draft.unlink()
