"""`toonbank triage`: what kind of message is this, how grave, and on which words does that hang?"""

import argparse
import json
import os
import sys
from collections.abc import Sequence
from typing import IO, Any, cast

from toonbank.cli.reading import parsed_json, read_standard_input, read_text_file, spoken
from toonbank.core.errors import BadInput
from toonbank.language.reading import Language
from toonbank.triage import KINDS, Kind, triage
from toonbank.triage.weighing import Scale, scale

LONGEST = 2_000_000


def run(words: Sequence[str]) -> int:
    """0 when every message could be read, 2 when one could not."""
    if words and words[0] == "learn" and len(words) > 1:
        return _learn(words[1:])
    asked = _parser().parse_args(words)
    by = _weigher(asked.own)
    if asked.jsonl is not None:
        return _lines(_source(asked), by)
    answers = [(text, triage(_short_enough(text), asked.lang, by=by)) for text in _texts(asked.text)]
    if asked.format == "json":
        shown = [answer.as_full_json() for _, answer in answers]
        print(json.dumps(shown[0] if len(shown) == 1 else shown, ensure_ascii=True, indent=2))
        return 0
    from toonbank.cli.hearing import as_text, uses_colour

    print("\n\n".join(as_text(text, answer, colour=uses_colour(sys.stdout)) for text, answer in answers))
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="toonbank triage",
        description="Tell what kind of message a customer sent, how grave it is, and why. Without a message it reads standard input.",
        epilog="`toonbank triage learn CORRECTIONS.jsonl --out FILE` learns from what your shop corrected.",
    )
    parser.add_argument(
        "text", nargs="*", help="a message, the name of a file with one, or - for standard input"
    )
    parser.add_argument(
        "--jsonl", nargs="?", const="-", metavar="FILE", help="one JSON object a line, in and out"
    )
    parser.add_argument("--format", choices=("text", "json"), default="text", help="how to answer (text)")
    parser.add_argument("--lang", choices=("nl", "en"), help="the language, when you do not want it guessed")
    parser.add_argument(
        "--own", metavar="FILE", help="what your shop taught, made by `toonbank triage learn`"
    )
    return parser


def _texts(given: Sequence[str]) -> list[str]:
    if not given:
        return [read_standard_input("a message or --jsonl")]
    return [_text(spoken(one)) for one in given]


def _text(given: str) -> str:
    if given == "-":
        return read_standard_input("a message")
    return read_text_file(given).removesuffix("\n") if _is_file(given) else given


def _is_file(name: str) -> bool:
    try:
        return len(name) < 1000 and os.path.isfile(name)
    except ValueError:  # a message may hold what no name can
        return False


def _short_enough(text: str) -> str:
    if len(text) > LONGEST:
        raise BadInput(f"This message has {len(text):,} characters; at most {LONGEST:,} can be read at once.")
    return text


def _weigher(own: str | None) -> Scale:
    if own is None:
        return scale()
    from toonbank.language.linear import Linear
    from toonbank.triage.learning import Own

    try:
        with open(own, "rb") as file:
            return Own(scale(), Linear.read(file.read()))
    except (OSError, ValueError):
        raise BadInput(
            f"There is no file {spoken(own)} that we can read. Check the name and the folder."
        ) from None


def _source(asked: argparse.Namespace) -> IO[bytes]:
    name = asked.text[0] if asked.jsonl == "-" and len(asked.text) == 1 else asked.jsonl
    if asked.text and name == asked.jsonl:
        raise BadInput("--jsonl reads its messages from the lines. Leave the other messages out.")
    return _opened(name)


def _opened(name: str) -> IO[bytes]:
    if name == "-":
        if sys.stdin is None or sys.stdin.isatty():
            raise BadInput(
                "There are no lines to read. Name a file after --jsonl, or send lines through a pipe."
            )
        return sys.stdin.buffer
    try:
        return open(name, "rb")
    except (OSError, ValueError):
        raise BadInput(
            f"There is no file {spoken(name)} that we can read. Check the name and the folder."
        ) from None


def _lines(source: IO[bytes], by: Scale) -> int:
    is_bad = False
    with source:
        for line in source:
            if line.strip():
                answer = _answer(line, by)
                is_bad = is_bad or "error" in answer
                sys.stdout.write(json.dumps(answer, ensure_ascii=True) + "\n")
    sys.stdout.flush()
    return 2 if is_bad else 0


def _answer(line: bytes, by: Scale) -> dict[str, Any]:
    content: Any = None
    try:
        content = _object(line)
        for key in ("id", "text"):
            if not isinstance(content.get(key), str):
                raise BadInput(f'"{key}" must be a text.')  # noqa: TRY301 - the line answers for itself
        return {
            "id": content["id"],
            **triage(_short_enough(content["text"]), _language(content), by=by).as_json(),
        }
    except BadInput as trouble:
        known = content.get("id") if isinstance(content, dict) else None
        return {"id": known if isinstance(known, str) else None, "error": str(trouble)}


def _object(line: bytes) -> dict[str, Any]:
    try:
        text = line.decode("utf-8-sig").strip()
    except UnicodeDecodeError as trouble:
        raise BadInput(f"The line is not in UTF-8 (byte {trouble.start + 1}).") from None
    content = parsed_json(text, "The line")
    if not isinstance(content, dict):
        raise BadInput('The line is no object; expected {"id": ..., "text": ...}.')
    return content


def _language(content: dict[str, Any]) -> Language | None:
    """Dutch and English are believed; another language is guessed between the two, as all we can read."""
    given = content.get("language")
    if given is not None and not isinstance(given, str):
        raise BadInput('"language" must be a text or null.')
    return cast(Language, given) if given in ("nl", "en") else None


def _learn(words: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(
        prog="toonbank triage learn",
        description="Learn from the corrections of your shop. Nothing leaves this machine.",
        epilog='Each line: {"text": "...", "kind": "question"}; "language" may be given.',
    )
    parser.add_argument("corrections", help="a file with one JSON object a line, or -")
    parser.add_argument("--out", required=True, metavar="FILE", help="where to keep what is learned")
    asked = parser.parse_args(words)
    from toonbank.language.linear import write
    from toonbank.triage.learning import Correction, learn

    corrections = []
    with _opened(asked.corrections) as source:
        for number, line in enumerate(source, start=1):
            if line.strip():
                text, kind, language = _correction(line, number)
                corrections.append(Correction(text, kind, language))
    if not corrections:
        raise BadInput(
            f"{spoken(asked.corrections)} holds no corrections. Give a line for each message that was judged wrongly."
        )
    content = write(learn(corrections, scale()))
    try:
        with open(asked.out, "wb") as file:
            file.write(content)
    except (OSError, ValueError) as trouble:
        raise BadInput(f"{spoken(asked.out)} cannot be written: {trouble}.") from None
    print(
        f"{len(corrections)} corrections learned, {len(content):,} bytes. Use them with: toonbank triage --own {spoken(asked.out)}"
    )
    return 0


def _correction(line: bytes, number: int) -> tuple[str, Kind, Language | None]:
    try:
        content = _object(line)
        if not isinstance(content.get("text"), str):
            raise BadInput('"text" must be a text.')  # noqa: TRY301 - said again with the number of the line
        if content.get("kind") not in KINDS:
            raise BadInput(f'"kind" must be one of {", ".join(KINDS)}.')  # noqa: TRY301 - the same
        return _short_enough(content["text"]), content["kind"], _language(content)
    except BadInput as trouble:
        raise BadInput(f"Line {number}: {trouble}") from None
