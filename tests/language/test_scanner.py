"""The scanner finds exactly what `re` finds, pattern by pattern, with the wheel and without."""

import re
import time
from functools import cache

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from language.texts import WORDS, some_posts, unreasonable
from toonbank.language.beginnings import beginnings_of
from toonbank.language.literals import needs_of
from toonbank.language.phrases import kinds, pattern_of, phrases
from toonbank.language.plan import Plan
from toonbank.language.planning import plan_lines
from toonbank.language.reading import read
from toonbank.language.scanner import Hit, Scanner

SHIPPED = [
    (f"{kind}-{lang}", pattern_of(line, lang))
    for lang in ("nl", "en")
    for kind in kinds(lang)
    for line in phrases(kind, lang).noticed
]
HAND_MADE = [
    r"\b(?:nog|just)\s+(?:maar\s+)?(?P<n>\d+|zeven)\s+stuks?\b",
    r"(?<!\w)(?:laatste|last)(?: (?:kans|chance))?(?!\w)",
    r"jas(?:sen)?",
    r"!{2,}",
    r"#\w+",
    r"\d+(?:[.,]\d+)?\s?%",
    r"[€$]\s?\d",
    r"(?:(?:is|was)\s+){1,2}nu",
    r"(?!laatste)\w+ste\b",
    r"(?<=€ )\d+",
    r"op\s?=\s?op|weg\s?is\s?weg",
    r"(?:een|één|1)\b",
    r"snel|ets|maß",
    r"(?i:ISTANBUL)",
    r"t/m\s+(\w+)(?:\s+\1)?",
    r"(?>nog|only)\s++\w+",
    r"x*",
    r"^\w+|\w+$",
    r"\Anog|\Z",
    r"tag a friend|deel",
    r"❤️?|👏",
    r"[^\w\s]{3}",
    r"best.?seller",
    r"\w+\{1\}|{name}|jas{2}en",
]


@cache
def compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


def one_by_one(pairs: list[tuple[str, str]], text: str) -> list[Hit]:
    found = {
        Hit(key, *match.span())
        for key, pattern in pairs
        for match in compiled(pattern).finditer(text)
        if match.end() > match.start()
    }
    return sorted(found, key=lambda hit: (hit.start, hit.end, hit.key))


WORD = st.sampled_from(["nog", "maar", "stuk", "op", "één", "jas", "i", "s", "ß", "7", "laatste", "k", "_"])
ATOM = st.one_of(
    WORD,
    st.sampled_from(
        [r"\s", r"\s+", r"\s?", " ", r"\b", r"\d", r"\d+", r"\w", r"\w*", ".", "[ao]", r"[^\w,]+", r"\.", "%"]
    ),
    st.sampled_from([r"(?!\w)", r"(?<!\w)", r"(?=s)", r"(?<=g)", "", "=", "-", "#", "❤", r"(?<!o)"]),
)


