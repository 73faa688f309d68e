"""What is said on the practice square: by its customers, below posts and elsewhere, and by the shop in answer."""

import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from toonbank.core.errors import Refused

from .base import AnswerTo, Incoming, Outgoing, Sort
from .customers import Reaction
from .customers.answering import take
from .hearing import Row
from .square_file import moment_of, stored

STREAM = "s"
PAGE = 200
GONE = "What this answers was deleted on the square, so there is nothing to answer."
INSERT = """INSERT INTO utterances
(account, key, post, thread, answers, sort, kind, author, is_own, text, lang, at, edited, edited_at, deleted_at)
VALUES (:account, :key, :post, :thread, :answers, :sort, :kind, :author, :is_own, :text, :lang, :at, :edited, :edited_at, :deleted_at)
RETURNING id"""
NOTHING = {"key": None, "post": None, "is_own": 0, "edited": "", "edited_at": None, "deleted_at": None}
BELOW = """SELECT * FROM utterances WHERE post = :post AND at <= :now AND (deleted_at IS NULL OR deleted_at > :now)
ORDER BY at, id"""
ELSEWHERE = """SELECT * FROM utterances WHERE post IS NULL AND (:account IS NULL OR account = :account)
AND at <= :now AND (deleted_at IS NULL OR deleted_at > :now) ORDER BY at DESC, id DESC LIMIT 500"""
EVENTS = """SELECT * FROM (
SELECT 'said' AS event, 0 AS step, at AS place, u.* FROM utterances u WHERE account = :account AND at >= :after
UNION ALL SELECT 'edited', 1, edited_at, u.* FROM utterances u WHERE account = :account AND edited_at >= :after
UNION ALL SELECT 'deleted', 2, deleted_at, u.* FROM utterances u WHERE account = :account AND deleted_at >= :after)
WHERE place <= :now AND (place, id, step) > (:after, :id, :step) ORDER BY place, id, step LIMIT :limit"""
LAST = 2**62  # after every utterance of the same moment
Spot = tuple[str, int, int]
"""Moment, utterance, and whether it was said, edited or deleted: where a page of events ends."""


@dataclass(frozen=True)
class Place:
    """Where something is said: below a post or not, in which thread, in answer to what."""

    sort: Sort
    post: int | None = None
    thread: str = ""
    answers: str = ""


@dataclass(frozen=True)
class Said:
    """What somebody is made to say: in answer to something (a remote id) or of their own accord, to all or in private.

    `kind` is what it is to the customers (see `customers.CAST`): it decides how they take an answer. `is_own` is for words
    that the shop itself gives in the square's own app.
    """

    author: str
    text: str
    lang: str = "nl"
    answers: str = ""
    kind: str = "mention"
    is_private: bool = False
    is_own: bool = False


def private_with(person: str) -> str:
    """All that is said in private with one person is one thread."""
    return f"private:{person}"


def add_reactions(
    rows: sqlite3.Connection,
    account: str,
    said: Sequence[Reaction],
    *,
    at: datetime,
    lang: str,
    post: int | None = None,
) -> None:
    """Let customers say this in their own time, below a post or of their own accord."""
    for one in said:
        below = str(post) if post is not None and one.sort == "comment" else ""
        thread = private_with(one.author) if one.sort == "direct" else below
        place = Place(one.sort, post if below else None, thread, below)
        add(rows, account, one, place, at=at, lang=lang)


def add(
    rows: sqlite3.Connection, account: str, said: Reaction, place: Place, *, at: datetime, lang: str
) -> str:
    """One thing that a customer says; its remote id."""
    edited_at = at + said.edited_after if said.edited_after else None
    deleted_at = at + said.deleted_after if said.deleted_after else None
    values = {
        "account": account,
        "post": place.post,
        "thread": place.thread,
        "answers": place.answers,
        "sort": place.sort,
        "kind": said.kind,
        "author": said.author,
        "text": said.text,
        "lang": lang,
        "at": stored(at + said.after),
        "edited": said.edited,
        "edited_at": stored(edited_at) if edited_at else None,
        "deleted_at": stored(deleted_at) if deleted_at else None,
    }
    return _insert(rows, values)


