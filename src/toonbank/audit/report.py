"""The report of an audit as plain rows: what the screen, the page and the JSON all show."""

from dataclasses import dataclass, fields, is_dataclass
from datetime import datetime
from typing import Any

from toonbank.audit.rows import Example
from toonbank.etiquette import Severity

SCHEMA = 1


@dataclass(frozen=True)
class Month:
    """One month in numbers. `pressing` counts posts that speak of little stock or little time."""

    month: str
    posts: int
    replies: int
    reposts: int
    heard: int
    claims: int
    proven: int
    contradicted: int
    unknown: int
    scarcity: int
    urgency: int
    social_proof: int
    pressing: int
    give: int
    ask: int
    talk: int
    strays: int
    about_itself: int
    repeats: int
    crowded_days: int


@dataclass(frozen=True)
class Claims:
    """One kind of claim: how often it was made, and how it stands beside the facts."""

    kind: str
    count: int
    proven: int
    contradicted: int
    unknown: int
    examples: tuple[Example, ...]


@dataclass(frozen=True)
class Broken:
    """One rule, and the texts that broke it (each counted once)."""

    rule: str
    title: str
    severity: Severity
    count: int
    why: str
    fix: str
    examples: tuple[Example, ...]


@dataclass(frozen=True)
class Pressure:
    """Posts on little stock and little time, beside the share that the house allows, and levers that were stacked."""

    posts: int
    pressing: int
    scarcity: int
    urgency: int
    social_proof: int
    stacked: int
    limit: float
    examples: tuple[Example, ...]

    @property
    def share(self) -> float:
        """The part of all posts."""
        return self.pressing / self.posts if self.posts else 0.0


@dataclass(frozen=True)
class Balance:
    """What posts were for; `aim` is how many should give or talk for each that asks."""

    give: int
    ask: int
    talk: int
    aim: float
    examples: tuple[Example, ...]

    @property
    def per_ask(self) -> float | None:
        """How many gave or talked for each that asked; None when none asked."""
        return (self.give + self.talk) / self.ask if self.ask else None


@dataclass(frozen=True)
class Subjects:
    """Posts on something else than was promised, by what they were about. An empty promise: nobody told us."""

    promise: tuple[str, ...]
    posts: int
    strays: int
    by_subject: dict[str, int]
    limit: float
    examples: tuple[Example, ...]


@dataclass(frozen=True)
class Share:
    """So many of so many posts, with the share that the house allows."""

    posts: int
    count: int
    limit: float
    examples: tuple[Example, ...]


@dataclass(frozen=True)
class Repetition:
    """Posts said again in the same words, and replies out of a drawer."""

    repeats: int
    repeat_examples: tuple[Example, ...]
    replies: int
    canned: int
    canned_examples: tuple[Example, ...]


@dataclass(frozen=True)
class Answering:
    """What customers wrote, and whether they were answered. `knows_answers` False: the export does not say which reply is whose."""

    heard: int
    by_label: dict[str, int]
    complaints: int
    knows_answers: bool
    unanswered: int
    late: int
    median_hours: float | None
    silent_examples: tuple[Example, ...]
    late_examples: tuple[Example, ...]


@dataclass(frozen=True)
class MonthSaid:
    """What an account rule said of one month."""

    month: str
    rule: str
    severity: Severity
    message: str
    fix: str


@dataclass(frozen=True)
class LeftOut:
    """An item that could not be read."""

    place: str
    reason: str


@dataclass(frozen=True)
class Report:
    """The whole audit. Times are aware; examples are chosen by lot and always the same for the same archive."""

    name: str
    kind: str
    lang: str
    made_at: datetime
    begins: datetime
    ends: datetime
    zone: str
    networks: tuple[str, ...]
    has_facts: bool
    posts: int
    replies: int
    reposts: int
    private: int
    left_out: int
    left_out_first: tuple[LeftOut, ...]
    cut_months: dict[str, int]
    months: tuple[Month, ...]
    claims: tuple[Claims, ...]
    rules: tuple[Broken, ...]
    pressure: Pressure
    balance: Balance
    subjects: Subjects
    self_regard: Share
    crowded_days: tuple[MonthSaid, ...]
    repetition: Repetition
    answering: Answering
    account: tuple[MonthSaid, ...]

    @property
    def claim_count(self) -> int:
        """All claims of all kinds."""
        return sum(one.count for one in self.claims)

    @property
    def worst(self) -> Severity | None:
        """The gravest severity of anything that was found."""
        found = [one.severity for one in self.rules]
        found += [one.severity for one in (*self.account, *self.crowded_days)]
        return max(found, default=None)

    def as_json(self) -> dict[str, Any]:  # JSON is loose by nature
        """As `toonbank audit --json` writes it; docs/using/auditing.md tells each field."""
        return {"schema": SCHEMA, **_plain(self)}


def _plain(value: Any) -> Any:  # JSON is loose by nature
    if isinstance(value, Severity):
        return value.word
    if is_dataclass(value) and not isinstance(value, type):
        shown = {one.name: _plain(getattr(value, one.name)) for one in fields(value)}
        own = (name for name, part in vars(type(value)).items() if isinstance(part, property))
        return shown | {name: _plain(getattr(value, name)) for name in own}
    if isinstance(value, Example):
        return {name: _plain(part) for name, part in value._asdict().items()}
    if isinstance(value, datetime):
        return value.isoformat()
    if isinstance(value, (tuple, list)):
        return [_plain(one) for one in value]
    if isinstance(value, dict):
        return {key: _plain(one) for key, one in value.items()}
    return value
