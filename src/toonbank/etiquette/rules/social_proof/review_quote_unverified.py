"""The post quotes a customer, and these are not the words that the shop has on file."""

from collections.abc import Iterator

from toonbank.etiquette.evidence import ClaimState
from toonbank.etiquette.finding import Mend, Severity
from toonbank.etiquette.kinds.base import Noticed
from toonbank.etiquette.mends.cutting import put, without_sentence
from toonbank.etiquette.rule import Example, Hearing, Rule, Trouble, about

MESSAGES = {
    "no_record": (
        "Deze woorden van een klant zijn nergens vastgelegd.",
        "These words of a customer are not on file.",
    ),
    "no_check": (
        "Er staat niet bij hoe jullie nagaan dat de reviews van kopers komen.",
        "It does not say how you make sure that the reviews come from buyers.",
    ),
    "cut": (
        "Hier is iets weggelaten zonder dat je het ziet.",
        "Something was left out here and nobody can tell.",
    ),
    "reversed": (
        "Wat is weggelaten, verandert wat de klant bedoelde.",
        "What was left out changes what the customer meant.",
    ),
    "differs": ("De klant schreef het anders.", "The customer wrote it differently."),
}
HOW_CHECKED = (
    "Zeg hoe je nagaat dat een review van een koper is, of laat het woord weg.",
    "Say how you check that a review comes from a buyer, or leave the word out.",
)


def quotes_what_is_not_on_file(hearing: Hearing) -> Iterator[Trouble]:
    """A quotation of praise without a record, one that was changed or cut unmarked, and unchecked "real" reviews."""
    for words in hearing.of("quote"):
        if words.state is not ClaimState.PROVEN and words.because in MESSAGES:
            message = hearing.say(*MESSAGES[words.because])
            fix = hearing.say(*HOW_CHECKED) if words.because == "no_check" else None
            yield about(words, message, _mends(hearing, words), fix)


def _mends(hearing: Hearing, words: Noticed) -> Iterator[Mend]:
    reading = hearing.look.reading
    if words.also:
        yield put(reading, words.start + 1, words.end - 1, words.also)
    elif mend := without_sentence(reading, words.sentence):
        yield mend


_NOW = "2026-11-21T10:00:00+01:00"
_NONE = {"now": _NOW, "reviews": {"quotes": []}}
_LEAKS = {"now": _NOW, "reviews": {"quotes": [{"id": "7", "text": "Prima schoen, maar hij lekt."}]}}
_LEAKS_EN = {"now": _NOW, "reviews": {"quotes": [{"id": "7", "text": "Fine shoe, but it leaks."}]}}
_UNCHECKED = {"now": _NOW, "reviews": {"source": "Kiyoh", "verified": False}}
_CHECKED = {"now": _NOW, "reviews": {"source": "Kiyoh", "verified": True}}
_YES = {"name": "Mirjam", "role": "customer", "consent": {"name": True, "quote": True}}


def _mirjam(text: str) -> dict[str, object]:
    quote = {"id": "12", "text": text, "author": "Mirjam", "consent": True}
    return {"now": _NOW, "reviews": {"quotes": [quote]}, "people": [_YES]}


RULE = Rule(
    slug="review-quote-unverified",
    title={"nl": "Woorden van een klant die nergens staan", "en": "A customer's words that are not on file"},
    why={
        "nl": "Wie een klant aanhaalt, leent haar stem. Dan moeten het haar eigen woorden zijn, met het minpunt erbij.",
        "en": "Who quotes a customer borrows her voice. Then the words must be hers, the drawback included.",
    },
    source=("S2.5.6", "S2.4.2"),
    base="UCPD art. 7(6), Annex I 23b, 23c; ACM guideline on reviews",
    severity=Severity.BLOCK,
    fix={"nl": "Kies een vastgelegde quote.", "en": "Choose a recorded quote."},
    wrong=(
        Example('"Beste winkel ooit!" zei een klant.', _NONE),
        Example('"Prima schoen"', _LEAKS),
        Example("Lees onze geverifieerde reviews.", _UNCHECKED),
        Example('"Best shop ever!" a customer said.', _NONE, "en"),
        Example('"Fine shoe"', _LEAKS_EN, "en"),
        Example("Read our verified reviews.", _UNCHECKED, "en"),
    ),
    right=(
        Example('"Fijn advies gekregen" – Mirjam, 3 november', _mirjam("Fijn advies gekregen")),
        Example('"Mooie schoen, valt wel smal." – review 118'),
        Example("Reviews komen van kopers; we koppelen ze aan een bestelnummer.", _CHECKED),
        Example('"Got good advice" – Mirjam, 3 November', _mirjam("Got good advice"), "en"),
        Example('"Nice shoe, runs narrow." – review 118', lang="en"),
        Example("Reviews come from buyers; we match them with an order number.", _CHECKED, "en"),
    ),
    check=quotes_what_is_not_on_file,
    hears=frozenset({"quote"}),
    applies_to=("post",),
    misses={
        "nl": "Woorden van een klant zonder aanhalingstekens en zonder 'klanten zeggen' worden gemist.",
        "en": "Words of a customer without quotation marks and without 'customers say' are missed.",
    },
)
