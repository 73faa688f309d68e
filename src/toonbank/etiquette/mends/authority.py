"""Ways out of borrowed authority that is not on file: the result that is, or the text without the claim and who made it."""

import re
from collections.abc import Iterator

from toonbank.etiquette.finding import Mend
from toonbank.etiquette.kinds.base import Look, Noticed
from toonbank.etiquette.late import late
from toonbank.etiquette.mends.cutting import put, without_sentence, without_words
from toonbank.language.reading import Reading, Sentence

FIGURE = late(r"\d+(?:[.,]\d+)?")
BORDER = late(r"[,;:]\s|\s[–—-]\s")
WORD = late(r"[\w’'-]+")
LENT = late(  # what still leans on somebody, when only the word for leaning is gone
    r"(?<!\w)(?:door|by|volgens|according|consument\w*|consumer\w*|which|\w*bond|keurmerk\w*|mark|label|test\w*|getest|cijfer|score\w*|"
    r"prijs|award\w*|prize|winna\w*|winner|raadt|raden|beveelt|bevelen|aan|recommend\w*|approved|certified|gecertificeerd|erkend|"
    r"beste?|koop|buy|artsen|dokters?|experts?|doctors?|specialist\w*)(?!\w)|\d[.,]\d|%|/ ?\d|"
    r"(?<!\w)(?:out of|van de|op) (?:de |a )?(?:\d+|vijf|tien|honderd|five|ten|hundred)(?!\w)"
)
LABEL = late(r"(?<!\w)[A-ZÀ-Þ]{3,}(?!\w)")
NAMED_BEFORE = late(r"which\?\s*\Z")  # "a Which? Best Buy" is no question
FEWEST = 3  # words of a sentence that still tells something


def without_authority(look: Look, claim: Noticed) -> tuple[Mend, ...]:
    """First the result that is on file, where one is; then the text without the clause, or without the sentence."""
    reading, sentence = look.reading, claim.sentence
    mends = list(_real_result(look, claim))
    if NAMED_BEFORE.search(reading.folded, 0, sentence.start):
        return tuple(mends)
    cut = next(_cut(reading, sentence, claim), None) or without_sentence(reading, sentence)
    return (*mends, cut) if cut is not None else tuple(mends)


def _real_result(look: Look, claim: Noticed) -> Iterator[Mend]:
    if claim.because != "result" or claim.number_at is None or not claim.evidence:
        return
    shown = claim.evidence[0].shown[look.lang].rpartition(": ")[2]
    known = FIGURE.findall(shown)
    said = look.reading.text[slice(*claim.number_at)]
    if len(known) == 1 and known[0].replace(",", ".") != said.replace(",", "."):
        point = "." if "." in said or ("," not in said and look.lang == "en") else ","
        yield put(look.reading, *claim.number_at, re.sub("[.,]", point, known[0]))


def _cut(reading: Reading, sentence: Sentence, claim: Noticed) -> Iterator[Mend]:
    """The sentence without the clause of the claim, where what is left leans on nobody and says something."""
    text = reading.text
    borders = [match.span() for match in BORDER.finditer(text, sentence.start, sentence.end)]
    start = max((end for _, end in borders if end <= claim.start), default=sentence.start)
    end = min((begin for begin, _ in borders if begin >= claim.end), default=sentence.end)
    left = f"{text[sentence.start : start]} {text[end : sentence.end]}"
    if len(WORD.findall(left)) >= FEWEST and not LENT.search(left.lower()) and not LABEL.search(left):
        mend = without_words(reading, sentence, start, end)
        if mend is not None:
            yield mend
