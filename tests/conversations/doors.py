"""A door of a review site, as it knocks."""

import json

from conftest import NOW
from toonbank.conversations.inlet import receive, sign

REVIEW = {
    "id": "r-1",
    "sort": "review",
    "author": "dewit",
    "author_name": "Mevrouw De Wit",
    "text": "Jullie hebben de verkeerde maat gestuurd.",
    "rating": 2,
    "at": "2026-11-21T08:30:00Z",
}


def knocked(inlet, body, *, now=NOW, stamp=None, secret=None):
    """Bring this body with the signature that belongs to it."""
    raw = body if isinstance(body, bytes) else json.dumps(body).encode()
    stamp = stamp or str(int(now.timestamp()))
    signature = sign(secret or inlet.secret, stamp, raw)
    headers = {"Toonbank-Timestamp": stamp, "Toonbank-Signature": f"v1={signature}"}
    return receive(inlet, headers, raw, now=now)
