"""Where the rows are kept: an SQLite file by default, PostgreSQL when an address is given."""

from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from toonbank.web.private import close_if_there, private_file, private_folder

# IMMEDIATE: a transaction that reads and then writes would otherwise fail at once when another process wrote in between.
SQLITE_OPTIONS: dict[str, Any] = {
    "transaction_mode": "IMMEDIATE",
    "timeout": 20,
    "init_command": (
        "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA mmap_size=268435456; PRAGMA cache_size=-16384;"
        "PRAGMA temp_store=MEMORY; PRAGMA journal_size_limit=67108864;"
    ),
}


def database_from(address: str | None, home: Path) -> dict[str, Any]:
    """Django's database settings for a `postgresql://` address, or for the file in `home` when there is none."""
    if not address:
        return {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": _private_database(private_folder(home) / "toonbank.sqlite3"),
            "OPTIONS": SQLITE_OPTIONS,
            "CONN_MAX_AGE": 600,  # a connection learns how many rows there are when it begins
        }
    parts = urlsplit(address)
    if parts.scheme not in {"postgresql", "postgres"}:
        raise ValueError(f"TOONBANK_DATABASE must begin with postgresql://, not with {parts.scheme!r}://")
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": parts.hostname or "",
        "PORT": parts.port or "",
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
    }


def _private_database(file: Path) -> Path:
    """SQLite gives the files beside its own (-wal, -shm) the permissions that this one has when they are made."""
    for ending in ("-wal", "-shm"):
        close_if_there(file.with_name(file.name + ending))
    return private_file(file)
