"""How much room a text has left on an account, as its network counts. Opens no line: it is asked at every pause in typing."""

from dataclasses import dataclass

from toonbank.channels.networks import limits_known, network
from toonbank.language.counting import utf8_bytes
from toonbank.shops.models import Account


@dataclass(frozen=True)
class Room:
    """How long a text is on an account, and how long it may be.

    In characters as the network counts them; in bytes (`is_in_bytes`) when those are what is too many.
    """

    account: Account
    length: int
    most: int
    text: str
    is_chosen: bool = True
    is_in_bytes: bool = False

    @property
    def is_over(self) -> bool:
        """Whether the text is too long."""
        return self.length > self.most

    @property
    def over_by(self) -> int:
        """How many must go."""
        return max(self.length - self.most, 0)

    @property
    def percent(self) -> int:
        """How much of the room is used, at most 100."""
        return min(100, round(self.length * 100 / self.most)) if self.most else 100


def room_on(account: Account, text: str, *, is_chosen: bool = True, answers: str = "") -> Room:
    """The room of `text` on `account`, by the limits that the network gave last, else by its usual ones.

    `answers` is the handle of whom it answers: where their name goes in front, that counts along.
    """
    limits, place = limits_known(account.kind, account.limits), network(account.kind)
    told = place.as_answer(text, answers) if answers else text
    length, size = place.count(told, limits), utf8_bytes(told)
    if length <= limits.characters and limits.text_bytes is not None and size > limits.text_bytes:
        return Room(account, size, limits.text_bytes, text, is_chosen, is_in_bytes=True)
    return Room(account, length, limits.characters, text, is_chosen)
