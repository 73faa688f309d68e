"""Characters as machines count them. What a reader sees as one character is counted in `channels`."""


def code_points(text: str) -> int:
    """Unicode code points, as Python and most servers count."""
    return len(text)


def utf16_units(text: str) -> int:
    """Units of UTF-16, as browsers and several networks count; half of a broken pair counts one."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def utf8_bytes(text: str) -> int:
    """Bytes of UTF-8, as Bluesky counts places; half of a broken pair counts three."""
    return len(text.encode("utf-8", "surrogatepass"))
