"""Work of others that is shown as it was found: from the web, of a customer, with a song that is not ours."""

from collections.abc import Iterator

from toonbank.etiquette.kinds.base import Cue, Kind, Look, Noticed, apart
from toonbank.etiquette.kinds.cues.borrowed import CUES
from toonbank.etiquette.late import late
from toonbank.language.reading import Reading, Sentence

ALLOWED = late(
    r"(?<!\w)(?:toestemming|akkoord|(?:mocht\w*|mogen) (?:\w+ ){0,4}(?:delen|gebruiken|plaatsen|tonen|laten zien)|met dank aan"
    r"|licentie|rechtenvrij"
    r"|permission|kindly let us|let us (?:use|share)|allowed us|courtesy of|credits?|licen[cs]ed?|licence|royalty[- ]free|cc0|cc[- ]by"
    r"|creative commons|public domain|publiek domein|auteursrechtvrij|deelknop|repost button|share button|(?:foto|photo|beeld"
    r"|image): [a-z]+"
    r"|gemaakt door|made by|(?:photo|foto|film) (?:door|by))(?!\w)"
)
OURS = late(
    r"(?<!\w)(?:eigen|onze|ons|zelf|mijn|our|ours|own|my|ourselves|myself|je|jouw|jullie|uw|your) (?:\w+ )?\Z"
)
REFUSES = late(
    r"(?<!\w)(?:geen|nooit|niet|never|not|no|don['’]?t|zonder|without|bestel\w*|print\w*|order|upload|afdrukken|laat\w*|kies)(?!\w)"
)
A_WORK = late(
    r"(?<!\w)(?:\w*foto\w*|\w*plaatje\w*|plaat|beeld\w*|afbeelding\w*|\w*filmpje\w*|\w*video\w*|tekening\w*|gedicht\w*|meme|tekst"
    r"|recept\w*|picture\w*"
    r"|pics?|photo\w*|images?|shots?|clips?|drawing|poem|quote|text|copy|recipe\w*|beauty|gem|pareltje|schoonheid|snaps?"
    r"|illustrat\w*|artwork|zonsondergang|sunset"
    r"|patroon|pattern)(?!\w)"
)
CAME_BY = late(
    r"(?<!\w)(?:kwam\w*|tegen\w*|voorbij|zag\w*|vond\w*|gevonden|gezien|gespot|\w*gehaald|geplukt|geleend|gejat|gepikt|gekopieerd"
    r"|overgenomen|meegepikt"
    r"|opgeslagen|pulled|came|found|saw|seen|spotted|borrowed|grabbed|copied|stole\w*|nicked|saved|taken|lifted|swiped|stumbled"
    r"|scroll\w*)(?!\w)"
)
CUSTOMERS = late(
    r"(?<!\w)(?:klant\w*|volger\w*|recensie\w*|review\w*|verhaal|berichtje|bericht|appje|app|dm|gesprek|customer\w*|follower\w*"
    r"|story|stories|chat"
    r"|messages?|conversation|comment\w*|somebody|someone|iemand)(?!\w)"
)
OTHERS_WORK = late(
    r"(?<!\w)(?:uit|from|van|by) (?:\w+ ){0,2}(?:boek|book|blad|magazine|krant|newspaper|kok|chef|schrijver"
    r"|author|maker|designer|ontwerper|site"
    r"|blog|concurrent|competitor|collega|iemand|somebody|someone|\w+['’]s (?:book|site|page|blog))"
)
SEEN_THAT = late(r"(?<!\w)(?:gezien|seen|dat|that|hoe|how|of|whether|reviews?|recensies?)(?!\w)")
SENSES = {"site": "web", "copied": "other", "unknown": "other", "clip": "music"}


def find(look: Look) -> Iterator[Noticed]:
    """Every piece of others that is shown without a word about permission, licence or maker."""
    if look.cues.get("borrowed") and ALLOWED.search(look.reading.folded):
        return
    for sentence, cues in look.cues_by_sentence("borrowed"):
        for cue in apart(cues):
            if _is_a_work(sentence, cue) and not _is_innocent(look.reading, sentence, cue.start, cue.end):
                sense = SENSES.get(cue.sense, cue.sense)
                yield Noticed("borrowed", sense, cue.start, cue.end, sentence, is_pressing=False)


def _is_a_work(sentence: Sentence, cue: Cue) -> bool:
    """Whether what points at it stands beside a work of somebody, and is not only a place or a word."""
    text = sentence.folded
    if cue.sense == "site":
        return A_WORK.search(text) is not None and CAME_BY.search(text) is not None
    if cue.sense == "found":
        said = text[cue.start - sentence.start :]
        return A_WORK.search(text) is not None or SEEN_THAT.search(said) is None
    if cue.sense == "customer":
        return CUSTOMERS.search(text) is not None
    if cue.sense == "copied":
        return A_WORK.search(text) is not None and OTHERS_WORK.search(text) is not None
    return True


def _is_innocent(reading: Reading, sentence: Sentence, start: int, end: int) -> bool:
    """A question whether it may, something of one's own, or a rule of the house not to do it."""
    before = reading.folded[sentence.start : start]
    asks = sentence.is_question and not reading.folded[end : sentence.end].lstrip(" ").startswith(",")
    return asks or OURS.search(before) is not None or REFUSES.search(before) is not None


KIND = Kind("borrowed", CUES, find, is_claim=False, drafts=("post", "repost"))
