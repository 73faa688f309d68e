"""Whether a test or a mark on file is the one that a sentence leans on, and whether it says the same."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from toonbank.etiquette.kinds.base import Cue, Look
from toonbank.etiquette.kinds.records import telling_words
from toonbank.etiquette.late import late
from toonbank.language.reading import Sentence
from toonbank.language.wordlist import wordlist

if TYPE_CHECKING:
    from toonbank.language.numbers import Number

KNOWN = late(  # who tests and who gives marks, however it is written
    r"(?<!\w)(?:consumenten(?:bond|gids)\w*|consumers?['’]? (?:union|association|reports)|which\?|stiftung warentest|test[- ]?aankoop|"
    r"test[- ]?achats|kieskeurig|anwb|tweakers|bovag|thuiswinkel ?waarborg|thuiswinkel|webwinkelkeur|becommerce|trusted shops|fietsvakman|"
    r"gots|fsc|skal|oeko-?tex|fair ?trade|(?!kwaliteits|waarborg)\w{4,}keurmerk)(?!\w)"
)
JUDGED = late(  # a name with a capital, where the one stands who judged
    r"(?<!\w)(?i:(door|by|in|op|on|bij|with|volgens|according to|het|the|keurmerk|trust ?mark|quality mark|label|lid van|member of))"
    r"(?: (?:de|het|the|onze|our|magazine|tijdschrift|blad))* "
    r"((?:[A-ZÀ-Þ][\w’'-]*)(?: [A-ZÀ-Þ0-9][\w’'-]*){0,3})"
)
OPENS = late(
    r"((?:[A-ZÀ-Þ][\w’'-]*)(?: [A-ZÀ-Þ0-9][\w’'-]*){0,3})"
    r"(?= (?:noemt|noemde|koos|gaf|geeft|named|chose|gave|rated|calls|called)(?!\w))"
)


MARKED = late(  # the name of a mark stands before the word: "Beter Leven keurmerk", "FSC-keurmerk", "het Webshop Keurmerk"
    r"(?<![\w-])((?:[A-ZÀ-Þ][\w’'-]*? |[A-ZÀ-Þ][\w’']*-){1,3})((?i:keurmerk|kwaliteitslabel|trust ?mark|quality mark))(?!\w)"
)
OWN_WORDS = wordlist(
    """
    nederlands nederlandse belgisch belgische dutch belgian ons onze ook wij we met een dit dat our this that a an with is
    nederland holland belgië vlaanderen netherlands belgium europa europe britain england uk test de het the
    januari februari maart april mei juni juli augustus september oktober november december
    january february march may june july august october monday tuesday wednesday thursday friday saturday sunday
    """
)
GENERIC = wordlist(
    """
    keurmerk mark trustmark trust quality label waarborg test getest tested magazine tijdschrift blad gids guide bond
    union association award awards prijs prize nummer number issue nr no best beste winnaar winner koop buy
    shop shops webshop winkel webwinkel store
    """
)
BEST = late(
    r"(?<!\w)(?:best\w*|winna\w*|winn\w+|won|wint|eerste|first|top|goud\w*|gold\w*|(?:nummer|number|nr\.?|no\.?) ?(?:1|een|one)|1st|1e|"
    r"uit de bus|\w*sieger)(?!\w)|#1"
)
NOT_BEST = late(r"(?<!\w)(?:not|niet|geen|op een na|second|runner)(?!\w)")
AWARDED = late(
    r"award|prijs|prize|keuring|medal|goud|gold|zilver|silver|brons|bronze|trofee|trophy|winn|verkiez|bekroon"
)
LABELS = late(
    r"(?:gecertificeerd\w*|certified|geaccrediteerd\w*|accredited|offici\w+|erkend\w*|recogni[sz]ed)(?!\w)"
)
OURSELVES = late(r"(?:wij|we|onze (?:winkel|zaak)|our (?:shop|store))(?!\w)")
GRADED = late(
    r"(?:cijfer|score\w*|scored|scoor\w*|graded?|rated|rating|beoordeeld|met (?:een )?|with (?:an? )?|[:,(]|een|an?)\s*\Z"
)
SCORED = late(r"(?<!\w)(?:cijfer|scor\w*|rated|gave|gaf|geeft|kreeg|got|beoordeel\w*)(?: \w+){0,2}\s*\Z")
NOT_A_GRADE = late(r"(?:nummer|number|issue|nr\.?|no\.?|#)\s*\Z")
FIGURE = late(r"\d+(?:[.,]\d+)?")
TOP_GRADE, TOP_SHARE = 10, 100


NO_JUDGE = {"award": ("in", "op", "on", "het", "the"), "mark": (), "member": ()}


def names_in(look: Look, sentence: Sentence, sense: str = "") -> list[str]:
    """Who is said to have tested it or to stand for it, in small letters; nobody for "a test" or "the mark".

    A contest is held in a town, "goud op de streekkeuring in Gouda", and what is tested has a name too: "the Gazelle".
    """
    found = [match[0] for match in KNOWN.finditer(sentence.folded)]
    places = NO_JUDGE.get(sense, ("het", "the"))
    names = [match[2] for match in JUDGED.finditer(sentence.text) if match[1].lower() not in places]
    opens = OPENS.match(sentence.text)
    if opens:
        names.append(opens[1])
    own = OWN_WORDS | _own(look)
    for name in names:
        words = [word for word in name.lower().split() if word not in own]
        if words:
            found.append(" ".join(words))
    return [name for name in found if _telling(name)] + list(_marks_in(sentence, own))


def _marks_in(sentence: Sentence, own: frozenset[str]) -> Iterator[str]:
    """Marks by their whole name; a capital in the word for it makes a name of "Webshop Keurmerk" too."""
    for match in MARKED.finditer(sentence.text):
        words = [word for word in match[1].lower().replace("-", " ").split() if word not in own]
        name = " ".join((*words, match[2].lower()))
        if words and (_telling(name) or match[2][0].isupper()):
            yield name


def _own(look: Look) -> frozenset[str]:
    facts = look.facts
    names = [name for product in (facts.products or ())[:50] for name in product.names]
    if facts.shop and facts.shop.name:
        names.append(facts.shop.name)
    return frozenset(word for name in names for word in name.lower().split())


def _telling(name: str) -> frozenset[str]:
    words = re.findall(r"[\w]+", name.lower())
    return telling_words(word for word in words if word not in GENERIC and not word.isdigit())


def is_same(paper: str, name: str) -> bool:
    """Whether a paper that is called so is about who is named: "Consumentengids 9" and "de Consumentenbond"."""
    one, other = _telling(paper), _telling(name)
    if one & other:
        return True
    if any(word.startswith("consum") for word in one) and any(word.startswith("consum") for word in other):
        return True
    first, second = _joined(paper), _joined(name)
    return bool(first) and (first in second or second in first)


def _joined(name: str) -> str:
    return "".join(re.findall(r"\w+", name.lower()))


class Said(NamedTuple):
    """Words that lean on a paper, with the sentence and the draft around them."""

    look: Look
    sentence: Sentence
    cue: Cue

    @property
    def words(self) -> str:
        """The words themselves, in small letters."""
        return self.look.reading.folded[self.cue.start : self.cue.end]


def speaks_of(said: Said, name: str, result: str, papers: int) -> bool:
    """Whether this one of so many papers is what is spoken of, and of a sort that can stand behind it."""
    return _is_meant(said, name, papers) and _fits(said, name, result)


def _is_meant(said: Said, paper: str, papers: int) -> bool:
    """The one that is named, else the only one."""
    sentence = said.sentence
    names = names_in(said.look, sentence, said.cue.sense)
    if names:
        numbered = set(FIGURE.findall(paper)) & set(FIGURE.findall(sentence.text))
        return any(is_same(paper, name) for name in names) or (not _telling(paper) and bool(numbered))
    return papers == 1 or bool(_telling(paper) & telling_words(sentence.tokens))


def _fits(said: Said, paper: str, result: str) -> bool:
    """A test wins no prize, and a trust mark makes no cotton organic."""
    if _telling(paper) & telling_words(said.sentence.tokens):
        return True
    if said.cue.sense == "award":
        return AWARDED.search(f"{paper} {result}".lower()) is not None
    return LABELS.match(said.words) is None or OURSELVES.match(said.sentence.folded) is not None


def grades(look: Look, sentence: Sentence) -> Iterator[Number]:
    """The marks that a sentence says were given."""
    for number in look.numbers(sentence):
        before = sentence.folded[: number.start - sentence.start]
        if NOT_A_GRADE.search(before):
            continue
        if number.unit == "percent":
            is_grade = SCORED.search(before) is not None and number.value <= TOP_SHARE
        else:
            is_broken = number.value != number.value.to_integral_value()
            is_grade = (is_broken or GRADED.search(before) is not None) and number.value <= TOP_GRADE
        if is_grade and number.unit in ("", "percent"):
            yield number


def says_more(said: Said, result: str, given: Iterable[Number]) -> bool:
    """Whether another result is told than is on file; an empty one is not compared."""
    if not result:
        return False
    figures = {float(one.replace(",", ".")) for one in FIGURE.findall(result)}
    if any(float(one.value) not in figures for one in given):
        return True
    if said.cue.sense not in ("test", "award") or BEST.search(said.words) is None:
        return False
    told = result.lower()
    return BEST.search(told) is None or NOT_BEST.search(told) is not None
