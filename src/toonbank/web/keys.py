"""The desk's own keys: given by the environment, or made once and kept readable by their owner alone."""

import os
import secrets
from collections.abc import Callable
from pathlib import Path

from cryptography.fernet import Fernet


def signing_key(home: Path, given: str | None) -> str:
    """The key that signs cookies and one-time links."""
    return given or _kept(home / "keys" / "signing.key", lambda: secrets.token_urlsafe(64))


def field_keys(home: Path, given: str | None) -> list[str]:
    """The keys that encrypt tokens at rest, newest first; older ones still open what they closed."""
    text = given or _kept(home / "keys" / "field.keys", lambda: Fernet.generate_key().decode())
    return [key.strip() for key in text.replace("\n", ",").split(",") if key.strip()]


def _kept(path: Path, make: Callable[[], str]) -> str:
    try:
        return path.read_text(encoding="ascii").strip()
    except FileNotFoundError:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        try:
            handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        except FileExistsError:  # another process was first; its key counts
            return path.read_text(encoding="ascii").strip()
        with os.fdopen(handle, "w", encoding="ascii") as file:
            file.write(make())
        return path.read_text(encoding="ascii").strip()
