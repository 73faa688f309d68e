"""What triage sees of one word: the word, and its parts of three and of five letters.

Parts of four letters as well would cost a third more time on words never met before, and tell nothing more.
"""

from zlib import crc32

_WORD_SO_FAR = crc32(b"w:")
_PART_SO_FAR = crc32(b"g:")


def part_features(word: str) -> tuple[str, ...]:
    """The names of these features: `w:duur`, `g:<du` and so on; `<` and `>` are the edges of the word."""
    if not _has_parts(word):
        return (f"w:{word}",)
    edged = f"<{word.lstrip('#')}>"
    parts = [f"g:{edged[place : place + size]}" for size in (3, 5) for place in range(len(edged) - size + 1)]
    return (f"w:{word}", *parts)


def part_sums(word: str) -> list[int]:
    """The check sums of `part_features(word)`, without writing them out: five letters go on from three."""
    line = _bytes_of(word)
    sums = [crc32(line, _WORD_SO_FAR)]
    if not _has_parts(word):
        return sums
    if word.isascii():
        edged = b"<%b>" % line.lstrip(b"#")
        threes = [crc32(edged[place : place + 3], _PART_SO_FAR) for place in range(len(edged) - 2)]
        twos = [edged[place : place + 2] for place in range(3, len(edged) - 1)]
    else:
        text = f"<{word.lstrip('#')}>"
        threes = [crc32(_bytes_of(text[place : place + 3]), _PART_SO_FAR) for place in range(len(text) - 2)]
        twos = [_bytes_of(text[place : place + 2]) for place in range(3, len(text) - 1)]
    return sums + threes + list(map(crc32, twos, threes))


def _has_parts(word: str) -> bool:
    return word[0].isalpha() or word[0] == "#"


def _bytes_of(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")
