"""What a post is about, as far as telling words go: the subjects of small shops, and subjects that are nobody's trade.

Meant to tell a recipe in a bicycle shop from a post about bicycles, not to sort a library. The words stand in `subjects`.
"""

from collections.abc import Iterable
from functools import lru_cache
from re import escape

from toonbank.etiquette.late import late
from toonbank.etiquette.subjects import FAR, TRADES
from toonbank.language.names import name_key
from toonbank.language.reading import fold

NEAR = {
    "recipe": frozenset({"food", "drinks"}),
    "travel": frozenset({"walking"}),
}
TRADE_HITS = 2


def _alternatives(lines: str) -> str:
    return "|".join(map(_alternative, lines.split()))


def _alternative(word: str) -> str:
    body = r"\W{1,3}".join(map(escape, word.strip("-").split("~")))
    before = r"[^\W\d_]{0,30}" if word.startswith("-") else ""
    after = r"[^\W\d_]{0,30}" if word.endswith("-") else "(?:e?n|s)?"
    return before + body + after


_PATTERNS = {
    name: late(rf"(?<![^\W_])(?:{_alternatives(lines)})(?![^\W_])")
    for name, lines in (*((f"far {name}", lines) for name, lines in FAR.items()), *TRADES.items())
}
# What every shop tells, whatever it promised: that is news, and never off the subject.
SHOP_NEWS = late(
    r"(?<!\w)(?:open\w*|dicht|gesloten|sluit\w*|closed|closing|opening|openingstijd\w*|bezorg\w*|verzend\w*|verzonden|pakket\w*|bestell\w*|"
    r"deliver\w*|shipping|parcels?|orders?|bedankt|dank\w*|thanks?|vacature\w*|collega\w*|stagiair\w*|vacanc\w*|job|colleague\w*|trainee\w*|"
    r"verhui\w*|verbouw\w*|moving|moved|renovat\w*|betaal\w*|pinnen|payment\w*|korting\w*|uitverkoop|retour\w*|ruilen|returns?|"
    r"winkel\w*|etalage|toonbank|kassa|shop|store|counter|till|window|klant\w*|customers?)(?!\w)"
)
OPINION = late(
    r"(?<!\w)(?:(?:onze|mijn) (?:\w+ )?(?:mening|kijk|visie) (?:is|op|over)|"
    r"(?:our|my) (?:\w+ )?(?:view|opinion|take|thoughts) (?:on|about|of))(?!\w)"
)


def topics_of(text: str) -> frozenset[str]:
    """The subjects that have a telling word in the text; those that are nobody's trade begin with "far "."""
    return _topics_of(fold(text))


@lru_cache(maxsize=256)
def _topics_of(folded: str) -> frozenset[str]:
    return frozenset(name for name, pattern in _PATTERNS.items() if pattern.search(folded))


def strays_from(text: str, promise: Iterable[str], known: Iterable[str] = ()) -> str | None:
    """The subject of a post that has nothing to do with what a shop promised to speak of; None when it may have.

    `known` are names that make a post the shop's own business as well, such as those of its products. A post on which
    no telling word is found, and what every shop tells (hours, parcels, thanks), never strays. Pure: also for archives.
    """
    folded, promised = fold(text), tuple(one for one in promise if one.strip())
    if not promised or SHOP_NEWS.search(folded) or _speaks_of(folded, (*promised, *known)):
        return None
    ours = _topics_of(fold(" , ".join(promised)))
    theirs = _topics_of(folded)
    if theirs & ours:
        return None
    for name in sorted(theirs):
        subject = name.removeprefix("far ")
        is_near = subject in ours or f"far {subject}" in ours or not ours.isdisjoint(NEAR.get(subject, ()))
        if not is_near and (name.startswith("far ") or _is_another_trade(folded, name, ours)):
            return subject
    return "opinion" if OPINION.search(folded) else None


def _is_another_trade(folded: str, name: str, ours: frozenset[str]) -> bool:
    """Two words of a trade that is not ours; when ours is unknown to us, we do not judge."""
    if not ours:
        return False
    return len({match[0] for match in _PATTERNS[name].finditer(folded)}) >= TRADE_HITS


def _speaks_of(folded: str, names: Iterable[str]) -> bool:
    return any(stem in folded or stem in _keys_in(folded) for name in names for stem in _stems(name))


@lru_cache(maxsize=64)
def _keys_in(folded: str) -> frozenset[str]:
    return frozenset(name_key(folded).split())


@lru_cache(maxsize=4096)
def _stems(name: str) -> tuple[str, ...]:
    return tuple(stem for stem in name_key(name).split() if len(stem) > 3)
