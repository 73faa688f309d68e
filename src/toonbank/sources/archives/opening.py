"""Opening an export of which nobody said whose it is: found out by the files in it, or by how a lone file begins."""

from collections.abc import Iterator
from datetime import UTC, tzinfo
from pathlib import Path
from types import TracebackType

from toonbank.core.errors import BadInput, SourceTrouble
from toonbank.sources.archives import bluesky, facebook, instagram, mastodon, table, x
from toonbank.sources.archives.box import Box, FileBox, open_box
from toonbank.sources.archives.reading import Reader, Source
from toonbank.sources.archives.said import Said, Skipped

HEAD = 65_536
# In the order in which they are tried: Instagram before Facebook, for both keep messages in the same way.
READERS: dict[str, Reader] = {
    one.kind: one
    for one in (x.READER, mastodon.READER, instagram.READER, facebook.READER, bluesky.READER, table.READER)
}


class Archive:
    """An open export. `position` of `total` bytes says how far it is; `items` can be asked for once."""

    def __init__(self, box: Box, reader: Reader, names: tuple[str, ...], zone: tzinfo) -> None:
        self.kind = reader.kind
        self.names = names
        self._box, self._reader = box, reader
        self._source = Source(box, names, zone)
        turns = 2 if any(name.lower().endswith(".car") for name in names) else 1  # a tree is read twice
        self.total = turns * sum(box.sizes[name] for name in names)

    @property
    def position(self) -> int:
        """Bytes read so far, unpacked."""
        return min(self._box.position, self.total)

    def items(self) -> Iterator[Said | Skipped]:
        """All that was said, in the order of the export, and what could not be read."""
        yield from self._reader.read(self._source)

    def close(self) -> None:
        """Closes the files."""
        self._box.close()

    def __enter__(self) -> "Archive":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, trouble: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def open_archive(path: Path | str, kind: str | None = None, *, zone: tzinfo = UTC) -> Archive:
    """Open an export; `kind` names its reader where looking would be wrong, `zone` is the clock of moments without one.

    Raises SourceTrouble when it cannot be read, BadInput when there is no reader of that kind.
    """
    if kind is not None and kind not in READERS:
        raise BadInput(f"There is no reader for {kind!a}; known are {', '.join(READERS)}.")
    box = open_box(Path(path))
    try:
        reader, names = _reader_for(box, Path(path).name, kind)
        return Archive(box, reader, names, zone)
    except BaseException:
        box.close()
        raise


def _reader_for(box: Box, name: str, kind: str | None) -> tuple[Reader, tuple[str, ...]]:
    tried = [READERS[kind]] if kind else list(READERS.values())
    for reader in tried:
        if wanted := reader.wanted(box.names):
            return reader, wanted
    if isinstance(box, FileBox):
        lone = box.names[0]
        with box.open(lone) as stream:
            head = stream.read(HEAD)
        for reader in tried:
            if kind or reader.knows(lone, head):
                return reader, (lone,)
    raise _unknown(name, kind)


def _unknown(name: str, kind: str | None) -> SourceTrouble:
    if kind:
        return SourceTrouble(
            f"{name} holds no export of {kind}. Leave --kind out, and we will look ourselves.",
            nl=f"In {name} zit geen export van {kind}. Laat --kind weg, dan kijken wij zelf.",
        )
    return SourceTrouble(
        f"{name} is no export that we know. Give the zip or folder of X, Facebook, Instagram or Mastodon, "
        "a Bluesky repository (CAR), or a CSV with the columns at and text.",
        nl=f"{name} is geen export die wij kennen. Geef de zip of map van X, Facebook, Instagram of Mastodon, "
        "een repository van Bluesky (CAR), of een CSV met de kolommen at en text.",
    )
