"""A public complaint gets nothing but "DM us", or is solved where nobody sees it."""

from collections.abc import Iterator

from toonbank.etiquette.finding import Severity
from toonbank.etiquette.kinds.base import Noticed
from toonbank.etiquette.late import late
from toonbank.etiquette.rule import Example, Hearing, Rule, Trouble, about
from toonbank.etiquette.steps import has_step
from toonbank.etiquette.thread import gravity_of, is_complaint, is_public

MOST_WORDS = 14  # a bare reply with more has said something else as well
CLOSING = late(
    r"\b(?:opgelost|gelukt|geregeld|klopt nu|nu klopt|klopt het|goed nu|weer goed|bezorgd|ontvangen|spraken elkaar|gesproken|"
    r"fijn dat|blij dat|terugbetaald|teruggestort|vervangen|geruild|gerepareerd|hersteld|nieuwe|"
    r"solved|resolved|sorted|fixed|right now|is right|delivered|we (?:just )?spoke|glad|happy (?:that|it)|"
    r"refunded|replaced|swapped|repaired|new)\b"
)


def hides_the_answer(hearing: Hearing) -> Iterator[Trouble]:
    """Moving to private without recognition; or a case that was closed without a line for who read along."""
    facts = hearing.look.facts
    if not is_public(facts.thread):
        return
    case = facts.case
    if case is not None and case.solved:
        if case.public_closed is False and not CLOSING.search(hearing.look.reading.folded):
            yield _unseen(hearing)
        return
    move = next(hearing.of("moving"), None)
    if move is None or any(hearing.of("recognition")):
        return
    if _answers_complaint(hearing, move) and not _does_more(hearing):
        yield _only_private(hearing, move)


def _answers_complaint(hearing: Hearing, move: Noticed) -> bool:
    """Whether a complaint is answered; a reply of which nothing is known must be nothing but the move."""
    facts = hearing.look.facts
    gravity = gravity_of(facts)
    if gravity is not None:
        return is_complaint(gravity)
    if move.sense == "desk":  # "do call us" is an answer to many a question
        return False
    is_unknown = facts.thread is None or not facts.thread.messages
    return (
        is_unknown
        and len(hearing.look.reading.tokens) <= MOST_WORDS
        and len(hearing.look.reading.sentences) == 1
    )


def _does_more(hearing: Hearing) -> bool:
    spans = tuple((one.start, one.end) for one in hearing.of("moving", "levity", "blame", "defence", "sale"))
    return has_step(hearing.look.reading, spans)


def _only_private(hearing: Hearing, move: Noticed) -> Trouble:
    return about(
        move,
        hearing.say(
            "Wie meeleest ziet alleen dat de klacht verdwijnt.",
            "Who reads along only sees the complaint disappear.",
        ),
    )


def _unseen(hearing: Hearing) -> Trouble:
    return Trouble(
        hearing.say(
            "Het is opgelost, maar onder de klacht is dat niet te zien.",
            "It is solved, but that does not show below the complaint.",
        ),
        fix=hearing.say(
            "Zet er één regel onder met de uitkomst, zonder gegevens van de klant.",
            "Add one line with the outcome, without the customer's details.",
        ),
    )


_BY_PHONE = {
    "thread": {"public": True, "label": "complaint-accusation"},
    "case": {"verdict": "right", "solved": True, "public_closed": False},
}
_AGREED = {
    "thread": {
        "public": True,
        "label": "complaint-implicit",
        "messages": [{"from": "customer", "name": "Kim", "text": "De lamp doet het niet meer."}],
    },
    "case": {"verdict": "right", "solved": True, "public_closed": False},
    "people": [{"name": "Kim", "role": "customer", "consent": {"name": True}}],
}

RULE = Rule(
    slug="hidden-resolution",
    title={"nl": "Opgelost waar niemand het ziet", "en": "Solved where nobody sees it"},
    why={
        "nl": "Een klacht staat in het openbaar. Wie meeleest wil ook zien dat je hem serieus nam.",
        "en": "A complaint stands in public. Who reads along wants to see that you took it seriously.",
    },
    source=("S2.7.8", "S2.7.9"),
    base=None,
    severity=Severity.WARN,
    fix={
        "nl": "Erken het hier, neem alleen de gegevens mee naar privé.",
        "en": "Recognise it here, take only the data private.",
    },
    wrong=(
        Example("Stuur even een DM.", kind="reply"),
        Example("Mail naar info@.", kind="reply"),
        Example("", _BY_PHONE, kind="reply"),
        Example("DM us.", lang="en", kind="reply"),
        Example("Mail info@.", lang="en", kind="reply"),
        Example("", _BY_PHONE, lang="en", kind="reply"),
    ),
    right=(
        Example(
            "Drie weken is te lang, Kim. Stuur je ordernummer privé, dan zoek ik het nu uit.", kind="reply"
        ),
        Example("Met Kim opgelost: nieuwe lamp is bezorgd.", _AGREED, kind="reply"),
        Example("We spraken elkaar net, fijn dat het klopt nu.", kind="reply"),
        Example(
            "Three weeks is too long, Kim. Send the order number privately and I will look now.",
            lang="en",
            kind="reply",
        ),
        Example("Solved with Kim: new lamp delivered.", _AGREED, lang="en", kind="reply"),
        Example("We just spoke, glad it is right now.", lang="en", kind="reply"),
    ),
    check=hides_the_answer,
    applies_to=("reply",),
    hears=frozenset({"moving"}),
    needs=("case",),
    misses={
        "nl": "Een verwijzing die het woord privé niet nodig heeft: “We hebben je net iets "
        "gestuurd.” Wat er in dat bericht staat, leest de regel niet.",
        "en": "Moving away without naming it: “We have just sent you something.” What that message "
        "says is not read.",
    },
)
