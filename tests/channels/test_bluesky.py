"""Bluesky as it is: the real server, its bytes, its keys and its ways to say no."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from toonbank.channels.bluesky import SORTABLE, Bluesky, byte_range, record_key
from toonbank.channels.links import Found, find_links, find_mentions, find_tags
from toonbank.core.errors import BadInput, Refused, SignInAgain, TryLater, Uncertain

from .behaviours import coat
from .benches import outgoing

peer = pytest.mark.peer


def shown(record, kind):
    """What each facet of a kind covers, read back as the network's own apps do: by bytes."""
    raw = record["text"].encode()
    pieces = []
    for facet in record.get("facets", []):
        if facet["features"][0]["$type"].endswith(kind):
            place = facet["index"]
            pieces.append((raw[place["byteStart"] : place["byteEnd"]].decode(), facet["features"][0]))
    return pieces


@peer
def test_links_names_and_tags_are_marked_at_the_right_bytes(bluesky_bench):
    text = "👩‍👩‍👧 Dank @klant.test! Zie https://jas.nl/maten (of www.jas.nl). #régen, @niemand.test en @bas"
    bluesky_bench.channel.send(outgoing(text))
    record = bluesky_bench.records()[0]["value"]
    assert [(seen, feature["uri"]) for seen, feature in shown(record, "#link")] == [
        ("https://jas.nl/maten", "https://jas.nl/maten"),
        ("www.jas.nl", "https://www.jas.nl"),
    ]
    klant = httpx.get(
        f"{bluesky_bench.pds}/xrpc/com.atproto.identity.resolveHandle?handle=klant.test"
    ).json()["did"]
    assert [(seen, feature["did"]) for seen, feature in shown(record, "#mention")] == [("@klant.test", klant)]
    assert [(seen, feature["tag"]) for seen, feature in shown(record, "#tag")] == [("#régen", "régen")]


@peer
def test_the_record_holds_language_moment_and_the_shape_of_the_picture(bluesky_bench):
    post = outgoing("A red coat", lang="en", pictures=(coat(),))
    bluesky_bench.channel.send(post)
    record = bluesky_bench.records()[0]["value"]
    assert record["langs"] == ["en"]
    assert datetime.fromisoformat(record["createdAt"]) == post.created_at.replace(
        microsecond=post.created_at.microsecond // 1000 * 1000
    )
    image = record["embed"]["images"][0]
    assert image["aspectRatio"] == {"width": 320, "height": 240}
    blob = f"{bluesky_bench.pds}/xrpc/com.atproto.sync.getBlob"
    query = {"did": bluesky_bench.account.remote_id, "cid": image["image"]["ref"]["$link"]}
    assert httpx.get(blob, params=query).content == coat().content


@peer
def test_the_address_is_where_people_see_it(bluesky_bench):
    receipt = bluesky_bench.channel.send(outgoing("Waar ben ik?"))
    key = receipt.remote_id.rpartition("/")[2]
    assert receipt.url == f"https://bsky.app/profile/winkel.test/post/{key}"


@peer
def test_text_of_few_characters_but_too_many_bytes_is_refused_as_the_server_would(bluesky_bench):
    with pytest.raises(Refused, match="3000 bytes"):
        bluesky_bench.channel.send(outgoing("👩‍👩‍👧‍👦" * 150))
    assert bluesky_bench.published() == []


@peer
def test_the_server_itself_refuses_what_our_limits_refuse(bluesky_bench):
    channel = bluesky_bench.channel
    channel.limits = replace(channel.limits, characters=1000, text_bytes=None, picture_bytes=None)
    with pytest.raises(Refused, match="grapheme"):
        channel.send(outgoing("a" * 301))
    with pytest.raises(Refused, match=r"too (big|long)|bytes"):
        channel.send(outgoing("👩‍👩‍👧‍👦" * 300))
    heavy = replace(coat(), content=coat().content + b"\0" * 2_100_000)
    with pytest.raises(Refused):
        channel.send(outgoing("Te zwaar", pictures=(heavy,)))
    assert bluesky_bench.published() == []


@peer
def test_a_picture_of_the_target_size_is_accepted(bluesky_bench):
    largest = replace(coat(), content=coat().content + b"\0" * (1_000_000 - len(coat().content)))
    bluesky_bench.channel.send(outgoing("Precies goed", pictures=(largest,)))
    assert len(bluesky_bench.published()) == 1


