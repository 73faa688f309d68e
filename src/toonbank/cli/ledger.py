"""`toonbank ledger`: does the chain still close, and the whole of it as JSON lines."""

import argparse
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from toonbank.cli.desk import complain, wake
from toonbank.core.errors import BadInput

if TYPE_CHECKING:
    from toonbank.shops.models import Shop


def run(arguments: Sequence[str]) -> int:
    """Returns 0 when all is well, 1 when a ledger is broken, 2 when the question cannot be answered."""
    asked = _parser().parse_args(arguments)
    try:
        wake()
        shops = _shops(asked.shop)
        return _verify(shops) if asked.deed == "verify" else _export(shops)
    except BadInput as trouble:
        return complain(trouble)
    except BrokenPipeError:  # who reads had enough
        sys.stderr.close()
        return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="toonbank ledger", description="What was claimed, shown, approved and sent."
    )
    deeds = parser.add_subparsers(dest="deed", required=True, metavar="verify|export")
    told = {
        "verify": "walk the chain and name the first line that is missing or changed",
        "export": "print every line as JSON",
    }
    for deed, told_of in told.items():
        deeds.add_parser(deed, help=told_of, description=told_of).add_argument(
            "--shop", help="only this shop, by its name in addresses (default: all)"
        )
    return parser


def _shops(slug: str | None) -> list["Shop"]:
    from django.db.utils import DatabaseError

    from toonbank.shops.models import Shop

    try:
        shops = list(Shop.objects.filter(slug=slug) if slug else Shop.objects.order_by("slug"))
    except DatabaseError:
        raise BadInput("There is no desk here yet; start it once with: toonbank serve") from None
    if not shops:
        raise BadInput(f"There is no shop called {slug!r}." if slug else "There is no shop yet.")
    return shops


def _verify(shops: list["Shop"]) -> int:
    from toonbank.ledger.verifying import verify

    broken = 0
    for shop in shops:
        verdict = verify(shop)
        if verdict.closes:
            print(f"{shop.slug}: {verdict.lines} lines, the chain closes.")
        else:
            broken += 1
            print(
                f"{shop.slug}: BROKEN at line {verdict.broken_at} ({verdict.trouble}); {verdict.lines} lines before it are whole."
            )
    return 1 if broken else 0


def _export(shops: list["Shop"]) -> int:
    from toonbank.ledger.exporting import json_lines

    for shop in shops:
        sys.stdout.writelines(json_lines(shop))
    sys.stdout.flush()
    return 0
