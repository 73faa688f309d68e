"""A repository of Bluesky: CBOR, CAR, and the records in them."""

import io
import json
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as some

from sources.archives.car_writing import car, cid_of, encode, repository
from sources.archives.exports import read, zipped
from toonbank.core.errors import SourceTrouble
from toonbank.sources.archives.car import BadCar, car_blocks
from toonbank.sources.archives.cbor import BadCbor, Cid, decode

DID = "did:plc:jaszutphen"
AT = "2026-11-19T09:12:00.000Z"


def post(text: str, **more: object) -> dict:
    return {"$type": "app.bsky.feed.post", "text": text, "createdAt": AT, "langs": ["nl"], **more}


def answer_to(address: str) -> dict:
    ref = {"uri": address, "cid": "bafy"}
    return {"reply": {"root": ref, "parent": ref}}


RECORDS = {
    "app.bsky.actor.profile/self": {"$type": "app.bsky.actor.profile", "displayName": "Jas"},
    "app.bsky.feed.like/3k1": {
        "$type": "app.bsky.feed.like",
        "createdAt": AT,
        "subject": {"uri": "at://x/y/z"},
    },
    "app.bsky.feed.post/3k2": post("De étalage is klaar 🧥"),
    "app.bsky.feed.post/3k3": post("En nog iets", **answer_to(f"at://{DID}/app.bsky.feed.post/3k2")),
    "app.bsky.feed.post/3k4": post("Ja hoor", **answer_to("at://did:plc:dewit/app.bsky.feed.post/9")),
    "app.bsky.feed.post/3k5": {"$type": "app.bsky.feed.post", "text": "Zonder moment"},
    "app.bsky.feed.repost/3k6": {
        "$type": "app.bsky.feed.repost",
        "createdAt": AT,
        "subject": {"uri": "at://a/b/c", "cid": "d"},
    },
}

values = some.recursive(
    some.none()
    | some.booleans()
    | some.integers(-(2**64), 2**64 - 1)
    | some.floats(allow_nan=False)
    | some.text()
    | some.binary()
    | some.binary(min_size=4).map(Cid),
    lambda inner: some.lists(inner, max_size=4) | some.dictionaries(some.text(), inner, max_size=4),
    max_leaves=20,
)


@given(values)
def test_what_is_written_as_cbor_is_read_back(value):
    assert decode(encode(value)) == value


@given(some.binary(max_size=200))
def test_bytes_that_are_no_cbor_are_refused_and_nothing_else_happens(content):
    with suppress(BadCbor):
        decode(content)


@given(some.lists(values.map(encode), min_size=1, max_size=8))
def test_the_blocks_of_a_car_come_out_as_they_went_in(blocks):
    assert list(car_blocks(io.BytesIO(car(blocks)))) == [(cid_of(block), block) for block in blocks]


@given(some.integers(0, 400))
def test_a_car_that_breaks_off_gives_its_whole_blocks_and_says_so(cut):
    blocks = [encode({"text": "jas " * 20}), encode([1, 2]), encode("muts")]
    ends = [len(car(blocks[:count])) for count in range(1, 4)]
    whole = car(blocks)
    found = []
    with suppress(BadCar):
        found.extend(block for _, block in car_blocks(io.BytesIO(whole[:cut])))

    # All that is whole is there, even when the file breaks off in what comes after it.
    assert found == blocks[: sum(end <= cut for end in ends)] or cut < ends[0]


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\x9b" + b"\xff" * 8,
        b"\x81" * 1000 + b"\x00",
        b"\xa1\x01\x02",
        b"\xd8\x20\x41\x00",
        b"\x62\xff\xff",
    ],
)
def test_broken_cbor_is_refused(content):
    with pytest.raises(BadCbor):
        decode(content)


def test_a_repository_gives_its_posts_with_their_addresses(tmp_path):
    (tmp_path / "repo.car").write_bytes(car(repository(DID, RECORDS)))

    said, skipped = read(tmp_path / "repo.car")

    assert [(one.kind, one.text, one.url) for one in said] == [
        ("post", "De étalage is klaar 🧥", f"https://bsky.app/profile/{DID}/post/3k2"),
        ("post", "En nog iets", f"https://bsky.app/profile/{DID}/post/3k3"),
        ("reply", "Ja hoor", f"https://bsky.app/profile/{DID}/post/3k4"),
        ("repost", "", ""),
    ]
    assert len(skipped) == 1


def test_a_repository_that_breaks_off_is_read_as_far_as_it_goes(tmp_path):
    (tmp_path / "repo.car").write_bytes(car(repository(DID, RECORDS))[:-20])

    said, skipped = read(tmp_path / "repo.car")

    assert 0 < len(said) <= 4
    assert skipped[-1].reason["nl"] == "het bestand breekt hier af; wat ervoor stond is gelezen"
    assert skipped[-1].place_in("nl") == skipped[-1].place.replace(", block ", ", blok ")


def test_a_repository_is_found_in_a_zip_and_by_its_bytes(tmp_path):
    content = car(repository(DID, RECORDS))
    (tmp_path / "download").write_bytes(content)

    assert len(read(zipped(tmp_path / "b.zip", {"jas/repo.car": content}))[0]) == 4
    assert len(read(tmp_path / "download")[0]) == 4


def test_records_as_json_lines_are_read_with_and_without_their_address(tmp_path):
    lines = [
        json.dumps({"uri": f"at://{DID}/app.bsky.feed.post/3k2", "cid": "bafy", "value": post("Een")}),
        json.dumps(post("Twee")),
        "geen json",
        json.dumps(RECORDS["app.bsky.feed.like/3k1"]),
    ]
    (tmp_path / "bluesky.jsonl").write_text("\n".join(lines))

    said, skipped = read(tmp_path / "bluesky.jsonl")

    assert [(one.text, one.url) for one in said] == [
        ("Een", f"https://bsky.app/profile/{DID}/post/3k2"),
        ("Twee", ""),
    ]
    assert [one.place for one in skipped] == ["bluesky.jsonl, line 3"]


def test_a_file_that_only_looks_like_a_car_is_refused_in_one_line(tmp_path):
    (tmp_path / "repo.car").write_bytes(b"\x05hello")

    with pytest.raises(SourceTrouble, match=r"repo\.car is no CAR file that we can read"):
        read(tmp_path / "repo.car")
