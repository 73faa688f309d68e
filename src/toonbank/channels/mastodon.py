"""Mastodon, and the servers that speak its client interface.

Its Idempotency-Key is used but not trusted: some servers ignore it, and Mastodon forgets it after an hour.
So `find` looks through our own recent posts. Nothing is scheduled at
the server: there the key is ignored too.
"""

import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from urllib.parse import urlsplit

from toonbank.core.errors import Refused, SignInAgain, TryLater, Uncertain

from .base import Incoming, Limits, Outgoing, Picture, Receipt
from .fitting import refuse_misfit
from .graphemes import count_graphemes
from .links import find_links, find_mentions
from .sameness import same_words, without_markup
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


# Cautious: what every server allows when it does not say.
UNKNOWN = Limits(
    characters=500,
    pictures=4,
    alt_characters=1500,
    picture_bytes=2_000_000,
    link_characters=23,
    can_read_replies=True,
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
        """Upload the pictures, then publish once."""
        refuse_misfit(post, self.length(post.text), self.limits)
        within = Deadline(SEND_WITHIN)
        status = {
            "status": post.text,
            "language": post.lang,
            "visibility": "public",
            "media_ids": [self._upload(picture, within) for picture in post.pictures],
        }
        key = {"Idempotency-Key": post.key}
        answer = self._wire.write(
            Ask("POST", "/api/v1/statuses", json=status, headers=key, key=self._key), within=within
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
                same_pictures = len(row.rows("media_attachments")) == len(post.pictures)
                if _moment(row) >= earliest and same_pictures and same_words(post.text, _words(row)):
                    return _receipt(row)
            # A pinned post may be old, so only the last one tells how far we are.
            if not rows or _moment(rows[-1]) < earliest:
                return None
            query["max_id"] = rows[-1].text("id")
        raise Uncertain("There are too many recent posts to look through.")

    def withdraw(self, remote_id: str) -> None:
        """Take it down; one that is gone already is no error."""
        gone = frozenset({"404", "410"})
        self._wire.write(Ask("DELETE", f"/api/v1/statuses/{remote_id}", key=self._key, expects=gone))

    def incoming(self, since: str) -> Iterator[Incoming]:
        """Mentions after the notification `since`, oldest first; the newest forty when `since` is ""."""
        query = {"types[]": "mention", "limit": str(PAGE)} | ({"min_id": since} if since else {})
        for _ in range(MOST_PAGES):
            rows = self._ask("/api/v1/notifications", query).rows()
            for row in reversed(rows):
                yield _incoming(row)
            if not since or not rows or rows[0].text("id") == query["min_id"]:
                return
            query["min_id"] = rows[0].text("id")

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

    def _ask(self, path: str, query: Mapping[str, str] | None = None) -> Answer:
        return self._wire.read(Ask("GET", path, query=query or {}, key=self._key))


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
    )
    return ServerLimits(limits, now + LIMITS_KEEP)


def _receipt(status: Answer) -> Receipt:
    url = status.get("url") or status.get("uri")
    return Receipt(status.text("id"), url if isinstance(url, str) else "")


def _moment(row: Answer) -> datetime:
    try:
        return datetime.fromisoformat(row.text("created_at"))
    except ValueError:
        raise row.unclear("The server's moments cannot be read.") from None


def _words(status: Answer) -> str:
    content = status.get("content")
    return without_markup(content) if isinstance(content, str) else ""


def _incoming(row: Answer) -> Incoming:
    answers = row.get("status", "in_reply_to_id")
    return Incoming(
        remote_id=row.text("status", "id"),
        author=row.text("account", "acct"),
        text=_words(Answer(row.status, row.get("status"))),
        at=_moment(row),
        answers=answers if isinstance(answers, str) else "",
        cursor=row.text("id"),
    )
