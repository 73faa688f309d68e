"""Links, @mentions and #tags in a text, with their places in code points."""

from dataclasses import dataclass

import regex

LINK = regex.compile(r"(?<![\p{L}\p{N}@/.])(?:https?://|www\.)[^\s<>\"“”«»]+", regex.IGNORECASE)
HOST = regex.compile(r"(?:https?://)?(?:[\p{L}\p{N}-]+\.)+\p{L}{2,}(?=[:/?#]|$)", regex.IGNORECASE)
MENTION = regex.compile(
    r"(?<![\p{L}\p{N}_/@.])@"
    r"(?P<name>[a-z0-9_](?:[a-z0-9_.-]*[a-z0-9_])?)"
    r"(?:@(?P<server>(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?\.)+\p{L}{2,}))?(?!@)",
    regex.IGNORECASE,
)
# A tag needs one letter: "#1" is a rank. Joiners keep Persian and Hindi words whole.
TAG = regex.compile(
    r"(?<![\p{L}\p{N}_&/])[#＃](?P<tag>[\p{L}\p{M}\p{N}_\u200c\u200d·]*\p{L}[\p{L}\p{M}\p{N}_\u200c\u200d·]*)"
)
CLOSING = {")": "(", "]": "[", "}": "{"}
NEVER_LAST = ".,;:!?'’…*_~"


@dataclass(frozen=True)
class Found:
    """A piece of a text: `text[start:end]`, and what it points to (address, name or tag without its sign)."""

    start: int
    end: int
    target: str


def find_links(text: str) -> list[Found]:
    """Web addresses. A full stop or a bracket after one is not part of it; "www." gets https:// in front."""
    links = []
    for match in LINK.finditer(text):
        address = _without_tail(match.group())
        if HOST.match(address):
            whole = address if "://" in address else f"https://{address}"
            links.append(Found(match.start(), match.start() + len(address), whole))
    return links


def find_mentions(text: str) -> list[Found]:
    """@name, @name.with.dots and @name@server; not the "@" of mail addresses or inside links."""
    links = find_links(text)
    return [
        Found(match.start(), match.end(), match.group()[1:])
        for match in MENTION.finditer(text)
        if not _is_inside(match.start(), links)
    ]


def find_tags(text: str) -> list[Found]:
    """#tags in any script, not those inside links."""
    links = find_links(text)
    return [
        Found(match.start(), match.end(), match.group("tag"))
        for match in TAG.finditer(text)
        if not _is_inside(match.start(), links)
    ]


def _without_tail(address: str) -> str:
    while address:
        last = address[-1]
        opens = CLOSING.get(last)
        if last not in NEVER_LAST and (opens is None or address.count(opens) >= address.count(last)):
            break
        address = address[:-1]
    return address


def _is_inside(place: int, links: list[Found]) -> bool:
    return any(link.start <= place < link.end for link in links)
