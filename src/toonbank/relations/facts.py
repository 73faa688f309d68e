"""The people a text may be about, with what they allowed: two questions, whatever the size of the register."""

from collections.abc import Iterable
from datetime import datetime

from django.db.models import Q

from toonbank.etiquette import facts
from toonbank.relations.models import Consent, Contact
from toonbank.relations.naming import handles_in, name_words
from toonbank.shops.models import Member, Shop

MOST_PEOPLE = 30


def people_for(shop: Shop, text: str, now: datetime) -> tuple[facts.Person, ...]:
    """Contacts and colleagues whose name or handle may stand in `text`. Three questions."""
    words, handles = set(name_words(text)), handles_in(text)
    meant = Q(first_word__in=words) | Q(last_word__in=words)
    if handles:
        meant |= Q(handle_key__in=handles)
    found = Contact.objects.filter(meant, shop=shop).order_by("pk").prefetch_related("consents")
    contacts = [_person(contact, now) for contact in found[:MOST_PEOPLE]]
    return (*contacts, *_colleagues(shop, words))


def _person(contact: Contact, now: datetime) -> facts.Person:
    return facts.Person(
        name=contact.name,
        handle=contact.handle,
        role=contact.role,
        consent=_consent(contact.consents.all(), now),
    )


def _consent(given: Iterable[Consent], now: datetime) -> facts.Consent | None:
    """The newest that holds; else the newest that was given, so that the finding can say why it no longer holds."""
    newest_first = sorted(given, key=lambda one: one.given_at, reverse=True)
    chosen = next((one for one in newest_first if one.holds_at(now)), None) or next(iter(newest_first), None)
    if chosen is None:
        return None
    return facts.Consent(
        name=chosen.to_name,
        quote=chosen.to_quote,
        photo=chosen.to_photo,
        tag=chosen.to_tag,
        networks=tuple(chosen.kinds),
        until_at=chosen.until_at,
        withdrawn_at=chosen.withdrawn_at,
    )


def _colleagues(shop: Shop, words: set[str]) -> list[facts.Person]:
    """Who works here may be named at work."""
    present = Member.objects.present().filter(shop=shop).select_related("person")[:200]
    names = [member.person.name for member in present]
    return [facts.Person(name=name, role="staff") for name in names if words & set(name_words(name))]
