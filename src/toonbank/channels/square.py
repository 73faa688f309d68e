"""The practice square: a network of our own, with customers who answer.

For the demo, for training, and for trying a post before anybody else sees it.
"""

import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import timedelta

from toonbank.core.errors import BadInput, ChannelTrouble, Refused, SignInAgain, TryLater, Uncertain

from .base import Answering, Incoming, Limits, Outgoing, Receipt
from .board import Drill, SquareBoard
from .fitting import refuse_misfit
from .graphemes import count_graphemes
from .hearing import Heard, Row, unheard
from .signin import AccountSettings, Field, Surroundings
from .square_file import stored
from .square_talk import STREAM

LONGEST_NAME = 40
SLOW_FOR = 0.5  # seconds
LATE = timedelta(minutes=10)  # how long what was kept back is still listed
KEPT_BACK = 10

FIELDS = (
    Field(
        "handle",
        label={"nl": "Naam op het oefenplein", "en": "Name on the practice square"},
        hint={"nl": "Alleen jullie zien dit plein.", "en": "Only you see this square."},
    ),
)


def sign_in(answers: Mapping[str, str], around: Surroundings) -> AccountSettings:
    """Takes a place on the square; there are no keys."""
    name = " ".join(answers.get("handle", "").split())
    if not name or len(name) > LONGEST_NAME:
        raise BadInput(f"Give the account a name of at most {LONGEST_NAME} characters.")
    SquareBoard(around.square_path).open_account(name)
    return AccountSettings("", name, name)


class Square:
    """One account on the square."""

    kind = "square"
    limits = Limits(
        characters=500,
        pictures=4,
        alt_characters=1500,
        picture_bytes=4_000_000,
        seconds_between=0.0,
        exact_retry=True,
        can_read_replies=True,
        answering=Answering(privately_to="anybody"),
    )

    def __init__(self, account: AccountSettings, around: Surroundings) -> None:
        self._name = account.remote_id
        self._board = SquareBoard(around.square_path)
        self._clock = around.clock
        self._shown_at = around.square_url

    def length(self, text: str) -> int:
        """Characters as people see them."""
        return count_graphemes(text)

    def send(self, post: Outgoing) -> Receipt:
        """Put it on the square, or meet the misbehaviour that a drill asked for. An answer takes no pictures."""
        refuse_misfit(post, self.length(post.text), self.limits)
        if post.answer_to and post.pictures:
            raise Refused("An answer on the square takes no pictures.")
        drill = self._board.next_drill(self._name)
        if trouble := _trouble(drill):
            raise trouble
        if drill is Drill.SLOW:
            time.sleep(SLOW_FOR)
        remote_id = self._board.store(self._name, post, self._clock())
        if drill is Drill.HANG_UP_AFTER:
            raise Uncertain("The line broke after we sent.")
        return self._receipt(remote_id)

    def find(self, post: Outgoing) -> Receipt | None:
        """Asks the square for the post with this key."""
        remote_id = self._board.find(self._name, post.key)
        return self._receipt(remote_id) if remote_id else None

    def withdraw(self, remote_id: str) -> None:
        """Take it off the square."""
        self._board.remove(self._name, remote_id, at=self._clock())

    def incoming(self, since: str) -> Iterator[Incoming]:
        """All that was said, edited and deleted by now; of what was heard, the last ten minutes are looked through again."""
        drill = self._board.next_drill(self._name, in_listening=True)
        if drill is Drill.LISTEN_UNREACHABLE:
            raise TryLater("The square could not be reached.", after=5.0)
        heard, now = Heard(since), self._clock()
        floor = heard.floor(STREAM)
        after = min(floor, stored(now - LATE)) if floor else ""
        for page in self._board.listed(self._name, after=after, now=now):
            heard.see(page)
            for row in _arranged(page, drill):
                for said in unheard([row], heard, _never_gone):
                    one = replace(said, url=self._shown_at.format(id=said.remote_id))
                    yield one
                    if drill is Drill.LISTEN_TWICE:
                        yield one
            if drill is Drill.LISTEN_BREAKS_OFF:
                raise TryLater("The line broke while we listened.", after=5.0)

    def _receipt(self, remote_id: str) -> Receipt:
        return Receipt(remote_id, self._shown_at.format(id=remote_id))


def _trouble(drill: Drill | None) -> ChannelTrouble | None:
    """What goes wrong before the post is on the square."""
    match drill:
        case Drill.UNREACHABLE:
            return TryLater("The square could not be reached; nothing was sent.", after=5.0)
        case Drill.TOO_FAST:
            return TryLater("The square asks us to slow down.", after=30.0)
        case Drill.REFUSE:
            return Refused("The square does not want this post.")
        case Drill.SIGNED_OUT:
            return SignInAgain("The square no longer knows us.")
        case Drill.HANG_UP_BEFORE | Drill.SERVER_ERROR:
            return Uncertain("The line broke after we sent.")
    return None


def _arranged(page: Sequence[Row], drill: Drill | None) -> Sequence[Row]:
    """A page as a network lists it on a bad day; what is kept back is listed the next time."""
    match drill:
        case Drill.LISTEN_MIXED_UP:
            return page[::-1]
        case Drill.LISTEN_LATE:
            return [*page[:-KEPT_BACK], *page[-KEPT_BACK:][1::2]]
        case Drill.LISTEN_BREAKS_OFF:
            return page[: len(page) // 2]
    return page


def _never_gone(stream: str, name: str) -> None:
    """The square tells deletions as events of their own."""
