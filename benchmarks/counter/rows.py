"""A counter of any size, made by the database itself: conversations of three messages each, spread over one or several shops."""

import random
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from django.db import connection, transaction
from django.db.models import Model
from django_scopes import scope

from toonbank.conversations.indexing import drop_index, make_index
from toonbank.conversations.models import Conversation, Message
from toonbank.relations.models import Contact, Identity
from toonbank.shops.models import Account, Member, Person, Shop
from toonbank.shops.statistics import renew_statistics

SHARES = {"jas": 70, "muts": 20, "sjaal": 9, "want": 1}
"""Of a hundred conversations so many are of each shop, when there are several."""
WORDS = 30_000
HALVES = 50_000
AT_ONCE = 50_000
SYLLABLES = "ba be bo da de do ga ge go ka ke ko la le lo ma me mo na ne no pa pe po ra re ro sa se so ta te to wa we wo ij oe ui".split()
COMMON = (
    "de het een ik en van is in dat op te niet met voor aan er maar om bij nog was jullie wel al naar dan wat jas maat kan "
    "winkel bestelling pakket kleur open retour bedankt ruilen levering kapot rits muts mijn hij ze zijn heb gisteren vandaag"
).split()
LABELS = "question complaint-implicit complaint-disapproval doubt criticism compliment chat complaint-accusation question danger".split()


def vocabulary() -> list[str]:
    """Words from frequent to rare: real ones first, then made-up ones, for a search cares only how often a word stands."""
    chance, known, words = random.Random(3), set(COMMON), list(COMMON)
    while len(words) < WORDS:
        word = "".join(chance.choice(SYLLABLES) for _ in range(chance.randint(2, 5)))
        if word not in known:
            known.add(word)
            words.append(word)
    return words


def halves() -> list[str]:
    """Ten words each, as often as words stand in a language: the n-th word n times less than the first."""
    chance, words = random.Random(5), vocabulary()
    weights = [1 / rank for rank in range(1, len(words) + 1)]
    drawn = chance.choices(words, weights, k=HALVES * 10)
    return [" ".join(drawn[start : start + 10]) for start in range(0, len(drawn), 10)]


@dataclass(frozen=True)
class Made:
    """A shop, its owner and its account."""

    shop: Shop
    member: Member
    account: Account


def fill(messages: int, *, shops: int, now: datetime) -> tuple[list[Shop], list[Member], float]:
    """The shops, an owner of each, and how many seconds of the clock it took. Messages come in threes."""
    began = time.perf_counter()
    made = [_shop(name) for name in list(SHARES)[:shops]]
    talk_to(made, messages, now=now)
    return [one.shop for one in made], [one.member for one in made], time.perf_counter() - began


def talk_to(made: list[Made], messages: int, *, now: datetime) -> None:
    """So many messages in these shops, a chunk at a time."""
    bounds, start = {}, 0
    for one in made:
        bounds[one.shop.slug] = (start, start + (SHARES[one.shop.slug] if len(made) > 1 else 100))
        start = bounds[one.shop.slug][1]
    with connection.cursor() as rows:
        rows.execute("CREATE TEMPORARY TABLE half (id integer PRIMARY KEY, words text)")
        rows.executemany("INSERT INTO half VALUES (%s, %s)", list(enumerate(halves())))
    count = messages // 3
    with _indices_afterwards():
        for first in range(0, count, AT_ONCE):
            last = min(first + AT_ONCE, count)
            for one in made:
                with transaction.atomic():
                    _chunk(_Chunk(one, first, last, *bounds[one.shop.slug]), now)
    _sequences()
    renew_statistics()
    if not _is_sqlite():
        with connection.cursor() as rows:
            rows.execute("ANALYZE")  # as PostgreSQL does by itself, within a minute


@contextmanager
def _indices_afterwards() -> Iterator[None]:
    """Sorted once at the end: millions of rows, each put in its place in a dozen indices, would take hours."""
    tables = [model._meta.db_table for model in (Conversation, Message)]
    drop_index(connection)
    with connection.cursor() as rows:
        rows.execute(_INDICES[connection.vendor], tables)
        found = rows.fetchall()
        for name, _made in found:
            rows.execute(f'DROP INDEX "{name}"')
    yield
    with connection.cursor() as rows:
        for _name, made in found:
            rows.execute(made)
    make_index(connection)


