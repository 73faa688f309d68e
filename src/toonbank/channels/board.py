"""What is on the practice square, in one SQLite file that several processes may use."""

import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum

from toonbank.core.errors import SignInAgain, TryLater

from .base import Incoming, Outgoing, Picture
from .customers import react

PATIENCE = 20.0  # seconds to wait for another writer
TABLES = """
CREATE TABLE IF NOT EXISTS accounts (name TEXT PRIMARY KEY, seed TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS posts (
    id INTEGER PRIMARY KEY AUTOINCREMENT, account TEXT NOT NULL REFERENCES accounts, key TEXT NOT NULL,
    text TEXT NOT NULL, lang TEXT NOT NULL, posted_at TEXT NOT NULL, is_gone INTEGER NOT NULL DEFAULT 0,
    CONSTRAINT one_post_per_key UNIQUE (account, key));
CREATE TABLE IF NOT EXISTS pictures (
    post INTEGER NOT NULL REFERENCES posts, place INTEGER NOT NULL, name TEXT NOT NULL, media_type TEXT NOT NULL,
    alt TEXT NOT NULL, width INTEGER NOT NULL, height INTEGER NOT NULL, content BLOB NOT NULL,
    PRIMARY KEY (post, place));
CREATE TABLE IF NOT EXISTS reactions (
    id INTEGER PRIMARY KEY AUTOINCREMENT, post INTEGER NOT NULL REFERENCES posts, author TEXT NOT NULL,
    kind TEXT NOT NULL, text TEXT NOT NULL, at TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS drills (
    id INTEGER PRIMARY KEY AUTOINCREMENT, account TEXT NOT NULL, drill TEXT NOT NULL);
"""


class Drill(StrEnum):
    """How the square misbehaves when asked to, once for each time it is asked."""

    HANG_UP_BEFORE = "hang_up_before"
    HANG_UP_AFTER = "hang_up_after"
    REFUSE = "refuse"
    TOO_FAST = "too_fast"
    SIGNED_OUT = "signed_out"
    UNREACHABLE = "unreachable"
    SERVER_ERROR = "server_error"
    SLOW = "slow"


@dataclass(frozen=True)
class SquarePost:
    """A post as the square shows it, with the reactions whose time has come."""

    remote_id: str
    account: str
    text: str
    lang: str
    at: datetime
    pictures: tuple[Picture, ...]
    reactions: tuple[Incoming, ...]


