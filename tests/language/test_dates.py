"""A deadline is understood from the moment at which it is said, in the shop's own zone."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toonbank.language.dates import deadlines
from toonbank.language.reading import read

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
SATURDAY = datetime(2026, 11, 21, 10, 0, tzinfo=AMSTERDAM)
MONTHS = {
    "nl": "januari februari maart april mei juni juli augustus september oktober november december",
    "en": "January February March April May June July August September October November December",
}


def ends(text: str, lang: str = "nl", now: datetime = SATURDAY) -> list[str]:
    return [f"{deadline.at:%Y-%m-%d %H:%M:%S}" for deadline in deadlines(read(text, lang), now)]


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("Actie t/m zondag", "2026-11-22 23:59:59"),
        ("tot zondag", "2026-11-22 23:59:59"),
        ("tot en met vrijdag", "2026-11-27 23:59:59"),
        ("tot en met 3 december", "2026-12-03 23:59:59"),
        ("t/m 29 nov. 2026", "2026-11-29 23:59:59"),
        ("t/m 3 januari", "2027-01-03 23:59:59"),
        ("tot 29-11", "2026-11-29 23:59:59"),
        ("29/11/2026 is het voorbij", "2026-11-29 23:59:59"),
        ("alleen vandaag", "2026-11-21 23:59:59"),
        ("vanavond stopt het", "2026-11-21 23:59:59"),
        ("om middernacht is het voorbij", "2026-11-21 23:59:59"),
        ("alleen dit weekend", "2026-11-22 23:59:59"),
        ("morgen is het voorbij", "2026-11-22 23:59:59"),
        ("tot overmorgen", "2026-11-23 23:59:59"),
        ("eind van de maand stopt het", "2026-11-30 23:59:59"),
        ("tot eind december", "2026-12-31 23:59:59"),
        ("eindigt zondag", "2026-11-22 23:59:59"),
        ("zondag is het voorbij", "2026-11-22 23:59:59"),
        ("voor dinsdag 17 uur", "2026-11-24 17:00:00"),
        ("voor dinsdag besteld", "2026-11-23 23:59:59"),
        ("Bestel voor 22:00", "2026-11-21 22:00:00"),
        ("tot 6 uur", "2026-11-21 18:00:00"),
        ("vanavond om 8 uur", "2026-11-21 20:00:00"),
        ("volgende week vrijdag eindigt het", "2026-11-27 23:59:59"),
        ("nog 3 uur!", "2026-11-21 13:00:00"),
        ("nog maar één dag", "2026-11-22 23:59:59"),
        ("laatste dag!", "2026-11-21 23:59:59"),
        ("van vrijdag t/m zondag", "2026-11-22 23:59:59"),
    ],
)
def test_dutch_deadlines_are_understood(text, end):
    assert ends(text) == [end]


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("until Friday 6 pm", "2026-11-27 18:00:00"),
        ("until 6 pm on Friday", "2026-11-27 18:00:00"),
        ("ends tonight", "2026-11-21 23:59:59"),
        ("through 3 Dec", "2026-12-03 23:59:59"),
        ("until December 3rd", "2026-12-03 23:59:59"),
        ("until 11/29", "2026-11-29 23:59:59"),
        ("today only", "2026-11-21 23:59:59"),
        ("this day only", "2026-11-21 23:59:59"),
        ("this weekend only", "2026-11-22 23:59:59"),
        ("until the end of the month", "2026-11-30 23:59:59"),
        ("Order before Tuesday 5 pm", "2026-11-24 17:00:00"),
        ("until noon tomorrow", "2026-11-22 12:00:00"),
        ("24 hours left", "2026-11-22 10:00:00"),
        ("Sunday only", "2026-11-22 23:59:59"),
        ("it ends at midnight", "2026-11-21 23:59:59"),
        ("up to and including Sunday 29 November", "2026-11-29 23:59:59"),
    ],
)
def test_english_deadlines_are_understood(text, end):
    assert ends(text, "en") == [end]


@pytest.mark.parametrize(
    "text",
    [
        "we zijn er weer vanaf maandag",
        "van 9 tot 17 uur open",
        "zondag bakken we koekjes",
        "om 10:05 geteld",
        "nog 7 stuks",
        "nog 20 minuten lopen",
        "al 3 dagen op reis",
        "t/m 31-11",
        "nog 99999999999 dagen",
        "back since Friday",
        "wait until after the frost",
    ],
)
def test_what_ends_nothing_is_no_deadline(text):
    assert ends(text) == []


def test_a_deadline_holds_the_words_that_say_so():
    text = "Bestel voor dinsdag 17 uur, of kom t/m zondag langs"
    found = deadlines(read(text, "nl"), SATURDAY)
    assert [deadline.words for deadline in found] == ["voor dinsdag 17 uur", "t/m zondag"]
    assert [text[deadline.start : deadline.end] for deadline in found] == [
        deadline.words for deadline in found
    ]
    assert [deadline.precision for deadline in found] == ["minute", "day"]


def test_a_date_that_has_just_gone_stays_gone():
    late = SATURDAY + timedelta(days=20)
    assert ends("t/m 3 december", now=late) == ["2026-12-03 23:59:59"]


def test_sunday_said_on_a_sunday_is_today_and_the_coming_one_is_not():
    sunday = SATURDAY + timedelta(days=1)
    assert ends("t/m zondag", now=sunday) == ["2026-11-22 23:59:59"]
    assert ends("t/m komende zondag", now=sunday) == ["2026-11-29 23:59:59"]


def test_hours_are_counted_on_the_clock_when_the_clock_changes():
    evening = datetime(2026, 10, 24, 22, 0, tzinfo=AMSTERDAM)
    (deadline,) = deadlines(read("nog 6 uur", "nl"), evening)
    assert deadline.at - evening.astimezone(UTC) == timedelta(hours=6)
    assert deadline.at.isoformat() == "2026-10-25T03:00:00+01:00"


def test_the_end_of_a_day_is_the_end_of_that_day_when_the_clock_changes():
    spring = datetime(2026, 3, 28, 10, 0, tzinfo=AMSTERDAM)
    (deadline,) = deadlines(read("t/m zondag", "nl"), spring)
    assert deadline.at.isoformat() == "2026-03-29T23:59:59+02:00"


@given(st.dates(date(2026, 6, 1), date(2027, 5, 1)), st.sampled_from(["nl", "en"]), st.sampled_from("wfis"))
def test_a_printed_day_reads_the_same(day, lang, shape):
    month = MONTHS[lang].split()[day.month - 1]
    printed = {
        "w": f"{day.day} {month} {day.year}",
        "f": f"{day.day}-{day.month}-{day.year}",
        "i": day.isoformat(),
        "s": f"{day.day} {month}",
    }[shape]
    until = {"nl": "t/m", "en": "until"}[lang]
    assert ends(f"{until} {printed}!", lang) == [f"{day.isoformat()} 23:59:59"]


PIECES = [
    "t/m",
    "tot",
    "zondag",
    "3",
    "december",
    "29-11",
    "31-2",
    "17 uur",
    "6 pm",
    "middernacht",
    "nog",
    "dagen",
    "until",
    "Friday",
    "voor",
    ",",
    ".",
    "vandaag",
    "0",
    "99",
]


@given(st.lists(st.sampled_from(PIECES), max_size=12).map(" ".join))
def test_deadlines_lie_in_order_and_know_their_zone(text):
    past = 0
    for deadline in deadlines(read(text), SATURDAY):
        assert past <= deadline.start < deadline.end <= len(text)
        assert deadline.at.tzinfo is AMSTERDAM
        past = deadline.end
