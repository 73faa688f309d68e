"""Triage of one message: what kind it is, how grave, in which tone, and on which words that hangs."""

from collections.abc import Sequence
from functools import partial

from toonbank.language.features import tokens
from toonbank.language.personal import personal_data
from toonbank.language.reading import Language
from toonbank.language.tongue import guess
from toonbank.triage.because import Weighed, calming, raising
from toonbank.triage.labels import GRAVE, KINDS, LEVELS, TONES, Kind, Tone, Triage
from toonbank.triage.modifiers import modifiers
from toonbank.triage.signs import lexicon
from toonbank.triage.weighing import Scale, Scores, scale

# When in doubt the higher one: a grave kind needs less than an even chance, danger and law less than that.
EVEN = 0.5
SERIOUS_FROM = 0.35
DOUBTFUL_FROM = 0.45  # what sounds like praise in a bitter tone is a complaint from here on
SPAM = frozenset({"spam", "abuse"})
_ENOUGH = 600


def triage(text: str, language: Language | None = None, *, by: Scale | None = None) -> Triage:
    """What a message is. Any text will do; it takes time in proportion to its length.

    `language` overrules the guess. `by` weighs with another model than the one in the package, such as a shop's own
    (see `learning.Own`).
    """
    words = tokens(text)
    tongue = language or _tongue(text, words)
    signs_of = lexicon(tongue).signs
    signs = signs_of(words)
    weigher = by or scale()
    scores = weigher.weigh(text, words, signs)
    personal = personal_data(text)
    kind, tone = agreeing(scores) if words else ("chat", _tone(scores))
    if kind == "spam-abuse" and personal and SPAM.isdisjoint(sign.name for sign in signs):
        kind = _likeliest(scores.kinds, len(GRAVE), len(KINDS) - 1)
    said = Weighed(text, words, signs, signs_of, weigher, scores)
    return Triage(
        kind=kind,
        severity=_severity(kind, scores),
        sentiment=tone,
        score=scores.grave,
        personal=personal,
        because=raising(said),
        modifiers=modifiers(words, signs),
        language=tongue,
        find_against=partial(calming, said),
    )


def language_of(text: str) -> Language:
    """Dutch or English; where small words do not tell, the language in which more signs are found, else Dutch."""
    return _tongue(text, tokens(text[:_ENOUGH]))


def _tongue(text: str, words: Sequence[str]) -> Language:
    found = guess(text[: _ENOUGH + 1].lower(), words)
    if found is not None:
        return found
    words = words[:_ENOUGH]
    return "en" if len(lexicon("en").signs(words)) > len(lexicon("nl").signs(words)) else "nl"


def agreeing(scores: Scores) -> tuple[Kind, Tone]:
    """The kind and the tone. Where they contradict each other: the graver kind when it is likely enough, else the other tone."""
    kind, tone = kind_of(scores), _tone(scores)
    if kind == "compliment" and tone == "neg":
        if scores.grave < DOUBTFUL_FROM:
            return kind, _tone(scores, but="neg")
        kind = _likeliest(scores.kinds, 2, len(GRAVE))
    if kind in ("complaint-blame", "complaint-accusation"):
        return kind, "neg"
    return kind, _tone(scores, but="pos") if kind in GRAVE and tone == "pos" else tone


def kind_of(scores: Scores) -> Kind:
    """The likeliest kind on the side where the score is; danger and law when they are likely enough by themselves."""
    if max(scores.serious) >= SERIOUS_FROM:
        return KINDS[scores.serious.index(max(scores.serious))]
    if scores.grave >= EVEN:
        return _likeliest(scores.kinds, 2, len(GRAVE))
    return _likeliest(scores.kinds, len(GRAVE), len(KINDS))


def _likeliest(chances: Sequence[float], first: int, last: int) -> Kind:
    return KINDS[chances.index(max(chances[first:last]), first)]


def _severity(kind: Kind, scores: Scores) -> int:
    """The level of the complaint; for danger and law the level of the complaint in it."""
    if kind in LEVELS:
        return LEVELS[kind]
    return max(range(5), key=lambda level: scores.levels[level]) if kind in GRAVE else 0


def _tone(scores: Scores, but: Tone | None = None) -> Tone:
    """The likeliest tone that is not `but`."""
    return max((one for one in TONES if one != but), key=lambda one: scores.tones[TONES.index(one)])
