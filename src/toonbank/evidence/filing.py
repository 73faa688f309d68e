"""Putting a paper on file, changing it, taking it out. Whatever stood there before stays in the ledger."""

import hashlib
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any, TypeVar

from django.db import transaction
from django.utils.translation import gettext as _

from toonbank.core.errors import BadInput, NotAllowed, Overtaken
from toonbank.evidence.dossier import Comparison, Endorsement, Mark, Paper, Proof, Quote
from toonbank.ledger.writing import record
from toonbank.shops.models import Member, Shop

AnyPaper = TypeVar("AnyPaper", bound=Paper)

NEEDED: dict[type[Paper], tuple[str, ...]] = {
    Endorsement: ("who",),
    Comparison: ("name",),
    Mark: ("name",),
    Proof: ("claim", "basis"),
    Quote: ("text", "source"),
}
"""Without these a paper shows nothing; the first is what it is called by."""

_OF_A_PERSON: dict[type[Paper], tuple[str, ...]] = {Quote: ("text", "author", "agreed", "link")}
"""What stands in the ledger as a hash: a line there is never changed, and a customer may ask to be erased."""


def put_on_file(shop: Shop, member: Member, paper: AnyPaper, *, now: datetime) -> AnyPaper:
    """Keep a new paper, such as `Quote(text=..., source=...)`. BadInput when it shows nothing or is over already."""
    _must_keep_evidence(member)
    _must_be_fit(paper, now.astimezone(shop.clock).date())
    paper.shop, paper.recorded_by, paper.recorded_at = shop, member, now
    with transaction.atomic():
        paper.save()
        _record(paper, "filed", member, now, **told(paper))
    return paper


def change_paper(
    paper: AnyPaper, member: Member, said: Mapping[str, Any], *, revision: int, now: datetime
) -> AnyPaper:
    """Write down what is known now. Overtaken when somebody changed it after `revision`, or took it out."""
    _must_keep_evidence(member)
    for name, value in said.items():
        setattr(paper, name, value)
    _must_be_fit(paper, None)
    paper.changed_by, paper.changed_at = member, now
    fields: dict[str, Any] = dict(said) | {
        "changed_by": member,
        "changed_at": now,
        "revision": revision + 1,
    }
    with transaction.atomic():
        standing = type(paper)._default_manager.filter(pk=paper.pk, revision=revision, ended_at=None)
        if not standing.update(**fields):
            raise Overtaken(f"paper {paper.pk} was changed by somebody else")
        paper.refresh_from_db()
        _record(paper, "file_changed", member, now, **told(paper))
    return paper


def take_out(paper: AnyPaper, member: Member, *, now: datetime) -> AnyPaper:
    """From now on it proves nothing. Overtaken when it was taken out already."""
    _must_keep_evidence(member)
    with transaction.atomic():
        standing = type(paper)._default_manager.filter(pk=paper.pk, ended_at=None)
        if not standing.update(ended_at=now, ended_by=member):
            raise Overtaken(f"paper {paper.pk} was taken out already")
        paper.refresh_from_db()
        _record(paper, "file_ended", member, now)
    return paper


def fields_of(model: type[Paper]) -> tuple[str, ...]:
    """What people fill in of such a paper."""
    common = {field.name for field in Paper._meta.get_fields()} - {"link", "until_on"}
    return tuple(
        field.name for field in model._meta.concrete_fields if field.name not in common and field.name != "id"
    )


def told(paper: Paper) -> dict[str, Any]:  # JSON is loose
    """What the paper says, as the ledger keeps it: of a customer, hashes only."""
    personal = _OF_A_PERSON.get(type(paper), ())
    said = {name: getattr(paper, name) for name in fields_of(type(paper))}
    kept = {name: value for name, value in said.items() if value not in ("", None, False)}
    return {
        f"{name}_hash" if name in personal else name: _hash(value) if name in personal else value
        for name, value in _plain(kept).items()
    }


def _plain(said: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value.isoformat() if isinstance(value, date) else value for name, value in said.items()}


def _hash(words: str) -> str:
    return hashlib.sha256(words.encode()).hexdigest()


def _must_be_fit(paper: Paper, today: date | None) -> None:
    for field in paper._meta.concrete_fields:
        value = getattr(paper, field.attname)
        if isinstance(value, str):
            setattr(paper, field.attname, value.strip()[: field.max_length])
    if not all(getattr(paper, name) for name in NEEDED[type(paper)]):
        raise BadInput(_("Something is missing; fill in what readers would ask for first."))
    if today is not None and paper.until_on is not None and paper.until_on < today:
        raise BadInput(_("That day has passed; what is over proves nothing any more."))


def _record(paper: Paper, kind: str, member: Member, now: datetime, **more: Any) -> None:  # JSON is loose
    name = paper.source if isinstance(paper, Quote) else str(paper)
    payload = {"name": name[:120], "by": member.pk} | more
    record(paper.shop, kind, f"{paper._meta.model_name}:{paper.pk}", payload, at=now)


def _must_keep_evidence(member: Member) -> None:
    if not member.may("keep_evidence"):
        raise NotAllowed(_("This member may not keep evidence."))
