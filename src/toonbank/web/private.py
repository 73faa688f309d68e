"""Folders and files that only their owner may read, whatever the umask and whoever made them first."""

import os
import stat
from pathlib import Path

_FOLDER, _FILE = 0o700, 0o600


def private_folder(folder: Path) -> Path:
    """Make the folder when it is not there, and close it to others."""
    folder.mkdir(mode=_FOLDER, parents=True, exist_ok=True)
    _close(folder, _FOLDER)
    return folder


def private_file(path: Path) -> Path:
    """Make the file, empty, when it is not there, and close it to others."""
    os.close(os.open(path, os.O_WRONLY | os.O_CREAT, _FILE))
    _close(path, _FILE)
    return path


def close_if_there(path: Path) -> None:
    """Close a file that somebody else may have made."""
    if path.exists():
        _close(path, _FILE)


def _close(path: Path, mode: int) -> None:
    found = path.stat()
    # What belongs to somebody else, or to everybody (/tmp), is not ours to close.
    if found.st_uid == os.getuid() and not found.st_mode & stat.S_ISVTX and found.st_mode & 0o077:
        path.chmod(mode)
