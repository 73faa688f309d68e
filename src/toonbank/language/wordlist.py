"""Lists of words, written as lines."""


def wordlist(lines: str) -> frozenset[str]:
    """The words of these lines."""
    return frozenset(lines.split())
