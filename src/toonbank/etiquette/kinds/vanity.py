"""The shop's own harvest on the networks: followers, likes, views and reach, had or wanted."""

import re
from collections.abc import Iterator

from toonbank.etiquette.kinds.base import Cue, Kind, Look, Noticed, apart
from toonbank.etiquette.kinds.cues.vanity import CUES
from toonbank.etiquette.late import late
from toonbank.language.reading import Sentence

NETWORK = late(
    r"(?<!\w)(?:volger\w*|follower\w*|likes?|gelike\w*|views|weergaven|abonnees|subscribers|fam|facebook|instagram|insta|account|badge|"
    r"pagina|page|online|bereik|reach|viral|viraal|vinkje|tick|milestone|mijlpaal|strong)(?!\w)"
)
SMALL = late(r"(?<![\d.,])\d{1,2}\Z")  # "up to 12 mm"
MEASURED = late(
    r"\W?(?:[mck]?m|inch(?:es)?|k?g|gram|kilo|l|liter|litres?|watt|w|%|percent|procent|euros?|pounds?|am|pm|uur|hours?|days?|dagen|people|"
    r"personen|pers|degrees|graden|pages|pagina['’]s|pieces|stuks)(?!\w)"
)
LOOSE = late(r"\d+ ?k$")
BEYOND_NETWORKS = late(
    r"(?<!\w)(?:zee|sea|room|kamer|uitzicht|lader|charger|meter|metres?|pompoen|pumpkin|regen|rain|bollen|bulbs|steken|stitches|maan\w*|moon|"
    r"km|kilometers?|tips|vragen|questions|klachten|complaints|buyers?|kopers?|klanten|customers?|reviews?|euro|sokken|socks)(?!\w)"
)


def find(look: Look) -> Iterator[Noticed]:
    """Every boast and every wish in followers, likes or reach."""
    for sentence, cues in look.cues_by_sentence("vanity"):
        for cue in apart(cues):
            if _is_vain(sentence, cue):
                yield Noticed("vanity", cue.sense, cue.start, cue.end, sentence)


def _is_vain(sentence: Sentence, cue: Cue) -> bool:
    text = sentence.folded
    words = text[cue.start - sentence.start : cue.end - sentence.start]
    if sentence.is_quoted(cue.start, cue.end) or sentence.is_negated(cue.start, cue.end):
        return False
    if BEYOND_NETWORKS.search(text):
        return False
    if LOOSE.search(words) and not re.search(r"\w\s+\d", words):
        return bool(NETWORK.search(text)) or len(sentence.tokens) <= 2
    if cue.sense == "goal" and (SMALL.search(words) or MEASURED.match(text, cue.end - sentence.start)):
        return False
    if words == "verified":
        return len(sentence.tokens) <= 2 or NETWORK.search(text) is not None
    return True


KIND = Kind("vanity", CUES, find, claims=("vanity",))
