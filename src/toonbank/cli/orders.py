"""`toonbank orders`: a list of orders out of a shop system, to stand beside who asks about one."""

import argparse
import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from toonbank.cli.desk import complain, wake
from toonbank.cli.import_ import columns_of, shop_called
from toonbank.core.errors import BadInput, ToonbankError

if TYPE_CHECKING:
    from toonbank.conversations.orders.listing import ListedOrders

MOST_SHOWN = 20


def run(arguments: Sequence[str]) -> int:
    """Returns 0 when every row was read, 1 when some cannot be used, 2 when the list cannot be read at all."""
    asked = _parser().parse_args(arguments)
    try:
        wake()
        return _bring(asked)
    except ToonbankError as trouble:
        return complain(trouble)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="toonbank orders",
        description="Read a list of orders (CSV). No name, address or e-mail address of it is kept; the same list twice is once.",
    )
    parser.add_argument("file", metavar="FILE", type=Path, help="the list")
    parser.add_argument("--shop", help="the shop, by its name in addresses (not needed when there is one)")
    parser.add_argument(
        "--map",
        metavar="COLUMN=FIELD",
        action="append",
        default=[],
        help="which column is what, such as 'Kenmerk=order'; without it the headings tell. May be repeated. "
        "Fields: order, state, when, ordered_on, what, count, total, currency, track, customer, email.",
    )
    parser.add_argument("--dry-run", action="store_true", help="only say what would be kept")
    return parser


def _bring(asked: argparse.Namespace) -> int:
    from django.utils import translation
    from django_scopes import scope

    from toonbank.conversations.orders.bringing import keep_list
    from toonbank.conversations.orders.listing import read_orders

    shop = shop_called(asked.shop)
    if not asked.file.is_file():
        raise BadInput(f"There is no file {asked.file}; is the name right?")
    now, content = datetime.now(UTC), asked.file.read_bytes()
    with scope(shop=shop), translation.override("en"):
        columns = _columns(content, asked.map)
        found = read_orders(content, shop.pk, shop.clock, columns=columns, now=now)
        if not asked.dry_run:
            keep_list(shop, found.orders, now=now)
    return _tell(found, is_trial=asked.dry_run)


def _columns(content: bytes, said: Sequence[str]) -> dict[str, str] | None:
    """The guess for this list, with what was said about it laid over; None when nothing was said."""
    from toonbank.conversations.orders.listing import headings_of

    return columns_of(said, headings_of(content)) if said else None


def _tell(found: "ListedOrders", *, is_trial: bool) -> int:
    count = len({one.number for one in found.orders})
    print(
        f"{count} orders {'can be kept' if is_trial else 'are known now'}, {len(found.bad)} rows cannot be used."
    )
    print("Columns: " + ", ".join(f"{heading} = {field}" for field, heading in found.columns.items()))
    for row in found.bad[:MOST_SHOWN]:
        of = f" ({row.order})" if row.order else ""
        print(f"  line {row.line}{of}: {row.why}", file=sys.stderr)
    if len(found.bad) > MOST_SHOWN:
        print(f"  and {len(found.bad) - MOST_SHOWN} more", file=sys.stderr)
    return 1 if found.bad else 0
