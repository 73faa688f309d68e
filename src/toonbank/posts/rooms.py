"""How much room a text has left on an account, as its network counts. Opens no line: it is asked at every pause in typing."""

from dataclasses import dataclass

from toonbank.channels.graphemes import count_graphemes
from toonbank.channels.links import find_links
from toonbank.shops.models import Account


@dataclass(frozen=True)
class Room:
    """How long a text is on an account, and how long it may be; `most` is None when the network never said."""

    account: Account
    length: int
    most: int | None
    text: str
    is_chosen: bool = True

    @property
    def is_over(self) -> bool:
        """Whether the text is too long."""
        return self.most is not None and self.length > self.most

    @property
    def over_by(self) -> int:
        """How many characters must go."""
        return max(self.length - self.most, 0) if self.most is not None else 0

    @property
    def percent(self) -> int:
        """How much of the room is used, at most 100."""
        return min(100, round(self.length * 100 / self.most)) if self.most else 0


def room_on(account: Account, text: str, *, is_chosen: bool = True) -> Room:
    """The room of `text` on `account`, by the limits that the network gave last."""
    most = account.limits.get("characters")
    return Room(account, _length(account, text), most if isinstance(most, int) else None, text, is_chosen)


def _length(account: Account, text: str) -> int:
    """Characters as people see them; every link counts the same where the network says so."""
    length = count_graphemes(text)
    each = account.limits.get("link_characters")
    if isinstance(each, int):
        for link in find_links(text):
            length += each - count_graphemes(text[link.start : link.end])
    return length
