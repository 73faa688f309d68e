"""What an export comes in: a folder, a zip, a packed tar or a single file. Read as streams, with a limit on what comes out."""

import io
import os
import stat
import tarfile
import zipfile
import zlib
from abc import ABC, abstractmethod
from collections.abc import Callable
from pathlib import Path
from typing import IO, TYPE_CHECKING, BinaryIO

from toonbank.core.errors import SourceTrouble

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

MOST_NAMES = 500_000
MOST_BYTES = 20_000_000_000  # of one file, unpacked
HIGHEST_RATIO = 200  # lists of short posts pack to a thirtieth; a bomb to a thousandth
RATIO_COUNTS_FROM = 20_000_000
BLOCK = 262_144
_BROKEN: tuple[type[Exception], ...] = (
    *(zipfile.BadZipFile, tarfile.TarError, zlib.error, EOFError, OSError),
    *(RuntimeError, NotImplementedError, ValueError, IndexError),  # what the zip and tar modules let through
)


class Box(ABC):
    """The files of an export by name. `position` counts the bytes that were read from all of them."""

    def __init__(self) -> None:
        self.position = 0
        self.sizes: dict[str, int] = {}

    @property
    def names(self) -> list[str]:
        """The files in it, with / between folders."""
        return list(self.sizes)

    def open(self, name: str) -> BinaryIO:
        """The content of one file, unpacked; reading it may raise SourceTrouble."""
        try:
            inside, packed = self._open(name)
        except _BROKEN as trouble:
            raise broken(name) from trouble
        return io.BufferedReader(_Limited(inside, name, packed, self._count), BLOCK)

    @abstractmethod
    def _open(self, name: str) -> tuple[IO[bytes], int | None]:
        """The stream, and how many packed bytes it comes out of (None when it is not packed, or nobody knows)."""

    def close(self) -> None:  # noqa: B027 - most boxes keep nothing open
        """Closes what is open."""

    def _count(self, size: int) -> None:
        self.position += size


class _Limited(io.RawIOBase):
    """A stream that is counted and bounded, and whose troubles are ours."""

    def __init__(
        self, inside: IO[bytes], name: str, packed: int | None, count: Callable[[int], None]
    ) -> None:
        super().__init__()
        self._inside, self._name, self._count = inside, name, count
        self._most = MOST_BYTES if packed is None else max(RATIO_COUNTS_FROM, HIGHEST_RATIO * packed)
        self._read = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: "WriteableBuffer") -> int:
        place = memoryview(buffer).cast("B")
        try:
            block = self._inside.read(len(place))
        except _BROKEN as trouble:
            raise broken(self._name) from trouble
        self._read += len(block)
        if self._read > min(self._most, MOST_BYTES):
            raise _bomb(self._name)
        self._count(len(block))
        place[: len(block)] = block
        return len(block)

    def close(self) -> None:
        if not self.closed:
            self._inside.close()
        super().close()


class FileBox(Box):
    """One file by itself."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self._path = path
        self.sizes = {path.name: path.stat().st_size}

    def _open(self, name: str) -> tuple[IO[bytes], int | None]:
        return io.FileIO(self._path), None


class FolderBox(Box):
    """An unpacked export. Links are not followed: they may lead outside."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self._path = path
        for folder, _, files in os.walk(path):
            for file in files:
                whole = os.path.join(folder, file)
                found = os.lstat(whole)
                if stat.S_ISREG(found.st_mode):
                    self.sizes[os.path.relpath(whole, path).replace(os.sep, "/")] = found.st_size
            _not_too_many(len(self.sizes))

    def _open(self, name: str) -> tuple[IO[bytes], int | None]:
        return io.FileIO(self._path / name), None