def _insert(rows: sqlite3.Connection, values: Mapping[str, object]) -> str:
    return remote_id(rows.execute(INSERT, {**NOTHING, **values}).fetchone()["id"])


def answer(rows: sqlite3.Connection, account: str, post: Outgoing, to: AnswerTo, *, at: datetime) -> str:
    """The shop's answer in its place, and what the customer thinks of it; the same key again changes nothing."""
    known = rows.execute(
        "SELECT id FROM utterances WHERE account = ? AND key = ?", (account, post.key)
    ).fetchone()
    if known:
        return remote_id(known["id"])
    place, answered = place_of(rows, account, to, at)
    values = {"account": account, "key": post.key, "kind": "own", "author": account, "is_own": 1}
    values |= {"post": place.post, "thread": place.thread, "answers": place.answers, "sort": place.sort}
    own = _insert(rows, {**values, "text": post.text, "lang": post.lang, "at": stored(at)})
    if answered is not None and not answered["is_own"]:
        _let_react(
            rows, account, answered, Place(place.sort, place.post, place.thread, own), text=post.text, at=at
        )
    return own


def let_say(rows: sqlite3.Connection, account: str, said: Said, *, at: datetime) -> str:
    """One thing that somebody is made to say."""
    sort: Sort = "direct" if said.is_private else "mention"
    place = Place(sort, thread=private_with(said.author) if said.is_private else "")
    if said.answers:
        place, _ = place_of(rows, account, AnswerTo(said.answers, "", said.author, said.is_private), at)
    values = {"account": account, "kind": "own" if said.is_own else said.kind, "is_own": int(said.is_own)}
    values |= {"post": place.post, "thread": place.thread, "answers": place.answers, "sort": place.sort}
    author = account if said.is_own else said.author
    return _insert(rows, {**values, "author": author, "text": said.text, "lang": said.lang, "at": stored(at)})


def edit(rows: sqlite3.Connection, account: str, name: str, text: str, *, at: datetime) -> None:
    """Change what was said."""
    said = _at(rows, account, name, at)
    rows.execute(
        "UPDATE utterances SET edited = ?, edited_at = ? WHERE id = ?", (text, stored(at), said["id"])
    )


def delete(rows: sqlite3.Connection, account: str, name: str, *, at: datetime) -> None:
    """Take away what was said; what is gone already stays as it is."""
    rows.execute(
        "UPDATE utterances SET deleted_at = ? WHERE account = ? AND id = ? AND coalesce(deleted_at, ?) >= ?",
        (stored(at), account, name.rpartition("-")[2], stored(at), stored(at)),
    )


def below(rows: sqlite3.Connection, post: int, now: datetime) -> list[Incoming]:
    """What stands below a post now, oldest first."""
    found = rows.execute(BELOW, {"post": post, "now": stored(now)})
    return [as_it_stands(row, now) for row in found]


def elsewhere(
    rows: sqlite3.Connection, account: str | None, now: datetime, *, limit: int
) -> list[tuple[str, tuple[Incoming, ...]]]:
    """The newest talks that stand below no post: whose they are and what was said, oldest first."""
    found = rows.execute(ELSEWHERE, {"account": account, "now": stored(now)})
    talks: dict[tuple[str, str], list[Incoming]] = {}
    for row in found:
        name = row["thread"] or remote_id(row["id"])
        talks.setdefault((row["account"], name), []).insert(0, as_it_stands(row, now))
    return [(whose, tuple(said)) for (whose, _), said in list(talks.items())[:limit]]


def hush(rows: sqlite3.Connection, post: int, *, at: datetime) -> None:
    """What nobody has said yet below a post that is gone will not be said."""
    rows.execute("DELETE FROM utterances WHERE post = ? AND at > ?", (post, stored(at)))


