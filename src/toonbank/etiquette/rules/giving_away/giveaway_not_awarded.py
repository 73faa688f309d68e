"""An earlier prize was never drawn, told or delivered."""

from collections.abc import Iterator
from datetime import date, timedelta

from toonbank.etiquette.facts import GiveawaySeen
from toonbank.etiquette.finding import Severity
from toonbank.etiquette.rule import Example, Hearing, Rule, Trouble
from toonbank.etiquette.wording import say_day


def still_owes_a_prize(hearing: Hearing) -> Iterator[Trouble]:
    """In the report of an account every prize that is owed; in a post it stops only a new invitation."""
    facts = hearing.look.facts
    if facts.giveaways is None or facts.moment is None:
        return
    if hearing.look.draft.kind == "post" and not any(one.is_pressing for one in hearing.of("giveaway")):
        return
    weeks = timedelta(weeks=facts.thresholds.prize_delivery_weeks)
    for game in facts.giveaways:
        yield from _owed(hearing, game, facts.moment.date(), weeks)


def _owed(hearing: Hearing, game: GiveawaySeen, today: date, weeks: timedelta) -> Iterator[Trouble]:
    if game.delivered_at is not None or game.draw_on is None or game.draw_on >= today:
        return
    day_nl, day_en = say_day(game.draw_on, "nl"), say_day(game.draw_on, "en")
    if game.winners_told is False:
        yield Trouble(
            hearing.say(
                f"De loting van {day_nl} is voorbij, en geen winnaar heeft bericht gehad.",
                f"The draw of {day_en} is past, and no winner has been told.",
            )
        )
    elif today - game.draw_on > weeks:
        yield Trouble(
            hearing.say(
                f"De prijs van de loting van {day_nl} is nog niet geleverd.",
                f"The prize of the draw of {day_en} has not been delivered yet.",
            )
        )


def _since(draw: str, *, told: bool, delivered: str | None = None) -> dict[str, object]:
    game = {"draw_date": draw, "winners_told": told, "delivered_at": delivered}
    return {"now": "2026-11-21T10:00:00+01:00", "giveaways": [game]}


RULE = Rule(
    slug="giveaway-not-awarded",
    title={"nl": "Een prijs die nooit kwam", "en": "A prize that never came"},
    why={
        "nl": "Wie een prijs belooft en niet geeft, heeft gelogen tegen iedereen die meedeed.",
        "en": "Who promises a prize and does not give it has lied to everybody who took part.",
    },
    source=("S2.2.5", "S2.4.2"),
    base="UCPD Annex I no. 19; Gedragscode promotionele kansspelen (all prizes must be paid out)",
    severity=Severity.BLOCK,
    fix={"nl": "Wijs de winnaar aan en lever.", "en": "Choose the winner and deliver."},
    wrong=(
        Example("Loting van mei nooit gedaan.", _since("2026-05-31", told=False), kind="account"),
        Example("Winnaar wacht twee maanden.", _since("2026-09-20", told=True), kind="account"),
        Example("Prijs vervangen door iets kleiners.", _since("2026-10-01", told=True), kind="account"),
        Example("May draw never held.", _since("2026-05-31", told=False), "en", "account"),
        Example("Winner waits two months.", _since("2026-09-20", told=True), "en", "account"),
        Example("Prize replaced by something smaller.", _since("2026-10-01", told=True), "en", "account"),
    ),
    right=(
        Example("Winnaar gemeld op de dag zelf.", _since("2026-11-20", told=True), kind="account"),
        Example(
            "Prijs verstuurd, bewijs bewaard.",
            _since("2026-09-20", told=True, delivered="2026-09-25"),
            kind="account",
        ),
        Example(
            "Geen reactie: nieuwe loting volgens voorwaarden.",
            _since("2026-11-28", told=False),
            kind="account",
        ),
        Example("Winner told the same day.", _since("2026-11-20", told=True), "en", "account"),
        Example(
            "Prize sent, proof kept.",
            _since("2026-09-20", told=True, delivered="2026-09-25"),
            "en",
            "account",
        ),
        Example("No answer: redrawn per terms.", _since("2026-11-28", told=False), "en", "account"),
    ),
    check=still_owes_a_prize,
    needs=("giveaways",),
    applies_to=("account", "post"),
    misses={
        "nl": "Een prijs die door iets kleiners is vervangen, telt pas als hij niet als geleverd is geboekt.",
        "en": "A prize that was replaced by something smaller counts only when it is not booked as delivered.",
    },
)
