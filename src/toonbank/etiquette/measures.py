"""The thresholds in words, and which rules hold a text against them."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import NamedTuple

from toonbank.etiquette.thresholds import Thresholds
from toonbank.etiquette.wording import say_number

STOCK = ("scarcity-false", "scarcity-unproven")
PRICE = ("price-was-not-lowest-30-days",)
REDUCTION = (*PRICE, "discount-mismatch")
CROWD = ("social-proof-unverified",)
GIVE_ASK = ("give-ask-balance",)
OFF = ("off-promise-topic",)
SELF = ("self-important",)
OFTEN = ("spam-frequency",)
HASHTAG = ("hashtag-stuffing",)
PACE = ("slow-reply",)
WAIT = ("unanswered-complaint",)
HOURS = (*PACE, *WAIT)
OVERUSED = ("scarcity-overused",)


class Measure(NamedTuple):
    """A threshold: its words, and the rules that use it. `is_law`: a shop that changes it is no longer within the law."""

    nl: str
    en: str
    rules: tuple[str, ...]
    is_law: bool = False


MEASURES: Mapping[str, Measure] = {
    "stock_fresh_hours": Measure("zo lang telt een stand, in uren", "how long a count holds, in hours", STOCK),
    "low_stock_pieces": Measure("tot zoveel stuks is het weinig", "up to so many pieces it is few", STOCK),
    "low_stock_share": Measure(
        "tot dit deel van de laatste levering is het weinig",
        "up to this share of the last delivery it is few",
        STOCK,
    ),
    "stock_tolerance_share": Measure(
        "zoveel mag een aantal boven tien afwijken", "how far a number above ten may be off", STOCK
    ),
    "scarcity_per_product_days": Measure(
        "dagen tussen twee berichten over de laatste van één product",
        "days between two posts on the last of one product",
        OVERUSED,
    ),
    "pressure_share": Measure(
        "hoogste deel berichten met druk", "highest share of posts with pressure", OVERUSED
    ),
    "pressure_share_days": Measure(
        "dagen waarover druk geteld wordt", "days over which pressure is counted", OVERUSED
    ),
    "pressure_share_posts": Measure(
        "pas vanaf zoveel berichten geteld", "counted from so many posts", OVERUSED
    ),
    "extensions": Measure(
        "zo vaak mag een actie verlengd worden",
        "how often an offer may be extended",
        ("urgency-false-deadline",),
    ),
    "restart_pause_days": Measure(
        "dagen rust voor dezelfde actie opnieuw begint",
        "days of rest before the same offer begins again",
        ("urgency-false-deadline",),
    ),
    "price_window_days": Measure(
        "dagen waarin de laagste prijs telt", "days in which the lowest price counts", PRICE, is_law=True
    ),
    "price_fresh_days": Measure("zo lang telt een prijs, in dagen", "how long a price holds, in days", REDUCTION),
    "progressive_months": Measure(
        "maanden waarin een korting in stappen mag groeien (NL)",
        "months in which a reduction may grow in steps (NL)",
        PRICE,
        is_law=True,
    ),
    "arithmetic_share": Measure(
        "zoveel mag een som ernaast zitten", "how far a sum may be off", ("discount-mismatch",)
    ),
    "arithmetic_cents": Measure(
        "of zoveel cent", "or by so many cents", ("discount-mismatch", "price-was-rrp")
    ),
    "rrp_fresh_days": Measure(
        "zo lang telt een adviesprijs, in dagen", "how long an advised price holds, in days", ("price-was-rrp",)
    ),
    "bait_stock_pieces": Measure(
        "onder zoveel stuks hoort het aantal erbij", "below so many pieces the number is said", ("bait-stock",)
    ),
    "bait_stock_share": Measure(
        "of onder dit deel van wat zo’n actie eerder verkocht",
        "or below this share of what such an offer sold before",
        ("bait-stock",),
    ),
    "count_rounding_share": Measure(
        "zoveel mag een aantal naar boven zijn afgerond", "how far a number may be rounded up", CROWD
    ),
    "review_fresh_days": Measure(
        "zo lang telt een stand van beoordelingen, in dagen", "how long a count of reviews holds, in days", CROWD
    ),
    "count_fresh_days": Measure(
        "zo lang telt een aantal klanten of bestellingen, in dagen",
        "how long a number of customers or orders holds, in days",
        CROWD,
    ),
    "endorsement_uses": Measure(
        "zo vaak mag één aanbeveling worden gebruikt",
        "how often one endorsement may be used",
        ("endorsement-exaggerated",),
    ),
    "endorsement_days": Measure(
        "in zoveel dagen", "within so many days", ("endorsement-exaggerated",)
    ),
    "give_per_ask": Measure(
        "zoveel keer geven op één keer vragen", "giving so many times for asking once", GIVE_ASK
    ),
    "give_ask_days": Measure("dagen waarover dat geteld wordt", "days over which that is counted", GIVE_ASK),
    "give_ask_posts": Measure("pas vanaf zoveel berichten geteld", "counted from so many posts", GIVE_ASK),
    "give_only_posts": Measure(
        "zoveel eerste berichten van een kanaal vragen niets",
        "so many first posts of an account ask nothing",
        GIVE_ASK,
    ),
    "off_promise_share": Measure(
        "hoogste deel berichten naast wat beloofd is", "highest share of posts beside what was promised", OFF
    ),
    "off_promise_days": Measure("dagen waarover dat geteld wordt", "days over which that is counted", OFF),
    "off_promise_posts": Measure("pas vanaf zoveel berichten geteld", "counted from so many posts", OFF),
    "self_important_share": Measure(
        "hoogste deel berichten over jezelf", "highest share of posts about yourself", SELF
    ),
    "self_important_days": Measure("dagen waarover dat geteld wordt", "days over which that is counted", SELF),
    "self_important_posts": Measure("pas vanaf zoveel berichten geteld", "counted from so many posts", SELF),
    "posts_per_day": Measure("berichten op een dag, per netwerk", "posts in a day, by network", OFTEN),
    "posts_per_day_elsewhere": Measure(
        "berichten op een dag, op andere netwerken", "posts in a day, on other networks", OFTEN
    ),
    "hard_cap_times": Measure(
        "vanaf zoveel keer dat aantal gaat er niets meer uit",
        "from so many times that number nothing goes out",
        OFTEN,
    ),
    "gap_minutes": Measure(
        "minuten tussen twee berichten, per netwerk", "minutes between two posts, by network", OFTEN
    ),
    "gap_minutes_elsewhere": Measure(
        "minuten tussen twee berichten, op andere netwerken",
        "minutes between two posts, on other networks",
        OFTEN,
    ),
    "similar_posts_share": Measure(
        "vanaf zo gelijk is het hetzelfde bericht",
        "from so alike it is the same post",
        ("duplicate-content", "no-added-value"),
    ),
    "duplicate_days": Measure(
        "dagen waarin naar hetzelfde bericht wordt gekeken",
        "days in which the same post is looked for",
        ("duplicate-content",),
    ),
    "similar_replies_share": Measure(
        "vanaf zo gelijk komt een antwoord uit de la", "from so alike a reply comes out of a drawer", ("canned-reply",)
    ),
    "hashtags": Measure("hashtags, per netwerk", "hashtags, by network", HASHTAG),
    "hashtags_elsewhere": Measure("hashtags, op andere netwerken", "hashtags, on other networks", HASHTAG),
    "hashtags_hard": Measure("meer neemt het netwerk niet", "the network takes no more", HASHTAG),
    "first_answer_hours": Measure(
        "een eerste antwoord binnen zoveel open uren", "a first answer within so many open hours", PACE
    ),
    "first_answer_always_hours": Measure(
        "en in elk geval binnen zoveel uren", "and always within so many hours", PACE
    ),
    "first_answer_days": Measure("dagen waarover dat geteld wordt", "days over which that is counted", PACE),
    "first_answer_items": Measure("pas vanaf zoveel vragen geteld", "counted from so many questions", PACE),
    "complaint_clock_minutes": Measure(
        "minuten tot een klacht te lang wacht, per soort", "minutes until a complaint waits too long, by kind", WAIT
    ),
    "complaint_waits_hours": Measure(
        "na zoveel uren wachten stoppen andere berichten", "after so many hours of waiting other posts stop", WAIT
    ),
    "answering_from_hour": Measure("open vanaf dit uur", "open from this hour", HOURS),
    "answering_until_hour": Measure("open tot dit uur", "open until this hour", HOURS),
    "answering_weekdays": Measure(
        "open zoveel dagen, vanaf maandag", "open so many days, from Monday", HOURS
    ),
    "take_down_days": Measure(
        "werkdagen om weg te halen wat niet meer mag", "working days to take down what is no longer allowed", ("consent-missing",)
    ),
    "approval_days": Measure(
        "zo lang geldt een akkoord, in dagen", "how long an approval holds, in days", ("approval-missing",)
    ),
    "prize_delivery_weeks": Measure(
        "weken om een prijs te bezorgen", "weeks to hand over a prize", ("giveaway-not-awarded",)
    ),
}  # fmt: skip


@dataclass(frozen=True)
class Told:
    """One threshold as a page shows it."""

    name: str
    words: str
    value: str
    is_law: bool


def measures_of(slug: str, lang: str, set_to: Thresholds | None = None) -> list[Told]:
    """The thresholds that this rule uses, with our defaults or those that the shop has set."""
    known = set_to or Thresholds()
    return [
        Told(
            one.name,
            MEASURES[one.name].nl if lang == "nl" else MEASURES[one.name].en,
            _said(one.name, getattr(known, one.name), lang),
            MEASURES[one.name].is_law,
        )
        for one in fields(Thresholds)
        if one.name in MEASURES and slug in MEASURES[one.name].rules
    ]


def _said(name: str, value: object, lang: str) -> str:
    if isinstance(value, Mapping):
        return ", ".join(f"{key.replace('_', ' ')} {_said('', one, lang)}" for key, one in value.items())
    if not isinstance(value, int | float):
        return str(value)
    if name.endswith("_share"):
        return f"{say_number(round(value * 100, 2), lang)} %"
    return say_number(value, lang)
