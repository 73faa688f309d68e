"""What is on the practice square: posts with what is said below them, talks elsewhere, and the drills that wait."""

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from toonbank.core.errors import SignInAgain

from . import square_talk as talk
from .base import Incoming, Outgoing, Picture
from .customers import react, visits
from .hearing import Row
from .square_file import SquareFile, stored
from .square_talk import Said


class Drill(StrEnum):
    """How the square misbehaves when asked to, once for each time it is asked: in sending, and in listening."""

    HANG_UP_BEFORE = "hang_up_before"
    HANG_UP_AFTER = "hang_up_after"
    REFUSE = "refuse"
    TOO_FAST = "too_fast"
    SIGNED_OUT = "signed_out"
    UNREACHABLE = "unreachable"
    SERVER_ERROR = "server_error"
    SLOW = "slow"
    LISTEN_UNREACHABLE = "listen_unreachable"
    LISTEN_BREAKS_OFF = "listen_breaks_off"
    LISTEN_LATE = "listen_late"
    LISTEN_TWICE = "listen_twice"
    LISTEN_MIXED_UP = "listen_mixed_up"


@dataclass(frozen=True)
class SquarePost:
    """A post as the square shows it, with what is said below it by now: by customers, and by the shop in answer."""

    remote_id: str
    account: str
    text: str
    lang: str
    at: datetime
    pictures: tuple[Picture, ...]
    reactions: tuple[Incoming, ...]


@dataclass(frozen=True)
class SquareTalk:
    """Something said elsewhere than below a post, with what came of it, oldest first."""

    account: str
    said: tuple[Incoming, ...]


