"""Goals of vanity: more followers, likes or reach, wanted by the shop or asked of the reader."""

import re
from collections.abc import Iterator

from toonbank.etiquette.kinds.base import Cue, Kind, Look, Noticed, apart
from toonbank.etiquette.kinds.cues.goal import CUES, HARVEST
from toonbank.etiquette.late import late
from toonbank.language.reading import Sentence

WISH = late(
    r"(?<!\w)(?:help\w*|wie|who|samen|together|let['’]?s|nog|only|just|more|bijna|almost|doel|goal|target|op naar|"
    r"on to|halen|haal|bereiken|reach|"
    r"get|naar|to|tot|until|till|voor het weekend|by the weekend|zullen|kunnen|kan|can|laten we|streven)(?!\w)"
)
TOWARDS = late(
    r"(?<!\w)(?:naar|to|tot|until|till|op|op naar|on to|at|halen|reach|hit|bij|past|before|voor|en dan|and then|for|"
    r"of) (?:de |the |onze |our )?(?:\d|halve)|"
    r"(?<!\w)(?:doel|goal|target|nummer|number|nr|no)(?!\w)"
)
CALL = late(
    r"(?<!\w)(?:help\w*|wie|who|samen|together|let['’]?s|laten we|zullen we|shall we|can you|kun je|breng|bring|"
    r"get us|zet ons|push us|"
    r"doe mee|join)(?!\w)|\?"
)
MISSING = late(r"(?<!\w)(?:nog|more|to go|te gaan|left until|away from|verwijderd van)(?!\w)")
NOT_OURS = late(
    r"(?<!\w)(?:maan(?:stand\w*|kalender\w*)?|moon|ladder|lader|charger|voetbal\w*|football|krant\w*|magazine|"
    r"stroom)(?!\w)"
)
LIKES_VERB = late(
    r"(?<!\w)(?:would|who|she|he|it|you|they|i|we|dog|cat) likes?(?!\w)|(?<!\w)likes? (?:to|a|an|it|this|that|the|"
    r"you|her|his)(?!\w)"
)
BARE = late(
    r"\s*(?:[!?.…)]|$|,|of ons|of us|\W*$|met z'n|together|samen|halen|this|dit|voor het|before|by|deze|"
    r"op (?:facebook|instagram|insta)|on (?:facebook|instagram|insta))"
)
COUNTS_ELSE = late(
    r"(?<!\w)(?:km|kilomet\w+|meters?|metres?|miles?|mijl\w*|kilo\w*|euro|pounds?|graden|degrees|pakket\w*|hampers?|"
    r"bomen|trees|boeken|books|steken|stitches)(?!\w)"
)
SMALL = 100  # people are helped to a hundred of something; a smaller number is a market, a hill, a table


def find(look: Look) -> Iterator[Noticed]:
    """Every wish for a number of the networks; what was reached already is a boast, and another kind."""
    for sentence, cues in look.cues_by_sentence("goal"):
        if NOT_OURS.search(sentence.folded):
            continue
        for cue in apart(cues):
            if _is_wish(look, sentence, cue):
                yield Noticed("goal", cue.sense, cue.start, cue.end, sentence)
                break  # "1.000 nieuwe likes en meer bereik" is one goal


def _is_wish(look: Look, sentence: Sentence, cue: Cue) -> bool:
    text = sentence.folded
    if sentence.is_quoted(cue.start, cue.end) or sentence.is_negated(cue.start, cue.end):
        return False
    words = text[cue.start - sentence.start : cue.end - sentence.start]
    if look.draft.kind == "goal":
        is_help = cue.sense == "help" and not re.search(HARVEST, text)
        return words != "like" and (not is_help or _stands_bare(text, sentence, cue))
    if cue.sense == "number":
        return _is_race(look, sentence, words)
    if cue.sense == "next":
        return CALL.search(text) is not None
    if cue.sense == "reach":
        return False  # in a post "bereik" has too many other meanings; a boast of it is `vanity`
    return re.search(HARVEST, words) is not None or _stands_bare(text, sentence, cue)


def _is_race(look: Look, sentence: Sentence, words: str) -> bool:
    """Whether readers are to help from one number to the next ("nog 60 volgers en dan ...")."""
    text, said = sentence.folded, look.numbers(sentence)
    is_verb = words in ("like", "likes") and LIKES_VERB.search(text) is not None
    if not said or is_verb or not WISH.search(text):
        return False
    is_nearly = len(said) > 1 and MISSING.search(text) is not None
    return is_nearly or bool(TOWARDS.search(text) and CALL.search(text))


def _stands_bare(text: str, sentence: Sentence, cue: Cue) -> bool:
    """Whether a large number stands without anything counted: "naar de 10.000!" means followers."""
    rest = text[cue.end - sentence.start :]
    if re.search(rf"^ ?(?:\w+ )?{HARVEST}(?!\w)", rest):
        return True
    number = re.search(r"(\d+(?:[.,]\d+)*)( ?k)?$", text[: cue.end - sentence.start])
    if number is None or BARE.match(rest) is None or COUNTS_ELSE.search(text):
        return False
    value = int(re.sub(r"\D", "", number[1])) * (1000 if number[2] else 1)
    return value >= SMALL and not 1500 <= value <= 2100


KIND = Kind("goal", CUES, find, is_claim=False, drafts=("post", "goal"))
