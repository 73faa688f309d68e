"""Are these the same words? Servers give a text back in their own dress."""

import html
import unicodedata

import regex

from .links import find_mentions


def without_markup(content: str) -> str:
    """The words of an HTML fragment. Servers wrap links and names in markup, but hide nothing outside it."""
    return html.unescape(regex.sub(r"<[^<>]*>", "", regex.sub(r"<br[^<>]*>|</p>", "\n", content))).strip()


def same_words(ours: str, theirs: str) -> bool:
    """Whether both say the same, whatever the server did to spaces, quotes, markup and the writing of names."""
    return _bare(ours) == _bare(theirs)


def _bare(text: str) -> str:
    for mention in reversed(find_mentions(text)):
        text = text[: mention.start] + mention.target.partition("@")[0] + text[mention.end :]
    bare = regex.sub(r"[^\p{L}\p{M}\p{N}\p{So}]+", "", unicodedata.normalize("NFC", text).casefold())
    return bare or text.strip()
