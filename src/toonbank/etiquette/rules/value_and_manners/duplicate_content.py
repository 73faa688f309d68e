"""The post says again what was said shortly before, or the same on several accounts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import timedelta
from typing import TYPE_CHECKING

from toonbank.etiquette.finding import Severity
from toonbank.etiquette.past import by_network, in_order, is_answer, since
from toonbank.etiquette.rule import Example, Hearing, Rule, Trouble
from toonbank.etiquette.wording import say_day, say_network
from toonbank.language.likeness import overlap, plain_words, repeats, shingles

if TYPE_CHECKING:
    from toonbank.etiquette.background import Published

AT_ONCE = timedelta(days=1)  # nobody says the same twice a day on one account: these are several
STRICT = "x"
SHORTEST = 5  # words; in an archive "Goedemorgen!" twice is no repetition


def says_it_again(hearing: Hearing) -> Iterator[Trouble]:
    """A draft beside the archive of its network; an account's archive beside itself."""
    archive = hearing.look.facts.archive
    if not archive:
        return
    if hearing.look.draft.kind == "account":
        yield from _whole_account(hearing, archive)
    else:
        yield from _draft(hearing, archive)


def _draft(hearing: Hearing, archive: Sequence[Published]) -> Iterator[Trouble]:
    facts, network = hearing.look.facts, (hearing.look.draft.network or "").lower()
    text = hearing.look.reading.text
    own, words = shingles(text), plain_words(text)
    if not own:
        return
    alike: list[tuple[float, Published]] = []
    for one in since(archive, facts, facts.thresholds.duplicate_days):
        if network and one.network and one.network.lower() != network:
            continue
        share = overlap(own, shingles(one.text))
        if share >= facts.thresholds.similar_posts_share:
            alike.append((share, one))
    if not alike:
        return
    same = [one for _, one in alike if plain_words(one.text) == words]
    if _on_several_accounts(hearing, same):
        yield _several(hearing, network or (same[0].network or "").lower(), len(same) + 1)
        return
    share, nearest = max(alike, key=lambda pair: (pair[0], pair[1].at is not None))
    yield Trouble(_again(hearing, share, nearest))


def _on_several_accounts(hearing: Hearing, same: Sequence[Published]) -> bool:
    """Whether the same words go out from more than one place: by name, or because one place would not say it twice a day."""
    if len({one.account for one in same if one.account}) > 1 or sum(one.at is None for one in same) > 1:
        return True
    moment = hearing.look.facts.moment
    return any(moment and one.at and abs(one.at - moment) <= AT_ONCE for one in same)


def _several(hearing: Hearing, network: str, count: int) -> Trouble:
    is_strict = network in (STRICT, "twitter")
    message = hearing.say(
        f"Exact dezelfde tekst staat {count} keer klaar op accounts van één netwerk."
        + (" X ziet dat als spam." if is_strict else ""),
        f"The very same text is ready {count} times on accounts of one network."
        + (" X takes that for spam." if is_strict else ""),
    )
    return Trouble(message, severity=Severity.BLOCK if is_strict else None)


def _again(hearing: Hearing, share: float, one: Published) -> str:
    when_nl = f" van {say_day(one.at, 'nl')}" if one.at else " van kort geleden"
    when_en = f" of {say_day(one.at, 'en')}" if one.at else " of a short while ago"
    return hearing.say(
        f"Dit lijkt voor {share:.0%} op het bericht{when_nl}.",
        f"This is {share:.0%} like the post{when_en}.",
    )


def _whole_account(hearing: Hearing, archive: Sequence[Published]) -> Iterator[Trouble]:
    """Each text of the archive that repeats an earlier one, once per network."""
    facts = hearing.look.facts
    for network, posts in by_network(archive, hearing.look.draft.network).items():
        told = [one for one in posts if not is_answer(one) and len(plain_words(one.text)) >= SHORTEST]
        ordered = in_order(since(told, facts, facts.thresholds.duplicate_days))
        pairs = list(_pairs(ordered, facts.thresholds.similar_posts_share))
        if not pairs:
            continue
        where = say_network(network) if network else ""
        same = [(one, other) for one, other in pairs if _from_two_places(one, other)]
        if same:
            texts = {id(one) for pair in same for one in pair}
            yield _several(hearing, network, len(texts))
        else:
            yield Trouble(
                hearing.say(
                    f"{len(pairs)} keer hetzelfde bericht binnen {facts.thresholds.duplicate_days} dagen op {where or 'één kanaal'}.",
                    f"{len(pairs)} times the same post within {facts.thresholds.duplicate_days} days on {where or 'one channel'}.",
                )
                if len(pairs) > 1
                else hearing.say(
                    f"Een bericht op {where or 'dit kanaal'} is bijna gelijk aan een eerder bericht.",
                    f"A post on {where or 'this channel'} is nearly the same as an earlier one.",
                )
            )


