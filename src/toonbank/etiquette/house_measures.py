"""The measures of `thresholds.py` in plain words, each with its unit, its bounds, and the rules that use it."""

# ruff: noqa: E501 - a table is easier to look over in long lines

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from functools import cache, cached_property
from typing import Literal

from toonbank.etiquette.thresholds import Thresholds

Words = dict[str, str]
Number = int | float
Place = tuple[str, str]
"""The name of a measure, and in a measure that differs by network or by sort of complaint its key ("" elsewhere)."""

UNITS: dict[str, dict[str, tuple[str, str]]] = {
    "hours": {"nl": ("uur", "uur"), "en": ("hour", "hours")},
    "minutes": {"nl": ("minuut", "minuten"), "en": ("minute", "minutes")},
    "days": {"nl": ("dag", "dagen"), "en": ("day", "days")},
    "weeks": {"nl": ("week", "weken"), "en": ("week", "weeks")},
    "months": {"nl": ("maand", "maanden"), "en": ("month", "months")},
    "pieces": {"nl": ("stuk", "stuks"), "en": ("piece", "pieces")},
    "posts": {"nl": ("bericht", "berichten"), "en": ("post", "posts")},
    "messages": {"nl": ("reactie", "reacties"), "en": ("message", "messages")},
    "times": {"nl": ("keer", "keer"), "en": ("time", "times")},
    "cents": {"nl": ("cent", "cent"), "en": ("cent", "cents")},
    "hashtags": {"nl": ("hashtag", "hashtags"), "en": ("hashtag", "hashtags")},
    "o'clock": {"nl": ("uur", "uur"), "en": ("o'clock", "o'clock")},
    "share": {"nl": ("%", "%"), "en": ("%", "%")},
}
KEYS: dict[str, Words] = {
    "facebook": {"nl": "Facebook", "en": "Facebook"},
    "instagram": {"nl": "Instagram", "en": "Instagram"},
    "linkedin": {"nl": "LinkedIn", "en": "LinkedIn"},
    "x": {"nl": "X", "en": "X"},
    "mastodon": {"nl": "Mastodon", "en": "Mastodon"},
    "bluesky": {"nl": "Bluesky", "en": "Bluesky"},
    "threads": {"nl": "Threads", "en": "Threads"},
    "tiktok": {"nl": "TikTok", "en": "TikTok"},
    "google_business": {"nl": "Google-profiel", "en": "Google profile"},
    "danger": {"nl": "gevaar", "en": "danger"},
    "legal-press": {"nl": "recht of pers", "en": "law or press"},
    "complaint-blame": {"nl": "klacht met verwijt", "en": "complaint with blame"},
    "complaint-accusation": {"nl": "klacht over ons werk", "en": "complaint with reproach"},
    "complaint-disapproval": {"nl": "klacht uit ergernis", "en": "complaint with displeasure"},
    "complaint-implicit": {"nl": "klacht zonder verwijt", "en": "complaint without reproach"},
}


@dataclass(frozen=True)
class Measure:
    """One measure: what it is in words, in which unit it is counted, between which bounds a shop may set it.

    `fixed_by` says who else decides: its bounds then are such that it can only become stricter.
    """

    name: str
    words: Words
    unit: str
    least: Number
    most: Number
    rules: tuple[str, ...]
    fixed_by: Literal["", "law", "network"] = ""

    @cached_property
    def is_whole(self) -> bool:
        """Whether only whole numbers are counted."""
        return next(one.type for one in fields(Thresholds) if one.name == self.name) is not float

    @property
    def keys(self) -> tuple[str, ...]:
        """The networks or sorts of complaints that it differs by; one empty key when it does not."""
        value = getattr(_defaults(), self.name)
        return tuple(value) if isinstance(value, Mapping) else ("",)

    def default(self, key: str = "") -> Number | None:
        """What we propose; None for a network that we know nothing of."""
        return value_at(_defaults(), (self.name, key))

    def named(self, key: str, lang: str) -> str:
        """Its words, with the network or the sort of complaint behind them."""
        return f"{self.words[lang]} ({KEYS.get(key, {}).get(lang, key)})" if key else self.words[lang]

    def said(self, value: Number | None, lang: str) -> str:
        """A value with its unit: "10 %", "24 uur"."""
        if value is None:
            return {"nl": "niet gezegd", "en": "not said"}[lang]
        shown = value * 100 if self.unit == "share" else value
        number = f"{shown:.6g}".replace(".", "," if lang == "nl" else ".")
        return f"{number} {UNITS[self.unit][lang][shown != 1]}"


