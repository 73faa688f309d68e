"""Judging a post: the same check while writing, when saying yes, and at the moment of sending."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from toonbank.etiquette import Checkup, Draft, Facts, Finding, Severity, check
from toonbank.etiquette.kinds.quoting import authors_quoted
from toonbank.evidence.facts import facts_for
from toonbank.posts.answers import AnswerFacts, answer_facts
from toonbank.posts.archive import Around, around
from toonbank.posts.fingerprint import text_for
from toonbank.posts.giving import GiveawayWords
from toonbank.posts.models import Kind, Post, Variant
from toonbank.posts.pictures import PictureWords
from toonbank.relations.facts import people_for
from toonbank.shops.models import Account, Shop


@dataclass(frozen=True)
class Judged:
    """A text with its checkup and the findings that nobody has answered yet."""

    text: str
    checkup: Checkup
    unanswered: tuple[Finding, ...]
    facts: Facts

    @property
    def may_go_out(self) -> bool:
        """No block stands, and every warning was confirmed with a reason."""
        return not self.unanswered


def words_of(finding: Finding, text: str) -> str:
    """The words that a finding is about, "" when it is about the whole text."""
    return "" if finding.start is None else text[finding.start : finding.end]


@dataclass(frozen=True)
class Setting:
    """What a text is judged against besides the text itself: the shop, the moments, what was linked and kept.

    `accounts` are those that it goes to, or all when none was chosen; `around` is what they tell besides it. `answer` is
    what a reply is judged against, None for a post.
    """

    shop: Shop
    now: datetime
    lang: str | None = None
    publish_at: datetime | None = None
    product_ids: tuple[int, ...] = ()
    kept: frozenset[tuple[str, str]] = frozenset()
    reader_gets: str | None = None
    pictures: tuple[PictureWords, ...] = ()
    accounts: tuple[Account, ...] = ()
    around: Around | None = None
    giveaway: GiveawayWords = field(default_factory=GiveawayWords)
    answer: AnswerFacts | None = None

    @property
    def kind(self) -> Kind:
        """Whether it is said to everybody, or in answer to somebody."""
        return Kind.POST if self.answer is None else Kind.REPLY

    @property
    def large_this_year(self) -> int | None:
        """How many other large games of chance the shop held this year; None when nobody looked."""
        return None if self.around is None else self.around.large_this_year

    def facts_on(self, facts: Facts, network: str | None) -> Facts:
        """The facts as they are for this network: what the chosen accounts there promised, and tell besides this text."""
        here = [one for one in self.accounts if one.kind == network] or self.accounts
        facts = with_promise(facts, here)
        if self.answer is not None:
            facts = self.answer.added_to(facts)
        if self.around is None:
            return facts
        return self.around.beside(facts, network, [one.pk for one in here if one.kind == network])


def with_promise(facts: Facts, accounts: Iterable[Account]) -> Facts:
    """The facts with what these accounts promised their followers."""
    promise = tuple(dict.fromkeys(word for account in accounts for word in account.promise))
    return replace(facts, shop=replace(facts.shop, promise=promise)) if facts.shop and promise else facts


def judge(setting: Setting, text: str, networks: Iterable[str | None] = (None,)) -> dict[str | None, Judged]:
    """Judge `text` once for each network, on one look at the shop's facts."""
    publish_at = max(setting.publish_at or setting.now, setting.now)
    shown = {pk for picture in setting.pictures for pk in picture.person_ids}
    beside = setting.answer or setting.around
    staff = beside.staff if beside else None
    known = facts_for(
        setting.shop,
        text,
        now=setting.now,
        publish_at=publish_at,
        product_ids=setting.product_ids,
        reader_gets=setting.reader_gets or None,  # a line nobody wrote is unknown, no statement
    )
    quotes = known.reviews.quotes if known.reviews else None
    quoted = authors_quoted(text, quotes or ())
    people = people_for(setting.shop, text, publish_at, shown=shown, quoted=quoted, staff=staff)
    facts = replace(
        known,
        people=people.everybody,
        media=tuple(picture.as_media(people.contacts) for picture in setting.pictures),
        giveaway=setting.giveaway.as_facts(setting.shop.clock, setting.large_this_year),
        giveaways=setting.around.giveaways if setting.around else None,
    )
    language: Any = setting.lang  # the choices of the form are the Literal of Draft
    kind: Any = setting.kind.value  # and so are its kinds
    verdicts = {}
    for network in dict.fromkeys(networks):
        own = setting.facts_on(facts, network)
        found = check(Draft(text, kind=kind, network=network, lang=language), own)
        verdicts[network] = _judged(text, found, own, setting)
    return verdicts


def _judged(text: str, checkup: Checkup, facts: Facts, setting: Setting) -> Judged:
    unanswered = tuple(
        finding
        for finding in checkup.findings
        if finding.severity is Severity.BLOCK
        or (finding.severity is Severity.WARN and (finding.rule, words_of(finding, text)) not in setting.kept)
    )
    return Judged(text, checkup, unanswered, facts)


def kept_words(post: Post, by: datetime | None = None) -> frozenset[tuple[str, str]]:
    """What was kept with a reason on this post (until the moment `by`), as (rule, words)."""
    kept = post.confirmations.all() if by is None else post.confirmations.filter(at__lte=by)
    return frozenset((one.rule, one.words) for one in kept)


def setting_of(post: Post, *, now: datetime, publish_at: datetime | None = None) -> Setting:
    """What the post as it was saved is judged against; at `publish_at`, by default the moment it is planned for."""
    return Setting(
        shop=post.shop,
        now=now,
        lang=post.lang,
        publish_at=publish_at or post.plan_at,
        product_ids=tuple(product.pk for product in post.products.all()),
        kept=kept_words(post),
        reader_gets=post.reader_gets,
        pictures=tuple(PictureWords.of(picture) for picture in post.pictures.all()),
        giveaway=GiveawayWords.of(post),
        answer=answer_facts(post, now),
    )


def judge_post(post: Post, *, now: datetime) -> list[tuple[Variant, Judged]]:
    """Judge every variant; the facts are looked up once for each different text."""
    variants = list(post.variants.select_related("account"))
    setting = replace(
        setting_of(post, now=now),
        accounts=tuple(variant.account for variant in variants),
        around=around(post.shop, now, without=post.pk) if post.kind == Kind.POST else None,
    )
    said: dict[str, list[Variant]] = {}
    for variant in variants:
        said.setdefault(text_for(post, variant), []).append(variant)
    return [
        (variant, verdicts[variant.account.kind])
        for text, variants in said.items()
        for verdicts in [judge(setting, text, [variant.account.kind for variant in variants])]
        for variant in variants
    ]


def judge_variant(
    post: Post, variant: Variant, *, now: datetime, publish_at: datetime, kept_by: datetime
) -> Judged:
    """Judge what this variant would say at `publish_at`; reasons given after `kept_by` do not count: nobody said yes to them.

    What else the accounts tell is left out: who said yes weighed how often and how alike, and a clock that is some
    seconds late, or a post that was planned beside it since, makes nothing untrue.
    """
    kind = variant.account.kind
    setting = replace(
        setting_of(post, now=now, publish_at=publish_at),
        kept=kept_words(post, by=kept_by),
        accounts=(variant.account,),
    )
    return judge(setting, text_for(post, variant), [kind])[kind]
