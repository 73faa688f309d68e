"""What a message said before: a chain of wordings, each until the next; in whatever order they came, the same chain."""

from collections.abc import Iterable
from datetime import datetime
from typing import NamedTuple

from toonbank.conversations.models import Message, Wording


class Words(NamedTuple):
    """What a message said from a moment on."""

    text: str
    rating: int | None
    since_at: datetime


class Versions:
    """The wordings of the messages of one batch, and those to write."""

    def __init__(self) -> None:
        self._of: dict[int, list[Wording]] = {}
        self.changed: dict[int, Wording] = {}
        self.reworded: dict[int, Message] = {}
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
            self._keep(message, Words(message.text, message.rating, stands_since), moment)
            message.text, message.changed_at = text, moment
            message.rating = message.rating if rating is None else rating
            return True
        self._slip_in(message, Words(text, rating, moment))
        return False

    def _chain(self, message: Message) -> list[Wording]:
        return self._of.setdefault(-id(message) if message.pk is None else message.pk, [])

    def before(self, message: Message) -> list[Wording]:
        """What it said before, oldest first."""
        return sorted(self._chain(message), key=lambda one: (one.since_at, one.text))

    def _keep(self, message: Message, words: Words, until: datetime) -> None:
        wording = Wording(
            shop_id=message.shop_id,
            text=words.text,
            rating=words.rating,
            since_at=words.since_at,
            until_at=until,
        )
        self._chain(message).append(wording)
        self._pending.append((wording, message))
        self.reworded[id(message)] = message

    def _slip_in(self, message: Message, words: Words) -> None:
        """Older words that come later change what stood there before, not what stands there."""
        chain, text, moment = self.before(message), words.text, words.since_at
        if any((one.since_at, one.text) == (moment, text) for one in chain):
            return
        after = next((one for one in chain if (one.since_at, one.text) > (moment, text)), None)
        before = [one for one in chain if (one.since_at, one.text) < (moment, text)]
        if before:
            before[-1].until_at = moment
            if before[-1].pk is not None:
                self.changed[before[-1].pk] = before[-1]
        until = after.since_at if after else message.changed_at or message.at
        self._keep(message, words, until)

    def finished(self) -> list[Wording]:
        """The new wordings, once their messages are rows."""
        for wording, message in self._pending:
            wording.message = message
        return [wording for wording, _message in self._pending]
