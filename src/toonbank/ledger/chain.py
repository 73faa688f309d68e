"""The arithmetic of the chain: the hash of a line covers the line and the hash before it."""

import hashlib
import json
from datetime import UTC, datetime
from typing import Any

START = "0" * 64


def line_hash(
    *, shop: str, number: int, at: datetime, kind: str, subject: str, payload: Any, previous_hash: str
) -> str:
    """SHA-256 in hex of the line as canonical JSON (sorted keys, no spaces, UTC to the microsecond)."""
    line = {
        "shop": shop,
        "number": number,
        "at": at.astimezone(UTC).isoformat(timespec="microseconds"),
        "kind": kind,
        "subject": subject,
        "payload": payload,
        "previous_hash": previous_hash,
    }
    text = json.dumps(line, sort_keys=True, separators=(",", ":"), ensure_ascii=True, allow_nan=False)
    return hashlib.sha256(text.encode("ascii")).hexdigest()
