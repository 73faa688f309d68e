"""A machine answers, or made the picture, and nobody is told."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from toonbank.etiquette.finding import Mend, Severity
from toonbank.etiquette.late import late
from toonbank.etiquette.rule import Example, Hearing, Rule, Trouble

if TYPE_CHECKING:
    from toonbank.etiquette.background import Automation, Media

DISCLOSED = late(
    r"(?<!\w)(?:automatisch\w*|geautomatiseerd\w*|automat(?:ic|ed)\w*|chat-?bots?|chatrobot|robot|bots?|digitale (?:hulp"
    r"|assistent\w*|collega|medewerker)"
    r"|virtuele? (?:hulp|assistent\w*|medewerker)|(?:virtual|digital) (?:assistant|helper|colleague)|a\.?i\.?|ki"
    r"|kunstmatige intelligentie"
    r"|artificial intelligence|gegenereerd\w*|generated|synthetisch\w*|synthetic|computer\w*|machine|niet echt|not real"
    r"|bewerkt beeld|composite"
    r"|beeldmontage|photomontage|montage|deepfake)(?!\w)"
)
DENIED = late(r"(?<!\w)(?:geen|niet|no|not|never|nooit|n['’]t|zonder|without)(?: \w+){0,2} \Z")
REAL = late(
    r"(?<!\w)(?:foto\w*|photo\w*|picture\w*|kijk|look|onze|our|klant\w*|customer\w*|gisteren|yesterday|vandaag|today|net|just"
    r"|zaterdag|saturday"
    r"|markt|market|straat|street|winkel|shop)(?!\w)"
)
PICTURE = late(r"(?<!\w)(?:foto\w*|photo\w*|picture|beeld)(?!\w)")
HUMAN_DEED = late(r"(?<!\w)(?:zelf|myself|ik ben|i am|i['’]m|mijn naam|my name)(?!\w)")


def speaks_without_saying_so(hearing: Hearing) -> Iterator[Trouble]:
    """Judged on what is known of the making; a text that says so itself is open about it."""
    facts = hearing.look.facts
    if facts.automation is None and not facts.media:
        return
    is_unread = facts.automation is not None and _nobody_read(hearing, facts.automation)
    made = [one for one in facts.media or () if _is_made_up(hearing, one)]
    if (not is_unread and not made) or _says_so(hearing):
        return
    if is_unread:
        yield Trouble(
            hearing.say(
                "Geen mens schreef of las dit, en dat staat er niet bij.",
                "No person wrote or read this, and it does not say so.",
            ),
            mends=_answer_mends(hearing),
        )
    else:
        yield Trouble(
            hearing.say(
                "Dit beeld is door een machine gemaakt, en dat staat er niet bij.",
                "A machine made this picture, and it does not say so.",
            ),
            fix=hearing.say(
                "Zet erbij dat het beeld met AI is gemaakt.", "Say that the picture was made with AI."
            ),
            mends=(_added(hearing, hearing.say("Beeld gemaakt met AI.", "Picture made with AI.")),),
        )


def _nobody_read(hearing: Hearing, automation: Automation) -> bool:
    """Written or sent by a machine and not read by a person; in a plain post only when that is known for certain."""
    if automation.human_reviewed or not (automation.generated or automation.auto_send):
        return False
    look = hearing.look
    has_picture = bool(look.facts.media) or PICTURE.search(look.reading.folded) is not None
    return look.draft.kind == "reply" or automation.human_reviewed is False or has_picture


def _is_made_up(hearing: Hearing, media: Media) -> bool:
    """A likeness of a person or of something that seems to have happened, without a label."""
    if not media.synthetic or media.labelled:
        return False
    return media.people != "none" or REAL.search(hearing.look.reading.folded) is not None


def _says_so(hearing: Hearing) -> bool:
    folded = hearing.look.reading.folded
    return any(
        not DENIED.search(folded, max(0, one.start() - 40), one.start()) for one in DISCLOSED.finditer(folded)
    )


def _answer_mends(hearing: Hearing) -> tuple[Mend, ...]:
    """A line in front; not where the text claims to be somebody, for that would still be untrue."""
    if HUMAN_DEED.search(hearing.look.reading.folded):
        return ()
    return (Mend(0, 0, hearing.say("Dit is een automatisch antwoord. ", "This is an automatic answer. ")),)


def _added(hearing: Hearing, words: str) -> Mend:
    end = len(hearing.look.draft.text)
    return Mend(end, end, f" {words}")


_CHATBOT = {"automation": {"generated": True, "human_reviewed": False, "auto_send": True}}
_GENERATED = {
    "media": [
        {"kind": "image", "people": "recognisable", "rights": "own", "synthetic": True, "labelled": False}
    ]
}

RULE = Rule(
    slug="bot-undisclosed",
    title={"nl": "Niet gezegd dat het een machine is", "en": "Not said that it is a machine"},
    why={
        "nl": "Wie een winkel aanspreekt, verwacht een mens. Is het er geen, dan hoort diegene dat te weten.",
        "en": "Who talks to a shop expects a person. When there is none, they should know.",
    },
    source=("S2.4.2", "S2.4.8"),
    base="AI Act art. 50(1), (4), from 2 August 2026",
    severity=Severity.BLOCK,
    fix={
        "nl": "Zeg dat het een automatisch antwoord is, of laat een mens antwoorden.",
        "en": "Say it is automatic, or let a person answer.",
    },
    wrong=(
        Example("Hoi, ik ben Lisa!", _CHATBOT, kind="reply"),
        Example("Foto van onze blije klant.", _GENERATED),
        Example("Ik heb zelf even gekeken.", _CHATBOT, kind="reply"),
        Example("Hi, I am Lisa!", _CHATBOT, "en", "reply"),
        Example("Photo of our happy customer.", _GENERATED, "en"),
        Example("I checked it myself.", _CHATBOT, "en", "reply"),
    ),
    right=(
        Example("Dit is een automatisch bericht: we zijn er morgen om 9 uur weer.", _CHATBOT, kind="reply"),
        Example("Sfeerbeeld gemaakt met AI."),
        Example("Ik ben Joke, ik zoek het uit.", kind="reply"),
        Example("This is an automatic message: we are back at 9 tomorrow.", _CHATBOT, "en", "reply"),
        Example("Mood image made with AI.", lang="en"),
        Example("I am Joke, I will find out.", None, "en", "reply"),
    ),
    check=speaks_without_saying_so,
    needs=("automation", "media"),
    applies_to=("post", "repost", "reply"),
    misses={
        "nl": "Zonder gegevens over de herkomst is een tekst van een machine niet te zien.",
        "en": "Without facts about its origin, a machine's text cannot be seen.",
    },
)
