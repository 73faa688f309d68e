"""A recommended price is used as if it were the shop's own price of before."""

from collections.abc import Iterator

from toonbank.etiquette.finding import Mend, Severity
from toonbank.etiquette.kinds.base import Noticed
from toonbank.etiquette.mends.cutting import put, without_sentence
from toonbank.etiquette.rule import Example, Hearing, Rule, Trouble, about
from toonbank.etiquette.wording import say_amount

REASONS = {
    "reduction": (
        "Een adviesprijs is geen prijs van vroeger: zo lijkt het een korting die er niet is.",
        "An advised price is no price of before: this looks like a reduction that there is not.",
    ),
    "no_file": (
        "Waar deze adviesprijs vandaan komt, is nergens vastgelegd.",
        "Where this advised price comes from is recorded nowhere.",
    ),
    "old": ("Deze adviesprijs is te oud.", "This advised price is too old."),
}


def takes_advice_for_a_price_of_before(hearing: Hearing) -> Iterator[Trouble]:
    """Recommended prices that look like a reduction or are not on file, unless a was-price is judged there already."""
    judged = {
        one.sentence.start for one in hearing.of("price_reduction") if one.sense == "was" and one.because
    }
    for claim in hearing.of("rrp"):
        if claim.because and claim.sentence.start not in judged:
            yield about(claim, _message(hearing, claim), _mends(hearing, claim))


def _message(hearing: Hearing, claim: Noticed) -> str:
    if claim.because == "other" and claim.known_cents is not None:
        nl, en = say_amount(claim.known_cents, "nl"), say_amount(claim.known_cents, "en")
        return hearing.say(f"De adviesprijs op dossier is {nl}.", f"The advised price on file is {en}.")
    return hearing.say(*REASONS[claim.because])


def _mends(hearing: Hearing, claim: Noticed) -> tuple[Mend, ...]:
    """Both prices in a calm sentence where the advice is on file, else only our own."""
    reading, product = hearing.look.reading, claim.product
    ours = product.price_cents if product is not None and product.price_cents is not None else claim.now_cents
    gone = without_sentence(reading, claim.sentence)
    if ours is None or claim.because == "old":
        return (gone,) if gone else ()
    words = hearing.say(
        f"onze prijs is {say_amount(ours, 'nl')} euro", f"our price is {say_amount(ours, 'en')} euro"
    )
    if product is not None and product.rrp_cents is not None and product.rrp_source:
        advised = say_amount(product.rrp_cents, hearing.lang)
        words = (
            hearing.say(f"de fabrikant adviseert {advised} euro, ", f"the maker advises {advised} euro, ")
            + words
        )
    stop = "." if reading.text[claim.sentence.end - 1 : claim.sentence.end] in ".!?…" else ""
    calm = put(reading, claim.sentence.start, claim.sentence.end, words[0].upper() + words[1:] + stop)
    return (calm, gone) if gone else (calm,)


def _on_file(name: str) -> dict[str, object]:
    product = {"ref": "p1", "names": [name], "price": 99.0, "rrp": 129.0, "rrp_source": "prijslijst 2026"}
    return {"now": "2026-11-21T10:00:00+01:00", "products": [product]}


RULE = Rule(
    slug="price-was-rrp",
    title={"nl": "Adviesprijs als van-prijs", "en": "An advised price as the was-price"},
    why={
        "nl": "Wat een fabrikant adviseert, heeft bij jou misschien nooit op het kaartje gestaan.",
        "en": "What a maker advises may never have been on your own price tag.",
    },
    source=("S2.4.2",),
    base="ACM price-information guideline of 19 September 2025; UCPD art. 6(1)(d)",
    severity=Severity.WARN,
    fix={
        "nl": "Schrijf \u201cadviesprijs van de fabrikant\u201d en geen korting.",
        "en": "Write \u201cmaker's advised price\u201d, no discount wording.",
    },
    wrong=(
        Example("Adviesprijs 129, je bespaart 30 euro!"),
        Example("Van adviesprijs 80 naar 55."),
        Example("38% onder de winkelprijs van het merk."),
        Example("RRP 129, you save 30 euro!", lang="en"),
        Example("From RRP 80 down to 55.", lang="en"),
        Example("38% under the brand's shop price.", lang="en"),
    ),
    right=(
        Example("Wij vragen 99 euro."),
        Example("De fabrikant adviseert 129 euro, onze prijs is 99 euro.", _on_file("jas")),
        Example("Vaste lage prijs: 55 euro."),
        Example("We ask 99 euro.", lang="en"),
        Example("The maker advises 129 euro, our price is 99 euro.", _on_file("coat"), "en"),
        Example("Everyday price: 55 euro.", lang="en"),
    ),
    check=takes_advice_for_a_price_of_before,
    hears=frozenset({"rrp"}),
    applies_to=("post",),
    misses={
        "nl": "Een adviesprijs die anders heet: “Op de doos staat 129, aan onze kassa 99.”",
        "en": "A recommended price under another name: “The box says 129, our till says 99.”",
    },
)
