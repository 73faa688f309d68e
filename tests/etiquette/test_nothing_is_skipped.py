"""What a check skips to be quick would have said nothing: it is held against a slow one that skips nothing."""

import re
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from etiquette.corpus import KNOWN, POSTS
from toonbank.etiquette import Checkup, Draft, Facts, check
from toonbank.etiquette.checking import hear, judge
from toonbank.etiquette.facts import NOTHING_KNOWN
from toonbank.etiquette.kinds import all_kinds, point_at
from toonbank.etiquette.kinds.base import Cue
from toonbank.etiquette.kinds.slots import opening_before, pattern, read_line
from toonbank.etiquette.registry import all_rules
from toonbank.etiquette.rule import Example
from toonbank.language.reading import Reading, read

EXAMPLES = [example for rule in all_rules() for example in (*rule.wrong, *rule.right)]
KINDS = ("post", "reply", "repost", "goal", "moderation", "account")
BACKGROUNDS = [example.facts for example in EXAMPLES if example.facts]
WORDS = sorted({word for example in EXAMPLES for word in re.findall(r"\w+|[^\w\s]", example.text)})


@cache
def expression(written: str) -> re.Pattern[str]:
    return re.compile(pattern(read_line(written).rest), re.IGNORECASE)


def pointed_at_slowly(reading: Reading, kind: str) -> dict[str, list[Cue]]:
    found: dict[str, set[tuple[int, int, str, int]]] = {}
    for one in all_kinds():
        for order, (sense, written) in enumerate(one.cues):
            if kind not in one.drafts:
                continue
            line = read_line(written)
            for match in expression(written).finditer(reading.text):
                start = opening_before(reading, match.start(), line) if line.opening else match.start()
                if start is not None and match.end() > match.start():
                    found.setdefault(one.name, set()).add((start, match.end(), sense, order))
    return {name: [Cue(sense, start, end) for start, end, sense, _ in cues] for name, cues in found.items()}


def in_order(cues: dict[str, list[Cue]]) -> dict[str, list[Cue]]:
    return {name: sorted(set(places)) for name, places in cues.items()}


def checked_slowly(draft: Draft, facts: Facts) -> Checkup:
    hearing = hear(draft, facts)
    return judge(hearing, [rule for rule in all_rules() if draft.kind in rule.applies_to])


def of(example: Example) -> tuple[Draft, Facts]:
    facts = Facts.from_json(example.facts) if example.facts else NOTHING_KNOWN
    return Draft(example.text, example.kind, example.network, None), facts


@pytest.mark.parametrize("part", range(10))
def test_no_cue_of_an_example_is_passed_over(part):
    for example in EXAMPLES[part::10]:
        reading = read(example.text)
        for kind in ("post", "reply", example.kind):
            assert in_order(point_at(reading, kind)) == in_order(pointed_at_slowly(reading, kind)), (
                example.text
            )


@pytest.mark.parametrize("part", range(10))
def test_no_rule_that_would_speak_of_an_example_is_left_asleep(part):
    for example in EXAMPLES[part::10]:
        draft, facts = of(example)
        assert check(draft, facts) == checked_slowly(draft, facts), example


def test_no_rule_that_would_speak_of_a_post_of_the_corpus_is_left_asleep():
    for post in POSTS:
        for facts in (Facts.from_json(KNOWN), NOTHING_KNOWN):
            assert check(Draft(post.text), facts) == checked_slowly(Draft(post.text), facts), post


texts = st.one_of(
    st.lists(st.sampled_from(WORDS), max_size=14).map(" ".join),
    st.lists(st.sampled_from([example.text for example in EXAMPLES]), max_size=3).map(" ".join),
)


@settings(max_examples=300, deadline=None)
@given(texts)
def test_no_cue_of_any_text_is_passed_over(text):
    reading = read(text)
    for kind in ("post", "reply"):
        assert in_order(point_at(reading, kind)) == in_order(pointed_at_slowly(reading, kind))


@settings(max_examples=300, deadline=None)
@given(texts, st.sampled_from(KINDS), st.sampled_from(BACKGROUNDS))
def test_no_rule_that_would_speak_is_left_asleep(text, kind, known):
    draft, facts = Draft(text, kind), Facts.from_json(known)
    assert check(draft, facts) == checked_slowly(draft, facts)
