"""Lifecycles as tables: which event leads from which state to which, and who must move next."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from toonbank.core.errors import LifecycleError


class Mover(StrEnum):
    """Who must act while something is in a state; `NOBODY` marks an end."""

    CLOCK = "clock"
    PERSON = "person"
    CUSTOMER = "customer"
    NOBODY = "nobody"


@dataclass(frozen=True)
class State:
    """One row of the table: who moves next, and where each event leads."""

    mover: Mover
    events: Mapping[str, str]


@dataclass(frozen=True)
class Lifecycle:
    """A table of states, refused on import when a state is unreachable or waits for nobody."""

    name: str
    start: str
    states: Mapping[str, State]

    def __post_init__(self) -> None:
        self._check_targets()
        self._check_reachable()
        self._check_ends()

    def _check_targets(self) -> None:
        for name, state in self.states.items():
            unknown = set(state.events.values()) - set(self.states)
            if unknown:
                raise LifecycleError(f"{self.name}: {name} leads to unknown {sorted(unknown)}")

    def _check_reachable(self) -> None:
        seen, to_visit = {self.start}, [self.start]
        while to_visit:
            for target in self.states[to_visit.pop()].events.values():
                if target not in seen:
                    seen.add(target)
                    to_visit.append(target)
        lost = set(self.states) - seen
        if lost:
            raise LifecycleError(f"{self.name}: nothing leads to {sorted(lost)}")

    def _check_ends(self) -> None:
        for name, state in self.states.items():
            if (state.mover is Mover.NOBODY) != (not state.events):
                raise LifecycleError(f"{self.name}: {name} must have a mover or be an end, not both")

    def target(self, state: str, event: str) -> str:
        """The state that `event` leads to from `state`; LifecycleError when it is not in the table."""
        try:
            return self.states[state].events[event]
        except KeyError:
            raise LifecycleError(f"{self.name}: {event} is not possible in {state}") from None

    def origins(self, event: str) -> frozenset[str]:
        """The states in which `event` is possible."""
        return frozenset(name for name, state in self.states.items() if event in state.events)

    def waiting_for(self, mover: Mover) -> frozenset[str]:
        """The states in which `mover` must act."""
        return frozenset(name for name, state in self.states.items() if state.mover is mover)


POST = Lifecycle(
    name="post",
    start="draft",
    states={
        "draft": State(Mover.PERSON, {"submit": "submitted", "discard": "discarded"}),
        "submitted": State(
            Mover.PERSON,
            {"edit": "draft", "send_back": "draft", "approve": "approved", "discard": "discarded"},
        ),
        "approved": State(Mover.PERSON, {"edit": "draft", "send_back": "draft", "discard": "discarded"}),
        "discarded": State(Mover.PERSON, {"restore": "draft"}),
    },
)

DELIVERY = Lifecycle(
    name="delivery",
    start="planned",
    states={
        # found: we or a person saw it at the network, or a receipt came after we had given up waiting.
        "planned": State(
            Mover.CLOCK, {"start": "sending", "hold": "held", "found": "sent", "cancel": "cancelled"}
        ),
        "held": State(Mover.PERSON, {"approve": "planned", "found": "sent", "cancel": "cancelled"}),
        "sending": State(
            Mover.CLOCK,
            {
                "receipt": "sent",
                "refusal": "refused",
                "not_sent": "planned",
                "signed_out": "held",
                "silence": "uncertain",
            },
        ),
        "uncertain": State(Mover.CLOCK, {"found": "sent", "not_found": "held"}),
        "refused": State(Mover.PERSON, {"approve": "planned", "cancel": "cancelled"}),
        "sent": State(Mover.CLOCK, {"withdraw": "withdrawn"}),
        "cancelled": State(Mover.NOBODY, {}),
        "withdrawn": State(Mover.NOBODY, {}),
    },
)

# A label is a suggestion; who answers or labels has looked. Nobody but a person ends what a customer began.
CONVERSATION = Lifecycle(
    name="conversation",
    start="new",
    states={
        # Taken back: who wrote it deleted all of it at the network before anybody answered.
        "new": State(
            Mover.PERSON,
            {
                "triage": "ours",
                "reply": "theirs",
                "settle": "settled",
                "set_aside": "aside",
                "taken_back": "aside",
            },
        ),
        "ours": State(
            Mover.PERSON,
            {"reply": "theirs", "settle": "settled", "set_aside": "aside", "taken_back": "aside"},
        ),
        # A second answer (a private part, a closing line in public) may follow the first. One that did not arrive is ours again.
        "theirs": State(
            Mover.CUSTOMER,
            {
                "customer_writes": "ours",
                "reply": "theirs",
                "not_arrived": "ours",
                "settle": "settled",
                "long_silence": "settled",
            },
        ),
        "settled": State(
            Mover.PERSON,
            {
                "customer_writes": "ours",
                "reply": "settled",
                "not_arrived": "ours",
                "reopen": "ours",
                "learn": "closed",
                "nothing_to_learn": "closed",
            },
        ),
        "aside": State(Mover.CUSTOMER, {"customer_writes": "ours", "reply": "theirs", "reopen": "ours"}),
        "closed": State(
            Mover.CUSTOMER,
            {"customer_writes": "ours", "reply": "closed", "not_arrived": "ours", "reopen": "ours"},
        ),
    },
)

CASE = Lifecycle(
    name="case",
    start="new",
    states={
        "new": State(
            Mover.PERSON,
            {
                "acknowledge": "acknowledged",
                "check": "checking",
                "give_up": "closed",
                "no_complaint": "no_complaint",
            },
        ),
        "acknowledged": State(
            Mover.PERSON, {"check": "checking", "give_up": "closed", "no_complaint": "no_complaint"}
        ),
        "checking": State(
            Mover.PERSON, {"judge": "solving", "give_up": "closed", "no_complaint": "no_complaint"}
        ),
        "solving": State(Mover.PERSON, {"check": "checking", "answer": "answered", "give_up": "closed"}),
        "answered": State(Mover.CUSTOMER, {"confirm": "confirmed", "object": "solving", "give_up": "closed"}),
        "confirmed": State(Mover.PERSON, {"close": "closed", "object": "solving"}),
        "closed": State(Mover.CUSTOMER, {"reopen": "checking"}),
        # It was taken for a complaint and is none: kept for the story, and of no count. Called one again, it begins anew.
        "no_complaint": State(Mover.CUSTOMER, {"complain": "new"}),
    },
)
