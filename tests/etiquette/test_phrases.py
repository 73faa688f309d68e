"""The inventory of phrases: what should be noticed is, and its innocent neighbours stay silent."""

import re

import pytest

from etiquette.senses import DRAFTS, SENSES
from toonbank.etiquette import Draft, check
from toonbank.language.phrases import phrases

FILLED = {
    "nl": {
        "n": "7",
        "digits": "7",
        "p": "49,95",
        "pct": "30%",
        "d": "zondag",
        "t": "17 uur",
        "winkel": "Jas",
    },
    "en": {"n": "7", "digits": "7", "p": "49.95", "pct": "30%", "d": "Sunday", "t": "5 pm", "shop": "Jas"},
}
MORE = {
    "name": "Emma",
    "naam": "Femke",
    "achternaam": "De Wit",
    "surname": "Baker",
    "plaats": "Zutphen",
    "place": "Zutphen",
    "handle": "femke_w",
}
FLOOR = 0.98
PLACES = [(kind, lang) for kind in SENSES for lang in ("nl", "en")]


def filled(phrase: str, lang: str) -> str:
    words = FILLED[lang] | MORE
    return re.sub(r"\{\{(\w+)\}\}|\{(\w+)\}", lambda slot: _put_in(slot, words), phrase)


def _put_in(slot: re.Match[str], words: dict[str, str]) -> str:
    """A word for a slot; doubled braces stand for themselves."""
    return f"{{{slot[1]}}}" if slot[1] else words.get(slot[2], slot[2])


def is_noticed(text: str, kind: str, lang: str) -> bool:
    claims, rules = SENSES[kind]
    checkup = check(Draft(text, DRAFTS.get(kind, "post"), lang=lang))
    return any(claim.kind in claims for claim in checkup.claims) or any(
        one.rule in rules for one in checkup.findings
    )


@pytest.mark.parametrize(("kind", "lang"), PLACES)
def test_innocent_neighbours_stay_silent(kind, lang):
    assert [text for text in phrases(kind, lang).negatives if is_noticed(text, kind, lang)] == []


def test_nearly_all_phrases_are_noticed(record_property):
    missed, count = [], 0
    for kind, lang in PLACES:
        for phrase in phrases(kind, lang).noticed:
            count += 1
            if not is_noticed(filled(phrase, lang), kind, lang):
                missed.append((kind, lang, phrase))
    share = 1 - len(missed) / count
    record_property("noticed", f"{share:.1%} of {count}")
    assert count > 400
    assert share >= FLOOR, missed
