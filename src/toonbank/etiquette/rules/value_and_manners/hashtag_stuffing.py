"""The post is stuffed with hashtags, or hangs on a trend that it has nothing to do with."""

from collections.abc import Iterator, Sequence
from re import Match

from toonbank.etiquette.finding import Mend, Severity
from toonbank.etiquette.late import late
from toonbank.etiquette.rule import Example, Hearing, Rule, Trouble
from toonbank.language.likeness import plain_words

TAG = late(r"(?<![\w&/#])#(\w*[^\W\d]\w*)")
KEPT = 2
# Where crowds are looking; a tag of these is fine when the text itself is about it.
TRENDS = {
    "songfestival eurovisie eurovision esc": "song lied zang artiest singer muziek music finale final",
    "voetbal football soccer ek wk euro2028 worldcup oranje eredivisie premierleague championsleague elftal ajax feyenoord psv": (
        "voetbal football soccer wedstrijd match bal ball fan oranje orange"
    ),
    "formule1 formula1 f1 verstappen zandvoort grandprix": "race circuit auto car formule formula",
    "superbowl oscars grammys emmys goldenglobes": "film movie prijs award show",
    "olympics olympischespelen paris2024 la2028 tourdefrance elfstedentocht": "sport fiets bike schaats skate race",
    "trending viral viraal fyp foryou foryoupage explore explorepage followforfollow f4f l4l like4like likeforlike instagood": "",
    "trump biden verkiezingen elections brexit": "stem vote verkiezing election",
    "bachelor temptationisland bigbrother expeditierobinson boerzoektvrouw loveisland heelhollandbakt": "bak bake",
}
LOOKED_AT = {tag: frozenset(about.split()) for tags, about in TRENDS.items() for tag in tags.split()}


def stuffs(hearing: Hearing) -> Iterator[Trouble]:
    """Too many tags for this network, tags that weigh more than the words, or a trend that is not the subject."""
    text = hearing.look.reading.text
    if "#" not in text:
        return
    tags = list(TAG.finditer(text))
    if not tags:
        return
    trouble = (
        _too_many(hearing, text, tags) or _too_heavy(hearing, text, tags) or _trends(hearing, text, tags)
    )
    if trouble:
        yield trouble


def _limits(hearing: Hearing) -> tuple[int, int | None]:
    """How many are welcome on this network, and how many it takes at most."""
    known, network = hearing.look.facts.thresholds, (hearing.look.draft.network or "").lower()
    return known.hashtags.get(network, known.hashtags_elsewhere), known.hashtags_hard.get(network)


def _too_many(hearing: Hearing, text: str, tags: list[Match[str]]) -> Trouble | None:
    welcome, most = _limits(hearing)
    if most is not None and len(tags) > most:
        message = hearing.say(
            f"Dit netwerk neemt {most} hashtags; hier staan er {len(tags)}.",
            f"This network takes {most} hashtags; there are {len(tags)} here.",
        )
        return _trouble(hearing, message, tags, _fewer(hearing, text, tags), severity=Severity.BLOCK)
    if len(tags) <= welcome:
        return None
    message = hearing.say(
        f"{len(tags)} hashtags leiden af van wat je zegt; {welcome} is genoeg.",
        f"{len(tags)} hashtags draw away from what you say; {welcome} is enough.",
    )
    return _trouble(hearing, message, tags, _fewer(hearing, text, tags))


def _too_heavy(hearing: Hearing, text: str, tags: list[Match[str]]) -> Trouble | None:
    if not _weighs_half(text, tags):
        return None
    message = hearing.say(
        "De hashtags zijn de helft van de tekst of meer.", "The hashtags are half of the text or more."
    )
    return _trouble(hearing, message, tags, _fewer(hearing, text, tags))


def _weighs_half(text: str, tags: Sequence[Match[str]]) -> bool:
    """Whether at least every second word is a tag; one tag by itself is no stuffing."""
    return len(tags) > 1 and len(tags) >= len(plain_words(TAG.sub(" ", text)))


