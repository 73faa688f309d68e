"""A complaint waits past its clock."""

from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta

from toonbank.etiquette.facts import Facts
from toonbank.etiquette.finding import Severity
from toonbank.etiquette.late import late
from toonbank.etiquette.rule import Example, Hearing, Rule, Trouble
from toonbank.etiquette.waiting import is_past_clock

NO_ANSWER = late(
    r"(?<!geen )(?<!no )\b(?:klacht\w*|complaints?|posts?|berichten|melding\w*|klant\w*|customers?)\b.{0,60}"
    r"\b(?:geen|zonder|nog niet|niet|no|not|without|un)\s?[\w ]{0,20}?"
    r"(?:antwoord|reactie|gereageerd|beantwoord|answer\w*|repl\w+|respon\w+|react\w*)"
)
REMINDER = late(
    r"\b(?:tweede|derde|vierde|second|third|fourth|[2-9]e|2nd|3rd|nog een|weer een|another)\s"
    r"(?:herinnering|reminder|aanmaning|nudge|follow-up)"
)


def leaves_waiting(hearing: Hearing) -> Iterator[Trouble]:
    """Complaints whose clock ran out in answering hours; one finding for the account. Without a queue, what the report says."""
    facts = hearing.look.facts
    if facts.threads is None:
        yield from _reported(hearing)
        return
    now = _latest(facts)
    late_ones = [one.received_at for one in facts.threads if now and is_past_clock(one, now, facts)]
    since = [at for at in late_ones if at is not None]
    if now is None or not since:
        return
    yield _trouble(hearing, since, now)


def _latest(facts: Facts) -> datetime | None:
    """Now; without a clock, the last thing that is known to have happened."""
    if facts.moment is not None:
        return facts.moment
    times = [at for one in facts.threads or () for at in (one.received_at, one.answered_at) if at]
    times += [one.at for one in facts.archive or () if one.at]
    return max(times, default=None)


def _trouble(hearing: Hearing, since: list[datetime], now: datetime) -> Trouble:
    facts, count = hearing.look.facts, len(since)
    oldest = min(since)
    hours = round((now - oldest) / timedelta(hours=1))
    waits = timedelta(hours=facts.thresholds.complaint_waits_hours)
    posts = sum(one.at is not None and oldest < one.at <= now for one in facts.archive or ())
    if posts and now - oldest > waits:
        return Trouble(
            hearing.say(
                f"Een klacht wacht al {hours} uur, en intussen plaatste je {posts} keer iets anders.",
                f"A complaint has waited {hours} hours, and meanwhile you posted {posts} times.",
            )
        )
    if count == 1:
        nl, en = (
            f"Een klacht wacht al {hours} uur op antwoord.",
            f"A complaint has waited {hours} hours for an answer.",
        )
    else:
        nl = f"{count} klachten wachten op antwoord, de oudste al {hours} uur."
        en = f"{count} complaints wait for an answer, the oldest for {hours} hours."
    return Trouble(hearing.say(nl, en))


def _reported(hearing: Hearing) -> Iterator[Trouble]:
    folded = hearing.look.reading.folded
    if NO_ANSWER.search(folded) or REMINDER.search(folded):
        yield Trouble(
            hearing.say(
                "Hier wacht een klant met een klacht.", "A customer with a complaint is waiting here."
            )
        )


def _queue(*threads: Mapping[str, str | None], now: str) -> dict[str, object]:
    return {"now": now, "threads": list(threads)}


_YESTERDAY = _queue(
    {"label": "complaint-disapproval", "received": "2026-11-20T09:00:00+01:00", "answered": None},
    now="2026-11-21T10:00:00+01:00",
)
_POSTED_ON = _YESTERDAY | {
    "archive": [{"text": f"Post {n}", "at": f"2026-11-20T1{n}:00:00+01:00"} for n in (1, 2, 3)]
}
_REMINDED = _queue(
    {"label": "complaint-implicit", "received": "2026-11-17T09:00:00+01:00", "answered": None},
    {"label": "complaint-accusation", "received": "2026-11-20T09:00:00+01:00", "answered": None},
    now="2026-11-21T10:00:00+01:00",
)
_SOON = _queue(
    {
        "label": "complaint-accusation",
        "received": "2026-11-20T09:00:00+01:00",
        "answered": "2026-11-20T09:50:00+01:00",
    },
    now="2026-11-21T10:00:00+01:00",
)
_AT_NIGHT = _queue(
    {"label": "complaint-accusation", "received": "2026-11-20T20:30:00+01:00", "answered": None},
    now="2026-11-21T08:45:00+01:00",
)
_LINKED = _queue(
    *(
        {
            "label": "complaint-implicit",
            "received": f"2026-11-20T{at}:00+01:00",
            "answered": "2026-11-20T10:00:00+01:00",
        }
        for at in ("09:00", "09:20")
    ),
    now="2026-11-21T10:00:00+01:00",
)

RULE = Rule(
    slug="unanswered-complaint",
    title={"nl": "Klacht zonder antwoord", "en": "Complaint without an answer"},
    why={
        "nl": "Zwijgen onder een klacht is ook een antwoord, en iedereen leest het.",
        "en": "Silence under a complaint is an answer too, and everybody reads it.",
    },
    source=("S1.4.8", "S2.7.4"),
    base=None,
    severity=Severity.WARN,
    fix={"nl": "Neem hem over.", "en": "Take it on."},
    wrong=(
        Example("Klacht van gisteren 9 uur, geen reactie.", _YESTERDAY, kind="account"),
        Example("Wel drie posts, geen antwoord.", _POSTED_ON, kind="account"),
        Example("Tweede herinnering van klant.", _REMINDED, kind="account"),
        Example("Complaint from 9 yesterday, no answer.", _YESTERDAY, lang="en", kind="account"),
        Example("Three posts, no answer.", _POSTED_ON, lang="en", kind="account"),
        Example("Customer's second reminder.", _REMINDED, lang="en", kind="account"),
    ),
    right=(
        Example("Binnen een uur erkend.", _SOON, kind="account"),
        Example("Buiten openingstijd: morgen 9 uur, en dat stond in de bio.", _AT_NIGHT, kind="account"),
        Example("Dubbele melding gekoppeld.", _LINKED, kind="account"),
        Example("Recognised within the hour.", _SOON, lang="en", kind="account"),
        Example("Out of hours: 9 tomorrow, as the bio says.", _AT_NIGHT, lang="en", kind="account"),
        Example("Duplicate linked.", _LINKED, lang="en", kind="account"),
    ),
    check=leaves_waiting,
    applies_to=("account",),
    misses={
        "nl": "In een bestand staat niet wanneer je open bent: daar gelden de tijden van de instellingen. "
        "In het bureau zelf telt je eigen week, met je feestdagen.",
        "en": "A file does not tell when you are open: there the hours of the settings are used. "
        "In the desk itself your own week counts, with your holidays.",
    },
)
