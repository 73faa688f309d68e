"""What is asked when we ask for consent, a line for each thing, so that nothing is recorded that the words do not say.

A yes is a yes to the words that somebody read. They may be anybody's own, as long as they name every use that is asked
for and no other, the purpose, the places, the end, and of a child who answers.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from django.utils import translation
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from toonbank.channels.networks import NETWORKS
from toonbank.relations.models import Contact
from toonbank.shops.models import Shop


@dataclass(frozen=True)
class Question:
    """What is asked: for which purpose, which uses, on which networks (none: everywhere), until when, of a child or not."""

    purpose: str
    uses: tuple[str, ...]
    kinds: tuple[str, ...] = ()
    until_at: datetime | None = None
    lang: str = "nl"
    is_minor: bool = False
    text: str = ""


@dataclass(frozen=True)
class Line:
    """One thing that must be said: our words for it, whether a text says it already, and the shapes of our own line in it."""

    now: str
    is_said: Callable[[str], bool]
    shapes: tuple[str, ...]


def lines_of(contact: Contact, question: Question) -> list[Line]:
    """What must be said, in the language of the question."""
    with translation.override(question.lang):
        lines = [_uses(contact, question), _purpose(question), _places(question)]
        lines.append(_until(question, contact.shop))
        if question.is_minor or contact.is_minor:
            guardian = _("For somebody under sixteen we ask it of a parent or guardian.")
            lines.append(Line(guardian, lambda text: _plain(guardian) in text, ()))
        return lines


def not_said(contact: Contact, question: Question, text: str) -> list[str]:
    """Our words for each thing that this text does not say, or says otherwise; empty when it says all."""
    plain = _plain(text)
    return [line.now for line in lines_of(contact, question) if not line.is_said(plain)]


def amended(contact: Contact, question: Question, text: str) -> str:
    """The same words, saying all that is asked: our own lines are brought up to date, what was left out comes beneath."""
    for line in lines_of(contact, question):
        if line.is_said(_plain(text)):
            continue
        found = next((hit for shape in line.shapes if (hit := re.search(shape, text))), None)
        before, after = (text[: found.start()], text[found.end() :]) if found else (f"{text.rstrip()}\n", "")
        text = before + line.now + after
    return text


def asks_besides(question: Question, text: str) -> list[str]:
    """The uses that this text names in our words for them, although they are not asked for."""
    plain = _plain(text)
    with translation.override(question.lang):
        words = {use: told for use, told in _words_of_uses().items() if use not in question.uses}
        return [told for told in words.values() if _plain(told) in plain]


def _uses(contact: Contact, question: Question) -> Line:
    words = _words_of_uses()
    uses = _joined([words[use] for use in question.uses])
    asking = _("Hello %(name)s, may %(shop)s %(uses)s?")
    now = asking % {"name": contact.name, "shop": contact.shop.name, "uses": uses}
    asked = [_plain(told) for use, told in words.items() if use in question.uses]
    others = [_plain(told) for use, told in words.items() if use not in question.uses]
    return Line(
        now,
        lambda text: all(told in text for told in asked) and not any(told in text for told in others),
        (_shape(asking),),
    )


def _purpose(question: Question) -> Line:
    purpose, telling = question.purpose.strip().rstrip("."), _("We would like it for this: %(purpose)s.")
    return Line(telling % {"purpose": purpose}, lambda text: _plain(purpose) in text, (_shape(telling),))


def _places(question: Question) -> Line:
    somewhere, everywhere = _("It would stand on %(places)s."), _("It may stand everywhere.")
    shapes = (_shape(somewhere), _shape(everywhere))
    if not question.kinds:
        word = _plain(_("everywhere"))
        return Line(everywhere, lambda text: word in text and not _has(shapes[0], text), shapes)
    names = [_network(kind, question.lang) for kind in question.kinds]
    now = somewhere % {"places": _joined(names)}
    return Line(now, lambda text: all(_plain(name) in text for name in names), shapes)


def _until(question: Question, shop: Shop) -> Line:
    ending, standing = (
        _("It would hold until and including %(day)s."),
        _("It would hold until you take it back."),
    )
    shapes = (_shape(ending), _shape(standing))
    if question.until_at is None:
        words = _plain(_("until you take it back"))
        return Line(standing, lambda text: words in text and not _has(shapes[0], text), shapes)
    day = date_format(question.until_at.astimezone(shop.clock), "j F Y")
    return Line(
        ending % {"day": day},
        lambda text: _plain(day) in text and not _has(shapes[1], text),
        shapes,
    )


def _words_of_uses() -> dict[str, str]:
    return {
        "name": _("call you by name"),
        "quote": _("quote your words"),
        "photo": _("show you in a picture"),
        "tag": _("tag your account"),
    }


def _network(kind: str, lang: str) -> str:
    found = NETWORKS.get(kind)
    return found.name.get(lang, found.name["en"]) if found else kind


def _joined(words: list[str]) -> str:
    if len(words) < 2:
        return "".join(words)
    return _("%(first)s and %(last)s") % {"first": ", ".join(words[:-1]), "last": words[-1]}


def _shape(line: str) -> str:
    """Finds this line in a text, whatever stands in its blanks and however its words are spaced."""
    return re.sub(r"%\\\(\w+\\\)s", "[^?]+?", re.escape(line)).replace(r"\ ", r"\s+")


def _has(shape: str, text: str) -> bool:
    return re.search(shape, text, re.IGNORECASE) is not None


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())