@cache
def _defaults() -> Thresholds:
    return Thresholds()


def value_at(thresholds: Thresholds, place: Place) -> Number | None:
    """The value at this place; None where a network is not named."""
    name, key = place
    value: Number | Mapping[str, Number] = getattr(thresholds, name)
    return value.get(key) if isinstance(value, Mapping) else value


def places_in(thresholds: Thresholds) -> Iterator[tuple[Measure, str]]:
    """Every measure with each of its keys, also those that only these thresholds name."""
    for measure in MEASURES.values():
        value = getattr(thresholds, measure.name)
        keys = value if isinstance(value, Mapping) else ()
        for key in dict.fromkeys((*measure.keys, *keys)):
            yield measure, key


_SCARCITY = ("scarcity-false", "scarcity-unproven")
_NUMBERS = ("social-proof-unverified",)
_ASKING = ("give-ask-balance",)
_OFTEN = ("spam-frequency",)
_WAITING = ("unanswered-complaint",)
_ANSWERING = ("slow-reply", "unanswered-complaint")

# Where a rule blocks, the bounds leave it its teeth: a tolerance of half the stock would be the end of it.
_TABLE = (
    Measure("stock_fresh_hours", {"nl": "Zo lang telt een voorraad die je zag", "en": "How long a stock that was seen counts"}, "hours", 1, 168, _SCARCITY),
    Measure("low_stock_pieces", {"nl": "Tot zoveel stuks mag je ‘bijna op’ zeggen", "en": "Up to how many pieces ‘nearly gone’ may be said"}, "pieces", 1, 50, ("scarcity-false",)),
    Measure("low_stock_share", {"nl": "Of tot dit deel van de laatste levering", "en": "Or up to this part of the last delivery"}, "share", 0, 0.25, ("scarcity-false",)),
    Measure("stock_tolerance_share", {"nl": "Zoveel mag een aantal van de voorraad afwijken", "en": "How far a number may be off the stock"}, "share", 0, 0.25, ("scarcity-false",)),
    Measure("scarcity_per_product_days", {"nl": "Dagen tussen twee keer ‘bijna op’ over hetzelfde", "en": "Days between two posts that the same thing is nearly gone"}, "days", 0, 365, ("scarcity-overused",)),
    Measure("pressure_share", {"nl": "Hoogstens dit deel van de berichten mag drukken", "en": "At most this part of the posts may press"}, "share", 0, 1, ("scarcity-overused",)),
    Measure("pressure_share_days", {"nl": "Geteld over", "en": "Counted over"}, "days", 1, 365, ("scarcity-overused",)),
    Measure("pressure_share_posts", {"nl": "Geteld vanaf", "en": "Counted from"}, "posts", 1, 1000, ("scarcity-overused",)),
    Measure("extensions", {"nl": "Zo vaak mag een actie verlengd worden", "en": "How often an offer may be extended"}, "times", 0, 3, ("urgency-false-deadline",)),
    Measure("restart_pause_days", {"nl": "Rust voor dezelfde actie opnieuw begint", "en": "Rest before the same offer begins again"}, "days", 7, 365, ("urgency-false-deadline",)),
    Measure("price_window_days", {"nl": "De vanprijs is de laagste prijs van de laatste", "en": "The price of before is the lowest of the last"}, "days", 30, 365, ("price-was-not-lowest-30-days",), "law"),
    Measure("price_fresh_days", {"nl": "Zo lang telt een prijs die je zag", "en": "How long a price that was seen counts"}, "days", 1, 30, ("price-was-not-lowest-30-days", "discount-mismatch")),
    Measure("progressive_months", {"nl": "Een korting die stap voor stap oploopt, telt als één actie gedurende", "en": "A reduction that grows step by step counts as one offer during"}, "months", 0, 3, ("price-was-not-lowest-30-days",), "law"),
    Measure("arithmetic_share", {"nl": "Zoveel mag een som ernaast zitten", "en": "How far a sum may be off"}, "share", 0, 0.05, ("discount-mismatch",)),
    Measure("arithmetic_cents", {"nl": "Of zoveel", "en": "Or this much"}, "cents", 0, 100, ("discount-mismatch",)),
    Measure("rrp_fresh_days", {"nl": "Zo lang telt een adviesprijs", "en": "How long an advised price counts"}, "days", 1, 1095, ("price-was-rrp",)),
    Measure("bait_stock_pieces", {"nl": "Een actie heeft ten minste", "en": "An offer has at least"}, "pieces", 0, 1000, ("bait-stock",)),
    Measure("bait_stock_share", {"nl": "Of ten minste dit deel van wat eerdere acties verkochten", "en": "Or at least this part of what earlier offers sold"}, "share", 0, 1, ("bait-stock",)),
    Measure("count_rounding_share", {"nl": "Zoveel mag een aantal naar boven afgerond zijn", "en": "How far a number may be rounded up"}, "share", 0, 0.25, _NUMBERS),
    Measure("review_fresh_days", {"nl": "Zo lang tellen beoordelingen die je zag", "en": "How long reviews that were seen count"}, "days", 1, 90, _NUMBERS),
    Measure("count_fresh_days", {"nl": "Zo lang tellen aantallen klanten of bestellingen", "en": "How long numbers of customers or orders count"}, "days", 1, 365, _NUMBERS),
    Measure("endorsement_uses", {"nl": "Zo vaak mag dezelfde aanbeveling genoemd worden", "en": "How often the same praise may be named"}, "times", 1, 100, ("endorsement-exaggerated",)),
    Measure("endorsement_days", {"nl": "Geteld over", "en": "Counted over"}, "days", 1, 365, ("endorsement-exaggerated",)),
    Measure("give_per_ask", {"nl": "Berichten die geven, tegenover één dat vraagt", "en": "Posts that give, for each one that asks"}, "posts", 0, 20, _ASKING),
    Measure("give_ask_days", {"nl": "Geteld over", "en": "Counted over"}, "days", 1, 365, _ASKING),
    Measure("give_ask_posts", {"nl": "Geteld vanaf", "en": "Counted from"}, "posts", 1, 1000, _ASKING),
    Measure("give_only_posts", {"nl": "Een nieuw kanaal begint met alleen geven", "en": "A new account begins with giving only"}, "posts", 0, 100, _ASKING),
    Measure("off_promise_share", {"nl": "Hoogstens dit deel mag over iets anders gaan dan beloofd", "en": "At most this part may be about other things than was promised"}, "share", 0, 1, ("off-promise-topic",)),
    Measure("off_promise_days", {"nl": "Geteld over", "en": "Counted over"}, "days", 1, 365, ("off-promise-topic",)),
    Measure("off_promise_posts", {"nl": "Geteld vanaf", "en": "Counted from"}, "posts", 1, 1000, ("off-promise-topic",)),
    Measure("self_important_share", {"nl": "Hoogstens dit deel mag over de winkel zelf gaan", "en": "At most this part may be about the shop itself"}, "share", 0, 1, ("self-important",)),
    Measure("self_important_days", {"nl": "Geteld over", "en": "Counted over"}, "days", 1, 365, ("self-important",)),
    Measure("self_important_posts", {"nl": "Geteld vanaf", "en": "Counted from"}, "posts", 1, 1000, ("self-important",)),
    Measure("posts_per_day", {"nl": "Hoogstens zoveel berichten op een dag", "en": "At most this many posts a day"}, "posts", 1, 50, _OFTEN),
    Measure("posts_per_day_elsewhere", {"nl": "Op andere netwerken hoogstens", "en": "On other networks at most"}, "posts", 1, 50, _OFTEN),
    Measure("hard_cap_times", {"nl": "Het wordt een blokkade boven zoveel keer dat aantal", "en": "It becomes a block above this many times that number"}, "times", 1, 10, _OFTEN),
    Measure("gap_minutes", {"nl": "Rust tussen twee berichten", "en": "Rest between two posts"}, "minutes", 0, 1440, _OFTEN),
    Measure("gap_minutes_elsewhere", {"nl": "Op andere netwerken", "en": "On other networks"}, "minutes", 0, 1440, _OFTEN),
    Measure("similar_posts_share", {"nl": "Twee berichten zijn hetzelfde als ze zoveel gemeen hebben", "en": "Two posts are the same when they share this much"}, "share", 0.5, 1, ("duplicate-content", "no-added-value")),
    Measure("duplicate_days", {"nl": "Vergeleken met de berichten van de laatste", "en": "Held against the posts of the last"}, "days", 1, 365, ("duplicate-content",)),
    Measure("similar_replies_share", {"nl": "Twee antwoorden zijn hetzelfde als ze zoveel gemeen hebben", "en": "Two answers are the same when they share this much"}, "share", 0.5, 1, ("canned-reply",)),
    Measure("hashtags", {"nl": "Zoveel hashtags zijn genoeg", "en": "This many hashtags are enough"}, "hashtags", 0, 30, ("hashtag-stuffing",)),
    Measure("hashtags_elsewhere", {"nl": "Op andere netwerken", "en": "On other networks"}, "hashtags", 0, 30, ("hashtag-stuffing",)),
    Measure("hashtags_hard", {"nl": "Meer neemt het netwerk niet", "en": "More the network does not take"}, "hashtags", 0, 5, ("hashtag-stuffing",), "network"),
    Measure("first_answer_hours", {"nl": "Eerste antwoord, als de winkel open is, binnen", "en": "A first answer, while the shop is open, within"}, "hours", 0.25, 72, ("slow-reply",)),
    Measure("first_answer_always_hours", {"nl": "Ook als de winkel dicht is, binnen", "en": "Also while the shop is closed, within"}, "hours", 1, 168, _ANSWERING),
    Measure("first_answer_days", {"nl": "Geteld over", "en": "Counted over"}, "days", 1, 90, ("slow-reply",)),
    Measure("first_answer_items", {"nl": "Geteld vanaf", "en": "Counted from"}, "messages", 1, 1000, ("slow-reply",)),
    Measure("complaint_clock_minutes", {"nl": "Iemand antwoordt binnen", "en": "Somebody answers within"}, "minutes", 5, 1440, _WAITING),
    Measure("complaint_waits_hours", {"nl": "Geen nieuwe berichten als een klacht langer wacht dan", "en": "No new posts while a complaint waits longer than"}, "hours", 1, 168, _WAITING),
    Measure("answering_from_hour", {"nl": "De winkel antwoordt vanaf", "en": "The shop answers from"}, "o'clock", 0, 24, _ANSWERING),
    Measure("answering_until_hour", {"nl": "De winkel antwoordt tot", "en": "The shop answers until"}, "o'clock", 0, 24, _ANSWERING),
    Measure("answering_weekdays", {"nl": "Zoveel dagen in de week, vanaf maandag", "en": "This many days a week, from Monday"}, "days", 1, 7, _ANSWERING),
    Measure("take_down_days", {"nl": "Wie zijn toestemming intrekt, is weg binnen", "en": "Who takes a consent back is gone within"}, "days", 0, 7, ("consent-missing",)),
    Measure("approval_days", {"nl": "Een akkoord geldt", "en": "An approval holds for"}, "days", 1, 30, ("approval-missing",)),
    Measure("prize_delivery_weeks", {"nl": "Een prijs is bezorgd binnen", "en": "A prize is delivered within"}, "weeks", 1, 8, ("giveaway-not-awarded",)),
)  # fmt: skip
MEASURES = {measure.name: measure for measure in _TABLE}
