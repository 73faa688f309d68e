"""What colleagues do with a complaint of the story, step by step, up to what the shop learns from it."""

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta

from toonbank.conversations.casebook import Case
from toonbank.conversations.cases import case_of, open_case
from toonbank.conversations.casework import (
    close_case,
    confirm_case,
    give_up_case,
    judge_case,
    say_outcome,
    solve_case,
)
from toonbank.conversations.lessons import Plan, make_improvement
from toonbank.conversations.models import Conversation
from toonbank.shops.models import Member

CaseDeed = Callable[[Conversation, Member, Mapping[str, str], datetime], None]


def _judge(talk: Conversation, member: Member, said: Mapping[str, str], at: datetime) -> None:
    judge_case(_case(talk, at), member, verdict=said["verdict"], kernel=said["kernel"], now=at)


def _solve(talk: Conversation, member: Member, said: Mapping[str, str], at: datetime) -> None:
    solve_case(_case(talk, at), member, solution=said["solution"], outcome=said["outcome"], now=at)


def _outcome(talk: Conversation, member: Member, said: Mapping[str, str], at: datetime) -> None:
    """Our last answer that all can read says how it ended, in the words of the story or its own."""
    last = talk.messages.filter(is_ours=True, is_public=True).order_by("-at", "-pk").first()
    say_outcome(
        _case(talk, at), member, message=last, line=said.get("line") or (last.text if last else ""), now=at
    )


def _confirm(talk: Conversation, member: Member, said: Mapping[str, str], at: datetime) -> None:
    confirm_case(_case(talk, at), member, how=said["how"], now=at)


def _close(talk: Conversation, member: Member, said: Mapping[str, str], at: datetime) -> None:
    close_case(_case(talk, at), member, cause=said["cause"], now=at)


def _whole(talk: Conversation, member: Member, said: Mapping[str, str], at: datetime) -> None:
    """A small complaint that ended well: its paper is filled in at one sitting, after the customer said so."""
    for step in (_judge, _solve, _outcome, _confirm, _close):
        step(talk, member, said, at)


def _no_complaint(talk: Conversation, member: Member, said: Mapping[str, str], at: datetime) -> None:
    """It was heard as a complaint and is none: its paper is closed with that reason. Heard well, it has no paper."""
    if case_of(talk) is not None:
        give_up_case(_case(talk, at), member, reason=said["reason"], now=at)


def _learn(talk: Conversation, member: Member, said: Mapping[str, str], at: datetime) -> None:
    due = at.astimezone(talk.shop.clock).date() + timedelta(days=int(said["days"]))
    owner = Member.objects.get(person__name=said["owner"])
    plan = Plan(said["what"], said["cause"], owner, due)
    make_improvement(talk.shop, member, plan, sources=[talk], now=at)


def _case(talk: Conversation, at: datetime) -> Case:
    """Its paper; a colleague begins one when it was not heard as a complaint."""
    return open_case(talk, now=at)


CASE_DEEDS: Mapping[str, CaseDeed] = {
    "judge": _judge,
    "solve": _solve,
    "outcome": _outcome,
    "confirm": _confirm,
    "close": _close,
    "whole": _whole,
    "no_complaint": _no_complaint,
    "learn": _learn,
}
