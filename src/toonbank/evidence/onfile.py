"""What is on file, as the checker asks for it: gathered in the row of the shop, bounded, on the clock of the shop."""

import re
from collections.abc import Mapping, Sequence
from datetime import date, datetime, time, tzinfo
from typing import Any

from django.db.models import OuterRef, Subquery

from toonbank.etiquette import facts
from toonbank.evidence.dossier import Comparison, Endorsement, Mark, Paper, Proof, Quote
from toonbank.evidence.gathering import listed

MOST_ON_FILE = 200
"""Of each kind, the newest; what is older and still used is put on file anew."""

FEW = 20
"""So much praise is passed on whole; a name is looked for with a pattern of its own, and hundreds of those are slow."""
_WORD = re.compile(r"\w{3,}")

Row = dict[str, Any]
_ASKED: dict[str, tuple[type[Paper], tuple[str, ...]]] = {
    "endorsements": (
        Endorsement,
        ("who", "what", "quote", "is_paid", "is_gift", "is_affiliate", "relation", "agreed", "until_on"),
    ),
    "tests": (Comparison, ("name", "result", "until_on")),
    "marks": (Mark, ("name", "until_on")),
    "proofs": (Proof, ("claim", "basis", "until_on")),
    "quotes": (Quote, ("pk", "text", "author", "agreed", "until_on")),
}
NAMES = tuple(_ASKED)


def papers_asked() -> dict[str, Subquery]:
    """The papers of the outer shop that nobody took out, as annotations by name."""
    return {name: _newest(model, fields) for name, (model, fields) in _ASKED.items()}


def _newest(model: type[Paper], fields: tuple[str, ...]) -> Subquery:
    rows = model._default_manager.filter(ended_at=None)
    ids = rows.order_by("-recorded_at", "-pk").values("pk")[:MOST_ON_FILE]
    return listed(rows.filter(shop=OuterRef("pk"), pk__in=ids), "shop", *fields)


def endorsements_in(rows: Sequence[Row], clock: tzinfo, text: str) -> tuple[facts.Endorsement, ...]:
    """Praise by people with a name, of many only those whom the text may name.

    How often each was used is for whoever knows the posts: the rule counts them in the archive.
    """
    if len(rows) > FEW:
        said = text.casefold()
        rows = [row for row in rows if any(word in said for word in _WORD.findall(row["who"].casefold()))]
    return tuple(
        facts.Endorsement(
            who=row["who"],
            what=row["what"],
            quote=row["quote"],
            paid=bool(row["is_paid"]),
            gift=bool(row["is_gift"]),
            affiliate=bool(row["is_affiliate"]),
            relation=row["relation"] or None,
            permission=bool(row["agreed"]),
            until_at=_end(row, clock),
        )
        for row in rows
    )


def tests_in(rows: Sequence[Row], clock: tzinfo) -> tuple[facts.Comparison, ...]:
    """Tests by others."""
    return tuple(
        facts.Comparison(name=row["name"], result=row["result"], licence_until_at=_end(row, clock))
        for row in rows
    )


def marks_in(rows: Sequence[Row], clock: tzinfo) -> tuple[facts.Mark, ...]:
    """Quality marks."""
    return tuple(facts.Mark(name=row["name"], valid_until_at=_end(row, clock)) for row in rows)


def proofs_in(rows: Sequence[Row], clock: tzinfo) -> tuple[facts.Proof, ...]:
    """Statements with the paper behind them."""
    return tuple(
        facts.Proof(claim=row["claim"], basis=row["basis"], valid_until_at=_end(row, clock)) for row in rows
    )


def quotes_in(rows: Sequence[Row], today: date) -> tuple[facts.Quote, ...]:
    """Words of customers that may still be used: a quote has no end of its own among the facts."""
    return tuple(
        facts.Quote(id=str(row["pk"]), text=row["text"], author=row["author"], consent=bool(row["agreed"]))
        for row in rows
        if not row["until_on"] or row["until_on"] >= today.isoformat()
    )


def papers_in(books: Mapping[str, Sequence[Row]], clock: tzinfo, text: str) -> dict[str, Any]:
    """The fields of `Facts` that are made of papers alone."""
    return {
        "endorsements": endorsements_in(books["endorsements"], clock, text),
        "tests": tests_in(books["tests"], clock),
        "marks": marks_in(books["marks"], clock),
        "proofs": proofs_in(books["proofs"], clock),
    }


def _end(row: Row, clock: tzinfo) -> datetime | None:
    """The last moment of the last day, on the clock of the shop."""
    if not row["until_on"]:
        return None
    return datetime.combine(date.fromisoformat(row["until_on"]), time(23, 59, 59), clock)
