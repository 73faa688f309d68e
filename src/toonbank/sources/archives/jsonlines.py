"""JSON lines: one object a line, each line with its number; a line that is none costs only itself."""

import json
from collections.abc import Callable

from toonbank.sources.archives.reading import Found, Object, Source
from toonbank.sources.archives.said import Said, Skipped, Unusable

LONGEST_LINE = 8_000_000  # bytes
NO_JSON = {"nl": "deze regel is geen JSON-object", "en": "this line is no JSON object"}


def json_lines(source: Source, name: str, read: Callable[[Object], Said | None]) -> Found:
    """What `read` makes of each line."""
    with source.box.open(name) as stream:
        number = 0
        while line := stream.readline(LONGEST_LINE):
            number += 1
            if not line.strip():
                continue
            try:
                said = read(_object(line))
            except Unusable as trouble:
                yield Skipped(f"{name}, line {number}", trouble.words)
            else:
                if said is not None:
                    yield said


def _object(line: bytes) -> Object:
    try:
        content = json.loads(line)
    except (ValueError, RecursionError):
        content = None
    if not isinstance(content, dict):
        raise Unusable(**NO_JSON)
    return content
