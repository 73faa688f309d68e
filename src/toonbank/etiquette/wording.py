"""How moments, amounts and numbers are said to a shopkeeper, in Dutch and English."""

from datetime import date, datetime
from decimal import Decimal
from functools import lru_cache

from toonbank.language.numbers import format_amount, format_number

MONTHS = {
    "nl": [
        "januari",
        "februari",
        "maart",
        "april",
        "mei",
        "juni",
        "juli",
        "augustus",
        "september",
        "oktober",
        "november",
        "december",
    ],
    "en": [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ],
}
DAYS = {
    "nl": ["maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"],
    "en": ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
}
SOURCES = {
    "catalogue": {"nl": "assortiment", "en": "catalogue"},
    "price history": {"nl": "prijsgeschiedenis", "en": "price history"},
    "promotion": {"nl": "actie", "en": "promotion"},
    "till": {"nl": "kassa", "en": "till"},
    "orders": {"nl": "bestellingen", "en": "orders"},
    "customers": {"nl": "klantenbestand", "en": "customer list"},
    "reviews": {"nl": "beoordelingen", "en": "reviews"},
    "sales list": {"nl": "verkooplijst", "en": "sales list"},
    "consents": {"nl": "toestemmingen", "en": "consents"},
    "attestation": {"nl": "eigen telling", "en": "own count"},
}
NETWORKS = {
    "x": "X", "facebook": "Facebook", "instagram": "Instagram", "mastodon": "Mastodon", "bluesky": "Bluesky",
    "linkedin": "LinkedIn", "threads": "Threads", "google_business": "Google",
}  # fmt: skip


def say_day(day: date, lang: str) -> str:
    """29 november, 29 November."""
    return f"{day.day} {MONTHS[lang][day.month - 1]}"


def say_weekday(day: date, lang: str) -> str:
    """zondag 29 november, Sunday 29 November."""
    return f"{DAYS[lang][day.weekday()]} {say_day(day, lang)}"


def say_moment(moment: datetime, now: datetime | None, lang: str) -> str:
    """om 09:12 when that is today, else op 19 november om 09:12."""
    clock = f"{'om' if lang == 'nl' else 'at'} {moment:%H:%M}"
    if now is not None and moment.astimezone(now.tzinfo).date() == now.date():
        return clock
    return f"{'op' if lang == 'nl' else 'on'} {say_day(moment, lang)} {clock}"


@lru_cache(maxsize=4096)
def say_amount(cents: int, lang: str) -> str:
    """69 or 49,95, without a sign, as the posts of small shops do."""
    return format_amount(cents, lang)


@lru_cache(maxsize=4096)
def say_number(value: Decimal | int | float, lang: str) -> str:
    """1.250 or 8,7."""
    number = value if isinstance(value, (Decimal, int)) else Decimal(str(value))
    if isinstance(number, Decimal) and number == number.to_integral_value():
        number = int(number)
    return format_number(number, lang)


def say_network(name: str) -> str:
    """A network by its own name: "Facebook", "LinkedIn", "X"."""
    return NETWORKS.get(name.lower(), name.replace("_", " ").title())


def say_source(source: str, lang: str) -> str:
    """The name of a source of ours in the reader's language; another name as it is."""
    return SOURCES.get(source, {}).get(lang, source)


def both(nl: str, en: str) -> dict[str, str]:
    """The same words in both languages."""
    return {"nl": nl, "en": en}
