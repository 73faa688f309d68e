"""What every network adapter looks like.

What a network cannot do is said in `Limits`, not by a missing method.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol


@dataclass(frozen=True)
class Limits:
    """What a network allows, read from its server where it says so.

    `characters` in the units of `Channel.length`; `text_bytes` and `picture_bytes` in bytes, None when
    unlimited or unknown.
    `seconds_between` is the pace that we keep between two sends on one account.
    `link_characters` is what every web address counts, whatever its length; None when it counts as it is written.
    `is_guess` is True when the server did not say and these are what every server allows.
    `exact_retry` is True when sending the same Outgoing twice can never show it twice.
    """

    characters: int
    pictures: int
    alt_characters: int
    picture_bytes: int | None = None
    text_bytes: int | None = None
    link_characters: int | None = None
    seconds_between: float = 1.0
    exact_retry: bool = False
    can_edit: bool = False
    can_withdraw: bool = True
    can_read_replies: bool = False
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


@dataclass(frozen=True)
class Receipt:
    """Proof of publication: the network's own id, and the address where people see it ("" if none)."""

    remote_id: str
    url: str


@dataclass(frozen=True)
class Incoming:
    """One thing that somebody said to the shop on this network.

    `cursor` is what `Channel.incoming` takes to go on after this one. The same thing may come more than once.
    """

    remote_id: str
    author: str
    text: str
    at: datetime
    answers: str = ""  # remote id of the post it answers, "" when it stands alone
    cursor: str = ""
    extra: dict[str, str] = field(default_factory=dict)


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
