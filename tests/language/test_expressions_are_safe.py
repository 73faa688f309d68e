"""No expression that we ship can blow up, whatever the text."""

import importlib
import pkgutil
import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain

import pytest

import toonbank.etiquette
import toonbank.language
from language.safety import dangerous_repeats
from language.texts import unreasonable
from toonbank.etiquette.frames import ALL, expression
from toonbank.etiquette.kinds import all_kinds
from toonbank.etiquette.kinds.slots import SLOTS, read_line
from toonbank.etiquette.kinds.slots import pattern as cue_pattern
from toonbank.language.dates import deadlines
from toonbank.language.late import Late
from toonbank.language.names import mentions, name_key
from toonbank.language.numbers import amounts, numbers
from toonbank.language.phrases import kinds, pattern_of, phrases
from toonbank.language.reading import read

MODULES = [
    importlib.import_module(found.name)
    for package in (toonbank.language, toonbank.etiquette)
    for found in pkgutil.walk_packages(package.__path__, f"{package.__name__}.")
]


def patterns_in(value: object) -> Iterator[str]:
    """Every expression in a value, also those that are compiled when they are first used."""
    if isinstance(value, (re.Pattern, Late)):
        yield value.pattern
    elif isinstance(value, Mapping):
        yield from chain.from_iterable(map(patterns_in, value.values()))
    elif isinstance(value, (tuple, list, set, frozenset)):
        yield from chain.from_iterable(map(patterns_in, value))


def dangers_in(patterns: Iterable[str]) -> dict[str, list[str]]:
    return {pattern: found for pattern in patterns if (found := dangerous_repeats(pattern))}


@pytest.mark.parametrize("module", MODULES, ids=lambda module: module.__name__.removeprefix("toonbank."))
def test_no_module_repeats_inside_a_repetition(module):
    assert dangers_in(chain.from_iterable(map(patterns_in, vars(module).values()))) == {}


def test_the_modules_hold_hundreds_of_expressions():
    found = {
        pattern for module in MODULES for value in vars(module).values() for pattern in patterns_in(value)
    }
    assert len(found) > 200


def test_no_cue_repeats_inside_a_repetition():
    lines = {read_line(written).rest for kind in all_kinds() for _, written in kind.cues}
    assert len(lines) > 800
    # A number in words is looked for in more than one way, but inside one word only; that is judged apart.
    assert dangerous_repeats(SLOTS["{n}"]) == []
    assert dangers_in(cue_pattern(line.replace("{n}", "zeven")) for line in lines) == {}


def test_no_frame_repeats_inside_a_repetition():
    assert dangers_in(expression(frame.line).pattern for frame in ALL) == {}


@pytest.mark.parametrize("lang", ["nl", "en", "de", "fr"])
def test_no_phrase_repeats_inside_a_repetition(lang):
    written = {line: pattern_of(line, lang) for kind in kinds(lang) for line in phrases(kind, lang).noticed}
    assert {line: found for line, pattern in written.items() if (found := dangerous_repeats(pattern))} == {}


@pytest.mark.parametrize(
    "pattern",
    [
        r"(a+)+$",
        r"(?:\w+\s?)*!",
        r"(?:\w+ ?){0,9}x",
        r"(?:[\w ]+ ){0,3}!",
        r"(?:\w+a )*b",
        r"(?:(?:a|ab)\w* )*!",
        r"(?:a|b?)+(?:c*d*)*",
        r"(?:\s*\w+){2,50}",
        r"(.*?,)+",
    ],
)
def test_what_can_blow_up_is_seen(pattern):
    assert dangerous_repeats(pattern)


@pytest.mark.parametrize(
    "pattern",
    [
        r"(?:ab)+",
        r"(?:\w+ ){0,2}jas",
        r"(?:\w+\W+)*!",
        r"(?:[\w'’]+[^\w'’]+){0,3}",
        r"(?:(?:blij|blije) ){0,2}\w+",
        r"\w+(?:['’]\w+)*",
        r"(?:een|twee|tig){1,9}",
        r"\d{1,3}(?:\.\d{3})*",
    ],
)
def test_what_cannot_blow_up_is_left_in_peace(pattern):
    assert dangerous_repeats(pattern) == []


def read_everything(text: str, now) -> None:
    reading = read(text)
    assert "".join(sentence.text for sentence in reading.sentences) is not None
    spans = [(number.start, number.end) for number in numbers(reading)]
    spans += [(amount.start, amount.end) for amount in amounts(reading)]
    spans += [(deadline.start, deadline.end) for deadline in deadlines(reading, now)]
    spans += [
        (mention.start, mention.end) for mention in mentions(reading, {name_key("jas"): "jas", "e": "e"})
    ]
    for start, end in spans[:2000]:
        first, last = reading.original_span(start, end)
        assert 0 <= first < last <= len(text)
        sentence = reading.sentence_at(start)
        sentence.is_negated(start, end)
        sentence.is_past(start, end)
        sentence.is_quoted(start, end)
    assert reading.language in ("nl", "en")


@pytest.mark.slow
@pytest.mark.parametrize("name", unreasonable())
def test_no_text_makes_reading_slow_or_fall(name, saturday):
    import time

    seconds = []
    for length in (25_000, 100_000):
        begun = time.process_time()
        read_everything(unreasonable(length)[name], saturday)
        seconds.append(time.process_time() - begun)
    assert seconds[1] < max(1.0, 8 * seconds[0]), seconds
