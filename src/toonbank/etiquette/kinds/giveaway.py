"""Prizes to be won: that there is a game, who decides, what it costs, what one must do, and where the terms are.

The claims are called `giveaway`; what tells how one takes part is noticed under `giveaway_entry` (a way in), `giveaway_cost`
(an amount to be paid) and `giveaway_terms` (terms that can be reached).
"""

from __future__ import annotations

from collections.abc import Iterator

from toonbank.etiquette.evidence import ClaimState
from toonbank.etiquette.kinds import entering
from toonbank.etiquette.kinds.base import Cue, Kind, Look, Noticed, apart, is_cancelled, is_undone
from toonbank.etiquette.kinds.cues.giveaway import CUES
from toonbank.etiquette.late import late
from toonbank.language.reading import Sentence

GAMES = frozenset({"call", "guess", "draw", "lot", "contest", "pool", "value", "skill"})
INVITES = frozenset({"call", "guess", "draw"})
CHANCE = frozenset({"draw", "lot"})
NAMES = frozenset({"lot", "contest", "pool"})

BARE = frozenset({"win", "en win", "and win", "& win", "+ win"})
NO_PRIZE = late(  # what one has a chance of, or wins, without any game
    r"(?:kans op|chances? of|chance at|win (?:een|de|het|a|an|the|je|your|back))\W+(?:[\w'’]+[^\w'’]+){0,2}?(?:regen\w*|"
    r"sneeuw\w*|\w*vorst|bui|buien|"
    r"onweer|hagel|storm|zon|mist|gladheid|krimp\w*|schade|schimmel|roest|slijtage|succes|herstel|tijd|vertrouwen|hart|harten|wedstrijd|"
    r"match|game|"
    r"race|argument|war|rain\w*|snow\w*|frost|shrink\w*|damage|rust|time|trust|hearts?|showers?|thunder|success)(?!\w)"
)
OVER = late(  # the game is history
    r"(?<!\w)(?:(?:loting|verloting|trekking|draw|raffle|prijsvraag|competition|winactie|giveaway)(?: \w+)? "
    r"(?:is|was|has been) "
    r"(?:done|over|voorbij|geweest|gedaan|klaar|afgelopen|closed|gesloten)|(?:winnaars?|winnares|winners?)"
    r"(?: \w+){0,4} "
    r"(?:is|zijn|are|has|have|heeft|hebben) (?:al |already |inmiddels |ook |both |all )?"
    r"(?:bekend|known|bericht|been|told|gehad|contact\w*)|"
    r"gefeliciteerd|proficiat|congratulations|gewonnen|raised|haalde|bracht)(?!\w)"
)
OTHER_GAME = late(  # "ahead of the competition", "loterij heeft een balie"
    r"(?<!\w)(?:(?:the|our|stiff|from|ahead of|than|beat|of|from the) (?:competition|lottery)(?! (?:closes|runs|ends|is open))|"
    r"(?:de |staats|postcode|nationale )loterij|trekking(?:s| poles| boots| shoes| in| door| naar))(?!\w)"
)
NO_DRAW = late(
    r"draws? (?:\w+ ){0,2}(?:lines?|circles?|straight|water|attention|pictures?|patterns?|curtains?)(?!\w)"
)
BY_OTHERS = late(
    r"(?<!\w)(?:they|he|she|them|him|teams?|players?|hij|zij|ploeg|team)\W+(?:\w+\W+){0,3}$"
)  # who wins there
TO_DO = late(  # what stands before "and win"
    r"(?<!\w)(?:tag|deel|like|volg|raad|reageer|kras|speel|vertel|stuur|kom|schrijf|vul|retweet|repost|share|follow|join|enter|guess|comment|"
    r"scratch|play|tell|send|sign|scan|vote|stem|post|maak|doe)(?!\w)"
)
FOR_WHO_IS_RIGHT = late(  # what makes guessing a game
    r"(?<!\w)(?:(?:is|zijn|wordt|worden) (?:helemaal )?(?:van|voor) (?:jou|u|jullie|wie)|yours|(?:take|neem)\b[^.!?]{0,30}? (?:home|mee)|"
    r"(?:winnaar|winner|wie|who|whoever|dichtstbij\w*|closest|nearest)\b[^.!?]{0,60}?(?:krijgt|wint|neemt|gets|wins|takes))(?!\w)"
)
FROM_A_HAT = late(
    r"(?<!\w)(?:naam|namen|bonnen|kassabon\w*|briefje\w*|lot|lootje\w*|winn\w+|gelukkige\w*|names?|tickets?|slips?|kaartje\w*|inzending\w*)(?!\w)"
)
OF_A_WINNER = late(
    r"(?<!\w)(?:winn\w+|prijs|prijzen|prize\w*|naam|name|lucky|gelukkige\w*|iemand|someone|one of)(?!\w)"
)
SIGNS = late(  # words that ask the reader to do something for it
    r"(?<!\w)(?:doe\w* (?:\w+ )?mee|meedoen|meeding\w*|reageer\w*|vertel|raad|stuur|laat (?:\w+ )?weten|vul|schrijf|mail|kom|"
    r"take part|enter|join|comment|leave|tell|guess|send|reply|answer|fill in|sign up|in the draw|we hold)(?!\w)"
)


