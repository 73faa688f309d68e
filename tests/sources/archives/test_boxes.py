"""What an export comes in, and what is refused."""

import io
import struct
import tarfile
import zipfile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from sources.archives.exports import read, script, tarred, tweet, zipped
from toonbank.core.errors import BadInput, SourceTrouble
from toonbank.sources.archives import box, open_archive

POSTS = script("tweets", [tweet(str(number), f"Bericht {number}") for number in range(50)])


def read_or_refuse(path):
    """What was said, or the one line that says why nothing could be read; any other error is a failure."""
    try:
        return read(path)[0], ""
    except SourceTrouble as trouble:
        return [], str(trouble)


def test_a_file_that_would_land_outside_its_folder_is_refused(tmp_path):
    for number, name in enumerate(("../../etc/cron.d/x", "/etc/passwd", "a/..\\b", "C:\\x.js")):
        bad = zipped(tmp_path / f"{number}.zip", {"data/tweets.js": POSTS, name: "x"})
        with pytest.raises(SourceTrouble, match="outside its folder"):
            open_archive(bad)

    with pytest.raises(SourceTrouble, match="outside its folder"):
        open_archive(tarred(tmp_path / "a.tar.gz", {"../outbox.json": b"{}"}))


def test_links_out_of_a_folder_or_a_tar_are_not_followed(tmp_path):
    (tmp_path / "secret").write_text("window.YTD.tweets.part0 = []")
    (tmp_path / "export").mkdir()
    (tmp_path / "export" / "tweets.js").symlink_to(tmp_path / "secret")
    with tarfile.open(tmp_path / "a.tar", "w") as tar:
        link = tarfile.TarInfo("outbox.json")
        link.type, link.linkname = tarfile.SYMTYPE, "/etc/hostname"
        tar.addfile(link)

    for path in (tmp_path / "export", tmp_path / "a.tar"):
        with pytest.raises(SourceTrouble, match=r"no export that we know|damaged"):
            open_archive(path)


def test_a_bomb_is_not_unpacked(tmp_path, monkeypatch):
    monkeypatch.setattr(box, "RATIO_COUNTS_FROM", 100_000)
    bomb = zipped(
        tmp_path / "x.zip", {"data/tweets.js": "window.YTD.tweets.part0 = [" + " " * 5_000_000 + "]"}
    )
    tar = tarred(tmp_path / "m.tar.gz", {"outbox.json": b'{"orderedItems": [' + b" " * 50_000_000 + b"]}"})

    for path in (bomb, tar):
        with pytest.raises(SourceTrouble, match="far bigger inside"):
            read(path)


def test_a_zip_that_is_cut_short_or_locked_says_so_in_one_line(tmp_path):
    whole = zipped(tmp_path / "x.zip", {"data/tweets.js": POSTS}).read_bytes()
    (tmp_path / "cut.zip").write_bytes(whole[: len(whole) // 2])
    with zipfile.ZipFile(io.BytesIO(whole)) as archive:
        flag = archive.getinfo("data/tweets.js").header_offset + 6
    central = whole.rindex(b"PK\x01\x02") + 8
    locked = bytearray(whole)
    for place in (flag, central):
        struct.pack_into("<H", locked, place, struct.unpack_from("<H", locked, place)[0] | 1)
    (tmp_path / "locked.zip").write_bytes(locked)

    with pytest.raises(SourceTrouble, match=r"cut\.zip is damaged or not whole"):
        read(tmp_path / "cut.zip")
    with pytest.raises(SourceTrouble, match="locked with a password"):
        read(tmp_path / "locked.zip")


def test_a_file_in_a_zip_that_is_damaged_halfway_gives_what_came_before(tmp_path):
    posts = script(
        "tweets", [tweet(str(number), f"Bericht {number} {number * 7919}") for number in range(5000)]
    )
    whole = bytearray(zipped(tmp_path / "x.zip", {"data/tweets.js": posts}).read_bytes())
    place = len(whole) * 2 // 3
    whole[place : place + 40] = b"\xff" * 40
    (tmp_path / "x.zip").write_bytes(whole)

    said, skipped = read(tmp_path / "x.zip")

    assert 500 < len(said) < 5000
    assert "damaged" in skipped[-1].reason["en"] or "breaks off" in skipped[-1].reason["en"]


def test_what_is_no_export_is_refused_with_what_would_be_one(tmp_path):
    (tmp_path / "brief.docx").write_bytes(b"\xd0\xcf\x11\xe0" * 100)
    (tmp_path / "leeg.zip").write_bytes(b"")
    (tmp_path / "map").mkdir()

    with pytest.raises(SourceTrouble, match="is no export that we know"):
        open_archive(tmp_path / "brief.docx")
    with pytest.raises(SourceTrouble, match="is empty"):
        open_archive(tmp_path / "leeg.zip")
    with pytest.raises(SourceTrouble, match="is no export that we know"):
        open_archive(tmp_path / "map")
    with pytest.raises(SourceTrouble, match="cannot be opened"):
        open_archive(tmp_path / "nergens.zip")
    with pytest.raises(BadInput, match="known are x, mastodon"):
        open_archive(tmp_path / "map", "myspace")


def test_a_reader_that_was_named_is_the_one_that_reads(tmp_path):
    (tmp_path / "alles.txt").write_text("at,text\n2026-11-19,Hoi\n")

    assert read(tmp_path / "alles.txt", "csv")[0][0].text == "Hoi"
    with pytest.raises(SourceTrouble, match="holds no export of mastodon"):
        read(zipped(tmp_path / "x.zip", {"data/tweets.js": POSTS}), "mastodon")


def test_how_far_a_reader_is_grows_up_to_the_whole(tmp_path):
    with open_archive(zipped(tmp_path / "x.zip", {"data/tweets.js": POSTS})) as archive:
        assert archive.position == 0
        list(archive.items())
        assert archive.position == archive.total == len(POSTS)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    some.binary(max_size=600),
    some.sampled_from(
        ["a.zip", "tweets.js", "outbox.json", "posts_1.json", "a.car", "a.csv", "a.tar.gz", "a.jsonl"]
    ),
)
def test_random_bytes_end_in_a_clear_line_or_in_nothing_read(tmp_path, content, name):
    (tmp_path / name).write_bytes(content)
    said, trouble = read_or_refuse(tmp_path / name)

    assert "\n" not in trouble
    assert all(one.at.tzinfo for one in said)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(some.data())
def test_a_zip_with_bytes_changed_never_ends_in_anything_but_a_clear_line(tmp_path, data):
    whole = bytearray(zipped(tmp_path / "x.zip", {"data/tweets.js": POSTS[:3000]}).read_bytes())
    for _ in range(data.draw(some.integers(1, 6))):
        whole[data.draw(some.integers(0, len(whole) - 1))] = data.draw(some.integers(0, 255))
    (tmp_path / "x.zip").write_bytes(whole)
    assert "\n" not in read_or_refuse(tmp_path / "x.zip")[1]
