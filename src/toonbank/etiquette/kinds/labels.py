"""Labels that tell a reader that praise was paid for, given or of one's own people, and whether they stand in sight."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from toonbank.etiquette.late import late
from toonbank.language.wordlist import wordlist

# What counts differs by country; sources: domain rules, section 5.4.
TAGS_NL = wordlist(
    """
    ad adv advert advertentie reclame publiciteit spon sponsored gesponsord betaaldesamenwerking betaaldpartnerschap
    paidpartnership gifted affiliate werbung anzeige publicité partenariat
    """
)
TAGS_BE = wordlist(
    """
    reclame advertentie publiciteit betaaldesamenwerking betaaldpartnerschap publicité werbung anzeige
    """
)
TAGS_BE_GIFTS = frozenset({"gesponsord"})  # in Belgium enough only without a contract and without commission
WORDS = late(
    r"(?<!\w)(?:betaalde?|paid|commerciële|commercial)[ -](?:samenwerking|partnerschap|partnership|collaboration|"
    r"promotion)(?!\w)|"
    r"(?<!\w)(?:gesponsord|sponsored|gifted|uitgenodigd|invited|sponsorisé) (?:door|by|par)(?!\w)|"
    r"(?<!\w)(?:advertentie|advertisement|reclame|advertising|"
    r"ad|adv|publiciteit)\s?[:–—|-]|^\W*(?:advertentie|advertisement|reclame|advertising|publiciteit)(?!\w)|"
    r"(?<!\w)(?:dit is|this is) (?:een |an? )?(?:reclame|advertentie|advertising|ad|advertisement)(?!\w)|"
    r"(?<!\w)(?:gekregen van|kregen we van)(?!\w)|"
    r"(?<!\w)(?:kreeg|kregen|krijgt|gekregen|ontving|ontvangen|got|received|receives) (?:[\w'’]+ ){0,5}(?:van|"
    r"from) (?:ons|us|@\w+|de|the|onze|our|\w+)|"
    r"(?<!\w)(?:kreeg|kregen|krijgt) (?:van ons|ze|hem|het|deze|haar|gratis|\w+ gratis|\w+ cadeau)(?!\w)|"
    r"(?<!\w)(?:we|wij) (?:gave|gaven|betaalden|betalen|paid|pay|stuurden|sent|schonken|gifted)(?!\w)|"
    r"(?<!\w)(?:gratis (?:ontvangen|gekregen)|received for free|got (?:it|this|them) for free|in bruikleen|on loan|"
    r"pr[- ]sample|cadeau gekregen|met korting gekregen)(?!\w)|"
    r"(?<!\w)(?:affiliate[- ]?links?|commissie|commission|partnerlinks?|promo[- ]?partner|zakelijke relatie|"
    r"business relation)(?!\w)"
)
OWN_PEOPLE = late(
    r"(?<!\w)(?:familie(?:lid)?|family|relative|medewerk(?:er|ster|ers)|collega\w*|colleagues?|employees?|staff|"
    r"(?:our|ons) (?:own )?team|werkt (?:hier|bij ons)|"
    r"werkt voor ons|works (?:here|with us|for us)|(?:een van ons|one of us)|eigenaar|eigenares|owners?|personeel|"
    r"in dienst)(?!\w)"
)
TAG = re.compile(r"#(\w+)")
FIRST_LINES = 125  # characters that the networks show before "more"


class Label(NamedTuple):
    """A label in a text and where it stands."""

    start: int
    end: int
    is_in_sight: bool


def labels(text: str, *, country: str | None, is_gift_only: bool) -> Iterator[Label]:
    """The labels of a text in small letters, by words and by hashtags that count in this country."""
    for match in WORDS.finditer(text):
        yield Label(*match.span(), match.start() < FIRST_LINES)
    accepted = TAGS_NL
    if (country or "").upper() == "BE":
        accepted = TAGS_BE | TAGS_BE_GIFTS if is_gift_only else TAGS_BE
    for row in _rows(text):
        for place, tag in enumerate(row):
            if tag[1] in accepted:
                in_sight = place in (0, len(row) - 1) if len(row) > 1 else tag.start() < FIRST_LINES
                yield Label(*tag.span(), in_sight)


def tells_of_own_people(text: str) -> Label | None:
    """Where a text in small letters says that somebody is family or works here."""
    match = OWN_PEOPLE.search(text)
    return Label(*match.span(), match.start() < FIRST_LINES) if match else None


def _rows(text: str) -> Iterator[list["re.Match[str]"]]:
    """The hashtags in rows: those with only white space between them."""
    row: list[re.Match[str]] = []
    for tag in TAG.finditer(text):
        if row and text[row[-1].end() : tag.start()].strip(" \t\r\n,·|"):
            yield row
            row = []
        row.append(tag)
    if row:
        yield row
