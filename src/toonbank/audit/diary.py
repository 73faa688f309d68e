"""The days as they go by: the last weeks for the account rules, what is said again, and which month it is."""

from collections import Counter, OrderedDict, deque
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from toonbank.audit.judging import Judge, Judged, Window, example_of, month_of
from toonbank.audit.rows import Tally, lot_of
from toonbank.etiquette import Facts
from toonbank.etiquette.background import Published
from toonbank.etiquette.thresholds import Thresholds
from toonbank.sources.archives import Said

MOST_IN_WINDOW = 5_000  # posts of the last weeks that the account rules see; no shop writes more
MOST_MOMENTS = 50_000  # posts of one month
MOST_TEXTS = 100_000  # texts of the last weeks that are remembered


class Diary:
    """Fed in the order of time; hands in a window whenever a month is over."""

    def __init__(self, judge: Judge, tally: Tally, hand_in: Callable[[Window], None]) -> None:
        self._judge, self._tally, self._hand_in = judge, tally, hand_in
        self._facts: Facts = replace(
            judge.facts, publish_at=None, thread=None, approval=None, reply_archive=None
        )
        days = max(_longest(judge.facts.thresholds), 1)
        self._span = timedelta(days=days)
        self._repeats_for = timedelta(days=judge.facts.thresholds.duplicate_days)
        self._month = ""
        self._last = datetime.min.replace(tzinfo=UTC)
        self._posts: deque[Published] = deque(maxlen=MOST_IN_WINDOW)
        self._moments: list[Published] = []
        self._texts: OrderedDict[tuple[str, int], datetime] = OrderedDict()
        self.cut: Counter[str] = Counter()

    def take(self, said: Said, judged: Judged) -> str:
        """Notes one thing; returns its month. A month that is over was handed in before."""
        month = month_of(said.at, self._judge.zone)
        self._last = said.at
        self._month = self._month or month
        if said.is_ours and said.kind == "post" and said.is_public and not said.in_reply_to:
            self._note(said, judged, month)
        return month

    def is_over(self, said: Said) -> bool:
        """Whether a new month begins with this."""
        return bool(self._month) and month_of(said.at, self._judge.zone) != self._month

    def close(self, window: Callable[[Window], Window]) -> None:
        """Hands in the month that is over, as `window` completes it."""
        if not self._month:
            return
        if self._moments:
            while self._posts and self._posts[0].at and self._last - self._posts[0].at > self._span:
                self._posts.popleft()
            # Rules that are told no zone take that of the moment.
            ends = self._last.astimezone(self._judge.zone)
            whole = Window(self._month, ends, tuple(self._posts), tuple(self._moments), self._facts)
            self._hand_in(window(whole))
        self._month, self._moments = "", []

    def _note(self, said: Said, judged: Judged, month: str) -> None:
        if (
            len(self._posts) == MOST_IN_WINDOW
            and self._posts[0].at
            and said.at - self._posts[0].at < self._span
        ):
            self.cut[month] += 1
        self._posts.append(Published(said.text, said.at, said.network or None, judged.purpose, judged.levers))
        if len(self._moments) < MOST_MOMENTS:
            self._moments.append(Published("", said.at, said.network or None))
        else:
            self.cut[month] += 1
        if judged.words:
            self._look_for_repetition(said, judged.words, month)

    def _look_for_repetition(self, said: Said, key: int, month: str) -> None:
        place = (said.network, key)
        before = self._texts.get(place)
        if before is not None and said.at - before <= self._repeats_for:
            self._tally.count(month, ("repeats",))
            lot = lot_of(said.text, said.at)
            if self._tally.wants("repeats", lot):
                self._tally.show("repeats", example_of(said, before.isoformat()), lot)
        self._texts[place] = said.at
        self._texts.move_to_end(place)
        while len(self._texts) > MOST_TEXTS or said.at - next(iter(self._texts.values())) > self._repeats_for:
            self._texts.popitem(last=False)


def _longest(known: Thresholds) -> int:
    """How far back any account rule looks."""
    return max(
        known.duplicate_days, known.give_ask_days, known.pressure_share_days, known.off_promise_days,
        known.self_important_days, known.scarcity_per_product_days,
    )  # fmt: skip
