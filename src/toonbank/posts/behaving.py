"""How an account behaves: the rules on a whole account, heard on what it told of late and will tell."""

from collections import Counter
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from django.db.models import OuterRef, Subquery
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from toonbank.etiquette import Draft, Facts, Finding, check
from toonbank.etiquette.balance import purpose_of
from toonbank.evidence.facts import facts_for
from toonbank.posts.archive import LOOKS_BACK, MOST_POSTS, STANDING, Told, around
from toonbank.posts.checking import with_promise
from toonbank.posts.findings import rule_of
from toonbank.posts.hearing import threads_on
from toonbank.posts.models import Delivery, Variant
from toonbank.posts.slips import spoken
from toonbank.shops.models import Account

SHOWN = 30
COUNTED_FOR = timedelta(days=28)
PURPOSES = {"give": _("gives"), "ask": _("asks"), "talk": _("talks")}
WAYS: dict[str, tuple[str, str | Promise]] = {
    "spam-frequency": ("posts:calendar", _("To the calendar")),
    "give-ask-balance": ("posts:compose", _("Write something of use")),
    "self-important": ("posts:compose", _("Write something of use")),
    "giveaway-not-awarded": ("posts:giveaways", _("To the giveaways")),
    "off-promise-topic": ("shops:stands-for", _("What we stand for")),
    "unanswered-complaint": ("conversations:queue", _("To the counter")),
    "slow-reply": ("conversations:queue", _("To the counter")),
}
"""Where each finding is mended best; the list of posts for all others."""


@dataclass(frozen=True)
class Remark:
    """One finding about the account, in words, with the page where something can be done about it."""

    finding: Finding
    lang: str

    @property
    def severity(self) -> str:
        """block, warn or advise."""
        return self.finding.severity.word

    @property
    def title(self) -> str:
        """The name of the rule, in the language of the screen."""
        rule = rule_of(self.finding.rule)
        return spoken(rule.title) if rule else ""

    @property
    def why(self) -> str:
        """Why the rule is one, in the language of the screen."""
        rule = rule_of(self.finding.rule)
        return spoken(rule.why) if rule else ""

    @property
    def page(self) -> str:
        """Where it is mended best."""
        return WAYS.get(self.finding.rule, ("posts:list", ""))[0]

    @property
    def way(self) -> str | Promise:
        """What the link there says."""
        return WAYS.get(self.finding.rule, ("", _("To the posts")))[1]


@dataclass(frozen=True)
class Said:
    """One post in the list, with what it is for."""

    told: Told
    purpose: str

    @property
    def word(self) -> str | Promise:
        """What it is for, in a word."""
        return PURPOSES[self.purpose]


@dataclass(frozen=True)
class Behaviour:
    """All that the page of an account shows."""

    account: Account
    remarks: list[Remark]
    said: list[Said]
    lately: Counter[str]
    planned: int

    @property
    def count(self) -> int:
        """How many posts went out in the last four weeks."""
        return sum(self.lately.values())


def behaviour_of(account: Account, *, now: datetime) -> Behaviour:
    """Hear every rule on accounts on the last sixty days of this one, and on what is planned."""
    told = told_on(account, now)
    facts = _facts(account, told, now)
    language: Any = account.shop.language  # the choices of the field are the Literal of Draft
    found = check(Draft("", kind="account", network=account.kind, lang=language), facts)
    said = [Said(one, purpose_of(one.text)) for one in told]
    since = now - COUNTED_FOR
    return Behaviour(
        account,
        [Remark(finding, language) for finding in found.findings],
        said[:SHOWN],
        Counter(one.purpose for one in said if since <= one.told.at <= now),
        sum(one.at > now for one in told),
    )


def told_on(account: Account, now: datetime) -> list[Told]:
    """What this account told in the last sixty days and will tell, newest first."""
    own = Variant.objects.filter(post=OuterRef("post"), account=account).values("text")[:1]
    lately = Delivery.objects.of_posts().filter(
        account=account, state__in=STANDING, due_at__gte=now - LOOKS_BACK
    )
    rows = lately.order_by("-due_at", "-pk").annotate(own=Subquery(own)).values(
        *("post_id", "sent_text", "own", "post__text", "state", "sent_at", "due_at")
    )  # fmt: skip
    return [
        Told(
            post=row["post_id"],
            account=account.pk,
            handle=account.handle,
            network=account.kind,
            text=row["sent_text"] or row["own"] or row["post__text"],
            at=row["sent_at"] or row["due_at"],
            is_public=row["state"] in ("sent", "uncertain"),
        )
        for row in rows[:MOST_POSTS]
    ]


def _facts(account: Account, told: list[Told], now: datetime) -> Facts:
    facts = with_promise(facts_for(account.shop, "", now=now), [account])
    return replace(
        facts,
        archive=tuple(one.as_published() for one in told),
        giveaways=around(account.shop, now).giveaways,
        threads=threads_on(account, now),
    )