class SquareBoard:
    """What is on the square, kept in the SQLite file at `path`."""

    def __init__(self, path: str) -> None:
        self._path = path
        with self._reading() as rows:
            if rows.execute("PRAGMA journal_mode").fetchone()[0] != "wal":
                _lay_out(rows)

    def open_account(self, name: str) -> None:
        """Give a shop its place on the square; the same name again is the same place."""
        with self._writing() as rows:
            rows.execute("INSERT OR IGNORE INTO accounts VALUES (?, ?)", (name, name))

    def posts(
        self, account: str | None = None, *, now: datetime, limit: int = 20, before: str = ""
    ) -> list[SquarePost]:
        """The newest posts first, of everybody or of one account, older than the remote id `before`."""
        with self._reading() as rows:
            found = rows.execute(
                "SELECT * FROM posts WHERE is_gone = 0 AND posted_at <= :now"
                " AND (:account IS NULL OR account = :account)"
                " AND (:before = '' OR id < CAST(:before AS INTEGER)) ORDER BY id DESC LIMIT :limit",
                {"now": _stored(now), "account": account, "before": before, "limit": limit},
            ).fetchall()
            return [_post(rows, row, now) for row in found]

    def misbehave(self, account: str, drill: Drill, *, times: int = 1) -> None:
        """Let the next `times` sends of `account` go wrong like this."""
        with self._writing() as rows:
            rows.executemany("INSERT INTO drills (account, drill) VALUES (?, ?)", [(account, drill)] * times)

    def next_drill(self, account: str) -> Drill | None:
        """The misbehaviour that this send meets, used up by asking."""
        with self._writing() as rows:
            taken = rows.execute(
                "DELETE FROM drills WHERE id = (SELECT min(id) FROM drills WHERE account = ?) RETURNING drill",
                (account,),
            ).fetchone()
        return Drill(taken["drill"]) if taken else None

    def store(self, account: str, post: Outgoing, at: datetime) -> str:
        """Put a post on the square and let the customers read it; the same key again changes nothing."""
        with self._writing() as rows:
            seed = rows.execute("SELECT seed FROM accounts WHERE name = ?", (account,)).fetchone()
            if seed is None:
                raise SignInAgain(f"{account} has no place on the square.")
            made = rows.execute(
                "INSERT INTO posts (account, key, text, lang, posted_at) VALUES (?, ?, ?, ?, ?)"
                " ON CONFLICT (account, key) DO NOTHING RETURNING id",
                (account, post.key, post.text, post.lang, _stored(at)),
            ).fetchone()
            if made:
                _add_pictures(rows, made["id"], post)
                _add_reactions(rows, made["id"], post, at=at, seed=seed["seed"])
            row = rows.execute(
                "SELECT id FROM posts WHERE account = ? AND key = ?", (account, post.key)
            ).fetchone()
            return str(row["id"])

    def find(self, account: str, key: str) -> str:
        """The remote id of the post with this key, "" when there is none (any more)."""
        with self._reading() as rows:
            row = rows.execute(
                "SELECT id FROM posts WHERE account = ? AND key = ? AND is_gone = 0", (account, key)
            ).fetchone()
        return str(row["id"]) if row else ""

    def remove(self, account: str, remote_id: str) -> None:
        """Take a post off the square, with what was said under it."""
        with self._writing() as rows:
            rows.execute("UPDATE posts SET is_gone = 1 WHERE account = ? AND id = ?", (account, remote_id))

    def heard(self, account: str, since: str, now: datetime) -> list[Incoming]:
        """What customers said to `account` after the cursor `since` and until `now`, oldest first."""
        at, _, last = since.partition("|")
        with self._reading() as rows:
            found = rows.execute(
                "SELECT r.* FROM reactions r JOIN posts p ON p.id = r.post"
                " WHERE p.account = ? AND p.is_gone = 0 AND r.at <= ? AND (r.at, r.id) > (?, ?) ORDER BY r.at, r.id",
                (account, _stored(now), at, int(last or 0)),
            ).fetchall()
        return [_incoming(row) for row in found]

    @contextmanager
    def _reading(self) -> Iterator[sqlite3.Connection]:
        try:
            with closing(sqlite3.connect(self._path, timeout=PATIENCE, isolation_level=None)) as rows:
                rows.row_factory = sqlite3.Row
                rows.execute("PRAGMA foreign_keys=ON")
                yield rows
        except sqlite3.Error as trouble:
            raise TryLater(f"The square's file cannot be used: {trouble}") from trouble

    @contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        with self._reading() as rows:
            # Immediate: a second writer waits here, not halfway where it could only give up.
            rows.execute("BEGIN IMMEDIATE")
            try:
                yield rows
                rows.execute("COMMIT")
            except BaseException:
                rows.execute("ROLLBACK")
                raise


def _lay_out(rows: sqlite3.Connection) -> None:
    """Make the tables. WAL stays with the file; readers then never wait for a writer."""
    for pause in (0.05, 0.2, 1.0, 3.0):
        try:
            rows.executescript(TABLES)
            rows.execute("PRAGMA journal_mode=WAL")
        except sqlite3.OperationalError:
            # Another process is doing the same; this one change does not wait for its turn.
            time.sleep(pause)
        else:
            return
    raise TryLater("The square's file is in use by others.")


def _add_pictures(rows: sqlite3.Connection, post_id: int, post: Outgoing) -> None:
    rows.executemany(
        "INSERT INTO pictures VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        [
            (post_id, place, one.name, one.media_type, one.alt, one.width, one.height, one.content)
            for place, one in enumerate(post.pictures)
        ],
    )


def _add_reactions(
    rows: sqlite3.Connection, post_id: int, post: Outgoing, *, at: datetime, seed: str
) -> None:
    rows.executemany(
        "INSERT INTO reactions (post, author, kind, text, at) VALUES (?, ?, ?, ?, ?)",
        [
            (post_id, one.author, one.kind, one.text, _stored(at + one.after))
            for one in react(post.text, post.lang, seed=seed)
        ],
    )


def _post(rows: sqlite3.Connection, row: sqlite3.Row, now: datetime) -> SquarePost:
    pictures = rows.execute("SELECT * FROM pictures WHERE post = ? ORDER BY place", (row["id"],)).fetchall()
    reactions = rows.execute(
        "SELECT * FROM reactions WHERE post = ? AND at <= ? ORDER BY at, id", (row["id"], _stored(now))
    ).fetchall()
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
        reactions=tuple(map(_incoming, reactions)),
    )


def _incoming(row: sqlite3.Row) -> Incoming:
    return Incoming(
        remote_id=f"reaction-{row['id']}",
        author=row["author"],
        text=row["text"],
        at=datetime.fromisoformat(row["at"]),
        answers=str(row["post"]),
        cursor=f"{row['at']}|{row['id']}",
        extra={"kind": row["kind"]},
    )


def _stored(moment: datetime) -> str:
    """Always UTC and always equally long, so that text sorts as time."""
    return moment.astimezone(UTC).isoformat(timespec="microseconds")