def _from_two_places(one: Published, other: Published) -> bool:
    if plain_words(one.text) != plain_words(other.text):
        return False
    if one.account and other.account:
        return one.account != other.account
    return bool(one.at and other.at and abs(one.at - other.at) <= AT_ONCE)


def _pairs(posts: Sequence[Published], share: float) -> Iterator[tuple[Published, Published]]:
    """Each post with the earlier one that it repeats, if any."""
    for place, earlier in repeats([shingles(one.text) for one in posts], share):
        yield posts[place], posts[earlier]


_LAST_WEEK = "2026-11-14T09:00:00+01:00"


def _seen(*texts: str, network: str = "facebook", at: str = _LAST_WEEK) -> dict[str, object]:
    return {
        "now": "2026-11-21T10:00:00+01:00",
        "archive": [{"text": text, "at": at, "network": network} for text in texts],
    }


RULE = Rule(
    slug="duplicate-content",
    title={"nl": "Nog een keer hetzelfde", "en": "The same once more"},
    why={
        "nl": "Wie het al las, leest het niet weer. Zeg wat er nieuw is, of zeg niets.",
        "en": "Who has read it does not read it again. Say what is new, or nothing.",
    },
    source=("S1.6.7", "S2.3.2"),
    base="X guidelines: identical content on several accounts is spam",
    severity=Severity.WARN,
    fix={"nl": "Zeg wat er nieuw is.", "en": "Say what is new."},
    wrong=(
        Example(
            "Zelfde fietstas, zelfde zin als vorige week.",
            _seen("Zelfde fietstas, zelfde zin als vorige week."),
            network="facebook",
        ),
        Example(
            "Zes filialen plaatsen exact hetzelfde.",
            _seen(
                *["Zes filialen plaatsen exact hetzelfde."] * 5, network="x", at="2026-11-21T10:00:00+01:00"
            ),
            network="x",
        ),
        Example("Kopie met een andere emoji.", _seen("Kopie met een andere emoji. 🎒"), network="facebook"),
        Example(
            "Same pannier, same line as last week.",
            _seen("Same pannier, same line as last week."),
            "en",
            network="facebook",
        ),
        Example(
            "Six branches post the very same.",
            _seen(*["Six branches post the very same."] * 5, network="x", at="2026-11-21T10:00:00+01:00"),
            "en",
            network="x",
        ),
        Example("Copy with another emoji.", _seen("Copy with another emoji. 🎒"), "en", network="facebook"),
    ),
    right=(
        Example(
            "Fietstas, nu met foto van de binnenkant op verzoek van Bas.",
            _seen("De fietstas is er weer, in drie kleuren."),
            network="facebook",
        ),
        Example(
            "Elk filiaal zijn eigen openingsverhaal.", _seen("Elk filiaal opent met koffie."), network="x"
        ),
        Example(
            "Herhaling met aanvulling: nu ook in 20 liter.",
            _seen("De fietstas van 15 liter ligt er."),
            network="facebook",
        ),
        Example(
            "The pannier, now with the inside photo Bas asked for.",
            _seen("The pannier is back, in three colours."),
            "en",
            network="facebook",
        ),
        Example(
            "Every branch its own opening story.", _seen("Every branch opens with coffee."), "en", network="x"
        ),
        Example(
            "Repeat with news: now also in 20 litres.",
            _seen("The pannier of 15 litres is here."),
            "en",
            network="facebook",
        ),
    ),
    check=says_it_again,
    needs=("archive",),
    applies_to=("post", "account"),
    misses={
        "nl": "Hetzelfde in andere woorden of in een andere taal: “Twee keer in het jaar hoort er "
        "vet op leer, onderop net zo goed.” na ‘Vet je leren schoenen twee keer per jaar in, "
        "ook de zool.’",
        "en": "The same in other words or in another language: “Leather wants fat two times in a "
        "twelvemonth, soles included.” after ‘Grease your leather shoes twice a year, the "
        "sole too.’",
    },
)
