"""A picture, text, song or clip of somebody else goes along without permission, licence or name."""

from __future__ import annotations

from collections.abc import Iterator

from toonbank.etiquette.finding import Severity
from toonbank.etiquette.rule import Example, Hearing, Rule, Trouble, about

FREE = ("own", "licensed", "credited")
NOT_FREE = ("third-party", "unknown")
SAID = {
    "web": ("Van het web halen is nog geen toestemming.", "Taking it from the web is no permission."),
    "found": ("Van het web halen is nog geen toestemming.", "Taking it from the web is no permission."),
    "customer": (
        "Dit is van een klant, en er staat niet bij dat het mag.",
        "This is a customer's, and it does not say that you may.",
    ),
    "other": (
        "Dit is van een ander, en er staat niet bij dat het mag.",
        "This is somebody else's, and it does not say that you may.",
    ),
    "music": (
        "Voor bekende muziek is een licentie nodig, en die is er niet.",
        "Known music needs a licence, and there is none.",
    ),
}


def shows_work_of_others(hearing: Hearing) -> Iterator[Trouble]:
    """What the media say of their rights; where they say nothing, what the text itself tells."""
    rights = [media.rights for media in hearing.look.facts.media or () if media.rights]
    told = next(hearing.of("borrowed"), None)
    if any(right in NOT_FREE for right in rights):
        message = hearing.say(
            "Van wie dit beeld of geluid is, en of het mag, staat niet vast.",
            "Whose picture or sound this is, and whether you may, is not on file.",
        )
        yield Trouble(message) if told is None else about(told, hearing.say(*SAID[told.sense]))
    elif told is not None and not rights:
        yield about(told, hearing.say(*SAID[told.sense]))


def _media(rights: str, kind: str = "image") -> dict[str, object]:
    return {"media": [{"kind": kind, "people": "none", "rights": rights}]}


RULE = Rule(
    slug="third-party-content",
    title={"nl": "Werk van een ander", "en": "Work of somebody else"},
    why={
        "nl": "Wie iets maakte, beslist wie het mag laten zien. Vragen en de naam noemen kost weinig.",
        "en": "Whoever made it decides who may show it. Asking and naming them costs little.",
    },
    source=("S2.3.6", "S2.1.7"),
    base="Auteurswet art. 1, 12, 25; GDPR when a person is shown",
    severity=Severity.WARN,
    fix={"nl": "Vraag de maker en noem de naam.", "en": "Ask the maker and give credit."},
    wrong=(
        Example("Mooie foto van internet geplukt."),
        Example("Screenshot van een klantverhaal.", _media("third-party")),
        Example("Filmpje met hitmuziek.", _media("third-party", "video")),
        Example("Nice picture from the web.", lang="en"),
        Example("Screenshot of a customer story.", _media("third-party"), "en"),
        Example("Clip with a chart song.", _media("third-party", "video"), "en"),
    ),
    right=(
        Example("Foto: Bas Kuiper, met toestemming."),
        Example("Gedeeld via de deelknop."),
        Example("Eigen foto."),
        Example("Photo: Bas Kuiper, with permission.", lang="en"),
        Example("Shared with the repost button.", lang="en"),
        Example("Own photo.", lang="en"),
    ),
    check=shows_work_of_others,
    hears=frozenset({"borrowed"}),
    needs=("media",),
    applies_to=("post", "repost"),
    misses={
        "nl": "Een foto van een ander waarvan niets wordt gezegd en waarvan de rechten niet zijn ingevuld.",
        "en": "A picture of somebody else of which nothing is said and whose rights are not filled in.",
    },
)
