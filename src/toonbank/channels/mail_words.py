"""What a person wrote in a mail: plain text out of what came, without markup, without the history they quoted."""

import re
from collections.abc import Iterator

from .mail_html import words_of

LONGEST = 20_000
"""Characters that are read of one mail; nobody answers more at once."""

# How programs begin the history: on one line, or with the names of the header in a block of their own.
ATTRIBUTION = re.compile(
    r"(?:on|op|am|le)\s.{4,300}?\s(?:wrote|schreef|schrieb|a écrit|(?<=>\s)geschreven|het volgende geschreven)(?:\s.{0,120})?:",
    re.IGNORECASE,
)
SHORT_ATTRIBUTION = re.compile(
    ATTRIBUTION.pattern + r"|.{1,120}\s(?:wrote|schreef)(?:\s.{0,80})?:", re.IGNORECASE
)
LONGEST_ATTRIBUTION = 400
# It has a date, an hour or an address in it; a customer's own "she wrote:" has not.
NAMES_A_MOMENT = re.compile(r"@|\d{1,2}[:.]\d{2}|\b\d{4}\b")
DIVIDER = re.compile(
    r"[-_\s>]*(?:original message|oorspronkelijk bericht|origineel bericht|forwarded message|doorgestuurd bericht"
    r"|begin doorgestuurd bericht|begin forwarded message|ursprüngliche nachricht|weitergeleitete nachricht"
    r"|anfang der weitergeleiteten nachricht|message d['’]origine|message transféré|début du message (?:réexpédié|transféré))[-_:\s]*",
    re.IGNORECASE,
)
FROM_LINE = re.compile(r"\**(?:van|from|afzender|von|de)\s*:\**\s*\S.*", re.IGNORECASE)
SENT_LINE = re.compile(
    r"\**(?:verzonden|sent|datum|date|aan|to|gesendet|an|envoyé|à)\s*:\**.*", re.IGNORECASE
)
RULE = re.compile(r"_{10,}|-{20,}")
SIGNATURE = re.compile(r"--")


def own_words(text: str) -> str:
    """`text` without quoted lines, without the history below, and without the signature; all of it when nothing is left.

    Answers between quoted lines stay, in their order.
    """
    lines = tidy(text).split("\n")
    kept = [line for line in _until_history(lines) if not line.lstrip().startswith(">")]
    return tidy("\n".join(kept)) or tidy(text)


def _until_history(lines: list[str]) -> Iterator[str]:
    skip = 0
    for index, line in enumerate(lines):
        if skip:
            skip -= 1
            continue
        after = _history_begins(lines, index)
        if after is None:
            yield line
        elif any(_is_own(rest) for rest in lines[index + after :]) and _is_quoted_after(lines, index + after):
            skip = after - 1  # the history is marked line by line, and somebody wrote below or between it
        else:
            return


def _history_begins(lines: list[str], index: int) -> int | None:
    """How many lines the beginning of the history takes here; None when it does not begin here."""
    line = lines[index].strip()
    if (SIGNATURE.fullmatch(line) and index) or DIVIDER.fullmatch(line):
        return 1
    if RULE.fullmatch(line) and _next_says(lines, index, FROM_LINE):
        return 2
    if FROM_LINE.fullmatch(line) and _next_says(lines, index, SENT_LINE):
        return 2
    return next((many for many in (1, 2, 3) if _is_attribution(lines[index : index + many])), None)


def _is_attribution(lines: list[str]) -> bool:
    """Whether these lines together say who wrote what follows, and no fewer of them do."""
    said = " ".join(part.strip() for part in lines)
    if not all(part.strip() for part in lines) or len(said) > LONGEST_ATTRIBUTION:
        return False
    whole = ATTRIBUTION if len(lines) > 1 else SHORT_ATTRIBUTION
    if not (whole.fullmatch(said) and NAMES_A_MOMENT.search(said)):
        return False
    rests = (" ".join(part.strip() for part in lines[after:]) for after in range(1, len(lines)))
    return not any(ATTRIBUTION.fullmatch(rest) for rest in rests)


def _next_says(lines: list[str], index: int, what: re.Pattern[str]) -> bool:
    following = [line.strip() for line in lines[index + 1 : index + 4] if line.strip()]
    return bool(following) and bool(what.fullmatch(following[0]))


def _is_own(line: str) -> bool:
    return bool(line.strip()) and not line.lstrip().startswith(">")


def _is_quoted_after(lines: list[str], index: int) -> bool:
    """Whether what follows here is marked with ">": then what is not marked is theirs."""
    following = [line for line in lines[index:] if line.strip()]
    return bool(following) and following[0].lstrip().startswith(">")


def tidy(text: str) -> str:
    """One kind of line end, no control characters, no more than one empty line at a time, and not endless."""
    plain = text[: 4 * LONGEST].replace("\r\n", "\n").replace("\r", "\n").replace("\u00a0", " ")
    plain = "".join(sign for sign in plain if sign in "\n\t" or sign >= " ").replace("\x7f", "")
    plain = "\n".join(line.rstrip() for line in plain.split("\n"))
    return re.sub(r"\n{3,}", "\n\n", plain).strip()[:LONGEST]


def words_of_html(html: str) -> str:
    """The words of HTML without what was quoted in it; with it when nothing else is there."""
    return _lines(words_of(html, with_quotes=False)) or _lines(words_of(html, with_quotes=True))


def _lines(words: str) -> str:
    return tidy("\n".join(line.strip() for line in words.split("\n")))
