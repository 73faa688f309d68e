"""Opening files: packed or not, by name or as a stream, with progress, going on where it was; whatever the bytes are."""

import gzip
import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sources.files import RSS, RSS_END, read, read_until_trouble, rss
from toonbank.core.errors import SourceTrouble
from toonbank.sources.opening import open_source
from toonbank.sources.seen import BadRow, Row

FEED = rss(*(f"<g:id>{number}</g:id><g:price>{number}.95 EUR</g:price>" for number in range(1, 2001)))
LIST = "sku;naam;voorraad\n" + "".join(f"{number};jas {number};{number % 9}\n" for number in range(1, 2001))


def test_a_packed_feed_is_read_like_an_open_one():
    assert read(gzip.compress(FEED)) == read(FEED)


def test_a_feed_packed_twice_is_read_as_well():
    assert read(gzip.compress(gzip.compress(FEED))) == read(FEED)


def test_a_packed_file_that_breaks_off_gives_what_came_before():
    packed = gzip.compress(FEED)
    rows, trouble = read_until_trouble(packed[: len(packed) // 2])
    assert 500 < len(rows) < 2000
    assert str(rows[-1].line) in trouble.shown["nl"]
    assert trouble.line == rows[-1].line


def test_a_packed_file_that_swells_without_end_is_stopped():
    bomb = gzip.compress(b"sku;naam\n1;jas\n" + b" " * 200_000_000, compresslevel=1)
    assert len(bomb) < 2_000_000
    rows, trouble = read_until_trouble(bomb)
    assert "ingepakte bestand" in trouble.shown["nl"]
    assert len(rows) == 1


def test_no_more_is_unpacked_than_allowed():
    opened = open_source(io.BytesIO(gzip.compress(FEED)), most_bytes=80_000)
    with pytest.raises(SourceTrouble, match="far bigger inside"):
        list(opened.rows())


@pytest.mark.parametrize(
    "content", [FEED, LIST.encode(), gzip.compress(FEED)], ids=["feed", "list", "packed"]
)
def test_an_interrupted_import_goes_on_exactly_where_it_was(content):
    whole = read(content)
    first = open_source(io.BytesIO(content))
    before = [row for row, _ in zip(first.rows(), range(700), strict=False)]
    after = list(open_source(io.BytesIO(content)).rows(after_count=len(before)))
    assert before + after == whole


def test_a_list_goes_on_after_the_line_that_was_read_last():
    whole = read(LIST.encode())
    after = list(open_source(io.BytesIO(LIST.encode())).rows(after_line=whole[699].line))
    assert after == whole[700:]


def test_in_a_feed_on_one_line_going_on_by_line_loses_nothing():
    feed = (RSS + "<item><g:id>1</g:id></item><item><g:id>2</g:id></item>" + RSS_END).encode()
    again = list(open_source(io.BytesIO(feed)).rows(after_line=3))
    assert [row.product.ref for row in again] == ["1", "2"]


@pytest.mark.parametrize("content", [FEED, gzip.compress(FEED), LIST.encode()])
def test_the_progress_bar_starts_near_zero_only_grows_and_ends_at_the_total(content):
    opened = open_source(io.BytesIO(content))
    seen = [opened.position for _ in opened.rows()]
    assert seen == sorted(seen)
    assert opened.position == opened.total == len(content)
    assert opened.count == 2000


def test_a_stream_that_cannot_tell_its_length_has_no_total():
    class Pipe(io.RawIOBase):
        def __init__(self):
            self.inner = io.BytesIO(LIST.encode())

        def read(self, size=-1):
            return self.inner.read(min(size, 100))

        def tell(self):
            raise OSError("a pipe has no place")

    opened = open_source(Pipe())
    assert opened.total is None
    assert len(list(opened.rows())) == 2000


def test_a_file_is_opened_by_its_name_and_closed(tmp_path):
    path = tmp_path / "voorraad.csv"
    path.write_text(LIST)
    with open_source(path) as opened:
        assert len(list(opened.rows())) == 2000
    assert path.read_text() == LIST


def test_a_file_that_is_not_there_is_said_in_plain_words(tmp_path):
    with pytest.raises(SourceTrouble, match="cannot be opened"):
        open_source(tmp_path / "weg.csv")


def test_a_folder_is_not_a_file(tmp_path):
    with pytest.raises(SourceTrouble):
        open_source(tmp_path)


def look_sound(rows, trouble):
    assert all(isinstance(row, (Row, BadRow)) for row in rows)
    assert [row.line for row in rows] == sorted(row.line for row in rows)
    assert all(row.product.ref for row in rows if isinstance(row, Row))
    if trouble is not None:
        assert trouble.shown["nl"]
        assert trouble.shown["en"]


beginnings = st.sampled_from(
    [
        b"",
        b"<",
        b"<?xml version='1.0'?>",
        RSS.encode(),
        b"sku;naam;voorraad\n",
        b"id\ttitle\tprice\n",
        b"sep=,\nsku,prijs\n",
        b"\xff\xfe",
        b"\xfe\xff",
        b"\xef\xbb\xbf",
        b"\xff\xfe\x00\x00",
        b"\x1f\x8b\x08\x00",
        b"<?xml version='1.0' encoding='",
    ]
)


@given(beginnings, st.binary(max_size=400))
@settings(max_examples=400)
def test_any_bytes_end_in_rows_bad_rows_or_one_trouble(beginning, rest):
    look_sound(*read_until_trouble(beginning + rest))


@given(beginnings, st.binary(max_size=300))
def test_any_packed_bytes_do_too(beginning, rest):
    look_sound(*read_until_trouble(gzip.compress(beginning + rest)))


pieces = st.sampled_from(
    [
        "<item>",
        "</item>",
        "<g:id>",
        "</g:id>",
        "<title>",
        "</title>",
        "<g:price>",
        "</g:price>",
        "1",
        "49,95",
        "é",
        "&amp;",
        "&",
        "<![CDATA[",
        "]]>",
        "<!--",
        "-->",
        "<entry>",
        "</entry>",
        "<link href='x'/>",
        "\n",
        " ",
        "\x00",
        '"',
        ";",
        "\t",
        ",",
        "\r",
        "\r\n",
        "sku",
        '""',
        '";"',
        "\N{NO-BREAK SPACE}",
        "\u2028",
    ]
)


@given(beginnings, st.lists(pieces, max_size=60).map("".join))
@settings(max_examples=400)
def test_any_pieces_of_a_feed_or_list_do_too(beginning, rest):
    look_sound(*read_until_trouble(beginning + rest.encode()))


@given(st.lists(st.sampled_from(["<g:id>1</g:id>", "", "<g:id>2</g:id><g:price>x</g:price>"]), max_size=30))
def test_no_item_of_a_feed_is_lost(items):
    assert len(read(rss(*items))) == len(items)


@given(
    st.lists(
        st.sampled_from(["1;jas;7", ";jas;7", "1;jas", "1;jas;veel", "1;jas;7;8;9", '1;"jas";7']), max_size=30
    )
)
def test_no_row_of_a_list_is_lost(lines):
    assert len(read("\n".join(["sku;naam;voorraad", "0;das;1", *lines]).encode())) == len(lines) + 1


@given(st.integers(0, len(FEED)))
@settings(max_examples=60)
def test_a_feed_cut_anywhere_gives_every_item_that_was_whole(cut):
    rows, _ = read_until_trouble(FEED[:cut])
    assert len(rows) == FEED[:cut].count(b"</item>")
