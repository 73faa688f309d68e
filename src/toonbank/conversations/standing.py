"""How a conversation stands, worked out from its messages alone. Pure: the same messages, in any order, stand the same.

What waits for the shop: what they said, that was not taken back, that nobody answered since, and that nobody of the shop has laid
aside. Its gravest message gives the conversation its label; what is due first gives it its clock.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from toonbank.core.lifecycle import CONVERSATION
from toonbank.triage.clock import STEPS, usual_step
from toonbank.triage.labels import GRAVE, KINDS

ASKING = frozenset({*GRAVE, "doubt", "question"})
SERIOUS_FROM = 3
"""A complaint from this severity is grave; law, press and danger always are."""
LAID_ASIDE = frozenset({"settled", "aside", "closed"})
MANY = 3
"""With more than so many others who complain about the same, the clock runs a step faster."""
TO_CLOSE = "1 day"
"""How soon somebody closes the case of what was taken back."""
LONGEST_EXCERPT = 200
_RANK: dict[str, int] = {kind: place for place, kind in enumerate(KINDS)}


class Said(NamedTuple):
    """A message, as far as it counts. `clock` is the step of its label with what the text itself shows."""

    at: datetime
    remote_id: str
    is_ours: bool
    heard_at: datetime
    is_from_desk: bool = False
    is_deleted: bool = False
    label: str = ""
    severity: int = 0
    clock: str = ""
    text: str = ""
    private: Sequence[Sequence[object]] = ()
    language: str = ""
    name: str = ""
    contact: int | None = None
    gone_at: datetime | None = None
    raised_at: datetime | None = None
    raised_heard_at: datetime | None = None
    raised_from: str = ""

    @property
    def said_at(self) -> datetime:
        """When it was said: as its source tells, but not after we heard it, for clocks run ahead."""
        return self.at if self.is_from_desk else min(self.at, self.heard_at)

    @property
    def since(self) -> datetime:
        """Since when it says what it says: an edit that makes it graver says it anew."""
        if self.raised_at is None:
            return self.said_at
        return max(self.said_at, min(self.raised_at, self.read_from))

    @property
    def read_from(self) -> datetime:
        """From when on somebody here could read that."""
        return self.raised_heard_at or self.heard_at

    def before_it_rose(self) -> "Said":
        """What it said until it was edited, as far as the clock asks."""
        calm = self._replace(raised_at=None, raised_heard_at=None, raised_from="")
        return calm._replace(label=self.raised_from, clock=usual_step(self.raised_from) or "")


class Decided(NamedTuple):
    """What a person, or a long silence, decided about the conversation: the event and the state it led to."""

    at: datetime
    event: str
    to_state: str


class Complaint(NamedTuple):
    """Since when they complain, and when somebody first answered that in the network's own app."""

    opened_at: datetime
    answered_at: datetime | None


@dataclass(frozen=True, slots=True)
class Gist:
    """What is going on: all that was said, in order, what of it waits, what gave the label, and what people decided.

    `promised` is what waited already before it was edited into something graver: no edit gives us more time.
    """

    said: tuple[Said, ...]
    waiting: tuple[Said, ...]
    gravest: Said | None
    is_reopened: bool
    is_laid_aside: bool = False
    promised: tuple[Said, ...] = ()
    is_worked_on: bool = False
    """Whether somebody works on the case of it: what they took back stays in the row until that is closed."""

    @property
    def is_complaint(self) -> bool:
        """Whether they complain, or worse."""
        return self.gravest is not None and self.gravest.label in GRAVE

    @property
    def is_taken_back(self) -> bool:
        """Whether nothing is left of what they said: they deleted it at the network."""
        return all(one.is_deleted for one in self.said if not one.is_ours)

    @property
    def is_for_its_case_alone(self) -> bool:
        """Whether nothing of it asks anything any more but its case, which is still open."""
        return self.is_worked_on and self.is_taken_back and not any(one.is_ours for one in self.said)

    @property
    def taken_back_at(self) -> datetime:
        """When the last of what they took back was gone."""
        return max(one.gone_at or one.at for one in self.said if one.is_deleted and not one.is_ours)

    @property
    def came_back(self) -> bool:
        """Whether they write again after we answered a complaint of theirs."""
        return bool(self.waiting) and any(
            one.label in GRAVE and not one.is_ours and not one.is_deleted and one not in self.waiting
            for one in self.said
        )