@peer
def test_a_key_that_expired_halfway_is_renewed_and_the_post_goes_out_once(bluesky_bench):
    expired = {"error": "ExpiredToken", "message": "Token has expired"}
    bluesky_bench.rough.misbehave("answer", path="putRecord", status=400, body=expired)
    post = outgoing("Sleutel verlopen, toch verstuurd.", pictures=(coat(),))
    bluesky_bench.channel.send(post)
    assert bluesky_bench.published() == [post.text]
    assert [line.split()[1].rpartition(".")[2] for line in bluesky_bench.rough.seen] == [
        "uploadBlob",
        "putRecord",
        "refreshSession",
        "putRecord",
    ]
    assert bluesky_bench.kept[-1].keys() == {"access", "refresh"}
    assert bluesky_bench.kept[-1]["refresh"] != bluesky_bench.account.secrets["refresh"]


@peer
def test_a_key_that_the_server_really_rejects_is_renewed(bluesky_bench):
    stale = replace(bluesky_bench.account, secrets={**bluesky_bench.account.secrets, "access": "a.b.c"})
    post = outgoing("Met een oude sleutel begonnen.")
    Bluesky(stale, bluesky_bench.around).send(post)
    assert bluesky_bench.published() == [post.text]


@peer
def test_kept_secrets_open_the_account_again(bluesky_bench):
    bluesky_bench.rough.misbehave("answer", path="getRecord", status=400, body={"error": "ExpiredToken"})
    bluesky_bench.channel.find(outgoing("Alleen kijken."))
    later = replace(bluesky_bench.account, secrets=bluesky_bench.kept[-1])
    Bluesky(later, bluesky_bench.around).send(outgoing("Met de nieuwe sleutel."))
    assert bluesky_bench.published() == ["Met de nieuwe sleutel."]


@peer
def test_an_uncertain_write_is_not_repeated_after_renewing(bluesky_bench):
    bluesky_bench.rough.misbehave("answer", path="putRecord", status=400, body={"error": "ExpiredToken"})
    bluesky_bench.rough.misbehave("hang_up_after", path="putRecord")
    post = outgoing("Verlopen en daarna opgehangen.")
    with pytest.raises(Uncertain):
        bluesky_bench.channel.send(post)
    assert bluesky_bench.channel.find(post) is not None
    assert bluesky_bench.published() == [post.text]


@peer
def test_no_new_key_while_the_server_stumbles_means_nothing_was_sent(bluesky_bench):
    bluesky_bench.rough.misbehave("answer", path="putRecord", status=400, body={"error": "ExpiredToken"})
    bluesky_bench.rough.misbehave("answer", path="refreshSession", status=502)
    with pytest.raises(TryLater):
        bluesky_bench.channel.send(outgoing("Straks nog eens."))
    assert bluesky_bench.published() == []


@peer
def test_a_broken_upload_published_nothing(bluesky_bench):
    bluesky_bench.rough.misbehave("hang_up_after", path="uploadBlob")
    with pytest.raises(TryLater):
        bluesky_bench.channel.send(outgoing("Foto kwijt", pictures=(coat(),)))
    assert bluesky_bench.published() == []


@peer
def test_a_wrong_or_missing_app_password_asks_again(bluesky_bench):
    with pytest.raises(SignInAgain, match="password"):
        bluesky_bench.sign_in("fout")
    with pytest.raises(BadInput):
        bluesky_bench.sign_in("")


@peer
def test_an_app_password_signs_in(bluesky_bench):
    made = httpx.post(
        f"{bluesky_bench.pds}/xrpc/com.atproto.server.createAppPassword",
        json={"name": f"toonbank {datetime.now(UTC).timestamp()}"},
        headers={"authorization": f"Bearer {bluesky_bench.account.secrets['access']}"},
    ).json()
    account = bluesky_bench.sign_in(f" {made['password']} ")
    assert (account.handle, account.remote_id) == ("winkel.test", bluesky_bench.account.remote_id)
    assert made["password"] not in account.secrets.values()
    Bluesky(account, bluesky_bench.around).send(outgoing("Met een app-wachtwoord."))
    assert bluesky_bench.published() == ["Met een app-wachtwoord."]


@peer
def test_without_an_appview_nobody_was_heard(bluesky_bench):
    assert list(bluesky_bench.channel.incoming("")) == []


def notification(moment, name):
    """As the AppView lists it."""
    return {
        "uri": f"at://did:plc:klant/app.bsky.feed.post/{name}",
        "cid": f"cid{name}",
        "author": {"did": "did:plc:klant", "handle": "klant.test"},
        "reason": "reply",
        "record": {
            "text": "Klopt dat?",
            "reply": {"parent": {"uri": "at://did:plc:jas/app.bsky.feed.post/1"}},
        },
        "indexedAt": moment.isoformat(timespec="milliseconds").replace("+00:00", "Z"),
    }


