"""Only mends that hold are offered: each is tried, and the text that it makes is checked again.

A mend holds when its finding is gone, no other block or warning has come, and words are left that stand as they are.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable

from toonbank.etiquette.checkup import Checkup
from toonbank.etiquette.finding import Finding, Mend, Severity
from toonbank.etiquette.late import late

# Characters read again for one finding's text; what is longer gets the advice in words only.
MOST_READ = 500_000
SIGNED = late(
    r"(?:\^ ?\w{1,12}|(?:^|(?<=[\s.!?…)]))[–—-]{1,2} ?[A-ZÀ-Þ][\w’'-]+|"
    r"(?<!\w)(?i:(?:met )?(?:vriendelijke|hartelijke|warme) groet\w*|groet\w*|liefs|mvg|cheers|(?:kind |best |warm )?regards|"
    r"love|best wishes|thanks|bedankt|xx?)\b"
    r"[\s,.!–-]{0,8}(?:(?:van |from )?[A-ZÀ-Þ][\w’'-]+)?(?: [A-ZÀ-Þ][\w’'-]+)?)\W*\Z",
)
GREETED = late(
    r"\A\W*(?i:beste|geachte|hoi|hallo|hey|hé|ha|dag|goede(?:middag|morgen|navond)|dear|hi|hello|good (?:morning|afternoon|evening))"
    r"(?: @?[\w.’'-]+){0,3}\s*[,!.:–-]"
)
NO_WORDS = late(r"https?://\S+|[@#]\w+")
WORD = late(r"[^\W\d_]{2,}")
FEWEST = 2  # words, besides greeting and signature, when nothing was put in the place of what is gone
STUMBLES = late(r"(?<!\w)([^\W\d_]\w{0,40}) \1(?!\w)")
LOOSE = late(r"(?:\A|[\n.!?]) ?[,;:]|[,;:] ?[.!?,;:](?!\d)")

Counts = dict[Severity, Counter[str]]


def those_that_hold(
    judge: Callable[[str], Checkup], text: str, finding: Finding, said: Iterable[tuple[str, Severity]]
) -> tuple[Mend, ...]:
    """The mends of a finding that hold in this text, of which so much was `said`; `judge` checks another text on the same facts."""
    kept = tuple(said)
    if len(text) * len(kept) > MOST_READ:
        return ()
    before = _counts(kept)
    return tuple(mend for mend in finding.proposed if _holds(judge, before, finding.rule, (text, mend)))


def mended(text: str, mend: Mend) -> str:
    """The text with the mend taken."""
    return text[: mend.start] + mend.text + text[mend.end :]


def _holds(judge: Callable[[str], Checkup], before: Counts, rule: str, way: tuple[str, Mend]) -> bool:
    text, mend = way
    after = mended(text, mend)
    if not _stands(text, after, mend):
        return False
    again = _counts((one.rule, one.severity) for one in judge(after).findings)
    is_gone = again[Severity.ADVISE][rule] < before[Severity.ADVISE][rule]
    return is_gone and all(again[least] <= before[least] for least in (Severity.WARN, Severity.BLOCK))


def _counts(said: Iterable[tuple[str, Severity]]) -> Counts:
    """How often each rule speaks, of those that are at least so grave."""
    kept = tuple(said)
    return {least: Counter(rule for rule, severity in kept if severity >= least) for least in Severity}


def _stands(before: str, after: str, mend: Mend) -> bool:
    """Whether something is said besides a greeting and a name, without words or marks that the cut left behind."""
    said = NO_WORDS.sub(" ", SIGNED.sub(" ", GREETED.sub(" ", after)))
    if len(WORD.findall(said)) < (1 if WORD.search(mend.text) else FEWEST):
        return False
    return all(
        len(crumb.findall(after.casefold())) <= len(crumb.findall(before.casefold()))
        for crumb in (STUMBLES, LOOSE)
    )
