"""What people said to an account on Mastodon, and what its people said there in another app.

Two lists are read: the notifications of mentions, forward from where we were, and the newest of our own statuses. An edited
status stands in them with its new words; one that is missing is asked for by itself, and 404 means deleted.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from .base import Incoming
from .hearing import Heard, Row, is_after, moment_in, readable, unheard
from .sameness import without_markup
from .wire import Answer

PAGE, MOST_PAGES, MOST_OWN_PAGES = 40, 10, 3
MOST_LOOKUPS = 40  # threads that one reading asks for
GONE = frozenset({"404", "410"})
NOTICES, OWN = "n", "o"  # the streams

Look = Callable[[str, Mapping[str, str], frozenset[str]], Answer]


@dataclass
class Ears:
    """One reading. `look` asks the server by path and query; `me` is our account's id, `handle` its name."""

    look: Look
    me: str
    handle: str
    now: datetime
    _roots: dict[str, tuple[str, str]] = field(default_factory=dict)  # status -> root and who began it
    _oldest_own: str = ""
    _lookups: int = 0

    def incoming(self, since: str) -> Iterator[Incoming]:
        """What is new, edited or deleted after the cursor `since`, oldest first."""
        heard = Heard(since)
        rows = [*self._notices(heard), *self._own(heard)]
        for one in unheard(rows, heard, self._deletion):
            yield self._in_its_thread(one) if one.event != "deleted" else one
            if self._lookups >= MOST_LOOKUPS:
                return  # enough for one reading; the next one goes on here

    def _notices(self, heard: Heard) -> list[Row]:
        """Mentions above the floor; the newest page when there is no floor yet, and older ones after a storm."""
        floor, rows = heard.floor(NOTICES), list[Row]()
        query = {"types[]": "mention", "limit": str(PAGE)} | ({"min_id": floor} if floor else {})
        for _ in range(MOST_PAGES):
            page = self.look("/api/v1/notifications", query, frozenset()).rows()
            fresh = readable(self._notice, [one for one in page if one.get("status")])
            rows += fresh
            is_known = bool(fresh) and all(map(heard.mark, fresh))
            if heard.is_first and len(page) >= PAGE:
                heard.begin(NOTICES, page[-1].text("id"))
            if not page or heard.is_first or (len(page) < PAGE and not is_known):
                break
            query |= {"min_id": page[0].text("id")} if floor else {"max_id": page[-1].text("id")}
        return rows

    def _own(self, heard: Heard) -> list[Row]:
        """Our own newest answers to others."""
        floor, listed = heard.floor(OWN), list[Answer]()
        query = {"limit": str(PAGE), "exclude_reblogs": "true"}
        for _ in range(MOST_OWN_PAGES):
            page = self.look(f"/api/v1/accounts/{self.me}/statuses", query, frozenset()).rows()
            listed += page
            # A pinned status may be old and stand first, so only the last one tells how far we are.
            self._oldest_own = page[-1].text("id") if page else ""
            if not floor or not page or not is_after(self._oldest_own, floor):
                break
            query["max_id"] = self._oldest_own
        return readable(lambda one: _row(OWN, self._said(one)), self._answers_to_others(listed))

    def _notice(self, notice: Answer) -> Row:
        status = Answer(notice.status, notice.get("status"), unclear=notice.unclear)
        return _row(NOTICES, self._said(status), place=notice.text("id"))

    def _answers_to_others(self, listed: Sequence[Answer]) -> list[Answer]:
        """Among our statuses, newest first: what is for somebody else, and what we put below such an answer."""
        found: dict[object, Answer] = {}
        for one in reversed(listed):
            answered, below = one.get("in_reply_to_account_id"), one.get("in_reply_to_id")
            if answered not in (None, self.me) or below in found or self._is_private(one):
                found[one.get("id")] = one
        return list(found.values())

    def _is_private(self, status: Answer) -> bool:
        return status.get("visibility") == "direct" and bool(status.rows("mentions"))

    def _said(self, status: Answer) -> Incoming:
        """All but the thread, which may cost a call and is only looked up for what is told."""
        visibility, author = _text(status, "visibility"), _text(status, "account", "id")
        is_own = author == self.me
        pictures = len(status.rows("media_attachments"))
        return Incoming(
            remote_id=status.text("id"),
            author=_text(status, "account", "acct"),
            text="\n\n".join(filter(None, [_text(status, "spoiler_text"), words(status)])),
            at=moment(status),
            answers=_text(status, "in_reply_to_id"),
            extra={"visibility": visibility} | ({"pictures": str(pictures)} if pictures else {}),
            sort="direct" if visibility == "direct" else "mention",
            thread=f"direct:{self._other(status, author)}" if visibility == "direct" else "",
            author_id=author,
            author_name=_text(status, "account", "display_name"),
            is_public=visibility in ("public", "unlisted"),
            is_own=is_own,
            changed_at=moment_in(_text(status, "edited_at")),
            url=_text(status, "url") or _text(status, "uri"),
        )

    def _other(self, status: Answer, author: str) -> str:
        """With whom a private talk is: all that is said in private with one person is one thread."""
        if author != self.me:
            return author
        return next((one.text("id") for one in status.rows("mentions") if one.get("id") != self.me), "")

    def _in_its_thread(self, one: Incoming) -> Incoming:
        if one.sort == "direct" or not one.answers:
            return one
        root, began_by = self._root(one.remote_id, one.answers)
        return replace(one, thread=root, sort="comment" if one.is_own or began_by == self.me else "mention")

    def _root(self, status_id: str, answers: str) -> tuple[str, str]:
        """What the thread began with and whose that is; asked once for a thread in a reading."""
        if answers not in self._roots:
            self._lookups += 1
            context = self.look(f"/api/v1/statuses/{status_id}/context", {}, GONE)
            ancestors = [] if context.code else context.rows("ancestors")
            top = ancestors[0] if ancestors else None
            root = (top.text("id"), _text(top, "account", "id")) if top else (answers, "")
            self._roots |= {one.text("id"): root for one in ancestors} | {answers: root}
        self._roots[status_id] = self._roots[answers]
        return self._roots[answers]

    def _deletion(self, stream: str, name: str) -> Incoming | None:
        if stream == OWN and not is_after(name, self._oldest_own):
            return None  # it only moved out of the list
        if not self.look(f"/api/v1/statuses/{name}", {}, GONE).code:
            return None
        is_own = stream == OWN
        author = self.handle if is_own else ""
        return Incoming(name, author, "", at=self.now, event="deleted", changed_at=self.now, is_own=is_own)


def moment(row: Answer) -> datetime:
    """When it was made."""
    found = moment_in(row.text("created_at"))
    if found is None:
        raise row.unclear("The server's moments cannot be read.")
    return found


def words(status: Answer) -> str:
    """What a status says, without markup."""
    return without_markup(_text(status, "content"))


def _row(stream: str, said: Incoming, *, place: str = "") -> Row:
    return Row(stream, place or said.remote_id, said.remote_id, said)


def _text(answer: Answer, *path: str) -> str:
    found = answer.get(*path)
    return found if isinstance(found, str) else ""