_INDICES = {
    "sqlite": "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL AND tbl_name IN (%s, %s)",
    "postgresql": "SELECT indexname, indexdef FROM pg_indexes WHERE tablename IN (%s, %s) "
    "AND indexname NOT IN (SELECT conname FROM pg_constraint)",
}


def _shop(name: str) -> Made:
    shop = Shop.objects.create(name=name.capitalize(), slug=name)
    with scope(shop=shop):
        person = Person.objects.create_user(f"noor@{name}.example", None, name="Noor")
        member = Member.objects.create(shop=shop, person=person, role="owner")
        account = Account.objects.create(shop=shop, kind="square", name="Oefenplein", handle=name)
    return Made(shop, member, account)


class _Chunk:
    """Conversations `first` up to `last`, those that fall to one shop; `low` and `high` are its share of a hundred."""

    def __init__(self, made: Made, first: int, last: int, low: int, high: int) -> None:
        self.shop, self.member, self.account = made.shop, made.member, made.account
        self.numbers = f"WITH RECURSIVE number(n) AS (SELECT {_big(first)} UNION ALL SELECT n + 1 FROM number WHERE n < {last - 1}) "
        self.mine = f"((n * 37) % 100) >= {low} AND ((n * 37) % 100) < {high}"


def _chunk(chunk: _Chunk, now: datetime) -> None:
    shop, account = chunk.shop.pk, chunk.account.pk
    _insert(
        Contact, chunk, "n % 4 = 0 OR n = 0", {"id": "n + 1", "shop_id": shop, "name": "'Klant ' || n"}, now
    )
    _insert(
        Identity,
        chunk,
        "n % 4 = 0 OR n = 0",
        {
            "id": "n + 1",
            "shop_id": shop,
            "contact_id": "n + 1",
            "kind": "'square'",
            "key": "'k' || n",
            "name": "'Klant ' || n",
        },
        now,
    )
    kind = "(n * 7919 + 11) % 1000"
    waits, is_spam = f"{kind} < 100", f"{kind} >= 90 AND {kind} < 100"
    state = (
        f"CASE WHEN {kind} < 60 THEN 'new' WHEN {kind} < 100 THEN 'ours' WHEN {kind} < 200 THEN 'theirs' "
        f"WHEN {kind} < 700 THEN 'settled' WHEN {kind} < 950 THEN 'closed' ELSE 'aside' END"
    )
    label = f"CASE WHEN {is_spam} THEN 'spam-abuse' ELSE {_one_of(LABELS, 'n * 31')} END"
    said_at = _moment(now, f"-300 * (({_big(0)} + n * 104729) % 1000000)")
    due_at = (
        f"CASE WHEN {waits} AND NOT ({is_spam}) THEN {_moment(now, '60 * ((n * 6151) % 20000) - 200000')} END"
    )
    _insert(
        Conversation,
        chunk,
        "TRUE",
        {
            "id": "n + 1",
            "shop_id": shop,
            "account_id": account,
            "thread": "'t' || n",
            "sort": "'comment'",
            "is_public": "(n % 5 > 0)",
            "state": state,
            "label": label,
            "severity": "CASE WHEN n % 10 = 7 THEN 3 ELSE 0 END",
            "band": f"CASE WHEN {is_spam} THEN 2 WHEN n % 10 IN (7, 9) THEN 0 WHEN n % 10 IN (0, 1, 2, 3, 8) THEN 1 ELSE 2 END",
            "language": "CASE WHEN n % 9 = 0 THEN 'en' ELSE 'nl' END",
            "due_at": due_at,
            "snoozed_until": f"CASE WHEN {waits} AND n % 17 = 0 THEN {_moment(now, '86400')} END",
            "assignee_id": f"CASE WHEN n % 3 = 0 THEN {chunk.member.pk} END",
            "excerpt": _half("n * 3"),
            "name": "'Klant ' || n",
            "began_at": said_at,
            "last_at": said_at,
            "heard_at": f"CASE WHEN {waits} THEN {said_at} END",
        },
        now,
    )
    for turn in range(3):
        number = f"(n * 3 + {turn})"
        _insert(
            Message,
            chunk,
            "TRUE",
            {
                "id": f"{number} + 1",
                "shop_id": shop,
                "conversation_id": "n + 1",
                "account_id": account,
                "remote_id": f"'m' || {number}",
                "is_ours": "(1 = 1)" if turn == 1 else "(1 = 0)",
                "text": f"{_half(number)} || ' ' || {_half(f'{number} * 7 + 5')}",
                "at": said_at,
                "heard_at": said_at,
                "is_public": "(n % 5 > 0)",
                "label": "''" if turn == 1 else label,
                "language": "'nl'",
                "clock": "'4 h'",
                "sentiment": "'neu'",
            },
            now,
        )


