"""Where people disagreed with a rule: warnings kept with a reason and findings disputed, counted by rule and listed."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Count, Q, QuerySet
from django.utils.dateparse import parse_datetime

from toonbank.core.errors import BadInput
from toonbank.etiquette.registry import rule_named
from toonbank.etiquette.rule import Rule
from toonbank.posts.models import Confirmation, Dispute
from toonbank.posts.slips import spoken
from toonbank.shops.models import Member, Shop

A_PAGE = 25
SHOWS = ("all", "kept", "disputed", "open")
OPEN = Q(taken_back_at=None, settled_as="")
Rows = QuerySet[Any]


def _rule(slug: str) -> Rule | None:
    """The rule; None when a later Toonbank no longer has it."""
    try:
        return rule_named(slug)
    except BadInput:
        return None


@dataclass(frozen=True)
class RuleCount:
    """How often people disagreed with one rule."""

    slug: str
    kept: int
    disputed: int
    open: int

    @property
    def title(self) -> str:
        """Its name, in the language of the screen."""
        rule = _rule(self.slug)
        return spoken(rule.title) if rule else self.slug

    @property
    def all(self) -> int:
        """Both together."""
        return self.kept + self.disputed


def counts_by_rule(shop: Shop) -> list[RuleCount]:
    """The rules that people disagreed with, most often first, in two questions."""
    kept = dict(_grouped(Confirmation.objects.filter(shop=shop)).values_list("rule", "all"))
    standing = _grouped(Dispute.objects.filter(shop=shop, taken_back_at=None))
    disputed = {
        rule: (count, waiting)
        for rule, count, waiting in standing.annotate(open=Count("pk", filter=OPEN)).values_list(
            "rule", "all", "open"
        )
    }
    counts = [RuleCount(rule, kept.get(rule, 0), *disputed.get(rule, (0, 0))) for rule in {*kept, *disputed}]
    return sorted(counts, key=lambda one: (-one.open, -one.all, one.slug))


def _grouped(rows: Rows) -> Rows:
    return rows.order_by().values("rule").annotate(all=Count("pk"))


@dataclass(frozen=True)
class Line:
    """One time that somebody disagreed."""

    row: Confirmation | Dispute

    @property
    def is_dispute(self) -> bool:
        """Whether somebody said that the finding was not right; else a warning was kept with a reason."""
        return isinstance(self.row, Dispute)

    @property
    def title(self) -> str:
        """The name of the rule."""
        rule = _rule(self.row.rule)
        return spoken(rule.title) if rule else self.row.rule

    @property
    def before(self) -> str:
        """What stood before the words."""
        return self._around[0]

    @property
    def after(self) -> str:
        """What stood behind the words."""
        return self._around[2]

    @property
    def _around(self) -> tuple[str, str, str]:
        around = self.row.around if isinstance(self.row, Dispute) else self.row.words
        return around.partition(self.row.words) if self.row.words else (around, "", "")

    @property
    def is_open(self) -> bool:
        """Whether it waits for the owner."""
        return isinstance(self.row, Dispute) and not self.row.settled_as and self.row.taken_back_at is None

    def is_taken_back_by(self, member: Member) -> bool:
        """Whether this member may take it back: who said it, as long as nobody did anything with it."""
        return self.is_open and self.row.member_id == member.pk and member.may("write")


@dataclass(frozen=True)
class Asked:
    """What the page is asked for: one rule ("" = all), which sort, and where it begins ("" = the newest)."""

    rule: str = ""
    show: str = "all"
    before: str = ""


def lines_of(shop: Shop, asked: Asked) -> tuple[list[Line], str]:
    """A page of lines, newest first, and where the next page begins ("" on the last); in two questions."""
    kept = Confirmation.objects.filter(shop=shop).select_related("member__person", "post")
    disputed = Dispute.objects.filter(shop=shop, taken_back_at=None).select_related(
        "member__person", "post", "settled_by__person"
    )
    sorts: dict[str, Rows] = {
        "disputed": disputed.filter(OPEN) if asked.show == "open" else disputed,
        "kept": kept,
    }
    if asked.show in {"kept", "disputed"}:
        sorts = {asked.show: sorts[asked.show]}
    elif asked.show == "open":
        del sorts["kept"]
    found = [
        (row.at, sort, row.pk, row)
        for sort, rows in sorts.items()
        for row in _from(rows.filter(rule=asked.rule) if asked.rule else rows, sort, asked.before)[
            : A_PAGE + 1
        ]
    ]
    found.sort(key=lambda one: one[:3], reverse=True)
    lines = [Line(row) for *_mark, row in found[:A_PAGE]]
    at, sort, pk, _row = found[A_PAGE - 1] if len(found) > A_PAGE else (None, "", 0, None)
    return lines, f"{at.isoformat()}_{sort}_{pk}" if at else ""


def _from(rows: Rows, sort: str, before: str) -> Rows:
    """The rows behind a mark: at one moment, disputes stand below what was kept, and both by number."""
    rows = rows.order_by("-at", "-pk")
    at, _bar, rest = before.partition("_")
    last, _bar, pk = rest.partition("_")
    moment = _moment(at)
    if moment is None or last not in SHOWS or not pk.isdecimal() or len(pk) > 18:
        return rows
    if sort == last:
        return rows.filter(Q(at__lt=moment) | Q(at=moment, pk__lt=int(pk)))
    return rows.filter(at__lte=moment) if sort < last else rows.filter(at__lt=moment)


def _moment(text: str) -> datetime | None:
    try:
        moment = parse_datetime(text)
    except ValueError:
        return None
    return moment if moment and moment.tzinfo else None


def exported(shop: Shop, *, with_texts: bool) -> Iterator[dict[str, Any]]:
    """Every standing dispute as JSON can hold it, oldest first; the shop's own words only where they were asked for."""
    rows = Dispute.objects.filter(shop=shop, taken_back_at=None).order_by("at", "pk")
    for row in rows.iterator(chunk_size=500):
        told = {
            "rule": row.rule,
            "severity": row.severity,
            "lang": row.lang,
            "at": row.at.isoformat(),
            "settled_as": row.settled_as or None,
            "settled_at": row.settled_at.isoformat() if row.settled_at else None,
        }
        texts = {"words": row.words, "around": row.around, "reason": row.reason}
        yield told | texts if with_texts else told
