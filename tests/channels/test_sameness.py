"""A text that came back from a server is known again, and another one is not."""

import time

import pytest

from toonbank.channels.sameness import same_words, without_markup


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        (
            "Zie https://jas.nl/regenjassen/maten-en-wassen",
            '<p>Zie <a href="https://jas.nl/regenjassen/maten-en-wassen"><span class="invisible">https://</span>'
            '<span class="ellipsis">jas.nl/regenjassen/m</span><span class="invisible">aten-en-wassen</span></a></p>',
        ),
        (
            "Dank @dewit@mastodon.nl, u had gelijk. #wol",
            '<p>Dank <span class="h-card"><a href="https://mastodon.nl/@dewit">@<span>dewit</span></a></span>, '
            'u had gelijk. <a href="https://x/tags/wol" class="mention hashtag">#<span>wol</span></a></p>',
        ),
        ("Regel een\nregel twee\n\nslot", "<p>Regel een<br />regel twee</p><p>slot</p>"),
        ("2 < 3 & 'wol' \"zijde\"", "<p>2 &lt; 3 &amp; &#39;wol&#39; &quot;zijde&quot;</p>"),
        ("**Let op** _dit_", "<p><strong>Let op</strong> <em>dit</em></p>"),
        ("Cafe\u0301", "<p>Caf\u00e9</p>"),
        ("👩‍👩‍👧 🇳🇱", "<p>👩‍👩‍👧 🇳🇱</p>"),
        ("…", "<p>…</p>"),
    ],
)
def test_the_same_words_are_known_in_the_dress_of_a_server(ours, theirs):
    assert same_words(ours, without_markup(theirs))


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("Nog 7 jassen", "Nog 8 jassen"),
        ("Morgen open", "Morgen niet open"),
        ("Wol 🐑", "Wol 🧵"),
        ("Wat?", "Wat? Ja!"),
        ("?", "!"),
    ],
)
def test_other_words_are_other_words(ours, theirs):
    assert not same_words(ours, theirs)


def test_markup_that_never_closes_costs_no_time():
    began = time.process_time()
    without_markup("<" * 500_000)
    assert time.process_time() - began < 1.0
