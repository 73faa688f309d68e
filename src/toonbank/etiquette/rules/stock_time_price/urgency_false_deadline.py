"""The post names an end that the promotion does not have."""

from collections.abc import Iterator

from toonbank.etiquette.finding import Severity, Ways
from toonbank.etiquette.kinds.base import Noticed
from toonbank.etiquette.mends.ends import real_end
from toonbank.etiquette.rule import Example, Hearing, Rule, Trouble, about
from toonbank.etiquette.wording import say_weekday


def names_another_end(hearing: Hearing) -> Iterator[Trouble]:
    """Pushes of time that the linked promotion denies: ends later, earlier, is over, was put off too often, came back."""
    for claim in hearing.contradicted("urgency"):
        yield about(claim, _message(hearing, claim), Ways(real_end, hearing.look, claim))


def _message(hearing: Hearing, claim: Noticed) -> str:
    campaign = claim.campaign
    if campaign is None or campaign.ends_at is None:
        return hearing.say("Dit einde staat niet in de actie.", "The promotion has no such end.")
    zone = hearing.look.facts.moment.tzinfo if hearing.look.facts.moment else None
    day = say_weekday(campaign.ends_at.astimezone(zone), hearing.lang)
    if claim.because == "extended":
        return hearing.say(
            f"Deze actie is al {campaign.extended} keer verlengd. Dan is een einde geen einde.",
            f"This offer was extended {campaign.extended} times. Then an end is no end.",
        )
    if claim.because == "past":
        return hearing.say(
            f"De actie is al voorbij, sinds {day}.", f"The offer is already over, since {day}."
        )
    if claim.because == "restarted":
        return hearing.say(
            "Dezelfde actie liep net ook al af. Dit is geen einde.",
            "The same offer ended a short while ago. This is no end.",
        )
    return hearing.say(f"De actie loopt tot en met {day}.", f"The offer runs until {day}.")


def _offer(**more: object) -> dict[str, object]:
    campaign = {"ref": "c1", "offer": "10%", "starts": "2026-11-14", "ends": "2026-11-30", **more}
    return {"now": "2026-11-21T10:00:00+01:00", "campaigns": [campaign]}


RULE = Rule(
    slug="urgency-false-deadline",
    title={"nl": "Dat einde klopt niet", "en": "That end is not right"},
    why={
        "nl": "Een verzonnen einde dwingt tot een snel besluit. Wie erachter komt, gelooft het volgende einde ook niet.",
        "en": "An invented end forces a quick decision. Who finds out will not believe the next one either.",
    },
    source=("S1.1.5", "S2.2.2", "S2.4.2"),
    base="UCPD Annex I no. 7; BW 6:193g(g)",
    severity=Severity.BLOCK,
    fix={
        "nl": "Noem de echte einddatum of haal de tijdsdruk weg.",
        "en": "State the real end date or remove the time pressure.",
    },
    wrong=(
        Example("Enkel vandaag 10% eraf!", _offer()),
        Example("Om middernacht is het voorbij.", _offer(ends="2026-11-21", extended=3)),
        Example("Laatste kans dit weekend.", _offer(ends="2026-11-19")),
        Example("10% off, this day only!", _offer(), "en"),
        Example("It ends at midnight.", _offer(ends="2026-11-21", extended=3), "en"),
        Example("Last chance this weekend.", _offer(ends="2026-11-19"), "en"),
    ),
    right=(
        Example("De actie loopt tot en met zondag 29 november.", _offer(ends="2026-11-29")),
        Example("Wegens ziekte verlengen we een keer, tot woensdag.", _offer(ends="2026-11-25", extended=1)),
        Example("Deze prijs blijft zo, neem je tijd."),
        Example("The offer runs up to and including Sunday 29 November.", _offer(ends="2026-11-29"), "en"),
        Example(
            "Because of illness we extend once, until Wednesday.", _offer(ends="2026-11-25", extended=1), "en"
        ),
        Example("This price stays, take your time.", lang="en"),
    ),
    check=names_another_end,
    hears=frozenset({"urgency"}),
    applies_to=("post",),
    misses={
        "nl": "Een einde zonder klok of kalender: “10% korting, tot Bas naar huis gaat.” Ook een "
        "aftelklok op de site of in een plaatje.",
        "en": "An end without a clock or calendar: “10% off until Bas goes home.” Also a countdown "
        "on the site or in a picture.",
    },
)
