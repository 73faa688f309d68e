"""The reply jokes, laughs or shrugs at a complaint."""

from collections.abc import Iterator

from toonbank.etiquette.answering import levity_shows
from toonbank.etiquette.finding import Mend, Severity
from toonbank.etiquette.kinds.base import Noticed
from toonbank.etiquette.late import late
from toonbank.etiquette.mends.cutting import put
from toonbank.etiquette.rule import Example, Hearing, Rule, Trouble, about
from toonbank.etiquette.thread import Gravity, gravity_of

CHEERFUL = late(r"[🎉🥳🎊💃😂🤣😜😁😄🤩✨]|\b(?:haha\w*|hoera|joepie|feest\w*|yay|hooray|woohoo|party)\b")
CUTTABLE = frozenset({"face", "laugh"})
SAYS = {
    "face": (
        "Een lachje onder een klacht voelt als uitlachen.",
        "A grin under a complaint feels like being laughed at.",
    ),
    "laugh": (
        "Lachen om een klacht voelt als uitlachen.",
        "Laughing at a complaint feels like being laughed at.",
    ),
    "soothe": ("Een klant kalmeren helpt niet; doen wel.", "Soothing a customer does not help; doing does."),
    "belittle": ("Dit maakt het probleem van de klant klein.", "This makes the customer's problem small."),
}
LIGHT = ("Dit is te luchtig als antwoord op een klacht.", "This is too light as an answer to a complaint.")


def jokes_about_it(hearing: Hearing) -> Iterator[Trouble]:
    """Lightness under a complaint, one finding a reply; and a cheerful post while somebody is in danger."""
    if hearing.look.draft.kind == "post":
        yield from _cheerful_in_danger(hearing)
        return
    light = list(hearing.of("levity"))
    if not light:
        return
    gravity = gravity_of(hearing.look.facts)
    if gravity is Gravity.GRAVE or (gravity is None and levity_shows(hearing)):
        yield _trouble(hearing, light, Severity.BLOCK)
    elif gravity is Gravity.MILD:
        yield _trouble(hearing, light, Severity.WARN)
    elif gravity is None and _is_all(hearing, light):
        yield _trouble(hearing, light, Severity.ADVISE)


def _trouble(hearing: Hearing, light: list[Noticed], severity: Severity) -> Trouble:
    first = light[0]
    message = hearing.say(*SAYS.get(first.sense, LIGHT))
    reading = hearing.look.reading
    mends: tuple[Mend, ...] = ()
    if len(light) == 1 and first.sense in CUTTABLE and len(reading.tokens) > 1:
        start = first.start
        while start and reading.text[start - 1] == " ":
            start -= 1
        mends = (put(reading, start, first.end, ""),)
    found = about(first, message, mends)
    return Trouble(found.message, found.start, found.end, None, (), found.mends, severity)


def _is_all(hearing: Hearing, light: list[Noticed]) -> bool:
    """Whether there is nothing but lightness: then we ask what it answers."""
    reading = hearing.look.reading
    covered = sum(one.end - one.start for one in light)
    return covered >= len(reading.text.strip(" .!?")) - len(light)


def _cheerful_in_danger(hearing: Hearing) -> Iterator[Trouble]:
    threads = hearing.look.facts.threads
    if not threads or not any(one.label == "danger" and one.answered_at is None for one in threads):
        return
    merry = CHEERFUL.search(hearing.look.reading.folded)
    if merry:
        message = hearing.say(
            "Er wacht een melding van gevaar. Houd een vrolijk bericht even vast.",
            "A report of danger is waiting. Hold a cheerful post for now.",
        )
        yield Trouble(message, merry.start(), merry.end(), severity=Severity.ADVISE)


RULE = Rule(
    slug="flippant-to-complaint",
    title={"nl": "Luchtig onder een klacht", "en": "Flippant under a complaint"},
    why={
        "nl": "Wie klaagt, wil gehoord worden. Een grap zegt dat het je niet raakt, en iedereen leest mee.",
        "en": "Who complains wants to be heard. A joke says that it does not touch you, and everybody reads along.",
    },
    source=("S1.4.7", "S1.4.8"),
    base=None,
    severity=Severity.BLOCK,
    fix={"nl": "Haal de grap weg en zeg wat je gaat doen.", "en": "Drop the joke and say what you will do."},
    wrong=(
        Example("Oeps, foutje bedankt 😂", kind="reply"),
        Example("Tja, zo gaan die dingen haha.", kind="reply"),
        Example("Ach, maandag hè ;-)", kind="reply"),
        Example("Oops, our bad 😂", lang="en", kind="reply"),
        Example("Well, these things happen haha.", lang="en", kind="reply"),
        Example("Ah, Mondays, right ;-)", lang="en", kind="reply"),
    ),
    right=(
        Example("Dat had niet mogen gebeuren. Ik stuur vandaag de goede maat. ^JD", kind="reply"),
        Example("Ik snap dat je boos bent; ik zoek het nu uit.", kind="reply"),
        Example("Wat een nare verrassing op je verjaardag, ik bel je zo.", kind="reply"),
        Example("That should not have happened. The right size leaves today. ^JD", lang="en", kind="reply"),
        Example("I see why you are angry; I am checking now.", lang="en", kind="reply"),
        Example("What a nasty surprise on your birthday, I will call you.", lang="en", kind="reply"),
    ),
    check=jokes_about_it,
    hears=frozenset({"levity"}),
    needs=("threads",),
    applies_to=("reply", "post"),
    misses={
        "nl": "Een grap zonder lach, knipoog of vast grapwoord, zoals een woordspeling, blijft ongezien.",
        "en": "A joke without a laugh, a wink or a known joking word, such as a pun, goes unseen.",
    },
)
