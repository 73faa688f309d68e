"""A shop with several people answers without a name."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from toonbank.etiquette.finding import Mend, Severity
from toonbank.etiquette.late import late
from toonbank.etiquette.rule import Example, Hearing, Rule, Trouble

if TYPE_CHECKING:
    from toonbank.etiquette.background import Author


def _words(lines: str) -> list[str]:
    return lines.split()


TAIL = 120  # characters at the end in which a name may stand
CARET = late(r"\^\s?[^\W\d_]{1,12}")
DASH = late(r"(?:^|[\s.!?…)])[–—-]{1,2}\s?(?P<name>[A-ZÀ-Þ][\w’'-]+)(?:, [\w ]{2,30})?\W{0,9}\Z")
GREETING = late(
    r"\b(?:groet|groeten|groetjes|gr\.?|liefs|mvg|vriendelijke groet|hartelijke groet|warme groet|cheers|regards|best|love|kind regards|"
    r"best wishes|xx?|yours|thanks|dank|bedankt)\b[\s,.!–-]{0,8}(?:van |from )?(?P<name>(?-i:[A-ZÀ-Þ])[\w’'-]+)",
    re.IGNORECASE,
)
LAST = late(
    r"(?:[.!?…)\n]|[^\w\s,])\s*(?P<name>[A-ZÀ-Þ][\w’'-]+)(?: (?:x+|[A-ZÀ-Þ][\w’'-]+))?(?:, [\w ]{2,30})?\W{0,9}\Z"
)
SPEAKING = late(
    r"\b(?:(?P<name>[A-ZÀ-Þ][\w’'-]+) (?:hier|here)\b|"
    r"(?:je spreekt met|dit is|this is|ik ben|i am|mijn naam is|my name is) (?P<other>[A-ZÀ-Þ][\w’'-]+))"
)
NOBODY = frozenset(
    _words(
        """
        team het de klantenservice webcare service support customer winkel redactie afdeling wij we ons us the iedereen
        collega's dank bedankt thanks groet sorry excuses succes tot see morgen vandaag ja nee yes no helaas fijn prettig top
        super hallo hi goed good great
        """
    )
)
OFFICE = late(
    r"\b(?:klantenservice|klantendienst|afdeling|webcare|customer (?:service|care|support)|support (?:team|desk)|helpdesk|"
    r"(?:het|the|our|ons) team|team\s[A-Z]\w+)\b",
    re.IGNORECASE,
)
WE = late(r"\b(?:wij|we|ons|onze|we['’](?:re|ll|ve)|our|us)\b")
TOGETHER = late(r"\b(?:zullen we|shall we|spraken (?:we )?elkaar|we (?:just )?spoke|laten we|let['’]s)\b")
I = late(r"\b(?:ik|mijn|mij|me|i|i['’](?:m|ll|ve|d)|my)\b")  # noqa: E741 - the word itself


def goes_unsigned(hearing: Hearing) -> Iterator[Trouble]:
    """With several authors every answer needs a name; where that is not known, only one that speaks as "we" or a department."""
    facts, reading = hearing.look.facts, hearing.look.reading
    if not reading.tokens:
        return
    authors = facts.shop.authors if facts.shop else None
    if authors is not None and authors <= 1:
        return
    if (authors is None and not _is_nobody(reading.folded)) or _is_signed(hearing, reading.text):
        return
    sign = _sign(facts.author)
    mends = tuple(_signed(hearing, one) for one in (sign, _first_name(facts.author)) if one)
    fix = hearing.say(f"Zet {sign or '^initialen'} eronder.", f"Add {sign or '^initials'}.")
    message = hearing.say(
        "De klant weet niet met wie hij praat.", "The customer does not know who is speaking."
    )
    yield Trouble(message, fix=fix, mends=mends)


def _is_signed(hearing: Hearing, text: str) -> bool:
    author = hearing.look.facts.author
    if author is not None and _stands_in(author, text):
        return True
    if CARET.search(text):
        return True
    tail = text[-TAIL:]
    found = (pattern.search(tail) for pattern in (DASH, GREETING, LAST))
    if any(match and match["name"].lower() not in NOBODY | _shop_words(hearing) for match in found):
        return True
    speaks = SPEAKING.search(text)
    return speaks is not None and (speaks["name"] or speaks["other"]).lower() not in NOBODY


def _stands_in(author: "Author", text: str) -> bool:
    first = author.name.split(maxsplit=1)[0] if author.name.strip() else ""
    return bool(first and re.search(rf"\b{re.escape(first)}\b", text)) or bool(
        author.initials and re.search(rf"\b{re.escape(author.initials)}\W*\Z", text)
    )


def _shop_words(hearing: Hearing) -> frozenset[str]:
    shop = hearing.look.facts.shop
    return frozenset(shop.name.lower().split()) if shop and shop.name else frozenset()


def _is_nobody(folded: str) -> bool:
    """Whether a department or a "we" speaks, and no "I"."""
    if I.search(folded):
        return False
    return OFFICE.search(folded) is not None or (
        WE.search(folded) is not None and not TOGETHER.search(folded)
    )


def _sign(author: "Author | None") -> str:
    if author is None:
        return ""
    initials = author.initials or "".join(word[0] for word in author.name.split())
    return f"^{initials}" if initials else ""


def _first_name(author: "Author | None") -> str:
    return author.name.split(maxsplit=1)[0] if author is not None and author.name.strip() else ""


def _signed(hearing: Hearing, sign: str) -> Mend:
    end = len(hearing.look.reading.original.rstrip())
    return Mend(end, end, f" {sign}")


RULE = Rule(
    slug="unsigned-reply",
    title={"nl": "Antwoord zonder naam", "en": "Answer without a name"},
    why={
        "nl": "Mensen praten met mensen. Een naam eronder maakt dat iemand er ook voor staat.",
        "en": "People talk to people. With a name below it somebody stands for it.",
    },
    source=("S2.4.7",),
    base=None,
    severity=Severity.ADVISE,
    fix={"nl": "Zet ^initialen eronder.", "en": "Add ^initials."},
    wrong=(
        Example("Wij zoeken het uit.", kind="reply"),
        Example("Groet, het team.", kind="reply"),
        Example("De klantenservice meldt dat het onderweg is.", kind="reply"),
        Example("We are looking into it.", lang="en", kind="reply"),
        Example("Regards, the team.", lang="en", kind="reply"),
        Example("Customer service says it is on its way.", lang="en", kind="reply"),
    ),
    right=(
        Example("Ik zoek het uit. ^JD", kind="reply"),
        Example("Groet, Joke", kind="reply"),
        Example("Het is onderweg, ik zag net de scan. – Sam", kind="reply"),
        Example("I am looking into it. ^JD", lang="en", kind="reply"),
        Example("Regards, Joke", lang="en", kind="reply"),
        Example("It is on its way, just saw the scan. – Sam", lang="en", kind="reply"),
    ),
    check=goes_unsigned,
    applies_to=("reply",),
    misses={
        "nl": "Een antwoord waarin niemand spreekt: “De maat valt klein.” En een groet van niemand "
        "in het bijzonder: “Morgen ligt hij klaar, groetjes van de winkel!”",
        "en": "An answer in which nobody speaks: “It runs small.” And a greeting from nobody in "
        "particular: “It will be ready tomorrow, love from the shop!”",
    },
)
