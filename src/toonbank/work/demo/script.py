"""What the shop says, and what became of it, read from `posts.toml`."""

import re
import tomllib
from dataclasses import dataclass
from datetime import date, timedelta
from importlib.resources import files
from typing import Literal

from django.utils.formats import date_format
from django.utils.translation import override

Until = Literal["written", "offered", "sent_back", "discarded", "approved"]
_DAY = re.compile(r"\{\+(\d+)\}")


@dataclass(frozen=True)
class Entry:
    """One post of the story. `on` counts days from today, None when no day was chosen; `own` are texts for one account."""

    text: str
    to: tuple[str, ...]
    gets: str = ""
    on: int | None = None
    at: str = "09:00"
    soon: bool = False
    by: str = "bas"
    yes: str = "noor"
    lang: str = "nl"
    until: Until = "approved"
    written: int | None = None
    why: str = ""
    drill: str = ""
    own: tuple[tuple[str, str], ...] = ()
    products: tuple[str, ...] = ()

    def written_on(self, place: int) -> int:
        """The day on which it was written: at least two days before it goes out, and two before today for the yes."""
        if self.written is not None:
            return self.written
        if self.until != "approved":
            return -1 - place % 3
        return min((self.on or 0) - 2, -2 - place % 3)


def read_script(today: date) -> list[Entry]:
    """Every post, with its days filled in."""
    told = tomllib.loads((files(__package__) / "posts.toml").read_text("utf-8"))
    return [
        Entry(
            **said
            | {
                "text": _with_days(said["text"], said.get("lang", "nl"), today),
                "to": tuple(said["to"]),
                "own": tuple(said.get("own", {}).items()),
                "products": tuple(said.get("products", ())),
            }
        )
        for said in told["post"]
    ]


def _with_days(text: str, lang: str, today: date) -> str:
    def name(found: re.Match[str]) -> str:
        with override(lang):
            return date_format(today + timedelta(days=int(found[1])), "l j F")

    return _DAY.sub(name, text)