def find(look: Look) -> Iterator[Noticed]:
    """All that is said of a game. Ways in and costs only count where there is one, in the text or in the facts."""
    groups = list(look.cues_by_sentence("giveaway"))
    games = [
        one
        for sentence, cues in groups
        for one in _games(look, sentence, [cue for cue in cues if cue.sense in GAMES])
    ]
    yield from games
    has_joining = any(cue.sense == "join" for _, cues in groups for cue in cues)
    is_played = look.facts.giveaway is not None or any(one.sense not in ("value", "skill") for one in games)
    for sentence, cues in groups:
        yield from entering.terms(sentence, cues)
        if is_played or has_joining:
            yield from entering.ways_in(sentence, cues)
        yield from entering.costs(look, sentence, cues, is_played=is_played)


def _games(look: Look, sentence: Sentence, cues: list[Cue]) -> Iterator[Noticed]:
    state = ClaimState.UNKNOWN if look.facts.giveaway is None else ClaimState.PROVEN
    named = {cue.sense for cue in cues}
    for cue in apart(cue for cue in cues if _is_meant(sentence, cue)):
        sense = cue.sense
        if sense == "call" and "draw" in named:
            sense = "draw" if any(one.sense == "draw" and _overlap(one, cue) for one in cues) else sense
        yield Noticed(
            "giveaway",
            sense,
            cue.start,
            cue.end,
            sentence,
            state=state,
            is_pressing=_invites(sense, sentence),
        )


def _overlap(one: Cue, other: Cue) -> bool:
    return one.start < other.end and other.start < one.end


def _invites(sense: str, sentence: Sentence) -> bool:
    """Whether it asks to take part, and does not only speak of a game."""
    if sense in INVITES:
        return True
    return sense in NAMES and (sentence.is_question or SIGNS.search(sentence.reading.folded) is not None)


def _is_meant(sentence: Sentence, cue: Cue) -> bool:
    text, start, end = sentence.folded, cue.start - sentence.start, cue.end - sentence.start
    words = text[start:end]
    if is_cancelled(sentence, cue.start, cue.end, question=False) or OVER.search(text):
        return False
    if NO_PRIZE.match(text, start) or ("draw" in words and NO_DRAW.search(text, start)):
        return False
    if cue.sense in NAMES and any(
        match.start() < end and start < match.end() for match in OTHER_GAME.finditer(text)
    ):
        return False
    if "win" in words and cue.sense == "call" and BY_OTHERS.search(text, 0, start):
        return False
    if cue.sense == "guess":
        return FOR_WHO_IS_RIGHT.search(sentence.reading.folded, cue.start) is not None
    if words in BARE:
        return _is_invitation(text, start, end)
    if words.endswith((" hat", "hoed", "grabbelton", " uit", " out")):
        return FROM_A_HAT.search(text) is not None
    return words not in ("at random", "by lot") or OF_A_WINNER.search(text) is not None


def _is_invitation(text: str, start: int, end: int) -> bool:
    """Whether a bare "win" is all that is said, or the last of what one is asked to do."""
    if text[start:end] == "win":
        return text.strip(" !.…") == "win"
    return TO_DO.search(text, 0, start) is not None and not text[end : end + 2].strip().isalnum()


def understand(look: Look, sentence: Sentence, cue: Cue) -> Noticed | None:
    """What only the model hears: a claim, but too little to judge it by."""
    text = sentence.folded
    if is_undone(sentence, cue, question=False) or OVER.search(text) or NO_PRIZE.search(text):
        return None
    return Noticed("giveaway", "skill", cue.start, cue.end, sentence, is_pressing=False)


KIND = Kind(
    "giveaway", CUES, find, claims=("giveaway",), drafts=("post", "reply", "repost"), understand=understand
)