def combined(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    group = st.lists(inner, min_size=1, max_size=3).map(lambda parts: "(?:" + "|".join(parts) + ")")
    return st.one_of(
        st.lists(inner, min_size=1, max_size=4).map("".join),
        st.tuples(group, st.sampled_from(["", "?", "{0,2}", "{1,2}", "{2}"])).map("".join),
        st.tuples(WORD, st.sampled_from(["?", "{1,2}", "??", "?+"])).map("".join),
    )


EXPRESSION = st.recursive(ATOM, combined, max_leaves=9)
TEXT = st.one_of(
    st.lists(
        st.sampled_from([*WORDS, "nog", "maar", "stuk", "opjas", "op.", "stuks", "=op"]), max_size=12
    ).map(" ".join),
    st.text(alphabet="nogmaarstukopjéß iıİſk7K=%-#❤_.\n", max_size=40),
)


@settings(max_examples=400)
@given(st.lists(EXPRESSION, min_size=1, max_size=4), TEXT)
@example(["(?:a|)s"], "as")
@example(["(?:jas)?s"], "jass s")
def test_any_patterns_hit_where_re_hits(sources, text):
    pairs = [(str(number), source) for number, source in enumerate(sources)]
    reading = read(text)
    expected = one_by_one(pairs, reading.text)
    assert Scanner(pairs).hits(reading) == expected
    assert Scanner(pairs, uses_wheel=False).hits(reading) == expected


@settings(max_examples=600)
@given(st.lists(EXPRESSION, min_size=1, max_size=4), TEXT)
@example(["nog(?: maar)?(?:\\s?stuk|s)?"], "nog maar nog stuks nogstuk")
@example(["(?:op|i)(?:jas|\\w)*"], "opjas op op ijas İ ı")
@example(["(?:|op)", "op(?:| op)"], "op op op")
@example(["jas[- ]?op|nog jas"], "jasop jas-op")
@example(["(?:jas){1,2}7|jas"], "jas7")
def test_any_patterns_between_the_edges_of_words_hit_where_re_hits(sources, text):
    pairs = [(str(number), rf"(?<!\w)(?:{source})(?!\w)") for number, source in enumerate(sources)]
    reading = read(text)
    expected = one_by_one(pairs, reading.text)
    assert Scanner(pairs).hits(reading) == expected
    assert Scanner(pairs, uses_wheel=False).hits(reading) == expected


@given(TEXT)
def test_the_patterns_we_know_hit_where_re_hits(text):
    pairs = [(source, source) for source in HAND_MADE]
    reading = read(text)
    assert Scanner(pairs).hits(reading) == one_by_one(pairs, reading.text)


@pytest.mark.parametrize("uses_wheel", [True, False], ids=["with the wheel", "in pure Python"])
def test_all_shipped_phrases_hit_where_re_hits(uses_wheel):
    scanner = Scanner(SHIPPED, uses_wheel=uses_wheel)
    for text in some_posts(12):
        reading = read(text)
        assert scanner.hits(reading) == one_by_one(SHIPPED, reading.text), text


def test_the_patterns_may_come_by_key():
    scanner = Scanner({"scarcity": [r"nog\s+maar"], "urgency": [r"vandaag", r"nu\b"]})
    assert [hit.key for hit in scanner.hits(read("Nog maar vandaag, nu dus"))] == [
        "scarcity",
        "urgency",
        "urgency",
    ]


def test_lines_are_written_out_when_they_are_needed():
    written = []

    def write_out(line: str) -> str:
        written.append(line)
        return r"\b" + line.replace("{n}", r"\d+").replace(" ", r"\s+") + r"\b"

    lines = [("left", "nog {n} stuks"), ("gone", "op is op")]
    plan = Plan(plan_lines((line for _, line in lines), write_out))
    written.clear()
    scanner = Scanner(lines, write_out=write_out, plan=plan)
    assert scanner.hits(read("nog\n7  stuks")) == [Hit("left", 0, 12)]
    assert written == ["nog {n} stuks"]


@pytest.mark.parametrize(
    "text", ["Alles plasticvrij verpakt.", "Plastic-vrij, plastic vrij.", "Zonder plastic."]
)
@pytest.mark.parametrize("uses_wheel", [True, False], ids=["with the wheel", "in pure Python"])
def test_what_is_a_whole_word_in_one_branch_may_be_part_of_one_in_another(text, uses_wheel):
    pairs = [("green", r"(?<!\w)(?:plastic[- ]?vrij|zonder plastic)(?!\w)")]
    expected = one_by_one(pairs, text)
    assert expected
    assert Scanner(pairs, uses_wheel=uses_wheel).hits(read(text)) == expected


def test_a_scanner_without_patterns_finds_nothing():
    assert Scanner([]).hits(read("Nog maar 7")) == []


@pytest.mark.parametrize(
    ("expression", "words", "parts"),
    [
        (r"\blaatste\s+kans\b", {"kans"}, ()),
        (r"(?<!\w)(?:nog|only)\s+\w+(?!\w)", {"nog", "only"}, ()),
        (r"jassen", set(), ("jassen",)),
        (r"kleur(?:en)?", set(), ("kleur",)),
        (r"uurtjes?", set(), ("uurtje",)),
        (r"\b(?:plastic[- ]?vrij|zonder plastic)\b", set(), ("plastic",)),
        (r"(?:a|b)?\d", {r"\d"}, ()),
        (r"(?!nooit)\s", None, None),
        (r"(?i)jas", None, None),
    ],
)
def test_what_an_expression_cannot_do_without(expression, words, parts):
    all_of, _ = needs_of(expression)
    assert (all_of[0] if all_of else None) == (None if words is None else (frozenset(words), parts))


def test_a_plan_may_be_for_some_of_the_patterns():
    pairs = [("a", r"nog\s+maar"), ("b", r"(?<!\w)nog(?!\w)"), ("c", "maar")]
    scanner = Scanner(pairs, plan=Plan(plan_lines(source for _, source in pairs), {1}))
    assert [hit.key for hit in scanner.hits(read("nog maar"))] == ["b"]


STEMS = {
    (before + word, next)
    for before in ("", "*")
    for word, next in (("foto", "s"), ("foto", "van"), ("fotootje", "van"))
}


@pytest.mark.parametrize(
    ("inner", "pairs"),
    [
        ("op is op", {("op", "is")}),
        ("nog(?: maar| slechts)? {n}", {("nog", "")}),
        (r"laatste(?:n|\b)", {("laatsten", ""), ("laatste", "")}),
        (r"t/m\s+zondag", {("t", "m")}),
        (r"nog(?: maar| slechts) {n}", {("nog", "maar"), ("nog", "slechts")}),
        (r"wees(?:\s?snel)", {("wees", "snel"), ("weessnel", "")}),
        (r"(?:wees|snel)\s?\w*", {("wees*", ""), ("snel*", "")}),
        (r"dag(?:en)? (?-i:[A-Z])", {("dag", ""), ("dagen", "")}),
        (r"\w*foto(?:'s|otje)? van", STEMS),
        (r"\w+es", None),
        (r"#?win", None),
        (r"(?a:[^\w]+)op", None),
        (r"(?:op)?", None),
    ],
)
def test_with_which_words_an_expression_begins(inner, pairs):
    inner = inner.replace("{n}", r"\d+").replace(" ", r"[^\w.]+")
    assert beginnings_of(rf"(?<!\w)(?:{inner})(?!\w)") == pairs


@pytest.mark.slow
@pytest.mark.parametrize("name", unreasonable())
def test_no_text_makes_the_scanner_slow_or_fall(name):
    scanner = Scanner(SHIPPED)
    seconds = []
    for length in (25_000, 100_000):
        text = unreasonable(length)[name]
        scanner.hits(read(text[:200]))
        begun = time.process_time()
        scanner.hits(read(text))
        seconds.append(time.process_time() - begun)
    assert seconds[1] < max(0.5, 8 * seconds[0]), seconds
