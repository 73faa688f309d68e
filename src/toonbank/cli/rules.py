"""`toonbank rules`: which manners there are, and what one of them means."""

import argparse
import os
import sys
from collections.abc import Sequence

from toonbank.etiquette.explain import explained, listed
from toonbank.etiquette.registry import all_rules, rule_named


def run(words: Sequence[str]) -> int:
    """Always 0, unless the rule does not exist."""
    parser = argparse.ArgumentParser(prog="toonbank rules", description="List the rules, or explain one.")
    parser.add_argument("slug", nargs="?", help="the rule to explain, such as scarcity-false")
    parser.add_argument("--lang", choices=("nl", "en"), help="the language of the explanation")
    asked = parser.parse_args(words)
    lang = asked.lang or _own_language()
    print(explained(rule_named(asked.slug), lang) if asked.slug else listed(all_rules(), lang))
    sys.stdout.flush()
    return 0


def _own_language() -> str:
    """Dutch where the machine speaks Dutch, else English."""
    spoken = os.environ.get("LC_ALL") or os.environ.get("LC_MESSAGES") or os.environ.get("LANG") or ""
    return "nl" if spoken.startswith("nl") else "en"
