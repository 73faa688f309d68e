"""Nobody with a name said yes to exactly this version."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import TYPE_CHECKING

from toonbank.etiquette.finding import Severity
from toonbank.etiquette.rule import Example, Hearing, Rule, Trouble
from toonbank.etiquette.wording import say_day

if TYPE_CHECKING:
    from toonbank.etiquette.background import Approval


def goes_out_by_itself(hearing: Hearing) -> Iterator[Trouble]:
    """Judged only when the facts speak of approval: by whom, for this version, by somebody who may, not too old."""
    approval = hearing.look.facts.approval
    if approval is not None:
        message = _message(hearing, approval)
        if message:
            yield Trouble(message)


def _message(hearing: Hearing, approval: Approval) -> str:
    if not approval.by.strip():
        return hearing.say("Niemand heeft dit goedgekeurd.", "Nobody approved this.")
    if approval.version_matches is False:
        return hearing.say(
            "De tekst is veranderd. Het akkoord geldt niet meer.",
            "The text changed. The approval no longer holds.",
        )
    if approval.may_approve is False:
        return hearing.say(
            f"{approval.by} mag dit niet zelf goedkeuren.", f"{approval.by} may not approve this."
        )
    facts = hearing.look.facts
    moment, days = facts.moment, facts.thresholds.approval_days
    if approval.at is not None and moment is not None and moment - approval.at > timedelta(days=days):
        day = say_day(approval.at, hearing.lang)
        return hearing.say(
            f"Het akkoord is van {day}, langer dan {days} dagen geleden.",
            f"The approval of {day} is older than {days} days.",
        )
    return ""


def _approved(**approval: object) -> dict[str, object]:
    return {"now": "2026-11-21T10:05:00+01:00", "approval": approval}


_AT = "2026-11-21T10:02:00+01:00"
_JOKE = _approved(by="Joke", at=_AT, version_matches=True)

RULE = Rule(
    slug="approval-missing",
    title={"nl": "Nog geen akkoord", "en": "Not approved yet"},
    why={
        "nl": "Niets gaat de deur uit zonder dat iemand met een naam het heeft gelezen en er ja op zei.",
        "en": "Nothing leaves the shop unless somebody with a name read it and said yes.",
    },
    source=("S2.1.1", "S2.4.8"),
    base="AI Act art. 50(4)",
    severity=Severity.BLOCK,
    fix={"nl": "Laat iemand deze versie goedkeuren.", "en": "Have someone approve this version."},
    wrong=(
        Example("Concept gaat vanzelf de deur uit.", _approved(by="")),
        Example("Na akkoord nog een prijs aangepast.", _approved(by="Joke", at=_AT, version_matches=False)),
        Example(
            "Stagiair keurt eigen bericht goed.",
            _approved(by="Sem", at=_AT, version_matches=True, may_approve=False),
        ),
        Example("Draft goes out by itself.", _approved(by=""), "en"),
        Example("Price changed after approval.", _approved(by="Joke", at=_AT, version_matches=False), "en"),
        Example(
            "Trainee approves own post.",
            _approved(by="Sem", at=_AT, version_matches=True, may_approve=False),
            "en",
        ),
    ),
    right=(
        Example("Joke akkoord, 10:02, versie 3.", _JOKE),
        Example("Wijziging opnieuw voorgelegd.", _JOKE),
        Example("Eenmanszaak: zelf gelezen en bevestigd.", _JOKE),
        Example("Joke approved, 10:02, version 3.", _JOKE, "en"),
        Example("Change resubmitted.", _JOKE, "en"),
        Example("One-person shop: read and confirmed.", _JOKE, "en"),
    ),
    check=goes_out_by_itself,
    needs=("approval",),
    applies_to=("post", "reply", "repost"),
    misses={
        "nl": "Of wie akkoord gaf de tekst echt heeft gelezen, is niet te zien. En zonder gegevens "
        "over een akkoord zwijgt de regel.",
        "en": "Whether whoever approved really read the text cannot be seen. And without facts "
        "about an approval the rule is silent.",
    },
)