@dataclass(frozen=True, slots=True)
class Standing:
    """The columns of a conversation that follow from what was said."""

    label: str
    severity: int
    band: int
    due_at: datetime | None
    heard_at: datetime | None
    answered_at: datetime | None
    last_at: datetime
    excerpt: str
    language: str
    name: str
    contact: int | None


Due = Callable[[str, str, datetime, bool], datetime | None]
"""When something is due: by its step, its label, the moment it was said, and whether the step was raised."""


def gravity(label: str) -> int:
    """Its place among the labels: 0 is the gravest."""
    return _RANK.get(label, len(_RANK))


def gist_of(said: Iterable[Said], decided: Sequence[Decided] = ()) -> Gist:
    """What is going on in these messages."""
    ordered = tuple(sorted(said, key=lambda one: (one.since, one.at, one.remote_id)))
    waits = _waiting(ordered, decided)
    waiting = tuple(one for one in ordered if waits(one))
    before = (one.before_it_rose() for one in waiting if one.raised_at is not None)
    round_ = waiting or _last_round(ordered)
    # Of equals the first: they waited longest.
    gravest = min(round_, key=lambda one: gravity(one.label), default=None)
    is_laid_aside = any(one.to_state == "aside" for one in decided)
    promised = tuple(one for one in before if waits(one))
    return Gist(ordered, waiting, gravest, _is_reopened(ordered, decided), is_laid_aside, promised)


def standing_of(gist: Gist, due: Due, *, others: int = 0, has_open_case: bool = False) -> Standing:
    """How it stands. `others` are those who complain about the same; `has_open_case`, that we know them from a complaint."""
    first = _first_of_them(gist)
    top = gist.gravest
    label = top.label if top else ""
    is_pressed = len(gist.waiting) > 1 or has_open_case or (others > MANY and gist.is_complaint)
    clocks = [_due(one, due, is_pressed) for one in (*gist.waiting, *gist.promised)]
    severity = max((one.severity for one in gist.waiting), default=top.severity if top else 0)
    due_at = min((moment for moment in clocks if moment is not None), default=None)
    heard_at = min((one.since for one in (*gist.waiting, *gist.promised)), default=None)
    band = _band(label, severity) if gist.waiting else 2
    if gist.is_for_its_case_alone:
        band, heard_at = 1, gist.taken_back_at
        due_at = due(TO_CLOSE, "", heard_at, False)
    return Standing(
        label=label,
        severity=severity,
        band=band,
        due_at=due_at,
        heard_at=heard_at,
        answered_at=_answered_at(gist.said),
        last_at=gist.said[-1].since,
        excerpt=excerpt_of(top) if top else "",
        language=top.language if top else "",
        name=first.name if first else "",
        contact=first.contact if first else None,
    )


def contact_of(gist: Gist) -> int | None:
    """Whom the conversation is with: who spoke first of them."""
    first = _first_of_them(gist)
    return first.contact if first else None


def _first_of_them(gist: Gist) -> Said | None:
    theirs = (one for one in gist.said if not one.is_ours)
    return min(theirs, key=lambda one: (one.said_at, one.at, one.remote_id), default=None)


def complaint_of(gist: Gist) -> Complaint | None:
    """What is in it that calls for a case; None when they do not complain, or took all of that back."""
    opened_at = next((one.since for one in gist.said if _complains(one)), None)
    if opened_at is None:
        return None
    in_app = (one.since for one in gist.said if one.is_ours and not one.is_deleted and not one.is_from_desk)
    return Complaint(opened_at, next((at for at in in_app if at >= opened_at), None))


def _complains(one: Said) -> bool:
    return one.label in GRAVE and one.label != "legal-press" and not one.is_ours and not one.is_deleted


