"""Ways out of a wrong price of before: the lowest one, the true percentage, or only what it costs now."""

import re

from toonbank.etiquette.finding import Mend
from toonbank.etiquette.kinds.base import Look, Noticed
from toonbank.etiquette.kinds.sums import EVERYTHING, LIMITED
from toonbank.etiquette.late import late
from toonbank.etiquette.mends.cutting import put, without_haste
from toonbank.etiquette.wording import say_amount, say_number

WHOLE_EUROS = late(r"(?<!\w)eur(?:os?)?(?!\w)|€")
DIGITS = late(r"\d+(?:[.,]\d+)*(?:,[-–—])?")


def lowest_instead(look: Look, claim: Noticed) -> tuple[Mend, ...]:
    """The lowest price of 30 days, or the true percentage, where that is still a reduction."""
    now = claim.now_cents
    if (
        claim.product is not None
        and claim.product.price_cents is not None
        and (now is None or claim.also == "till")
    ):
        now = claim.product.price_cents
    mends: tuple[Mend, ...] = ()
    lowest = claim.known_cents
    if (
        claim.was_cents is not None
        and lowest is not None
        and (now is None or now < lowest)
        and _is_wrong(claim, lowest)
    ):
        # beside a percentage the sum would no longer add up: then only the plain price is sure
        if claim.percent is None or now is None:
            mends = digits(look, claim.number_at, say_amount(lowest, look.lang))
    elif (
        claim.percent is not None
        and claim.was_cents is None
        and (claim.known_percent or 0) >= 1
        and claim.sense == "percent"
    ):
        mends = digits(look, _percent_at(look, claim), say_number(int(claim.known_percent or 0), look.lang))
    elif claim.off_cents is not None and lowest is not None and (claim.known_percent or 0) >= 1:
        off = round(lowest * (claim.known_percent or 0) / 100)
        mends = digits(look, claim.number_at, say_amount(off, look.lang))
    return (*mends, *only_now(look, claim, now))


def _is_wrong(claim: Noticed, lowest: int) -> bool:
    return claim.because == "not_lowest" and claim.was_cents is not None and claim.was_cents > lowest


def only_now(look: Look, claim: Noticed, now: int | None) -> tuple[Mend, ...]:
    """What it costs, without a price of before; or the words taken away where that is not known or not all costs the same."""
    if now is None or EVERYTHING.search(claim.sentence.folded):
        return without_haste(look.reading, claim.sentence, claim.start, claim.end)
    price = f"{say_amount(now, look.lang)} euro"
    text, folded, opening = look.reading.text, look.reading.folded, claim.sentence.start
    if PAYS.search(folded[opening : claim.start]):  # "je betaalt nu 30% minder voor de stoel"
        return (put(look.reading, claim.start, _after_currency(look, claim.end), price),)
    start, end = _with_its_small_words(look, claim)
    before = folded[opening:start]
    if HOLDS_A_DISCOUNT.search(before):
        return ()
    word = "nu" if look.lang == "nl" else "now"
    words = price if NOWADAYS.search(before) else f"{word} {price}"
    if GETS.search(before):  # "deze stoel scoor je nu met 30% korting"
        return (put(look.reading, start, end, f"{word} {'voor' if look.lang == 'nl' else 'for'} {price}"),)
    thing = THING.match(text, end, claim.sentence.end)
    if thing is not None:  # "25% off the chair": the chair is what costs it
        asked = DO_GET.search(before)
        start = opening + asked.start() if asked else start
        return (put(look.reading, start, thing.end(), f"{thing['thing']} {words}"),)
    verb = BECAME.search(before)
    if verb is not None:  # "has been cut by 10 euro"
        start, words = opening + verb.start(), f"is {words}"
    again = re.compile(
        rf"\s*(?:(?:nu|now|voor|for)\s)?(?:€\s?)?{re.escape(say_amount(now, look.lang))}(?:\s?euro)?(?![\w.,]\d)"
    )
    repeated = again.match(text, end)
    return (put(look.reading, start, repeated.end() if repeated else end, words),)


PAYS = late(r"(?<!\w)(?:betaal|betaalt|betalen|pay|pays) (?:je |u |nu |now |vandaag |today )*$")
HOLDS_A_DISCOUNT = late(r"(?<!\w)(?:zit|geldt|gelden|staat|ligt|is er|there is|there['’]s|there are)\s$")
GETS = late(
    r"(?<!\w)(?:scoor|koop|krijg|haal|heb|neem|pak|shop|bestel|have|get|buy) (?:je|u|jij|jullie|you)\s$"
)
DO_GET = late(
    r"(?<!\w)(?:(?:je |u )?(?:pak|krijg|krijgt|scoor|ontvang|geniet van|profiteer van)|(?:wij|we) geven|"
    r"(?:you )?get|grab|take|enjoy|we give)\s$"
)
NOWADAYS = late(r"(?<!\w)(?:nu|now|vandaag|today)(?!\w)")
SMALL = late(
    r"(?<!\w)(?:(?:nu|now|met|voor|with|for|at|a|een|extra|maar liefst|bijna|haast|ruim|zo goed als|almost|nearly)\s){1,4}$"
)
BECAME = late(r"(?<!\w)(?:has been|have been|was|were|werd|got|comes?|komt) $")
OF_THE_PRICE = late(
    r"\s(?:van de (?:verkoop)?prijs|of the price|off the price|the price)(?: af)?(?!\w)"
    r"|\s(?:dan|than)\s[^.,;:!?\n()]{2,40}(?=[.,;:!?\n()]|\Z)",
    re.IGNORECASE,
)
THING = late(
    r"(?:,? (?:op|on|off|voor|for|bij))? (?P<thing>(?:de|het|een|deze|dit|onze|je|jouw|uw|the|a|an|our|your|this|these)"
    r" [^.,;:!?\n…()]{2,60}?)(?=\s*(?:[.,;:!?\n…()]|\Z)| (?:en|and|want|because|so|dus|tot|until|t/m) )",
    re.IGNORECASE,
)


