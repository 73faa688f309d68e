"""Barging in: speaking to people who did not speak to the shop, by hand or by the hundred."""

from collections.abc import Iterator

from toonbank.etiquette.kinds.base import Cue, Kind, Look, Noticed, apart
from toonbank.etiquette.kinds.cues.barging import CUES
from toonbank.etiquette.late import late
from toonbank.language.reading import Sentence

ASKED_US = late(
    r"(?<!\w)(?:(?:vroeg|vraagt|vroegen|schreef|mailde|belde|appte|stuurde|noemde|tagde|bedankte|asked|wrote|mailed|called"
    r"|messaged|tagged|mentioned"
    r"|told|sent) (?:ons|us|me|mij)|je vraag aan ons|your (?:question|message|note|mail) to us|(?:aan|bij|to) ons|bedankt"
    r"|dank je|thanks|thank you"
    r"|je (?:ons )?(?:vroeg|schreef|bestelde)|you (?:asked|ordered|wrote)|met ons|with us|over ons|about us|ons|us)(?!\w)"
)
HANDLE = late(r"(?<![\w.])@[\w.-]+")
SELLS = late(
    r"(?<!\w)(?:kijk\w*|bekijk|zie|onze?|bij ons|wij|we|kom|koop|bestel|korting|aanbod|winkel|webshop|link|iets voor (?:je|jou|u)"
    r"|look|see|our|come|shop|buy|order|discount|deals?|check|visit|perfect|have (?:just|something)|for you|ours|die van ons"
    r"|last\w*)(?!\w)"
)
AHEAD = 400  # characters
SEEKS = late(
    r"(?<!\w)(?:zoek\w*|kla(?:ag|ge)\w*|mopper\w*|complain\w*|moan\w*|grumbl\w*|rant\w*|op zoek|nodig\w*|wil\w*|vraagt|vroeg"
    r"|twijfel\w*|wens\w*|klaagt|baalt|want\w*|look\w*|seek\w*|search\w*"
    r"|need\w*|ask\w*"
    r"|wonder\w*|hop\w+|after|bericht\w*|post|tweet|oproep|note|question)(?!\w)"
)
EVERYBODY = late(
    r"(?<!\w)(?:iedereen|everyone|everybody|(?:alle|al onze|elke|iedere|all|every|each)(?: \w+){0,2} (?:volgers?|followers?"
    r"|klant(?:en)?|customers?|kopers?|buyers?"
    r"|leden|members|contact(?:en|s)?|mensen|people|abonnees|fans?)|nieuwe volg(?:er|ster)s?|new followers?|(?:wie|who|die) (?:ons "
    r"|us )?(?:gaat |gaan )?(?:volgt|volgen|follows?)"
    r"|wie ons (?:\w+ )?volg\w*|volg ons|follow us|follows us)(?!\w)"
)
SENDING = late(
    r"(?<!\w)(?:stuur\w*|sturen|krijg\w*|ontvang\w*|vindt|komt|aan|naar|app\w*|sms\w*|mailen|send\w*|sent|gets?|receives?"
    r"|lands?|to|text|message|dm)(?!\w)"
)
CHOSEN = late(  # they asked for it
    r"(?<!\w)(?:aangemeld|aanmeld\w*|opgaf|opgegeven|ingeschreven|inschreef|(?:die|wie) (?:dat )?wil\w*|erom vroeg|vroeg"
    r"|gevraagd|signed up|opted in|asked"
    r"|who wants?|wants|subscribed|besteld\w*|bestelling|order(?:ed)?|stuur (?:ons|gerust|me)|send us|feel free|leest|reads?"
    r"|beantwoord\w*|answer\w*)(?!\w)"
)
NOT_US = late(
    r"(?<!\w)(?:niet|nooit|geen|never|not|no|don['’]?t|stopp\w*|zonder|without|zelf|by hand|met de hand)(?!\w)"
)


def find(look: Look) -> Iterator[Noticed]:
    """Every plan or word of that sort; what the shop says not to do is none."""
    for sentence, cues in look.cues_by_sentence("barging"):
        for cue in apart(cues):
            if _is_barging(look, sentence, cue):
                sense = "bulk" if cue.sense == "private" else cue.sense
                yield Noticed("barging", sense, cue.start, cue.end, sentence, is_pressing=False)
                break


def _is_barging(look: Look, sentence: Sentence, cue: Cue) -> bool:
    if sentence.is_quoted(cue.start, cue.end):
        return False
    if cue.sense == "overheard":
        return _overhears(look, sentence, cue)
    if cue.sense == "private" and not _goes_to_everybody(sentence.folded):
        return False
    return NOT_US.search(sentence.folded) is None and not sentence.is_question


def _goes_to_everybody(text: str) -> bool:
    return bool(EVERYBODY.search(text) and SENDING.search(text) and not CHOSEN.search(text))


def _overhears(look: Look, sentence: Sentence, cue: Cue) -> bool:
    """A stranger is called by the handle, what they seek was read along, and something is sold."""
    if "@" not in look.reading.text or HANDLE.search(look.reading.text) is None:
        return False
    heard = look.reading.folded[cue.start : min(sentence.end, cue.start + AHEAD)]
    clause = heard.split(",")[0]
    if ASKED_US.search(clause):
        return False
    if SELLS.search(look.reading.folded, cue.start, cue.start + AHEAD) is None:
        return False
    return SEEKS.search(heard) is not None


KIND = Kind("barging", CUES, find, is_claim=False, drafts=("post", "reply", "repost", "goal", "moderation"))
