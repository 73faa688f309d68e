"""Whatever a network loses, repeats, mixes up, edits or deletes: what was heard adds up to what was said."""

import random
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from toonbank.channels.base import Incoming
from toonbank.channels.hearing import LONGEST, Heard, Row, is_after, unheard

NOON = datetime(2026, 11, 21, 12, tzinfo=UTC)


def said(number, text="Klopt dat?"):
    return Incoming(
        remote_id=f"note/{number}", author="dewit", text=text, at=NOON + timedelta(minutes=number)
    )


def row(number, text="Klopt dat?"):
    return Row("n", str(1000 + number), str(number), said(number, text))


def stays(stream, name):
    """Nothing was deleted."""
    return


def deleted(stream, name):
    return replace(said(int(name)), changed_at=NOON + timedelta(days=1))


def read(rows, cursor, is_gone=stays):
    heard = list(unheard(rows, Heard(cursor), is_gone))
    return heard, heard[-1].cursor if heard else cursor


def numbers(heard):
    return [int(one.remote_id.partition("/")[2]) for one in heard]


def test_what_is_new_comes_oldest_first_and_once():
    heard, cursor = read([row(3), row(1), row(2)], "")
    assert numbers(heard) == [1, 2, 3]
    assert read([row(3), row(1), row(2)], cursor) == ([], cursor)


def test_one_may_go_on_after_any_of_them():
    rows = [row(number) for number in range(1, 6)]
    everything, _ = read(rows, "")
    for place, one in enumerate(everything, 1):
        assert numbers(read(rows, one.cursor)[0]) == numbers(everything[place:])


def test_what_the_network_lost_comes_when_it_lists_it_after_all():
    _, cursor = read([row(1), row(3), row(4)], "")
    heard, cursor = read([row(1), row(2), row(3), row(4)], cursor)
    assert numbers(heard) == [2]
    assert read([row(1), row(2), row(3), row(4)], cursor)[0] == []


def test_an_edit_is_heard_once_with_the_words_of_now():
    _, cursor = read([row(1), row(2)], "")
    changed = row(1, "Klopt dat? Ik bedoel de blauwe.")
    heard, cursor = read([changed, row(2)], cursor)
    assert [(one.event, one.text) for one in heard] == [("edited", "Klopt dat? Ik bedoel de blauwe.")]
    assert read([changed, row(2)], cursor)[0] == []


def test_what_is_missing_is_asked_for_and_heard_as_deleted_once():
    _, cursor = read([row(1), row(2)], "")
    assert read([row(2)], cursor, stays)[0] == []
    heard, cursor = read([row(2)], cursor, deleted)
    assert [(one.event, one.remote_id, one.text) for one in heard] == [("deleted", "note/1", "")]
    assert read([row(2)], cursor, deleted)[0] == []


def test_a_cursor_stays_short_whatever_the_names_are():
    rows = [Row("n", str(number), f"{number:060}", said(number)) for number in range(1000, 1200)]
    heard, cursor = read(rows, "")
    assert all(len(one.cursor) <= LONGEST for one in heard)
    floor = Heard(cursor).floor("n")
    assert floor
    assert read([one for one in rows if is_after(one.place, floor)], cursor)[0] == []


def test_a_text_that_is_no_cursor_is_the_beginning():
    assert Heard("").is_first
    assert Heard("2026-11-21T12:00:00|5").is_first
    assert not Heard(read([row(1)], "")[1]).is_first


@dataclass
class Network:
    """A network that lists at random only a part of what is above the floor, twice, and in any order."""

    chance: random.Random

    def lists(self, rows, floor):
        above = [one for one in rows if is_after(one.place, floor) and self.chance.random() > 0.1]
        shown = above + self.chance.sample(above, len(above) // 3)
        self.chance.shuffle(shown)
        return shown


@given(st.randoms(use_true_random=False), st.integers(1, 15))
def test_after_any_disorder_everything_was_heard(chance, count):
    network, rows, cursor, heard = Network(chance), [row(number) for number in range(count)], "", []
    for reading in range(count + 3):
        shown = network.lists(rows[: reading + 1], Heard(cursor).floor("n"))
        one, cursor = read(shown, cursor)
        heard += one
    one, cursor = read(rows, cursor)
    assert sorted(numbers(heard + one)) == list(range(count))
