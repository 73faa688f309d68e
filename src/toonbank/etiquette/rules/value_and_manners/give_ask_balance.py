"""The account asks more often than it gives."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from toonbank.etiquette.balance import purpose
from toonbank.etiquette.finding import Severity
from toonbank.etiquette.past import by_network, in_order, is_answer, since
from toonbank.etiquette.rule import Example, Hearing, Rule, Trouble
from toonbank.etiquette.wording import say_network

if TYPE_CHECKING:
    from toonbank.etiquette.background import Published


def asks_too_often(hearing: Hearing) -> Iterator[Trouble]:
    """The balance of four weeks, and for each channel that has just begun, its first posts."""
    archive = hearing.look.facts.archive
    if not archive:
        return
    posts = [one for one in archive if not is_answer(one)]
    tilted = _tilted(hearing, posts)
    if tilted:
        yield tilted
        return
    for network, of_channel in by_network(posts).items():
        early = _too_early(hearing, network, in_order(of_channel))
        if early:
            yield early


def _count(posts: Sequence[Published]) -> tuple[int, int]:
    """How many posts ask, and how many do not."""
    asks = sum(purpose(one.text, one.kind) == "ask" for one in posts)
    return asks, len(posts) - asks


def _tilted(hearing: Hearing, posts: Sequence[Published]) -> Trouble | None:
    facts, known = hearing.look.facts, hearing.look.facts.thresholds
    recent = since(posts, facts, known.give_ask_days)
    asks, gives = _count(recent)
    if len(recent) < known.give_ask_posts or gives >= known.give_per_ask * asks:
        return None
    return Trouble(
        hearing.say(
            f"In {known.give_ask_days} dagen vroegen {asks} berichten iets van de lezer en gaven of vertelden {gives} iets. "
            f"Gewoon is {known.give_per_ask:g} tegen 1.",
            f"In {known.give_ask_days} days {asks} posts asked something of the reader and {gives} gave or told something. "
            f"Usual is {known.give_per_ask:g} to 1.",
        )
    )


def _too_early(hearing: Hearing, network: str, posts: Sequence[Published]) -> Trouble | None:
    """A channel with fewer posts than a beginning takes, that asks right now or mostly.

    With more posts than that, nobody can tell whether an archive holds the beginning of a channel.
    """
    known = hearing.look.facts.thresholds
    asks, gives = _count(posts)
    if not asks or len(posts) > known.give_only_posts:
        return None
    if gives >= known.give_per_ask * asks and purpose(posts[-1].text, posts[-1].kind) != "ask":
        return None
    where = say_network(network) if network else hearing.say("dit kanaal", "this channel")
    return Trouble(
        hearing.say(
            f"Op {where} staan nog maar {len(posts)} berichten, en er wordt al om iets gevraagd. Geef eerst "
            f"{known.give_only_posts} keer iets."
            if len(posts) > 1
            else f"Het eerste bericht op {where} vraagt al om iets. Geef eerst {known.give_only_posts} keer iets.",
            f"There are only {len(posts)} posts on {where} so far, and it asks already. Give {known.give_only_posts} times first."
            if len(posts) > 1
            else f"The first post on {where} asks already. Give {known.give_only_posts} times first.",
        )
    )


def _archive(*kinds: tuple[str, int], network: str = "facebook") -> dict[str, object]:
    """As many posts of each kind, one every two days, the last on 20 November."""
    row = [kind for kind, count in kinds for _ in range(count)]
    days = [20 - place for place in range(len(row))][::-1]
    return {
        "now": "2026-11-21T10:00:00+01:00",
        "archive": [
            {"text": "", "at": f"2026-11-{day:02d}T09:00:00+01:00", "network": network, "kind": kind}
            for day, kind in zip(days, row, strict=True)
        ],
    }


RULE = Rule(
    slug="give-ask-balance",
    title={"nl": "Meer vragen dan geven", "en": "Asking more than giving"},
    why={
        "nl": "Wie eerst geeft, mag daarna iets vragen. Andersom loopt men een blokje om.",
        "en": "Who gives first may ask later. The other way round people walk past.",
    },
    source=("S1.3.4", "S2.2.1", "S2.2.3", "S2.6.1"),
    base=None,
    severity=Severity.WARN,
    fix={
        "nl": "Plan eerst twee berichten waar de lezer iets aan heeft.",
        "en": "First plan two posts that help the reader.",
    },
    wrong=(
        Example("9 aanbiedingen, 2 tips.", _archive(("ask", 9), ("give", 2)), kind="account"),
        Example(
            "Eerste bericht op een nieuw kanaal is een aanbieding.", _archive(("ask", 1)), kind="account"
        ),
        Example("Vijf vragen om te bestellen op rij.", _archive(("give", 4), ("ask", 5)), kind="account"),
        Example("9 offers, 2 tips.", _archive(("ask", 9), ("give", 2)), "en", "account"),
        Example("First post on a new channel is an offer.", _archive(("ask", 1)), "en", "account"),
        Example("Five order-now posts in a row.", _archive(("ask", 5)), "en", "account"),
    ),
    right=(
        Example("3 aanbiedingen, 10 tips en antwoorden.", _archive(("ask", 3), ("give", 10)), kind="account"),
        Example("Nieuw kanaal: tien weggevertjes eerst.", _archive(("give", 10), ("ask", 1)), kind="account"),
        Example("Na een actie drie verhalen.", _archive(("ask", 1), ("talk", 3)), kind="account"),
        Example("3 offers, 10 tips and answers.", _archive(("ask", 3), ("give", 10)), "en", "account"),
        Example("New channel: ten gifts first.", _archive(("give", 10), ("ask", 1)), "en", "account"),
        Example("After an offer three stories.", _archive(("ask", 1), ("talk", 3)), "en", "account"),
    ),
    check=asks_too_often,
    applies_to=("account",),
    misses={
        "nl": "Aan een archief is niet te zien of een kanaal er begint: alleen een kanaal met tien berichten of minder geldt als nieuw.",
        "en": "Whether an archive begins where a channel begins cannot be seen: only channels of ten posts or fewer count as new.",
    },
)