class SquareBoard:
    """What is on the square, kept in the SQLite file at `path`."""

    def __init__(self, path: str) -> None:
        self._file = SquareFile(path)

    def open_account(self, name: str) -> None:
        """Give a shop its place on the square; the same name again is the same place."""
        with self._file.writing() as rows:
            rows.execute("INSERT OR IGNORE INTO accounts VALUES (?, ?)", (name, name))

    def posts(
        self, account: str | None = None, *, now: datetime, limit: int = 20, before: str = ""
    ) -> list[SquarePost]:
        """The newest posts first, of everybody or of one account, older than the remote id `before`."""
        with self._file.reading() as rows:
            found = rows.execute(
                "SELECT * FROM posts WHERE is_gone = 0 AND posted_at <= :now"
                " AND (:account IS NULL OR account = :account)"
                " AND (:before = '' OR id < CAST(:before AS INTEGER)) ORDER BY id DESC LIMIT :limit",
                {"now": stored(now), "account": account, "before": before, "limit": limit},
            ).fetchall()
            return [_post(rows, row, now) for row in found]

    def misbehave(self, account: str, drill: Drill, *, times: int = 1) -> None:
        """Let the next `times` sends of `account` go wrong like this, or the next times that it listens."""
        with self._file.writing() as rows:
            rows.executemany("INSERT INTO drills (account, drill) VALUES (?, ?)", [(account, drill)] * times)

    def next_drill(self, account: str, *, in_listening: bool = False) -> Drill | None:
        """The misbehaviour that this send meets, or this listening; used up by asking."""
        with self._file.writing() as rows:
            taken = rows.execute(
                "DELETE FROM drills WHERE id = (SELECT min(id) FROM drills WHERE account = ?"
                " AND (drill LIKE 'listen%') = ?) RETURNING drill",
                (account, in_listening),
            ).fetchone()
        return Drill(taken["drill"]) if taken else None

    def store(self, account: str, post: Outgoing, at: datetime) -> str:
        """Put a post or an answer on the square and let the customers read it; the same key again changes nothing."""
        with self._file.writing() as rows:
            seed = rows.execute("SELECT seed FROM accounts WHERE name = ?", (account,)).fetchone()
            if seed is None:
                raise SignInAgain(f"{account} has no place on the square.")
            if post.answer_to:
                return talk.answer(rows, account, post, post.answer_to, at=at)
            made = rows.execute(
                "INSERT INTO posts (account, key, text, lang, posted_at) VALUES (?, ?, ?, ?, ?)"
                " ON CONFLICT (account, key) DO NOTHING RETURNING id",
                (account, post.key, post.text, post.lang, stored(at)),
            ).fetchone()
            if made:
                _add_pictures(rows, made["id"], post)
                said = react(post.text, post.lang, seed=seed["seed"]) + visits(
                    post.text, post.lang, seed=seed["seed"]
                )
                talk.add_reactions(rows, account, said, at=at, lang=post.lang, post=made["id"])
            row = rows.execute(
                "SELECT id FROM posts WHERE account = ? AND key = ?", (account, post.key)
            ).fetchone()
            return str(row["id"])

    def find(self, account: str, key: str) -> str:
        """The remote id of the post or answer with this key, "" when there is none (any more)."""
        with self._file.reading() as rows:
            post = rows.execute(
                "SELECT id FROM posts WHERE account = ? AND key = ? AND is_gone = 0", (account, key)
            ).fetchone()
            answer = rows.execute(
                "SELECT id FROM utterances WHERE account = ? AND key = ? AND deleted_at IS NULL",
                (account, key),
            ).fetchone()
        if answer:
            return talk.remote_id(answer["id"])
        return str(post["id"]) if post else ""

    def remove(self, account: str, remote_id: str, *, at: datetime) -> None:
        """Take a post off the square, with what was said under it, or one thing that was said."""
        with self._file.writing() as rows:
            if remote_id.isdecimal():
                rows.execute(
                    "UPDATE posts SET is_gone = 1 WHERE account = ? AND id = ?", (account, remote_id)
                )
                talk.hush(rows, int(remote_id), at=at)
            else:
                talk.delete(rows, account, remote_id, at=at)

    def let_say(self, account: str, said: Said, *, at: datetime) -> str:
        """Let somebody say this to `account`, or the shop itself in the square's own app; its remote id."""
        with self._file.writing() as rows:
            return talk.let_say(rows, account, said, at=at)

    def let_edit(self, account: str, remote_id: str, text: str, *, at: datetime) -> None:
        """Let somebody change what they said."""
        with self._file.writing() as rows:
            talk.edit(rows, account, remote_id, text, at=at)

    def listed(self, account: str, *, after: str, now: datetime) -> Iterator[list[Row]]:
        """What happened around `account` after the moment `after` and until `now`, oldest first, page by page."""
        spot: talk.Spot | None = (after, talk.LAST, 0)
        while spot:
            with self._file.reading() as rows:
                page, spot = talk.page_after(rows, account, spot, now)
            yield page

    def talks(self, account: str | None = None, *, now: datetime, limit: int = 20) -> list[SquareTalk]:
        """What is said elsewhere than below posts, the newest talk first."""
        with self._file.reading() as rows:
            return [SquareTalk(*found) for found in talk.elsewhere(rows, account, now, limit=limit)]


def _add_pictures(rows: sqlite3.Connection, post_id: int, post: Outgoing) -> None:
    rows.executemany(
        "INSERT INTO pictures VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        [
            (post_id, place, one.name, one.media_type, one.alt, one.width, one.height, one.content)
            for place, one in enumerate(post.pictures)
        ],
    )


def _post(rows: sqlite3.Connection, row: sqlite3.Row, now: datetime) -> SquarePost:
    pictures = rows.execute("SELECT * FROM pictures WHERE post = ? ORDER BY place", (row["id"],)).fetchall()
    return SquarePost(
        remote_id=str(row["id"]),
        account=row["account"],
        text=row["text"],
        lang=row["lang"],
        at=datetime.fromisoformat(row["posted_at"]),
        pictures=tuple(
            Picture(one["name"], one["content"], one["media_type"], one["alt"], one["width"], one["height"])
            for one in pictures
        ),
        reactions=tuple(talk.below(rows, row["id"], now)),
    )
