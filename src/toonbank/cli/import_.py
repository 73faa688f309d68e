"""`toonbank import`: a product feed or stock list into the shop's catalogue."""

import argparse
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from toonbank.cli.desk import complain, wake
from toonbank.core.errors import BadInput, Overtaken, ToonbankError

if TYPE_CHECKING:
    from toonbank.evidence.importing import Listener
    from toonbank.evidence.importing import Progress as Heard
    from toonbank.evidence.models import FactSource, ImportRun
    from toonbank.shops.models import Shop

MOST_SHOWN = 20


def run(arguments: Sequence[str]) -> int:
    """Returns 0 when every row was read, 1 when something asks for a look, 2 when it cannot be read at all."""
    asked = _parser().parse_args(arguments)
    try:
        wake()
        return _import(asked)
    except Overtaken:
        return complain(BadInput("This list is being read by another process at this moment."))
    except ToonbankError as trouble:
        return complain(trouble)
    except KeyboardInterrupt:
        print("\nStopped. The same command goes on where it was.", file=sys.stderr)
        return 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="toonbank import",
        description="Read a product feed (XML, tab-separated) or stock list (CSV) into the catalogue. "
        "A list that was interrupted goes on where it was.",
    )
    parser.add_argument("source", metavar="FILE|URL", help="the list, or the address where it is")
    parser.add_argument("--shop", help="the shop, by its name in addresses (not needed when there is one)")
    parser.add_argument("--name", help="what to call this source (default: the name of the file)")
    parser.add_argument(
        "--map",
        metavar="COLUMN=FIELD",
        action="append",
        default=[],
        help="which column is what, such as 'Vrije voorraad=stock'; remembered. May be repeated.",
    )
    parser.add_argument(
        "--complete",
        action="store_true",
        help="the list names all the shop sells: what is missing from it is taken off sale",
    )
    return parser


def _import(asked: argparse.Namespace) -> int:
    from django_scopes import scope

    shop = shop_called(asked.shop)
    with scope(shop=shop):
        source = _source(shop, asked)
        with _progress() as listener:
            result = _read(source, asked.source, listener)
        _tell(result)
        needs_a_look = result.skipped or result.trouble
    if result.state == "stopped":
        return 2
    return 1 if needs_a_look else 0


def shop_called(slug: str | None) -> "Shop":
    """The shop of this name in addresses, or the only one; BadInput when that is none."""
    from django.db.utils import DatabaseError

    from toonbank.shops.models import Shop

    try:
        shops = list(Shop.objects.filter(slug=slug) if slug else Shop.objects.all()[:2])
    except DatabaseError:
        raise BadInput("There is no desk here yet; start it once with: toonbank serve") from None
    if len(shops) == 1:
        return shops[0]
    if slug:
        raise BadInput(f"There is no shop called {slug!r}.")
    raise BadInput("There are several shops; say which with --shop." if shops else "There is no shop yet.")


def _source(shop: "Shop", asked: argparse.Namespace) -> "FactSource":
    from toonbank.evidence.models import FactSource

    is_address = _is_address(asked.source)
    if not is_address and not Path(asked.source).is_file():
        raise BadInput(f"There is no file {asked.source}; is the name right?")
    name = (asked.name or (Path(asked.source).stem if not is_address else _host(asked.source)))[:120]
    kind = FactSource.Kind.ADDRESS if is_address else FactSource.Kind.UPLOAD
    source, _ = FactSource.objects.get_or_create(shop=shop, name=name, defaults={"kind": kind})
    if source.kind != kind:
        raise BadInput(f"A source called {name!r} is there already, of another kind; choose another --name.")
    source.address = asked.source if is_address else ""
    source.is_complete = source.is_complete or asked.complete
    source.mapping = _columns(asked) or source.mapping
    source.save(update_fields=["address", "is_complete", "mapping"])
    return source


def _columns(asked: argparse.Namespace) -> dict[str, object]:
    """The guess for this list, with what was said about it laid over; {} when nothing was said."""
    from dataclasses import asdict

    from toonbank.sources.mapping import Mapping

    if not asked.map:
        return {}
    guessed = {} if _is_address(asked.source) else _guess(Path(asked.source))
    return asdict(Mapping(columns_of(asked.map, guessed)))


def columns_of(words: Sequence[str], guessed: dict[str, str]) -> dict[str, str]:
    """Field -> column as `--map COLUMN=FIELD` says, laid over what was guessed."""
    said = dict(_pair(word) for word in words)
    kept = {field: column for field, column in guessed.items() if column not in said.values()}
    return kept | said


def _pair(word: str) -> tuple[str, str]:
    column, sign, field = word.rpartition("=")
    if not sign or not column.strip() or not field.strip():
        raise BadInput(f"--map {word!r}: write COLUMN=FIELD, such as 'Vrije voorraad=stock'")
    return field.strip(), column.strip()


def _guess(file: Path) -> dict[str, str]:
    from toonbank.sources.opening import open_source

    with open_source(file) as opened:
        preview = opened.preview()
    if preview is None:
        raise BadInput("An XML feed names its own fields; --map is for lists with columns.")
    return preview.columns


def _read(source: "FactSource", where: str, listener: "Listener") -> "ImportRun":
    from toonbank.evidence.importing import run_import
    from toonbank.evidence.refreshing import refresh

    now = datetime.now(UTC)
    if _is_address(where):
        return refresh(source, now=now, on_progress=listener)
    return run_import(source, Path(where), now=now, on_progress=listener)


@contextmanager
def _progress() -> "Iterator[Listener]":
    """A bar on a terminal; on anything else nothing moves."""
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeRemainingColumn

    words = TextColumn("{task.fields[rows]} products")
    columns = (BarColumn(), TaskProgressColumn(), words, TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=None, rows=0)

        def listen(progress: "Heard") -> None:
            bar.update(
                task, completed=progress.bytes_read, total=progress.bytes_total or None, rows=progress.rows
            )

        yield listen


def _tell(run: "ImportRun") -> None:
    print(f"{run.rows} products read: {run.added} new, {run.changed} changed, {run.skipped} rows skipped.")
    if run.vanished:
        print(f"{run.vanished} products are no longer in this list and were taken off sale.")
    for row in run.skipped_rows.all()[:MOST_SHOWN]:
        of = f" ({row.ref})" if row.ref else ""
        print(f"  line {row.line}{of}: {row.reason['en']}")
    if run.skipped > MOST_SHOWN:
        print(f"  and {run.skipped - MOST_SHOWN} more; the desk shows them all.")
    if run.trouble:
        print(run.trouble["en"], file=sys.stderr)


def _is_address(source: str) -> bool:
    return source.lower().startswith(("http://", "https://"))


def _host(address: str) -> str:
    from urllib.parse import urlsplit

    return urlsplit(address).hostname or "feed"
