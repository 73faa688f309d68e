"""A made-up stream of what people say to a shop, and what a network does to it: lost, repeated, late, out of order."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from random import Random

from toonbank.channels.base import Incoming

BEGAN = datetime(2026, 11, 2, 8, 0, tzinfo=UTC)
NAMES = (
    "Anke", "Bram", "Cato", "Daan", "Els", "Femke", "Gijs", "Hanna", "Ivo", "Joke", "Kees", "Lotte", "Mees", "Nienke", "Otto",
    "Puck", "Rob", "Sanne", "Teun",
)  # fmt: skip
FAMILY = (
    "de Wit",
    "Jansen",
    "Bakker",
    "Visser",
    "Smit",
    "Meijer",
    "de Boer",
    "Mulder",
    "Bos",
    "Vos",
    "Peters",
    "Kok",
)
GOODS = (
    "jas",
    "muts",
    "sjaal",
    "trui",
    "broek",
    "laarzen",
    "handschoenen",
    "regenjas",
    "parka",
    "riem",
    "vest",
    "sokken",
)
ASK = (
    "Hebben jullie de {good} nog in maat {size}?",
    "Valt de {good} groot? Ik zit tussen {size} en {more} in.",
    "Tot hoe laat zijn jullie zaterdag open?",
    "Do you ship the {good} to Belgium?",
    "Is de {good} ook in het groen te krijgen?",
)
COMPLAIN = (
    "Mijn {good} is er nog niet, ordernummer {order}.",
    "Jullie hebben de verkeerde {good} gestuurd, ik had maat {size} besteld.",
    "De rits van de {good} is na {days} dagen kapot. Jammer hoor.",
    "Jullie lichten mensen op met die {good}. Nooit meer.",
    "You sent the wrong {good}. Order {order}, call me on 06-{phone}.",
    "Niemand heeft me teruggebeld over mijn {good}.",
)
REST = (
    "Wat een fijne {good}, bedankt voor het meedenken!",
    "Even neuzen bij jullie :)",
    "Zet de maten van de {good} er even bij, dat scheelt vragen.",
    "{days} stuks? Vorige week stond er ook al laatste {good}.",
    "Win een gratis telefoon, klik hier http://win.example/{order}",
    "Great help today with the {good}, thanks!",
    "Mijn dochter heeft zich gesneden aan de {good}.",
)
ANSWERS = (
    "Goed dat je het zegt. Ik kijk er meteen naar. ^Noor",
    "Ja, die hebben we nog liggen. ^Bas",
    "Dank je wel! ^Noor",
)


class Life:
    """What happens in a shop's threads, told in the order in which it happened."""

    def __init__(self, seed: int, *, posts: int = 12, people: int = 400) -> None:
        self._dice = Random(seed)
        self._at = BEGAN
        self._number = 0
        self._posts = [f"post-{one}" for one in range(posts)]
        self._people = people
        self._open: list[Incoming] = []
        self._ours: list[Incoming] = []

    def events(self, count: int) -> list[Incoming]:
        """So many events."""
        told: list[Incoming] = []
        while len(told) < count:
            self._at += timedelta(seconds=self._dice.randrange(20, 400))
            told.append(self._next())
        return told

    def _next(self) -> Incoming:
        chance = self._dice.random()
        if self._open and chance < 0.22:
            return self._answer()
        if self._open and chance < 0.30:
            return self._edit(self._dice.choice(self._open))
        if self._open and chance < 0.34:
            said = self._ours if self._ours and self._dice.random() < 0.25 else self._open
            return self._delete(self._dice.choice(said))
        if self._open and chance < 0.46:
            return self._go_on(self._dice.choice(self._open))
        return self._begin()

    def _said(self, text: str, who: int, **more: object) -> Incoming:
        self._number += 1
        name = f"{NAMES[who % len(NAMES)]} {FAMILY[who % len(FAMILY)]}"
        if self._dice.random() < 0.02:
            name += " 🌧"
        event = Incoming(
            remote_id=f"m-{self._number}",
            author=f"user{who}",
            author_id=f"id-{who}",
            author_name=name,
            text=text,
            at=self._at,
            **more,  # type: ignore[arg-type]
        )
        self._open.append(event)
        return event

    def _begin(self) -> Incoming:
        who, kind = self._dice.randrange(self._people), self._dice.random()
        if kind < 0.5:
            post = self._dice.choice(self._posts)
            return self._said(self._words(), who, thread=post, answers=post, sort="comment")
        if kind < 0.75:
            return self._said(self._words(), who, sort="mention")
        if kind < 0.9:
            return self._said(self._words(), who, sort="direct", thread=f"dm-{who}", is_public=False)
        return self._said(self._words(), who, sort="review", rating=self._dice.randrange(1, 6))

    def _go_on(self, before: Incoming) -> Incoming:
        who = int(before.author_id.removeprefix("id-"))
        thread = before.thread or before.remote_id
        return self._said(
            self._words(),
            who,
            sort=before.sort,
            thread=thread,
            answers=before.remote_id,
            is_public=before.is_public,
        )

    def _answer(self) -> Incoming:
        before = self._dice.choice(self._open[-200:])
        self._number += 1
        event = Incoming(
            remote_id=f"m-{self._number}",
            author="jas",
            text=self._dice.choice(ANSWERS),
            at=self._at,
            answers=before.remote_id,
            thread=before.thread or before.remote_id,
            sort=before.sort,
            is_public=before.is_public,
            is_own=True,
        )
        self._ours.append(event)
        return event

    def _edit(self, before: Incoming) -> Incoming:
        return replace(before, event="edited", text=f"{before.text} {self._words()}", changed_at=self._at)

    def _delete(self, before: Incoming) -> Incoming:
        return replace(before, event="deleted", text="", changed_at=self._at)

    def _words(self) -> str:
        dice = self._dice
        return dice.choice(dice.choice((ASK, COMPLAIN, REST))).format(
            good=dice.choice(GOODS),
            size=dice.randrange(34, 48),
            more=dice.randrange(36, 50),
            order=dice.randrange(10_000, 99_999),
            days=dice.randrange(2, 30),
            phone=dice.randrange(10_000_000, 99_999_999),
        )


def troubled(
    events: Sequence[Incoming],
    seed: int,
    *,
    lost: float = 0.1,
    again: float = 0.15,
    reach: int = 60,
    asked: int | None = None,
) -> list[Incoming]:
    """As a bad line delivers them: some never, some twice, none in its place.

    What never came is asked for after at most `asked` others; without it, all of that comes at the end.
    """
    dice = Random(seed)
    missing = [one for one in events if dice.random() < lost]
    gone = {id(one) for one in missing}
    placed = [
        (place + dice.uniform(-reach, reach), one) for place, one in enumerate(events) if id(one) not in gone
    ]
    placed += [
        (place + dice.uniform(0, 10 * reach), one)
        for place, one in enumerate(events)
        if dice.random() < again
    ]
    if asked is not None:
        placed += [
            (place + dice.uniform(reach, asked), one) for place, one in enumerate(events) if id(one) in gone
        ]
        missing = []
    arrived = [one for _place, one in sorted(placed, key=lambda pair: pair[0])]
    dice.shuffle(missing)
    return arrived + missing
