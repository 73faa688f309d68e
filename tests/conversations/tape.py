"""A network that plays what people said from a tape: it loses lines, breaks off, asks for patience and signs people out."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from toonbank.channels import networks
from toonbank.channels.base import Incoming, Limits, Outgoing, Receipt
from toonbank.channels.signin import AccountSettings, Surroundings

TAPES: dict[str, list[Incoming]] = {}
"""What was said, by server."""
BREAKS: dict[str, list[tuple[int, Exception]]] = {}
"""What goes wrong in the next readings, by server: after so many events, this."""
LIMITS = Limits(500, 0, 0, can_read_replies=True, seconds_between_readings=10.0)


class Tape:
    """An account there; its cursor is how far the tape was heard."""

    kind = "tape"
    limits = LIMITS

    def __init__(self, account: AccountSettings, around: Surroundings) -> None:
        self._server = account.server

    def incoming(self, since: str) -> Iterator[Incoming]:
        """On from the cursor, until the tape ends or breaks."""
        after, trouble = BREAKS.get(self._server, []).pop(0) if BREAKS.get(self._server) else (None, None)
        start = int(since or 0)
        for place, said in enumerate(TAPES.get(self._server, [])[start:], start=1):
            if trouble is not None and place > (after or 0):
                break
            yield replace(said, cursor=str(start + place))
        if trouble is not None:
            raise trouble

    def length(self, text: str) -> int:
        """Characters."""
        return len(text)

    def send(self, post: Outgoing) -> Receipt:
        """Nobody speaks here."""
        raise NotImplementedError

    def find(self, post: Outgoing) -> Receipt | None:
        """Nobody speaks here."""
        raise NotImplementedError

    def withdraw(self, remote_id: str) -> None:
        """Nobody speaks here."""
        raise NotImplementedError


def _sign_in(answers: Mapping[str, str], around: Surroundings) -> AccountSettings:
    return AccountSettings(answers["server"], answers["handle"], answers["handle"])


def register() -> None:
    """Let the desk of this process know it."""
    known = dict(networks.NETWORKS)
    known["tape"] = networks.Network(
        "tape", name={"nl": "Band", "en": "Tape"}, fields=(), sign_in=_sign_in, open=Tape, usual=LIMITS
    )
    networks.NETWORKS = known
