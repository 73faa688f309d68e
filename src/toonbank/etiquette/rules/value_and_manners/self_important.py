"""The shop looks in the mirror: we, our and us, and nothing for the reader."""

from collections.abc import Iterator
from datetime import timedelta

from toonbank.etiquette.balance import purpose_of
from toonbank.etiquette.finding import Severity
from toonbank.etiquette.late import late
from toonbank.etiquette.regard import is_about_itself, regard_of
from toonbank.etiquette.rule import Example, Hearing, Rule, Trouble, about

MANY_CLAUSES = 3
OURS = ("ons ", "onze ", "our ")  # OUR_THINGS holds one of these three times
OUR_THINGS = late(
    r"(?<!\w)(?:ons|onze|our) [^\W\d_]+(?: [^\W\d_]+)?[,.;!]+ *(?:en |and )?(?:ons|onze|our) [^\W\d_]+(?: [^\W\d_]+)?"
    r"[,.;!]* *(?:en |and )?(?:ons|onze|our) [^\W\d_]+"
)


def looks_in_the_mirror(hearing: Hearing) -> Iterator[Trouble]:
    """A post with self-praise or a list of all that is ours; an account that speaks mostly of itself."""
    if hearing.look.draft.kind == "account":
        yield from _whole_account(hearing)
        return
    first = next(hearing.of("self_praise"), None)
    if first is not None:
        yield about(first, _message(hearing))
        return
    folded = hearing.look.reading.folded
    if sum(map(folded.count, OURS)) < len(OURS):
        return
    ours = OUR_THINGS.search(folded)
    if ours is None:
        return
    regard = regard_of(hearing.look.reading.text, _names(hearing))
    if (
        regard.clauses >= MANY_CLAUSES
        and regard.share > 0.5
        and not regard.sees_reader
        and not regard.sees_others
    ):
        yield Trouble(_message(hearing), *ours.span())


def _message(hearing: Hearing) -> str:
    return hearing.say("Dit gaat alleen over de winkel zelf.", "This is only about the shop itself.")


def _names(hearing: Hearing) -> tuple[str, ...]:
    shop = hearing.look.facts.shop
    return (shop.name or "", *shop.aliases) if shop else ()


def _whole_account(hearing: Hearing) -> Iterator[Trouble]:
    facts, known = hearing.look.facts, hearing.look.facts.thresholds
    if not facts.archive:
        return
    since = facts.moment and facts.moment - timedelta(days=known.self_important_days)
    posts = [one for one in facts.archive if since is None or one.at is None or one.at >= since]
    if len(posts) < known.self_important_posts:
        return
    names = _names(hearing)
    count = sum(is_about_itself(one.text, names) and purpose_of(one.text) != "give" for one in posts)
    if count > known.self_important_share * len(posts):
        yield Trouble(
            hearing.say(
                f"{count} van de {len(posts)} berichten gaan alleen over de winkel zelf.",
                f"{count} of {len(posts)} posts are only about the shop itself.",
            ),
            severity=Severity.WARN,
        )


RULE = Rule(
    slug="self-important",
    title={"nl": "Alleen over jezelf", "en": "Only about yourself"},
    why={
        "nl": "Wie aan de toonbank alleen over zichzelf praat, verkoopt weinig. Een lezer zoekt wat hij eraan heeft.",
        "en": "Who speaks only of himself at the counter sells little. A reader looks for what is in it for her.",
    },
    source=("S2.4.9",),
    base=None,
    severity=Severity.ADVISE,
    fix={
        "nl": "Draai het om: wat heeft de lezer eraan?",
        "en": "Turn it round: what is in it for the reader?",
    },
    wrong=(
        Example("Wij zijn trots op onszelf, want wij deden het weer."),
        Example("Ons team, onze visie, onze passie."),
        Example("Als toonaangevende speler zetten wij de norm."),
        Example("We are proud of ourselves, for we did it again.", lang="en"),
        Example("Our team, our vision, our passion.", lang="en"),
        Example("As a leading player we set the standard.", lang="en"),
    ),
    right=(
        Example("Dankzij jullie vragen weten we nu welke maat meestal past."),
        Example("Jij vroeg om een pinautomaat; hij staat er."),
        Example("Buurvrouw Els leerde ons deze steek."),
        Example("Thanks to your questions we know which size mostly fits.", lang="en"),
        Example("You asked for a card reader; it is here.", lang="en"),
        Example("Our neighbour Els taught us this stitch.", lang="en"),
    ),
    check=looks_in_the_mirror,
    applies_to=("post", "account"),
    misses={
        "nl": "Zelflof zonder wij of een woord van lof: “Zes dagen per week om vijf uur op, al "
        "veertig jaar.”",
        "en": "Self-praise without we or a word of praise: “Up at five six days a week, for forty years.”",
    },
)
