"""Replies kept to begin an answer with: fill-ins for the name, the author and the shop. Nothing is sent unread."""

import re
from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import F, QuerySet
from django.utils.translation import gettext as _

from toonbank.conversations.models import Conversation
from toonbank.conversations.papers import SavedReply
from toonbank.core.errors import BadInput, NotAllowed
from toonbank.shops.models import Member, Shop

FILL_INS = {
    "name": "name", "naam": "name", "author": "author", "auteur": "author", "shop": "shop", "winkel": "shop",
}  # fmt: skip
"""What may stand between braces, in both languages, and what is filled in for it."""
LONGEST = 3000
_FILL_IN = re.compile(r"\{([^{}\n]*)\}")


def unknown_fill_ins(text: str) -> list[str]:
    """What stands between braces that nothing can be filled in for; also a brace that is never closed."""
    found = [f"{{{one}}}" for one in _FILL_IN.findall(text) if one not in FILL_INS]
    rest = _FILL_IN.sub("", text)
    return found + (["{"] if "{" in rest else []) + (["}"] if "}" in rest else [])


def keep_reply(shop: Shop, member: Member, words: dict[str, str], *, now: datetime) -> SavedReply:
    """A new saved reply of these `words` (title, text, lang). BadInput says what is wrong with them."""
    reply = SavedReply(shop=shop, made_by=member)
    return _kept(reply, member, words, now)


def change_reply(reply: SavedReply, member: Member, words: dict[str, str], *, now: datetime) -> SavedReply:
    """Other words in a saved reply."""
    return _kept(reply, member, words, now)


def remove_reply(reply: SavedReply, member: Member) -> dict[str, Any]:
    """Take it away; what comes back is what `put_back` needs."""
    _must_write(member)
    former = as_it_was(reply)
    reply.delete()
    return former


def as_it_was(reply: SavedReply) -> dict[str, Any]:
    """A saved reply as `put_back` takes it."""
    return {
        "pk": reply.pk,
        "title": reply.title,
        "text": reply.text,
        "lang": reply.lang,
        "used": reply.used,
    }


def put_back(shop: Shop, member: Member, former: dict[str, Any], *, now: datetime) -> SavedReply:
    """As it was before it was changed or taken away."""
    reply = SavedReply.objects.filter(pk=former["pk"]).first() or SavedReply(
        shop=shop, made_by=member, used=former["used"]
    )
    return _kept(reply, member, former, now)


def offered_for(conversation: Conversation) -> QuerySet[SavedReply]:
    """Saved replies in the language of the conversation; all of them when that is not known."""
    rows = SavedReply.objects.order_by("-used", "title")
    known = {lang for lang, _name in SavedReply._meta.get_field("lang").choices or ()}
    return rows.filter(lang=conversation.language) if conversation.language in known else rows


def filled(reply: SavedReply, conversation: Conversation, member: Member) -> str:
    """The words with the name of who asked, who answers and the shop."""
    values = {
        "name": conversation.name,
        "author": str(member),
        "shop": conversation.shop.name,
    }
    text = _FILL_IN.sub(
        lambda found: values[FILL_INS[found[1]]] if found[1] in FILL_INS else found[0], reply.text
    )
    # A name that nobody knows leaves no gap behind: "Dear , thank you" reads as a machine.
    return re.sub(r" +([,.!?])", r"\1", text) if not conversation.name else text


def count_use(reply: SavedReply) -> None:
    """One more answer began with it."""
    SavedReply.objects.filter(pk=reply.pk).update(used=F("used") + 1)


def _kept(reply: SavedReply, member: Member, words: dict[str, Any], now: datetime) -> SavedReply:
    _must_write(member)
    title, text = str(words["title"]).strip(), str(words["text"]).replace("\r\n", "\n").strip()
    _must_say(title, text)
    lang = words["lang"] if words["lang"] in {"nl", "en"} else "nl"
    reply.title, reply.text, reply.lang, reply.changed_at = title, text, lang, now
    try:
        with transaction.atomic():
            reply.save()
    except IntegrityError:
        raise BadInput(
            _("There is one called “%(title)s” already. Choose another name.") % {"title": title}
        ) from None
    return reply


def _must_say(title: str, text: str) -> None:
    if not title or not text:
        raise BadInput(_("A saved reply has a name and words."))
    if len(title) > 120 or len(text) > LONGEST:
        raise BadInput(
            _("Too long: a name has at most 120 characters, the words %(most)d.") % {"most": LONGEST}
        )
    unknown = unknown_fill_ins(text)
    if unknown:
        raise BadInput(
            _("Nothing can be filled in for %(unknown)s. What can: {name}, {author} and {shop}.")
            % {"unknown": _listed(unknown)}
        )


def _listed(words: Iterable[str]) -> str:
    return ", ".join(dict.fromkeys(words))


def _must_write(member: Member) -> None:
    if not member.may("write"):
        raise NotAllowed(_("You may look, not write."))
