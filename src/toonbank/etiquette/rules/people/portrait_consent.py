"""A picture shows somebody who can be recognised and did not say yes to that."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from toonbank.etiquette.consents import portrait_refusal
from toonbank.etiquette.finding import Severity
from toonbank.etiquette.kinds.naming import named_in
from toonbank.etiquette.rule import Example, Hearing, Rule, Trouble

if TYPE_CHECKING:
    from toonbank.etiquette.background import Media, Person

REASONS = {
    "no_consent": ("{0} gaf geen toestemming voor deze foto.", "{0} did not agree to this picture."),
    "withdrawn": ("{0} trok de toestemming in.", "{0} withdrew the consent."),
    "expired": ("De toestemming van {0} is verlopen.", "The consent of {0} has ended."),
    "other_network": ("{0} gaf geen toestemming voor dit kanaal.", "{0} did not agree to this network."),
    "minor": ("{0} is minderjarig en er is geen ja van een ouder.", "{0} is a minor and no parent said yes."),
}


def shows_a_face(hearing: Hearing) -> Iterator[Trouble]:
    """One finding a picture; silent for pictures without people, or with people who cannot be known."""
    for media in hearing.look.facts.media or ():
        message = _message(hearing, media)
        if message:
            yield Trouble(message)


def _message(hearing: Hearing, media: Media) -> str:
    if media.people in ("none", "unrecognisable") or (media.people == "unknown" and media.synthetic):
        return ""
    look = hearing.look
    for person in _shown(hearing, media):
        reason = portrait_refusal(person, look.draft.network, look.facts.moment)
        if reason:
            nl, en = REASONS[reason]
            return hearing.say(nl, en).format(
                person.name or person.handle or hearing.say("Wie erop staat", "Who is shown")
            )
    if _everybody_is_known(hearing, media):
        return ""
    if media.people == "unknown":
        return hearing.say(
            "Er is niet ingevuld of er mensen op staan.", "It is not filled in whether people are shown."
        )
    return hearing.say(
        "Er staan herkenbare mensen op, en hun toestemming is er niet.",
        "People can be recognised, and their consent is not on file.",
    )


def _shown(hearing: Hearing, media: Media) -> list[Person]:
    """The people in the picture; when it names nobody, those whom the text names, or the only one there is."""
    people = hearing.look.facts.people or ()
    if media.person_refs:
        keys = {ref.casefold().lstrip("@") for ref in media.person_refs}
        return [
            one for one in people if {one.name.casefold(), one.handle.casefold().lstrip("@")} & keys - {""}
        ]
    if len(people) == 1:
        return list(people)
    return list(named_in(hearing.look.reading, people))


def _everybody_is_known(hearing: Hearing, media: Media) -> bool:
    shown = _shown(hearing, media)
    return bool(shown) and len(shown) >= len(media.person_refs)


_NOW = "2026-11-21T10:00:00+01:00"
_CROWD = {"media": [{"kind": "image", "people": "recognisable", "rights": "own"}]}
_BACKS = {"media": [{"kind": "image", "people": "unrecognisable", "rights": "own"}]}


def _of(name: str, **person: object) -> dict[str, object]:
    return {
        "now": _NOW,
        "people": [{"name": name, **person}],
        "media": [{"kind": "image", "people": "recognisable", "person_refs": [name], "rights": "own"}],
    }


_SAAR = _of("Saar", minor=True, guardian=False)
_SAAR_MAY = _of("Saar", minor=True, guardian=True, consent={"photo": True, "until": "2027-06-30"})
_TEMP = _of("Sem", role="staff", consent={"photo": False})
_HENK = _of("Henk", role="staff", consent={"name": True, "photo": True})

RULE = Rule(
    slug="portrait-consent",
    title={
        "nl": "Herkenbaar op de foto zonder toestemming",
        "en": "Recognisable in a picture without consent",
    },
    why={
        "nl": "Een goede winkelier richt geen camera op een klant zonder het te vragen.",
        "en": "A good shopkeeper does not point a camera at a customer without asking.",
    },
    source=("S2.1.7", "S2.1.9"),
    base="Auteurswet art. 19-21 (NL); WER XI.174 (BE); GDPR art. 4(11), 6, 8, 9",
    severity=Severity.BLOCK,
    fix={
        "nl": "Kies een foto zonder gezichten of vraag toestemming.",
        "en": "Choose a picture without faces or ask consent.",
    },
    wrong=(
        Example("Gezellige drukte op zaterdag!", _CROWD),
        Example("Kleine Saar past haar laarsjes.", _SAAR),
        Example("Vakman aan het werk.", _TEMP),
        Example("Lovely crowd on Saturday!", _CROWD, "en"),
        Example("Little Saar tries her boots.", _SAAR, "en"),
        Example("Craftsman at work.", _TEMP, "en"),
    ),
    right=(
        Example("Drukte op zaterdag, gezien van achter de kassa.", _BACKS),
        Example("Saar past haar laarsjes.", _SAAR_MAY),
        Example("Onze Henk aan de draaibank.", _HENK),
        Example("Busy Saturday, seen from behind the till.", _BACKS, "en"),
        Example("Saar tries her boots.", _SAAR_MAY, "en"),
        Example("Our Henk at the lathe.", _HENK, "en"),
    ),
    check=shows_a_face,
    needs=("media",),
    applies_to=("post", "repost", "reply"),
    misses={
        "nl": "Of iemand herkenbaar is, zegt wie de foto kiest. De regel kijkt niet zelf naar het beeld.",
        "en": "Whoever chooses the picture says whether people can be recognised. The rule does not look at it.",
    },
)
