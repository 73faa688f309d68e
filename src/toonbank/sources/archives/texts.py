"""The words of a post out of what an export wraps them in: HTML, doubly encoded letters, shortened links."""

import re
from collections.abc import Iterable
from html import unescape

LONGEST = 100_000  # characters; no network takes more, and what is longer is cut

_BREAK = re.compile(r"<br[^<>]*>", re.IGNORECASE)
_PARAGRAPH = re.compile(r"</p>\s{0,9}<p[^<>]*>", re.IGNORECASE)
_TAG = re.compile(r"<[^<>]*>")
_HIGH = re.compile("[\u0080-\u00ff]+")
_WHOM = re.compile(r"(?:@[\w.]{1,60}(?:@[\w.-]{1,100})?\s+){1,50}(?=\S)")
_SPACES = re.compile(r"[ \t]+(?=\n|$)")


def from_html(content: str) -> str:
    """The text of a toot: paragraphs and line breaks stay, tags go, entities become letters."""
    text = _BREAK.sub("\n", _PARAGRAPH.sub("\n\n", content[: 4 * LONGEST]))
    return unescape(_TAG.sub("", text)).strip()[:LONGEST]


def mended(text: str) -> str:
    """Text of Facebook and Instagram, whose exports write each byte of UTF-8 as a letter of its own ("Ã©" for "é").

    Runs that are no such bytes stay as they are, so a right export comes out unharmed.
    """
    return _HIGH.sub(_as_bytes, text) if not text.isascii() else text


def _as_bytes(run: re.Match[str]) -> str:
    try:
        return run[0].encode("latin-1").decode("utf-8")
    except UnicodeDecodeError:
        return run[0]


def without_short_links(text: str, links: Iterable[tuple[str, str]]) -> str:
    """The text with each short link as the address that it stands for; an empty address takes the link away."""
    for short, whole in links:
        if short:
            text = text.replace(short, whole)
    return _SPACES.sub("", text).strip()


def without_whom(text: str) -> tuple[str, str]:
    """The first of the handles that a network puts before a reply, and the reply without them."""
    found = _WHOM.match(text)
    return (found[0].split()[0].lower(), text[found.end() :]) if found else ("", text)


def text_of(value: object) -> str:
    """A text as it is, "" for anything else; lone halves of characters become a mark, so that it can be stored."""
    if not isinstance(value, str):
        return ""
    value = value[:LONGEST]
    try:
        value.encode()
    except UnicodeEncodeError:
        return value.encode("utf-8", "replace").decode()
    return value
