"""Links, mentions and tags lie where a reader sees them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toonbank.channels.graphemes import count_graphemes
from toonbank.channels.links import find_links, find_mentions, find_tags


def seen(text, found):
    return [text[one.start : one.end] for one in found]


@pytest.mark.parametrize(
    ("text", "links"),
    [
        ("Kijk op https://jas.nl/regen.", ["https://jas.nl/regen"]),
        ("(zie https://jas.nl/maten)", ["https://jas.nl/maten"]),
        (
            "https://nl.wikipedia.org/wiki/Zutphen_(stad) is mooi",
            ["https://nl.wikipedia.org/wiki/Zutphen_(stad)"],
        ),
        (
            "Was het https://jas.nl? Of http://jas.nl/a?b=1&c=2!",
            ["https://jas.nl", "http://jas.nl/a?b=1&c=2"],
        ),
        ("Alles staat op www.jas.nl, ook de maten", ["www.jas.nl"]),
        ("Mail noor@www.jas.nl of bel", []),
        ("https:// en https://geenpunt zijn geen links", []),
        ("„https://jas.nl/à-la-carte”", ["https://jas.nl/à-la-carte"]),
        ("👩‍👩‍👧 https://jas.nl/👗 🇳🇱", ["https://jas.nl/👗"]),
    ],
)
def test_a_link_ends_where_the_sentence_goes_on(text, links):
    assert seen(text, find_links(text)) == links


def test_an_address_without_scheme_points_to_https():
    assert find_links("www.jas.nl")[0].target == "https://www.jas.nl"


@pytest.mark.parametrize(
    ("text", "mentions"),
    [
        ("Dank @bas!", ["@bas"]),
        ("Dank @noor.bsky.social.", ["@noor.bsky.social"]),
        ("Dank @dewit@mastodon.nl, u had gelijk", ["@dewit@mastodon.nl"]),
        ("Schrijf naar noor@jas.nl", []),
        ("Zie https://mastodon.nl/@dewit", []),
        ("(@bas) en @noor_2", ["@bas", "@noor_2"]),
    ],
)
def test_a_mention_is_a_name_and_not_a_mail_address(text, mentions):
    assert seen(text, find_mentions(text)) == mentions


@pytest.mark.parametrize(
    ("text", "tags"),
    [
        ("#regenjas, #Zutphen!", ["regenjas", "Zutphen"]),
        ("Wij zijn #1 in #2026trends", ["2026trends"]),
        ("#gîte #मौसम #معطف #コート", ["gîte", "मौसम", "معطف", "コート"]),
        ("https://jas.nl/#maten en a#b en &#39;", []),
    ],
)
def test_a_tag_may_be_in_any_script_and_needs_a_letter(text, tags):
    assert [tag.target for tag in find_tags(text)] == tags


@given(st.text(alphabet=st.sampled_from("ab1@#./:()é👩‍👧🇳🇱 \n") | st.characters(), max_size=80))
def test_every_find_lies_within_the_text_and_points_to_something(text):
    for found in (*find_links(text), *find_mentions(text), *find_tags(text)):
        assert 0 <= found.start < found.end <= len(text)
        assert found.target


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("jas", 3),
        ("👩‍👩‍👧‍👦", 1),
        ("🇳🇱🇧🇪", 2),
        ("cafe\u0301", 4),
        ("👍🏽", 1),
        ("שלום", 4),
        ("1️⃣", 1),
        ("\r\n", 1),
    ],
)
def test_a_reader_counts_a_family_as_one_character(text, count):
    assert count_graphemes(text) == count