def _with_its_small_words(look: Look, claim: Noticed) -> tuple[int, int]:
    """The claim with what would be left hanging: "nu met" before it, its currency or "van de prijs" behind it."""
    before = look.reading.folded[claim.sentence.start : claim.start]
    small = SMALL.search(before)
    start = claim.sentence.start + small.start() if small else claim.start
    end = _after_currency(look, claim.end)
    following = OF_THE_PRICE.match(look.reading.text, end)
    return start, following.end() if following else end


def _after_currency(look: Look, end: int) -> int:
    following = re.match(r"\s?(?:euros?|eur|€)\b", look.reading.folded[end : end + 7])
    return end + following.end() if following else end


def digits(look: Look, place: tuple[int, int] | None, figure: str) -> tuple[Mend, ...]:
    """Only the figure changes; its currency or percent sign stays. No mend where no figure was read."""
    if place is None:
        return ()
    written = DIGITS.findall(look.reading.text, *place)
    if len(written) != 1 and WHOLE_EUROS.search(look.reading.folded, *place):  # "12 euro 50", "twaalf euro"
        return (put(look.reading, *place, f"{figure} euro"),)
    match = DIGITS.search(look.reading.text, *place)
    return (put(look.reading, *(match.span() if match else place), figure),)


def agreed(look: Look, claim: Noticed) -> tuple[Mend, ...]:
    """The figure or condition that the promotion or the till has."""
    price = claim.product.price_cents if claim.product is not None else None
    if claim.also == "till" and price is not None:
        is_lower = claim.was_cents is None or price < claim.was_cents
        first = digits(look, claim.now_at, say_amount(price, look.lang)) if is_lower else ()
        plain = only_now(look, claim, price) if claim.kind == "price_reduction" else ()
        gone = without_haste(look.reading, claim.sentence, claim.start, claim.end)
        return (*first, *plain, *gone)
    if claim.also == "sum":
        return _true_sum(look, claim, price)
    if claim.also == "percent" and claim.campaign is not None and claim.campaign.percent is not None:
        mends = digits(look, _percent_at(look, claim), say_number(claim.campaign.percent, look.lang))
        return (*mends, *without_haste(look.reading, claim.sentence, claim.start, claim.end))
    if claim.also == "condition" and claim.campaign is not None:
        return _condition(look, claim, claim.campaign.conditions)
    if claim.also == "deal":
        return ()  # which of the two is meant only the shop knows
    return only_now(look, claim, price if price is not None else claim.now_cents)


def _true_sum(look: Look, claim: Noticed, price: int | None) -> tuple[Mend, ...]:
    """The price that the percentage makes, where that is what it costs; else the percentage of the two prices; else one price."""
    now = price if price is not None else claim.now_cents
    if claim.percent is None or not claim.was_cents or now is None:
        return only_now(look, claim, now)
    mends: tuple[Mend, ...] = ()
    campaign = claim.campaign.percent if claim.campaign is not None else None
    if campaign is not None and campaign == float(claim.percent):
        reduced = round(claim.was_cents * (100 - claim.percent) / 100)
        mends = digits(look, claim.now_at, say_amount(reduced, look.lang))
    elif price is not None:
        mends = digits(look, claim.now_at, say_amount(price, look.lang))
    true = round(100 * (1 - (claim.now_cents or now) / claim.was_cents))
    if true > 0:
        mends += digits(look, _percent_at(look, claim), say_number(true, look.lang))
    return (*mends, *only_now(look, claim, now))


def _percent_at(look: Look, claim: Noticed) -> tuple[int, int] | None:
    match = re.compile(r"\d+(?:[.,]\d+)?(?=\s?(?:%|procent|percent|pct))").search(
        look.reading.folded, claim.start, claim.end
    )
    return match.span() if match else None


def _condition(look: Look, claim: Noticed, conditions: str) -> tuple[Mend, ...]:
    match = EVERYTHING.search(look.reading.folded, claim.sentence.start, claim.sentence.end)
    only = LIMITED.sub("", conditions.rstrip(".")).strip()
    mends: tuple[Mend, ...] = ()
    if match is not None and only:
        word = match[0].split()[0]
        joint = (
            ""
            if only.split()[0] in ("op", "on", "bij", "for", "voor") or word not in ("op", "on")
            else f"{word} "
        )
        words = joint + only
        if look.reading.folded[: match.start()].endswith(f"{words.split()[0]} "):
            words = words.split(maxsplit=1)[-1]  # "on" stands there already
        mends = (put(look.reading, match.start(), match.end(), words),)
    return (*mends, *without_haste(look.reading, claim.sentence, claim.start, claim.end))
