"""A line of the ledger in plain words."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from toonbank.channels.networks import NETWORKS
from toonbank.ledger.kinds import COUNTED, SENTENCES, WHY_HELD
from toonbank.ledger.models import Entry
from toonbank.shops.models import Account, Member, Role

_AS_WRITTEN = ("handle", "network", "words", "value", "source", "count", "name", "products", "title", "old")


@dataclass(frozen=True)
class Line:
    """An entry with its words."""

    entry: Entry
    says: str
    text: str
    post: int | None


def in_plain_words(entries: Sequence[Entry]) -> list[Line]:
    """The entries with their sentences, in two queries whatever their number."""
    members = _names_of_members(entries)
    accounts = _names_of_accounts(entries)
    return [_line(entry, members, accounts) for entry in entries]


def _line(entry: Entry, members: dict[int, str], accounts: dict[int, str]) -> Line:
    sentence = SENTENCES.get(entry.kind)
    if sentence is None:
        says = _("Written down: %(kind)s") % {"kind": entry.kind.replace("_", " ")}
    else:
        says = str(sentence) % _facts(entry, members, accounts)
    text = entry.payload.get("text", "")
    return Line(entry, says, text if isinstance(text, str) else "", _post_of(entry))


class _Facts(dict[str, str]):
    """What a sentence may ask for; what a line does not tell is a dash."""

    def __missing__(self, name: str) -> str:
        return "–"


def _facts(entry: Entry, members: dict[int, str], accounts: dict[int, str]) -> _Facts:
    told = entry.payload
    facts = _Facts({name: str(told[name]) for name in _AS_WRITTEN if told.get(name) is not None})
    facts["by"] = members.get(told.get("by", 0), "–")
    if entry.kind == "entry_link_made" and "by" not in told:
        facts["by"] = _("Whoever runs this desk")
    if told.get("by_link"):
        facts["by"] = _("The person themselves")
    facts["member"] = members.get(_row_of(entry, "member"), "–")
    facts["account"] = accounts.get(told.get("account", 0), "–")
    if told.get("network") in NETWORKS:
        names = NETWORKS[told["network"]].name
        facts["network"] = names.get(get_language() or "en", names["en"])
    if isinstance(told.get("day"), str):
        facts["day"] = date_format(date.fromisoformat(told["day"]), "j F Y")
    for name in ("role", "to"):
        if told.get(name) in Role.values:
            facts[name] = str(Role(told[name]).label)
    facts["what"] = str(COUNTED.get(str(told.get("what")), "–"))
    facts["why"] = str(WHY_HELD.get(str(told.get("why")), _("for a reason of its own")))
    return facts


def _names_of_members(entries: Iterable[Entry]) -> dict[int, str]:
    asked = _ids(entries, "by") | {_row_of(entry, "member") for entry in entries}
    rows = Member.objects.filter(pk__in=asked - {0}).select_related("person")
    return {member.pk: member.person.name for member in rows}


def _names_of_accounts(entries: Iterable[Entry]) -> dict[int, str]:
    rows = Account.objects.filter(pk__in=_ids(entries, "account"))
    return {account.pk: f"{account.handle} ({account.name})" for account in rows}


def _ids(entries: Iterable[Entry], name: str) -> set[int]:
    values: list[Any] = [entry.payload.get(name) for entry in entries]
    return {value for value in values if isinstance(value, int)}


def _row_of(entry: Entry, kind: str) -> int:
    name, _colon, number = entry.subject.partition(":")
    return int(number) if name == kind and number.isdigit() else 0


def _post_of(entry: Entry) -> int | None:
    found = entry.payload.get("post") or _row_of(entry, "post")
    return found if isinstance(found, int) and found else None
