"""`toonbank audit`: how has this account behaved, by its own export?"""

import argparse
import json
import os
import shutil
import sys
from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from toonbank.cli.reading import read_facts_file, spoken
from toonbank.core.errors import BadInput
from toonbank.sources.archives.opening import READERS

if TYPE_CHECKING:
    from toonbank.audit import Report
    from toonbank.etiquette import Facts

FAIL_ON = ("block", "warn", "advise", "never")


def run(words: Sequence[str]) -> int:
    """0 when the report was made, 1 when something in it is at or above --fail-on, 2 when the export cannot be used."""
    asked = _parser().parse_args(words)
    report = _audit(asked)
    _write(asked, report)
    if asked.json != "-":
        _show(asked, report)
    return 1 if _fails(report, asked.fail_on) else 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="toonbank audit",
        description="Tell how an account has behaved, by its own export: which claims, which pressure, which balance, "
        "which silence. Reads the zip or folder of X, Facebook, Instagram and Mastodon, a Bluesky repository, or a CSV. "
        "Nothing leaves this machine.",
        epilog="Exit status: 0 the report was made, 1 something is at or above --fail-on, 2 the export cannot be used.",
    )
    parser.add_argument("archive", metavar="ARCHIVE", help="the export: a file or a folder")
    parser.add_argument(
        "--facts", metavar="FILE", help="what the shop knows, as JSON or TOML: then claims can be proven"
    )
    parser.add_argument(
        "--house", metavar="FILE", help="the house rules of the shop, as `toonbank rules` knows them"
    )
    parser.add_argument(
        "--kind", choices=tuple(READERS), help="what sort of export it is, when looking would be wrong"
    )
    parser.add_argument(
        "--lang", choices=("nl", "en"), help="the language of the report (that of most posts)"
    )
    parser.add_argument("--html", metavar="FILE", help="write the report as one page with charts")
    parser.add_argument(
        "--json", metavar="FILE|-", help="write all numbers and examples as JSON; - is standard output"
    )
    parser.add_argument("--jobs", type=int, metavar="N", help="how many processes judge (one for each core)")
    parser.add_argument("--quiet", action="store_true", help="show no report on screen, and no progress")
    parser.add_argument(
        "--fail-on", choices=FAIL_ON, default="never", help="from which severity the status is 1 (never)"
    )
    return parser


def _audit(asked: argparse.Namespace) -> "Report":
    from toonbank.audit import audit
    from toonbank.cli.progress import bar
    from toonbank.etiquette.past import shop_zone
    from toonbank.sources.archives import open_archive

    facts = _facts(asked)
    now = facts.now or datetime.now().astimezone()
    jobs = os.cpu_count() or 1 if asked.jobs is None else asked.jobs
    if jobs < 1:
        raise BadInput(f"--jobs {jobs}: at least one process must do the work.")
    archive = open_archive(spoken(asked.archive), asked.kind, zone=shop_zone(facts))
    with archive, bar(quiet=asked.quiet) as listener:
        return audit(archive, facts, now=now, jobs=jobs, lang=asked.lang, listener=listener)


def _facts(asked: argparse.Namespace) -> "Facts":
    from toonbank.etiquette import Facts

    facts = Facts.from_json(read_facts_file(asked.facts)) if asked.facts else Facts()
    if asked.house:
        from toonbank.cli.check import read_house

        facts = read_house(asked.house).applied_to(facts)
    return facts


def _write(asked: argparse.Namespace, report: "Report") -> None:
    if asked.html:
        from toonbank.audit.telling import as_page

        _save(asked.html, as_page(report))
    if asked.json:
        content = json.dumps(report.as_json(), ensure_ascii=True, indent=2) + "\n"
        if asked.json == "-":
            sys.stdout.write(content)
            sys.stdout.flush()
        else:
            _save(asked.json, content)


def _save(name: str, content: str) -> None:
    try:
        with open(name, "w", encoding="utf-8", errors="replace") as file:
            file.write(content)
    except (OSError, ValueError) as trouble:
        why = getattr(trouble, "strerror", None) or trouble
        raise BadInput(f"{spoken(name)} cannot be written: {why}.") from None


def _show(asked: argparse.Namespace, report: "Report") -> None:
    if asked.quiet:
        return
    from toonbank.audit.telling import as_text
    from toonbank.cli.showing import uses_colour

    is_screen = sys.stdout.isatty()
    width = shutil.get_terminal_size().columns - 1 if is_screen else 96
    print(as_text(report, colour=uses_colour(sys.stdout), width=width), end="")


def _fails(report: "Report", fail_on: str) -> bool:
    from toonbank.etiquette import Severity

    return fail_on != "never" and report.worst is not None and report.worst >= Severity[fail_on.upper()]
