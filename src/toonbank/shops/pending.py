"""A sign-in that waits for the person to come back from the network: in the session, sealed."""

import json

from django.contrib.sessions.backends.base import SessionBase

from toonbank.channels.signin import GoThere
from toonbank.core.errors import ToonbankError
from toonbank.shops.encryption import seal, unseal
from toonbank.shops.models import Account

_PLACE = "sign_in_pending"


def remember(session: SessionBase, kind: str, found: GoThere, again: Account | None) -> None:
    """Keep what the second half needs; it holds a secret, so it is encrypted like every other."""
    waiting = {"kind": kind, "pending": dict(found.pending), "account": again.pk if again else None}
    session[_PLACE] = seal(json.dumps(waiting))


def take(session: SessionBase) -> tuple[str, dict[str, str], int | None] | None:
    """What was kept (network, pending, account to sign in again), once; None when there is nothing."""
    kept = session.pop(_PLACE, None)
    if kept is None:
        return None
    try:
        waiting = json.loads(unseal(kept))
    except ToonbankError:
        return None
    return waiting["kind"], waiting["pending"], waiting["account"]
