"""The shop tags, shares or praises an account that it had better think about first."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from re import Match
from typing import TYPE_CHECKING

from toonbank.etiquette.finding import Mend, Severity
from toonbank.etiquette.late import late
from toonbank.etiquette.rule import Example, Hearing, Rule, Trouble, about
from toonbank.etiquette.topics import strays_from
from toonbank.language.likeness import plain_words
from toonbank.language.wordlist import wordlist

if TYPE_CHECKING:
    from toonbank.etiquette.background import Shop

HANDLE = late(r"(?<![\w@.])@(\w[\w.-]*\w|\w)(?:@[\w.-]+\w)?")
PARTS = late(r"[a-zà-ÿ]+|\d+")
# Whole parts of a handle (vvd_zutphen) and beginnings of one (partijvoordedieren).
POLITICAL = wordlist(
    """vvd pvda cda pvv fvd sp volt bbb nsc sgp cu denk ja21 bij1 pvdd d66 groenlinks gl groen vb nva openvld vooruit
    labour tory tories libdem libdems snp greens dup gop dnc rnc maga democrats republicans reformuk ukip"""
)
POLITICAL_STARTS = (
    "partij", "party", "politiek", "politic", "groenlinks", "wethouder", "burgemeester", "raadslid", "kamerlid", "minister", "senator",
    "lijsttrekker", "gemeentebelangen", "conservative", "socialist", "liberaal", "democra", "republican", "campagne", "campaign",
    "forumvoordemocratie", "christenunie", "activist", "protest", "verkiezing", "election", "vote4", "votefor", "stemop",
)  # fmt: skip
GOSSIP_PARTS = (
    "roddel",
    "gossip",
    "juice",
    "shownieuws",
    "showbizz",
    "privestory",
    "paparazzi",
    "scandal",
    "schandaal",
    "tabloid",
    "rumour",
    "rumor",
)
WHY = {
    "listed": (
        "staat op de lijst van wie jullie nu liever niet noemen",
        "is on your list of accounts to hold back on",
    ),
    "politics": ("lijkt politiek", "seems political"),
    "gossip": ("lijkt een roddelaccount", "seems a gossip account"),
    "strange": (
        "staat los van waar deze winkel zich mee bezighoudt",
        "has nothing to do with what this shop cares about",
    ),
}
WORDS = {
    "dispute": ("Hier speelt een geschil.", "There is a dispute about this."),
    "gossip": ("Dit gaat over een roddelkanaal.", "This is about a gossip channel."),
    "politics": ("Dit is politiek gezelschap.", "This is political company."),
}


def keeps_risky_company(hearing: Hearing) -> Iterator[Trouble]:
    """A handle on the list warns; a political, gossiping or strange one is a hint. Each account once."""
    facts, text = hearing.look.facts, hearing.look.reading.text
    shop = facts.shop
    if "@" not in text and not facts.quoted_author and not (shop and shop.hold_back):
        yield from _by_words(hearing)
        return
    found = False
    if shop and shop.hold_back:
        for trouble in _listed(hearing, shop):
            found = True
            yield trouble
    if not found:
        for trouble in _by_handle(hearing, shop):
            found = True
            yield trouble
    if not found:
        yield from _by_words(hearing)


def _by_words(hearing: Hearing) -> Iterator[Trouble]:
    for one in hearing.of("association"):
        yield about(one, hearing.say(*WORDS[one.sense]))


def _listed(hearing: Hearing, shop: Shop) -> Iterator[Trouble]:
    """Those of the hold-back list that the text tags or names, or whose words are passed on."""
    text, author = hearing.look.reading.text, hearing.look.facts.quoted_author or ""
    for held in shop.hold_back:
        key = _key(held)
        if not key:
            continue
        tag = next((one for one in HANDLE.finditer(text) if _key(one[0]) == key), None)
        if tag is not None:
            yield _trouble(hearing, tag[0], "listed", tag)
        elif _key(author) == key:
            yield _trouble(hearing, author, "listed", None)
        elif f" {' '.join(plain_words(held))} " in f" {' '.join(plain_words(text))} ":
            yield _trouble(hearing, held, "listed", None)


def _key(handle: str) -> str:
    """A handle or a name without its @, its server and its capitals."""
    return "".join(
        plain_words(handle.strip().removeprefix("@").partition("@")[0].replace("_", " ").replace(".", " "))
    )


def _by_handle(hearing: Hearing, shop: Shop | None) -> Iterator[Trouble]:
    text, author = hearing.look.reading.text, hearing.look.facts.quoted_author
    known = _known(hearing, shop)
    seen = set(known)
    if author and _key(author) not in seen:
        seen.add(_key(author))
        why = _why(hearing, author, shop)
        if why:
            yield _trouble(hearing, author, why, None)
    for tag in HANDLE.finditer(text):
        if _key(tag[0]) in seen:
            continue
        seen.add(_key(tag[0]))
        why = _why(hearing, tag[0], shop)
        if why:
            yield _trouble(hearing, tag[0], why, tag)


def _known(hearing: Hearing, shop: Shop | None) -> set[str]:
    """Ourselves, and the people whom we know: customers, staff, makers."""
    known = {_key(person.handle) for person in hearing.look.facts.people or () if person.handle}
    if shop:
        known |= {_key(one) for one in (*shop.aliases, shop.name or "") if one}
    return known


def _why(hearing: Hearing, handle: str, shop: Shop | None) -> str | None:
    small = handle.lower().removeprefix("@").partition("@")[0]
    parts = PARTS.findall(small)
    if not POLITICAL.isdisjoint([*parts, *map("".join, pairwise(parts))]):
        return "politics"
    if any(part.startswith(POLITICAL_STARTS) for part in parts):
        return "politics"
    if any(word in small for word in GOSSIP_PARTS):
        return "gossip"
    return "strange" if shop and shop.interests and _is_strange(hearing, small, shop) else None


def _is_strange(hearing: Hearing, handle: str, shop: Shop) -> bool:
    """Whether the handle, or what is said or quoted, is about a subject, and none that the shop cares about."""
    facts = hearing.look.facts
    words = f"{' '.join(PARTS.findall(handle))} {hearing.look.reading.folded} {facts.quoted or ''}".lower()
    return strays_from(words, (*shop.interests, *shop.promise)) is not None


def _trouble(hearing: Hearing, handle: str, why: str, tag: Match[str] | None) -> Trouble:
    nl, en = WHY[why]
    message = hearing.say(f"{handle} {nl}.", f"{handle} {en}.")
    severity = Severity.WARN if why == "listed" else None
    if tag is None:
        return Trouble(message, severity=severity)
    first, last = hearing.look.reading.original_span(*tag.span())
    bare = tag[0].lstrip("@").partition("@")[0]
    mends = () if why == "listed" else (Mend(first, last, bare),)
    return Trouble(message, *tag.span(), mends=mends, severity=severity)


_SUPPLIER = {"shop": {"hold_back": ["@leverancier_y", "@supplier_y"]}}

RULE = Rule(
    slug="association-risk",
    title={"nl": "Gezelschap om over na te denken", "en": "Company to think about"},
    why={
        "nl": "Wie je noemt, hoort in de ogen van klanten bij je. Kies dat gezelschap zelf.",
        "en": "Whom you name belongs to you in the eyes of customers. Choose that company yourself.",
    },
    source=("S2.4.4", "S2.4.5", "S2.4.6", "S1.4.3"),
    base=None,
    severity=Severity.ADVISE,
    fix={
        "nl": "Laat de tag weg of vraag een collega mee te kijken.",
        "en": "Leave the tag out or ask a colleague.",
    },
    wrong=(
        Example("Leuke actie van @partij_x!"),
        Example("Tag van een leverancier met wie een geschil loopt.", _SUPPLIER),
        Example("Repost van een roddelaccount.", kind="repost"),
        Example("Nice action by @party_x!", lang="en"),
        Example("Tag of a supplier in dispute.", _SUPPLIER, "en"),
        Example("Repost of a gossip account.", lang="en", kind="repost"),
    ),
    right=(
        Example("Samen met @buurtmoestuin op zaterdag."),
        Example("Dank aan de maker van het rek.", _SUPPLIER),
        Example("Repost van de wijkbieb met eigen zin.", kind="repost"),
        Example("With @communitygarden on Saturday.", lang="en"),
        Example("Thanks to the maker of the rack.", _SUPPLIER, "en"),
        Example("Repost of the library with own line.", lang="en", kind="repost"),
    ),
    check=keeps_risky_company,
    hears=frozenset({"association"}),
    needs=("shop", "quoted_author"),
    sees=("@",),
    applies_to=("post", "repost"),
    misses={
        "nl": "Een account met een naam die niets verraadt: “Mooi gesprek gehad met "
        "@jan_uit_zutphen over de markt.” Wat een account plaatst, leest de regel niet; zet "
        "wie je liever niet noemt op je lijst.",
        "en": "An account whose name gives nothing away: “Good talk with @jan_from_zutphen about "
        "the market.” What an account posts is not read; put whom you had rather not name on "
        "your list.",
    },
)
