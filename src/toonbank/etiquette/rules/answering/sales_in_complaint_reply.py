"""The reply to a complaint that is not solved sells something or asks for a follow."""

from collections.abc import Iterator

from toonbank.etiquette.finding import Severity
from toonbank.etiquette.late import late
from toonbank.etiquette.mends.cutting import without_sentence
from toonbank.etiquette.rule import Example, Hearing, Rule, Trouble, about
from toonbank.etiquette.thread import gravity_of, is_complaint

AFTERWARDS = late(
    r"\b(?:na de oplossing|after solving|nu (?:het|dit|alles) (?:is )?opgelost|now that (?:it|this|that) is solved)\b"
)
MOST_WORDS = 8


def sells_meanwhile(hearing: Hearing) -> Iterator[Trouble]:
    """An offer, a code for a next purchase or a call to follow under an open complaint, once a sentence."""
    if not _is_open_complaint(hearing):
        return
    said = set()
    for one in hearing.of("sale"):
        if one.sentence.start in said:
            continue
        said.add(one.sentence.start)
        mend = without_sentence(hearing.look.reading, one.sentence)
        message = hearing.say(
            "Dit verkoopt terwijl de klacht nog openstaat.", "This sells while the complaint is still open."
        )
        yield about(one, message, (mend,) if mend else ())


def _is_open_complaint(hearing: Hearing) -> bool:
    facts = hearing.look.facts
    if facts.case is not None and facts.case.solved is not None:
        return not facts.case.solved
    if AFTERWARDS.search(hearing.look.reading.folded):
        return False
    gravity = gravity_of(facts)
    if gravity is not None:
        return is_complaint(gravity)
    return _shows_itself(hearing)


def _shows_itself(hearing: Hearing) -> bool:
    """Without a thread: after an apology, or as the whole of the reply."""
    if any(one.sense == "apology" for one in hearing.of("recognition")):
        return True
    is_short = len(hearing.look.reading.tokens) <= MOST_WORDS
    return is_short and any(one.sense == "follow" for one in hearing.of("sale"))


_OPEN = {"thread": {"label": "complaint-disapproval"}, "case": {"solved": False}}

RULE = Rule(
    slug="sales-in-complaint-reply",
    title={"nl": "Verkopen onder een klacht", "en": "Selling under a complaint"},
    why={
        "nl": "Wie met een probleem komt, wil hulp. Een aanbod zegt dat je vooral de volgende verkoop ziet.",
        "en": "Who comes with a problem wants help. An offer says that you mostly see the next sale.",
    },
    source=("S1.4.8", "S1.3.3"),
    base="X: support replies must help, not promote",
    severity=Severity.WARN,
    fix={"nl": "Eerst oplossen, geen aanbod.", "en": "Solve first, no offer."},
    wrong=(
        Example("Sorry! Kijk intussen naar onze nieuwe collectie.", kind="reply"),
        Example("Hier heb je 10% op je volgende bestelling.", _OPEN, kind="reply"),
        Example("Volg ons voor updates.", kind="reply"),
        Example("Sorry! Meanwhile see our new range.", lang="en", kind="reply"),
        Example("Here is 10% off your next order.", _OPEN, lang="en", kind="reply"),
        Example("Follow us for updates.", lang="en", kind="reply"),
    ),
    right=(
        Example("Je krijgt het hele bedrag vandaag terug.", kind="reply"),
        Example("Nieuwe lamp is onderweg, kosten voor ons.", kind="reply"),
        Example("Na de oplossing: als kleinigheid zat er een kaartje bij.", kind="reply"),
        Example("You get the full amount back today.", lang="en", kind="reply"),
        Example("New lamp on its way, on us.", lang="en", kind="reply"),
        Example("After solving: we added a small card.", lang="en", kind="reply"),
    ),
    check=sells_meanwhile,
    applies_to=("reply",),
    hears=frozenset({"sale"}),
    misses={
        "nl": "Reclame zonder prijs, code of uitnodiging: “Sorry daarvoor. De duurdere jas valt "
        "trouwens ruimer.”",
        "en": "Advertising without a price, a code or an invitation: “Sorry about that. The dearer "
        "coat runs wider by the way.”",
    },
)
