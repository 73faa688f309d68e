"""A draft: what is about to be said, and of which kind it is."""

from dataclasses import dataclass
from typing import Literal

Kind = Literal["post", "reply", "repost", "goal", "moderation", "account"]
Language = Literal["nl", "en"]

SPOKEN: tuple[Kind, ...] = ("post", "reply", "repost", "goal")  # what the shop says in words of its own


@dataclass(frozen=True)
class Draft:
    """One text to judge. `lang` None means: find out from the text itself."""

    text: str
    kind: Kind = "post"
    network: str | None = None
    lang: Language | None = None
