"""Mastodon, and the servers that speak its client interface.

Its Idempotency-Key is used but not trusted: some servers ignore it, and Mastodon forgets it after an hour.
So `find` looks through our own recent posts. Nothing is scheduled at
the server: there the key is ignored too.
"""

import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from urllib.parse import urlsplit

from toonbank.core.errors import Refused, SignInAgain, TryLater, Uncertain

from .base import Answering, AnswerTo, Incoming, Limits, Outgoing, Picture, Receipt
from .fitting import refuse_misfit
from .graphemes import count_graphemes
from .links import find_links, find_mentions
from .mastodon_hearing import GONE, Ears, moment, words
from .sameness import same_words
from .signin import SHOW_THE_CODE, AccountSettings, Field, GoThere, Surroundings, code_from, go_there
from .wire import SEND_WITHIN, Answer, Ask, Deadline, Wire

SCOPES = "read:accounts read:statuses read:notifications write:statuses write:media"
LIMITS_KEEP = timedelta(hours=1)
CLOCKS_DIFFER = timedelta(minutes=2)
PAGE, MOST_PAGES = 40, 15

FIELDS = (
    Field(
        "server",
        label={"nl": "Server", "en": "Server"},
        hint={
            "nl": "Waar je account staat, bijvoorbeeld mastodon.nl",
            "en": "Your account's home, such as mastodon.nl",
        },
    ),
)


@dataclass(frozen=True)
class ServerLimits:
    """What one server says of itself, and how long we believe it."""

    limits: Limits
    good_until: datetime


ANSWERING = Answering(
    privately_to="anybody",
    remark={
        "nl": "Een privébericht is hier niet versleuteld: wie erin wordt genoemd leest het, en de beheerders van de servers kunnen erbij.",
        "en": "A private message is not encrypted here: whoever is named in it reads it, and those who run the servers can.",
    },
)

# Cautious: what every server allows when it does not say.
UNKNOWN = Limits(
    characters=500,
    pictures=4,
    alt_characters=1500,
    picture_bytes=2_000_000,
    link_characters=23,
    can_read_replies=True,
    answering=ANSWERING,
    is_guess=True,
)
_known: dict[str, ServerLimits] = {}


def begin_sign_in(answers: Mapping[str, str], around: Surroundings) -> GoThere:
    """Makes the desk known to the server and says where the person must say yes."""
    wire = Wire(answers.get("server", ""), allow_private=around.allow_private)
    come_back_to = around.come_back_to or SHOW_THE_CODE
    form = {"client_name": "Toonbank", "redirect_uris": come_back_to, "scopes": SCOPES}
    app = wire.prepare(Ask("POST", "/api/v1/apps", form=form))
    pending = {
        "server": wire.server,
        "client_id": app.text("client_id"),
        "client_secret": app.text("client_secret"),
        "redirect_uri": come_back_to,
    }
    return go_there(f"{wire.server}/oauth/authorize", pending, scope=SCOPES)


def finish_sign_in(
    pending: Mapping[str, str], answers: Mapping[str, str], around: Surroundings
) -> AccountSettings:
    """Turns the code that the person came back with into a key, and looks whose it is."""
    code = code_from(pending, answers)
    wire = Wire(pending["server"], allow_private=around.allow_private)
    form = {"grant_type": "authorization_code", "code": code, "scope": SCOPES}
    form |= {name: pending[name] for name in ("client_id", "client_secret", "redirect_uri")}
    try:
        key = wire.prepare(Ask("POST", "/oauth/token", form=form)).text("access_token")
    except Refused:
        raise SignInAgain(
            "The server does not accept this code. Start again from the accounts page."
        ) from None
    me = wire.read(Ask("GET", "/api/v1/accounts/verify_credentials", key=key))
    handle = f"{me.text('acct')}@{urlsplit(wire.server).netloc}"
    return AccountSettings(wire.server, handle, me.text("id"), {"key": key})


