"""The situation of an example in words: "there are 41, seen 21 November at 09:12" instead of fields."""

from collections.abc import Callable, Iterator
from typing import Any

from toonbank.etiquette.rule import Example
from toonbank.etiquette.situations import goods, people, talk
from toonbank.etiquette.situations.telling import Telling

TELLERS: dict[str, Callable[[Any, Telling], Iterator[str]]] = {  # JSON is loose by nature
    "shop": goods.shop,
    "products": goods.products,
    "campaigns": goods.campaigns,
    "reviews": goods.reviews,
    "counts": goods.counts,
    "attestations": goods.attestations,
    "endorsements": goods.endorsements,
    "tests": goods.tests,
    "marks": goods.marks,
    "proofs": goods.proofs,
    "people": people.people,
    "media": people.media,
    "giveaway": people.giveaway,
    "giveaways": people.giveaways,
    "thread": talk.thread,
    "threads": talk.threads,
    "case": talk.case,
    "archive": talk.archive,
    "profiles": talk.profiles,
    "automation": talk.automation,
    "approval": talk.approval,
    "author": people.author,
    "quoted": talk.quoted,
    "room_left": talk.room_left,
}
SILENT = frozenset({"now", "publish_at"})  # an example says in its own words when it is


def situation_in_words(example: Example, lang: str) -> str:
    """What is known when this text is judged, in one line; "" when nothing matters but the words."""
    tell, facts = Telling(lang), example.facts or {}
    pieces = [_place(example, tell)]
    for name, told in TELLERS.items():
        if (known := facts.get(name)) is not None:
            pieces += told(known, tell)
    return "; ".join(dict.fromkeys(piece for piece in pieces if piece))


def _place(example: Example, tell: Telling) -> str:
    kinds = {
        "reply": tell.say("antwoord", "reply"),
        "repost": tell.say("doorgeplaatst bericht", "repost"),
        "goal": tell.say("doel", "goal"),
        "moderation": tell.say("wat er met een bericht gebeurt", "what is done with a message"),
        "account": tell.say("over een heel account", "about a whole account"),
    }
    kind = kinds.get(example.kind, "")
    if not example.network:
        return kind
    return f"{kind} {tell.say('op', 'on')} {tell.network(example.network)}".strip()
