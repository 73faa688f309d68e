"""Every network that the desk knows, as data: the desk asks by kind and never needs to know which one it is."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields, replace
from typing import Any

from toonbank.core.errors import BadInput

from . import bluesky, mail, mastodon, square
from .base import Answering, Channel, Limits
from .graphemes import count_graphemes
from .signin import AccountSettings, Field, GoThere, Surroundings

Answers = Mapping[str, str]
SignIn = Callable[[Answers, Surroundings], AccountSettings | GoThere]
Finish = Callable[[Mapping[str, str], Answers, Surroundings], AccountSettings]
Open = Callable[[AccountSettings, Surroundings], Channel]
Count = Callable[[str, Limits], int]
Address = Callable[[str, str], str]


def _nothing_to_finish(pending: Mapping[str, str], answers: Answers, around: Surroundings) -> AccountSettings:
    raise BadInput("This network needs no second step to sign in.")


def _as_written(text: str, handle: str) -> str:
    return text


def _as_people_see(text: str, limits: Limits) -> int:
    return count_graphemes(text)


@dataclass(frozen=True)
class Network:
    """One network: its name, what to ask at sign-in, and how to open an account that is signed in.

    `sign_in` answers with the account, or with where the person must go first; then `finish` takes what was
    pending and what came back ("code", "state"). `count` is the length of a text as the channel's own `length` has
    it, from limits that were read before: it opens no line. `usual` are the limits before the network was asked.
    `as_answer` is what goes out when a text answers somebody with this handle: where one only hears who is named, their name
    comes in front and counts.
    """

    kind: str
    name: Mapping[str, str]
    fields: tuple[Field, ...]
    sign_in: SignIn
    open: Open
    usual: Limits
    count: Count = _as_people_see
    as_answer: Address = _as_written
    finish: Finish = _nothing_to_finish


NETWORKS: Mapping[str, Network] = {
    network.kind: network
    for network in (
        Network(
            "square",
            name={"nl": "Oefenplein", "en": "Practice square"},
            fields=square.FIELDS,
            sign_in=square.sign_in,
            open=square.Square,
            usual=square.Square.limits,
        ),
        Network(
            "bluesky",
            name={"nl": "Bluesky", "en": "Bluesky"},
            fields=bluesky.FIELDS,
            sign_in=bluesky.sign_in,
            open=bluesky.Bluesky,
            usual=bluesky.Bluesky.limits,
        ),
        Network(
            "mastodon",
            name={"nl": "Mastodon", "en": "Mastodon"},
            fields=mastodon.FIELDS,
            sign_in=mastodon.begin_sign_in,
            open=mastodon.Mastodon,
            usual=mastodon.UNKNOWN,
            count=mastodon.count,
            as_answer=mastodon.as_answer,
            finish=mastodon.finish_sign_in,
        ),
        Network(
            "mail",
            name={"nl": "E-mail", "en": "E-mail"},
            fields=mail.FIELDS,
            sign_in=mail.sign_in,
            open=mail.Mail,
            usual=mail.Mail.limits,
        ),
    )
}


ELSEWHERE: Mapping[str, str] = {
    "x": "X",
    "facebook": "Facebook",
    "instagram": "Instagram",
    "threads": "Threads",
    "linkedin": "LinkedIn",
    "google_business": "Google",
    "tiktok": "TikTok",
    "youtube": "YouTube",
}
"""Networks without a channel of ours, of which another system may tell what was said there."""


def network(kind: str) -> Network:
    """The network called `kind`; BadInput when we do not know it."""
    try:
        return NETWORKS[kind]
    except KeyError:
        raise BadInput(f"{kind!r} is not a network that we know; known are {', '.join(NETWORKS)}") from None


def open_channel(kind: str, account: AccountSettings, around: Surroundings) -> Channel:
    """The channel of an account that is signed in. Opens no line yet."""
    return network(kind).open(account, around)


def limits_known(kind: str, kept: Mapping[str, Any]) -> Limits:
    """The limits that were read last and `kept`; what was never read is as usual on this network."""
    names = {one.name for one in fields(Limits)}
    known = {name: value for name, value in kept.items() if name in names}
    if isinstance(known.get("answering"), Mapping):
        known["answering"] = Answering(**known["answering"])
    return replace(network(kind).usual, **known)
