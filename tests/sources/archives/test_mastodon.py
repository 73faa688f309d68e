"""The outbox of Mastodon, by itself or packed."""

import json

import pytest

from sources.archives.exports import read, tarred, zipped
from toonbank.sources.archives.texts import from_html

ACTOR = "https://winkels.example/users/jas"
PUBLIC = "https://www.w3.org/ns/activitystreams#Public"


def note(number: int, content: str, **more: object) -> dict:
    address = f"{ACTOR}/statuses/{number}"
    return {
        "id": f"{address}/activity",
        "type": "Create",
        "actor": ACTOR,
        "published": "2026-11-19T09:12:00Z",
        "to": [PUBLIC],
        "object": {
            "id": address,
            "type": "Note",
            "published": "2026-11-19T09:12:00Z",
            "url": f"https://winkels.example/@jas/{number}",
            "content": content,
            "to": [PUBLIC],
            "cc": [f"{ACTOR}/followers"],
            "inReplyTo": None,
            **more,
        },
    }


OUTBOX = {
    "@context": ["https://www.w3.org/ns/activitystreams", {"ostatus": "http://ostatus.org#"}],
    "id": "outbox.json",
    "type": "OrderedCollection",
    "totalItems": 6,
    "orderedItems": [
        note(1, "<p>Wol &amp; katoen<br>in het rek</p><p>Tot zes uur open.</p>"),
        note(2, "<p>Vervolg</p>", inReplyTo=f"{ACTOR}/statuses/1"),
        note(
            3,
            '<p><span class="h-card"><a href="https://a.example/@dewit" class="u-url mention">@<span>dewit</span></a></span> Ja hoor.</p>',
            inReplyTo="https://a.example/@dewit/77",
        ),
        note(4, "<p>Onder ons</p>", to=["https://a.example/users/dewit"], cc=[]),
        {
            "id": f"{ACTOR}/statuses/5/activity",
            "type": "Announce",
            "actor": ACTOR,
            "published": "2026-11-20T09:12:00Z",
            "object": "https://a.example/users/buren/statuses/9",
        },
        {
            "type": "Create",
            "actor": ACTOR,
            "published": "2026-11-20T09:12:00Z",
            "object": f"{ACTOR}/statuses/6",
        },
    ],
}
EXPECTED = [
    ("post", "Wol & katoen\nin het rek\n\nTot zes uur open.", True),
    ("post", "Vervolg", True),
    ("reply", "Ja hoor.", True),
    ("post", "Onder ons", False),
    ("repost", "", True),
]


def seen(path):
    said, skipped = read(path)
    return [(one.kind, one.text, one.is_public) for one in said], [
        one.place.rpartition(", ")[2] for one in skipped
    ]


def test_an_outbox_is_read_by_itself_in_a_zip_and_in_a_tar(tmp_path):
    content = json.dumps(OUTBOX)
    (tmp_path / "outbox.json").write_text(content)
    packed = zipped(tmp_path / "archive.zip", {"actor.json": "{}", "outbox.json": content})
    tar = tarred(tmp_path / "archive.tar.gz", {"./media/a.png": b"x" * 9, "./outbox.json": content.encode()})

    for path in (tmp_path / "outbox.json", packed, tar):
        assert seen(path) == (EXPECTED, ["item 6"])


def test_the_address_of_a_toot_is_the_one_that_people_open(tmp_path):
    (tmp_path / "outbox.json").write_text(json.dumps(OUTBOX))

    said, _ = read(tmp_path / "outbox.json")

    assert said[0].url == "https://winkels.example/@jas/1"
    assert said[2].to == "@dewit"


@pytest.mark.parametrize(
    ("content", "text"),
    [
        ("<p>a</p><p>b</p>", "a\n\nb"),
        ("a<br />b<BR>c", "a\nb\nc"),
        ("3 &lt; 5 &amp;amp;", "3 < 5 &amp;"),
        ('<a href="x"><span class="invisible">https://</span>jas.example</a>', "https://jas.example"),
        ("<" * 50_000, "<" * 50_000),
    ],
)
def test_html_becomes_text(content, text):
    assert from_html(content) == text