def _insert(model: type[Model], chunk: _Chunk, where: str, given: Mapping[str, Any], now: datetime) -> None:
    """One INSERT ... SELECT; a column that is not given gets what the model says."""
    columns: dict[str, str] = {}
    params: list[Any] = []
    for field in model._meta.concrete_fields:
        if field.column in given:
            columns[field.column] = str(given[field.column])
        elif field.null:
            continue
        else:
            value = field.get_default()
            columns[field.column] = "%s"
            params.append(field.get_db_prep_save(now if value is None else value, connection))
    names = ", ".join(f'"{name}"' for name in columns)
    wanted = ", ".join(part.replace("%", "%%") if part != "%s" else part for part in columns.values())
    rest = f"FROM number WHERE {chunk.mine} AND ({where})".replace("%", "%%")
    head = f'INSERT INTO "{model._meta.db_table}" ({names}) '
    sql = (
        f"{head} {chunk.numbers} SELECT {wanted} {rest}"
        if _is_sqlite()
        else f"{chunk.numbers} {head} SELECT {wanted} {rest}"
    )
    with connection.cursor() as rows:
        rows.execute(sql, params)


def _is_sqlite() -> bool:
    return connection.vendor == "sqlite"


def _big(number: int) -> str:
    return f"CAST({number} AS bigint)"


def _half(number: str) -> str:
    return f"(SELECT words FROM half WHERE half.id = CAST((({number}) * 40503 + 77) % {HALVES} AS integer))"


def _one_of(words: list[str], number: str) -> str:
    parts = " ".join(f"WHEN {place} THEN '{word}'" for place, word in enumerate(words))
    return f"CASE ({number}) % {len(words)} {parts} END"


def _moment(now: datetime, seconds: str) -> str:
    """`now` and so many seconds, as this database keeps a moment."""
    base = now.astimezone(UTC).replace(microsecond=0)
    if _is_sqlite():
        return f"datetime('{base:%Y-%m-%d %H:%M:%S}', ({seconds}) || ' seconds')"
    return f"(timestamptz '{base.isoformat()}' + ({seconds}) * interval '1 second')"


def _sequences() -> None:
    """PostgreSQL does not see ids that were given."""
    if _is_sqlite():
        return
    with connection.cursor() as rows:
        for model in (Contact, Identity, Conversation, Message):
            table = model._meta.db_table
            rows.execute(
                f"SELECT setval(pg_get_serial_sequence('{table}', 'id'), (SELECT max(id) FROM {table}))"
            )


def size_on_disk() -> dict[str, int]:
    """Megabytes: of everything, and of the index of words."""
    with connection.cursor() as rows:
        if _is_sqlite():
            rows.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            rows.execute("SELECT page_count * page_size FROM pragma_page_count(), pragma_page_size()")
            whole = rows.fetchone()[0]
            rows.execute("SELECT sum(length(block)) FROM conversations_words_data")
        else:
            rows.execute("SELECT pg_database_size(current_database())")
            whole = rows.fetchone()[0]
            rows.execute("SELECT pg_relation_size('message_words')")
        return {"all": whole // 2**20, "words": (rows.fetchone()[0] or 0) // 2**20}
