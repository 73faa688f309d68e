"""The reply came out of a drawer: it fits every message, or it was sent to others before."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from toonbank.etiquette.finding import Mend, Severity
from toonbank.etiquette.kinds.base import Noticed
from toonbank.etiquette.kinds.canned import SALUTATION, SIGNATURE
from toonbank.etiquette.late import late
from toonbank.etiquette.mends.cutting import put
from toonbank.etiquette.rule import Example, Hearing, Rule, Trouble, about
from toonbank.language.likeness import Shingles, overlap, shingles

NAME_HOLE = late(r"(?:naam|name|voornaam|aanhef|handle|gebruiker)", 2)
LIGHT = ("compliment", "chat")
FEWEST_WORDS = 4  # "Dank je wel!" may be said to everybody
MOST_REPLIES = 2000
MOST_HOLES = 100


def comes_from_a_drawer(hearing: Hearing) -> Iterator[Trouble]:
    """Open holes first; then an answer that says nothing of its own; then one that others got as well."""
    canned = list(hearing.of("canned"))
    holes = [one for one in canned if one.sense == "hole"][:MOST_HOLES]
    for hole in holes:
        message = hearing.say("Hier is iets niet ingevuld.", "Something was not filled in here.")
        fix = hearing.say("Vul het in, of haal het weg.", "Fill it in, or take it away.")
        yield about(hole, message, _filled_in(hearing, hole), fix)
    if holes:
        return
    if canned and not _is_light(hearing):
        message = hearing.say(
            "Dit kan onder elk bericht staan: er is geen woord over de vraag zelf.",
            "This could stand under any message: there is no word about the question itself.",
        )
        yield about(canned[0], message)
    elif _was_sent_before(hearing):
        yield Trouble(
            hearing.say(
                "Bijna hetzelfde antwoord ging al naar iemand anders.",
                "Nearly the same reply went to somebody else already.",
            )
        )


def _is_light(hearing: Hearing) -> bool:
    """Thanks for a compliment need no more than thanks."""
    thread = hearing.look.facts.thread
    return thread is not None and thread.label in LIGHT


def _filled_in(hearing: Hearing, hole: Noticed) -> tuple[Mend, ...]:
    """The name that the customer goes by in the thread, where the hole asks for a name."""
    thread = hearing.look.facts.thread
    names = [one.name for one in (thread.messages if thread else ()) if one.sender != "shop" and one.name]
    if not names or NAME_HOLE.search(hole.text) is None:
        return ()
    return (put(hearing.look.reading, hole.start, hole.end, names[-1].split()[0]),)


def _was_sent_before(hearing: Hearing) -> bool:
    """Whether an earlier reply shares so many runs of three words, greeting and signature left out."""
    earlier = hearing.look.facts.reply_archive
    if not earlier or len(hearing.look.reading.tokens) < FEWEST_WORDS:
        return False
    limit = hearing.look.facts.thresholds.similar_replies_share
    own = _runs(hearing.look.reading.text)
    return any(
        overlap(one, other) >= limit
        for text in earlier[-MOST_REPLIES:]
        for one, other in zip(own, _runs(text), strict=True)
    )


@lru_cache(maxsize=4096)
def _runs(text: str) -> tuple[Shingles, Shingles]:
    """The runs of three words of a reply, and those of what stands between greeting and signature."""
    return shingles(text), shingles(_bare(text))


def _bare(text: str) -> str:
    return SALUTATION.sub(" ", SIGNATURE.sub(" ", text))


_QUESTION = {
    "thread": {
        "public": True,
        "addressed_us": True,
        "label": "question",
        "messages": [{"from": "customer", "text": "Wanneer is de groene er weer?"}],
    }
}

RULE = Rule(
    slug="canned-reply",
    title={"nl": "Antwoord uit een la", "en": "Reply from a drawer"},
    why={
        "nl": "Wie iets vraagt, wil merken dat het gelezen is. Een antwoord dat overal past, past nergens.",
        "en": "Who asks something wants to notice that it was read. A reply that fits everywhere fits nowhere.",
    },
    source=("S1.4.7", "S2.4.7"),
    base="X: one automated reply per interaction",
    severity=Severity.WARN,
    fix={"nl": "Noem iets uit het bericht zelf.", "en": "Mention something from the message itself."},
    wrong=(
        Example("Bedankt voor uw bericht. Wij nemen dit in behandeling.", kind="reply"),
        Example("Beste {voornaam}, wat vervelend.", kind="reply"),
        Example("Dank voor je reactie, fijne dag verder!", _QUESTION, kind="reply"),
        Example("Thank you for your message. We are processing it.", None, "en", "reply"),
        Example("Dear {first name}, sorry to hear.", None, "en", "reply"),
        Example("Thanks for reaching out, have a great day!", _QUESTION, "en", "reply"),
    ),
    right=(
        Example("Ha Tess, de rits van de Nova kun je zelf vervangen, kijk op 1:20.", kind="reply"),
        Example("De groene is er weer vrijdag, Omar.", kind="reply"),
        Example("Sorry Ilse, twee keer de verkeerde maat is te gek.", kind="reply"),
        Example("Hi Tess, you can replace the Nova zip yourself, see 1:20.", None, "en", "reply"),
        Example("The green one is back Friday, Omar.", None, "en", "reply"),
        Example("Sorry Ilse, the wrong size twice is too much.", None, "en", "reply"),
    ),
    check=comes_from_a_drawer,
    applies_to=("reply",),
    misses={
        "nl": "Een standaardantwoord met één eigen woord erin, zoals een productnaam.",
        "en": "A stock answer with one word of its own in it, such as a product's name.",
    },
)
