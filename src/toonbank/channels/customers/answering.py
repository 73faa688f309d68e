"""How a simulated customer takes an answer from the shop: a real solution is thanked for, an empty one makes angry."""

import re
from datetime import timedelta
from enum import StrEnum

from . import COMPLAINTS, Dice, Reaction, speak

SOLUTION = (
    # Dutch
    r"ruil\w*|omruilen|vergoed\w*|terugbetal\w*|betalen?\b.{0,20}\bterug|geld terug",
    r"(?:je|uw|het) (?:hele )?(?:geld|bedrag)\b.{0,20}\bterug\w*",
    r"herstel\w*|repareer\w*|repareren|gerepareerd|vervang\w*|rechtgezet|zetten\b.{0,20}\brecht|in orde|maken we|we maken",
    r"nieuwe\b.{0,40}\b(?:klaar|op|naar|voor|sturen|gestuurd)|stu(?:ren|ur)\b.{0,40}\b(?:op|naar|toe|vandaag|morgen)",
    r"klaar(?:gelegd|liggen|leggen|ligt)|(?:lig|ligt|liggen|staat|leg|leggen)\b.{0,30}\bklaar|(?:leg|leggen|hang|hangen)\b.{0,40}\bopzij",
    r"bel(?:len)?\b.{0,12}\b(?:vandaag|morgen|vanmiddag)",
    # English
    r"refund\w*|money back|reimburse\w*|replac\w*|repair\w*|mend\w*|exchang\w*|swap\w*",
    r"(?:we|i)(?:'ll| will| have)? (?:send|sent|ring|call|bring|pay|cover)|put(?:ting)? (?:it|this|that) right",
    r"set (?:one |it )?aside|fix(?:ed|ing)?|sort(?:ed)? (?:it |this |that )?out",
)
NO = (r"geen|niet|nooit|helaas|no|not|never|cannot|can't|won't|unfortunately",)
FLIPPANT = (
    r"ha(?:ha)+|hihi|lol|grapje|geintje|jammer dan|pech|tja+|kop op|niet zo serieus|kan gebeuren|volgende keer beter|oeps",
    r"just kidding|too bad|bad luck|cheer up|lighten up|oh well|whoops|oops|never mind|relax",
)
ASKING_LEAVE = r"mogen|mag|zouden|vindt?|may|can|could|would|is it|are you"
LEAVE = (
    r"foto|naam|citeren|delen|plaatsen|gebruiken|laten zien|noemen|doorplaatsen",
    r"photo|picture|name|quote|share|repost|use|show|mention",
)
LAUGHTER = re.compile("[\U0001f600-\U0001f64f\U0001f923\U0001f937]")


def _words(*pieces: str) -> str:
    return rf"\b(?:{'|'.join(pieces)})\b"


IS_SOLUTION = re.compile(_words(*SOLUTION), re.IGNORECASE)
IS_DENIED = re.compile(rf"{_words(*NO)}[^.?!]{{0,40}}$", re.IGNORECASE)
IS_FLIPPANT = re.compile(_words(*FLIPPANT), re.IGNORECASE)
ASKS_LEAVE = re.compile(rf"{_words(ASKING_LEAVE)}[^.?!]*{_words(*LEAVE)}[^.?!]*\?", re.IGNORECASE)
FEW_WORDS = 6
WAITING = frozenset({*COMPLAINTS, "angry", "insisting"})
ASKING = frozenset({"question", "doubt_number", "doubt_scarcity", "mention", "private"})
ENOUGH = 3  # times that somebody asks again before giving up


class Answer(StrEnum):
    """What an answer is worth to who waits for it."""

    EMPTY = "empty"
    FLIPPANT = "flippant"
    SOLUTION = "solution"
    ASKS_LEAVE = "asks_leave"
    PLAIN = "plain"


def weigh(text: str) -> Answer:
    """How this answer reads to a customer."""
    if ASKS_LEAVE.search(text):
        return Answer.ASKS_LEAVE
    if IS_FLIPPANT.search(text) or LAUGHTER.search(text):
        return Answer.FLIPPANT
    if any(not IS_DENIED.search(text[: found.start()]) for found in IS_SOLUTION.finditer(text)):
        return Answer.SOLUTION
    return Answer.EMPTY if len(re.findall(r"\w+", text)) < FEW_WORDS else Answer.PLAIN


def take(text: str, lang: str, *, author: str, kind: str, asked: int, seed: str) -> Reaction | None:
    """What `author`, who said something of this `kind`, says to the shop's answer; None is silence.

    `asked` is how often they came back on it already.
    """
    dice = Dice(seed, f"{author}\0{kind}\0{asked}\0{text}")
    mood = _mood(weigh(text), kind, asked, dice)
    if not mood:
        return None
    after = timedelta(minutes=4 + dice.below(45), seconds=dice.below(60))
    return Reaction(author, mood, speak(mood, lang, dice, author=author), after)


def _mood(answer: Answer, kind: str, asked: int, dice: Dice) -> str:
    waits = kind in WAITING
    if answer is Answer.ASKS_LEAVE:
        return "consent_no" if waits or dice.below(3) == 0 else "consent_yes"
    if not waits and kind not in ASKING:
        return ""
    if answer is Answer.SOLUTION:
        return "relieved" if waits else "understood"
    if asked >= ENOUGH:
        return ""
    if answer in (Answer.FLIPPANT, Answer.EMPTY):
        return "angry" if waits else "insisting"
    return "insisting" if waits else ("understood", "understood", "")[dice.below(3)]
