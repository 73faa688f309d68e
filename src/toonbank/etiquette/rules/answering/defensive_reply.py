"""The reply defends itself before it recognises the customer."""

from collections.abc import Iterator

from toonbank.etiquette.answering import moves_on, recognised_before
from toonbank.etiquette.finding import Severity
from toonbank.etiquette.kinds.base import Noticed
from toonbank.etiquette.rule import Example, Hearing, Rule, Trouble, about
from toonbank.etiquette.thread import Gravity, gravity_of

# These hurt whatever was said before them.
NEVER = frozenset({"only", "unknown", "attack", "sneer", "court", "rules", "agreed"})
# These are fine once the customer was recognised, or when the reply goes on to solve it.
SOLVABLE = frozenset({"ours", "small", "records", "excuse", "cannot", "boast"})
# An excuse alone says something only when it is known that a complaint is answered.
NEEDS_COMPLAINT = frozenset({"excuse", "small", "cannot", "boast"})
SAYS = {
    "terms": (
        "Je begint met de regels; de klant wil eerst gehoord worden.",
        "You begin with the rules; the customer wants to be heard first.",
    ),
    "rules": ("Je verschuilt je achter regels.", "You hide behind rules."),
    "agreed": ("Je verschuilt je achter een akkoord.", "You hide behind what was agreed."),
    "only": (
        "Dat anderen niet klagen, helpt deze klant niet.",
        "That others do not complain does not help this customer.",
    ),
    "ours": (
        "Je legt het buiten de deur voordat de klant gehoord is.",
        "You put it outside your door before the customer was heard.",
    ),
    "excuse": (
        "Je legt uit voordat je erkent wat de klant overkwam.",
        "You explain before you recognise what befell the customer.",
    ),
    "attack": ("Dit is een tegenaanval op de klant.", "This is a counter-attack on the customer."),
    "sneer": ("Dit is een sneer naar de klant.", "This is a sneer at the customer."),
    "court": ("Dit dreigt met het recht.", "This threatens with the law."),
    "small": ("Dit maakt het probleem klein.", "This makes the problem small."),
}
DENIES = (
    "Je ontkent voordat je erkent wat de klant overkwam.",
    "You deny before you recognise what befell the customer.",
)


def defends_first(hearing: Hearing) -> Iterator[Trouble]:
    """Defence without recognition before it, once a sentence. Silent under a question, a compliment or a chat."""
    gravity = gravity_of(hearing.look.facts)
    if gravity is Gravity.NONE:
        return
    said = set()
    for one in hearing.of("defence"):
        if one.sentence.start not in said and _hurts(hearing, one, gravity):
            said.add(one.sentence.start)
            yield about(one, hearing.say(*SAYS.get(one.sense, DENIES)))


def _hurts(hearing: Hearing, one: Noticed, gravity: Gravity | None) -> bool:
    if one.sense in NEVER:
        return True
    if one.sense in NEEDS_COMPLAINT and gravity is None and not _is_whole(hearing, one):
        return False
    if one.sense in NEEDS_COMPLAINT and gravity is Gravity.REMARK:
        return False
    if recognised_before(hearing, one.start):
        return False
    return not (one.sense in SOLVABLE and moves_on(hearing))


def _is_whole(hearing: Hearing, one: Noticed) -> bool:
    return one.end - one.start >= len(hearing.look.reading.text.strip(" .!?")) and one.sense == "small"


RULE = Rule(
    slug="defensive-reply",
    title={"nl": "Verdedigen voor erkennen", "en": "Defending before recognising"},
    why={
        "nl": "Wie eerst gehoord is, kan een uitleg verdragen. Andersom is elke uitleg een smoes.",
        "en": "Who was heard first can bear an explanation. The other way round every explanation is an excuse.",
    },
    source=("S2.7.1", "S2.7.2"),
    base=None,
    severity=Severity.WARN,
    fix={
        "nl": "Begin met wat je begrijpt, leg daarna uit.",
        "en": "Start with what you understand, explain afterwards.",
    },
    wrong=(
        Example("Dat staat gewoon in onze voorwaarden.", kind="reply"),
        Example("U bent de eerste die hierover valt.", kind="reply"),
        Example("Wij herkennen ons hier totaal niet in.", kind="reply"),
        Example("It is simply in our terms.", lang="en", kind="reply"),
        Example("You are the first to stumble on this.", lang="en", kind="reply"),
        Example("We do not recognise this at all.", lang="en", kind="reply"),
    ),
    right=(
        Example(
            "Vervelend dat je twee weken wachtte. De leverancier was laat, en dat hadden we moeten melden.",
            kind="reply",
        ),
        Example("Je hebt gelijk dat het onduidelijk stond; ik pas het aan.", kind="reply"),
        Example("Ik begrijp je punt. De termijn is 14 dagen; ik kijk wat ik kan doen.", kind="reply"),
        Example(
            "Sorry you waited two weeks. The supplier was late, and we should have told you.",
            lang="en",
            kind="reply",
        ),
        Example("You are right, it was unclear; I will change it.", lang="en", kind="reply"),
        Example("I see your point. The term is 14 days; let me see what I can do.", lang="en", kind="reply"),
    ),
    check=defends_first,
    applies_to=("reply",),
    hears=frozenset({"defence"}),
    misses={
        "nl": "Een uitleg in heel eigen woorden, zonder regel, ontkenning of vaste smoes, blijft ongezien.",
        "en": "An explanation in words all its own, without a rule, a denial or a common excuse, goes unseen.",
    },
)
