"""The price of before is not the lowest of the last 30 days, or nobody knows."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta

from toonbank.etiquette.evidence import ClaimState
from toonbank.etiquette.finding import Severity, Ways
from toonbank.etiquette.kinds.base import Noticed
from toonbank.etiquette.mends.prices import lowest_instead, only_now
from toonbank.etiquette.rule import Example, Hearing, Rule, Trouble, about
from toonbank.etiquette.wording import say_amount, say_day


def uses_another_price_of_before(hearing: Hearing) -> Iterator[Trouble]:
    """Announced reductions that the price history denies, and those with figures for which there is none."""
    advised = {one.sentence.start for one in hearing.of("rrp")}
    for claim in hearing.of("price_reduction"):
        if claim.sentence.start in advised and claim.sense != "was":
            continue  # "15% off the recommended price": that is no price of before at all
        if claim.because in ("not_lowest", "not_reduced") or (
            claim.because == "no_history" and _has_figure(claim)
        ):
            message, fix = _words(hearing, claim)
            yield about(claim, message, Ways(lowest_instead, hearing.look, claim), fix)
        elif (since := _endless_since(hearing, claim)) is not None:
            yield _runs_endlessly(hearing, claim, since)


# "discounts should not run endlessly" (ACM): after three months it is the usual price.
ENDLESS = timedelta(days=92)


def _endless_since(hearing: Hearing, claim: Noticed) -> datetime | None:
    """Since when the lower price is the price, where that is too long ago to call it a reduction."""
    product, moment = claim.product, hearing.look.facts.moment
    if claim.state is not ClaimState.PROVEN or not _has_figure(claim) or product is None or moment is None:
        return None
    seen = max(product.price_history or (), key=lambda one: one.from_at, default=None)
    if seen is None or seen.to_at is not None or seen.cents != product.price_cents:
        return None
    if claim.campaign is not None and claim.now_cents != product.price_cents:
        return None  # the promotion takes it off at the till
    return seen.from_at if moment - seen.from_at > ENDLESS else None


def _runs_endlessly(hearing: Hearing, claim: Noticed, since: datetime) -> Trouble:
    day, now = say_day(since, hearing.lang), claim.product.price_cents if claim.product else None
    message = hearing.say(
        f"Dit is al de prijs sinds {day}. Wat zo lang duurt, is geen korting meer maar de gewone prijs.",
        f"This has been the price since {day}. What lasts that long is no reduction any more but the usual price.",
    )
    fix = hearing.say("Noem alleen de prijs van nu.", "State only the price of now.")
    return replace(
        about(claim, message, Ways(only_now, hearing.look, claim, now), fix), severity=Severity.ADVISE
    )


def _has_figure(claim: Noticed) -> bool:
    return claim.sense in ("was", "percent", "half", "off")


def _words(hearing: Hearing, claim: Noticed) -> tuple[str, str | None]:
    if claim.product is None and hearing.look.product(claim.sentence, (claim.start, claim.end))[1]:
        return hearing.say(
            "Meer dan één artikel heet zo, en ze kosten niet hetzelfde. Zeg welk artikel je bedoelt.",
            "More than one product goes by this name, at different prices. Say which one you mean.",
        ), None
    if claim.because == "no_history" or claim.known_cents is None:
        return hearing.say(
            "Van deze prijs is geen geschiedenis van 30 dagen bekend. Dan mag er geen van-prijs of korting bij.",
            "There is no price history of 30 days. Then no was-price or discount may be shown.",
        ), hearing.say(
            "Noem alleen de prijs van nu, of leg de prijzen vast.",
            "State only the price of now, or record the prices.",
        )
    lowest = say_amount(claim.known_cents, hearing.lang)
    if claim.product is not None and claim.product.perishable:
        return hearing.say(
            f"De prijs van vlak ervoor is {lowest}.", f"The price just before is {lowest}."
        ), hearing.say(f"Gebruik {lowest} als van-prijs.", f"Use {lowest} as the was-price.")
    if claim.was_cents is None:
        return _of_a_share(hearing, claim, lowest)
    since = say_day(claim.known_at, hearing.lang) if claim.known_at else None
    fix = hearing.say(
        f"Gebruik als van-prijs {lowest}" + (f"; dat is de laagste prijs sinds {since}." if since else "."),
        f"Use {lowest} as the was-price" + (f"; lowest since {since}." if since else "."),
    )
    return hearing.say(
        f"De laagste prijs van de 30 dagen ervoor is {lowest}.",
        f"The lowest price of the 30 days before is {lowest}.",
    ), fix


def _of_a_share(hearing: Hearing, claim: Noticed, lowest: str) -> tuple[str, str | None]:
    """Of "25% off" or "20 euro off": how much it truly is, against the lowest price."""
    percent = int(claim.known_percent or 0)
    since = hearing.say(
        f"Tegenover de laagste prijs van de 30 dagen ervoor ({lowest})",
        f"Against the lowest price of the 30 days before ({lowest})",
    )
    if percent < 1:
        return hearing.say(f"{since} is dit geen korting.", f"{since} this is no reduction."), hearing.say(
            "Noem alleen de prijs van nu.", "State only the price of now."
        )
    if claim.off_cents is not None:
        off = say_amount(round((claim.known_cents or 0) * (claim.known_percent or 0) / 100), hearing.lang)
        shown = hearing.say(f"{off} euro", f"{off} euro")
    else:
        shown = hearing.say(f"{percent} procent", f"{percent} percent")
    return hearing.say(f"{since} is het {shown}.", f"{since} it is {shown}."), hearing.say(
        f"Maak er {shown} van, of noem alleen de prijs van nu.",
        f"Make it {shown}, or state only the price of now.",
    )


def _price(
    name: str, price: float, *history: tuple[str, str | None, float], **more: object
) -> dict[str, object]:
    seen = [{"from": begin, "to": end, "price": asked} for begin, end, asked in history]
    product = {"ref": "p1", "names": [name], "price": price, "price_history": seen}
    return {"now": "2026-11-21T10:00:00+01:00", "products": [product], **more}


_COAT_ONCE_69 = (
    ("2026-08-01", "2026-11-05", 89.0),
    ("2026-11-05", "2026-11-09", 69.0),
    ("2026-11-09", "2026-11-20", 89.0),
    ("2026-11-20", None, 59.0),
)
_COAT_69 = (("2026-08-01", "2026-11-20", 69.0), ("2026-11-20", None, 59.0))
_STEPS = (("2026-06-01", "2026-10-17", 79.0), ("2026-10-17", "2026-11-14", 71.1), ("2026-11-14", None, 63.2))
_STEP = [
    {
        "ref": "c1",
        "offer": "20%",
        "percent": 20,
        "starts": "2026-10-17",
        "ends": "2026-11-30",
        "first_step": "2026-10-17",
    }
]

RULE = Rule(
    slug="price-was-not-lowest-30-days",
    title={
        "nl": "De van-prijs is niet de laagste van 30 dagen",
        "en": "The was-price is not the lowest of 30 days",
    },
    why={
        "nl": "Een korting is pas een korting tegenover de laagste prijs van de laatste 30 dagen. Dat is ook de wet.",
        "en": "A discount is one against the lowest price of the last 30 days. That is also the law.",
    },
    source=("S2.4.2", "S2.2.2"),
    base="Directive 98/6/EC art. 6a; Besluit prijsaanduiding producten art. 5a; WER VI.18",
    severity=Severity.BLOCK,
    fix={
        "nl": "Gebruik de laagste prijs van de 30 dagen ervoor.",
        "en": "Use the lowest price of the 30 days before.",
    },
    wrong=(
        Example("Was 89, nu 59 euro.", _price("jas", 59.0, *_COAT_ONCE_69)),
        Example("Alle jassen 40% goedkoper!"),
        Example("Normaal 25 euro, bij ons 15.", _price("sjaal", 15.0, ("2026-01-01", None, 15.0))),
        Example("Was 89, now 59 euro.", _price("coat", 59.0, *_COAT_ONCE_69), "en"),
        Example("All coats 40% cheaper!", lang="en"),
        Example("Normally 25 euro, ours 15.", _price("scarf", 15.0, ("2026-01-01", None, 15.0)), "en"),
    ),
    right=(
        Example("Was 69, nu 59 euro.", _price("jas", 59.0, *_COAT_69)),
        Example("De lamp kost 59 euro."),
        Example(
            "Eerst 10, nu 20 procent van de laagste prijs van 79 af.",
            _price("lamp", 63.2, *_STEPS, campaigns=_STEP),
        ),
        Example("Was 69, now 59 euro.", _price("coat", 59.0, *_COAT_69), "en"),
        Example("The lamp costs 59 euro.", lang="en"),
        Example(
            "First 10, now 20 percent off our lowest price of 79.",
            _price("lamp", 63.2, *_STEPS, campaigns=_STEP),
            "en",
        ),
    ),
    check=uses_another_price_of_before,
    hears=frozenset({"price_reduction"}),
    applies_to=("post",),
    misses={
        "nl": "Een verlaging die alleen wordt aangeduid: “Wij hebben met de prijs geschoven.” Ook "
        "een doorgestreepte prijs op de foto.",
        "en": "A reduction that is only hinted at: “We have been moving the price about.” Also a "
        "struck-through price in the picture.",
    },
)
