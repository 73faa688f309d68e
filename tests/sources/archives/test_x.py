"""The archive of X."""

from datetime import UTC, datetime

from sources.archives.exports import read, script, tweet, unpacked, zipped

ACCOUNT = {"data/account.js": script("account", [{"account": {"username": "jas_zutphen", "accountId": "5"}}])}


def test_a_post_keeps_its_words_its_moment_and_its_address(tmp_path):
    posts = script("tweets", [tweet("11", "Mutsen &amp; sjaals: nu in het rek. &lt;3")])

    said, skipped = read(zipped(tmp_path / "x.zip", {**ACCOUNT, "data/tweets.js": posts}))

    assert skipped == []
    assert [(one.text, one.at, one.url, one.kind) for one in said] == [
        (
            "Mutsen & sjaals: nu in het rek. <3",
            datetime(2026, 11, 19, 9, 12, tzinfo=UTC),
            "https://x.com/jas_zutphen/status/11",
            "post",
        )
    ]


def test_short_links_become_the_addresses_that_they_stand_for_and_pictures_go(tmp_path):
    links = {"urls": [{"url": "https://t.co/abc", "expanded_url": "https://jas.example/muts"}], "media": []}
    media = {"media": [{"url": "https://t.co/pic", "expanded_url": "https://x.com/jas/photo/1"}]}
    posts = script(
        "tweets",
        [tweet("1", "Kijk: https://t.co/abc https://t.co/pic", entities=links, extended_entities=media)],
    )

    said, _ = read(unpacked(tmp_path, {"data/tweets.js": posts}))

    assert said[0].text == "Kijk: https://jas.example/muts"


def test_answers_reposts_and_threads_are_told_apart(tmp_path):
    posts = [
        tweet("1", "De groene muts is er weer."),
        tweet("2", "En nog iets.", in_reply_to_status_id_str="1", in_reply_to_user_id_str="5"),
        tweet("3", "@de_wit Morgen, zeker.", in_reply_to_status_id_str="900", in_reply_to_user_id_str="77"),
        tweet("4", "RT @buren: Kom langs op de markt"),
    ]

    said, _ = read(zipped(tmp_path / "x.zip", {**ACCOUNT, "data/tweets.js": script("tweets", posts)}))

    assert [(one.kind, one.text, one.in_reply_to, one.to) for one in said] == [
        ("post", "De groene muts is er weer.", "", ""),
        ("post", "En nog iets.", "1", ""),
        ("reply", "Morgen, zeker.", "900", "@de_wit"),
        ("repost", "", "", ""),
    ]


def test_parts_are_read_in_their_order_and_long_posts_whole(tmp_path):
    long = "Zo was je wol: " + "eerst koud, dan lauw, " * 20 + "klaar."
    notes = [{"noteTweet": {"noteTweetId": "7", "core": {"text": long}}}]
    files = {
        "data/tweets.js": script("tweets", [tweet("1", "Een")]),
        "data/tweets-part2.js": script("tweets", [tweet("3", long[:275])]),
        "data/tweets-part1.js": script("tweets", [tweet("2", "Twee")]),
        "data/note-tweet.js": script("note_tweet", notes),
        "data/like.js": script("like", [{"like": {"tweetId": "9", "fullText": "Niet van ons"}}]),
    }

    said, _ = read(zipped(tmp_path / "x.zip", files))

    assert [one.id for one in said] == ["1", "2", "3"]
    assert said[2].text == long


def test_archives_of_before_2014_are_read_too(tmp_path):
    old = 'Grailbird.data.tweets_2013_05 =\n [ {"id_str": "8", "text": "Goedemorgen", "created_at": "2013-05-04 10:00:00 +0000"} ]'

    said, _ = read(unpacked(tmp_path, {"data/js/tweets/2013_05.js": old}))

    assert [(one.text, one.at.year) for one in said] == [("Goedemorgen", 2013)]


def test_what_cannot_be_read_is_named_with_its_place_and_the_rest_goes_on(tmp_path):
    bad = [tweet("1", "Een"), {"tweet": 3}, tweet("2", "Twee", at="gisteren"), tweet("3", "Drie"), 5]

    said, skipped = read(zipped(tmp_path / "x.zip", {"data/tweets.js": script("tweets", bad)}))

    assert [one.text for one in said] == ["Een", "Drie"]
    assert [one.place for one in skipped] == [f"data/tweets.js, item {number}" for number in (2, 3, 5)]
    assert skipped[1].reason["nl"] == "er staat geen leesbaar moment bij"
