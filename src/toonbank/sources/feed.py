"""Google Merchant feeds in XML, RSS 2.0 and Atom, read as a stream: items out, constant memory, no DTD, no entities.

The same feed as tab-separated text has the same names as headings, and is read as a table (`table.google_columns`).
"""

import codecs
import io
from collections.abc import Iterator
from xml.parsers import expat

from toonbank.core.errors import SourceTrouble
from toonbank.sources.bytestream import BLOCK
from toonbank.sources.encodings import errors_for, xml_encoding
from toonbank.sources.seen import Item

# What Google calls it, and what we do.
GOOGLE_NAMES = {
    "id": "ref",
    "title": "title",
    "link": "link",
    "image_link": "image_link",
    "brand": "brand",
    "gtin": "gtin",
    "item_group_id": "group_ref",
    "size": "size",
    "color": "color",
    "product_type": "category",
    "availability": "availability",
    "availability_date": "restock_on",
    "price": "price",
    "sale_price": "sale_price",
    "sale_price_effective_date": "sale_period",
    "quantity": "stock",
    "sell_on_google_quantity": "stock",
    "quantity_to_sell_on_facebook": "stock",
}  # fmt: skip
GOOGLE_NAMESPACE = "http://base.google.com/ns/1.0"

DEEPEST = 64
# A tag that is longer than this has no end; reading on would cost ever more memory.
LONGEST_TAG = 1_000_000
LONGEST_FIELD = 5_000
MOST_NAMES = 200

_FEEDS = frozenset({"rss", "feed", "rdf"})
_ITEMS = frozenset({"item", "entry"})
# XML 1.0 allows no other control characters; one in a description would break off the whole feed.
_CONTROLS = bytes(set(range(32)) - {9, 10, 13})


class _Items:
    """What expat tells, gathered into items. `ready` is emptied by the reader after each block."""

    def __init__(self, parser: expat.XMLParserType) -> None:
        self.ready: list[Item] = []
        self.count = 0
        self.root = ""
        self._parser = parser
        self._names = dict(GOOGLE_NAMES)
        self._depth = 0
        self._item_depth = 0
        self._line = 0
        self._fields: dict[str, str] = {}
        self._from_google: set[str] = set()
        self._field = ""
        self._text: list[str] = []
        self._length = 0
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.StartDoctypeDeclHandler = self._refuse_doctype
        parser.EntityDeclHandler = self._refuse_doctype

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        if self._item_depth:
            if self._depth == self._item_depth + 1:
                self._start_field(tag, attributes)
            elif self._depth > DEEPEST:
                raise _too_deep(self._parser.CurrentLineNumber)
            return
        if self._depth == 1:
            self.root = tag.rpartition(":")[2].lower()
        if attributes:
            self._learn_names(attributes)
        if tag.rpartition(":")[2] in _ITEMS:
            self._item_depth = self._depth
            self._line = self._parser.CurrentLineNumber
            self._fields, self._from_google = {}, set()
        elif self._depth > DEEPEST:
            raise _too_deep(self._parser.CurrentLineNumber)

    def _learn_names(self, attributes: dict[str, str]) -> None:
        """Feeds may call Google's names something else than "g:"."""
        for name, value in attributes.items():
            is_google = name.startswith("xmlns:") and value.rstrip("/") == GOOGLE_NAMESPACE
            if is_google and len(self._names) < MOST_NAMES:
                prefix = name.removeprefix("xmlns:")
                self._names |= {f"{prefix}:{google}": ours for google, ours in GOOGLE_NAMES.items()}

    def _start_field(self, tag: str, attributes: dict[str, str]) -> None:
        field = self._names.get(tag)
        if field is None and tag.startswith("g:"):
            field = GOOGLE_NAMES.get(tag[2:])
        if field is None:
            return
        if field == "link" and "href" in attributes:
            if attributes.get("rel", "alternate") == "alternate":
                self._fields.setdefault("link", attributes["href"])
            return
        self._field, self._text, self._length = field, [], 0
        self._parser.CharacterDataHandler = self._gather

    def _gather(self, text: str) -> None:
        room = LONGEST_FIELD - self._length
        if room > 0:
            self._text.append(text[:room])
            self._length += len(text)

    def _end(self, tag: str) -> None:
        if self._depth == self._item_depth:
            self.ready.append(Item(self._line, self._fields))
            self._item_depth = 0
        elif self._field and self._depth == self._item_depth + 1:
            self._keep("".join(self._text), is_google=":" in tag)
            self._field = ""
            self._parser.CharacterDataHandler = None
        self._depth -= 1

    def _keep(self, text: str, *, is_google: bool) -> None:
        """The first text of a field counts, but Atom has an id, a title and a link of its own: Google's win."""
        if not text or text.isspace():
            return
        if self._field not in self._fields or (is_google and self._field not in self._from_google):
            self._fields[self._field] = text
            if is_google:
                self._from_google.add(self._field)

    def take(self) -> list[Item]:
        """The items that are complete; they are given out once."""
        ready, self.ready = self.ready, []
        self.count += len(ready)
        return ready

    def _refuse_doctype(self, *_declaration: object) -> None:
        raise SourceTrouble(
            "This feed carries a document type (DTD) with definitions of its own, which can be misused; "
            "have the shop system make the feed without it.",
            nl="Deze feed bevat een documenttype (DTD) met eigen definities; daar is misbruik mee mogelijk. "
            "Laat het winkelsysteem de feed zonder maken.",
            line=self._parser.CurrentLineNumber,
        )


