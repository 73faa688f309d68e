"""The game is larger, dearer or more frequent than the code for promotional games of chance allows."""

from collections.abc import Iterator

from toonbank.etiquette.finding import Severity
from toonbank.etiquette.kinds.base import Noticed
from toonbank.etiquette.late import late
from toonbank.etiquette.rule import Example, Hearing, Rule, Trouble, about
from toonbank.etiquette.wording import say_amount, say_number

LARGEST_CENTS, LARGE_CENTS = 100_000_00, 4_500_00
DRAWS = 20
ENTRY_CENTS = 45
TAXED_CENTS = 449_00
AGAIN = late(
    r"(?<!\w)(?:tweede|derde|vierde|vijfde|weer een|nog een|second|third|fourth|fifth|another|2e|3e|2nd|3rd) (?:[\w'’]+ ){0,2}"
    r"(?:grote|groot|large|big|major)(?!\w)"
)
THIS_YEAR = late(r"(?<!\w)(?:dit jaar|van het jaar|in \d{4}|this year|of the year)(?!\w)")
DRAWN = late(r"\W{1,3}(?:\w+\W+)?(?:trekkingen|lotingen|verlotingen|draws|raffles|keer prijs|times)(?!\w)")


def breaks_the_limits(hearing: Hearing) -> Iterator[Trouble]:
    """What the facts say of the game, and what the text itself says; a breach is told once."""
    if hearing.look.facts.giveaway is None and "giveaway" not in hearing.look.cues:
        return
    told = set()
    for name, trouble in (*_by_facts(hearing), *_by_text(hearing)):
        if name not in told:
            told.add(name)
            yield trouble


def _by_facts(hearing: Hearing) -> Iterator[tuple[str, Trouble]]:
    giveaway = hearing.look.facts.giveaway
    if giveaway is None or _is_judged(hearing):
        return
    place = next(hearing.of("giveaway"), None)
    total = giveaway.prize_total_cents or 0
    yield from _of_size(hearing, place, total, giveaway.draws or 0)
    earlier = giveaway.large_this_year or 0
    if earlier > 1 or (earlier == 1 and (total > LARGE_CENTS or giveaway.prize_total_cents is None)):
        yield "again", _trouble(hearing, place, *_again())
    if (giveaway.entry_cost_cents or 0) > ENTRY_CENTS:
        yield "cost", _trouble(hearing, place, *_too_dear(giveaway.entry_cost_cents or 0))
    if giveaway.prizes and TAXED_CENTS < total / giveaway.prizes <= LARGEST_CENTS:
        yield "tax", _tax(hearing, place)


def _by_text(hearing: Hearing) -> Iterator[tuple[str, Trouble]]:
    for paid in hearing.of("giveaway_cost"):
        if (paid.now_cents or 0) > ENTRY_CENTS:
            yield "cost", _trouble(hearing, paid, *_too_dear(paid.now_cents or 0))
    if _is_judged(hearing):
        return
    for game in hearing.of("giveaway"):
        if game.sense in ("call", "draw", "lot", "contest"):
            draws, cents = _draws_said(hearing, game), _worth_said(hearing, game)
            yield from _of_size(hearing, game, max(draws, 1) * cents, draws)
            text = game.sentence.folded
            if game.sense in ("draw", "lot", "contest") and AGAIN.search(text) and THIS_YEAR.search(text):
                yield "again", _trouble(hearing, game, *_again())


def _is_judged(hearing: Hearing) -> bool:
    giveaway = hearing.look.facts.giveaway
    return giveaway is not None and giveaway.decision == "jury"


def _draws_said(hearing: Hearing, game: Noticed) -> int:
    """How many draws the sentence counts; 0 when it does not say."""
    for number in hearing.look.numbers(game.sentence):
        if not number.unit and DRAWN.match(game.sentence.folded, number.end - game.sentence.start):
            return int(number.value)
    return 0


def _worth_said(hearing: Hearing, game: Noticed) -> int:
    """The largest amount of the sentence, in cents: the prize, as what must be paid is small."""
    said = [int(one.value * 100) for one in hearing.look.numbers(game.sentence) if one.unit == "euro"]
    return max(said, default=0)


def _of_size(
    hearing: Hearing, place: Noticed | None, total: int, draws: int
) -> Iterator[tuple[str, Trouble]]:
    if total > LARGEST_CENTS:
        yield "total", _trouble(hearing, place, *_too_much(total))
    if draws > DRAWS and total > LARGE_CENTS:
        yield "draws", _trouble(hearing, place, *_too_often(draws))


def _trouble(hearing: Hearing, place: Noticed | None, said: tuple[str, str], fix: tuple[str, str]) -> Trouble:
    message, mended = hearing.say(*said), hearing.say(*fix)
    return Trouble(message, fix=mended) if place is None else about(place, message, fix=mended)


