"""Which alphabet a file is written in, and how to read on when a piece of it is not."""

import codecs
import re

# Half of a Dutch list may come from a spreadsheet and half from a web shop: what is no UTF-8 is read as Windows-1252.
MIXED = "toonbank-windows"

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DECLARED = re.compile(rb"""^\s*<\?xml[^>]*?\sencoding\s*=\s*["']([A-Za-z][A-Za-z0-9._\-]*)["']""")
# As browsers do: who says Latin-1 or ASCII nearly always means Windows-1252, which has the euro sign.
_MEANT = {"iso8859-1": "cp1252", "ascii": "cp1252"}
# Codecs of Python that turn no bytes into text, or that run code of their own ("unicode_escape").
_REFUSED = {"idna", "punycode", "raw-unicode-escape", "unicode-escape", "undefined", "mbcs", "oem", "utf-7"}


def _read_as_windows(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    wrong = error.object[error.start : error.end]
    return "".join(_WINDOWS[byte] for byte in wrong), error.end


# Five bytes mean nothing in Windows-1252; they become the mark for an unreadable character.
_WINDOWS = [bytes([byte]).decode("cp1252", errors="replace") for byte in range(256)]
codecs.register_error(MIXED, _read_as_windows)


def text_encoding(head: bytes) -> str:
    """The encoding of a text file by its first bytes; to be read with `errors_for`."""
    for bom, name in _BOMS:
        if head.startswith(bom):
            return name
    nulls = head[:4096].count(0)
    if nulls * 4 > len(head[:4096]) > 1:
        return "utf-16-le" if head[1:4096:2].count(0) > nulls / 2 else "utf-16-be"
    return "utf-8"


def text_of(content: bytes) -> str:
    """The text of a whole file, in whatever alphabet a spreadsheet or a shop system wrote it."""
    encoding = text_encoding(content)
    return content.decode(encoding, errors_for(encoding))


def xml_encoding(head: bytes) -> str | None:
    """The encoding that an XML file declares, None when this Python cannot read it."""
    encoding = text_encoding(head)
    declared = _DECLARED.match(head[:1000])
    if encoding != "utf-8" or declared is None:
        return encoding
    return known_encoding(declared[1].decode("ascii"))


def known_encoding(name: str) -> str | None:
    """Python's name for the encoding that an XML declaration in plain letters means, None for what no file is in."""
    try:
        found = codecs.lookup(name).name
        if found.startswith(("utf-16", "utf-32")):
            # Who could read this name byte by byte has no UTF-16 before him; a shop system on .NET says so of its UTF-8.
            return "utf-8"
        is_plain = b"<?xml>".decode(found, "replace") == "<?xml>"
    except (LookupError, ValueError):
        return None
    return _MEANT.get(found, found) if is_plain and found not in _REFUSED else None


def errors_for(encoding: str) -> str:
    """What to do with bytes that are not in the encoding: never stop, never lose the rest."""
    return MIXED if encoding in ("utf-8", "utf-8-sig") else "replace"
