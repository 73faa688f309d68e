"""The shop passes something on without a word of its own."""

from collections.abc import Iterator

from toonbank.etiquette.finding import Severity
from toonbank.etiquette.late import late
from toonbank.etiquette.rule import Example, Hearing, Rule, Trouble
from toonbank.language.likeness import likeness, plain_words
from toonbank.language.wordlist import wordlist

ROOM = 20  # characters; with less there is no room for a remark
COPY = 0.85
MOST_WORDS = 8  # nobody says nothing at greater length
OLD_STYLE = late(r"(?<!\w)[RM]T:?\s+@\w|(?<!\w)[RM]T:?\s*\Z")
HANDLE = late(r"@[\w.]+(?:@[\w.]+)?")
PLACEHOLDER = late(r"\s*\[[^\]\n]*\]\s*\Z")
STRETCHED = late(r"(\w)\1{2,}")
# Words that say that something is passed on, that it is fine, or that one agrees, and never why.
SAYS_NOTHING = wordlist(
    """
    dit deze dat die zo waar eens helemaal mee oneens amen lees leest lezen mooi mooie prachtig prachtige leuk leuke wow wauw top
    super
    geweldig fantastisch kijk kijken kijkt check gedeeld delen deel even ff via door doorplaatsen geplaatst interessant
    interessante moet
    moeten je jij jullie zien gezien precies exact ja jaa nee hear goed goede gezegd gesproken verwoord stuk artikel bericht post
    filmpje
    video foto hier dus nou toch echt heel erg wat een de het is was van voor over en ook maar volledig inderdaad klopt snap
    eindelijk
    grappig haha lol hahaha hihi tip aanrader hulde bravo respect terecht wijs wijze woorden raak schitterend geniaal heerlijk mee
    eens
    rt mt hierbij onze ons wij we ik vind vinden aanbevolen belangrijk must read repost retweet herhaling ter info fyi nb
    this that these so true agreed agree totally absolutely completely nice lovely great look see seen shared sharing share just
    reposting
    interesting exactly yes yep no indeed well said put beautifully spoken written piece article very much what a an the is it of
    for and
    to read here hear watch love loving beautiful brilliant amazing awesome wonderful gorgeous wise words spot on right couldn
    could not
    better myself same us our we i think worth your time good funny thread pass passing along super cool omg finally important oh
    my all none more any every whole always never mind again
    """
)


def says_nothing_of_its_own(hearing: Hearing) -> Iterator[Trouble]:
    """No remark, a copy of what is quoted, or only words and signs that say nothing but "look"."""
    facts, text = hearing.look.facts, hearing.look.reading.text
    remark = _remark(text)
    if not is_bare(remark) and not (facts.quoted and likeness(remark, facts.quoted) >= COPY):
        return
    room = facts.room_left
    severity = Severity.ADVISE if room is not None and room < ROOM else Severity.WARN
    message = hearing.say("Je deelt dit zonder te zeggen waarom.", "You pass this on without saying why.")
    fix = None
    if room is not None:
        fix = hearing.say(
            f"Voeg toe waarom jij dit deelt ({room} tekens over).",
            f"Add why you share it ({room} characters left).",
        )
    end = len(text.rstrip())
    yield Trouble(message, 0 if end else None, end or None, fix, severity=severity)


def _remark(text: str) -> str:
    """The shop's own words: what stands before an old-style "RT @somebody", nothing for a note in brackets."""
    old_style = OLD_STYLE.search(text)
    own = text[: old_style.start()] if old_style else text
    return "" if PLACEHOLDER.match(own) else own


def is_bare(remark: str) -> bool:
    """Whether a remark holds nothing but handles, signs and words such as "so true" and "kijk"."""
    words = plain_words(STRETCHED.sub(r"\1", HANDLE.sub(" ", remark)))
    return len(words) <= MOST_WORDS and SAYS_NOTHING.issuperset(words)


RULE = Rule(
    slug="bare-repost",
    title={"nl": "Doorgeven zonder eigen woord", "en": "Passing on without a word"},
    why={
        "nl": "Wie iets doorgeeft, zegt erbij waarom. Eén zin van jezelf maakt er iets van wat je volger nog niet had.",
        "en": "Who passes something on says why. One line of your own makes it something that a follower did not have yet.",
    },
    source=("S2.3.6", "S2.3.7"),
    base=None,
    severity=Severity.WARN,
    fix={"nl": "Voeg toe waarom jij dit deelt.", "en": "Add why you share it."},
    wrong=(
        Example("RT @bieb: leesavond vrijdag", kind="repost"),
        Example("", {"quoted": "Leesavond vrijdag", "room_left": 180}, kind="repost"),
        Example("Mooi! 👇", kind="repost"),
        Example("RT @library: reading night Friday", lang="en", kind="repost"),
        Example("", {"quoted": "Reading night on Friday", "room_left": 12}, "en", "repost"),
        Example("Nice! 👇", lang="en", kind="repost"),
    ),
    right=(
        Example("Vrijdag leesavond bij de bieb; wij nemen de thee mee.", kind="repost"),
        Example("Handig schema van @tuinclub, wij voegen toe: knip pas na de vorst.", kind="repost"),
        Example("Deze vraag van @ina krijgen wij ook vaak, ons antwoord staat eronder.", kind="repost"),
        Example("Reading night at the library on Friday; we bring the tea.", lang="en", kind="repost"),
        Example("Handy chart by @gardenclub; we add: prune after the frost.", lang="en", kind="repost"),
        Example("We get this question from @ina a lot, our answer is below.", lang="en", kind="repost"),
    ),
    check=says_nothing_of_its_own,
    applies_to=("repost",),
    misses={
        "nl": "Een eigen zin die alleen zegt wat te zien is, gaat door voor een reden: “Een hond op "
        "een slee.”",
        "en": "A line of your own that only says what can be seen passes for a reason: “A dog on a sledge.”",
    },
)