Both = tuple[tuple[str, str], tuple[str, str]]


def _too_much(total: int) -> Both:
    return (
        f"De prijzen zijn samen {say_amount(total, 'nl')} euro; meer dan 100.000 mag niet.",
        f"The prizes are {say_amount(total, 'en')} euro in all; more than 100,000 is not allowed.",
    ), ("Verlaag de prijzenpot.", "Cut the prizes.")


def _too_often(draws: int) -> Both:
    return (
        f"{say_number(draws, 'nl')} trekkingen is te veel: bij prijzen boven 4.500 euro mogen het er 20 zijn.",
        f"{say_number(draws, 'en')} draws are too many: with prizes over 4,500 euro there may be 20.",
    ), (
        "Verlaag de prijzenpot tot 4.500 euro of houd hoogstens 20 trekkingen.",
        "Cut the prizes to 4,500 euro or hold 20 draws at most.",
    )


def _again() -> Both:
    return (
        "Een grote loting (boven 4.500 euro) mag maar één keer per jaar, en die is er al geweest.",
        "A large draw (over 4,500 euro) may be held once a year, and there has been one.",
    ), (
        "Verlaag de prijzenpot tot 4.500 euro of plan volgend jaar.",
        "Cut the prizes to 4,500 euro or wait a year.",
    )


def _too_dear(cents: int) -> Both:
    return (
        f"Meedoen kost {say_amount(cents, 'nl')} euro; meer dan 0,45 aan berichtkosten mag niet.",
        f"Entry costs {say_amount(cents, 'en')} euro; more than 0.45 for the message is not allowed.",
    ), ("Laat iedereen gratis meedoen.", "Let everyone enter for free.")


def _tax(hearing: Hearing, place: Noticed | None) -> Trouble:
    message = hearing.say(
        "De prijs is meer dan 449 euro: regel de kansspelbelasting (37,8 %).",
        "The prize is over 449 euro: arrange the prize tax (37.8 %).",
    )
    fix = hearing.say("Zet in de voorwaarden wie de belasting betaalt.", "Say in the terms who pays the tax.")
    start, end = (place.start, place.end) if place else (None, None)
    return Trouble(message, start, end, fix, severity=Severity.ADVISE)


def _game(**giveaway: object) -> dict[str, object]:
    return {"now": "2026-11-21T10:00:00+01:00", "giveaway": giveaway}


RULE = Rule(
    slug="giveaway-limits",
    title={"nl": "Loting boven de grens", "en": "A draw beyond the limits"},
    why={
        "nl": "Een loting is er voor de aardigheid. Wie ervoor laat betalen of er een loterij van maakt, heeft een vergunning nodig.",
        "en": "A draw is for fun. Who makes people pay for it, or turns it into a lottery, needs a licence.",
    },
    source=("S2.2.5",),
    base="Gedragscode promotionele kansspelen 2014 art. 2-4, 7-8; Wet op de kansspelbelasting",
    severity=Severity.BLOCK,
    fix={
        "nl": "Verlaag de prijzenpot tot 4.500 euro of plan volgend jaar.",
        "en": "Cut the prizes to 4,500 euro or wait a year.",
    },
    wrong=(
        Example("Tweede grote loting dit jaar.", _game(prize_total=8000, large_this_year=1)),
        Example("Meedoen kost 1 euro."),
        Example("52 wekelijkse trekkingen van 500 euro."),
        Example("Second large draw this year.", lang="en"),
        Example("Entry costs 1 euro.", _game(entry_cost=1.0), "en"),
        Example("52 weekly draws of 500 euro.", _game(prize_total=26000, draws=52), "en"),
    ),
    right=(
        Example("Hangmat van 89 euro, meedoen kost niets.", _game(prize_total=89, entry_cost=0)),
        Example("Eén loting, drie prijzen, samen 300 euro."),
        Example("Jury kiest de mooiste foto."),
        Example("Hammock of 89 euro, free to enter.", lang="en"),
        Example("One draw, three prizes, 300 euro in all.", _game(prize_total=300, prizes=3, draws=1), "en"),
        Example("A jury picks the best photo.", _game(decision="jury"), "en"),
    ),
    check=breaks_the_limits,
    hears=frozenset({"giveaway", "giveaway_cost"}),
    needs=("giveaway",),
    applies_to=("post",),
    misses={
        "nl": "Een hogere prijs om mee te doen, een spel dat alleen gegevens verzamelt en gewijzigde voorwaarden ziet de checker niet.",
        "en": "A price raised for entry, a game only to gather data, and changed terms cannot be seen.",
    },
)
