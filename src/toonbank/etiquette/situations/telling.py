"""One language, and how facts are said in it."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from toonbank.etiquette.wording import say_amount, say_day, say_number

Fields = Mapping[str, Any]  # the facts of an example, as JSON writes them
NETWORKS = {
    "facebook": "Facebook",
    "instagram": "Instagram",
    "linkedin": "LinkedIn",
    "mastodon": "Mastodon",
    "x": "X",
}
NETWORKS |= {"google_business": "Google", "tiktok": "TikTok", "bluesky": "Bluesky", "threads": "Threads"}


class Telling:
    """One language, and how facts are said in it."""

    def __init__(self, lang: str) -> None:
        self.lang = lang

    def say(self, nl: str, en: str) -> str:
        """The words in this language."""
        return nl if self.lang == "nl" else en

    def amount(self, value: float) -> str:
        """24,95 euro."""
        return f"{say_amount(round(Decimal(str(value)) * 100), self.lang)} euro"

    def number(self, value: float) -> str:
        """3.900."""
        return say_number(value, self.lang)

    def day(self, when: str) -> str:
        """21 november."""
        return say_day(date.fromisoformat(when[:10]), self.lang)

    def moment(self, when: str) -> str:
        """21 november om 09:12; only the day when there is no clock."""
        if len(when) == len("2026-11-21"):
            return self.day(when)
        return f"{self.day(when)} {self.say('om', 'at')} {datetime.fromisoformat(when):%H:%M}"

    def network(self, name: str | None) -> str:
        """Facebook."""
        return NETWORKS.get(name or "", name or "")

    def list(self, words: Sequence[str]) -> str:
        """a, b and c."""
        head, last = list(words[:-1]), list(words[-1:])
        return f" {self.say('en', 'and')} ".join([", ".join(head), *last] if head else last)
