"""A recommended price: whether it is made to look like a reduction, and whether it is on file."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import TYPE_CHECKING

from toonbank.etiquette.evidence import ClaimState, Evidence
from toonbank.etiquette.facts import Facts
from toonbank.etiquette.kinds.base import Cue, Kind, Look, Noticed, apart, is_cancelled
from toonbank.etiquette.kinds.cues.rrp import CUES
from toonbank.etiquette.late import late
from toonbank.etiquette.wording import both, say_amount
from toonbank.language.numbers import Number
from toonbank.language.reading import Sentence

if TYPE_CHECKING:
    from toonbank.etiquette.background import Product

REDUCES = late(  # words that turn the difference into a gain
    r"(?<!\w)(?:bespaar\w*|besparing|korting|voordeel|voordeliger|goedkoper|scheelt|eraf|er af|afgeprijsd|lager|onder|minder dan|"
    r"in plaats van|"
    r"i\.p\.v\.|verschil|winst|van (?:de )?\w*adviesprijs|save|saves|saving|savings|off|discount|cheaper|lower|less than|under|below|"
    r"instead of|"
    r"down|difference|do the maths?)(?!\w)|~~|\d ?%|(?:→|->)"
)
NOW = late(
    r"(?<!\w)(?:nu|now|naar|mee voor|bij ons|hier|yours for|ours|slechts|only|maar|today|vandaag|"
    r"wij vragen maar)\W+(?:\w+\W+){0,2}?€? ?\d"
)
OF_THE_MAKER = late(
    r"(?<!\w)(?:van (?:de|het|onze) (?:fabrikant|maker|merk|leverancier|importeur|uitgever\w*|producent)|by the (?:maker|manufacturer|"
    r"brand)|"
    r"(?:maker|manufacturer|brand|publisher)['’]s|fabrieks\w*)(?!\w)"
)
SAVES_NEXT = late(
    r"(?<!\w)(?:bespaar\w*|scheelt|voordeel|korting|save|saves|saving|off|cheaper|goedkoper|do the maths?|our price|onze prijs|"
    r"wij vragen|we ask|we charge)(?!\w)"
)


def find(look: Look) -> Iterator[Noticed]:
    """Each sentence with a recommended price, once; `because` says what is wrong with it."""
    for sentence, cues in look.cues_by_sentence("rrp"):
        is_price = any(_is_money(one) or one.unit == "percent" for one in look.numbers(sentence))
        meant = [
            cue for cue in apart(cues) if _is_meant(sentence, cue) and (is_price or cue.sense != "maker")
        ]
        if meant:
            yield _judged(look, sentence, meant)


def _is_meant(sentence: Sentence, cue: Cue) -> bool:
    if cue.sense == "worth" and NOW.search(sentence.folded) is None:
        return False
    return not is_cancelled(sentence, cue.start, cue.end, past=False)


def _judged(look: Look, sentence: Sentence, cues: list[Cue]) -> Noticed:
    said = [one for one in look.numbers(sentence) if _is_money(one)]
    first = cues[0]
    advised = next((one for one in said if one.end > first.start), None)
    own = next((one for one in said if advised is not None and one.start >= advised.end), None)
    product = look.product(sentence, (first.start, first.end))[0] or _with_advice(look.facts, _cents(advised))
    claim = Noticed(
        "rrp",
        first.sense,
        first.start,
        max([cue.end for cue in cues] + [one.end for one in (advised, own) if one is not None]),
        sentence,
        is_pressing=False,
        was_cents=_cents(advised),
        now_cents=_cents(own),
        product=product,
        known_cents=product.rrp_cents if product else None,
    )
    if _looks_reduced(look, sentence, first, has_own=own is not None):
        return claim._replace(because="reduction")
    because = _on_file(product, claim.was_cents, look.facts)
    if because:
        return claim._replace(because=because)
    return claim._replace(state=ClaimState.PROVEN, evidence=_evidence(product))


def _with_advice(facts: Facts, cents: int | None) -> Product | None:
    """The product whose maker advises this amount, where the words name none."""
    return next((one for one in facts.products or () if cents is not None and one.rrp_cents == cents), None)


def _is_money(number: Number) -> bool:
    return number.unit == "euro" or (
        not number.unit and (not number.noun or number.value.as_tuple().exponent == -2)
    )


def _cents(number: Number | None) -> int | None:
    return None if number is None else int(number.value * 100)


def _looks_reduced(look: Look, sentence: Sentence, cue: Cue, *, has_own: bool) -> bool:
    text = sentence.folded
    if REDUCES.search(text) or NOW.search(text):
        return True
    sentences = look.reading.sentences
    after = next((one.folded for one in sentences if one.start >= sentence.end), "")
    is_short = cue.sense != "maker" and OF_THE_MAKER.search(text) is None
    if is_short and has_own:
        return True  # "RRP 129, ours 99"
    return (SAVES_NEXT if is_short else REDUCES).search(after) is not None


def _on_file(product: Product | None, said: int | None, facts: Facts) -> str:
    """What is wrong with the recommended price on file: "no_file", "other", "old", or ""."""
    if product is None or product.rrp_cents is None or not product.rrp_source:
        return "no_file"
    if said is not None and abs(said - product.rrp_cents) > facts.thresholds.arithmetic_cents:
        return "other"
    day = facts.moment.date() if facts.moment else None
    oldest = timedelta(days=facts.thresholds.rrp_fresh_days)
    return "old" if day and product.rrp_date and day - product.rrp_date > oldest else ""


def _evidence(product: Product | None) -> tuple[Evidence, ...]:
    if product is None or product.rrp_cents is None:
        return ()
    shown = both(
        f"adviesprijs {say_amount(product.rrp_cents, 'nl')} euro",
        f"advised price {say_amount(product.rrp_cents, 'en')} euro",
    )
    return (Evidence(ClaimState.PROVEN, shown, product.rrp_source or "", None, product.ref or None),)


KIND = Kind("rrp", CUES, find, drafts=("post",))
