"""One piece of an archive, judged: every post by the rules of the checker, every message of a customer by triage."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, tzinfo
from hashlib import blake2b
from typing import NamedTuple

from toonbank.audit.drawer import Drawer, alike
from toonbank.audit.knowing import Known
from toonbank.audit.rows import Example, Tally, lot_of, quote
from toonbank.etiquette import Checkup, ClaimState, Draft, Facts, Severity, check
from toonbank.etiquette.background import Published, Thread, Utterance
from toonbank.etiquette.balance import Purpose, purpose_of
from toonbank.etiquette.levers import levers_of
from toonbank.etiquette.past import shop_zone
from toonbank.etiquette.regard import is_about_itself
from toonbank.etiquette.topics import strays_from, topics_of
from toonbank.language.likeness import plain_words
from toonbank.language.reading import Language
from toonbank.sources.archives import Said
from toonbank.triage import triage

PUSHING = frozenset({"scarcity", "urgency", "stock"})
LAST_WORDS = ("laatste", "last", "final")
FEWEST_WORDS = 5  # "Goedemorgen!" twice is no repetition
NO_LEVERS = ("none",)  # noted, and none: so that nobody reads the text for them once more
ALIKE, CROWDED = "duplicate-content", "spam-frequency"
MOST_NAMES = 200  # of products, for the subjects: a post seldom needs more


class Answered(NamedTuple):
    """The message that a reply answers."""

    text: str
    at: datetime


class Piece(NamedTuple):
    """So many things said, in the order of time; the replies that went before them, and what they answer by their id."""

    said: tuple[Said, ...]
    earlier: tuple[Said, ...]
    answered: dict[str, Answered]


class Judged(NamedTuple):
    """What the rest of the audit needs of one thing said: for the windows, the repetitions and the conversations."""

    purpose: Purpose | None = None
    levers: tuple[str, ...] = NO_LEVERS
    words: int = 0  # of its words in small letters; 0 for a text too short to repeat
    label: str = ""
    severity: int = 0


@dataclass
class Judge:
    """Judges pieces by the facts as they stood. One in each process."""

    facts: Facts
    now: datetime
    lang: Language | None = None
    told_in: Language | None = None  # the language of the report
    known: Known = field(init=False)
    zone: tzinfo = field(init=False)
    names: tuple[str, ...] = field(init=False)
    promise: tuple[str, ...] = field(init=False)
    products: tuple[str, ...] = field(init=False)

    def __post_init__(self) -> None:
        self.known = Known(self.facts, self.now)
        self.zone = shop_zone(self.facts)
        shop = self.facts.shop
        self.names = (shop.name or "", *shop.aliases) if shop else ()
        self.promise = promise_of(self.facts)
        self.products = tuple(name for one in (self.facts.products or ())[:MOST_NAMES] for name in one.names)

    def piece(self, piece: Piece) -> tuple[Tally, list[Judged]]:
        """The numbers and examples of a piece, and a line for each thing said in it."""
        tally = Tally()
        drawer = Drawer(piece.earlier)
        return tally, [self._one(one, tally, piece, drawer) for one in piece.said]

    def _one(self, said: Said, tally: Tally, piece: Piece, drawer: Drawer) -> Judged:
        month = f"{said.at.astimezone(self.zone):%Y-%m}"
        if not said.is_ours:
            return self._heard(said, tally, month)
        tally.count(month, (f"said:{said.kind}", *(() if said.is_public else ("private",))))
        if not said.text.strip():
            return Judged()
        facts = self.known.at(said.at)
        if said.kind == "reply":
            facts = self._for_reply(facts, said, piece, drawer)
        elif said.kind == "repost":
            facts = replace(facts, quoted="")
        checkup = check(
            Draft(said.text, said.kind, said.network or None, self.lang), facts, told_in=self.told_in
        )
        lot = lot_of(said.text, said.at)
        tally.count(month, self._names_of(checkup))
        _show(tally, said, checkup, lot)
        return self._post(said, checkup, tally, month) if said.kind == "post" else Judged()

    def _heard(self, said: Said, tally: Tally, month: str) -> Judged:
        heard = triage(said.text, self.lang)
        tally.count(month, ("heard", f"heard:{heard.kind}"))
        return Judged(label=heard.kind, severity=heard.severity)

    def _for_reply(self, facts: Facts, said: Said, piece: Piece, drawer: Drawer) -> Facts:
        earlier = drawer.like(said)
        answered = piece.answered.get(said.in_reply_to)
        thread = Thread(said.is_public, True)
        if answered is not None:
            label = triage(answered.text, self.lang).kind
            message = Utterance("customer", answered.text, answered.at)
            thread = replace(thread, label=label, messages=(message,))
        is_known = answered is not None or not said.is_public
        return replace(facts, reply_archive=earlier or None, thread=thread if is_known else None)

    @staticmethod
    def _names_of(checkup: Checkup) -> Iterator[str]:
        yield f"lang:{checkup.lang}"
        for claim in checkup.claims:
            yield f"claim:{claim.kind}:{claim.state}"
        for rule in {finding.rule for finding in checkup.findings}:
            yield f"rule:{rule}"
        if checkup.worst is not None:
            yield f"worst:{checkup.worst.word}"

    def _post(self, said: Said, checkup: Checkup, tally: Tally, month: str) -> Judged:
        text = said.text
        purpose = purpose_of(text)
        levers = _levers(text, checkup)
        names = [f"purpose:{purpose}", *(f"lever:{one}" for one in levers)]
        if levers:
            names.append("pressing")
        if purpose != "give" and is_about_itself(text, self.names):
            names.append("about_itself")
            _keep(tally, "about_itself", said)
        subject = strays_from(text, self.promise, self.products) if self.promise else None
        if subject:
            names += ["strays", f"strays:{subject}"]
            _keep(tally, "strays", said, subject)
        if purpose == "ask":
            _keep(tally, "ask", said)
        tally.count(month, names)
        words = plain_words(text)
        key = _key(words) if len(words) >= FEWEST_WORDS else 0
        return Judged(purpose, levers or NO_LEVERS, key)


def promise_of(facts: Facts) -> tuple[str, ...]:
    """What the shop promised to speak of, as the rule on subjects reads it; () when nothing tells."""
    shop = facts.shop
    if shop is None:
        return ()
    promise = (*shop.promise, *shop.interests, shop.name or "")
    return promise if shop.promise or topics_of(" , ".join(promise)) else ()


def _levers(text: str, checkup: Checkup) -> tuple[str, ...]:
    """The levers as the account rules read them; only where something points at one."""
    folded = text.lower()
    if not any(claim.kind in PUSHING for claim in checkup.claims) and not any(
        one in folded for one in LAST_WORDS
    ):
        return ()
    return tuple(sorted(levers_of(Published(text))))


def _key(words: Sequence[str]) -> int:
    """The same for the same words, also in another process."""
    return (
        int.from_bytes(blake2b(" ".join(words).encode("utf-8", "replace"), digest_size=8).digest(), "big")
        or 1
    )


def _show(tally: Tally, said: Said, checkup: Checkup, lot: int) -> None:
    """An example for each rule that found something, and for each claim that the facts deny."""
    for finding in checkup.findings:
        name = f"rule:{finding.rule}"
        if tally.wants(name, lot):
            tally.show(name, example_of(said, finding.message, finding.start, finding.end), lot)
    for claim in checkup.claims:
        name = f"claim:{claim.kind}"
        if claim.state is not ClaimState.PROVEN and tally.wants(name, lot):
            tally.show(name, example_of(said, "", claim.start, claim.end), lot)


def _keep(tally: Tally, name: str, said: Said, note: str = "") -> None:
    lot = lot_of(said.text, said.at)
    if tally.wants(name, lot):
        tally.show(name, example_of(said, note), lot)


def example_of(said: Said, note: str = "", start: int | None = None, end: int | None = None) -> Example:
    """The post as the report shows it."""
    text, start, end = quote(said.text, start, end)
    return Example(said.at, text, said.network, said.url, note, start, end)


class Window(NamedTuple):
    """An account as it stood at the end of a month: what the account rules need to know."""

    month: str
    ends: datetime
    posts: tuple[Published, ...]
    moments: tuple[Published, ...]
    facts: Facts


class Standing(NamedTuple):
    """What an account rule said of a month."""

    month: str
    rule: str
    severity: Severity
    message: str
    fix: str


def judge_window(window: Window, lang: Language) -> list[Standing]:
    """The account rules on the last weeks of a month; the days that were too full are those of the month itself.

    The rule on repetition is asked about the posts that are alike only: it compares each with each that shares a run of words,
    and in a large archive nearly all do.
    """
    draft = Draft("", "account", lang=lang)
    facts = replace(window.facts, now=window.ends)
    known = facts.thresholds
    without = replace(facts, archive=window.posts, thresholds=replace(known, duplicate_days=0))
    found = [one for one in check(draft, without).findings if one.rule not in (ALIKE, CROWDED)]
    bare = Facts(now=window.ends, shop=facts.shop, thresholds=known)
    twins = replace(bare, archive=alike(window.posts, known.similar_posts_share))
    crowd = replace(
        bare, shop=facts.shop and replace(facts.shop, promise=(), name=None), archive=window.moments
    )
    found += [one for one in check(draft, twins).findings if one.rule == ALIKE]
    found += [one for one in check(draft, crowd).findings if one.rule == CROWDED]
    return [Standing(window.month, one.rule, one.severity, one.message, one.fix or "") for one in found]


def month_of(at: datetime, zone: tzinfo) -> str:
    """ "2026-11" on the shop's clock."""
    return f"{at.astimezone(zone):%Y-%m}"
