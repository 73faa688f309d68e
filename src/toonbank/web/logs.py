"""One line per thing that happened: a constant text and its fields, without the words and keys of people."""

import logging
import traceback
from collections.abc import Iterator
from types import TracebackType
from typing import Any

Trouble = tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]

_KNOWN = frozenset(vars(logging.makeLogRecord({})))
# What these say is about our code and our database; any other trouble may quote what somebody wrote.
_ABOUT_CODE = (
    "AttributeError",
    "ImportError",
    "ModuleNotFoundError",
    "NameError",
    "TypeError",
    "OperationalError",
)


class LineFormatter(logging.Formatter):
    """`12:00:01 INFO toonbank.posts delivery moved delivery=4 event=start`."""

    def format(self, record: logging.LogRecord) -> str:
        """The record as one line, its extra fields behind the text."""
        fields: dict[str, Any] = {
            name: value
            for name, value in vars(record).items()
            if name not in _KNOWN and name not in {"message", "asctime", "taskName", "request"}
        }
        told = " ".join(f"{name}={value}" for name, value in sorted(fields.items()))
        record.exc_text = None  # as another handler may have written it, with all that was said
        line = f"{self.formatTime(record, '%H:%M:%S')} {record.levelname} {record.name} {record.getMessage()} {told}".rstrip()
        return f"{line}\n{self.formatException(record.exc_info)}" if record.exc_info else line

    def formatException(self, ei: Trouble) -> str:  # noqa: N802 - the name is that of `logging`
        """Where it broke, and what kind of trouble it was."""
        return "\n".join(_told(ei[1])) if ei[1] else ""


def _told(trouble: BaseException) -> Iterator[str]:
    """The trouble with those that led to it, the first one first."""
    earlier = trouble.__cause__ or (None if trouble.__suppress_context__ else trouble.__context__)
    if earlier:
        yield from _told(earlier)
        yield "and then"
    yield "".join(traceback.format_tb(trouble.__traceback__)).rstrip()
    kind = type(trouble).__name__
    yield f"{kind}: {trouble}" if kind in _ABOUT_CODE else kind


class QuietAboutVisitors(logging.Filter):
    """What any visitor can cause (a mistyped address, an old form, a wrong host) is no news; what broke in the desk is.

    One-time links stand in their address, so of such a page only the pattern is told.
    """

    def filter(self, record: logging.LogRecord) -> bool:
        """Whether to tell of it."""
        if not record.name.startswith("django."):
            return True
        if record.name.startswith("django.security") or 400 <= getattr(record, "status_code", 0) < 500:
            return False
        request = getattr(record, "request", None)
        match = getattr(request, "resolver_match", None)
        if request and match and "token" in match.kwargs and isinstance(record.args, tuple):
            record.args = tuple(match.route if said == request.path else said for said in record.args)
        return True
