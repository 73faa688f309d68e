"""Criticism is hidden, deleted, blocked or closed off without a ground."""

from collections.abc import Iterator

from toonbank.etiquette.finding import Severity
from toonbank.etiquette.kinds.removal import DEEDS
from toonbank.etiquette.rule import Example, Hearing, Rule, Trouble, about
from toonbank.etiquette.thread import Gravity, gravity_of

GROUNDS = frozenset(
    {"insult", "threat", "slur", "private-data", "spam", "copied", "copied-text", "copyright", "illegal"}
)


def removes_criticism(hearing: Hearing) -> Iterator[Trouble]:
    """An action without a valid ground against words that are, or may be, critical."""
    gravity = gravity_of(hearing.look.facts)
    senses = {one.sense for one in hearing.of("removal")}
    if gravity is Gravity.NONE or "ground" in senses or not _acts(hearing, senses, gravity):
        return
    message = hearing.say(
        "Kritiek weghalen zonder geldige grond: iedereen merkt het, en de klacht blijft.",
        "Taking criticism away without a valid ground: everybody notices, and the complaint stays.",
    )
    deed = next((one for one in hearing.of("removal") if one.sense in DEEDS), None)
    yield about(deed, message) if deed else Trouble(message)


def _acts(hearing: Hearing, senses: set[str], gravity: Gravity | None) -> bool:
    action = hearing.look.facts.action
    if action is not None and action.type:
        return (action.ground or "").strip().lower().replace("_", "-").replace(" ", "-") not in GROUNDS
    return bool(senses & DEEDS) and ("critic" in senses or gravity is not None)


RULE = Rule(
    slug="criticism-removed",
    title={"nl": "Kritiek weggehaald", "en": "Criticism removed"},
    why={
        "nl": "Kritiek is gratis advies. Wie het wegpoetst, krijgt het dubbel terug en misleidt wie meeleest.",
        "en": "Criticism is free advice. Who wipes it away gets it back twofold and misleads who reads along.",
    },
    source=("S2.7.1", "S2.4.3"),
    base="UCPD Annex I 23c; art. 7(6)",
    severity=Severity.BLOCK,
    fix={"nl": "Antwoord erop, of kies een geldige grond.", "en": "Answer it, or choose a valid ground."},
    wrong=(
        Example("Boze review verbergen.", kind="moderation"),
        Example("Klager blokkeren.", kind="moderation"),
        Example("Post weghalen na kritiek.", kind="moderation"),
        Example("Hide an angry review.", lang="en", kind="moderation"),
        Example("Block a complainant.", lang="en", kind="moderation"),
        Example("Take the post down after criticism.", lang="en", kind="moderation"),
    ),
    right=(
        Example("Scheldwoord verborgen, reden genoteerd, inhoud beantwoord.", kind="moderation"),
        Example("Telefoonnummer van klant verborgen op zijn verzoek.", kind="moderation"),
        Example("Fout rechtgezet in een nieuw bericht.", kind="moderation"),
        Example("Slur hidden, ground noted, content answered.", lang="en", kind="moderation"),
        Example("Customer's phone number hidden on request.", lang="en", kind="moderation"),
        Example("Mistake corrected in a new post.", lang="en", kind="moderation"),
    ),
    check=removes_criticism,
    applies_to=("moderation",),
    hears=frozenset({"removal"}),
    needs=("action",),
    misses={
        "nl": "Kritiek die zonder een daad verdwijnt: “We schuiven dit naar beneden met een paar "
        "nieuwe berichten.” Ook een woordfilter van het netwerk zelf ziet deze regel niet.",
        "en": "Criticism that disappears without a deed: “Let us push this down with a few new "
        "posts.” A word filter of the network itself is not seen either.",
    },
)
