"""Files that are no feed and no list: each is named for what it is, with the way to the right one."""

from toonbank.core.errors import SourceTrouble
from toonbank.sources.encodings import errors_for, text_encoding

_OLD_EXCEL = b"\xd0\xcf\x11\xe0"
_ZIP = b"PK"
_WEB_PAGES = ("<!doctype html", "<html")
_PRINTABLE_CONTROLS = frozenset("\t\r\n\f\v")


def refuse_stranger(head: bytes) -> None:
    """SourceTrouble when the first bytes show a spreadsheet, a web page, a picture or nothing at all."""
    if not head.strip():
        raise SourceTrouble(
            "This file is empty. Was the export finished before it was fetched?",
            nl="Dit bestand is leeg. Was de export wel klaar toen het werd opgehaald?",
        )
    if head.startswith((_ZIP, _OLD_EXCEL)):
        raise _spreadsheet(
            is_zip=head.startswith(_ZIP) and b"xl/" not in head and b"[Content_Types]" not in head
        )
    text = head.decode(text_encoding(head), errors_for(text_encoding(head)))
    start = text.lstrip("\ufeff \t\r\n")[:40].lower()
    if start.startswith(_WEB_PAGES):
        raise SourceTrouble(
            "This is a web page, not a feed. Perhaps the address asks to sign in first; "
            "open it in a browser to see what it shows.",
            nl="Dit is een webpagina, geen feed. Misschien moet op dit adres eerst worden ingelogd; "
            "open het in een browser om te zien wat er staat.",
        )
    if start.startswith(("{", "[{")):
        raise _unknown("JSON")
    controls = sum(1 for sign in text if sign < " " and sign not in _PRINTABLE_CONTROLS)
    if start.startswith("%pdf") or controls * 20 > len(text):
        raise _unknown("PDF" if start.startswith("%pdf") else "")


def looks_like_xml(head: bytes) -> bool:
    """Does the text start with a tag?"""
    encoding = text_encoding(head)
    return head[:4096].decode(encoding, errors_for(encoding)).lstrip("\ufeff \t\r\n").startswith("<")


def _spreadsheet(*, is_zip: bool) -> SourceTrouble:
    if is_zip:
        return SourceTrouble(
            "This is a zip file; unpack it first and give the list that is in it.",
            nl="Dit is een zipbestand; pak het eerst uit en geef de lijst die erin zit.",
        )
    return SourceTrouble(
        "This is an Excel workbook. Open it, choose File > Save as > 'CSV UTF-8 (Comma delimited)', and give that file.",
        nl="Dit is een Excel-werkmap. Open haar, kies Bestand > Opslaan als > "
        "'CSV UTF-8 (door komma's gescheiden)', en geef dat bestand.",
    )


def _unknown(what: str) -> SourceTrouble:
    this_is, dit_is = (
        (f"This is {what}", f"Dit is {what}") if what else ("This is no text", "Dit is geen tekst")
    )
    return SourceTrouble(
        f"{this_is}; we read product feeds (XML or tab-separated) and lists (CSV).",
        nl=f"{dit_is}; wij lezen productfeeds (XML of met tabs gescheiden) en lijsten (CSV).",
    )
