"""How words stand in the ledger. A line there can never be changed, so what is said to one person stands there as a hash.

Who asks to be erased is gone then: what was approved can still be proven by who has the words.
"""

import hashlib
from typing import Any

from toonbank.posts.models import Kind

_WORDS = ("text", "url", "said")
"""Ours, the address of it, and what a network says of it, which may name whom it was for."""


def as_written_down(kind: str, line: dict[str, Any]) -> dict[str, Any]:
    """The line of a post as it is; of a reply with hashes for its words, and of its findings only which rules they are of."""
    if kind != Kind.REPLY:
        return line
    kept = {name: value for name, value in line.items() if name not in _WORDS}
    if text := line.get("text"):
        kept["text_hash"] = hash_of(text)
    for name in ("kept", "findings"):
        if name in kept:
            kept[name] = [{key: one[key] for key in ("rule", "by") if key in one} for one in kept[name]]
    return kept


def hash_of(text: str) -> str:
    """SHA-256 in hex."""
    return hashlib.sha256(text.encode()).hexdigest()
