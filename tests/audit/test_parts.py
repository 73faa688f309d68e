"""The parts of the audit by themselves: order, lots, what was known when, what may be alike."""

import random
from datetime import UTC, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as some

from toonbank.audit import ordering
from toonbank.audit.drawer import Drawer, alike
from toonbank.audit.knowing import Known
from toonbank.audit.ordering import Ordered
from toonbank.audit.rows import LONGEST_QUOTE, Example, Sample, quote
from toonbank.etiquette import Draft, Facts, check
from toonbank.etiquette.background import Published
from toonbank.sources.archives import Said

AT = datetime(2026, 11, 1, 9, tzinfo=UTC)
WORDS = ["jas", "muts", "sjaal", "wol", "rits", "knoop", "maat", "regen", "etalage", "plank", "deur", "klant"]


def said(minute: int, text: str = "", **more) -> Said:
    return Said(AT + timedelta(minutes=minute), text or f"Bericht {minute}", "mastodon", **more)


def test_more_than_fits_in_memory_comes_back_by_time_and_once(monkeypatch):
    monkeypatch.setattr(ordering, "PIECE", 50)
    monkeypatch.setattr(ordering, "BATCH", 7)
    everything = [said(minute, "half \ud83d 🧥\n" if minute % 9 == 0 else "") for minute in range(333)]
    shuffled = everything + everything[:40]
    random.Random(5).shuffle(shuffled)
    ordered = Ordered()
    for one in shuffled:
        ordered.add(one)

    assert list(ordered) == everything
    assert list(ordered) == everything, "and a second time"
    ordered.close()


@given(some.lists(some.integers(0, 2**32), max_size=60, unique=True), some.integers(1, 60))
def test_examples_chosen_by_lot_do_not_depend_on_how_the_work_was_shared(lots, cut):
    def example(lot: int) -> Example:
        return Example(AT + timedelta(seconds=lot), str(lot))

    whole, first, second = Sample(), Sample(), Sample()
    for place, lot in enumerate(lots):
        whole.add(example(lot), lot)
        (first if place < cut else second).add(example(lot), lot)
    second.merge(first)

    assert whole.examples() == second.examples()
    assert {int(one.text) for one in whole.examples()} == set(sorted(lots)[:6])


@given(some.text(max_size=2000), some.data())
def test_a_quotation_keeps_the_words_that_matter_in_their_place(text, data):
    start = data.draw(some.integers(0, len(text)))
    end = data.draw(some.integers(start, min(len(text), start + 60)))

    shown, begin, stop = quote(text, start, end)

    assert len(shown) <= LONGEST_QUOTE + 2
    assert shown[begin:stop] == text[start:end]


def test_what_was_seen_later_is_not_known_before():
    later, early = "2026-11-20T10:00:00+01:00", "2026-11-02T10:00:00+01:00"
    hats = {"ref": "a", "names": ["muts"], "stock": 41, "stock_at": later, "price": 10.0}
    coats = {"ref": "b", "names": ["jas"], "stock": 2, "stock_at": early, "price": 99.0, "price_at": early}
    reviews = {"source": "boek", "count": 12, "at": "2026-11-10"}
    facts = Facts.from_json(
        {"now": "2026-11-21T10:00:00+01:00", "products": [hats, coats], "reviews": reviews}
    )
    known = Known(facts, AT)

    def seen(day: int) -> list[tuple[int | None, int | None]]:
        products = known.at(datetime(2026, 11, day, 12, tzinfo=UTC)).products or ()
        return [(one.stock, one.price_cents) for one in products]

    assert seen(1) == [(None, None), (2, 9900)], "what is seen within a day counts for the day before"
    assert seen(15) == [(None, None), (2, 9900)]
    assert seen(21) == [(41, 1000), (2, 9900)]
    assert known.at(datetime(2025, 1, 1, tzinfo=UTC)).reviews is None
    assert known.at(datetime(2026, 11, 12, tzinfo=UTC)).reviews is not None
    assert known.at(AT).now == AT


TEXTS = some.lists(some.sampled_from(WORDS), min_size=3, max_size=14).map(" ".join)


@settings(deadline=None)  # the first example imports the rules
@given(some.lists(some.tuples(TEXTS, some.sampled_from(["x", "mastodon"])), max_size=14), some.booleans())
def test_the_rule_on_repetition_says_the_same_of_the_posts_that_are_alike_as_of_all(rows, is_dutch):
    posts = tuple(
        Published(text, AT + timedelta(hours=number), network) for number, (text, network) in enumerate(rows)
    )
    draft = Draft("", "account", lang="nl" if is_dutch else "en")

    def said(archive: tuple[Published, ...]) -> list[str]:
        findings = check(draft, Facts(now=AT + timedelta(days=1), archive=archive)).findings
        return sorted(one.message for one in findings if one.rule == "duplicate-content")

    assert said(alike(posts, 0.85)) == said(posts)


def test_a_reply_is_compared_with_earlier_ones_to_others_only():
    drawer = Drawer()
    text = "De groene muts is er vrijdag weer, kom gerust langs."

    assert drawer.like(said(1, text, kind="reply", to="@bas")) == ()
    assert drawer.like(said(2, text, kind="reply", to="@bas")) == ()
    assert drawer.like(said(3, text, kind="reply", to="@dewit")) == (text, text)
    assert drawer.like(said(3 + 60 * 24 * 31, text, kind="reply", to="@noor")) == ()
