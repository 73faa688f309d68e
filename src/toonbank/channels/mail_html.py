"""The words of HTML mail, as a person would read them. Nothing is drawn, fetched or run.

Read by hand, in one pass: mail is made by everybody, also by who wants to keep us busy, and Python's own reader needs
quadratic time for comments and quotes that never end.
"""

import re
from collections.abc import Iterator
from html import unescape
from typing import NamedTuple

MOST = 400_000
LONGEST_TAG = 2_000
PATIENCE = 50
"""So many tags may be odd before they are read the short way."""

BREAKS = frozenset(
    {"br", "p", "div", "li", "tr", "h1", "h2", "h3", "h4", "table", "ul", "ol", "hr", "section", "article"}
)
RAW = frozenset({"script", "style", "title", "textarea", "xmp", "noscript"})
UNSEEN = frozenset({"head", "template", "svg", "object", "select"})
NO_END = frozenset(
    {"br", "hr", "img", "meta", "link", "input", "area", "base", "col", "embed", "source", "wbr"}
)
QUOTES = re.compile(
    r"gmail_quote|yahoo_quoted|moz-cite-prefix|protonmail_quote|OLK_SRC_BODY_SECTION", re.IGNORECASE
)
# Outlook puts nothing around the history: it marks where it begins.
HISTORY = re.compile(
    r"divRplyFwdMsg|appendonsend|mail-editor-reference-message-container|ms-outlook-mobile-reference-message",
    re.IGNORECASE,
)
HIDDEN = re.compile(
    r"display\s{0,9}:\s{0,9}none|visibility\s{0,9}:\s{0,9}hidden|font-size\s{0,9}:\s{0,9}0(?![.\d]*[1-9])|mso-hide\s{0,9}:\s{0,9}all",
    re.IGNORECASE,
)
TAG = re.compile(r"<(/?)([a-z][a-z0-9:-]{0,30})((?:\"[^\"]*\"|'[^']*'|[^>\"'])*)>", re.IGNORECASE)
ATTRIBUTE = re.compile(r"([a-z-]{1,30})\s{0,9}=\s{0,9}(\"[^\"]*\"|'[^']*'|[^\s\"'>]+)", re.IGNORECASE)


class Token(NamedTuple):
    """A piece of HTML: words, or a tag that opens or closes."""

    words: str = ""
    opens: str = ""
    closes: str = ""
    said: str = ""  # within the tag


def words_of(html: str, *, with_quotes: bool) -> str:
    """The words, with line ends where a browser has them; what hides or was quoted is left out."""
    found: list[str] = []
    inside: list[tuple[str, bool]] = []
    unseen = 0
    for token in _tokens(html[:MOST]):
        if not with_quotes and HISTORY.search(token.said) and HISTORY.search(_named(token)):
            break
        if token.words and not unseen:
            found.append(re.sub(r"\s+", " ", unescape(token.words)))
        if (token.opens or token.closes) in BREAKS and not unseen:
            found.append("\n")
        if token.opens == "body":
            inside, unseen = [], 0  # a head that was never closed ends here, as in a browser
        if token.opens and token.opens not in NO_END and len(inside) < MOST:
            hides = _hides(token, with_quotes=with_quotes)
            inside.append((token.opens, hides))
            unseen += hides
        if token.closes and any(name == token.closes for name, _hides in inside[-100:]):
            while inside:
                name, hides = inside.pop()
                unseen -= hides
                if name == token.closes:
                    break
    return "".join(found)


def _hides(token: Token, *, with_quotes: bool) -> bool:
    if token.opens in UNSEEN:
        return True
    if not with_quotes and (token.opens == "blockquote" or QUOTES.search(_named(token))):
        return True
    return bool(HIDDEN.search(_attributes(token).get("style", "")))


def _named(token: Token) -> str:
    """How the box is called."""
    said = _attributes(token)
    return f"{said.get('class', '')} {said.get('id', '')}"


def _attributes(token: Token) -> dict[str, str]:
    return {name.lower(): value.strip("\"'") for name, value in ATTRIBUTE.findall(token.said[:LONGEST_TAG])}


def _tokens(html: str) -> Iterator[Token]:
    """The pieces, in their order; each step goes forward, and what is not there is looked for once."""
    lower, place, patience = html.lower(), 0, PATIENCE
    while (start := html.find("<", place)) >= 0:
        if start > place:
            yield Token(words=html[place:start])
        if html.startswith("<!--", start):
            end = html.find("-->", start + 4)
            if end < 0:
                return
            place = end + 3
            continue
        following = html[start + 1 : start + 2]
        if not (following.isalpha() or following in ("/", "!", "?")):
            yield Token(words="<")
            place = start + 1
            continue
        found = TAG.match(html[start : start + LONGEST_TAG]) if patience else None
        patience -= found is None and patience > 0
        end = start + found.end() if found else html.find(">", start) + 1
        if not end:
            return
        token = _tag(html[start + 1 : end - 1])
        yield token
        place = end
        if token.opens in RAW:
            place = lower.find(f"</{token.opens}", end)
            if place < 0:
                return
    if place < len(html):
        yield Token(words=html[place:])


def _tag(inner: str) -> Token:
    name = re.match(r"/?\s?([a-z][a-z0-9:-]{0,30})", inner, re.IGNORECASE)
    if name is None:
        return Token()
    if inner.startswith("/"):
        return Token(closes=name[1].lower())
    return Token(opens=name[1].lower(), said=inner[name.end() :])
