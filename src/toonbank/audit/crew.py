"""The work shared out over processes: handed out in order, taken back in order, never more at once than can be done."""

from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from datetime import datetime
from signal import SIG_IGN, SIGINT, signal
from types import TracebackType

from toonbank.audit.judging import Judge, Judged, Piece, Standing, Window, judge_window
from toonbank.audit.rows import Tally
from toonbank.core.errors import BadInput
from toonbank.etiquette import Facts
from toonbank.language.reading import Language

AHEAD = 2  # pieces that wait for each process
Done = tuple[Tally, list[Judged]]

_own: list[Judge] = []  # the judge of this process


def _begin(facts: Facts, now: datetime, lang: Language) -> None:
    # Who presses Ctrl-C stops the command, which sends its workers home without a word.
    signal(SIGINT, SIG_IGN)
    _own[:] = [Judge(facts, now, told_in=lang)]


def _judge(piece: Piece) -> Done:
    return _own[0].piece(piece)


class Crew:
    """So many processes; with one job the work is done right here."""

    def __init__(self, judge: Judge, *, jobs: int, lang: Language) -> None:
        self._judge = judge
        self._jobs = jobs
        self._lang = lang
        with_what = (judge.facts, judge.now, lang)
        self._pool = ProcessPoolExecutor(jobs, initializer=_begin, initargs=with_what) if jobs > 1 else None
        self._windows: deque[Future[list[Standing]]] = deque()
        self._standing: list[Standing] = []

    def judged(self, pieces: Iterable[Piece]) -> Iterator[tuple[Piece, Done]]:
        """Each piece with what came of it, in their order."""
        if self._pool is None:
            for piece in pieces:
                yield piece, self._judge.piece(piece)
            return
        waiting: deque[tuple[Piece, Future[Done]]] = deque()
        try:
            for piece in pieces:
                waiting.append((piece, self._pool.submit(_judge, piece)))
                if len(waiting) > self._jobs * AHEAD:
                    first, future = waiting.popleft()
                    yield first, future.result()
            for piece, future in waiting:
                yield piece, future.result()
        except BrokenProcessPool as trouble:
            raise lost_hands() from trouble

    def hand_in(self, window: Window) -> None:
        """A month to be judged as a whole; what comes of it stands in `standing` at the end."""
        if self._pool is None:
            self._standing += judge_window(window, self._lang)
            return
        self._windows.append(self._pool.submit(judge_window, window, self._lang))
        while len(self._windows) > self._jobs:
            self._standing += self._windows.popleft().result()

    def standing(self) -> list[Standing]:
        """What the account rules said, month by month."""
        try:
            while self._windows:
                self._standing += self._windows.popleft().result()
        except BrokenProcessPool as trouble:
            raise lost_hands() from trouble
        return self._standing

    def __enter__(self) -> "Crew":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, trouble: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._pool is not None:
            self._pool.shutdown(wait=True, cancel_futures=True)


def lost_hands() -> BadInput:
    """A process was ended from outside, mostly for want of memory."""
    return BadInput(
        "A process of ours was ended from outside; is there enough memory? Try again with --jobs 1."
    )
