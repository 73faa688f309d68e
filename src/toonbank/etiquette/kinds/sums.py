"""The arithmetic of offers: which price was the lowest, and whether the figures in a text agree with it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from toonbank.core import money
from toonbank.etiquette.evidence import ClaimState, Evidence
from toonbank.etiquette.facts import Facts
from toonbank.etiquette.kinds.deals import Deal, promise_of
from toonbank.etiquette.late import late
from toonbank.etiquette.shelf import words_of
from toonbank.etiquette.wording import both, say_amount, say_day, say_number

if TYPE_CHECKING:
    from toonbank.etiquette.background import Campaign, Product

EVERYTHING = late(
    r"(?<!\w)(?:op alles|op het hele assortiment|alle artikelen|alles|hele winkel|iedereen|everything|everyone|storewide|"
    r"the whole shop|all items|sitewide|on all|entire range)(?!\w)"
)
LIMITED = late(
    r"(?<!\w)(?:alleen|enkel|uitsluitend|only|just|slechts|beperkt|excluding|behalve|niet op)(?!\w)"
)


CHEAPER = late(  # a promotion by its name, which tells no figure
    r"(?i:(?<!\w)(?:sale|clearance|discounts?|uitverkoop|solden|opruiming|korting\w*|afgeprijsd|prijsverlaging)(?!\w))"
)


class Said(NamedTuple):
    """The figures of one announced reduction."""

    sense: str
    was: int | None = None
    now: int | None = None
    off: int | None = None
    percent: Decimal | None = None
    is_up_to: bool = False
    deal: Deal | None = None
    text: str = ""
    whole: str = ""  # all the text around it, in small letters


NOTHING_BEFORE = money.PriceBefore()


class Judged(NamedTuple):
    """What is known of it. `because` is about the price of before, `also` about all other figures."""

    state: ClaimState
    because: str = ""
    also: str = ""
    reference: int | None = None
    since: datetime | None = None
    percent: float | None = None
    campaign: Campaign | None = None
    product: Product | None = None
    before: money.PriceBefore = NOTHING_BEFORE

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """What can be shown for it; put into words only for the verdict that counts."""
        return _evidence(self.state, self.product, self.campaign, self.before)


def judge(said: Said, product: Product | None, campaign: Campaign | None, facts: Facts) -> Judged:
    """An announced reduction against the price history, the till and the promotion."""
    if said.sense == "multi":
        return _judge_deal(said, campaign)
    before = price_before(product, campaign, facts)
    because = _against_history(said, before, product, campaign, facts)
    also = mismatch(said, product, campaign, before, facts)
    if because in ("not_lowest", "not_reduced") or also:
        state = ClaimState.CONTRADICTED
    else:
        state = ClaimState.UNKNOWN if because else ClaimState.PROVEN
    if also == "percent" or (also in ("sum", "condition") and because == "no_history"):
        because = ""  # one claim, one cause: what is known to be wrong goes before what is not known
    percent = _true_percent(product, campaign, before)
    return Judged(
        state,
        because,
        also,
        before.lowest,
        before.since,
        percent,
        campaign,
        product,
        before,
    )


def _judge_deal(said: Said, campaign: Campaign | None) -> Judged:
    """Several pieces for less: true when the promotion says the same, unknown when it speaks of no pieces."""
    if campaign is None:
        return Judged(ClaimState.UNKNOWN)
    if _is_hidden(said, campaign):
        return Judged(ClaimState.CONTRADICTED, also="condition", campaign=campaign)
    offered = promise_of(campaign.offer).deal
    if offered is None or said.deal is None:
        return Judged(ClaimState.UNKNOWN)
    if offered == said.deal:
        return Judged(ClaimState.PROVEN, campaign=campaign)
    return Judged(ClaimState.CONTRADICTED, also="deal", campaign=campaign)


def as_published(product: Product | None, facts: Facts) -> Product | None:
    """The product at the price of the moment that the text goes out; without it when that is not known."""
    product = with_planned_price(product, facts)
    return replace(product, price_cents=None) if product and _is_stale(product, facts) else product


def with_planned_price(product: Product | None, facts: Facts) -> Product | None:
    """The product at the price that is planned for a text that goes out later."""
    now, moment = facts.now, facts.moment
    if product is None or now is None or moment is None:
        return product
    planned = [one for one in product.price_history or () if now < one.from_at <= moment]
    if not planned:
        return product
    last = max(planned, key=lambda one: one.from_at)
    holds = last.to_at is None or last.to_at > moment
    return replace(
        product, price_cents=last.cents if holds else None, price_at=None, price_source="price history"
    )


def _is_stale(product: Product, facts: Facts) -> bool:
    moment, days = facts.now or facts.moment, timedelta(days=facts.thresholds.price_fresh_days)
    return product.price_at is not None and moment is not None and moment - product.price_at > days


def _price_source(product: Product) -> str:
    """Where the price was seen. Without source and moment the facts are those of the till itself."""
    return product.price_source or ("catalogue" if product.price_at else "till")


def price_before(product: Product | None, campaign: Campaign | None, facts: Facts) -> money.PriceBefore:
    """The price that a reduction of this product may be held against, by the law of the shop's country."""
    history = product.price_history if product else None
    if product is None or not history:
        return NOTHING_BEFORE
    moment = facts.moment or max(price.to_at or price.from_at for price in history)
    country = facts.shop.country if facts.shop else None
    promotion = (
        money.Promotion(campaign.starts_at, campaign.first_step_at) if campaign else money.NO_PROMOTION
    )
    return money.price_before(
        history,
        moment,
        goods=money.Goods(country, product.first_offered, bool(product.perishable)),
        promotion=promotion,
        law=money.PriceLaw(facts.thresholds.price_window_days, facts.thresholds.progressive_months),
    )