class Mastodon:
    """One account on one server."""

    kind = "mastodon"

    def __init__(self, account: AccountSettings, around: Surroundings) -> None:
        self._account = account
        self._around = around
        self._wire = Wire(account.server, allow_private=around.allow_private)
        self._key = account.secrets.get("key", "")

    @property
    def limits(self) -> Limits:
        """As the server says; the cautious ones while it cannot be reached."""
        known, now = _known.get(self._wire.server), self._around.clock()
        if known is None or known.good_until < now:
            known = _read_limits(self._wire, now)
            _known[self._wire.server] = known
        return known.limits

    def length(self, text: str) -> int:
        """As `count` has it; the server is only asked when there is a link."""
        return count(text, self.limits if find_links(text) else UNKNOWN)

    def send(self, post: Outgoing) -> Receipt:
        """Upload the pictures, then publish once. An answer names whom it answers, which counts as well."""
        text = _text_of(post)
        refuse_misfit(replace(post, text=text), self.length(text), self.limits)
        within = Deadline(SEND_WITHIN)
        status = {"status": text, "language": post.lang, "visibility": "public"}
        if post.answer_to:
            status |= self._below(post.answer_to, text, within)
        media = [self._upload(picture, within) for picture in post.pictures]
        key = {"Idempotency-Key": post.key}
        said = {**status, "media_ids": media}
        answer = self._wire.write(
            Ask("POST", "/api/v1/statuses", json=said, headers=key, key=self._key), within=within
        )
        return _receipt(answer)

    def find(self, post: Outgoing) -> Receipt | None:
        """Looks through our own posts from two minutes before `post.created_at` on, for the same words.

        Uncertain when there are more than 600 of them: then we did not look far enough to say no.
        """
        me = self._ask("/api/v1/accounts/verify_credentials").text("id")
        if me != self._account.remote_id:
            raise SignInAgain("This key belongs to another account.")
        earliest = post.created_at - CLOCKS_DIFFER
        query = {"limit": str(PAGE), "exclude_reblogs": "true"}
        for _ in range(MOST_PAGES):
            rows = self._ask(f"/api/v1/accounts/{me}/statuses", query).rows()
            for row in rows:
                if moment(row) >= earliest and _is_same(row, post):
                    return _receipt(row)
            # A pinned post may be old, so only the last one tells how far we are.
            if not rows or moment(rows[-1]) < earliest:
                return None
            query["max_id"] = rows[-1].text("id")
        raise Uncertain("There are too many recent posts to look through.")

    def withdraw(self, remote_id: str) -> None:
        """Take it down; one that is gone already is no error."""
        self._wire.write(Ask("DELETE", f"/api/v1/statuses/{remote_id}", key=self._key, expects=GONE))

    def incoming(self, since: str) -> Iterator[Incoming]:
        """Mentions, answers and private messages, and our own answers from another app, oldest first.

        The newest forty of both when `since` is "".
        """
        me, handle, now = self._account.remote_id, self._account.handle, self._around.clock()
        return Ears(self._ask, me, handle, now).incoming(since)

    def _below(self, answered: AnswerTo, text: str, within: Deadline) -> dict[str, str]:
        """Where an answer goes, and who sees it: nobody more than saw what it answers."""
        path = f"/api/v1/statuses/{answered.remote_id}"
        status = self._wire.read(Ask("GET", path, key=self._key, expects=GONE), within=within)
        if status.code:
            raise Refused("What this answers was deleted at the network, so there is nothing to answer.")
        seen_by = status.get("visibility")
        is_private = answered.is_private or seen_by == "direct"
        others = [one.target for one in find_mentions(text) if not _is_named(answered.handle, one.target)]
        if is_private and others:
            raise Refused(f"A private answer may name nobody else: @{others[0]} would read it as well.")
        asked = seen_by if seen_by in ("public", "unlisted", "private") else "public"
        return {"in_reply_to_id": answered.remote_id, "visibility": "direct" if is_private else str(asked)}

    def _upload(self, picture: Picture, within: Deadline) -> str:
        answer = self._wire.prepare(
            Ask(
                "POST",
                "/api/v2/media",
                form={"description": picture.alt},
                files={"file": (picture.name, picture.content, picture.media_type)},
                key=self._key,
            ),
            within=within,
        )
        media_id = answer.text("id")
        # 202 and 206 mean that the server is still busy with it; a post with such a picture is refused.
        while answer.status != 200:
            if within.left() < 1:
                raise TryLater("The server is still working on the picture.")
            time.sleep(0.5)
            answer = self._wire.read(Ask("GET", f"/api/v1/media/{media_id}", key=self._key), within=within)
        return media_id

    def _ask(
        self, path: str, query: Mapping[str, str] | None = None, expects: frozenset[str] = frozenset()
    ) -> Answer:
        return self._wire.read(Ask("GET", path, query=query or {}, key=self._key, expects=expects))


def count(text: str, limits: Limits) -> int:
    """Characters as people see them; a link counts as the server says, a mention without its server."""
    length = count_graphemes(text)
    for link in find_links(text):
        is_whole = link.target == text[link.start : link.end]  # "www." without https:// is no link there
        if is_whole and limits.link_characters is not None:
            length += limits.link_characters - count_graphemes(link.target)
    for mention in find_mentions(text):
        _name, at, server = mention.target.partition("@")
        length -= len(at + server)
    return length


def as_answer(text: str, handle: str) -> str:
    """What goes out as an answer to `handle`: here one only hears who is named."""
    if not handle or any(_is_named(handle, mention.target) for mention in find_mentions(text)):
        return text
    return f"@{handle} {text}"


def _is_named(handle: str, target: str) -> bool:
    return handle.casefold() == target.casefold()


def _text_of(post: Outgoing) -> str:
    return as_answer(post.text, post.answer_to.handle) if post.answer_to else post.text


def _read_limits(wire: Wire, now: datetime) -> ServerLimits:
    try:
        says = wire.read(Ask("GET", "/api/v2/instance"), within=Deadline(8))
    except (TryLater, Refused, SignInAgain):
        return ServerLimits(UNKNOWN, now + timedelta(minutes=1))
    about, media = ("configuration", "statuses"), ("configuration", "media_attachments")
    limits = Limits(
        characters=says.number(*about, "max_characters", default=UNKNOWN.characters),
        pictures=says.number(*about, "max_media_attachments", default=UNKNOWN.pictures),
        alt_characters=says.number(*media, "description_limit", default=UNKNOWN.alt_characters),
        picture_bytes=says.number(*media, "image_size_limit", default=2_000_000),
        link_characters=says.number(*about, "characters_reserved_per_url", default=23),
        can_read_replies=True,
        answering=ANSWERING,
    )
    return ServerLimits(limits, now + LIMITS_KEEP)


def _receipt(status: Answer) -> Receipt:
    url = status.get("url") or status.get("uri")
    return Receipt(status.text("id"), url if isinstance(url, str) else "")


def _is_same(status: Answer, post: Outgoing) -> bool:
    """Whether this status is that post: as many pictures, below the same status, the same words."""
    answered, below = post.answer_to.remote_id if post.answer_to else "", status.get("in_reply_to_id")
    # The server forgets what was answered when that is deleted.
    if len(status.rows("media_attachments")) != len(post.pictures) or below not in (None, answered):
        return False
    return same_words(_text_of(post), words(status))
