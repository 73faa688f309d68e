"""The reply admits or denies a fault before anybody looked it up."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from toonbank.etiquette.finding import Severity
from toonbank.etiquette.kinds.base import Noticed
from toonbank.etiquette.late import late
from toonbank.etiquette.rule import Example, Hearing, Rule, Trouble, about

if TYPE_CHECKING:
    from toonbank.etiquette.background import Case

OPEN = frozenset(
    ["", "unknown", "not known", "not known yet", "open", "pending", "none", "onbekend", "nog niet bekend", "unchecked", "to do"]
)  # fmt: skip
NOT_RIGHT = late(
    r"(?:not|no\b|wrong|unjust|unfounded|reject|refut|denied|niet|ongelijk|onterecht|ongegrond|nee\b|customer.?wrong|customer.?not)"
)
DENIALS = frozenset({"denial", "records", "unknown", "ours", "court", "cannot"})
ADMISSIONS = frozenset({"own", "right"})


def judges_unchecked(hearing: Hearing) -> Iterator[Trouble]:
    """Only where a case is known: no verdict yet, or "not right" without the kernel of truth."""
    case = hearing.look.facts.case
    if case is None or case.solved:
        return
    verdict = (case.verdict or "").strip().lower().replace("-", " ").replace("_", " ")
    denial = next(_denials(hearing), None)
    if verdict in OPEN:
        yield from _unchecked(hearing, denial)
    elif NOT_RIGHT.match(verdict) and _lacks_kernel(hearing, case, denial):
        yield _without_kernel(hearing, denial)


def _lacks_kernel(hearing: Hearing, case: "Case", denial: Noticed | None) -> bool:
    """Whether the kernel is empty; where it is unknown only a denial tells."""
    if (case.kernel or "").strip():
        return False
    return denial is not None or (case.kernel is not None and bool(hearing.look.reading.tokens))


def _denials(hearing: Hearing) -> Iterator[Noticed]:
    return (one for one in hearing.of("defence", "blame") if one.kind == "blame" or one.sense in DENIALS)


def _unchecked(hearing: Hearing, denial: Noticed | None) -> Iterator[Trouble]:
    if denial is not None:
        nl, en = (
            "Dit ontkent, terwijl het nog niet is nagekeken.",
            "This denies, while nobody has checked yet.",
        )
        yield about(denial, hearing.say(nl, en))
        return
    admission = next((one for one in hearing.of("recognition") if one.sense in ADMISSIONS), None)
    if admission is not None:
        nl, en = (
            "Dit geeft toe, terwijl het nog niet is nagekeken.",
            "This admits, while nobody has checked yet.",
        )
        yield about(admission, hearing.say(nl, en))


def _without_kernel(hearing: Hearing, denial: Noticed | None) -> Trouble:
    message = hearing.say(
        "Wat klopt er wel aan de klacht? Dat is nog niet ingevuld.",
        "What is true in the complaint? That has not been filled in.",
    )
    fix = hearing.say("Vul eerst de kern van waarheid in.", "Fill in the kernel of truth first.")
    return Trouble(message, denial.start if denial else None, denial.end if denial else None, fix)


_UNCHECKED = {"case": {"verdict": None}}
_NO_KERNEL = {"case": {"verdict": "not right", "kernel": ""}}
_CHECKED = {"case": {"verdict": "right"}}
_KERNEL = {"case": {"verdict": "not right", "kernel": "onze mail was onduidelijk"}}

RULE = Rule(
    slug="facts-not-checked",
    title={"nl": "Nog niet nagekeken", "en": "Not checked yet"},
    why={
        "nl": "Wie toegeeft of ontkent voordat de bestelling is opgezocht, moet straks terugkomen op zijn woord.",
        "en": "Who admits or denies before the order was looked up will have to take their words back.",
    },
    source=("S2.7.6", "S2.7.7"),
    base=None,
    severity=Severity.WARN,
    fix={"nl": "Zoek eerst de bestelling op.", "en": "Look up the order first."},
    wrong=(
        Example("Dat klopt niet, wij hebben het verstuurd.", _UNCHECKED, kind="reply"),
        Example("Helemaal onze fout!", _UNCHECKED, kind="reply"),
        Example("U heeft ongelijk.", _NO_KERNEL, kind="reply"),
        Example("Not true, we shipped it.", _UNCHECKED, lang="en", kind="reply"),
        Example("Entirely our fault!", _UNCHECKED, lang="en", kind="reply"),
        Example("You are wrong.", _NO_KERNEL, lang="en", kind="reply"),
    ),
    right=(
        Example("Ik zoek het nu op en kom voor vijven terug.", kind="reply"),
        Example("Ik zie dat het pakket dinsdag is gescand in Zwolle.", _CHECKED, kind="reply"),
        Example("De bestelling klopt, maar onze mail was onduidelijk.", _KERNEL, kind="reply"),
        Example("I am looking it up and will be back before five.", lang="en", kind="reply"),
        Example("I see it was scanned in Zwolle on Tuesday.", _CHECKED, lang="en", kind="reply"),
        Example("The order is right, but our mail was unclear.", _KERNEL, lang="en", kind="reply"),
    ),
    check=judges_unchecked,
    applies_to=("reply",),
    needs=("case",),
    misses={
        "nl": "Een vermoeden dat als uitleg klinkt: “De koerier zal het wel zijn geweest.” En "
        "zonder een zaak in de gegevens weet de regel niet of er is nagekeken.",
        "en": "A guess that sounds like an explanation: “It must have been the courier.” And "
        "without a case in the facts the rule cannot know whether anybody looked.",
    },
)
