"""`toonbank demo`: a shop to look around in, with a real catalogue and ninety days of history."""

import argparse
import logging
from collections.abc import Sequence
from datetime import UTC, datetime

from toonbank.cli.desk import complain, make_ready
from toonbank.core.errors import ToonbankError

INTRODUCTION = """\
{made}
Open this link once, within three days: you are Noor, the owner.
  {noor}
To say yes as a second person, open this one in another browser or a private window: you are Bas, who helps at weekends.
  {bas}
Nobody has a password yet. toonbank demo --link makes both links anew."""


def run(arguments: Sequence[str]) -> int:
    """Returns 0 when the shop is there, 2 when it cannot be made."""
    asked = _parser().parse_args(arguments)
    try:
        make_ready()
        logging.getLogger("toonbank").setLevel(logging.ERROR)  # three months of a shop would scroll by
        print(introduce(fresh_links_too=asked.link, now=datetime.now(UTC)))
    except ToonbankError as trouble:
        return complain(trouble)
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="toonbank demo",
        description="Make the demo shop (Jas, coats in Zutphen). A second time it is left as it is.",
    )
    parser.add_argument("--link", action="store_true", help="make new links that let you in once")
    return parser


def introduce(*, fresh_links_too: bool, now: datetime) -> str:
    """Make the shop when it is not there; returns what to say about it."""
    from toonbank.work.demo.making import demo_shop, make_demo

    if demo_shop() is None:
        make_demo(now=now)
        return _introduction("The demo shop is there: Jas, coats in Zutphen.", now)
    if fresh_links_too:
        return _introduction("The demo shop was there already.", now)
    return "The demo shop is there already. toonbank demo --link makes links that let you in."


def _introduction(made: str, now: datetime) -> str:
    from django.conf import settings

    from toonbank.work.demo.making import fresh_links
    from toonbank.work.demo.opening import HELP, OWNER

    links = {email: f"{settings.ADDRESS}/enter/{token}/" for email, token in fresh_links(now=now).items()}
    return INTRODUCTION.format(made=made, noor=links[OWNER], bas=links[HELP])
