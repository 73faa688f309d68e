"""Characters as people see them: a flag, a family or a letter with its marks is one."""

import regex

GRAPHEME = regex.compile(r"\X")


def count_graphemes(text: str) -> int:
    """How many characters a reader would count in `text` (Unicode extended grapheme clusters)."""
    return sum(1 for _ in GRAPHEME.finditer(text))
