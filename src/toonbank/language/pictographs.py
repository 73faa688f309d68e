"""Emoji in a text, each once, however many characters it is made of."""

import re

_BASE = (
    "[\U0001f300-\U0001f3fa\U0001f400-\U0001faff\u2600-\u26ff\u2701-\u2712\u2715-\u27bf\u2b05-\u2b07\u2b1b\u2b1c\u2b50\u2b55"
    "\u231a\u231b\u23e9-\u23fa]"
)
_WORN = "[\ufe0f\u20e3\U0001f3fb-\U0001f3ff]"
_EMOJI = re.compile(f"(?:[\U0001f1e6-\U0001f1ff]{{2}}|{_BASE}{_WORN}*(?:\u200d{_BASE}{_WORN}*)*)")


def emoji_spans(text: str) -> list[tuple[int, int]]:
    """Where each emoji begins and ends; a flag, a family and a thumb with a skin are one. Ticks (✓) are no emoji."""
    if text.isascii():
        return []
    return [match.span() for match in _EMOJI.finditer(text)]
