"""Whoever takes a mend gets a clean text: no double blanks, no lonely marks, a capital where a sentence begins."""

import re

import pytest

from etiquette.corpus import KNOWN, POSTS
from toonbank.etiquette import Draft, Facts, check
from toonbank.etiquette.registry import all_rules

CASES = [
    *(
        (Draft(one.text, one.kind, one.network, one.lang), one.facts)
        for rule in all_rules()
        for one in rule.wrong
    ),
    *((Draft(post.text), KNOWN if post.facts == "jas" else None) for post in POSTS),
    # The same words inside a longer post, where what is left must close up.
    *(
        (Draft(f"Goedemorgen allemaal. {one.text} Tot straks in de winkel.", one.kind, None, "nl"), one.facts)
        for rule in all_rules()
        for one in rule.wrong
        if one.lang == "nl"
    ),
    *(
        (Draft(f"Good morning all.\n\n{one.text}\n\nSee you in the shop.", one.kind, None, "en"), one.facts)
        for rule in all_rules()
        for one in rule.wrong
        if one.lang == "en"
    ),
]
CRUMBS = {
    "two blanks": re.compile(r"[ \t]{2,}"),
    "a blank before a mark": re.compile(r"[ \t][.,;:!?](?!\d)"),
    "a blank at the edge of a line": re.compile(r"(?m)^[ \t]|[ \t]$"),
    "a lonely mark": re.compile(r"(?:^|[.!?,;:\n])\s*[,;:–—](?=\s|$)|(?:^|\s)[.,;:!?](?=\s|$)"),
    "two marks": re.compile(r"[,;:]\s*[.!?,;:]"),
    "empty lines": re.compile(r"\n{3,}"),
    "a small letter where a sentence begins": re.compile(r"(?:\A|[.!?]\s+|\n)[a-zà-ÿ]"),
}


def crumbs(text: str) -> set[str]:
    return {name for name, crumb in CRUMBS.items() if crumb.search(text)}


@pytest.mark.parametrize(("draft", "facts"), CASES, ids=[draft.text[:60] for draft, _ in CASES])
def test_every_mend_leaves_a_clean_text(draft, facts):
    text = draft.text
    for finding in check(draft, Facts.from_json(facts) if facts else None).findings:
        for mend in finding.mends:
            mended = text[: mend.start] + mend.text + text[mend.end :]
            assert crumbs(mended) <= crumbs(text), (finding.rule, mended)
