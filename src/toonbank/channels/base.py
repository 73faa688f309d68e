"""What every network adapter looks like.

What a network cannot do is said in `Limits`, not by a missing method.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal, Protocol


@dataclass(frozen=True)
class Answering:
    """Whom one may answer on a network, and how long: said before anybody begins to write.

    `privately_to`: "anybody", only who "wrote" to us privately first, or "nobody". `within_hours` is how long after their
    last message one may still answer, None for ever. `remark` says in Dutch and English what else one must know, or is empty.
    """

    publicly: bool = True
    privately_to: Literal["anybody", "wrote", "nobody"] = "nobody"
    within_hours: float | None = None
    remark: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Limits:
    """What a network allows, read from its server where it says so.

    `characters` in the units of `Channel.length`; `text_bytes` and `picture_bytes` in bytes, None when
    unlimited or unknown.
    `seconds_between` is the pace that we keep between two sends on one account, `seconds_between_readings` between two times that
    we ask what people said.
    `link_characters` is what every web address counts, whatever its length; None when it counts as it is written.
    `is_guess` is True when the server did not say and these are what every server allows.
    `exact_retry` is True when sending the same Outgoing twice can never show it twice.
    `can_post` is False where one only answers.
    """

    characters: int
    pictures: int
    alt_characters: int
    picture_bytes: int | None = None
    text_bytes: int | None = None
    link_characters: int | None = None
    seconds_between: float = 1.0
    seconds_between_readings: float = 20.0
    exact_retry: bool = False
    can_post: bool = True
    can_edit: bool = False
    can_withdraw: bool = True
    can_read_replies: bool = False
    answering: Answering = field(default_factory=Answering)
    is_guess: bool = False


@dataclass(frozen=True)
class Picture:
    """One picture, already without EXIF and GPS, with the words for who cannot see it."""

    name: str
    content: bytes
    media_type: str
    alt: str
    width: int
    height: int


@dataclass(frozen=True)
class Outgoing:
    """One post for one account.

    `key` is chosen once per delivery, stored before the first byte leaves, and the same in every attempt:
    an ASCII string of at most 64 characters. `created_at` is aware UTC, also stored beforehand: the moment at
    which the send starts, not when it was planned, for networks sort by it and `find` looks from there on.
    """

    key: str
    text: str
    lang: str
    created_at: datetime
    pictures: tuple[Picture, ...] = ()
    answer_to: "AnswerTo | None" = None


@dataclass(frozen=True)
class AnswerTo:
    """What an Outgoing answers: a message by its remote id, in a thread, of somebody with this handle.

    `root` is the remote id of what the thread began with. A private answer is seen by `handle` alone.
    """

    remote_id: str
    root: str
    handle: str
    is_private: bool = False


@dataclass(frozen=True)
class Receipt:
    """Proof of publication: the network's own id, and the address where people see it ("" if none)."""

    remote_id: str
    url: str


Sort = Literal["comment", "mention", "direct", "review", "checkin", "tag", "mail", "told"]


@dataclass(frozen=True)
class Incoming:
    """One thing that was said to the shop on this network, changed there, or taken away.

    `cursor` is what `Channel.incoming` takes to go on after this one. The same thing may come more than once, late, or out of
    order. `event` says what happened to it: "said", "edited" (`text` is what stands there now) or "deleted" (`text` is "").
    `thread` is the network's own name of the thread ("" when the message begins one or stands alone), `answers` the
    remote id of what it answers ("" for none). `author_id` lasts when a handle changes. `is_own` marks the shop's own words, given
    in the network's app. `changed_at` is the network's moment of an edit or deletion, or when we noticed where it does not say; of
    a deletion often nothing else is known but the `remote_id`. Private words have a thread of their own that lasts.
    """

    remote_id: str
    author: str
    text: str
    at: datetime
    answers: str = ""
    cursor: str = ""
    extra: dict[str, str] = field(default_factory=dict)
    event: Literal["said", "edited", "deleted"] = "said"
    sort: Sort = "comment"
    thread: str = ""
    author_id: str = ""
    author_name: str = ""
    is_public: bool = True
    is_own: bool = False
    changed_at: datetime | None = None
    url: str = ""
    rating: int | None = None


class Channel(Protocol):
    """An account on a network, signed in. All four troubles of `core.errors` may be raised by each call."""

    kind: str

    @property
    def limits(self) -> Limits:
        """What the network allows now; it may ask the server, at most once an hour."""
        ...

    def length(self, text: str) -> int:
        """The length of `text` as this network counts."""
        ...

    def send(self, post: Outgoing) -> Receipt:
        """Publish once. A write that breaks, times out or is answered with 5xx raises Uncertain."""
        ...

    def find(self, post: Outgoing) -> Receipt | None:
        """Did this post go out after all? Only reads."""
        ...

    def withdraw(self, remote_id: str) -> None:
        """Take it down; taking it down twice is no error."""
        ...

    def incoming(self, since: str) -> Iterator[Incoming]:
        """What people said after the cursor `since` ("" for the beginning), oldest first."""
        ...
