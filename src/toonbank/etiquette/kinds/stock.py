"""What the shop knows about its stock, held against what a text says of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from toonbank.etiquette.evidence import ClaimState, Evidence
from toonbank.etiquette.facts import Facts
from toonbank.etiquette.kinds.base import Look
from toonbank.etiquette.shelf import words_of
from toonbank.etiquette.wording import both, say_day, say_number
from toonbank.language.reading import Sentence

if TYPE_CHECKING:
    from toonbank.etiquette.background import Attestation, Product

ATTESTED = frozenset({"", "scarcity", "stock", "voorraad"})
ROUGH_SHARE = Decimal("0.25")


class Stock(NamedTuple):
    """What is known of one product's stock, the newest observation first of all."""

    product: Product | None = None
    pieces: Decimal | None = None
    seen_at: datetime | None = None
    evidence: tuple[Evidence, ...] = ()
    because: str = ""  # why nothing is known: no_product, which_product, no_number, stale
    vouched: bool = False  # somebody attested it without a number


class Verdict(NamedTuple):
    """The state of a claim on this stock, and the reason in one word of ours."""

    state: ClaimState
    because: str


def known_stock(look: Look, sentence: Sentence, span: tuple[int, int] | None = None) -> Stock:
    """The newest fresh observation of the stock of what a claim in a sentence is about."""
    facts = look.facts
    product, is_ambiguous = look.product(sentence, span)
    counted = _attested(facts, product, sentence)
    if counted is not None and not _is_newer(product, counted, facts):
        return _from_attestation(product, counted)
    if product is None or is_ambiguous:
        return Stock(because="which_product" if is_ambiguous else "no_product")
    return _from_catalogue(product, facts)


def _attested(facts: Facts, product: Product | None, sentence: Sentence) -> Attestation | None:
    fresh = [
        one
        for one in facts.attestations or ()
        if one.claim.casefold() in ATTESTED and _is_about(one, product, sentence) and is_fresh(one.at, facts)
    ]
    return max(fresh, key=lambda one: (one.at is not None, one.at), default=None) if fresh else None


def _is_about(one: Attestation, product: Product | None, sentence: Sentence) -> bool:
    if not one.product:
        return True
    if product is not None:
        wanted = words_of(one.product)
        return one.product == product.ref or any(words_of(name) == wanted for name in product.names)
    return words_of(one.product) <= words_of(sentence.text)


def _is_newer(product: Product | None, counted: Attestation, facts: Facts) -> bool:
    """Whether the catalogue saw the stock after somebody counted it."""
    if product is None or product.stock is None or product.stock_at is None or counted.at is None:
        return False
    return product.stock_at > counted.at and is_fresh(product.stock_at, facts)


def is_fresh(at: datetime | None, facts: Facts, moment: datetime | None = None) -> bool:
    """Whether a stock seen at `at` may still be spoken of at `moment`: when the reader sees it, unless said otherwise."""
    moment = moment or facts.moment
    if at is None or moment is None:
        return True
    return moment - at <= timedelta(hours=facts.thresholds.stock_fresh_hours)


def _from_attestation(product: Product | None, counted: Attestation) -> Stock:
    pieces = None if counted.value is None else Decimal(str(counted.value))
    said = "" if pieces is None else f": {pieces:f}"
    shown = both(f"zelf geteld{said}", f"counted by hand{said}")
    evidence = Evidence(ClaimState.PROVEN, shown, counted.who or "attestation", counted.at, counted.product)
    return Stock(product, pieces, counted.at, (evidence,), vouched=pieces is None)


