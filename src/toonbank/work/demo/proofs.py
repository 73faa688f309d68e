"""What else the shop can show: offers, reviews, counts, a name, and a member's own count."""

from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Protocol

from toonbank.evidence.attesting import ReviewPlace, attest, keep_review_source, note_count, note_reviews
from toonbank.evidence.calling import add_name
from toonbank.evidence.models import Product, Promotion
from toonbank.evidence.promoting import Offer, extend_promotion, make_promotion
from toonbank.work.demo.opening import Cast

REVIEWS = ((88, 361, "9.1"), (60, 378, "9.1"), (31, 394, "9.2"), (3, 412, "9.2"))
ORDERS = ((89, 5120), (58, 5544), (27, 6031), (1, 6387))
CUSTOMERS = ((89, 2304), (58, 2391), (27, 2478), (1, 2560))
"""(days ago, how many, ...)"""

MENDING = "Verstelweken: knopen aanzetten voor niets"
NUMBERED = sorted({row[0] for row in (*REVIEWS, *ORDERS, *CUSTOMERS)})


class Deed(Protocol):
    """Something that happens in the shop at a moment."""

    def __call__(self, cast: Cast, *, now: datetime) -> object:
        """Do it."""
        ...


def note_numbers(cast: Cast, *, now: datetime, days_ago: int) -> None:
    """Once a month Noor writes down what the order book and the review site say."""
    for ago, count, average in REVIEWS:
        if ago == days_ago:
            place = ReviewPlace(
                "Klantwoord",
                address="https://klantwoord.example/jas-zutphen",
                how_checked="Alleen na een bestelling; het bestelnummer wordt nagegaan.",
            )
            source = keep_review_source(cast.shop, cast.noor, place, now=now)
            note_reviews(source, cast.noor, count=count, average=Decimal(average), now=now)
    for what, rows in (("orders", ORDERS), ("customers", CUSTOMERS)):
        for ago, value in rows:
            if ago == days_ago:
                note_count(cast.shop, cast.noor, what=what, value=value, source="bestelboek", now=now)


def announce_rain_sale(cast: Cast, *, now: datetime, today: date) -> None:
    """An offer that is over by now."""
    offer = Offer(
        "Regenhoeden voor 22,95",
        starts_at=_at(cast, today - timedelta(days=20), time(9)),
        ends_at=_at(cast, today - timedelta(days=7), time(23, 59)),
        conditions="Alle maten, in de winkel en op de site.",
        product_ids=_ids(cast, "Regenhoed Druppel"),
    )
    make_promotion(cast.shop, cast.noor, offer, now=now)


def announce_mending_weeks(cast: Cast, *, now: datetime, today: date) -> None:
    """An offer whose end is put off later."""
    offer = Offer(
        MENDING,
        starts_at=_at(cast, today - timedelta(days=21), time(9)),
        ends_at=_at(cast, today - timedelta(days=4), time(18)),
        conditions="Voor elke jas die van ons is; klaar terwijl je wacht.",
        product_ids=_ids(cast, "Jas "),
    )
    make_promotion(cast.shop, cast.noor, offer, now=now)


def extend_mending_weeks(cast: Cast, *, now: datetime, today: date) -> None:
    """So many buttons came that it goes on."""
    promotion = Promotion.objects.get(shop=cast.shop, name=MENDING)
    ends_at = _at(cast, today + timedelta(days=10), time(18))
    extend_promotion(promotion, cast.noor, ends_at=ends_at, now=now)


def announce_wool_week(cast: Cast, *, now: datetime, today: date) -> None:
    """An offer that runs now, with its end."""
    offer = Offer(
        "Wolweek: 10 % op alles van Wolwinde",
        percent=10,
        starts_at=_at(cast, today - timedelta(days=2), time(9)),
        ends_at=_at(cast, today + timedelta(days=5), time(23, 59)),
        conditions="Aan de kassa. Niet op wat al is afgeprijsd.",
        product_ids=tuple(
            Product.objects.filter(shop=cast.shop, brand="Wolwinde", is_discontinued=False).values_list(
                "pk", flat=True
            )
        ),
    )
    make_promotion(cast.shop, cast.bas, offer, now=now)


def give_names(cast: Cast, *, now: datetime) -> None:
    """What customers call the hat."""
    hat = Product.objects.get(shop=cast.shop, title="Muts Kleine Beer")
    add_name(hat, cast.noor, "beertjesmuts", now=now)


def count_plaids(cast: Cast, *, now: datetime) -> None:
    """Noor counted them herself, this day."""
    plaid = Product.objects.get(shop=cast.shop, title="Plaid Mos")
    words = "Zes op de onderste plank; de weverij is gestopt met deze kleur."
    attest(cast.shop, cast.noor, claim="scarcity", product=plaid, value=6, words=words, now=now)


def sell_the_last(cast: Cast, *, now: datetime) -> None:
    """A customer bought all three of a coat that a post of today still counts on."""
    coat = Product.objects.get(shop=cast.shop, title="Jas Zomertaling")
    words = "Alle drie verkocht aan één gezin."
    attest(cast.shop, cast.noor, claim="scarcity", product=coat, value=0, words=words, now=now)


def _at(cast: Cast, day: date, hour: time) -> datetime:
    return datetime.combine(day, hour, cast.shop.clock)


def _ids(cast: Cast, begin: str) -> tuple[int, ...]:
    return tuple(Product.objects.filter(shop=cast.shop, title__startswith=begin).values_list("pk", flat=True))