class ZipBox(Box):
    """A zip, as most networks send it."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        try:
            self._zip = zipfile.ZipFile(path)
        except _BROKEN as trouble:
            raise broken(path.name) from trouble
        _not_too_many(len(self._zip.filelist))
        for entry in self._zip.filelist:
            _refuse_outside(entry.filename)
            if not entry.is_dir():
                self.sizes[entry.filename] = entry.file_size

    def _open(self, name: str) -> tuple[IO[bytes], int | None]:
        entry = self._zip.getinfo(name)
        if entry.flag_bits & 1:
            raise SourceTrouble(
                f"{name} is locked with a password. Unpack the export first, and name the folder.",
                nl=f"{name} zit op slot met een wachtwoord. Pak de export eerst uit en noem de map.",
            )
        return self._zip.open(entry), entry.compress_size

    def close(self) -> None:
        """Closes the zip."""
        self._zip.close()


class TarBox(Box):
    """A packed tar, as Mastodon used to send it. It can only be read from front to back, once for each file."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self._path = path
        try:
            with tarfile.open(path, "r|*") as tar:
                for member in tar:
                    _refuse_outside(member.name)
                    if member.isreg():
                        self.sizes[member.name.removeprefix("./")] = member.size
                    _not_too_many(len(self.sizes))
                    _forget(tar)
        except _BROKEN as trouble:
            if not self.sizes:
                raise broken(path.name) from trouble
        self._tar: tarfile.TarFile | None = None

    def _open(self, name: str) -> tuple[IO[bytes], int | None]:
        self.close()
        self._tar = tarfile.open(self._path, "r|*")  # noqa: SIM115 - closed in `close`
        for member in self._tar:
            if member.name.removeprefix("./") == name and (inside := self._tar.extractfile(member)):
                # Nobody knows how much of the packed whole is this one file's; all of it is a fair bound.
                return inside, self._path.stat().st_size
            _forget(self._tar)
        raise broken(name)

    def close(self) -> None:
        """Closes the tar that is being read."""
        if self._tar is not None:
            self._tar.close()


def _forget(tar: tarfile.TarFile) -> None:
    """Or it remembers every picture that was passed."""
    vars(tar)["members"].clear()


def open_box(path: Path) -> Box:
    """The box that a path is; SourceTrouble in one clear line when there is nothing that can be read."""
    try:
        if path.is_dir():
            return FolderBox(path)
        with path.open("rb") as file:
            head = file.read(512)
        if not head:
            raise SourceTrouble(
                f"{path.name} is empty. Ask for the export again.",
                nl=f"{path.name} is leeg. Vraag de export opnieuw aan.",
            )
        if head.startswith(b"PK"):
            return ZipBox(path)
        if head.startswith((b"\x1f\x8b", b"BZh", b"\xfd7zXZ")) or head[257:262] == b"ustar":
            return TarBox(path)
        return FileBox(path)
    except (OSError, ValueError) as trouble:
        raise SourceTrouble(
            f"{path.name or path} cannot be opened; is the name right, and may it be read?",
            nl=f"{path.name or path} kan niet worden geopend; klopt de naam, en mag het worden gelezen?",
        ) from trouble


def broken(name: str) -> SourceTrouble:
    """The file is not whole."""
    return SourceTrouble(
        f"{name} is damaged or not whole. Download the export again.",
        nl=f"{name} is beschadigd of niet heel. Download de export opnieuw.",
    )


def _bomb(name: str) -> SourceTrouble:
    return SourceTrouble(
        f"{name} is far bigger inside than an export can be; nothing more was read.",
        nl=f"{name} is vanbinnen veel groter dan een export kan zijn; er is niets meer gelezen.",
    )


def _refuse_outside(name: str) -> None:
    parts = name.replace("\\", "/").split("/")
    if name.startswith(("/", "\\")) or ".." in parts or (parts and parts[0][1:2] == ":"):
        raise SourceTrouble(
            f"This export holds a file that would land outside its folder ({name[:60]!a}); it was not made by a network.",
            nl=f"In deze export zit een bestand dat buiten de map terecht zou komen ({name[:60]!a}); geen netwerk maakt zo'n bestand.",
        )


def _not_too_many(count: int) -> None:
    if count > MOST_NAMES:
        raise SourceTrouble(
            f"There are more than {MOST_NAMES:,} files here; that is no export of one account.",
            nl=f"Hier staan meer dan {MOST_NAMES:,} bestanden; dat is geen export van één account.",
        )
