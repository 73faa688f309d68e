"""The objects of a JSON list, one by one, out of a file of any size: never more than one of them is held.

Reads what exports write: a list, an object with lists under known names, either behind JavaScript such as
`window.YTD.tweets.part0 = [`. An item that is no JSON costs only itself.
"""

import codecs
import json
import re
from collections.abc import Collection, Iterator
from typing import BinaryIO

from toonbank.sources.archives.said import Unusable
from toonbank.sources.encodings import errors_for, text_encoding

BLOCK = 262_144
LONGEST_ITEM = 8_000_000  # characters
_DECODE = json.JSONDecoder().raw_decode
_SPACE = re.compile(r"[ \t\r\n]*")
_MARK = re.compile(r'["{}\[\]]')
_IN_STRING = re.compile(r'["\\]')
_SCALAR_END = re.compile(r"[,\]}\s{\[\"]")


class BreaksOff(Exception):
    """The file ends before its last bracket; `count` items were whole."""

    def __init__(self, count: int) -> None:
        super().__init__(count)
        self.count = count


def json_items(stream: BinaryIO, keys: Collection[str] = ()) -> Iterator[object | Unusable]:
    """Every item of the list, or of the lists that stand under `keys`; what is no JSON comes as Unusable.

    Raises BreaksOff when the file is not whole, after all that came before.
    """
    window = _Window(stream)
    window.skip_script()
    first = window.peek()
    if first == "[":
        yield from _list(window)
    elif first == "{":
        yield from _lists_in_object(window, keys)
    elif first:
        raise BreaksOff(0)


def _lists_in_object(window: "_Window", keys: Collection[str]) -> Iterator[object | Unusable]:
    window.at += 1
    while (char := window.peek()) != "}":
        if not char:
            raise BreaksOff(window.count)
        if char == ",":
            window.at += 1
            continue
        key = window.value()
        if window.peek() == ":":
            window.at += 1
        if isinstance(key, str) and key in keys and window.peek() == "[":
            yield from _list(window)
        elif window.peek():
            window.skip()


def _list(window: "_Window") -> Iterator[object | Unusable]:
    window.at += 1
    while (char := window.peek()) != "]":
        if not char:
            raise BreaksOff(window.count)
        if char == ",":
            window.at += 1
            continue
        item = window.value()
        window.count += 1
        yield item
    window.at += 1


def no_json() -> Unusable:
    """What stands there is no JSON."""
    return Unusable(nl="dit is geen JSON", en="this is no JSON")


class _Window:
    """The part of the text that is being looked at; what was passed is let go."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        head = stream.read(BLOCK)
        encoding = text_encoding(head)
        self._decode = codecs.getincrementaldecoder(encoding)(errors_for(encoding)).decode
        self._has_ended = not head
        self.text = self._decode(head, not head)
        self.at = 0
        self.count = 0

    def more(self, size: int = BLOCK) -> bool:
        """Whether there was more to read; the place moves along with what was let go."""
        if self._has_ended:
            return False
        block = self._stream.read(size)
        self._has_ended = not block
        self.text = self.text[self.at :] + self._decode(block, not block)
        self.at = 0
        return True

    def peek(self) -> str:
        """The next character that is no space, "" at the end."""
        while True:
            found = _SPACE.match(self.text, self.at)
            self.at = found.end() if found else self.at
            if self.at < len(self.text):
                return self.text[self.at]
            if not self.more():
                return ""

    def skip_script(self) -> None:
        """Passes `window.YTD... =` and the like before the first bracket."""
        if self.peek() in ("[", "{", ""):
            return
        found = re.compile(r"=\s*(?=[\[{])").search(self.text, self.at, self.at + 1000)
        if found:
            self.at = found.end()

    def value(self) -> object:
        """The next value, or Unusable when it is no JSON or too long; BreaksOff when the file ends in it."""
        if self.text[self.at] not in '{["':
            return self._scalar()
        size = BLOCK
        while True:
            try:
                found, self.at = _DECODE(self.text, self.at)
            except (ValueError, RecursionError):
                if _Skipper().end(self.text, self.at) is not None:
                    self.skip()
                    return no_json()
            else:
                return found
            if len(self.text) - self.at > LONGEST_ITEM:
                self.skip()
                return Unusable(
                    nl="dit is te lang om een bericht te zijn", en="this is too long to be a post"
                )
            if not self.more(size):
                raise BreaksOff(self.count)
            size *= 2

    def _scalar(self) -> object:
        """A number or a word has no end of its own: it is whole when something else begins."""
        while (end := _SCALAR_END.search(self.text, self.at + 1)) is None and self.more():
            if len(self.text) > LONGEST_ITEM:
                self.at = len(self.text)
                return no_json()
        begin, self.at = self.at, end.start() if end else len(self.text)
        try:
            return json.loads(self.text[begin : self.at])
        except ValueError:
            return no_json()

    def skip(self) -> None:
        """Passes one value without keeping it."""
        skipper = _Skipper()
        while (end := skipper.end(self.text, self.at)) is None:
            self.at = len(self.text)
            if not self.more():
                raise BreaksOff(self.count)
        self.at = end


class _Skipper:
    """Finds where a value ends by its brackets and quotation marks; may be fed piece by piece."""

    def __init__(self) -> None:
        self._depth = 0
        self._in_string = False
        self._is_escaped = False
        self._has_begun = False
        self._is_scalar = False

    def end(self, text: str, at: int) -> int | None:
        """The place behind the value, None when the text ends in it."""
        if not self._has_begun and at < len(text):
            self._has_begun = True
            self._is_scalar = text[at] not in '{["'
            at += self._is_scalar  # whatever it is, it takes one character at least
        if self._is_scalar:
            found = _SCALAR_END.search(text, at)
            return found.start() if found else None
        while at < len(text):
            if self._in_string:
                at = self._through_string(text, at)
            else:
                mark = _MARK.search(text, at)
                if mark is None:
                    return None
                at = mark.end()
                self._in_string = mark[0] == '"'
                self._depth += (mark[0] in "{[") - (mark[0] in "}]")
            if self._depth <= 0 and not self._in_string:
                return at
        return None

    def _through_string(self, text: str, at: int) -> int:
        if self._is_escaped:
            self._is_escaped = False
            return at + 1
        mark = _IN_STRING.search(text, at)
        if mark is None:
            return len(text)
        self._is_escaped = mark[0] == "\\"
        self._in_string = self._is_escaped
        return mark.end()
