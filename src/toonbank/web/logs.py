"""One line per thing that happened: a constant text and its fields."""

import logging
from typing import Any

_KNOWN = frozenset(vars(logging.makeLogRecord({})))


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
        line = f"{self.formatTime(record, '%H:%M:%S')} {record.levelname} {record.name} {record.getMessage()} {told}".rstrip()
        return f"{line}\n{self.formatException(record.exc_info)}" if record.exc_info else line