@peer
def test_after_a_busy_night_page_after_page_is_read_until_where_we_were(bluesky_bench):
    began = datetime.now(UTC) - timedelta(hours=9)
    rows = [notification(began + timedelta(minutes=number), number) for number in range(400)]

    def lists(newest, cursor=None):
        page = {"notifications": newest[::-1]} | ({"cursor": cursor} if cursor else {})
        bluesky_bench.rough.misbehave("answer", path="listNotifications", status=200, body=page)

    lists(rows[:3])
    cursor = list(bluesky_bench.channel.incoming(""))[-1].cursor
    for first in (300, 200, 100, 0):
        lists(rows[first : first + 100], cursor="more")
    heard = list(bluesky_bench.channel.incoming(cursor))
    assert [int(one.remote_id.rpartition("/")[2]) for one in heard] == list(range(3, 400))
    calls = [line for line in bluesky_bench.rough.seen if "listNotifications" in line]
    assert len(calls) == 1 + 4 + 1  # the last one asks for what may stand before them


@peer
def test_a_person_who_wrote_without_a_line_is_heard_late(bluesky_bench):
    now = datetime.now(UTC)
    on_time = [notification(now - timedelta(minutes=minutes), minutes) for minutes in range(29, 4, -1)]
    late = notification(now - timedelta(minutes=50), "late")

    def lists(*rows):
        newest = sorted(rows, key=lambda row: row["indexedAt"], reverse=True)
        body = {"notifications": newest}
        bluesky_bench.rough.misbehave("answer", path="listNotifications", status=200, body=body)

    lists(*on_time)
    cursor = list(bluesky_bench.channel.incoming(""))[-1].cursor
    lists(*on_time, late)
    heard = {one.remote_id for one in bluesky_bench.channel.incoming(cursor)}
    assert late["uri"] in heard


@peer
def test_one_that_cannot_be_read_does_not_make_us_deaf_on_bluesky(bluesky_bench):
    good = notification(datetime.now(UTC), "goed")
    odd = [
        {**good, "indexedAt": "gisteren"},
        {**good, "uri": None},
        {**good, "author": None},
        {**good, "uri": "at://did:plc:klant/app.bsky.feed.post/leeg", "record": "niets"},
    ]
    body = {"notifications": [good, *odd]}
    bluesky_bench.rough.misbehave("answer", path="listNotifications", status=200, body=body)
    heard = list(bluesky_bench.channel.incoming(""))
    assert {one.remote_id.rpartition("/")[2]: one.text for one in heard} == {"goed": "Klopt dat?", "leeg": ""}


@peer
def test_an_answer_carries_the_marks_of_what_it_answers_and_of_its_root(bluesky_bench):
    post = bluesky_bench.channel.send(outgoing("De regenjas is er weer.")).remote_id
    question = bluesky_bench.customer_says("Ook in maat 46?", below=post)
    answer = outgoing("Ja. Bas", answer_to=bluesky_bench.to_answer(question, root=post))
    bluesky_bench.channel.send(answer)
    (reply,) = [row["value"]["reply"] for row in bluesky_bench.records() if "reply" in row["value"]]
    asked = bluesky_bench._reply(question)
    assert reply == {"parent": asked["parent"], "root": asked["root"]}
    assert reply["root"]["uri"] == post
    assert reply["parent"]["cid"] != reply["root"]["cid"]


def test_a_record_key_is_a_sortable_moment_and_the_same_in_every_attempt():
    post = outgoing("Sleutel")
    later = replace(post, created_at=post.created_at + timedelta(seconds=2))
    assert record_key(post) == record_key(replace(post, text="anders"))
    assert record_key(post) < record_key(later)
    assert len(record_key(post)) == 13
    assert set(record_key(post)) <= set(SORTABLE)


def test_posts_made_in_the_same_moment_do_not_meet():
    post = outgoing("Tegelijk")
    keys = {record_key(replace(post, key=f"delivery-{number}-1")) for number in range(20_000)}
    assert len(keys) == 20_000


@given(st.text(alphabet=st.sampled_from("ab@#.:/ é👩‍👧🇳🇱") | st.characters(codec="utf-8"), max_size=60))
def test_every_marked_range_is_whole_bytes_inside_the_text(text):
    text += " https://jas.nl #wol @noor.bsky.social"
    for found in (*find_links(text), *find_mentions(text), *find_tags(text)):
        place = byte_range(text, found)
        piece = text.encode()[place["byteStart"] : place["byteEnd"]].decode()
        assert piece == text[found.start : found.end]


def test_a_range_outside_the_text_is_never_sent():
    with pytest.raises(Refused):
        byte_range("kort", Found(2, 2, "x"))
    with pytest.raises(Refused):
        byte_range("kort", Found(9, 12, "x"))
