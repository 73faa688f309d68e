"""`toonbank link`: lets one person in once, when nobody in the shop can make the link."""

import argparse
from collections.abc import Sequence
from datetime import UTC, datetime

from toonbank.cli.desk import complain, wake
from toonbank.core.errors import BadInput

SAID = """\
Give this link to {email}, by a way that only they read. It opens once, within a day:
  {address}/enter/{token}/
Links that were made for them before do not open any more."""


def run(arguments: Sequence[str]) -> int:
    """Returns 0 when the link was made, 2 when there is nobody to make it for."""
    asked = _parser().parse_args(arguments)
    try:
        wake()
        print(_make(asked.email, now=datetime.now(UTC)))
    except BadInput as trouble:
        return complain(trouble)
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="toonbank link",
        description="Make a one-time link for who forgot the password. The ledger of each of their shops tells of it.",
    )
    parser.add_argument("email", metavar="E-MAIL", help="the address with which they sign in")
    return parser


def _make(email: str, *, now: datetime) -> str:
    from django.conf import settings
    from django.db.utils import DatabaseError

    from toonbank.shops.entry import link_for

    try:
        token = link_for(email, now=now)
    except DatabaseError:
        raise BadInput("There is no desk here yet; start it once with: toonbank serve") from None
    return SAID.format(email=email, address=settings.ADDRESS, token=token)
