"""`toonbank check`: is this text true, decent and lawful, by the shop's own facts?"""

import argparse
import os
import sys
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from toonbank.cli.reading import read_facts_file, read_standard_input, read_text_file, spoken
from toonbank.cli.showing import as_text, uses_colour
from toonbank.core.errors import BadInput
from toonbank.etiquette import Checkup, Draft, Facts, Severity, check

if TYPE_CHECKING:
    from toonbank.etiquette.house_rules import HouseRules

KINDS = ("post", "reply", "repost", "goal", "moderation", "account")
FORMATS = ("text", "json", "sarif")
FAIL_ON = ("block", "warn", "advise", "never")
LONGEST = 1_000_000


def run(words: Sequence[str]) -> int:
    """0 when nothing stands at or above --fail-on, 1 when something does, 2 when the input cannot be used."""
    asked = _parser().parse_args(words)
    if asked.jsonl:
        from toonbank.cli.lines import check_lines

        return check_lines(asked)
    facts = _facts(asked)
    checkups = []
    for name, text in _texts(asked):
        draft = Draft(text, asked.kind, asked.network, asked.lang)
        checkups.append((name, text, check(draft, facts)))
    _show(asked, checkups, facts)
    return 1 if fails((checkup for _, _, checkup in checkups), asked.fail_on) else 0


class _Formatter(argparse.HelpFormatter):
    """Help as wide as the terminal; without a width every option would import `shutil`, which starts slowly."""

    def __init__(self, prog: str) -> None:
        width = os.get_terminal_size().columns - 2 if sys.stdout.isatty() else 100
        super().__init__(prog, width=max(40, width))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="toonbank check",
        formatter_class=_Formatter,
        description="Check a text against the facts of the shop. Without a text it reads standard input.",
        epilog="Exit status: 0 nothing at or above --fail-on, 1 something, 2 the input cannot be used.",
    )
    parser.add_argument("text", nargs="*", help="what you want to post; each argument is one text")
    parser.add_argument("--file", action="append", default=[], metavar="FILE", help="read a text from a file")
    parser.add_argument(
        "--files", action="store_true", help="the texts on this line are names of files to read"
    )
    parser.add_argument(
        "--jsonl", nargs="?", const="-", metavar="FILE", help="one JSON object a line, in and out"
    )
    parser.add_argument("--facts", metavar="FILE", help="stock, prices, promotions and more, as JSON or TOML")
    parser.add_argument(
        "--house", metavar="FILE", help="the house rules of the shop, as `toonbank rules` knows them"
    )
    parser.add_argument("--format", choices=FORMATS, default="text", help="how to answer (text)")
    parser.add_argument(
        "--rules-at", metavar="URL", help="with sarif: where the pages of script/docs are kept, for links"
    )
    parser.add_argument(
        "--fail-on", choices=FAIL_ON, default="block", help="from which severity the status is 1 (block)"
    )
    parser.add_argument("--lang", choices=("nl", "en"), help="the language, when you do not want it guessed")
    parser.add_argument("--kind", choices=KINDS, default="post", help="what sort of text it is (post)")
    parser.add_argument("--network", metavar="NAME", help="where it will appear, such as mastodon")
    return parser


def _texts(asked: argparse.Namespace) -> list[tuple[str, str]]:
    names = [*asked.text, *asked.file] if asked.files else asked.file
    given = [] if asked.files else [("", spoken(text)) for text in asked.text]
    given += [(name, read_text_file(name)) for name in names]
    if not given:
        given = [("", read_standard_input("a text, --file or --jsonl"))]
    for _, text in given:
        if len(text) > LONGEST:
            raise BadInput(
                f"This text has {len(text):,} characters. No network takes more than {LONGEST:,}; give the post only."
            )
    return given


def _facts(asked: argparse.Namespace) -> Facts:
    """The facts of the file; the moment is now unless the file says otherwise."""
    facts = Facts.from_json(read_facts_file(asked.facts)) if asked.facts else Facts()
    if asked.house:
        facts = read_house(asked.house).applied_to(facts)
    if facts.now is not None or facts.publish_at is not None:
        return facts
    from dataclasses import replace
    from datetime import datetime

    return replace(facts, now=datetime.now().astimezone())


def _show(asked: argparse.Namespace, checkups: list[tuple[str, str, Checkup]], facts: Facts) -> None:
    if asked.format == "json":
        import json

        shown = [checkup.as_json() for _, _, checkup in checkups]
        print(json.dumps(shown[0] if len(shown) == 1 else shown, ensure_ascii=True, indent=2))
        return
    if asked.format == "sarif":
        import json

        from toonbank.cli.sarif import as_sarif

        log = as_sarif(checkups, lang=asked.lang or "en", rules_at=asked.rules_at)
        print(json.dumps(log, ensure_ascii=True, indent=2))
        return
    colour = uses_colour(sys.stdout)
    for name, text, checkup in checkups:
        print(as_text(text, checkup, name=name, now=facts.moment, colour=colour))


def read_house(name: str) -> "HouseRules":
    """The house rules in a file; BadInput when it cannot be read, or asks what no shop may have."""
    from toonbank.etiquette.house_rules import read  # only here: few checks need it

    return read(read_text_file(name))


def fails(checkups: Iterable[Checkup], fail_on: str) -> bool:
    """Whether a finding stands at or above this severity."""
    if fail_on == "never":
        return False
    limit = Severity[fail_on.upper()]
    return any(checkup.worst is not None and checkup.worst >= limit for checkup in checkups)
