"""Ways out of a wrong end date: the real one, or none."""

import re

from toonbank.etiquette.finding import Mend
from toonbank.etiquette.kinds.base import Look, Noticed
from toonbank.etiquette.late import late
from toonbank.etiquette.mends.cutting import put, without_haste
from toonbank.etiquette.wording import say_weekday

ENDING = late(
    r"^(?:eindigt|stopt|sluit|verloopt|vervalt|ends?|ending|stops?|expires?|closes?)\b", re.IGNORECASE
)
SUBJECT = late(
    r"^(?!(?:vandaag|vanavond|vannacht|morgen|nu|today|tonight|tomorrow|now|it|het|dit|that|this|\w+dag|\w+day) )"
    r"(?:\w+ ){1,2}(?=(?:eindigt|stopt|sluit|verloopt|vervalt|loopt|ends?|stops?|expires?|closes?|runs?)\b)",
    re.IGNORECASE,
)
RUNS_ON = late(r" (?:van|of) ([\w%€'’ -]{1,80})(?=[.!]*\Z)")  # "de laatste dag van onze 20% korting"
TURNED = late(
    r"^(?:vandaag|vanavond|vannacht|morgen|om middernacht|\w+dag) (?:stopt|eindigt|is|loopt)", re.IGNORECASE
)


def real_end(look: Look, claim: Noticed) -> tuple[Mend, ...]:
    """The end that the promotion has, where that would be true, and the sentence without an end."""
    gone = without_haste(look.reading, claim.sentence, claim.start, claim.end)
    campaign = claim.campaign
    if campaign is None or campaign.ends_at is None or claim.because in ("extended", "restarted"):
        return gone
    if claim.because == "past":
        over = "de actie is voorbij" if look.lang == "nl" else "the offer is over"
        stop = "." if look.reading.text[claim.sentence.end - 1 : claim.sentence.end] in ".!?" else ""
        return (*gone, put(look.reading, claim.sentence.start, claim.sentence.end, over + stop))
    zone = look.facts.moment.tzinfo if look.facts.moment else None
    day = say_weekday(campaign.ends_at.astimezone(zone), look.lang)
    words = f"tot en met {day}" if look.lang == "nl" else f"until {day}"
    rest = RUNS_ON.match(look.reading.text[claim.end : claim.sentence.end])
    subject = SUBJECT.match(claim.text)
    if subject:  # "sale ends Sunday" goes on being about the sale
        words = f"{subject[0]}{'loopt' if look.lang == 'nl' else 'runs'} {words}"
    elif rest:
        words = f"{rest[1].strip()} {'loopt' if look.lang == 'nl' else 'runs'} {words}"
        return (put(look.reading, claim.start, claim.end + rest.end(), words), *gone)
    elif ENDING.match(claim.text):
        words = f"loopt {words}" if look.lang == "nl" else f"runs {words}"
    elif TURNED.match(claim.text):
        words = f"de actie loopt {words}"
    return (put(look.reading, claim.start, claim.end, words), *gone)
