"""A price, percentage, amount or condition in the post is not that of the shop, or the sum is wrong."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from toonbank.etiquette.finding import Severity, Ways
from toonbank.etiquette.kinds.base import Noticed
from toonbank.etiquette.mends.prices import agreed
from toonbank.etiquette.mends.stocks import real_number
from toonbank.etiquette.rule import Example, Hearing, Rule, Trouble, about
from toonbank.etiquette.wording import say_amount, say_moment, say_number, say_source

if TYPE_CHECKING:
    from toonbank.etiquette.background import Product


def names_other_figures(hearing: Hearing) -> Iterator[Trouble]:
    """Figures that differ from the till or the promotion, sums that do not come out, wrong numbers of plenty."""
    for claim in hearing.of("price_reduction", "price"):
        if claim.also:
            yield about(claim, _about_money(hearing, claim), Ways(agreed, hearing.look, claim))
    for claim in hearing.contradicted("scarcity", "stock"):
        if claim.because in ("over", "plenty"):
            number = say_number(claim.known or 0, hearing.lang)
            message = hearing.say(f"Het zijn er {number}.", f"There are {number}.")
            yield about(claim, message, Ways(real_number, hearing.look, claim), _STOCK_FIX[hearing.lang])


_STOCK_FIX = {"nl": "Vul de echte stand in.", "en": "Put in the real number."}


def _about_money(hearing: Hearing, claim: Noticed) -> str:
    product, campaign = claim.product, claim.campaign
    if claim.also == "till" and product is not None and product.price_cents is not None:
        return _price_now(hearing, product, say_amount(product.price_cents, hearing.lang))
    if claim.also == "percent" and campaign is not None and campaign.percent is not None:
        percent = say_number(campaign.percent, hearing.lang)
        return hearing.say(f"De actie is {percent} procent.", f"The promotion is {percent} percent.")
    if claim.also == "condition" and campaign is not None:
        return hearing.say(
            f"De actie geldt niet voor alles: {campaign.conditions}.",
            f"The offer has a limit: {campaign.conditions}.",
        )
    if claim.also == "deal" and campaign is not None:
        return hearing.say(f"De actie is: {campaign.offer}.", f"The promotion is: {campaign.offer}.")
    return hearing.say("De som klopt niet.", "The sum does not come out.")


def _price_now(hearing: Hearing, product: Product, price: str) -> str:
    if product.price_at is not None:
        seen = say_moment(product.price_at, hearing.look.facts.now, hearing.lang)
        return hearing.say(f"De prijs is {price}, gezien {seen}.", f"The price is {price}, seen {seen}.")
    if product.price_source:
        source = say_source(product.price_source, hearing.lang)
        return hearing.say(f"De prijs is {price} ({source}).", f"The price is {price} ({source}).")
    return hearing.say(f"De kassa zegt {price}.", f"The till says {price}.")


def _till(name: str, price: float) -> dict[str, object]:
    return {"now": "2026-11-21T10:00:00+01:00", "products": [{"ref": "p1", "names": [name], "price": price}]}


def _second(conditions: str) -> dict[str, object]:
    campaign = {"ref": "c1", "offer": "second free", "ends": "2026-11-30", "conditions": conditions}
    return {"now": "2026-11-21T10:00:00+01:00", "campaigns": [campaign]}


RULE = Rule(
    slug="discount-mismatch",
    title={"nl": "De cijfers kloppen niet met de kassa", "en": "The figures are not those of the till"},
    why={
        "nl": "Een klant die aan de kassa een andere prijs hoort, is terecht boos. Een rekenfout is ook een belofte.",
        "en": "A customer who hears another price at the till is rightly angry. A slip in a sum is a promise too.",
    },
    source=("S2.2.2", "S2.4.2"),
    base="UCPD art. 6(1)(d); BW 6:193c; Dir. 98/6",
    severity=Severity.BLOCK,
    fix={"nl": "Neem de prijs over uit de actie.", "en": "Take the price from the promotion."},
    wrong=(
        Example("50% korting: van 80 voor 48."),
        Example("Mok voor 9,95.", _till("mok", 12.95)),
        Example("Tweede gratis op alles.", _second("alleen op sokken")),
        Example("50% off: from 80 to 48.", lang="en"),
        Example("Mug for 9.95.", _till("mug", 12.95), "en"),
        Example("Second one free on everything.", _second("only on socks"), "en"),
    ),
    right=(
        Example("40% korting: van 80 voor 48."),
        Example("Mok voor 12,95.", _till("mok", 12.95)),
        Example("Tweede paar sokken gratis.", _second("alleen op sokken")),
        Example("40% off: from 80 to 48.", lang="en"),
        Example("Mug for 12.95.", _till("mug", 12.95), "en"),
        Example("Second pair of socks free.", _second("only on socks"), "en"),
    ),
    check=names_other_figures,
    hears=frozenset({"price_reduction", "price", "scarcity", "stock"}),
    misses={
        "nl": "Een bedrag in een uitdrukking: “Theepot Saar gaat mee voor een briefje van vijftig.” "
        "Ook een prijs die alleen op de foto staat.",
        "en": "An amount in a figure of speech: “The Saar teapot is yours for one orange note.” "
        "Also a price that stands only in the picture.",
    },
)
