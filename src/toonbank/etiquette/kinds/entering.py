"""How one takes part in a game: what must be done or paid for it, and where its terms can be read."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from toonbank.etiquette.kinds.base import Cue, Look, Noticed, apart, is_cancelled
from toonbank.etiquette.late import late
from toonbank.language.numbers import Number
from toonbank.language.reading import Sentence

WAYS_IN = frozenset({"share", "tag", "tagself", "follow"})
THIS_POST = late(
    r"\W{0,3}(?:$|[.,!?+=&)]|\+|=|(?:dit|deze|het|ons|onze|hem|post|bericht|de post|en|this|these|the post|"
    r"our|it|us|the|and|to|retweet|repost|"
    r"like|story|@\w+|for|voor|om|op|hoeft|is|or|of|win|winnen)(?!\w))"
)
FOLLOWED = late(
    r"\W{0,3}(?:$|[.,!?+=&)]|\+|=|@|(?:ons|onze|us|our|en|and|to|deze pagina|dit account|this account|this page|retweet|repost|rt|reposts|"
    r"like|likes|deel|tag|win|is|hoeft|or|of)(?!\w))"
)
REACHED = late(
    r"https?:|www\.|\w\.(?:nl|be|com|eu|org|example|shop|net)(?!\w)|(?<!\w)(?:links?|bio|site|website|webpagina|pagina|page|hier|here|"
    r"below|hieronder|balie|kassa|toonbank|till|counter|winkel|shop)(?!\w)"
)
LATER = late(r"(?<!\w)(?:volg(?:t|en)|later|binnenkort|soon|to follow|follow later|onderweg)(?!\w)")
GAME_TERMS = late(r"(?<!\w)(?:voorwaarden|terms|t&cs?|spelregels|\w*reglement)(?!\w)")
ACTIVITY = late(  # taking part in something that is no game, or entry to a place
    r"(?<!\w)(?:\w*workshop\w*|\w*cursus\w*|lessen|les|\w*training\w*|lezing\w*|\w*wandeling\w*|diner|\w*proeverij\w*|kamp|excursie|rondleiding|"
    r"\w*loop|toernooi|brunch|high tea|courses?|class(?:es)?|lessons?|talk|walk|tour|tasting|dinner|camp|fair|market|museum|garden|"
    r"exhibition|concert|show|retreat|markt|beurs|tuin|optreden)(?!\w)"
)
PAID = late(
    r"(?<!\w)(?:kost|kosten|costs?|betaal\w*|pay|koop|buy|voor|for|per|inleg|a piece|each|inschrijfgeld|fee|is|zijn|are|tickets?)(?!\w)"
)
PLAYED = late(
    r"(?<!\w)(?:in the draw|verloting|loting|tombola|raffle|draw|trekking|loterij|prijsvraag|kans|win|winnen|winnaar|winner|to enter)(?!\w)"
)


def terms(sentence: Sentence, cues: list[Cue]) -> Iterator[Noticed]:
    """Terms that can be reached: beside a link or a place, not "terms follow"."""
    text = sentence.folded
    for cue in cues:
        if cue.sense != "terms" or LATER.search(text, cue.end - sentence.start):
            continue
        is_named = GAME_TERMS.search(text) is not None and sentence.is_negated(cue.start, cue.end) is False
        if is_named and (REACHED.search(text) or REACHED.search(sentence.reading.folded, sentence.end)):
            yield Noticed("giveaway_terms", "terms", cue.start, cue.end, sentence, is_pressing=False)
            return


def ways_in(sentence: Sentence, cues: list[Cue]) -> Iterator[Noticed]:
    """What one must do that the networks do not allow as a price of entry."""
    text = sentence.folded
    ways = [cue for cue in cues if cue.sense in WAYS_IN]
    for cue in apart(ways):
        after = cue.end - sentence.start
        if cue.sense == "share" and cue.end - cue.start < 14 and not _is_this_post(text, cue, sentence):
            continue
        if cue.sense == "follow" and " a follow" not in text and not FOLLOWED.match(text, after):
            continue
        if not is_cancelled(sentence, cue.start, cue.end, past=False, question=False) and not _need_not(
            text, after
        ):
            yield Noticed("giveaway_entry", cue.sense, cue.start, cue.end, sentence, is_pressing=False)


NEED_NOT = late(
    r"[^.!?]{0,24}(?<!\w)(?:hoeft niet|hoef je niet|is niet nodig|not needed|not required|is optional|mag maar)(?!\w)"
)
NO_NEED = late(
    r"(?<!\w)(?:no need to|need not|don['’]t have to|without having to|zonder te)\W+(?:\w+\W+){0,3}$"
)
WHO_DOES = late(r"(?<!\w)(?:wie|die|who|everyone|iedereen)\W+(?:\w+\W+){0,4}$")


def _need_not(text: str, after: int) -> bool:
    return NEED_NOT.match(text, after) is not None or NO_NEED.search(text, 0, after) is not None


def _is_this_post(text: str, cue: Cue, sentence: Sentence) -> bool:
    """ "Deel dit bericht" and "wie dit deelt", not "deel je ervaring" or "een deel van"."""
    start, after = cue.start - sentence.start, cue.end - sentence.start
    if (
        text[max(0, start - 4) : start].endswith(("een ", "het ", "dit d", "for "))
        and text[start:after] == "deel"
    ):
        return False
    return THIS_POST.match(text, after) is not None or WHO_DOES.search(text, 0, start) is not None


def costs(look: Look, sentence: Sentence, cues: list[Cue], *, is_played: bool) -> Iterator[Noticed]:
    """What one must pay to take part: "meedoen kost 1 euro", "loten: 2,50", "voor een euro doe je mee"."""
    text = sentence.folded
    joins = [cue for cue in cues if cue.sense == "join" or (cue.sense == "ticket" and is_played)]
    if not joins or not PAID.search(text):
        return
    if ACTIVITY.search(sentence.reading.folded) and not PLAYED.search(text):
        return
    for amount in look.numbers(sentence):
        nearest = min(joins, key=lambda cue: abs(cue.start - amount.start))
        if _is_paid(sentence, amount, nearest):
            cents = int(amount.value * 100)
            yield Noticed(
                "giveaway_cost",
                "cost",
                amount.start,
                amount.end,
                sentence,
                now_cents=cents,
                is_pressing=False,
            )
            return


PRIZE_BEFORE = late(
    r"(?:kans op|win(?:nen)?|prijs|prijzen|waarde|t\.w\.v\.|worth|prize|voucher|bon|mandjes?|van)\W+(?:\w+\W+){0,3}$"
)
REACH = 45


def _is_paid(sentence: Sentence, amount: Number, joining: Cue) -> bool:
    if amount.unit != "euro" and amount.value.as_tuple().exponent != -2:
        return False
    if abs(joining.start - amount.start) > REACH or amount.value <= Decimal(0):
        return False
    before = sentence.folded[max(0, amount.start - sentence.start - 40) : amount.start - sentence.start]
    if sentence.is_past(amount.start, amount.end) or sentence.is_negated(amount.start, amount.end):
        return False
    return joining.sense == "ticket" or PRIZE_BEFORE.search(before) is None
