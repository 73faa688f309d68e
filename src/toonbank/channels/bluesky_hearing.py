"""What people said to an account on Bluesky, and what its people said there in another app.

Two lists are read: the notifications, newest first until where we were (an AppView keeps them; without one nobody is heard),
and the newest records of our own, which our own server keeps. A record that is missing is asked for by itself.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta

from .base import Incoming
from .hearing import Heard, Row, is_after, moment_in, readable, unheard
from .signin import AccountSettings
from .wire import Answer

POSTS = "app.bsky.feed.post"
PAGE, MOST_PAGES, MOST_OWN_PAGES = 100, 20, 3
NO_APPVIEW = frozenset({"UpstreamFailure", "MethodNotImplemented", "404", "501"})
GONE = frozenset({"RecordNotFound", "InvalidRequest"}) | NO_APPVIEW
# Who writes without a line sends it later, and it stands in the list at the moment of writing.
LATE = timedelta(hours=1)
NOTICES, OWN = "n", "o"  # the streams
USUAL_DID = "did:plc:"

Look = Callable[[str, Mapping[str, str | list[str]], frozenset[str]], Answer]


@dataclass
class Ears:
    """One reading. `look` asks the server by method and query."""

    look: Look
    me: AccountSettings
    now: datetime
    _oldest_own: str = ""
    _own_keys: set[str] = field(default_factory=set)

    def incoming(self, since: str) -> Iterator[Incoming]:
        """What is new, edited or deleted after the cursor `since`, oldest first."""
        heard = Heard(since)
        rows = [*self._notices(heard), *self._own(heard)]
        yield from unheard(rows, heard, self._deletion)

    def _notices(self, heard: Heard) -> list[Row]:
        """Mentions, answers and quotes above the floor, or of the last hour; the newest page in a first reading."""
        earliest, rows = _earliest(heard.floor(NOTICES), self.now), list[Row]()
        query: dict[str, str | list[str]] = {"limit": str(PAGE), "reasons": ["mention", "reply", "quote"]}
        for _ in range(MOST_PAGES):
            page = self.look("app.bsky.notification.listNotifications", query, NO_APPVIEW)
            listed = [] if page.code else page.rows("notifications")
            # A server that does not know `reasons` gives them all.
            told = readable(_notice, [one for one in listed if one.get("reason") in query["reasons"]])
            rows += [row for row in told if row.place > earliest]
            cursor = page.get("cursor")
            if heard.is_first and not page.code:
                heard.begin(NOTICES, _place(min([row.said.at for row in told], default=self.now) - LATE))
            if heard.is_first or not isinstance(cursor, str) or _reaches(told, cursor, earliest):
                break
            query["cursor"] = cursor
        return rows

    def _own(self, heard: Heard) -> list[Row]:
        """Our own newest answers to others."""
        floor, listed = heard.floor(OWN), list[Answer]()
        query: dict[str, str | list[str]] = {
            "repo": self.me.remote_id,
            "collection": POSTS,
            "limit": str(PAGE),
        }
        for _ in range(MOST_OWN_PAGES):
            page = self.look("com.atproto.repo.listRecords", query, frozenset())
            records = page.rows("records")
            listed += records
            self._oldest_own = rkey_of(records[-1].text("uri")) if records else ""
            cursor = page.get("cursor")
            if not floor or not isinstance(cursor, str) or not is_after(self._oldest_own, floor):
                break
            query["cursor"] = cursor
        self._own_keys = {rkey_of(one.text("uri")) for one in listed}
        return readable(self._own_row, self._answers_to_others(listed))

    def _answers_to_others(self, listed: Sequence[Answer]) -> list[Answer]:
        """Among our records, newest first: answers to somebody else, and what we put below such an answer."""
        found: dict[str, Answer] = {}
        for one in reversed(listed):
            parent = _text(one, "value", "reply", "parent", "uri")
            if parent and (repo_of(parent) != self.me.remote_id or parent in found):
                found[one.text("uri")] = one
        return list(found.values())

    def _own_row(self, record: Answer) -> Row:
        uri, value = record.text("uri"), Answer(record.status, record.get("value"), unclear=record.unclear)
        said = Incoming(
            remote_id=uri,
            author=self.me.handle,
            text="",
            at=moment_in(_text(value, "createdAt")) or self.now,
            extra={"cid": _text(record, "cid")},
            author_id=self.me.remote_id,
            is_own=True,
            url=address_of(uri, self.me.handle),
        )
        return Row(OWN, rkey_of(uri), rkey_of(uri), _with_words(said, value))

    def _deletion(self, stream: str, name: str) -> Incoming | None:
        if stream == OWN:
            if name in self._own_keys or not is_after(name, self._oldest_own):
                return None  # it only moved out of the list
            uri = f"at://{self.me.remote_id}/{POSTS}/{name}"
            return Incoming(
                uri, self.me.handle, "", at=self.now, event="deleted", changed_at=self.now, is_own=True
            )
        repo, _, rkey = (name if name.startswith("did:") else USUAL_DID + name).rpartition("/")
        found = self.look(
            "com.atproto.repo.getRecord", {"repo": repo, "collection": POSTS, "rkey": rkey}, GONE
        )
        if found.code != "RecordNotFound":
            return None
        return Incoming(
            f"at://{repo}/{POSTS}/{rkey}", "", "", at=self.now, event="deleted", changed_at=self.now
        )


def rkey_of(uri: str) -> str:
    """The key of the record at this address."""
    return uri.rpartition("/")[2]


def repo_of(uri: str) -> str:
    """Whose record it is."""
    return uri.removeprefix("at://").partition("/")[0]


def address_of(uri: str, handle: str) -> str:
    """Where people see it; a name that no longer leads anywhere is left out."""
    who = handle if handle and handle != "handle.invalid" else repo_of(uri)
    return f"https://bsky.app/profile/{who}/post/{rkey_of(uri)}"


def _reaches(told: Sequence[Row], cursor: str, earliest: str) -> bool:
    """Whether a page goes back far enough; where it ends without any of ours, its cursor may be a moment."""
    if told:
        return told[-1].place <= earliest
    return cursor[:4].isdecimal() and cursor[4:5] == "-" and cursor <= earliest


def _earliest(floor: str, now: datetime) -> str:
    return min(floor, _place(now - LATE)) if floor else ""


def _place(moment: datetime) -> str:
    """Moments of one length, so that text sorts as time."""
    return moment.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def _notice(row: Answer) -> Row:
    uri, record = row.text("uri"), Answer(row.status, row.get("record"), unclear=row.unclear)
    seen_at = moment_in(row.text("indexedAt"))
    if seen_at is None:
        raise row.unclear("The server's moments cannot be read.")
    handle, reason = row.text("author", "handle"), row.text("reason")
    said = Incoming(
        remote_id=uri,
        author=handle,
        text="",
        at=seen_at,
        extra={"reason": reason, "cid": _text(row, "cid")},
        sort="comment" if reason == "reply" else "mention",
        author_id=_text(row, "author", "did"),
        author_name=_text(row, "author", "displayName"),
        url=address_of(uri, handle),
    )
    repo = repo_of(uri).removeprefix(USUAL_DID)
    return Row(NOTICES, _place(seen_at), f"{repo}/{rkey_of(uri)}", _with_words(said, record))


def _with_words(said: Incoming, record: Answer) -> Incoming:
    parent, root = _text(record, "reply", "parent", "uri"), _text(record, "reply", "root", "uri")
    return replace(said, text=_text(record, "text"), answers=parent, thread=root)


def _text(answer: Answer, *path: str) -> str:
    found = answer.get(*path)
    return found if isinstance(found, str) else ""
