"""What servers say when they say no: words fit to show, the pause they ask for, the key they miss."""

import html
import re
from collections.abc import Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

LONGEST = 300
MARKUP_READ = 5_000  # of an error page; the explanation stands near the top
SHORTEST_PAUSE, LONGEST_PAUSE, USUAL_PAUSE = 1.0, 86_400.0, 60.0
SIGN_IN_CODES = frozenset(
    {
        "ExpiredToken",
        "InvalidToken",
        "AuthMissing",
        "AuthenticationRequired",
        "AccountTakedown",
        "invalid_grant",
    }
)
ABOUT_SIGN_IN = re.compile(r"token|scope|log ?in|sign(ed)? in|authenticat", re.IGNORECASE)


def own_words(said: object, key: str = "") -> str:
    """The server's explanation on one line, without markup and without our key, cut to 300 characters."""
    if isinstance(said, dict):
        parts = [said.get("message"), said.get("error_description"), said.get("error"), said.get("detail")]
        said = next((part for part in parts if isinstance(part, str) and part), "")
    text = said.decode("utf-8", "replace") if isinstance(said, bytes) else str(said or "")
    if key:
        text = text.replace(key, "…")
    text = re.sub(r"(?is)<(script|style|title)\b.*?</\1>|<[^<>]*>", " ", text[:MARKUP_READ])
    text = "".join(sign if sign.isprintable() else " " for sign in html.unescape(text))
    text = " ".join(text.split())
    return text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"


def error_code(body: object) -> str:
    """The server's own name for the error, "" when it gives none."""
    found = body.get("error") if isinstance(body, dict) else None
    return found if isinstance(found, str) and " " not in found else ""


def is_about_sign_in(status: int, code: str, words: str) -> bool:
    """Whether this refusal is about who we are, not about what we said."""
    if status == 401 or (400 <= status < 500 and code in SIGN_IN_CODES):
        return True
    return status == 403 and bool(ABOUT_SIGN_IN.search(words))


def pause_asked(headers: Mapping[str, str]) -> float:
    """Seconds until the network wants to hear from us again; a minute when it does not say."""
    for name in ("retry-after", "ratelimit-reset", "x-ratelimit-reset"):
        seconds = _seconds(headers.get(name, ""), _moment(headers.get("date", "")))
        if seconds is not None:
            return min(max(seconds, SHORTEST_PAUSE), LONGEST_PAUSE)
    return USUAL_PAUSE


def _seconds(said: str, answered_at: datetime | None) -> float | None:
    """Read "30", a Unix moment, an ISO moment or an HTTP date, held against the server's own clock."""
    number = int(said) if said.isdecimal() and len(said) <= 11 else None
    if number is not None and number <= LONGEST_PAUSE * 7:
        return float(number)
    reset_at = _moment(said) if number is None else datetime.fromtimestamp(number, UTC)
    if reset_at is None or answered_at is None:
        return None
    return (reset_at - answered_at).total_seconds()


def _moment(said: str) -> datetime | None:
    for read in (datetime.fromisoformat, parsedate_to_datetime):
        try:
            found = read(said)
        except ValueError:
            continue
        return found if found.tzinfo else found.replace(tzinfo=UTC)
    return None
