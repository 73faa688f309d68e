"""A JSON list of any size, one object at a time."""

import io
import json
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as some

from toonbank.sources.archives import jsonitems
from toonbank.sources.archives.jsonitems import BreaksOff, json_items
from toonbank.sources.archives.said import Unusable

scalars = (
    some.none()
    | some.booleans()
    | some.integers()
    | some.floats(allow_nan=False, allow_infinity=False)
    | some.text()
)
content = some.recursive(
    scalars,
    lambda inner: some.lists(inner, max_size=3) | some.dictionaries(some.text(), inner, max_size=3),
    max_leaves=8,
)


class Drip(io.BytesIO):
    """Gives a few bytes at a time, so that every place in the text is once the edge of what is seen."""

    def read(self, size: int | None = -1) -> bytes:
        return super().read(min(size or 3, 3) if size != -1 else 3)


@given(some.lists(content, max_size=5), some.sampled_from([None, 2]), some.booleans())
def test_every_item_comes_out_as_json_would_read_it(items, indent, ascii_only):
    written = json.dumps(items, indent=indent, ensure_ascii=ascii_only)

    assert list(json_items(Drip(written.encode("utf-8", "surrogatepass")))) == items


@given(some.dictionaries(some.text(max_size=4), content, max_size=4), some.lists(content, max_size=3))
def test_a_list_inside_an_object_is_found_whatever_stands_around_it(around, items):
    whole = {**around, "orderedItems": items, "later": {"orderedItems": [1]}}

    assert list(json_items(Drip(json.dumps(whole).encode()), ("orderedItems",))) == items


def test_a_line_of_javascript_before_the_list_is_passed():
    assert list(json_items(io.BytesIO(b'\xef\xbb\xbfwindow.YTD.tweets.part0 = [ {"a": 1} ]'))) == [{"a": 1}]


def test_an_item_that_is_no_json_costs_only_itself():
    found = list(
        json_items(
            io.BytesIO(
                b'[{"a": 1}, {"a": nee}, {"b": "}{"}, ' + b"[" * 100_000 + b"]" * 100_000 + b', {"c": 3}]'
            )
        )
    )

    assert [one for one in found if isinstance(one, dict)] == [{"a": 1}, {"b": "}{"}, {"c": 3}]
    assert sum(isinstance(one, Unusable) for one in found) == 2


def test_an_item_too_long_to_be_a_post_is_passed_without_being_held(monkeypatch):
    monkeypatch.setattr(jsonitems, "BLOCK", 1000)
    monkeypatch.setattr(jsonitems, "LONGEST_ITEM", 5000)
    long = json.dumps({"text": "jas " * 10_000})

    found = list(json_items(io.BytesIO(f'[{long}, {{"a": 1}}]'.encode())))

    assert isinstance(found[0], Unusable)
    assert found[1:] == [{"a": 1}]


@given(some.integers(0, 60))
def test_a_file_that_breaks_off_gives_what_came_before_and_says_so(cut):
    whole = json.dumps([{"nr": number, "text": "jas"} for number in range(3)]).encode()
    found = []
    with pytest.raises(BreaksOff):
        found.extend(json_items(Drip(whole[: min(cut + 1, len(whole) - 1)])))

    assert found == [{"nr": number, "text": "jas"} for number in range(len(found))]


@given(some.binary(max_size=300))
def test_any_bytes_whatever_end_in_items_or_in_a_break(content):
    with suppress(BreaksOff):
        list(json_items(Drip(content), ("a",)))
