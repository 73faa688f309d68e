"""Where a name begins and ends: "Mirjam Bos" of "Mirjam Bos kocht", "Jan de Vries uit Laren" of "Gefeliciteerd Jan de Vries uit Laren"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from toonbank.etiquette.kinds.base import Cue
from toonbank.etiquette.late import late
from toonbank.etiquette.recorded import whom
from toonbank.language.goods import is_goods
from toonbank.language.reading import Reading, Sentence
from toonbank.language.wordlist import wordlist

if TYPE_CHECKING:
    from toonbank.etiquette.background import Person


PARTICLE = r"(?:van|de|den|der|ter|ten|von|la|le|du|da|di|del|el|al|het|['’]t|in ['’]t)"
CAPITAL = r"[A-ZÀ-Þ][\w’'-]*\.?(?<!\w\w\.)"
RUN = late(rf"(?:{PARTICLE} ){{0,3}}{CAPITAL}(?: (?:{PARTICLE} ){{0,3}}{CAPITAL}){{0,4}}")
BEFORE = late(rf"(?<![\w’'-])(?:(?:{CAPITAL}|{PARTICLE}) ){{1,6}}\Z")
CUSTOMER = late(
    r"(?:\w+ ){1,3}(?:klant\w*|bezoeker|stamgast|stagiair\w*|winnaar|winnares|buur\w+|customer|client|regular|visitor|intern|winner|"
    r"neighbou?r|fan)\b",
    re.IGNORECASE,
)
LEAD = late(
    r"(?:gefeliciteerd|proficiat|hoera voor|congrats|congratulations|well done|happy birthday|met dank aan|dank aan|dankzij|thanks to|"
    r"thank you|dank je wel|bedankt|de winnaar|de winnares|the winner|bij|at|bruidspaar|newlyweds|fan van het eerste uur|fan from day one)"
    r"[,:]?\s+(?:to\s+|(?:is|van|was|wordt)\s+)?"
)
TITLED = late(
    r"(?:mevrouw|meneer|mevr|mw|dhr|de heer|mrs?|ms|miss|frau|herr|madame|monsieur|familie|fam|kleine|little)\.?\s+",
    re.IGNORECASE,
)
THE_FAMILY = late(r"the\s+(?=.* family\Z)", re.IGNORECASE)
WHENCE = late(r"\s+(?:uit|van|from|of|op|at)\s+(?:de|het|the|'t)?\s*[A-ZÀ-Þ][\w’'-]+(?:\s[A-ZÀ-Þ][\w’'-]+)?")
POSSESSIVE = late(r"['’]s?\Z")
OPENERS = wordlist(
    """
    omdat als want maar en dus toen gisteren vorige ook nadat terwijl sinds zodra dat hoe waarom wat waar zo daar hier eerst straks
    vorig laatst onlangs vanmorgen vanmiddag vanavond of zelfs alleen
    because when after as so and but yesterday also last since while if how why what where then before once today only even
    maandag dinsdag woensdag donderdag vrijdag zaterdag zondag monday tuesday wednesday thursday friday saturday sunday
    met bij voor aan op uit tot over onder om door volgens namens samen our my her his their for with to by from about dear lieve
    beste congrats gefeliciteerd proficiat thanks dank bedankt well happy is was heeft had kan mag moet zou ons jullie geen
    """
)
NOT_A_NAME = late(
    r"(?:De|Het|Een|The|A|An|Wij|We|Ik|I|Zij|Ze|Men|She|He|Hij|One|Eentje|Eerst|Daarna|Ook|Maar|Dus|This|"
    r"Deze|Dit|Alle|All|Our|Onze|Maandag|Dinsdag|Woensdag|Donderdag|Vrijdag|"
    r"Zaterdag|Zondag|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Kerst|Christmas|Pasen|Easter|Vandaag|Today|Morgen|"
    r"Tomorrow|Gebreid|Gemaakt|Made|Knitted|Wol|Wool|Leer|Nieuw|New|Vers|Fresh|Hallo|Hi|Hello|Iemand|Somebody|Someone|Iedereen|Everyone|"
    r"Niemand|Nobody|Who|Wie|They|You|Je|U|Jullie|Klant\w*|Customer\w*|Mensen|People|Net|Just|Nu|Now|Toen|Then|Er|There|It|Dat|That)\b"
)
TRADE = (
    r"(?:boer|boerin|bakker|slager|imker|kweker|molenaar|brouwer|teler|tuinder|visser|pottenbakker|wever|weefster|smid|leverancier|maker|"
    r"maakster|ontwerper|ontwerpster|kunstenaar|kunstenares|illustrator|uitgever|drukker|farmer|baker|butcher|beekeeper|grower|miller|brewer|"
    r"potter|weaver|smith|supplier|designer|artist|publisher|printer)"
)


class Called(NamedTuple):
    """Whom a text names: the place of all that stands for this person, and the name in it."""

    start: int
    end: int
    name: str


def called(sentence: Sentence, cue: Cue) -> Called:
    """The whole name at a cue: no verb and no "dank aan", but with the surname and the town that stand beside it."""
    text, folded = sentence.reading.text, sentence.reading.folded
    lead = LEAD.match(folded, cue.start, cue.end)
    start = lead.end() if lead else cue.start
    at = _name_in(text, start, cue.end)
    if at == start and not lead:
        start = at = _back(sentence, start)
    run = RUN.match(text, at, sentence.end) if at < cue.end else None
    if run is None or run[0].isupper():  # capitals all over say nothing
        return Called(start, cue.end, text[at : cue.end])
    end = run.end() - len(run[0]) + len(POSSESSIVE.sub("", run[0]).rstrip("."))
    if folded.startswith(" family", end) and folded.startswith("the ", start):
        return Called(start, end + len(" family"), text[start:end] + " family")
    title = TITLED.match(text, start) if at > start else None
    return Called(start, _with_whence(sentence, end), text[title.start() if title else at : end])


def on_file(sentence: Sentence, cue: Cue) -> Called:
    """The name of somebody on record, just as long as it was found."""
    return Called(cue.start, _with_whence(sentence, cue.end), sentence.reading.text[cue.start : cue.end])


def named_in(reading: Reading, people: Sequence[Person]) -> tuple[Person, ...]:
    """The people whom the capitals of a text may name; "Onze Henk" is Henk, and Jan de Vries is not Jan Bakker."""
    found: list[Person] = []
    for run in RUN.finditer(reading.text):
        words = run[0].rstrip(".").split(" ")
        while len(words) > 1 and (_is_opener(words[0]) or is_goods(words[0].lower())):
            words = words[1:]
        found += whom(people, " ".join(words))
    return tuple(one for one in people if one in found)


def _with_whence(sentence: Sentence, end: int) -> int:
    """The end of a name, with the street or town that it is said to be from: that is one person, not two."""
    whence = WHENCE.match(sentence.reading.text, end, sentence.end)
    return whence.end() if whence else end


def _name_in(text: str, start: int, end: int) -> int:
    """Where the name itself begins, behind "onze klant", "mevrouw" or "the"."""
    for opening in (CUSTOMER, TITLED, THE_FAMILY):
        match = opening.match(text, start, end)
        if match:
            at = match.end()
            while at < end and text[at].isspace():
                at += 1
            return at
    return start


def _back(sentence: Sentence, start: int) -> int:
    """Where a name begins of which the last part stands at `start`; who opens the sentence with "Omdat" is not called that."""
    text, first = sentence.reading.text, max(sentence.start, start - 48)
    before = BEFORE.search(text, first, start) if text[start : start + 1].isupper() else None
    if before is None or (before.start() and text[before.start() - 1].isalnum()):
        return start
    found = start
    for word in reversed(list(re.finditer(r"\S+", before[0]))):
        at = before.start() + word.start()
        if word[0][0].isupper():
            if is_goods(word[0].lower()) or (at == sentence.start and _is_opener(word[0])):
                break
            found = at
    return found


def _is_opener(word: str) -> bool:
    return word.lower() in OPENERS or NOT_A_NAME.match(word) is not None