def next_events(gist: Gist, state: str) -> tuple[tuple[str, datetime], ...]:
    """The moves, with their moments, that bring a conversation in `state` where it belongs. People's own decisions stand.

    The story is that of what was said, not of how it reached us: what was answered, or taken back, once left the row.
    """
    ours = [one.since for one in gist.said if one.is_ours]
    gone = [one.gone_at or one.at for one in gist.said if one.is_deleted and not one.is_ours]
    if gist.waiting:
        back = ("customer_writes", gist.waiting[0].since)
        if state == "new":
            left = ("reply", ours[0]) if ours else ("taken_back", min(gone)) if gone else None
            return (left, back) if left else ()
        return (back,) if state in LAID_ASIDE or state == "theirs" else ()
    stands = gist.is_reopened if state in {"new", "ours"} else gist.is_laid_aside or state != "aside"
    if stands:
        return ()
    # Also when all was taken back since: it was answered, and nothing waits.
    if ours:
        return (("reply", ours[-1]),)
    leaves = gist.is_taken_back and state != "aside" and not gist.is_for_its_case_alone
    return (("taken_back", gist.taken_back_at),) if leaves else ()


def state_after(gist: Gist, state: str) -> str:
    """The state of a conversation in `state` once it has followed what was said."""
    for event, _at in next_events(gist, state):
        state = CONVERSATION.target(state, event)
    return state


def excerpt_of(said: Said) -> str:
    """The first words on one line, with personal data masked."""
    text, last, parts = said.text, 0, []
    for start, end in sorted((int(str(span[0])), int(str(span[1]))) for span in said.private):
        if start >= last:
            parts += [text[last:start], "…"]
            last = end
    line = " ".join(("".join(parts) + text[last:]).split())
    return line if len(line) <= LONGEST_EXCERPT else line[: LONGEST_EXCERPT - 1].rstrip() + "…"


def step_up(step: str) -> str:
    """One step sooner; what never gets an answer never does."""
    return STEPS[max(0, STEPS.index(step) - 1)] if step in STEPS else step


def _waiting(ordered: Sequence[Said], decided: Sequence[Decided]) -> Callable[[Said], bool]:
    """Whether something that was said waits for us."""
    # Who answers here had read what we had heard when they pressed, however late their words arrived and whatever a network's
    # clock says; who answers in the network's own app, what was said by then.
    in_app = max(
        (one.since for one in ordered if one.is_ours and not one.is_from_desk and not one.is_deleted),
        default=None,
    )
    from_desk = max(
        (
            min(one.at, one.heard_at)
            for one in ordered
            if one.is_ours and one.is_from_desk and not one.is_deleted
        ),
        default=None,
    )
    laid_aside = max((one.at for one in decided if one.to_state in LAID_ASIDE), default=None)
    if any(one.event == "reopen" and laid_aside is not None and one.at >= laid_aside for one in decided):
        laid_aside = None
    read = max((moment for moment in (laid_aside, from_desk) if moment is not None), default=None)
    return lambda one: (
        not one.is_ours
        and not one.is_deleted
        and (in_app is None or one.since > in_app)
        and (read is None or one.read_from > read)
    )


def _last_round(ordered: Sequence[Said]) -> list[Said]:
    """What they said last before we answered; when nothing waits, this is what it was about."""
    found: list[Said] = []
    for one in reversed(ordered):
        if not one.is_ours and not one.is_deleted:
            found.append(one)
        elif one.is_ours and not one.is_deleted and found:
            break
    return found[::-1]


def _is_reopened(ordered: Sequence[Said], decided: Sequence[Decided]) -> bool:
    """A person took it up again, and nobody has answered since."""
    last = max(decided, key=lambda one: one.at, default=None)
    if last is None or last.event != "reopen":
        return False
    return not any(one.is_ours and not one.is_deleted and one.at >= last.at for one in ordered)


def _band(label: str, severity: int) -> int:
    if label in GRAVE[:2] or (label in GRAVE and severity >= SERIOUS_FROM):
        return 0
    return 1 if label in ASKING else 2


def _due(one: Said, due: Due, is_pressed: bool) -> datetime | None:
    own = usual_step(one.label) or "2 days"  # any other label waits longest
    step = one.clock or own
    is_raised = step != own
    if is_pressed and not is_raised:
        is_raised, step = True, step_up(step)
    return due(step, one.label, one.since, is_raised)


def _answered_at(ordered: Sequence[Said]) -> datetime | None:
    """When we first spoke after they had."""
    began = min(((one.said_at, one.remote_id) for one in ordered if not one.is_ours), default=None)
    ours = ((one.said_at, one.remote_id) for one in ordered if one.is_ours and not one.is_deleted)
    return min((one for one in ours if began is not None and one > began), default=(None,))[0]
