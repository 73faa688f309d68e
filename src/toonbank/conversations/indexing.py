"""The index of words in the database itself: whatever writes, changes or deletes a message, the index is in step at once.

SQLite: an FTS5 table without the texts. Its row ids are made of shop and message, so that one shop is one stretch of it, and
newest first is its own order. Triggers keep it. A later migration that makes SQLite rebuild the table of messages loses the
triggers; `keep_index` puts them back after every migration. PostgreSQL: a GIN index over an expression needs no keeping.
"""

# ruff: noqa: S608 - the statements are made of the constants of this module only

from typing import Any

from django.db.backends.base.base import BaseDatabaseWrapper

SHOP_BITS = 40
"""A row id is `shop << 40 | message`: four million shops, a million million messages."""
BUCKET_BITS = 13
"""On PostgreSQL the messages of a shop are also filed by stretches of 8,192 ids."""

_ROW = f"(({{row}}.shop_id << {SHOP_BITS}) | {{row}}.id)"
_IS_SAID = "({row}.deleted_at IS NULL AND {row}.text <> '')"
_NEW, _OLD = _ROW.format(row="NEW"), _ROW.format(row="OLD")
_IS_NEW, _IS_OLD = _IS_SAID.format(row="NEW"), _IS_SAID.format(row="OLD")
_COME = "INSERT INTO conversations_words(rowid, said) "
_GO = "INSERT INTO conversations_words(conversations_words, rowid, said) "

_SQLITE_TABLE = (
    "CREATE VIRTUAL TABLE IF NOT EXISTS conversations_words USING fts5(said, content='', detail=none, columnsize=0, "
    "prefix='2 3 4 5', tokenize=\"unicode61 remove_diacritics 2\")"
)
_SQLITE_TRIGGERS = [
    f"CREATE TRIGGER IF NOT EXISTS message_words_come AFTER INSERT ON conversations_message WHEN {_IS_NEW} "
    f"BEGIN {_COME} VALUES ({_NEW}, NEW.text); END",
    f"CREATE TRIGGER IF NOT EXISTS message_words_go AFTER DELETE ON conversations_message WHEN {_IS_OLD} "
    f"BEGIN {_GO} VALUES ('delete', {_OLD}, OLD.text); END",
    "CREATE TRIGGER IF NOT EXISTS message_words_change "
    "AFTER UPDATE OF text, deleted_at, shop_id, id ON conversations_message "
    f"WHEN OLD.text IS NOT NEW.text OR {_IS_OLD} IS NOT {_IS_NEW} OR {_OLD} IS NOT {_NEW} BEGIN "
    f"{_GO} SELECT 'delete', {_OLD}, OLD.text WHERE {_IS_OLD}; {_COME} SELECT {_NEW}, NEW.text WHERE {_IS_NEW}; END",
]
_SQLITE_FILL = (
    f"{_COME} SELECT {_ROW.format(row='m')}, m.text FROM conversations_message m "
    f"WHERE {_IS_SAID.format(row='m')} ORDER BY 1"
)

# Marks above letters are dropped; what the parser of PostgreSQL would read as an address, a number or (where its locale is "C")
# as a letter becomes a space.
_POSTGRESQL_WORDS = rf"""
CREATE OR REPLACE FUNCTION conversations_words(shop bigint, id bigint, said text) RETURNS tsvector
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
SELECT to_tsvector('simple'::regconfig,
    'toonshop' || shop::text || ' toonshop' || shop::text || 'b' || (id >> {BUCKET_BITS})::text || ' ' ||
    regexp_replace(regexp_replace(normalize(left(said, 50000), NFKD), '[\u0300-\u036f]+', '', 'g'),
        '[\u0001-\u002f\u003a-\u0040\u005b-\u0060\u007b-\u00bf\u00d7\u00f7\u2000-\u2bff\u3000-\u303f\ufe00-\ufe6f\U0001f000-\U0001faff]+',
        ' ', 'g'))
$$"""
_POSTGRESQL_INDEX = (
    "CREATE INDEX IF NOT EXISTS message_words ON conversations_message "
    "USING gin (conversations_words(shop_id, id, text)) WHERE deleted_at IS NULL AND text <> ''"
)


def make_index(connection: BaseDatabaseWrapper) -> None:
    """Make it, and put in what is there already."""
    if connection.vendor == "sqlite":
        _run(connection, _SQLITE_TABLE, *_SQLITE_TRIGGERS, _SQLITE_FILL)
    else:
        _run(connection, _POSTGRESQL_WORDS, _POSTGRESQL_INDEX)


def drop_index(connection: BaseDatabaseWrapper) -> None:
    """Take it away."""
    if connection.vendor == "sqlite":
        names = ("come", "go", "change")
        _run(connection, *(f"DROP TRIGGER IF EXISTS message_words_{name}" for name in names))
        _run(connection, "DROP TABLE IF EXISTS conversations_words")
    else:
        _run(connection, "DROP INDEX IF EXISTS message_words", "DROP FUNCTION IF EXISTS conversations_words")


def keep_index(**sent: Any) -> None:  # as Django's signal sends it
    """After every migration: put the triggers back where SQLite rebuilt the table."""
    from django.db import connections

    connection = connections[sent["using"]]
    if connection.vendor == "sqlite" and "conversations_words" in connection.introspection.table_names():
        _run(connection, *_SQLITE_TRIGGERS)


def _run(connection: BaseDatabaseWrapper, *statements: str) -> None:
    with connection.cursor() as rows:
        for statement in statements:
            rows.execute(statement)
