"""Who speaks: identities and contacts, made at the first message, with a name and a handle and nothing else."""

from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any

from toonbank.channels.base import Incoming
from toonbank.conversations.rewriting import rewrite
from toonbank.relations.models import Contact, Identity
from toonbank.relations.naming import name_words, plain_handle

NAMED = ("name", "first_word", "last_word")
RECOGNISED = ("first_at", "last_at", "handle", "name", "named_at")


def speaker_of(event: Incoming) -> str:
    """The lasting name that the network has for who speaks; the handle where it has none."""
    return event.author_id or event.author


def alone(remote_id: str) -> str:
    """The lasting name of whoever said this, when nothing but perhaps a name is known: somebody of this message alone.

    The same name is not the same person; what is told of the message later, or earlier, is of the same one.
    """
    return f"only {sha256(remote_id.encode()).hexdigest()[:32]}"


@dataclass
class Meeting:
    """The people of one batch."""

    shop_id: int
    known: dict[tuple[str, str], Identity] = field(default_factory=dict)
    new: list[Identity] = field(default_factory=list)
    seen: dict[int, Identity] = field(default_factory=dict)
    renamed: dict[int, Identity] = field(default_factory=dict)
    contacts: dict[int, Contact] = field(default_factory=dict)

    def load(self, people: set[tuple[str, str]]) -> None:
        """Read those we know already."""
        kinds, keys = {kind for kind, _key in people}, {key for _kind, key in people}
        if not people:
            return
        found = Identity.objects.filter(kind__in=kinds, key__in=keys)
        for one in found.select_related("contact"):
            self.known.setdefault((one.kind, one.key), one)

    def meet(self, kind: str, event: Incoming) -> Identity | None:
        """Who said this; None when the network does not say."""
        key = speaker_of(event)
        if not key:
            return None
        identity = self.known.get((kind, key))
        if not event.author_name and key == alone(event.remote_id):
            return identity
        if identity is None:
            identity = self._greet(kind, key, event)
        else:
            self._recognise(identity, event)
        return identity

    def _greet(self, kind: str, key: str, event: Incoming) -> Identity:
        name = _name(event)
        contact = Contact(shop_id=self.shop_id, handle=event.author[:200], made_at=event.at, **_named(name))
        contact.handle_key = plain_handle(contact.handle)
        identity = Identity(
            shop_id=self.shop_id,
            contact=contact,
            kind=kind,
            key=key,
            handle=event.author[:200],
            name=event.author_name[:120],
            named_at=event.at if event.author_name else None,
            first_at=event.at,
            last_at=event.at,
        )
        self.known[kind, key] = identity
        self.new.append(identity)
        return identity

    def _recognise(self, identity: Identity, event: Incoming) -> None:
        """They may have taken another name; the newest that was told counts, in whatever order we hear."""
        before = _known_of(identity)
        was = shown_name(identity)
        named_at = (identity.named_at or identity.last_at) if identity.name else None
        named = (event.at, event.author_name[:120])
        if event.author_name and (named_at is None or named > (named_at, identity.name)):
            identity.named_at, identity.name = named
        identity.first_at = min(identity.first_at, event.at)
        newest = (event.at, event.author[:200])
        identity.last_at, identity.handle = max(newest, (identity.last_at, identity.handle))
        if identity.pk is not None and _known_of(identity) != before:
            self.seen[identity.pk] = identity
        if shown_name(identity) != was:
            self._rename(identity, was)

    def _rename(self, identity: Identity, was: str) -> None:
        """The contact takes the new name as well, unless a person of the shop named them."""
        contact = identity.contact
        if identity.pk is not None:
            self.renamed[identity.pk] = identity
        if contact.name == was:
            for column, value in _named(shown_name(identity)).items():
                setattr(contact, column, value)
            if contact.pk is not None:
                self.contacts[contact.pk] = contact

    def strangers(self) -> set[int]:
        """The contacts that were made for this batch, once they are rows."""
        return {one.contact.pk for one in self.new}

    def save(self) -> None:
        """Write who is new and what changed."""
        Contact.objects.bulk_create([one.contact for one in self.new])
        for one in self.new:
            one.contact = one.contact  # takes over the key that it has by now
        Identity.objects.bulk_create(self.new)
        rewrite(list(self.seen.values()), RECOGNISED)
        rewrite(list(self.contacts.values()), NAMED)


def _known_of(identity: Identity) -> tuple[object, ...]:
    return tuple(getattr(identity, column) for column in RECOGNISED)


def shown_name(identity: Identity) -> str:
    """What the counter calls them."""
    return (identity.name or identity.handle or identity.key)[:120]


def _name(event: Incoming) -> str:
    return (event.author_name or event.author or event.author_id)[:120]


def _named(name: str) -> dict[str, Any]:
    words = name_words(name) or [""]
    return {"name": name, "first_word": words[0][:120], "last_word": words[-1][:120]}
