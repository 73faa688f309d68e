"""To take part one must share, tag or follow."""

from collections.abc import Iterator

from toonbank.etiquette.finding import Severity
from toonbank.etiquette.late import late
from toonbank.etiquette.rule import Example, Hearing, Rule, Trouble, about

WAYS = {
    "share": ("delen", "sharing"),
    "tag": ("anderen taggen", "tagging others"),
    "tagself": ("jezelf taggen", "tagging yourself"),
    "follow": ("volgen", "following"),
}
WRITTEN = (  # how a fact may call it; the first that fits
    ("tagself", late(r"tag.*(?:self|zelf)|(?:self|zelf).*tag")),
    ("tag", late(r"tag|friend|vriend|mention|noem")),
    ("share", late(r"share|deel|delen|repost|retweet|timeline|tijdlijn|doorplaats|boost")),
    ("follow", late(r"follow|volg")),
)
FORBIDDEN_ON = "facebook"


def asks_for_reach_in_return(hearing: Hearing) -> Iterator[Trouble]:
    """What the text asks for, else what the game is known to ask; Facebook forbids it, the others punish it."""
    giveaway = hearing.look.facts.giveaway
    if giveaway is None and "giveaway" not in hearing.look.cues:
        return
    severity = (
        Severity.BLOCK if (hearing.look.draft.network or "").casefold() == FORBIDDEN_ON else Severity.WARN
    )
    asked = list(hearing.of("giveaway_entry"))
    if asked:
        first, last = asked[0], max(asked, key=lambda one: one.end)
        ways = tuple(dict.fromkeys(one.sense for one in asked))
        place = about(first, _message(hearing, ways))
        yield Trouble(place.message, first.start, last.end, severity=severity)
        return
    known = tuple(dict.fromkeys(filter(None, map(_way, giveaway.entry if giveaway else ()))))
    if known:
        yield Trouble(_message(hearing, known), severity=severity)


def _way(written: str) -> str | None:
    return next((name for name, words in WRITTEN if words.search(written.casefold())), None)


def _message(hearing: Hearing, ways: tuple[str, ...]) -> str:
    nl, en = (" en ".join(WAYS[one][0] for one in ways), " and ".join(WAYS[one][1] for one in ways))
    return hearing.say(
        f"Meedoen kan hier alleen door te betalen met bereik: {nl}.",
        f"Taking part is paid for with reach here: {en}.",
    )


RULE = Rule(
    slug="giveaway-entry-not-allowed",
    title={"nl": "Meedoen door te delen, taggen of volgen", "en": "Entry by sharing, tagging or following"},
    why={
        "nl": "Een gekochte aanbeveling is geen aanbeveling, en de netwerken staan het niet toe.",
        "en": "A bought recommendation is none, and the networks do not allow it.",
    },
    source=("S2.2.5", "S1.2.7"),
    base="Facebook promotion terms (timelines, friend connections); X: engagement manipulation; Instagram: inaccurate tags",
    severity=Severity.WARN,
    fix={"nl": "Laat mensen antwoorden op een vraag.", "en": "Let people answer a question."},
    wrong=(
        Example("Deel dit bericht op je tijdlijn en maak kans.", network="facebook"),
        Example("Noem drie vrienden en doe mee."),
        Example("Volg + retweet = winnen.", network="x"),
        Example("Share this on your timeline to enter.", lang="en", network="facebook"),
        Example("Name three friends to take part.", lang="en"),
        Example("Follow + repost = win.", lang="en", network="x"),
    ),
    right=(
        Example("Vertel onder dit bericht wat je zou planten."),
        Example("Stuur ons je idee per bericht.", {"giveaway": {"entry": ["message"]}}),
        Example("Vul het formulier in."),
        Example("Tell us below what you would plant.", {"giveaway": {"entry": ["comment"]}}, "en"),
        Example("Send us your idea.", lang="en"),
        Example("Fill in the form.", lang="en"),
    ),
    check=asks_for_reach_in_return,
    hears=frozenset({"giveaway_entry"}),
    needs=("giveaway",),
    applies_to=("post",),
    misses={
        "nl": "Een voorwaarde die alleen wordt aangeduid: “Win een tas: hoe meer mensen dit zien, "
        "hoe meer kans.” Ook wat pas achter een link of op de foto staat.",
        "en": "A condition that is only hinted at: “Win a bag: the more people see this, the better "
        "your odds.” Also what stands only behind a link or in the picture.",
    },
)
