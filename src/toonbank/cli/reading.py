"""Texts and facts from arguments, files and standard input; whatever is wrong with them is said in one line."""

import sys
from typing import Any

from toonbank.core.errors import BadInput

LARGEST = 50_000_000


def read_text_file(name: str) -> str:
    """The text of a file in UTF-8; BadInput says what is wrong and what to do."""
    return decoded(_bytes_of(name), spoken(name))


def _bytes_of(name: str) -> bytes:
    shown = spoken(name)
    try:
        with open(name, "rb") as file:
            content = file.read(LARGEST + 1)
    except FileNotFoundError:
        raise BadInput(f"There is no file {shown}. Check the name and the folder.") from None
    except IsADirectoryError:
        raise BadInput(f"{shown} is a folder. Name a file in it.") from None
    except PermissionError:
        raise BadInput(f"{shown} may not be read by you. Change its rights or copy it.") from None
    except (OSError, ValueError) as trouble:
        raise BadInput(f"{shown} cannot be read: {trouble}.") from None
    if len(content) > LARGEST:
        raise BadInput(f"{shown} is larger than {LARGEST // 1_000_000} MB. Give a smaller file.")
    return content


def decoded(content: bytes, name: str) -> str:
    """Text from UTF-8, with or without its mark."""
    if b"\0" in content[:8192]:
        raise BadInput(f"{name} holds no text but data. Save the text as plain text (UTF-8).")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as trouble:
        raise BadInput(
            f"{name} is not in UTF-8 (byte {trouble.start + 1}). Save it again as UTF-8."
        ) from None


def read_standard_input(instead: str) -> str:
    """All of standard input; BadInput when a person sits there who gave nothing."""
    if sys.stdin is None or sys.stdin.isatty():
        raise BadInput(f"There is nothing to check. Give {instead}, or send a text through a pipe.")
    text = decoded(sys.stdin.buffer.read(LARGEST), "Standard input")
    return text.removesuffix("\n")


def spoken(words: str) -> str:
    """An argument as text that can be printed; bytes that are no UTF-8 become a mark."""
    return words.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def read_facts_file(name: str) -> Any:  # anything may stand in a file
    """The parsed content of a JSON or TOML file, or of standard input for "-"."""
    text = read_standard_input("--facts FILE") if name == "-" else read_text_file(name)
    if name.lower().endswith(".toml"):
        return _toml(text, spoken(name))
    return parsed_json(text, spoken(name))


def _toml(text: str, name: str) -> Any:  # anything may stand in a file
    import tomllib

    try:
        return tomllib.loads(text)
    except (tomllib.TOMLDecodeError, ValueError, RecursionError) as trouble:
        raise BadInput(f"{name} is no TOML: {_first_line(trouble)}.") from None


def parsed_json(text: str, name: str) -> Any:  # anything may stand in a line
    """What a JSON text holds; BadInput names the line and column."""
    import json

    try:
        return json.loads(text)
    except json.JSONDecodeError as trouble:
        raise BadInput(
            f"{name} is no JSON: {trouble.msg} at line {trouble.lineno}, column {trouble.colno}."
        ) from None
    except (ValueError, RecursionError) as trouble:
        raise BadInput(f"{name} is no JSON that we can read: {_first_line(trouble)}.") from None


def _first_line(trouble: BaseException) -> str:
    return (str(trouble).splitlines() or [type(trouble).__name__])[0].rstrip(".")