def _against_history(
    said: Said, before: money.PriceBefore, product: Product | None, campaign: Campaign | None, facts: Facts
) -> str:
    """Why the price of before may not be used: "" when it may, "no_history", "not_lowest" or "not_reduced"."""
    if said.sense in ("rrp", "talk", "vat"):
        return "no_history"  # words that no price of before speaks of
    if said.was is not None:
        return _was_agrees(said.was, before)
    paid = said.now if said.now is not None else _paid(product, campaign, before)
    if before.price is None or paid is None:
        return "no_history"
    if said.percent is not None:
        promised = money.reduced(before.price, float(said.percent))
    elif said.off is not None:
        promised = before.price - said.off
    elif paid < before.price:
        return ""
    else:
        return "no_history" if campaign is not None and CHEAPER.search(campaign.offer) else "not_reduced"
    return "" if paid <= promised + _tolerance(before.price, facts) else "not_lowest"


def _paid(product: Product | None, campaign: Campaign | None, before: money.PriceBefore) -> float | None:
    """What it costs in the end: a price that is not lower yet is reduced by the promotion at the till."""
    price = product.price_cents if product else None
    if campaign is None or before.price is None or (price is not None and price < before.price):
        return price
    asked = before.price if price is None else price
    if campaign.percent is not None:
        return money.reduced(asked, campaign.percent)
    off = promise_of(campaign.offer).off_cents
    return price if off is None else asked - off


def _was_agrees(was: int, before: money.PriceBefore) -> str:
    if before.price is not None and was <= before.price:
        return ""
    if before.lowest is not None and was > before.lowest:
        return "not_lowest"
    return "no_history"


def is_told(conditions: str, whole: str) -> bool:
    """Whether the telling words of a condition stand in the text: who names its limits hides none."""
    telling = (
        words_of(" ".join(word for word in conditions.casefold().split() if len(word) >= TELLING)) - LIMITING
    )
    return bool(telling) and telling <= words_of(whole)


TELLING = 4  # letters
LIMITING = words_of("alleen enkel uitsluitend slechts niet only just except voor with from")


def mismatch(
    said: Said, product: Product | None, campaign: Campaign | None, before: money.PriceBefore, facts: Facts
) -> str:
    """What does not agree: "sum", "percent", "till" or "condition"; "" when all does."""
    if said.was is not None and said.now is not None and not _adds_up(said, said.was, said.now, facts):
        return "sum"
    if _is_other_percent(said, campaign):
        return "percent"
    if _is_other_at_till(said, product, campaign, facts):
        return "till"
    return "condition" if campaign is not None and _is_hidden(said, campaign) else ""


def _is_hidden(said: Said, campaign: Campaign) -> bool:
    """Whether an offer is said to be for all, and its limits are not told."""
    return (
        LIMITED.search(campaign.conditions.casefold()) is not None
        and EVERYTHING.search(said.text) is not None
        and not is_told(campaign.conditions, said.whole)
    )


def _is_other_percent(said: Said, campaign: Campaign | None) -> bool:
    if said.percent is None or campaign is None or campaign.percent is None:
        return False
    if said.was is not None and said.now is not None:
        return False  # the sum was checked; this product may be reduced by its own percentage
    claimed = float(said.percent)
    return claimed > campaign.percent + 0.5 or (claimed < campaign.percent - 0.5 and not said.is_up_to)


