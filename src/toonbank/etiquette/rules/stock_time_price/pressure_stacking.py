"""The post pulls several levers at once, even when each of them is true."""

from collections.abc import Iterator

from toonbank.etiquette.finding import Severity
from toonbank.etiquette.late import late
from toonbank.etiquette.rule import Example, Hearing, Rule, Trouble
from toonbank.language.capitals import may_shout

LETTERS = 3
CAPITALS = late(rf"\b[A-ZÀ-Þ]{{{LETTERS},}}\b")
LEVERS = {
    "scarcity": ("schaarste", "scarcity"),
    "urgency": ("haast", "haste"),
    "haste": ("haast", "haste"),
    "social_proof": ("de massa", "the crowd"),
    "other_pressure": ("aandringen", "insisting"),
}
SHOUTS = 3


def pulls_several_levers(hearing: Hearing) -> Iterator[Trouble]:
    """Two or more of scarcity, urgency, social proof, fear of missing out, and shouting."""
    pressing = {one.kind for one in hearing.noticed if one.is_pressing}
    levers = [hearing.say(*words) for kind, words in LEVERS.items() if kind in pressing]
    named = list(dict.fromkeys(levers))
    if any(hearing.of("regret")):
        named.append(hearing.say("angst om iets te missen", "fear of missing out"))
    if named and _shouts(hearing.look.reading.text):
        named.append(hearing.say("roepen", "shouting"))
    if len(named) < 2:
        return
    shown = ", ".join(named[:-1]) + hearing.say(" en ", " and ") + named[-1]
    yield Trouble(
        hearing.say(
            f"Hier wordt van meer kanten geduwd: {shown}.", f"This pushes from several sides: {shown}."
        )
    )


def _shouts(text: str) -> bool:
    return text.count("!") >= SHOUTS or (may_shout(text, LETTERS) and len(CAPITALS.findall(text)) >= SHOUTS)


RULE = Rule(
    slug="pressure-stacking",
    title={"nl": "Te veel duwen tegelijk", "en": "Too much pushing at once"},
    why={
        "nl": "Ook wat waar is, wordt opgejaagd als het zich opstapelt. Eén feit, rustig gezegd, overtuigt beter.",
        "en": "Even what is true harasses when it piles up. One fact, calmly said, convinces better.",
    },
    source=("S1.1.4",),
    base="ACM guideline (look at the whole); UCPD art. 8-9",
    severity=Severity.WARN,
    fix={"nl": "Kies een feit en zeg het rustig.", "en": "Choose one fact and say it calmly."},
    wrong=(
        Example("NOG 2 STUKS!!! Vannacht stopt het, iedereen heeft hem al!"),
        Example("Laatste uren, laatste stuks, laatste kans!"),
        Example("Straks heb je spijt: bijna op en alleen vandaag!"),
        Example("2 LEFT!!! It stops tonight and everyone has one!", lang="en"),
        Example("Last hours, last pieces, last chance!", lang="en"),
        Example("You will regret it: nearly gone and only today!", lang="en"),
    ),
    right=(
        Example("Er zijn nog 2 stuks in rood."),
        Example("De actie loopt tot zondag."),
        Example("Veel klanten kiezen blauw; kom gerust passen."),
        Example("There are 2 left in red.", lang="en"),
        Example("The offer runs until Sunday.", lang="en"),
        Example("Many customers pick blue; come and try.", lang="en"),
    ),
    check=pulls_several_levers,
    hears=frozenset({"scarcity", "urgency", "social_proof", "other_pressure", "regret"}),
    applies_to=("post",),
    misses={
        "nl": "Druk in gewone verteltaal: “Iedereen rende zaterdag naar binnen en straks is er "
        "niks.” Ook druk die over meer berichten is verdeeld: elk bericht wordt apart "
        "bekeken.",
        "en": "Pressure told as a plain story: “Everyone ran in on Saturday and there will be "
        "nothing soon.” Also pressure that is spread over several posts: each is judged by "
        "itself.",
    },
)
