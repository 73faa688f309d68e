"""A plain list (CSV) of what was said: the columns `at` and `text`, and more where they are known."""

from collections.abc import Sequence
from datetime import tzinfo

from toonbank.core.errors import SourceTrouble
from toonbank.sources.archives.reading import Found, Reader, Source, paths
from toonbank.sources.archives.said import Kind, Said, Skipped, Unusable, moment_in
from toonbank.sources.archives.texts import text_of
from toonbank.sources.mapping import plain_heading
from toonbank.sources.records import records
from toonbank.sources.table import read_layout

HEAD = 65_536
NAMES = {
    "at": "at|date|datetime|time|created at|published|published at|datum|moment|tijdstip|geplaatst|geplaatst op|timestamp",
    "text": "text|message|content|body|post|tekst|bericht|inhoud",
    "network": "network|channel|platform|netwerk|kanaal",
    "kind": "kind|type|soort",
    "url": "url|link|permalink|adres",
    "id": "id|nummer|post id|message id",
    "in_reply_to": "in reply to|reply to|parent|parent id|antwoord op|reactie op",
    "direction": "direction|richting",
    "author": "author|from|sender|auteur|van|afzender|naam",
}
KINDS: dict[str, Kind] = {
    "": "post", "post": "post", "bericht": "post", "reply": "reply", "comment": "reply", "answer": "reply", "antwoord": "reply",
    "reactie": "reply", "repost": "repost", "retweet": "repost", "boost": "repost", "share": "repost", "gedeeld": "repost",
}  # fmt: skip
INCOMING = ("in", "incoming", "inbound", "received", "customer", "inkomend", "ontvangen", "klant")
OUTGOING = ("", "out", "outgoing", "outbound", "sent", "shop", "uit", "uitgaand", "verzonden", "winkel")
CLOSED = ("dm", "private", "privé", "prive", "direct")


def columns_of(header: Sequence[str]) -> dict[str, int]:
    """Where each of our fields stands."""
    plain = [plain_heading(heading) for heading in header]
    return {
        field: next(plain.index(one) for one in names.split("|") if one in plain)
        for field, names in NAMES.items()
        if any(one in plain for one in names.split("|"))
    }


def _read(source: Source) -> Found:
    for name in source.names:
        with source.box.open(name) as stream:
            head = stream.read(HEAD)
        layout = read_layout(head)
        columns = columns_of(layout.header)
        missing = [field for field in ("at", "text") if field not in columns]
        if missing:
            raise _without(name, missing[0], layout.header)
        with source.box.open(name) as stream:
            found = records(stream, layout.encoding, layout.delimiter)
            for record in found:
                if tuple(cell.strip() for cell in record.cells) == layout.header or _is_mark(record.cells):
                    continue
                yield _row(
                    record.cells, columns, source.zone, f"{name}, line {record.line}", broken=record.broken
                )


def _is_mark(cells: Sequence[str]) -> bool:
    """`sep=;`, with which a spreadsheet begins."""
    return len(cells) <= 2 and cells[0].lstrip("\ufeff").lower().startswith("sep=")


def _row(
    cells: Sequence[str], columns: dict[str, int], zone: tzinfo, place: str, *, broken: dict[str, str] | None
) -> Said | Skipped:
    if broken:
        return Skipped(place, broken)
    row = {field: cells[at].strip() if at < len(cells) else "" for field, at in columns.items()}
    try:
        return _said(row, zone)
    except Unusable as trouble:
        return Skipped(place, trouble.words)


def _said(row: dict[str, str], zone: tzinfo) -> Said:
    at = moment_in(row["at"], zone)
    written = row.get("kind", "").lower()
    is_public = written not in CLOSED
    kind = KINDS.get(written if is_public else "")
    if kind is None:
        raise Unusable(
            nl=f"de soort {written[:40]!a} kennen wij niet; bedoeld is post, reply of repost",
            en=f"we do not know the kind {written[:40]!a}; expected is post, reply or repost",
        )
    direction = row.get("direction", "").lower()
    if direction not in INCOMING + OUTGOING:
        raise Unusable(
            nl=f"de richting {direction[:40]!a} kennen wij niet; bedoeld is in of uit",
            en=f"we do not know the direction {direction[:40]!a}; expected is in or out",
        )
    to, is_ours = row.get("in_reply_to", ""), direction in OUTGOING
    if to and is_ours and kind == "post" and not written:
        kind = "reply"
    return Said(
        at, text_of(row["text"]), row.get("network", "").lower(), kind, row.get("url", ""), row.get("id", ""), to, is_ours,
        row.get("author", ""), is_public,
    )  # fmt: skip


def _without(name: str, field: str, header: Sequence[str]) -> SourceTrouble:
    seen = ", ".join(heading[:30] for heading in header[:12])
    return SourceTrouble(
        f'{name} has no column "{field}"; it has: {seen}. The columns at and text are needed.',
        nl=f'{name} heeft geen kolom "{field}"; wel: {seen}. De kolommen at en text zijn nodig.',
    )


def _knows(name: str, head: bytes) -> bool:
    return name.lower().endswith((".csv", ".tsv", ".txt")) and b"\0\0\0" not in head


READER = Reader("csv", paths(r"[^/]+\.csv"), _knows, _read)
