"""Who is in it: people, pictures, games."""

from collections.abc import Iterator, Sequence

from toonbank.etiquette.situations.telling import Fields, Telling


def people(people: Sequence[Fields], tell: Telling) -> Iterator[str]:
    """Who is named, and what they said yes to."""
    for one in people:
        name = one["name"]
        if one.get("minor"):
            agreed = one.get("guardian")
            yield tell.say(
                f"{name} is een kind, {'een ouder zei ja' if agreed else 'geen ouder zei ja'}",
                f"{name} is a child, {'a parent said yes' if agreed else 'no parent said yes'}",
            )
        elif one.get("role") == "staff":
            yield tell.say(f"{name} werkt in de winkel", f"{name} works in the shop")
        if one.get("consent") and not one.get("minor"):
            yield _consent(name, one["consent"], tell)


USES = {
    "name": ("noemen", "naming"),
    "quote": ("citeren", "quoting"),
    "photo": ("een foto", "a picture"),
    "tag": ("taggen", "tagging"),
}


def _consent(name: str, consent: Fields, tell: Telling) -> str:
    allowed = [tell.say(*words) for use, words in USES.items() if consent.get(use)]
    refused = [tell.say(*words) for use, words in USES.items() if consent.get(use) is False]
    if allowed:
        return tell.say(
            f"{name} zei ja tegen {tell.list(allowed)}", f"{name} said yes to {tell.list(allowed)}"
        )
    return tell.say(
        f"{name} zei geen ja tegen {tell.list(refused)}", f"{name} gave no yes to {tell.list(refused)}"
    )


def media(media: Sequence[Fields], tell: Telling) -> Iterator[str]:
    """Pictures and films."""
    shown = {
        "recognisable": tell.say("er staat iemand herkenbaar op", "somebody can be recognised"),
        "unrecognisable": tell.say("niemand is te herkennen", "nobody can be recognised"),
        "unknown": tell.say("wie erop staan is onbekend", "who is in it is unknown"),
    }
    rights = {
        "third-party": tell.say("gemaakt door een ander", "made by somebody else"),
        "licensed": tell.say("met een licentie", "with a licence"),
        "credited": tell.say("met toestemming en naam van de maker", "with the maker’s permission and name"),
        "unknown": tell.say("van wie het is, is onbekend", "whose it is is unknown"),
    }
    for one in media:
        sort = (
            tell.say("een filmpje", "a film") if one["kind"] == "video" else tell.say("een foto", "a picture")
        )
        made = tell.say("nagemaakt", "made by a machine") if one.get("synthetic") else ""
        about = [shown.get(one.get("people", ""), ""), rights.get(one.get("rights", ""), ""), made]
        yield ", ".join([sort, *(words for words in about if words)])


def giveaway(game: Fields, tell: Telling) -> Iterator[str]:
    """The game that a post invites to."""
    if game.get("countries"):
        names = {"NL": tell.say("Nederland", "the Netherlands"), "BE": tell.say("België", "Belgium")}
        yield tell.say("voor ", "for ") + tell.list([names.get(one, one) for one in game["countries"]])
    if game.get("decision") == "jury":
        yield tell.say("een jury kiest", "a jury chooses")
    if game.get("prize_total"):
        yield tell.say(
            f"samen {tell.amount(game['prize_total'])} aan prijzen",
            f"prizes of {tell.amount(game['prize_total'])} in all",
        )
    if game.get("draws"):
        count = game["draws"]
        yield tell.say(
            f"{count} {'trekking' if count == 1 else 'trekkingen'}",
            f"{count} {'draw' if count == 1 else 'draws'}",
        )
    if game.get("entry_cost") is not None:
        cost = game["entry_cost"]
        asked = tell.amount(cost) if cost else tell.say("niets", "nothing")
        yield tell.say(f"meedoen kost {asked}", f"entry costs {asked}")
    if game.get("large_this_year"):
        yield tell.say("er was dit jaar al een groot spel", "there was a large game this year already")


def giveaways(games: Sequence[Fields], tell: Telling) -> Iterator[str]:
    """Earlier games."""
    for one in games:
        told = (
            tell.say("winnaar weet het", "winner told")
            if one.get("winners_told")
            else tell.say("geen winnaar bericht", "no winner told")
        )
        came = one.get("delivered_at")
        given = (
            tell.say(f"bezorgd {tell.day(came)}", f"delivered {tell.day(came)}")
            if came
            else tell.say("nog niet bezorgd", "not delivered yet")
        )
        yield f"{tell.say('loting', 'draw')} {tell.day(one['draw_date'])}, {told}, {given}"


def author(author: Fields, tell: Telling) -> Iterator[str]:
    """Who wrote it."""
    yield tell.say(f"geschreven door {author['name']}", f"written by {author['name']}")
