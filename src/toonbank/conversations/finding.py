"""Messages by their words, within one shop, newest first: a bounded number at a time, however many there are."""

import re
import unicodedata
from collections.abc import Sequence

from django.db import connection
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from toonbank.conversations.indexing import BUCKET_BITS, SHOP_BITS
from toonbank.shops.models import Shop

MOST_WORDS = 8
LONGEST_WORD = 40
REACHES = (2, 32)
"""Stretches of ids to look in first on PostgreSQL, before all of them: whatever fills no answer there is rare enough."""
_WORD = re.compile(r"[^\W_]+")
_SHOP = (1 << SHOP_BITS) - 1
# A shorter beginning of a word would gather half of all messages before it could be narrowed down.
SHORTEST_BEGINNING = {"sqlite": 2, "postgresql": 4}


def folded(text: str) -> str:
    """Small letters without the marks above them, as the index keeps words; each character stays one character or vanishes."""
    apart = unicodedata.normalize("NFKD", text)
    return "".join(letter for letter in apart if not unicodedata.combining(letter)).lower()


def words_in(asked: str) -> tuple[str, ...]:
    """The words that somebody looks for, folded; whatever else was typed asks for nothing."""
    return tuple(word[:LONGEST_WORD] for word in _WORD.findall(folded(asked[:400])))[:MOST_WORDS]


def matching(shop: Shop, words: Sequence[str], *, below: int | None, most: int) -> list[int]:
    """Ids of at most `most` messages in which all these words stand, newest first, `below` an id.

    The last word may be the beginning of a word. No words find nothing.
    """
    if not words:
        return []
    last = below - 1 if below is not None else _SHOP
    return (
        _on_sqlite(shop, words, last, most)
        if connection.vendor == "sqlite"
        else _on_postgresql(shop, words, last, most)
    )


def _may_go_on(word: str) -> bool:
    return len(word) >= SHORTEST_BEGINNING[connection.vendor]


def _on_sqlite(shop: Shop, words: Sequence[str], last: int, most: int) -> list[int]:
    terms = [f'"{word}"' for word in words]
    if _may_go_on(words[-1]):
        terms[-1] += "*"
    with connection.cursor() as rows:
        rows.execute(
            "SELECT rowid FROM conversations_words WHERE conversations_words MATCH %s AND rowid BETWEEN %s AND %s "
            "ORDER BY rowid DESC LIMIT %s",
            [" AND ".join(terms), shop.pk << SHOP_BITS, shop.pk << SHOP_BITS | last, most],
        )
        return [row & _SHOP for (row,) in rows.fetchall()]


def _on_postgresql(shop: Shop, words: Sequence[str], last: int, most: int) -> list[int]:
    """Words that are common fill the answer from the newest stretches; words that do not are rare enough to ask for all."""
    terms = [f"'{word}'" for word in words]
    if _may_go_on(words[-1]):
        terms[-1] += ":*"
    with connection.cursor() as rows:
        rows.execute("SELECT max(id) FROM conversations_message")
        top = min(last, rows.fetchone()[0] or 0)
        bucket = top >> BUCKET_BITS
        # What reaches back to the first of all asks for all.
        further = [reach for reach in REACHES if reach <= bucket]
        for place in (*(_newest(shop, bucket, reach) for reach in further), f"'toonshop{shop.pk}'"):
            query = " & ".join([f"({place})", *terms])
            rows.execute(
                "SELECT id FROM conversations_message WHERE conversations_words(shop_id, id, text) @@ %s::tsquery "
                "AND deleted_at IS NULL AND text <> '' AND shop_id = %s AND id <= %s ORDER BY id DESC LIMIT %s",
                [query, shop.pk, top, most],
            )
            found = [row for (row,) in rows.fetchall()]
            if len(found) >= most:
                break
    return found


def _newest(shop: Shop, bucket: int, reach: int) -> str:
    """The newest stretches up to this one."""
    return " | ".join(
        f"'toonshop{shop.pk}b{number}'" for number in range(bucket, max(bucket - reach, -1), -1)
    )


def around(text: str, words: Sequence[str], most: int = 180) -> str:
    """The stretch of `text` in which the first of these words stands."""
    first = next((match.start() for match in _marks(text, words)), 0)
    if first < most - 60 or len(text) <= most:
        return text[:most] + ("…" if len(text) > most else "")
    begin = first - 60
    return "…" + text[begin : begin + most] + ("…" if begin + most < len(text) else "")


def marked(text: str, words: Sequence[str]) -> SafeString:
    """The text with the words that were looked for in <mark>; everything else is made harmless."""
    parts, end = [], 0
    for match in _marks(text, words):
        parts += [("", text[end : match.start()]), ("mark", match.group())]
        end = match.end()
    parts.append(("", text[end:]))
    return format_html_join(
        "", "{}", ((format_html("<mark>{}</mark>", part) if kind else part,) for kind, part in parts)
    )


def _marks(text: str, words: Sequence[str]) -> list[re.Match[str]]:
    asked = set(words)
    beginning = words[-1] if words and _may_go_on(words[-1]) else None
    return [match for match in _SAID.finditer(text) if _is_asked(folded(match.group()), asked, beginning)]


# A word as it was typed, with marks that stand apart from their letters.
_SAID = re.compile(r"(?:[^\W_][\u0300-\u036f]*)+")


def _is_asked(word: str, asked: set[str], beginning: str | None) -> bool:
    return word in asked or (beginning is not None and word.startswith(beginning))
