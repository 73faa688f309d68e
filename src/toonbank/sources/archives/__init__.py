"""An account's own export, read as a stream of things said: one shape, whichever network it came from.

from toonbank.sources.archives import open_archive

with open_archive("twitter-2026-11-21.zip") as archive:
    for one in archive.items():  # a Said, or a Skipped that says where and why
        ...
"""

from toonbank.sources.archives.opening import Archive, open_archive
from toonbank.sources.archives.said import Kind, Said, Skipped

__all__ = ["Archive", "Kind", "Said", "Skipped", "open_archive"]
