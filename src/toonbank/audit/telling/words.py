"""The words of the report that stand by themselves: names of claims, labels and tones, numbers and moments."""

from datetime import datetime
from typing import Literal
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from toonbank.etiquette import Severity
from toonbank.etiquette.wording import MONTHS, say_day, say_network
from toonbank.language.reading import Language

Tone = Literal["block", "warn", "advise", "right"]

CLAIMS = {
    "scarcity": ("schaarste", "scarcity"),
    "stock": ("voorraad", "stock"),
    "urgency": ("haast", "haste"),
    "price_reduction": ("korting", "price reduction"),
    "price": ("prijs", "price"),
    "free": ("gratis", "free"),
    "social_proof": ("aantallen en cijfers van anderen", "counts and ratings of others"),
    "endorsement": ("aanbeveling", "endorsement"),
    "quote": ("aangehaalde klant", "quoted customer"),
    "superlative": ("de beste, de eerste", "best and first"),
    "green": ("groene bewering", "green claim"),
    "giveaway": ("winactie", "giveaway"),
    "person": ("een persoon genoemd", "a person named"),
    "private_data": ("persoonsgegevens", "personal data"),
    "vanity": ("volgers en likes", "followers and likes"),
    "other_pressure": ("andere druk", "other pressure"),
}
LABELS = {
    "danger": ("gevaar", "danger"),
    "legal-press": ("recht of pers", "law or press"),
    "complaint-blame": ("klacht: de winkel deugt niet", "complaint: the shop is to blame"),
    "complaint-accusation": ("klacht: er ging iets fout", "complaint: something went wrong"),
    "complaint-disapproval": ("klacht: ergernis", "complaint: annoyance"),
    "complaint-implicit": ("klacht: er is iets mis", "complaint: something is amiss"),
    "doubt": ("twijfel", "doubt"),
    "question": ("vraag", "question"),
    "criticism": ("idee of opmerking", "idea or remark"),
    "compliment": ("compliment", "compliment"),
    "chat": ("praatje", "chat"),
    "spam-abuse": ("spam of schelden", "spam or abuse"),
}
SUBJECTS = {
    "sport": ("sport", "sports"),
    "politics": ("politiek", "politics"),
    "recipe": ("een recept", "a recipe"),
    "telecom": ("telefonie", "phone plans"),
    "money": ("geldzaken", "money matters"),
    "celebrities": ("bekende mensen", "celebrities"),
    "cars": ("auto's", "cars"),
    "stars": ("sterrenbeelden", "star signs"),
    "travel": ("reizen", "travel"),
    "opinion": ("een mening", "an opinion"),
}
TONES: dict[Tone, tuple[str, str]] = {
    "block": ("Nu doen", "Do now"),
    "warn": ("Let op", "Look here"),
    "advise": ("Advies", "Advice"),
    "right": ("Goed zo", "Well done"),
}
SEVERITIES = {
    Severity.BLOCK: ("Blokkade", "Block"),
    Severity.WARN: ("Waarschuwing", "Warning"),
    Severity.ADVISE: ("Advies", "Advice"),
}


class Speech:
    """One language, one clock."""

    def __init__(self, lang: str, zone: str) -> None:
        self.lang: Language = "nl" if lang == "nl" else "en"
        self._place = 0 if lang == "nl" else 1
        try:
            self._zone: ZoneInfo | None = ZoneInfo(zone)
        except (ZoneInfoNotFoundError, ValueError, OSError):
            self._zone = None

    def of(self, nl: str, en: str) -> str:
        """The words in the language of the report."""
        return (nl, en)[self._place]

    def word(self, words: dict[str, tuple[str, str]], name: str) -> str:
        """The word for a name; the name itself when there is none."""
        return words[name][self._place] if name in words else name.replace("_", " ").replace("-", " ")

    def tone(self, tone: Tone) -> str:
        """How much a verdict matters, in a word."""
        return TONES[tone][self._place]

    def severity(self, severity: Severity) -> str:
        """The word for a severity."""
        return SEVERITIES[severity][self._place]

    def network(self, name: str) -> str:
        """A network by its own name."""
        return say_network(name)

    def number(self, number: float, digits: int = 0) -> str:
        """1.234,5 or 1,234.5."""
        shown = f"{number:,.{digits}f}"
        return shown.translate(str.maketrans(",.", ".,")) if self.lang == "nl" else shown

    def share(self, share: float) -> str:
        """A part of one in percents; a trace is not nothing."""
        percent = 100 * share
        digits = 1 if 0 < percent < 10 else 0
        if 0 < percent < 0.05:
            return self.of("minder dan 0,1 %", "less than 0.1%")
        return f"{self.number(percent, digits)}{self.of(' %', '%')}"

    def many(self, count: int, nl: tuple[str, str], en: tuple[str, str]) -> str:
        """ "1 bericht", "2 posts"."""
        words = nl if self.lang == "nl" else en
        return f"{self.number(count)} {words[count != 1]}"

    def day(self, at: datetime) -> str:
        """21 november 2026."""
        here = at.astimezone(self._zone)
        return f"{say_day(here, self.lang)} {here.year}"

    def moment(self, at: datetime) -> str:
        """21 november 2026, 10:05."""
        return f"{self.day(at)}, {at.astimezone(self._zone):%H:%M}"

    def month(self, name: str) -> str:
        """november 2026 for "2026-11"."""
        year, month = name.split("-")
        return f"{MONTHS[self.lang][int(month) - 1]} {year}"

    def short_month(self, name: str) -> str:
        """nov 2026 for "2026-11"; the Dutch write mrt for March."""
        month, year = self.month(name).split()
        return f"{'mrt' if month == 'maart' else month[:3]} {year}"

    def listed(self, words: list[str]) -> str:
        """a, b and c."""
        if len(words) < 2:
            return "".join(words)
        return f"{', '.join(words[:-1])} {self.of('en', 'and')} {words[-1]}"
