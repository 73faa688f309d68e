"""No expression that we ship can blow up, whatever the text."""

import importlib
import pkgutil
import re
from itertools import chain

import pytest

import toonbank.language
from language.safety import dangerous_repeats
from language.texts import unreasonable
from toonbank.language.dates import deadlines
from toonbank.language.names import mentions, name_key
from toonbank.language.numbers import amounts, numbers
from toonbank.language.phrases import kinds, pattern_of, phrases
from toonbank.language.reading import read

MODULES = [
    importlib.import_module(f"toonbank.language.{module.name}")
    for module in pkgutil.iter_modules(toonbank.language.__path__)
]


def patterns_of(module) -> list[str]:
    values = chain.from_iterable(
        value if isinstance(value, tuple) else [value] for value in vars(module).values()
    )
    flat = chain.from_iterable(value if isinstance(value, tuple) else [value] for value in values)
    return [value.pattern for value in flat if isinstance(value, re.Pattern)]


@pytest.mark.parametrize("module", MODULES, ids=lambda module: module.__name__.rsplit(".", 1)[-1])
def test_no_module_repeats_inside_a_repetition(module):
    assert {pattern: found for pattern in patterns_of(module) if (found := dangerous_repeats(pattern))} == {}


@pytest.mark.parametrize("lang", ["nl", "en", "de", "fr"])
def test_no_phrase_repeats_inside_a_repetition(lang):
    written = {line: pattern_of(line, lang) for kind in kinds(lang) for line in phrases(kind, lang).noticed}
    assert {line: found for line, pattern in written.items() if (found := dangerous_repeats(pattern))} == {}


@pytest.mark.parametrize(
    "pattern", [r"(a+)+$", r"(?:\w+\s?)*!", r"(?:a|b?)+(?:c*d*)*", r"(?:\s*\w+){2,50}", r"(.*?,)+"]
)
def test_what_can_blow_up_is_seen(pattern):
    assert dangerous_repeats(pattern)


@pytest.mark.parametrize(
    "pattern", [r"(?:ab)+", r"\w+(?:['’]\w+)*", r"(?:een|twee|tig){1,9}", r"\d{1,3}(?:\.\d{3})*"]
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
