"""Judging a post: the same check while writing, when saying yes, and at the moment of sending."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from toonbank.etiquette import Checkup, Draft, Finding, Severity, check
from toonbank.evidence.facts import facts_for
from toonbank.posts.fingerprint import text_for
from toonbank.posts.models import Post, Variant
from toonbank.shops.models import Shop


@dataclass(frozen=True)
class Judged:
    """A text with its checkup and the findings that nobody has answered yet."""

    text: str
    checkup: Checkup
    unanswered: tuple[Finding, ...]

    @property
    def may_go_out(self) -> bool:
        """No block stands, and every warning was confirmed with a reason."""
        return not self.unanswered


def words_of(finding: Finding, text: str) -> str:
    """The words that a finding is about, "" when it is about the whole text."""
    return "" if finding.start is None else text[finding.start : finding.end]


def judge_text(  # noqa: PLR0913 - the facts of a draft are many, and each is named
    shop: Shop,
    text: str,
    *,
    now: datetime,
    lang: str | None = None,
    network: str | None = None,
    publish_at: datetime | None = None,
    product_ids: Iterable[int] = (),
    confirmed: frozenset[tuple[str, str]] = frozenset(),
    reader_gets: str | None = None,
) -> Judged:
    """Judge `text` on the shop's facts as they are at `now`. `confirmed` holds (rule, words) that a person kept."""
    facts = facts_for(
        shop, text, now=now, publish_at=publish_at, product_ids=product_ids, reader_gets=reader_gets
    )
    language: Any = lang  # the choices of the form are the Literal of Draft
    checkup = check(Draft(text, kind="post", network=network, lang=language), facts)
    unanswered = tuple(
        finding
        for finding in checkup.findings
        if finding.severity is Severity.BLOCK
        or (finding.severity is Severity.WARN and (finding.rule, words_of(finding, text)) not in confirmed)
    )
    return Judged(text, checkup, unanswered)


def confirmed_words(post: Post) -> frozenset[tuple[str, str]]:
    """What was kept with a reason on this post."""
    return frozenset(post.confirmations.values_list("rule", "words"))


def judge_variant(
    post: Post, variant: Variant, *, now: datetime, publish_at: datetime | None = None
) -> Judged:
    """Judge what this variant would say at `publish_at` (default: the plan of the post, or now)."""
    planned = publish_at or post.plan_at or now
    return judge_text(
        post.shop,
        text_for(post, variant),
        now=now,
        lang=post.lang,
        network=variant.account.kind,
        publish_at=max(planned, now),
        product_ids=[product.pk for product in post.products.all()],
        confirmed=confirmed_words(post),
        reader_gets=post.reader_gets,
    )
