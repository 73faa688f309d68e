"""The audit of an archive: read, put in order, judged piece by piece, and summed up in a report."""

from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import datetime
from itertools import islice

from toonbank.audit.conversations import Conversations
from toonbank.audit.crew import Crew
from toonbank.audit.diary import Diary
from toonbank.audit.judging import Answered, Judge, Judged, Piece, Window
from toonbank.audit.ordering import Ordered
from toonbank.audit.report import Report
from toonbank.audit.rows import Listener, Progress, SkippedItems, Tally
from toonbank.audit.summing import Heap, sum_up
from toonbank.core.errors import SourceTrouble
from toonbank.etiquette import Facts
from toonbank.language.reading import Language
from toonbank.language.tongue import guess
from toonbank.sources.archives import Archive, Said, Skipped

PIECE = 1_000
EARLIER = 200  # replies before a piece that a reply in it may repeat
SPOKEN_FIRST = 200  # posts by which the language of the report is guessed
MOST_NETWORKS = 50  # that are named; a list may hold any word
TOLD_EVERY = 2_000
MOST_MESSAGES = 5_000  # of customers, that a reply may still answer


def audit(
    archive: Archive,
    facts: Facts | None = None,
    *,
    now: datetime,
    jobs: int = 1,
    lang: Language | None = None,
    listener: Listener | None = None,
) -> Report:
    """How the account has behaved. `now` is the moment of the audit; `lang` is that of the report, guessed when None.

    Memory stays bounded, however long the archive: what does not fit is put on disk for the time being. Raises SourceTrouble
    when nothing in the archive can be read.
    """
    tell = listener or (lambda progress: None)
    ordered = Ordered()
    try:
        skipped = _read(archive, ordered, tell)
        if not ordered.count:
            raise _nothing(archive)
        facts = facts or Facts()
        lang = lang or _language(ordered)
        heap = _judge(ordered, facts, now=now, jobs=jobs, lang=lang, tell=tell)
        return sum_up(heap, archive, skipped, lang=lang, now=now)
    finally:
        ordered.close()


def _read(archive: Archive, ordered: Ordered, tell: Listener) -> SkippedItems:
    skipped = SkippedItems()
    for number, item in enumerate(archive.items()):
        if isinstance(item, Skipped):
            skipped.add(item)
        else:
            ordered.add(item)
        if number % TOLD_EVERY == 0:
            tell(Progress("reading", archive.position, archive.total, ordered.count))
    return skipped


def _language(ordered: Ordered) -> Language:
    """The language that most of the first posts are in."""
    texts = (one.text for one in ordered if one.is_ours and one.text)
    found = [guess(text[:600].lower()) for text in islice(texts, SPOKEN_FIRST)]
    return "en" if found.count("en") > found.count("nl") else "nl"


def _judge(
    ordered: Ordered, facts: Facts, *, now: datetime, jobs: int, lang: Language, tell: Listener
) -> Heap:
    tally, networks = Tally(), set[str]()
    begins = ends = None
    judge = Judge(facts, now, told_in=lang)
    with Crew(judge, jobs=jobs, lang=lang) as crew:
        conversations = Conversations(replace(facts, now=now.astimezone(judge.zone), publish_at=None))
        diary = Diary(judge, tally, crew.hand_in)
        feed = Feed()
        done = 0
        for piece, (numbers, judged) in crew.judged(feed.pieces(ordered)):
            tally.merge(numbers)
            for said, one in zip(piece.said, judged, strict=True):
                _note(said, one, diary, conversations)
            if len(networks) < MOST_NETWORKS:
                networks.update(one.network for one in piece.said if one.network)
            begins, ends = begins or piece.said[0].at, piece.said[-1].at
            done += len(piece.said)
            tell(Progress("judging", done, ordered.count, done))
        diary.close(lambda window: _last(window, conversations, facts))
        standing = crew.standing()
    return Heap(
        tally,
        standing,
        conversations,
        diary.cut,
        tuple(sorted(networks)[:MOST_NETWORKS]),
        judge,
        begins or now,
        ends or now,
    )


def _note(said: Said, judged: Judged, diary: Diary, conversations: Conversations) -> None:
    if diary.is_over(said):
        diary.close(lambda window: _with_threads(window, conversations))
    diary.take(said, judged)
    if not said.is_ours:
        conversations.hear(said, judged)
    elif said.kind == "reply":
        conversations.answer(said)


def _with_threads(window: Window, conversations: Conversations) -> Window:
    return window._replace(
        facts=replace(window.facts, threads=conversations.seen(window.ends), giveaways=None)
    )


def _last(window: Window, conversations: Conversations, facts: Facts) -> Window:
    """The last month knows what the facts say of draws as well."""
    window = _with_threads(window, conversations)
    return window._replace(facts=replace(window.facts, giveaways=facts.giveaways))


class Feed:
    """Cuts what was said into pieces, and gives each the replies before it and the messages that are answered in it."""

    def __init__(self) -> None:
        self._replies: deque[Said] = deque(maxlen=EARLIER)
        self._messages: dict[str, Answered] = {}

    def pieces(self, ordered: Iterable[Said]) -> Iterator[Piece]:
        """The pieces, in the order of time."""
        stream = iter(ordered)
        while said := tuple(islice(stream, PIECE)):
            earlier = tuple(self._replies)
            self._remember(said)
            answered = {
                one.in_reply_to: self._messages[one.in_reply_to]
                for one in said
                if one.is_ours and one.in_reply_to in self._messages
            }
            yield Piece(said, earlier, answered)

    def _remember(self, said: Iterable[Said]) -> None:
        for one in said:
            if not one.is_ours and one.id:
                self._messages[one.id] = Answered(one.text, one.at)
            elif one.is_ours and one.kind == "reply":
                self._replies.append(one)
        while len(self._messages) > MOST_MESSAGES:
            del self._messages[next(iter(self._messages))]


def _nothing(archive: Archive) -> SourceTrouble:
    return SourceTrouble(
        f"There are no posts in this export ({', '.join(archive.names[:3])}). Was it asked for in JSON, with the posts in it?",
        nl=f"In deze export staan geen berichten ({', '.join(archive.names[:3])}). Is hij in JSON aangevraagd, met de berichten erbij?",
    )