def place_of(
    rows: sqlite3.Connection, account: str, to: AnswerTo, at: datetime
) -> tuple[Place, sqlite3.Row | None]:
    """Where an answer to this goes, and the utterance that it answers (None when that is a post). Refused when it is gone."""
    if to.remote_id.isdecimal():
        found = rows.execute(
            "SELECT id FROM posts WHERE account = ? AND id = ? AND is_gone = 0", (account, int(to.remote_id))
        ).fetchone()
        if found is None:
            raise Refused(GONE)
        return Place("comment", found["id"], to.remote_id, to.remote_id), None
    said = _at(rows, account, to.remote_id, at)
    if to.is_private or said["sort"] == "direct":
        return Place("direct", None, private_with(to.handle or said["author"]), to.remote_id), said
    return Place("comment", said["post"], said["thread"] or to.remote_id, to.remote_id), said


def _at(rows: sqlite3.Connection, account: str, name: str, at: datetime) -> sqlite3.Row:
    number = name.rpartition("-")[2]
    found: sqlite3.Row | None = rows.execute(
        "SELECT u.* FROM utterances u LEFT JOIN posts p ON p.id = u.post WHERE u.account = ? AND u.id = ?"
        " AND u.at <= ? AND (u.deleted_at IS NULL OR u.deleted_at > ?) AND coalesce(p.is_gone, 0) = 0",
        (account, int(number) if number.isdecimal() else 0, stored(at), stored(at)),
    ).fetchone()
    if found is None:
        raise Refused(GONE)
    return found


def _let_react(
    rows: sqlite3.Connection, account: str, answered: sqlite3.Row, place: Place, *, text: str, at: datetime
) -> None:
    author, lang = answered["author"], answered["lang"]
    asked = rows.execute(
        "SELECT count(*) FROM utterances WHERE account = ? AND author = ? AND kind IN ('angry', 'insisting')"
        " AND (thread = ? OR post = ?)",
        (account, author, place.thread, place.post),
    ).fetchone()[0]
    reaction = take(text, lang, author=author, kind=answered["kind"], asked=asked, seed=account)
    if reaction:
        add(rows, account, reaction, place, at=at, lang=lang)


def page_after(
    rows: sqlite3.Connection, account: str, spot: Spot, now: datetime
) -> tuple[list[Row], Spot | None]:
    """What happened after `spot` and until `now`, oldest first, and where to go on; None when that was all."""
    after, number, step = spot
    values = {
        "account": account,
        "after": after,
        "id": number,
        "step": step,
        "now": stored(now),
        "limit": PAGE,
    }
    found = rows.execute(EVENTS, values).fetchall()
    last = found[-1] if len(found) == PAGE else None
    return [_event(row) for row in found], (last["place"], last["id"], last["step"]) if last else None


def _event(row: sqlite3.Row) -> Row:
    event = row["event"]
    said = incoming(row, text={"said": row["text"], "edited": row["edited"]}.get(event, ""))
    if event != "said":
        said = replace(said, event=event, changed_at=moment_of(row["place"]))
    return Row(STREAM, row["place"], f"{row['id']}{'' if event == 'said' else event[0]}", said)


def incoming(row: sqlite3.Row, *, text: str) -> Incoming:
    """An utterance as the square tells it."""
    return Incoming(
        remote_id=remote_id(row["id"]),
        author=row["author"],
        text=text,
        at=datetime.fromisoformat(row["at"]),
        answers=row["answers"],
        extra={"kind": row["kind"], "lang": row["lang"]},
        sort=row["sort"],
        thread=row["thread"],
        author_id=row["author"],
        author_name=row["author"],
        is_public=row["sort"] != "direct",
        is_own=bool(row["is_own"]),
    )


def as_it_stands(row: sqlite3.Row, now: datetime) -> Incoming:
    """An utterance with its words of now."""
    is_edited = row["edited_at"] is not None and row["edited_at"] <= stored(now)
    return incoming(row, text=row["edited"] if is_edited else row["text"])


def remote_id(number: int) -> str:
    """What the desk calls an utterance; posts have bare numbers."""
    return f"reaction-{number}"
