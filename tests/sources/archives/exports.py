"""Exports of Jas as the networks write them, small enough to read. Every layout is that of a real one; every word is ours."""

import io
import json
import tarfile
import zipfile
from pathlib import Path

from toonbank.sources.archives import Said, Skipped, open_archive


def read(path: Path, kind: str | None = None) -> tuple[list[Said], list[Skipped]]:
    """What was said, and what could not be read."""
    with open_archive(path, kind) as archive:
        items = list(archive.items())
    return [one for one in items if isinstance(one, Said)], [one for one in items if isinstance(one, Skipped)]


def zipped(path: Path, files: dict[str, str | bytes]) -> Path:
    """A zip with these files."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return path


def tarred(path: Path, files: dict[str, bytes]) -> Path:
    """A packed tar with these files."""
    with tarfile.open(path, "w:gz") as archive:
        for name, content in files.items():
            entry = tarfile.TarInfo(name)
            entry.size = len(content)
            archive.addfile(entry, io.BytesIO(content))
    return path


def unpacked(path: Path, files: dict[str, str]) -> Path:
    """A folder with these files."""
    for name, content in files.items():
        (path / name).parent.mkdir(parents=True, exist_ok=True)
        (path / name).write_text(content, encoding="utf-8")
    return path


def script(name: str, content: object) -> str:
    """A list behind a line of JavaScript, as X writes it."""
    return f"window.YTD.{name}.part0 = {json.dumps(content, indent=2)}"


def tweet(number: str, text: str, at: str = "Thu Nov 19 09:12:00 +0000 2026", **more: object) -> dict:
    """One post in the archive of X."""
    return {
        "tweet": {
            "edit_info": {"initial": {"editTweetIds": [number], "editsRemaining": "5"}},
            "retweeted": False,
            "source": '<a href="https://mobile.example" rel="nofollow">Web App</a>',
            "entities": {"hashtags": [], "symbols": [], "user_mentions": [], "urls": []},
            "display_text_range": ["0", str(len(text))],
            "favorite_count": "1",
            "id_str": number,
            "id": number,
            "truncated": False,
            "created_at": at,
            "full_text": text,
            "lang": "nl",
            **more,
        }
    }


def twice_encoded(content: object) -> str:
    """JSON as Facebook and Instagram write it: each byte of UTF-8 as a letter of its own."""
    return (
        json.dumps(content, ensure_ascii=False)
        .encode("utf-8")
        .decode("latin-1")
        .encode("ascii", "backslashreplace")
        .decode("ascii")
        .replace("\\x", "\\u00")
    )
