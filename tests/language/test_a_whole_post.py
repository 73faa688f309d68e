"""The smallest story: a post is read from end to end."""

from datetime import datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

from toonbank.language.dates import deadlines
from toonbank.language.names import mentions, name_key
from toonbank.language.numbers import numbers
from toonbank.language.phrases import pattern_of, phrases
from toonbank.language.reading import read
from toonbank.language.scanner import Scanner


def test_a_post_of_jas_is_read_from_end_to_end():
    reading = read("Nog maar 7 mutsen! Alleen vandaag.")
    scanner = Scanner({"urgency": [pattern_of(line) for line in phrases("urgency", "nl").noticed]})

    assert reading.language == "nl"
    assert [number.value for number in numbers(reading)] == [Decimal(7)]
    assert [reading.text[hit.start : hit.end] for hit in scanner.hits(reading)] == ["Alleen vandaag"]
    assert mentions(reading, {name_key("Muts"): "muts-1"})[0].ref == "muts-1"
    now = datetime(2026, 11, 21, 10, 0, tzinfo=ZoneInfo("Europe/Amsterdam"))
    assert deadlines(reading, now)[0].at.isoformat() == "2026-11-21T23:59:59+01:00"