def xml_items(stream: io.BufferedReader, head: bytes) -> Iterator[Item]:
    """Every <item> or <entry> of the feed with the line where it starts; SourceTrouble where the feed breaks off.

    `head` is the beginning of what `stream` will give, for the encoding.
    """
    encoding = xml_encoding(head)
    if encoding is None:
        raise _unknown_encoding()
    decoder = codecs.getincrementaldecoder(encoding)(errors=errors_for(encoding))
    parser = expat.ParserCreate("utf-8")
    parser.buffer_text = True
    items = _Items(parser)
    gaining = _Gaining()
    # Not `read`: that would throw away what it already has when the file breaks off.
    for block in iter(lambda: stream.read1(BLOCK), b""):
        trouble = _parse(parser, decoder.decode(block)) or gaining.trouble(parser, len(block))
        yield from items.take()
        if trouble is not None:
            raise trouble
    trouble = _parse(parser, decoder.decode(b"", True), is_last=True)
    yield from items.take()
    if trouble is not None:
        raise trouble
    if not items.count and items.root not in _FEEDS:
        raise _no_feed(items.root)


class _Gaining:
    """Sees to it that the parser gets on: what it keeps of an unfinished tag may not grow for ever."""

    def __init__(self) -> None:
        self._at = -1
        self._waiting = 0

    def trouble(self, parser: expat.XMLParserType, size: int) -> SourceTrouble | None:
        """Told after each block of `size` bytes; SourceTrouble when the parser has stood still for too long."""
        if parser.CurrentByteIndex != self._at:
            self._at, self._waiting = parser.CurrentByteIndex, 0
        self._waiting += size
        return _endless_tag(parser.CurrentLineNumber) if self._waiting > LONGEST_TAG else None


def _parse(parser: expat.XMLParserType, text: str, *, is_last: bool = False) -> SourceTrouble | None:
    """Feed one block; the trouble is returned, so that the items before it go out first."""
    try:
        parser.Parse(text.encode("utf-8", "replace").translate(None, _CONTROLS), is_last)
    except expat.ExpatError as trouble:
        return _broken_off(trouble, is_last=is_last)
    except SourceTrouble as trouble:
        return trouble
    return None


def _broken_off(trouble: expat.ExpatError, *, is_last: bool) -> SourceTrouble:
    if is_last:
        return SourceTrouble(
            f"The feed stops half-way, at line {trouble.lineno}; what came before it was read. "
            "Have the shop system make the feed again.",
            nl=f"De feed houdt halverwege op, bij regel {trouble.lineno}; wat ervoor stond is gelezen. "
            "Laat het winkelsysteem de feed opnieuw maken.",
            line=trouble.lineno,
        )
    return SourceTrouble(
        f"The feed cannot be read on from line {trouble.lineno}: that is not valid XML (a stray < or & perhaps). "
        "What came before it was read.",
        nl=f"De feed is vanaf regel {trouble.lineno} niet verder te lezen: daar staat geen geldige XML "
        "(misschien een losse < of &). Wat ervoor stond is gelezen.",
        line=trouble.lineno,
    )


def _endless_tag(line: int) -> SourceTrouble:
    return SourceTrouble(
        f"At line {line} the feed opens something that does not end; what came before it was read.",
        nl=f"Bij regel {line} begint in de feed iets dat niet ophoudt; wat ervoor stond is gelezen.",
        line=line,
    )


def _too_deep(line: int) -> SourceTrouble:
    return SourceTrouble(
        f"At line {line} the feed has boxes within boxes without end; that is no product feed.",
        nl=f"Bij regel {line} zitten in de feed eindeloos vakken in vakken; dat is geen productfeed.",
        line=line,
    )


def _unknown_encoding() -> SourceTrouble:
    return SourceTrouble(
        "The feed says that it is written in an alphabet that we do not know; have it made in UTF-8.",
        nl="De feed zegt in een schrift te staan dat wij niet kennen; laat hem in UTF-8 maken.",
        line=1,
    )


def _no_feed(root: str) -> SourceTrouble:
    return SourceTrouble(
        f"This is XML, but not a product feed: it holds '{root[:40]}' and no items. "
        "Ask the shop system for the Google Merchant (Google Shopping) feed.",
        nl=f"Dit is XML, maar geen productfeed: er staat '{root[:40]}' in en geen artikelen. "
        "Vraag het winkelsysteem om de feed voor Google Merchant (Google Shopping).",
    )