def _is_other_at_till(said: Said, product: Product | None, campaign: Campaign | None, facts: Facts) -> bool:
    if said.now is None or product is None or product.price_cents is None:
        return False
    differs = abs(said.now - product.price_cents) > facts.thresholds.arithmetic_cents
    return differs and not _will_be(said.now, product, campaign, facts)


def _adds_up(said: Said, was: int, now: int, facts: Facts) -> bool:
    if said.percent is not None and not said.is_up_to:
        return abs(money.reduced(was, float(said.percent)) - now) <= _tolerance(was, facts)
    if said.off is not None:
        return abs(was - said.off - now) <= _tolerance(was, facts)
    return now < was or said.sense == "rrp"


def _will_be(cents: int, product: Product, campaign: Campaign | None, facts: Facts) -> bool:
    """Whether the promotion makes it this price."""
    if campaign is None or product.price_cents is None:
        return False
    price, off = product.price_cents, promise_of(campaign.offer).off_cents
    if campaign.percent is not None:
        reduced = money.reduced(price, campaign.percent)
    elif off is not None:
        reduced = price - off
    else:
        return False
    return abs(reduced - cents) <= _tolerance(price, facts)


def _tolerance(cents: int, facts: Facts) -> float:
    return max(cents * facts.thresholds.arithmetic_share, facts.thresholds.arithmetic_cents)


def _true_percent(
    product: Product | None, campaign: Campaign | None, before: money.PriceBefore
) -> float | None:
    paid = _paid(product, campaign, before) if product is not None else None
    return 100 - 100 * paid / before.price if paid is not None and before.price else None


def judge_price(
    cents: int, product: Product | None, campaigns: Sequence[Campaign], facts: Facts
) -> tuple[ClaimState, str, tuple[Evidence, ...]]:
    """A plain price against the one that was seen last; an old one says nothing."""
    if product is None or product.price_cents is None:
        return ClaimState.UNKNOWN, "", ()
    source, subject = _price_source(product), product.ref or product.label
    if _is_stale(product, facts):
        shown = both("te lang geleden gezien", "seen too long ago")
        return (
            ClaimState.UNKNOWN,
            "",
            (Evidence(ClaimState.UNKNOWN, shown, source, product.price_at, subject),),
        )
    is_asked = abs(cents - product.price_cents) <= facts.thresholds.arithmetic_cents
    by = None if is_asked else next((one for one in campaigns if _will_be(cents, product, one, facts)), None)
    agrees = is_asked or by is not None
    state = ClaimState.PROVEN if agrees else ClaimState.CONTRADICTED
    shown = both(
        f"{say_amount(product.price_cents, 'nl')} euro", f"{say_amount(product.price_cents, 'en')} euro"
    )
    evidence = Evidence(state, shown, source, product.price_at, subject)
    return state, "" if agrees else "till", (evidence, *_of_promotion(state, by))


def _evidence(
    state: ClaimState, product: Product | None, campaign: Campaign | None, before: money.PriceBefore
) -> tuple[Evidence, ...]:
    shown: list[Evidence] = []
    subject = (product.ref or product.label) if product else None
    if before.lowest is not None:
        words = _name_of_before(product)
        nl = f"{words['nl']}: {say_amount(before.lowest, 'nl')}"
        en = f"{words['en']}: {say_amount(before.lowest, 'en')}"
        if before.since is not None:
            nl, en = (
                f"{nl}, sinds {say_day(before.since, 'nl')}",
                f"{en}, since {say_day(before.since, 'en')}",
            )
        shown.append(Evidence(state, both(nl, en), "price history", before.since, subject))
    if product is not None and product.price_cents is not None:
        price = both(
            f"nu {say_amount(product.price_cents, 'nl')} euro",
            f"now {say_amount(product.price_cents, 'en')} euro",
        )
        shown.append(Evidence(state, price, _price_source(product), product.price_at, subject))
    return (*shown, *_of_promotion(state, campaign))


def _of_promotion(state: ClaimState, campaign: Campaign | None) -> tuple[Evidence, ...]:
    """The promotion as far as it says something about a price."""
    if campaign is None:
        return ()
    if campaign.percent is not None:
        words = both(f"{say_number(campaign.percent, 'nl')} %", f"{say_number(campaign.percent, 'en')} %")
    elif any(promise_of(campaign.offer)):
        words = both(campaign.offer, campaign.offer)
    else:
        return ()
    shown = both(f"actie: {words['nl']}", f"promotion: {words['en']}")
    return (Evidence(state, shown, "promotion", None, campaign.ref or None),)


def _name_of_before(product: Product | None) -> dict[str, str]:
    if product is not None and product.perishable:
        return both("prijs van vlak ervoor", "price just before")
    return both("laagste prijs in 30 dagen", "lowest price in 30 days")
