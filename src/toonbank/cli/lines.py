"""`toonbank check --jsonl`: one JSON object a line in, one a line out, in the same order, whatever is in them."""

import argparse
import json
import sys
from typing import IO, TYPE_CHECKING, Any

from toonbank.cli.check import KINDS, LONGEST, fails, read_house
from toonbank.cli.reading import parsed_json, read_facts_file, spoken
from toonbank.core.errors import BadInput
from toonbank.etiquette import Checkup, Draft, Facts, check

if TYPE_CHECKING:
    from toonbank.etiquette.house_rules import HouseRules

FIELDS = ("id", "text", "kind", "network", "lang", "facts")
LANGUAGES = (None, "nl", "en")


def check_lines(asked: argparse.Namespace) -> int:
    """Check every line; a bad one gets {"id", "error"} in its place, and the status at the end is 2."""
    if asked.text or asked.file:
        raise BadInput("--jsonl reads its texts from the lines. Leave the other texts out.")
    if asked.format == "sarif":
        raise BadInput("--jsonl answers line by line. For sarif, give the texts as files: --file FILE.")
    common = Facts.from_json(read_facts_file(asked.facts)) if asked.facts else None
    house = read_house(asked.house) if asked.house else None
    is_bad = is_failing = False
    with _opened(asked.jsonl) as source:
        for line in source:
            if not line.strip():
                continue
            answer, checkup = _answer(line, asked, common, house)
            sys.stdout.write(json.dumps(answer, ensure_ascii=True) + "\n")
            is_bad = is_bad or checkup is None
            is_failing = is_failing or (checkup is not None and fails([checkup], asked.fail_on))
    sys.stdout.flush()
    return 2 if is_bad else 1 if is_failing else 0


def _opened(name: str) -> IO[bytes]:
    if name == "-":
        if sys.stdin is None or sys.stdin.isatty():
            raise BadInput(
                "There are no lines to check. Name a file after --jsonl, or send lines through a pipe."
            )
        return sys.stdin.buffer
    try:
        return open(name, "rb")
    except IsADirectoryError:
        raise BadInput(f"{spoken(name)} is a folder. Name a file in it.") from None
    except (OSError, ValueError):
        raise BadInput(
            f"There is no file {spoken(name)} that we can read. Check the name and the folder."
        ) from None


def _answer(
    line: bytes, asked: argparse.Namespace, common: Facts | None, house: "HouseRules | None"
) -> tuple[dict[str, Any], Checkup | None]:
    content: Any = None
    try:
        content = parsed_json(_text_of(line), "The line")
        draft, facts = _draft(content, asked)
        facts = facts or common
        checkup = check(draft, house.applied_to(facts or Facts()) if house else facts)
    except BadInput as trouble:
        return {"id": _id_of(content), "error": str(trouble)}, None
    return {"id": content["id"], **checkup.as_json()}, checkup


def _text_of(line: bytes) -> str:
    try:
        return line.decode("utf-8-sig").strip()
    except UnicodeDecodeError as trouble:
        raise BadInput(f"The line is not in UTF-8 (byte {trouble.start + 1}).") from None


def _id_of(content: Any) -> str | None:
    found = content.get("id") if isinstance(content, dict) else None
    return found if isinstance(found, str) else None


def _draft(content: Any, asked: argparse.Namespace) -> tuple[Draft, Facts | None]:
    if not isinstance(content, dict):
        raise BadInput('The line is no object; expected {"id": ..., "text": ...}.')
    unknown = next((key for key in content if key not in FIELDS), None)
    if unknown is not None:
        shown = unknown.encode("ascii", "backslashreplace").decode("ascii")[:40]
        raise BadInput(f'The line has a field "{shown}"; known are {", ".join(FIELDS)}.')
    for key in ("id", "text"):
        if not isinstance(content.get(key), str):
            raise BadInput(f'"{key}" must be a text.')
    if len(content["text"]) > LONGEST:
        raise BadInput(f'"text" has {len(content["text"]):,} characters; at most {LONGEST:,} can be checked.')
    kind = _one_of(content, "kind", KINDS, asked.kind)
    lang = _one_of(content, "lang", LANGUAGES, asked.lang)
    network = content.get("network") or asked.network
    if network is not None and not isinstance(network, str):
        raise BadInput('"network" must be a text or null.')
    facts = content.get("facts")
    return Draft(content["text"], kind, network, lang), None if facts is None else Facts.from_json(facts)


def _one_of(content: dict[str, Any], key: str, allowed: tuple[Any, ...], otherwise: Any) -> Any:
    value = content.get(key)
    if value is None:
        return otherwise
    if value not in allowed:
        raise BadInput(f'"{key}" must be one of {", ".join(str(one) for one in allowed if one)}.')
    return value