def _from_catalogue(product: Product, facts: Facts) -> Stock:
    source, subject = product.stock_source or "catalogue", product.ref or product.label
    if not is_fresh(product.stock_at, facts):
        days = both("te lang geleden gezien", "seen too long ago")
        stale = Evidence(ClaimState.UNKNOWN, days, source, product.stock_at, subject)
        return Stock(product, because="stale", evidence=(stale,), seen_at=product.stock_at)
    if product.stock is None and product.availability == "out_of_stock":
        nothing = both("niet op voorraad", "out of stock")
        return Stock(
            product,
            Decimal(0),
            product.stock_at,
            (Evidence(ClaimState.PROVEN, nothing, source, product.stock_at, subject),),
        )
    if product.stock is None:
        words = both("op voorraad, hoeveel staat er niet bij", "in stock, but not how many")
        known = (
            (Evidence(ClaimState.UNKNOWN, words, source, product.stock_at, subject),)
            if product.availability
            else ()
        )
        return Stock(product, because="no_number", evidence=known, seen_at=product.stock_at)
    pieces = say_number(product.stock, "nl"), say_number(product.stock, "en")
    shown = both(f"{pieces[0]} in voorraad", f"{pieces[1]} in stock")
    evidence = [Evidence(ClaimState.PROVEN, shown, source, product.stock_at, subject)]
    if product.restock_on is not None:
        evidence.append(_ordered(product, source, subject))
    return Stock(product, Decimal(product.stock), product.stock_at, tuple(evidence))


def _ordered(product: Product, source: str, subject: str) -> Evidence:
    assert product.restock_on is not None  # noqa: S101 - the caller looked
    count = f"{product.restock} " if product.restock else ""
    shown = both(
        f"{count}in bestelling, {say_day(product.restock_on, 'nl')}",
        f"{count}on order, {say_day(product.restock_on, 'en')}",
    )
    return Evidence(ClaimState.PROVEN, shown, source, product.stock_at, subject)


def for_claim(stock: Stock, verdict: Verdict) -> tuple[Evidence, ...]:
    """What was seen of the stock, as evidence for or against this claim."""
    return tuple(replace(one, state=verdict.state) for one in stock.evidence)


def low_limit(product: Product | None, facts: Facts) -> int:
    """How many pieces the shop itself calls few."""
    if product is not None and product.low_limit is not None:
        return product.low_limit
    return facts.thresholds.low_stock_pieces


def judge_count(said: Decimal, bound: str, stock: Stock, facts: Facts) -> Verdict:
    """A number that is said to be left against the number that is."""
    if stock.vouched:
        return Verdict(ClaimState.PROVEN, "")
    if stock.pieces is None:
        return Verdict(ClaimState.UNKNOWN, stock.because)
    share = Decimal(str(facts.thresholds.stock_tolerance_share))
    if bound == "about":
        share = max(share, ROUGH_SHARE)
    loose = share * stock.pieces if stock.pieces > 10 or bound == "about" else Decimal(0)
    if bound != "at_least" and stock.pieces - said > loose:
        return Verdict(ClaimState.CONTRADICTED, "under")
    if bound != "at_most" and said - stock.pieces > loose:
        return Verdict(ClaimState.CONTRADICTED, "over")
    return Verdict(ClaimState.PROVEN, "")


def judge_vague(stock: Stock, facts: Facts) -> Verdict:
    """Words for little against the number that is."""
    if stock.vouched:
        return Verdict(ClaimState.PROVEN, "")
    if stock.pieces is None:
        return Verdict(ClaimState.UNKNOWN, stock.because)
    if stock.pieces <= 0:
        return Verdict(ClaimState.CONTRADICTED, "over")
    delivered = stock.product.last_delivery if stock.product else None
    share = Decimal(str(facts.thresholds.low_stock_share)) * (delivered or 0)
    if stock.pieces > low_limit(stock.product, facts) and stock.pieces > share:
        return Verdict(ClaimState.CONTRADICTED, "level")
    return Verdict(ClaimState.PROVEN, "")


def judge_final(sense: str, stock: Stock, facts: Facts) -> Verdict:
    """ "Gone is gone" and "never again" against what is on order."""
    product = stock.product
    if product is not None:
        if product.restock_on is not None:
            return Verdict(ClaimState.CONTRADICTED, "restock")
        if product.discontinued:
            return Verdict(ClaimState.PROVEN, "")
    if sense == "gone":
        return judge_vague(stock, facts)
    if stock.vouched:
        return Verdict(ClaimState.PROVEN, "")
    return Verdict(ClaimState.UNKNOWN, stock.because or "not_ended")
