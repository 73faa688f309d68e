"""What a message said before: a chain of wordings, each until the next; in whatever order they came, the same chain."""

from collections.abc import Iterable
from datetime import datetime

from toonbank.conversations.models import Message, Wording


class Versions:
    """The wordings of the messages of one batch, and those to write."""

    def __init__(self) -> None:
        self._of: dict[int, list[Wording]] = {}
        self.changed: dict[int, Wording] = {}
        self._pending: list[tuple[Wording, Message]] = []

    def load(self, known: Iterable[Wording]) -> None:
        """What these messages said before, as far as we knew."""
        for one in known:
            self._of.setdefault(one.message_id, []).append(one)

    def add(self, message: Message, text: str, moment: datetime, *, rating: int | None) -> bool:
        """These words stood there from `moment`; whether they are the newest, and so stand there now."""
        stands_since = message.changed_at or message.at
        if (moment, text) == (stands_since, message.text):
            return False
        if (moment, text) > (stands_since, message.text):
            self._keep(message, message.text, stands_since, moment)
            message.text, message.changed_at = text, moment
            message.rating = message.rating if rating is None else rating
            return True
        self._slip_in(message, text, moment)
        return False

    def _chain(self, message: Message) -> list[Wording]:
        return self._of.setdefault(-id(message) if message.pk is None else message.pk, [])

    def _keep(self, message: Message, text: str, since: datetime, until: datetime) -> None:
        wording = Wording(shop_id=message.shop_id, text=text, since_at=since, until_at=until)
        self._chain(message).append(wording)
        self._pending.append((wording, message))

    def _slip_in(self, message: Message, text: str, moment: datetime) -> None:
        """Older words that come later change what stood there before, not what stands there."""
        chain = sorted(self._chain(message), key=lambda one: (one.since_at, one.text))
        if any((one.since_at, one.text) == (moment, text) for one in chain):
            return
        after = next((one for one in chain if (one.since_at, one.text) > (moment, text)), None)
        before = [one for one in chain if (one.since_at, one.text) < (moment, text)]
        if before:
            before[-1].until_at = moment
            if before[-1].pk is not None:
                self.changed[before[-1].pk] = before[-1]
        until = after.since_at if after else message.changed_at or message.at
        self._keep(message, text, moment, until)

    def finished(self) -> list[Wording]:
        """The new wordings, once their messages are rows."""
        for wording, message in self._pending:
            wording.message = message
        return [wording for wording, _message in self._pending]
