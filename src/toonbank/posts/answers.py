"""What is known about the answer that a reply gives. Posts know no conversations: who does says so here, once, at the start."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime

from toonbank.core.errors import BadInput
from toonbank.etiquette import facts
from toonbank.posts.models import Kind, Post


@dataclass(frozen=True)
class AnswerFacts:
    """What a reply is judged against besides the shop's facts; None is unknown.

    `thread` is what was said so far, `case` what was found out about the complaint, `replies` the shop's last replies to others,
    `staff` the names of who works there.
    """

    thread: facts.Thread | None = None
    case: facts.Case | None = None
    author: facts.Author | None = None
    replies: tuple[str, ...] | None = None
    staff: tuple[str, ...] | None = None

    def added_to(self, known: facts.Facts) -> facts.Facts:
        """The facts of the shop together with these."""
        return replace(
            known, thread=self.thread, case=self.case, author=self.author, reply_archive=self.replies
        )


@dataclass(frozen=True)
class Knower:
    """Who knows: `facts_of(reply, now)` what it is judged against, `page_of(reply)` the address that it is read at."""

    facts_of: Callable[[Post, datetime], AnswerFacts]
    page_of: Callable[[Post], str]


_known: list[Knower] = []


def let_know(knower: Knower) -> None:
    """Take this one as who knows about answers; the newest counts."""
    _known[:] = [knower]


def answer_facts(post: Post, now: datetime) -> AnswerFacts | None:
    """What this reply is judged against; None for a post. BadInput for a reply of which nobody knows anything."""
    return _knower().facts_of(post, now) if post.kind == Kind.REPLY else None


def page_of_reply(post: Post) -> str:
    """The address of the page where this reply is read."""
    return _knower().page_of(post)


def _knower() -> Knower:
    if not _known:
        raise BadInput("a reply cannot be judged: nobody here knows what it answers")
    return _known[0]