def _trends(hearing: Hearing, text: str, tags: list[Match[str]]) -> Trouble | None:
    words = _words_beside(hearing, text)
    strange = [tag for tag in tags if _is_strange(tag[1].lower(), words)]
    if not strange:
        return None
    shown = ", ".join(tag[0] for tag in strange)
    message = hearing.say(
        f"Waar kijken velen naar, maar dit bericht gaat er niet over: {shown}."
        if len(strange) > 1
        else f"Naar {shown} kijken velen, maar dit bericht gaat er niet over.",
        f"Many are looking at {shown}, but this post is not about that.",
    )
    return _trouble(hearing, message, strange, _without(hearing, text, strange))


def _words_beside(hearing: Hearing, text: str) -> str:
    """What the post is about, apart from its tags: its words and the promise of the shop."""
    shop = hearing.look.facts.shop
    known = [*shop.promise, *shop.interests, shop.name or ""] if shop else []
    return " ".join([*plain_words(TAG.sub(" ", text)), *(word.lower() for word in known)])


def _is_strange(tag: str, words: str) -> bool:
    about = LOOKED_AT.get(tag)
    return about is not None and tag not in words and not any(word in words for word in about)


def _fewer(hearing: Hearing, text: str, tags: list[Match[str]]) -> Mend | None:
    """The text with its first two tags; none where tags are words of a sentence, or where too much would be left of them."""
    surplus = tags[KEPT:]
    if not surplus:
        return None
    mend = _without(hearing, text, surplus)
    if mend is None:
        return None
    left = text[: surplus[0].start()] + text[surplus[-1].end() :]
    return None if _weighs_half(left, tags[:KEPT]) else mend


def _without(hearing: Hearing, text: str, tags: list[Match[str]]) -> Mend | None:
    start, end = tags[0].start(), tags[-1].end()
    if TAG.sub("", text[start:end]).strip() or text[end:].strip(" \n.!?"):
        return None  # words stand between or after them: these tags are part of what is said
    while start and text[start - 1].isspace():
        start -= 1
    first, last = hearing.look.reading.original_span(start, end)
    return Mend(first, last, "")


def _trouble(
    hearing: Hearing,
    message: str,
    tags: list[Match[str]],
    mend: Mend | None,
    *,
    severity: Severity | None = None,
) -> Trouble:
    start, end = tags[0].start(), tags[-1].end()
    return Trouble(message, start, end, mends=(mend,) if mend else (), severity=severity)


RULE = Rule(
    slug="hashtag-stuffing",
    title={"nl": "Te veel of vreemde hashtags", "en": "Too many or strange hashtags"},
    why={
        "nl": "Een hashtag helpt wie een onderwerp volgt. Een rij ervan helpt alleen wie gezien wil worden.",
        "en": "A hashtag helps those who follow a subject. A row of them only helps those who want to be seen.",
    },
    source=("S2.3.3",),
    base="Instagram and TikTok limit of 5 hashtags (2025); X rules on posting to trends for visibility",
    severity=Severity.ADVISE,
    fix={
        "nl": "Houd de twee tags die lezers echt volgen.",
        "en": "Keep the two tags readers truly follow.",
    },
    wrong=(
        Example("Mooie vaas #vaas #wonen #huis #sfeer #deco #love #nl #shop"),
        Example("Nieuwe thee #Songfestival #voetbal"),
        Example("#koop #nu #bij #ons"),
        Example("Nice vase #vase #home #house #mood #deco #love #nl #shop", lang="en"),
        Example("New tea #Eurovision #football", lang="en"),
        Example("#buy #now #at #ours", lang="en"),
    ),
    right=(
        Example("Zo zet je koude thee #theetip"),
        Example("Vaas met de hand gedraaid in Makkum. #keramiek #makkum"),
        Example("Geen hashtags nodig."),
        Example("How to cold-brew tea #teatip", lang="en"),
        Example("Vase thrown by hand in Makkum. #ceramics #makkum", lang="en"),
        Example("No hashtags needed.", lang="en"),
    ),
    check=stuffs,
    sees=("#",),
    applies_to=("post",),
    misses={
        "nl": "Een trend die wij niet kennen, valt niet op zolang er weinig hashtags staan.",
        "en": "A trend that we do not know is not seen as long as there are few hashtags.",
    },
)
