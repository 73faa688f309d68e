"""Private data named in a text: asked for, told about a customer, or only mentioned."""

from collections.abc import Iterator

from toonbank.etiquette.kinds.base import Cue, Kind, Look, Noticed, apart
from toonbank.etiquette.kinds.cues.private_data import CUES
from toonbank.etiquette.late import late
from toonbank.language.reading import Sentence

HERE = late(
    r"(?<!\w)(?:hier|hieronder|hierin|onder (?:dit|deze|de) (?:bericht|post|foto|reactie)"
    r"|in (?:de|een|je) (?:reacties?|comments?|opmerkingen)|here|below|underneath|in the comments?|in a comment|under this post"
    r"|as a comment|publicly)(?!\w)"
)
PRIVATELY = late(
    r"(?<!\w)(?:priv[eé]\w*|private\w*|dm'?s?|pm'?s?|pb'?s?|inbox|direct message|berichtje|direct bericht|chat(?:bericht)?|messenger"
    r"|whatsapp|(?:per|via|in een|by|in an|via an?|over) (?:e-?mail|mail|mailtje|telefoon|phone|app|sms|chat)"
    r"|mail (?:ons|naar|us)|bel (?:ons|even)|call us)(?!\w)"
)
PLACES = late(  # where it is no secret, or the customer's own doing
    r"(?<!\w)(?:formulier|form|website|site|webshop|online|checkout|afrekenen|link|nieuwsbrief|newsletter|kassa|toonbank|balie|winkel"
    r"|counter|till|shop|store|bio|app|account|pagina|page)(?!\w)"
)
ASKING = late(
    r"(?<!\w)(?:zet|geef|geven|stuur|sturen|laat|noem|noemen|deel|delen|drop|plaats|plaatsen|meld|melden|reageer|vul|typ|schrijf"
    r"|doorgeven|achterlaten|put|give|send|leave|post|share|type|tell|reply|comment|provide|pop|write|dm|paste|mail)(?!\w)"
)
WANTING = late(
    r"(?<!\w)(?:graag|nodig|please|(?<!we )(?<!wij )(?<!ze )(?<!zij )hebben(?! (?:u|je|jou|jullie|we|wij)\b)|weten"
    r"|(?:we|i)(?:['’]ll)? need|(?:can|may|could) (?:we|i) have|let us know|aub|svp)(?!\w)"
)
WHAT_IS = late(
    r"(?<!\w)(?:wat (?:is|was|zijn|waren) (?:ook (?:al)?weer )?|what (?:is|was|are|were) |what['’]?s |welke? |which |wat['’]s )"
    r"(?:je |jouw |uw |your |the |het )?(?:\w+ )?\Z"
)
HAVING = late(
    r"(?<!\w)(?:heb je|hebt u|heeft u|heb jij|mogen we|mag ik|kun je|kunt u|kan je|wil je|wilt u"
    r"|can you|could you|would you|do you have|have you got)(?!\w)"
)
SOMEBODY_ELSE = frozenset(
    (
        "ik",
        "wij",
        "we",
        "i",
        "hij",
        "zij",
        "ze",
        "they",
        "he",
        "she",
        "die",
        "who",
        "to",
        "te",
        "u",
        "je",
        "you",
    )
)
YOU = late(r"(?:kun|kan|kunt|wil|wilt|can|could|will|would|mag) (?:je|u|jij|you)\W+(?:\w+\W+){0,2}\Z")
# Told not to, or asked about a life and not for data: "heb jij je telefoon weleens in de was gehad?"
NEVER = late(
    r"(?<!\w)(?:niet|nooit|geen|liever|not|never|don['’]?t|no need|without|zonder|rather|weleens|wel eens|ooit|ever)(?!\w)"
)
BEFORE = late(r"([\w’']+)\W+\Z")


def find(look: Look) -> Iterator[Noticed]:
    """Every place, one for each sentence that asks; what stands for something else than a customer's own is left out."""
    is_private = "private_data" in look.cues and PRIVATELY.search(look.reading.folded) is not None
    for sentence, cues in look.cues_by_sentence("private_data"):
        nouns = [cue for cue in cues if cue.sense in ("noun", "weak")]
        told = apart(cue for cue in cues if cue.sense not in ("noun", "weak"))
        yield from _told(sentence, told)
        if nouns:
            yield from _nouns(sentence, apart(nouns), is_private)


def _told(sentence: Sentence, cues: list[Cue]) -> Iterator[Noticed]:
    for cue in cues:
        if not (cue.sense == "told" and sentence.is_question):
            yield Noticed("private_data", cue.sense, cue.start, cue.end, sentence, is_pressing=False)


def _nouns(sentence: Sentence, cues: list[Cue], is_private: bool) -> Iterator[Noticed]:
    start, end = cues[0].start, cues[-1].end
    is_elsewhere = _is_elsewhere(sentence, is_private)
    if not is_elsewhere and _is_asked(sentence, cues):
        yield Noticed("private_data", "asked", start, end, sentence)
    elif not is_elsewhere and (strong := [cue for cue in cues if cue.sense == "noun"]):
        yield Noticed(
            "private_data", "mentioned", strong[0].start, strong[0].end, sentence, is_pressing=False
        )


def _is_elsewhere(sentence: Sentence, is_private: bool) -> bool:
    """Whether it is to be said in private, at the counter or on a form; "here" and "below" are public."""
    if HERE.search(sentence.folded):
        return False
    return is_private or PLACES.search(sentence.folded) is not None


def _is_asked(sentence: Sentence, cues: list[Cue]) -> bool:
    first = cues[0].start - sentence.start
    before = sentence.folded[: cues[-1].start - sentence.start]
    if NEVER.search(sentence.folded):
        return False
    if any(
        WHAT_IS.search(sentence.folded[max(0, cue.start - sentence.start - 40) : cue.start - sentence.start])
        for cue in cues
    ):
        return True
    if sentence.is_past(cues[0].start, cues[-1].end):
        return False
    if sentence.is_question and (HAVING.search(before) or WANTING.search(sentence.folded)):
        return True
    asking = any(
        _is_imperative(sentence.folded, match.start(), first)
        for match in ASKING.finditer(sentence.folded)
        if not _is_in(cues, sentence.start + match.start())  # "your e-mail" asks for no mail
    )
    return asking or (WANTING.search(sentence.folded) is not None and _is_short(sentence))


def _is_in(cues: list[Cue], place: int) -> bool:
    return any(cue.start <= place < cue.end for cue in cues)


def _is_imperative(text: str, place: int, noun: int) -> bool:
    """Whether the reader is told to do it: no "ik stuur", no "we send", and not long after the noun."""
    word = BEFORE.search(text, max(0, place - 24), place)
    return place < noun + 60 and (word is None or word[1] not in SOMEBODY_ELSE or _may_you(text, place))


def _may_you(text: str, place: int) -> bool:
    """ "Kun je ... sturen", "could you drop"."""
    return YOU.search(text, max(0, place - 24), place) is not None


def _is_short(sentence: Sentence) -> bool:
    return len(sentence.tokens) <= 12


KIND = Kind(
    "private_data",
    CUES,
    find,
    is_claim=False,
    claims=("private_data",),
    drafts=("post", "reply", "repost"),
)
