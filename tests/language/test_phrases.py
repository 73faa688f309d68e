"""Every phrase of the data files is noticed by its own expression, and nothing in them is broken."""

import re

import pytest

from language.texts import some_posts
from toonbank.language.phrases import kinds, pattern_of, phrases, sketch_of, write_out
from toonbank.language.reading import read
from toonbank.language.scanner import Scanner

FILLED = {
    "n": ["7", "1.250", "10k"],
    "digits": ["7", "1.250"],
    "p": ["€ 49,95", "49,-", "59 euro", "29.95"],
    "pct": ["30%", "30 procent"],
    "d": ["zondag", "3 december", "29-11", "Friday"],
    "t": ["17 uur", "22:00", "6 pm"],
    "name": ["Emma", "Emma de Wit"],
    "handle": ["mevrouw_dewit"],
    "quoted": ["”", '"'],
}
NUMBER_WORDS = {
    "nl": ["zeven", "drieëntwintig", "een stuk of tien", "honderdtwintig"],
    "en": ["seven", "twenty-three", "a dozen"],
}
LANGUAGES = ("nl", "en", "de", "fr")


def fillings(phrase: str, lang: str) -> list[str]:
    slots = set(re.findall(r"(?<!\{)\{(\w+)\}(?!\})", phrase))
    texts = [phrase]
    for slot in sorted(slots):
        values = FILLED.get(slot, ["Jas"])
        if slot == "n" and not re.search(r"\{n\}[k+xe]|#\{n\}", phrase):
            values = values + NUMBER_WORDS.get(lang, [])
        texts = [text.replace("{" + slot + "}", value) for text in texts for value in values]
    return [text.replace("{{", "{").replace("}}", "}") for text in texts]


def every(which: str, *languages: str):
    return [
        pytest.param(kind, lang, id=f"{kind}-{lang}")
        for lang in languages
        for kind in kinds(lang)
        if getattr(phrases(kind, lang), which)
    ]


@pytest.mark.parametrize(("kind", "lang"), every("noticed", *LANGUAGES))
def test_every_phrase_is_noticed(kind, lang):
    missed = [
        text
        for phrase in phrases(kind, lang).noticed
        for text in fillings(phrase, lang)
        if not re.search(pattern_of(phrase, lang), text, re.IGNORECASE)
    ]
    assert missed == []


@pytest.mark.parametrize(("kind", "lang"), every("noticed", *LANGUAGES))
def test_the_scanner_notices_every_phrase_inside_a_post(kind, lang):
    lines = phrases(kind, lang).noticed
    scanner = Scanner([(line, pattern_of(line, lang)) for line in lines])
    missed = []
    for line in lines:
        for text in fillings(line, lang)[:2]:
            shouted = text if "{" in line else text.upper()
            hits = scanner.hits(read(f"Hoi! {shouted} 🧥 bij Jas"))
            missed += [] if line in {hit.key for hit in hits} else [shouted]
    assert missed == []


@pytest.mark.parametrize(
    ("phrase", "text"),
    [
        ("op=op", "Op = op!"),
        ("één beschikbaar", "nog een beschikbaar"),
        ("can't keep up", "we can’t keep up"),
        ("best-seller", "onze bestseller"),
        ("laatste stuks", "LAATSTE 🔥 STUKS"),
        ("nog maar {n} stuks", "nog  maar\ndrieëntwintig stuks"),
    ],
)
def test_a_phrase_is_noticed_however_it_is_spelled(phrase, text):
    assert re.search(pattern_of(phrase), text, re.IGNORECASE)


@pytest.mark.parametrize(
    ("phrase", "text"),
    [
        ("win", "de winkel in de winter"),
        ("#ad", "#adventure"),
        ("laatste stuks", "als laatste. Stuks zijn er niet"),
        ("nog maar {n} stuks", "nog maar mooie stuks"),
        ("{name} is fan", "mijn buurman is fan"),
    ],
)
def test_a_phrase_is_not_noticed_in_other_words(phrase, text):
    assert not re.search(pattern_of(phrase), text, re.IGNORECASE)


def test_each_language_knows_the_same_kinds():
    assert kinds("nl") == kinds("en")
    assert set(kinds("de")) == set(kinds("fr")) <= set(kinds("nl"))


def test_no_phrase_stands_twice_or_is_both_noticed_and_innocent():
    for lang in LANGUAGES:
        for kind in kinds(lang):
            noticed, negatives = phrases(kind, lang)
            assert len(set(noticed)) == len(noticed), (lang, kind)
            assert not set(noticed) & set(negatives), (lang, kind)


def test_a_sketch_written_out_is_the_expression():
    assert write_out(sketch_of("nog {n} stuks", "en")) == pattern_of("nog {n} stuks", "en")
    assert write_out(sketch_of("{{naam}}")) == r"\{naam\}"


def test_sketches_are_noticed_as_their_expressions_are():
    lines = [line for kind in ("scarcity", "price", "vanity") for line in phrases(kind, "nl").noticed]
    short = Scanner([(line, sketch_of(line)) for line in lines], write_out=write_out)
    full = Scanner([(line, pattern_of(line)) for line in lines])
    for text in some_posts(60):
        assert short.hits(read(text)) == full.hits(read(text))


def test_a_kind_without_phrases_notices_nothing():
    assert phrases("nothing-of-the-kind", "nl") == ((), ())
