"""One step back: what was just taken away or changed waits in the session until the next page, which offers to undo it."""

from dataclasses import dataclass
from typing import Any

from django.core import signing
from django.http import HttpRequest

KEPT_FOR = 24 * 60 * 60


@dataclass(frozen=True)
class Undo:
    """What a page offers: the words that say what was done, and a sealed note of how it was."""

    kind: str
    words: str
    sealed: str


def offer_undo(request: HttpRequest, kind: str, words: str, former: dict[str, Any]) -> None:
    """The next page of this person tells what was done, and how to undo it."""
    request.session["undo"] = {"kind": kind, "words": words, "former": former}


def offered(request: HttpRequest, *kinds: str) -> Undo | None:
    """What may be undone on this page; it is offered once."""
    kept = request.session.get("undo")
    if not kept or kept.get("kind") not in kinds:
        return None
    del request.session["undo"]
    return Undo(kept["kind"], kept["words"], signing.dumps(kept["former"], salt=kept["kind"]))


def unsealed(kind: str, sealed: str) -> dict[str, Any] | None:
    """How it was; None when the seal is not ours or too old."""
    try:
        former: dict[str, Any] = signing.loads(sealed, salt=kind, max_age=KEPT_FOR)
    except signing.BadSignature:
        return None
    return former
