"""The people a text may be about, with what they allowed: two questions, whatever the size of the register."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Case, Exists, F, OuterRef, Q, QuerySet, Value, When

from toonbank.etiquette import facts
from toonbank.relations.models import Consent, Contact
from toonbank.relations.naming import accounts_in, name_words, words_in
from toonbank.shops.kept import KeptQuestion
from toonbank.shops.models import Member, Shop

MOST_PEOPLE = 30
MOST_PICTURED = 60
MOST_STAFF = 200
_FIELDS = ("pk", "name", "handle", "role", "is_minor", "merged_into")
Row = dict[str, Any]


@dataclass(frozen=True)
class Known:
    """The contacts that are meant, by the number of their row, and the colleagues."""

    contacts: Mapping[int, facts.Person]
    colleagues: tuple[facts.Person, ...]

    @property
    def everybody(self) -> tuple[facts.Person, ...]:
        """Each of them once: a colleague who is a contact too is known by what is written down there."""
        names = {person.name.casefold() for person in self.contacts.values()}
        others = (person for person in self.colleagues if person.name.casefold() not in names)
        return (*self.contacts.values(), *others)


def people_for(
    shop: Shop,
    text: str,
    now: datetime,
    *,
    shown: Collection[int] = (),
    quoted: Iterable[str] = (),
    staff: Iterable[str] | None = None,
) -> Known:
    """Contacts and colleagues whose name or handle may stand in `text`, and the contacts that are `shown` or `quoted` by name.

    Two questions, or three when the names of the `staff` are not known yet; none about consents when nobody is meant.
    Who was merged into another keeps their name and handle here, with what the other allowed.
    """
    words = words_in(text)
    asked = words.union(*map(name_words, quoted))
    meant = _MEANT.rows(shop, words=asked, handles=accounts_in(text), shown=shown)
    found = meant[: MOST_PEOPLE + len(shown)]
    given = _consents_of({row["merged_into"] or row["pk"] for row in found})
    contacts = {row["pk"]: _person(row, given.get(row["merged_into"] or row["pk"], ()), now) for row in found}
    return Known(contacts, tuple(_colleagues(_names_of_staff(shop) if staff is None else staff, words)))


def _asked(blanks: Mapping[str, Any]) -> QuerySet[Contact, Row]:
    """Who is shown or tagged, then who is named in full, then the others, those with a yes first: a crowd hides nobody."""
    words, surely = blanks["words"], Q(pk__in=blanks["shown"]) | Q(handle_key__in=blanks["handles"])
    meant = surely | Q(first_word__in=words) | Q(last_word__in=words)
    in_full = Q(first_word__in=words, last_word__in=words) & ~Q(first_word=F("last_word"))
    nearness = Case(When(surely, then=Value(0)), When(in_full, then=Value(1)), default=Value(2))
    has_yes = Exists(Consent.objects.filter(contact=OuterRef("pk")))
    rows = Contact.objects.filter(meant, shop=blanks["shop"]).order_by(nearness, has_yes.desc(), "pk")
    return rows.values(*_FIELDS)[: MOST_PEOPLE + len(blanks["shown"])]


def may_be_pictured(now: datetime, also: Collection[int] = ()) -> list[Contact]:
    """Contacts by name whose yes to a picture holds, and those in `also`."""
    yes = Consent.objects.filter(Q(until_at=None) | Q(until_at__gte=now), to_photo=True, withdrawn_at=None)
    meant = Q(pk__in=yes.values("contact")) | Q(pk__in=list(also))
    return list(Contact.objects.present().filter(meant).order_by("name", "pk")[: MOST_PICTURED + len(also)])


def _consents_of(contacts: Collection[int]) -> dict[int, list[Consent]]:
    given: dict[int, list[Consent]] = {}
    for one in Consent.objects.filter(contact__in=contacts) if contacts else ():
        given.setdefault(one.contact_id, []).append(one)
    return given


def _person(contact: Row, given: Iterable[Consent], now: datetime) -> facts.Person:
    chosen = _chosen(given, now)
    return facts.Person(
        name=contact["name"],
        handle=contact["handle"],
        role=contact["role"],
        consent=_as_fact(chosen) if chosen else None,
        minor=contact["is_minor"] or None,
        guardian=bool(chosen and chosen.guardian) if contact["is_minor"] else None,
    )


def _chosen(given: Iterable[Consent], now: datetime) -> Consent | None:
    """The newest that holds; else the newest that was given, so that the finding can say why it no longer holds."""
    newest_first = sorted(given, key=lambda one: one.given_at, reverse=True)
    return next((one for one in newest_first if one.holds_at(now)), None) or next(iter(newest_first), None)


def _as_fact(chosen: Consent) -> facts.Consent:
    return facts.Consent(
        name=chosen.to_name,
        quote=chosen.to_quote,
        photo=chosen.to_photo,
        tag=chosen.to_tag,
        networks=tuple(chosen.kinds),
        until_at=chosen.until_at,
        withdrawn_at=chosen.withdrawn_at,
    )


def _names_of_staff(shop: Shop) -> list[str]:
    present = Member.objects.present().filter(shop=shop).select_related("person")[:MOST_STAFF]
    return [member.person.name for member in present]


def _colleagues(staff: Iterable[str], words: set[str]) -> list[facts.Person]:
    """Who works here may be named at work."""
    return [facts.Person(name=name, role="staff") for name in staff if words & set(name_words(name))]


_MEANT = KeptQuestion(_asked, ids=["shown"], words=["words", "handles"])
