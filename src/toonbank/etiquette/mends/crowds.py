"""Ways out of a wrong number of others: the number that is known, or none."""

from decimal import Decimal

from toonbank.etiquette.finding import Mend
from toonbank.etiquette.kinds.base import Look, Noticed
from toonbank.etiquette.mends.cutting import from_its_bound, put, without_haste
from toonbank.etiquette.wording import say_number


def real_count(look: Look, claim: Noticed) -> tuple[Mend, ...]:
    """The number that the shop can show, where it is fresh, and the text without the claim."""
    gone = without_haste(look.reading, claim.sentence, claim.start, claim.end)
    if claim.known is None or claim.number_at is None or claim.because not in ("more", "only_orders"):
        return gone
    shown = say_number(
        claim.known.quantize(Decimal("0.1")) if claim.sense == "rating" else claim.known, look.lang
    )
    if claim.evidence and claim.evidence[0].source == "orders" and claim.sense == "customers":
        orders = f"{shown} bestellingen" if look.lang == "nl" else f"{shown} orders"
        return (put(look.reading, claim.start, claim.end, orders), *gone)
    start = from_its_bound(look.reading, claim.sentence, claim.number_at[0])
    return (put(look.reading, start, claim.number_at[1], shown), *gone)
