"""`toonbank rules`: which manners there are, and what one of them means."""

import argparse
import os
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from toonbank.cli.check import read_house
from toonbank.etiquette.explain import explained, listed
from toonbank.etiquette.house_measures import MEASURES
from toonbank.etiquette.registry import all_rules, rule_named

if TYPE_CHECKING:
    from toonbank.etiquette.house_rules import HouseRules


def run(words: Sequence[str]) -> int:
    """Always 0, unless the rule does not exist or the house rules cannot be."""
    parser = argparse.ArgumentParser(prog="toonbank rules", description="List the rules, or explain one.")
    parser.add_argument("slug", nargs="?", help="the rule to explain, such as scarcity-false")
    parser.add_argument("--lang", choices=("nl", "en"), help="the language of the explanation")
    parser.add_argument("--house", metavar="FILE", help="show what differs in these house rules of a shop")
    asked = parser.parse_args(words)
    lang = asked.lang or _own_language()
    if asked.house:
        print(_differing(read_house(asked.house), asked.slug, lang))
    else:
        print(explained(rule_named(asked.slug), lang) if asked.slug else listed(all_rules(), lang))
    sys.stdout.flush()
    return 0


NO_DIFFERENCE = {
    "nl": "Niets anders dan Toonbank het voorstelt.",
    "en": "Nothing other than Toonbank proposes.",
}
INSTEAD = {"nl": "{title}: {after}, in plaats van {before}", "en": "{title}: {after}, instead of {before}"}


def _differing(house: "HouseRules", slug: str | None, lang: str) -> str:
    """One line for each setting that is not as proposed; of one rule, when it is named, with its own measures."""
    from toonbank.etiquette.house_rules import differences

    places = {slug, *(name for name, measure in MEASURES.items() if slug in measure.rules)}
    if slug:
        rule_named(slug)  # says so when there is none
    lines = [
        f"{'.'.join(filter(None, one.place))}: "
        + INSTEAD[lang].format(title=one.title[lang], after=one.after[lang], before=one.before[lang])
        for one in differences(house)
        if not slug or one.place[0] in places
    ]
    return "\n".join(lines) or NO_DIFFERENCE[lang]


def _own_language() -> str:
    """Dutch where the machine speaks Dutch, else English."""
    spoken = os.environ.get("LC_ALL") or os.environ.get("LC_MESSAGES") or os.environ.get("LANG") or ""
    return "nl" if spoken.startswith("nl") else "en"
