"""An emoji is one thing to the eye, whatever it is made of."""

import pytest

from toonbank.language.pictographs import emoji_spans


@pytest.mark.parametrize("emoji", ["🔥", "❤️", "👍🏽", "👩‍👧‍👦", "🇳🇱", "☀️", "⭐"])
def test_each_is_counted_once(emoji):
    text = f"Een {emoji} op de toonbank"
    assert emoji_spans(text) == [(4, 4 + len(emoji))]


def test_neighbours_are_told_apart():
    assert len(emoji_spans("🔥🔥 🌷👍🏽👍🏻🇳🇱🇧🇪")) == 7


@pytest.mark.parametrize("text", ["", "gewone letters", "✓ wol ✔ katoen → € 5 ë ½", "12:30", "¡olé!"])
def test_other_signs_are_no_emoji(text):
    assert emoji_spans(text) == []
