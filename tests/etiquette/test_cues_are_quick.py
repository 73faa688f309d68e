"""No cue takes long over a text that begins as it does and then goes on and on."""

import re
import time

import pytest

from toonbank.etiquette.kinds import all_kinds
from toonbank.etiquette.kinds.base import Kind
from toonbank.etiquette.kinds.slots import pattern, read_line
from toonbank.language.beginnings import beginnings_of

ENDLESS = (" a", "a", " een", "' ", " 1", "1.", " de het", " -", " e", " nu", " €5")
TIMES = 1500
BEGINNINGS = 4


def begins(expression: str) -> list[str]:
    """Some of the words that it may begin with."""
    pairs = sorted(beginnings_of(expression) or [("", "")])
    return [f"{first.strip('*')} {second}".strip() for first, second in pairs[:BEGINNINGS]]


@pytest.mark.slow
@pytest.mark.parametrize("kind", all_kinds(), ids=lambda kind: kind.name)
def test_a_cue_gives_up_soon(kind: Kind):
    for _, written in kind.cues:
        expression = pattern(read_line(written).rest)
        compiled = re.compile(expression, re.IGNORECASE)
        for text in (begin + endless * TIMES for begin in begins(expression) for endless in ENDLESS):
            before = time.process_time()
            compiled.search(text)
            assert time.process_time() - before < 0.1, (written, text[:40])
