"""Texts to try the language package with: posts of Jas, and what no shopkeeper ever writes."""

import random

_PIECES = (
    "nog maar zeven stuks op voorraad laatste kans alleen vandaag bijna uitverkocht weg is wees er snel bij was nu voor de"
    " jas jassen mutsen theepot Zutphen Noor één écht 7 1.250 49,95 € 30% -30% t/m zondag 3 december 29-11 10k een stuk of"
    " tien niet geen only seven left in stock today until Friday 6 pm don't hurry best-seller tag a friend 👏 🧥 ❤️ #opisop"
    " @jas ... !!! ? “mooi” 'auto's' (ruim 10.000 klanten) twenty-three İstanbul ſnel ıets Maßstäbe Cafe\u0301 e\u0308\u0301n"
)
WORDS = _PIECES.split(" ")


def some_posts(count: int, *, seed: int = 7) -> list[str]:
    """Posts of 5 to 60 words, the same ones every time."""
    chance = random.Random(seed)
    return [" ".join(chance.choices(WORDS, k=chance.randint(5, 60))) for _ in range(count)]


def unreasonable(length: int = 100_000) -> dict[str, str]:
    """Texts that make careless code slow or fall."""
    units = {
        "one letter": "a",
        "spaces": " ",
        "new lines": "\n",
        "digits": "1",
        "thousands": "1.000.",
        "euros": "€",
        "quotes": "'\"“",
        "open quotes": " '",
        "marks": "!?.",
        "dots": "…",
        "combining marks": "e\u0301\u0308",
        "only combining marks": "\u0301",
        "lone surrogates": "\ud800",
        "right to left": "שלום \u202e",
        "joined emoji": "👩\u200d",
        "number words": "drieëntwintighonderd",
        "spaced number words": "een stuk of ",
        "hundreds": "honderd ",
        "denials": "niet ",
        "nog maar": "nog maar ",
        "days": "t/m zondag ",
        "hours": "17:00 ",
        "braces": "({[",
        "hashtags": "#a @b ",
        "plurals": "enen",
        "Korean": "\u1112\u1161\u11ab",
        "null": "\0",
    }
    return {name: (unit * (length // len(unit) + 1))[:length] for name, unit in units.items()}
