"""The file of a practice square: SQLite, laid out once, used by any number of processes."""

import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime

from toonbank.core.errors import TryLater

PATIENCE = 20.0  # seconds to wait for another writer
LAYOUT = 2
TABLES = (
    "CREATE TABLE IF NOT EXISTS accounts (name TEXT PRIMARY KEY, seed TEXT NOT NULL)",
    """CREATE TABLE IF NOT EXISTS posts (
    id INTEGER PRIMARY KEY AUTOINCREMENT, account TEXT NOT NULL REFERENCES accounts, key TEXT NOT NULL,
    text TEXT NOT NULL, lang TEXT NOT NULL, posted_at TEXT NOT NULL, is_gone INTEGER NOT NULL DEFAULT 0,
    CONSTRAINT one_post_per_key UNIQUE (account, key))""",
    """CREATE TABLE IF NOT EXISTS pictures (
    post INTEGER NOT NULL REFERENCES posts, place INTEGER NOT NULL, name TEXT NOT NULL, media_type TEXT NOT NULL,
    alt TEXT NOT NULL, width INTEGER NOT NULL, height INTEGER NOT NULL, content BLOB NOT NULL,
    PRIMARY KEY (post, place))""",
    # What is said by customers and, with a key, by the shop in answer. `thread` is "" for what begins one.
    """CREATE TABLE IF NOT EXISTS utterances (
    id INTEGER PRIMARY KEY AUTOINCREMENT, account TEXT NOT NULL REFERENCES accounts, key TEXT,
    post INTEGER REFERENCES posts, thread TEXT NOT NULL, answers TEXT NOT NULL DEFAULT '', sort TEXT NOT NULL,
    kind TEXT NOT NULL, author TEXT NOT NULL, is_own INTEGER NOT NULL DEFAULT 0, text TEXT NOT NULL,
    lang TEXT NOT NULL, at TEXT NOT NULL, edited TEXT NOT NULL DEFAULT '', edited_at TEXT, deleted_at TEXT,
    CONSTRAINT one_answer_per_key UNIQUE (account, key))""",
    "CREATE INDEX IF NOT EXISTS utterances_below ON utterances (post, at)",
    "CREATE INDEX IF NOT EXISTS utterances_said ON utterances (account, at)",
    "CREATE INDEX IF NOT EXISTS utterances_edited ON utterances (account, edited_at) WHERE edited_at IS NOT NULL",
    "CREATE INDEX IF NOT EXISTS utterances_deleted ON utterances (account, deleted_at) WHERE deleted_at IS NOT NULL",
    """CREATE TABLE IF NOT EXISTS drills (
    id INTEGER PRIMARY KEY AUTOINCREMENT, account TEXT NOT NULL, drill TEXT NOT NULL)""",
)
# Squares of before answers existed kept what customers said below a post, and nothing else.
OLD_REACTIONS = """INSERT INTO utterances (id, account, post, thread, answers, sort, kind, author, text, lang, at)
    SELECT r.id, p.account, p.id, CAST(p.id AS TEXT), CAST(p.id AS TEXT), 'comment', r.kind, r.author, r.text, p.lang, r.at
    FROM reactions r JOIN posts p ON p.id = r.post"""


class SquareFile:
    """The file at `path`; TryLater when it cannot be used."""

    def __init__(self, path: str) -> None:
        self._path = path
        with self.reading() as rows:
            if rows.execute("PRAGMA user_version").fetchone()[0] < LAYOUT:
                _lay_out(rows)

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """A connection on which readers never wait for a writer."""
        try:
            with closing(sqlite3.connect(self._path, timeout=PATIENCE, isolation_level=None)) as rows:
                rows.row_factory = sqlite3.Row
                rows.execute("PRAGMA foreign_keys=ON")
                # A power cut may lose the last moments of a practice square; a killed process loses nothing.
                rows.execute("PRAGMA synchronous=NORMAL")
                yield rows
        except sqlite3.Error as trouble:
            raise TryLater(f"The square's file cannot be used: {trouble}") from trouble

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """A connection in a transaction of its own."""
        with self.reading() as rows, _transaction(rows):
            yield rows


@contextmanager
def _transaction(rows: sqlite3.Connection) -> Iterator[None]:
    # Immediate: a second writer waits here, not halfway where it could only give up.
    rows.execute("BEGIN IMMEDIATE")
    try:
        yield
        rows.execute("COMMIT")
    except BaseException:
        rows.execute("ROLLBACK")
        raise


def _lay_out(rows: sqlite3.Connection) -> None:
    """Make the tables, or bring old ones up to date. WAL stays with the file."""
    for pause in (0.05, 0.2, 1.0, 3.0):
        try:
            rows.execute("PRAGMA journal_mode=WAL")
            with _transaction(rows):
                _make_tables(rows)
        except sqlite3.OperationalError:
            # Another process is doing the same; changing the mode does not wait for its turn.
            time.sleep(pause)
        else:
            return
    raise TryLater("The square's file is in use by others.")


def _make_tables(rows: sqlite3.Connection) -> None:
    if rows.execute("PRAGMA user_version").fetchone()[0] >= LAYOUT:
        return
    for table in TABLES:
        rows.execute(table)
    if rows.execute("SELECT 1 FROM sqlite_master WHERE name = 'reactions'").fetchone():
        rows.execute(OLD_REACTIONS)
        rows.execute("DROP TABLE reactions")
    rows.execute(f"PRAGMA user_version = {LAYOUT}")


def stored(moment: datetime) -> str:
    """Always UTC and always equally long, so that text sorts as time."""
    return moment.astimezone(UTC).isoformat(timespec="microseconds")


def moment_of(text: str | None) -> datetime | None:
    """The moment that was stored, None for none."""
    return datetime.fromisoformat(text) if text else None
