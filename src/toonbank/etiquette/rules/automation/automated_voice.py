"""It sounds as if a machine wrote it: automatic welcomes, leftovers of cross-posting, ticket language, filler."""

from __future__ import annotations

from collections.abc import Iterator

from toonbank.etiquette.finding import Mend, Severity
from toonbank.etiquette.kinds.base import Noticed
from toonbank.etiquette.kinds.machine import CUT_LINK
from toonbank.etiquette.mends.cutting import without_sentence
from toonbank.etiquette.rule import Example, Hearing, Rule, Trouble, about

SAID = {
    "welcome": ("Zo klinkt een automatische begroeting.", "This sounds like an automatic greeting."),
    "thanks": ("Zo klinkt een automatisch bedankje.", "This sounds like an automatic thank-you."),
    "leftover": (
        "Dit is een restje van doorplaatsen vanaf een ander kanaal.",
        "This is a leftover of posting from another network.",
    ),
    "system": ("Zo praat een systeem, niet een winkel.", "A system talks like this, not a shop."),
    "ticket": (
        "Zo praat een systeem: voor de klant is het geen ticket.",
        "A system talks like this: to the customer it is no ticket.",
    ),
    "filler": (
        "Zulke zinnen staan in elke tekst en zeggen hier niets.",
        "Such sentences stand in every text and say nothing here.",
    ),
}


def sounds_like_a_machine(hearing: Hearing) -> Iterator[Trouble]:
    """One finding for each cause; a link that was cut off counts as a leftover."""
    found = False
    for one in hearing.of("machine"):
        found = found or one.sense == "leftover"
        yield about(one, hearing.say(*SAID[one.sense]), _without(hearing, one))
    text = hearing.look.reading.text
    if not found and ("…" in text or "..." in text) and (cut := CUT_LINK.search(text)):
        yield Trouble(hearing.say("Deze link is afgekapt.", "This link was cut off."), cut.start(), cut.end())


def _without(hearing: Hearing, one: Noticed) -> tuple[Mend, ...]:
    """The text without it, where that takes all of it away."""
    text = hearing.look.reading.text
    if one.also or one.sense in ("ticket", "filler") or CUT_LINK.search(text):
        return ()
    mend = without_sentence(hearing.look.reading, one.sentence)
    return (mend,) if mend else ()


RULE = Rule(
    slug="automated-voice",
    title={"nl": "Klinkt als een machine", "en": "Sounds like a machine"},
    why={
        "nl": "Aan de toonbank praat een mens. Wie een machine hoort, voelt zich niet gehoord.",
        "en": "At the counter a person talks. Who hears a machine does not feel heard.",
    },
    source=("S2.4.7", "S2.4.8"),
    base="X automation rules: no automatic messages to new followers",
    severity=Severity.WARN,
    fix={"nl": "Schrijf het zoals je het zou zeggen.", "en": "Write it as you would say it."},
    wrong=(
        Example("Welkom nieuwe volger! Bekijk ons aanbod."),
        Example("I just posted a photo … fb.me/…"),
        Example("Uw melding is geregistreerd onder ticket 4417.", kind="reply"),
        Example("Welcome new follower! See our range.", lang="en"),
        Example("I posted a new photo to Facebook …", lang="en"),
        Example("Your request was logged under ticket 4417.", None, "en", "reply"),
    ),
    right=(
        Example("Hé, leuk dat je meeleest. Waar ben je mee bezig?", kind="reply"),
        Example("Foto's van de markt, hieronder."),
        Example("Ik heb het genoteerd en bel je morgen.", kind="reply"),
        Example("Hey, nice to have you reading. What are you making?", None, "en", "reply"),
        Example("Photos of the market below.", lang="en"),
        Example("I wrote it down and will call you tomorrow.", None, "en", "reply"),
    ),
    check=sounds_like_a_machine,
    hears=frozenset({"machine"}),
    sees=("…", "..."),
    misses={
        "nl": "Lange, gelijkmatige zinnen zonder een van de bekende stoplappen.",
        "en": "Long, even sentences without one of the well-known fillers.",
    },
)
