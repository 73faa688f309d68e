"""Belgians may take part, and chance alone picks the winner: there that is a lottery."""

from collections.abc import Iterator

from toonbank.etiquette.finding import Severity
from toonbank.etiquette.kinds.base import Noticed
from toonbank.etiquette.late import late
from toonbank.etiquette.rule import Example, Hearing, Rule, Trouble, about

BELGIUM = frozenset({"be", "bel", "belgië", "belgie", "belgium", "belgique", "vlaanderen", "flanders"})
BY_CHANCE = late(r"chance|random|lot|draw|raffle|kans|willekeur|toeval|trekking")
BELGIANS = late(
    r"(?<!\w)(?:belgië|belgie|belgium|belgisch\w*|belgen|belgian|belgians|vlaanderen|vlaams\w*|vlamingen|flanders|flemish)(?!\w)"
)
LEFT_OUT = late(
    r"(?<!\w)(?:niet|geen|behalve|uitgezonderd|alleen (?:in |voor )?nederland|not|except|excluding|only (?:in |for )?the netherlands)(?!\w)"
)


def lets_chance_decide_in_belgium(hearing: Hearing) -> Iterator[Trouble]:
    """Draws that Belgium may see; a jury or a real test makes it a contest, a trivial question does not."""
    giveaway = hearing.look.facts.giveaway
    if giveaway is None and "giveaway" not in hearing.look.cues:
        return
    games = list(hearing.of("giveaway"))
    if not _is_chance(hearing, games) or not _is_for_belgians(hearing):
        return
    message = hearing.say(
        "In België is een trekking waarbij alleen het toeval kiest een verboden loterij, ook als meedoen gratis is.",
        "In Belgium a draw that chance alone decides is a forbidden lottery, even when entry is free.",
    )
    place = next((one for one in games if one.sense in ("draw", "lot")), games[0] if games else None)
    yield Trouble(message) if place is None else about(place, message)


def _is_chance(hearing: Hearing, games: list[Noticed]) -> bool:
    giveaway = hearing.look.facts.giveaway
    if giveaway is not None and giveaway.decision:
        return BY_CHANCE.search(giveaway.decision.casefold()) is not None
    senses = {one.sense for one in games}
    return bool(senses & {"draw", "lot"}) and "skill" not in senses


def _is_for_belgians(hearing: Hearing) -> bool:
    facts = hearing.look.facts
    if facts.giveaway is not None and facts.giveaway.countries:
        if any(one.strip().casefold() in BELGIUM for one in facts.giveaway.countries):
            return True
    elif facts.shop is not None and (facts.shop.country or "").casefold() in BELGIUM:
        return True
    return any(
        BELGIANS.search(one.folded) and not LEFT_OUT.search(one.folded)
        for one in hearing.look.reading.sentences
    )


def _in(*countries: str, **more: object) -> dict[str, object]:
    return {"now": "2026-11-21T10:00:00+01:00", "giveaway": {"countries": list(countries), **more}}


RULE = Rule(
    slug="giveaway-belgium-chance",
    title={"nl": "Loting in België", "en": "A draw in Belgium"},
    why={
        "nl": "In België mag niet het toeval kiezen. Een echte opdracht met een jury is bovendien leuker om te lezen.",
        "en": "In Belgium chance may not choose. A real task with a jury is more fun to read as well.",
    },
    source=("S2.2.5",),
    base="Belgian law on lotteries (chance open to the public, also free of charge)",
    severity=Severity.BLOCK,
    fix={
        "nl": "Laat een jury kiezen op een echte prestatie.",
        "en": "Let a jury decide on a real effort.",
    },
    wrong=(
        Example("We trekken een naam uit alle reacties.", _in("BE")),
        Example("Raad de kleur van onze deur; loting onder goede antwoorden.", _in("BE")),
        Example("Willekeurige winnaar zondag.", _in("NL", "BE")),
        Example("We draw a name from the comments.", _in("BE", decision="chance"), "en"),
        Example("Guess our door colour; draw among right answers.", _in("BE"), "en"),
        Example("Random winner Sunday.", _in("NL", "BE"), "en"),
    ),
    right=(
        Example("De mooiste zin over je tuin wint, jury van drie.", _in("BE", decision="jury")),
        Example("Loting, voorwaarden via link.", _in("NL")),
        Example("Iedereen krijgt een zakje.", _in("BE")),
        Example("Best line on your garden wins, jury of three.", _in("BE"), "en"),
        Example("Draw, terms by link.", _in("NL", decision="chance"), "en"),
        Example("Everyone gets a bag.", _in("BE"), "en"),
    ),
    check=lets_chance_decide_in_belgium,
    hears=frozenset({"giveaway"}),
    needs=("giveaway",),
    applies_to=("post",),
    misses={
        "nl": "Of een vraag moeilijk genoeg is om een echte prestatie te zijn, beoordeelt een mens.",
        "en": "Whether a question is hard enough to be a real effort is for a person to judge.",
    },
)
