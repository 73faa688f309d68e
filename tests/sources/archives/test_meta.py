"""The exports of Facebook and Instagram."""

import json

import pytest

from sources.archives.exports import read, twice_encoded, unpacked, zipped
from toonbank.sources.archives.texts import mended

ACTIVITY = "this_profile's_activity_across_facebook"
POSTS = [
    {
        "timestamp": 1763629920,
        "data": [{"post": "Café Zutphen: één jas, 😀"}, {"update_timestamp": 1763629920}],
    },
    {
        "timestamp": 1763629930,
        "attachments": [{"data": [{"media": {"uri": "p.jpg", "description": "De etalage is klaar."}}]}],
        "data": [],
        "title": "Jas added a new photo.",
    },
    {"timestamp": 1763629940, "data": [{"update_timestamp": 1}], "title": "Jas shared a post."},
    {"timestamp": "gisteren", "data": [{"post": "Zonder moment"}]},
]
COMMENTS = {
    "comments_v2": [
        {
            "timestamp": 1763630000,
            "data": [
                {"comment": {"timestamp": 1763630000, "comment": "De groene is er vrijdag.", "author": "Jas"}}
            ],
            "title": "Jas replied to Mevrouw De Wit's comment.",
        },
        {"timestamp": 1763630100, "data": [], "title": "Jas likes this."},
    ]
}
THREAD = {
    "participants": [{"name": "Mevrouw De Wit"}, {"name": "Jas"}],
    "messages": [
        {"sender_name": "Jas", "timestamp_ms": 1763640000000, "content": "Sorry, dat lossen we op."},
        {
            "sender_name": "Mevrouw De Wit",
            "timestamp_ms": 1763630000000,
            "content": "De verkeerde maat, één te klein.",
        },
        {"sender_name": "Mevrouw De Wit", "timestamp_ms": 1763631000000, "photos": [{"uri": "x"}]},
    ],
    "title": "Mevrouw De Wit",
}


def test_a_page_of_facebook_gives_posts_comments_and_messages(tmp_path):
    files = {
        f"{ACTIVITY}/posts/profile_posts_1.json": twice_encoded(POSTS),
        f"{ACTIVITY}/comments_and_reactions/comments.json": twice_encoded(COMMENTS),
        f"{ACTIVITY}/messages/inbox/mevrouwdewit_123/message_1.json": twice_encoded(THREAD),
        f"{ACTIVITY}/posts/album/0.json": "{}",
    }

    said, skipped = read(zipped(tmp_path / "facebook.zip", files))

    assert [(one.kind, one.text, one.is_ours, one.is_public) for one in said] == [
        ("reply", "De groene is er vrijdag.", True, True),
        ("post", "De verkeerde maat, één te klein.", False, False),
        ("reply", "Sorry, dat lossen we op.", True, False),
        ("post", "Café Zutphen: één jas, 😀", True, True),
        ("post", "De etalage is klaar.", True, True),
        ("repost", "", True, True),
    ]
    assert said[2].in_reply_to == said[1].id
    assert [one.place for one in skipped] == [f"{ACTIVITY}/posts/profile_posts_1.json, item 4"]


def test_an_export_of_instagram_gives_captions_and_comments(tmp_path):
    posts = [
        {"media": [{"uri": "a.jpg", "creation_timestamp": 1763629920, "title": "Nieuw: wollen sjaals ☕"}]},
        {
            "media": [{"uri": "b.jpg", "creation_timestamp": 1, "title": ""}, {"uri": "c.jpg"}],
            "title": "Drie foto’s",
            "creation_timestamp": 1763629930,
        },
    ]
    comments = [
        {
            "media_list_data": [{"uri": ""}],
            "string_map_data": {
                "Reactie": {"value": "Ja, ook in maat M."},
                "Media-eigenaar": {"value": "jas_zutphen"},
                "Tijd": {"timestamp": 1763630000},
            },
        },
        {"string_map_data": {"Comment": {"value": "Geen tijd"}}},
    ]
    reels = {
        "ig_reels_media": [
            {"media": [{"uri": "d.mp4", "creation_timestamp": 1763629950, "title": "Zo vet je leer"}]}
        ]
    }
    base = "your_instagram_activity"
    files = {
        f"{base}/media/posts_1.json": twice_encoded(posts),
        f"{base}/media/reels.json": twice_encoded(reels),
        f"{base}/comments/post_comments_1.json": twice_encoded(comments),
        f"{base}/messages/inbox/dewit_9/message_1.json": twice_encoded(THREAD),
    }

    said, skipped = read(unpacked(tmp_path, files))

    assert {one.network for one in said} == {"instagram"}
    assert [one.text for one in said if one.is_public] == [
        "Ja, ook in maat M.",
        "Zo vet je leer",
        "Nieuw: wollen sjaals ☕",
        "Drie foto’s",
    ]
    assert [one.to for one in said if one.kind == "reply" and one.is_public] == ["@jas_zutphen"]
    assert len(skipped) == 1


@pytest.mark.parametrize("text", ["één café", "€ 49,95 – nu", "jas 🧥", "plain", "ünïcödé Ã©"])
def test_letters_encoded_twice_are_set_right_and_right_ones_stay(text):
    assert mended(text.encode("utf-8").decode("latin-1")) == text
    if "Ã" not in text:
        assert mended(text) == text


def test_a_lone_file_of_either_is_known_by_what_is_in_it(tmp_path):
    (tmp_path / "berichten.json").write_text(json.dumps(POSTS))
    (tmp_path / "foto.json").write_text(
        json.dumps([{"media": [{"creation_timestamp": 1763629920, "title": "Hoi"}]}])
    )

    assert {one.network for one in read(tmp_path / "berichten.json")[0]} == {"facebook"}
    assert [one.text for one in read(tmp_path / "foto.json")[0]] == ["Hoi"]
