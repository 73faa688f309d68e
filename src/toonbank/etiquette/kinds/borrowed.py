"""Work of others that is shown as it was found: from the web, of a customer, with a song that is not ours."""

from collections.abc import Iterator

from toonbank.etiquette.kinds.base import Kind, Look, Noticed, apart
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
EVEN_SO = frozenset(["customer", "other"])


def find(look: Look) -> Iterator[Noticed]:
    """Every piece of others that is shown without a word about permission, licence or maker."""
    if look.cues.get("borrowed") and ALLOWED.search(look.reading.folded):
        return
    for sentence, cues in look.cues_by_sentence("borrowed"):
        for cue in apart(cues)[:1]:
            if not _is_innocent(look.reading, sentence, cue.start, cue.end):
                yield Noticed("borrowed", cue.sense, cue.start, cue.end, sentence, is_pressing=False)


def _is_innocent(reading: Reading, sentence: Sentence, start: int, end: int) -> bool:
    """A question whether it may, something of one's own, or a rule of the house not to do it."""
    before = reading.folded[sentence.start : start]
    asks = sentence.is_question and not reading.folded[end : sentence.end].lstrip(" ").startswith(",")
    return asks or OURS.search(before) is not None or REFUSES.search(before) is not None


KIND = Kind("borrowed", CUES, find, is_claim=False, drafts=("post", "repost"))
