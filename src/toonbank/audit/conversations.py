"""Who wrote to the shop, and when it answered: by what replies say they answer."""

from array import array
from collections import OrderedDict, deque
from dataclasses import dataclass
from datetime import datetime, timedelta
from statistics import median

from toonbank.audit.judging import Answered, Judged, example_of
from toonbank.audit.rows import Example, Sample, lot_of
from toonbank.etiquette import Facts
from toonbank.etiquette.background import ThreadSeen
from toonbank.etiquette.waiting import clock_of, in_answering_hours, is_late, is_past_clock, zone_of
from toonbank.sources.archives import Said

MOST_OPEN = 50_000  # messages that are remembered for an answer
MOST_SEEN = 20_000  # messages that a window of the account rules holds
SPAN = timedelta(days=60)
MOST_TURNS = 50  # of one customer after another without an answer


@dataclass
class Heard:
    """One message of a customer."""

    said: Said
    label: str
    answered_at: datetime | None = None

    def as_thread(self) -> ThreadSeen:
        """As the account rules know it."""
        return ThreadSeen(self.label, self.said.at, self.answered_at)


class Conversations:
    """All that came in, with its answers as far as the export tells them."""

    def __init__(self, facts: Facts) -> None:
        self._facts = facts
        self._open: OrderedDict[str, Heard] = OrderedDict()
        self._recent: deque[Heard] = deque(maxlen=MOST_SEEN)
        self._hours = array("f")
        self._late_ones: Sample = Sample()
        self._waiting: list[Heard] = []
        self.late = 0
        self.complaints = 0
        self.lost = 0
        self._own_replies = 0
        self._has_answers = False

    @property
    def knows_answers(self) -> bool:
        """Whether the export tells which reply answers what; a shop that never replied leaves no doubt either."""
        return self._has_answers or not self._own_replies

    def hear(self, said: Said, judged: Judged) -> None:
        """A message came in."""
        heard = Heard(said, judged.label)
        self._recent.append(heard)
        if clock_of(heard.label, self._facts.thresholds) is not None:
            self.complaints += 1
            self._waiting.append(heard)
        for name in {said.id, said.url} - {""}:
            self._open[name] = heard
        while len(self._open) > MOST_OPEN:
            self._open.popitem(last=False)
        if len(self._waiting) > MOST_OPEN:
            self._waiting = [one for one in self._waiting if one.answered_at is None]
            self.lost += max(0, len(self._waiting) - MOST_OPEN)
            self._waiting = self._waiting[-MOST_OPEN:]

    def answer(self, said: Said) -> None:
        """The shop answered: the message named, and what the same customer wrote before it."""
        self._own_replies += 1
        name = said.in_reply_to
        for _ in range(MOST_TURNS):
            heard = self._open.get(name)
            if heard is None:
                return
            self._has_answers = True
            if heard.answered_at is None and said.at >= heard.said.at:
                heard.answered_at = said.at
                self._time(heard, said.at)
            name = heard.said.in_reply_to

    def answered_by(self, said: Said) -> Answered | None:
        """The message that a reply answers, when it is remembered."""
        heard = self._open.get(said.in_reply_to) if said.in_reply_to else None
        return Answered(heard.said.text, heard.said.at) if heard else None

    def seen(self, ends: datetime) -> tuple[ThreadSeen, ...] | None:
        """What came in during the last weeks before `ends`; None when nothing ever did."""
        if not self._recent or not self.knows_answers:
            return None
        return tuple(one.as_thread() for one in self._recent if one.said.at > ends - SPAN)

    def unanswered(self, now: datetime) -> list[Heard]:
        """The complaints whose clock has run out, oldest first."""
        return [one for one in self._waiting if is_past_clock(one.as_thread(), now, self._facts)]

    def examples(self, now: datetime) -> tuple[tuple[Example, ...], tuple[Example, ...]]:
        """Complaints that got no answer, and complaints that got one too late."""
        silent = Sample()
        for one in self.unanswered(now):
            silent.add(example_of(one.said, one.label), lot_of(one.said.text, one.said.at))
        return silent.examples(), self._late_ones.examples()

    def median_hours(self) -> float | None:
        """The hours in answering time within which half of all answers came."""
        return median(self._hours) if self._hours else None

    def _time(self, heard: Heard, at: datetime) -> None:
        waited = in_answering_hours(heard.said.at, at, zone_of(self._facts), self._facts.thresholds)
        self._hours.append(waited / timedelta(hours=1))
        if is_late(heard.label, at - heard.said.at, waited, self._facts.thresholds):
            self.late += 1
            self._late_ones.add(example_of(heard.said, heard.label), lot_of(heard.said.text, heard.said.at))
