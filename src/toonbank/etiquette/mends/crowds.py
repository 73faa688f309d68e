"""Ways out of a wrong number of others: the number that is known, or none."""

from decimal import Decimal

from toonbank.etiquette.finding import Mend
from toonbank.etiquette.kinds.base import Look, Noticed
from toonbank.etiquette.late import late
from toonbank.etiquette.mends.cutting import from_its_bound, put, without_haste, without_sentence
from toonbank.etiquette.wording import say_number

DOES = late(r" [^\W\d_]")


def _without(look: Look, claim: Noticed) -> tuple[Mend, ...]:
    """The text without the claim; without its sentence where the crowd is who does something: "4.000 klanten bevelen ons aan"."""
    if DOES.match(look.reading.text, claim.end, claim.sentence.end):
        gone = without_sentence(look.reading, claim.sentence)
        return () if gone is None else (gone,)
    return without_haste(look.reading, claim.sentence, claim.start, claim.end)


def real_count(look: Look, claim: Noticed) -> tuple[Mend, ...]:
    """The number that the shop can show, where it is fresh, and the text without the claim."""
    gone = _without(look, claim)
    if claim.known is None or claim.number_at is None or claim.because not in ("more", "only_orders"):
        return gone
    shown = say_number(
        claim.known.quantize(Decimal("0.1")) if claim.sense == "rating" else claim.known, look.lang
    )
    if claim.evidence and claim.evidence[0].source == "orders" and claim.because == "only_orders":
        orders = f"{shown} bestellingen" if look.lang == "nl" else f"{shown} orders"
        return (put(look.reading, claim.start, claim.end, orders), *gone)
    start = from_its_bound(look.reading, claim.sentence, claim.number_at[0])
    end = claim.number_at[1]
    end += (
        len(" of") if look.reading.folded.startswith(" of ", end) else 0
    )  # "tens of thousands of customers"
    return (put(look.reading, start, end, shown), *gone)
