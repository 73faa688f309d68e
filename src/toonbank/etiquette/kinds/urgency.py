"""Little time: an end date, a last chance, haste without a date. Opening hours and recipes are none."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, NamedTuple

from toonbank.etiquette.evidence import ClaimState, Evidence
from toonbank.etiquette.facts import Facts
from toonbank.etiquette.kinds.base import Cue, Kind, Look, Noticed, apart, is_cancelled, is_undone
from toonbank.etiquette.kinds.cues.urgency import CUES
from toonbank.etiquette.kinds.promotions import about
from toonbank.etiquette.late import late
from toonbank.etiquette.wording import both, say_weekday
from toonbank.language.dates import Deadline, deadlines
from toonbank.language.reading import Sentence

if TYPE_CHECKING:
    from toonbank.etiquette.background import Campaign

OFFER = late(
    r"(?<!\w)(?:acties?|kortings?\w*|aanbieding\w*|deals?|sale|offers?|discounts?|prijs\w*|prices?|"
    r"goedkoper|cheaper|lower|bestel\w*|"
    r"order|buy|koop|shop|gratis|free|promo\w*|voucher|bon|code|loopt|runs?|eindigt|ends?|stopt|stops?|"
    r"voorbij|off|eraf|"
    r"verleng\w*|extend\w*|geldt|geldig|valid|only|alleen|enkel|uitverkoop|opruiming|tickets?|"
    r"inschrijv\w*|haal|pak)(?!\w)|[%€]|-\d|\d,\d\d"
)
INNOCENT = late(
    r"(?<!\w)(?:(?:summer |winter |opening )?hours run|zomeruren|winteruren|(?:we|wij) (?:close|sluiten)|"
    r"(?:close|sluiten) (?:we|wij|at|om)|"
    r"nachtjes? slapen|slaapjes|sleeps|sinterklaas|starts?|begins?|begint|beginnen|duurt tot|takes until|open(?:ingstijden|ing|ed)?|dicht|"
    r"gesloten|closed|vakantie|holidays?|terug|back|weer|vorst|frost|droog|drogen|dry|"
    r"verf|paint|snoei\w*|prun\w*|plant\w*|zaai\w*|kook|bak|laat|let|leave|weer vanaf|school|bezorgd|"
    r"binnen|delivered|in huis|"
    r"parkeren|parking|said|zegt|zei|says|volgens|according|werkdag\w*|at work|tot kerst|to christmas|"
    r"until christmas|kerst|"
    r"christmas|hours run|summer hours|heropen\w*|workshop|cursus|beurs|markt|fair|market|"
    r"expositie|exhibition|regen\w*|rain\w*|sneeuw\w*|snow\w*)(?!\w)"
)
NO_HASTE_AFTER = {
    "wacht niet te lang": re.compile(r"\W+(?:met|om)\b"),
    "wacht niet": re.compile(r"\W+(?:met|op)\b"),
    "hurry up": re.compile(r"\W+slowly\b"),
    "laatste kans": re.compile(r"\W+op\W+(?:\w+vorst|regen|sneeuw|zon|ijs)\b"),
    "last chance": re.compile(r"\W+(?:of (?:frost|rain|snow)|to (?:own|get one|buy one))\b"),
    "laatste dag": re.compile(r"\W+(?:op (?:school|het werk)|van (?:de vakantie|het jaar|het seizoen))\b"),
    "last day": re.compile(r"\W+(?:at work|of (?:school|the year|term|summer|autumn|winter))\b"),
    "laatste dagen": re.compile(r"\W+van\W+(?:een|je|mijn)\b"),
    "korte tijd": re.compile(r"\W+(?:geleden|later|na)\b"),
    "tijdelijk": re.compile(r"\W+(?:gesloten|dicht|adres|ander|parkeren|pand|onderkomen)\b"),
}
MINE = late(r"\b(?:mijn|haar|zijn|hun|my|her|his|their)\W+$")
EVENT = late(
    r"\W+(?:tot|to|until|till|voor|before|lopen|rijden|fietsen|vanaf|walk|drive|away|drogen|geleden|ago)\b"
)
PERSON_AFTER = late(r"\s+(?:is\s+)?[A-ZÀ-Þ][a-zà-ÿ]+")
SHORT = 5  # words: "t/m zondag" alone is a deadline
CLOSE = timedelta(minutes=1)
UNIT = 8  # characters
SIZED = late(
    r"\d ?(?:[mck]?m|k?g|l|liter|litres?|inch(?:es)?|watt|personen|people|graden|degrees)(?!\w)"
)  # "tot 12 mm"
SOON = timedelta(days=1)
# How long "last" may still take: the last day and the last hours are today, a last chance may be this week.
LAST_FOR = {"last": timedelta(days=7), "last_day": SOON}
LAST_DAY = late(r"(?:laatste|last|final)\W+(?:dag|day|uren|uur|uurtjes|hours?|minuten|minutes?)(?!\w)")


PRESSING = late(
    r"alleen|enkel|only|!|deal|flits|flash|\b(?:nog|just|last|laatste|nooit|never|haast|hurry|quick\w*|snel\w*|vlug|"
    r"voorbij|gone|te laat|too late|afgelopen|niet langer|no longer|no further|slechts)\b"
)


class Verdict(NamedTuple):
    """The state of an end that is claimed, why, and by which promotion."""

    state: ClaimState
    because: str
    campaign: Campaign | None = None


def find(look: Look) -> Iterator[Noticed]:
    """Every push of time that is about an offer."""
    now = look.facts.moment
    for sentence, cues in look.cues_by_sentence("urgency"):
        ends: tuple[Deadline, ...] | None = None
        taken: list[Deadline] = []
        for cue in apart(cues):
            if not _pushes(sentence, cue):
                continue
            if ends is None and cue.sense != "vague":
                ends = deadlines(sentence, now) if now is not None else ()
            end = next((one for one in ends or () if one.start < cue.end and cue.start < one.end), None)
            end = end or (_only_end(ends or (), cue) if cue.sense in ("until", "last") else None)
            if end is not None and end in taken:
                continue
            if end is not None:
                taken.append(end)
            yield _noticed(look, sentence, cue, end)


def _only_end(ends: Sequence[Deadline], cue: Cue) -> Deadline | None:
    """The end that stands right beside a cue: "laatste kans dit weekend"."""
    near = [one for one in ends if 0 <= one.start - cue.end <= 12 or 0 <= cue.start - one.end <= 12]
    return near[0] if len(near) == 1 else None


def _pushes(sentence: Sentence, cue: Cue) -> bool:
    text = sentence.folded
    first, last = cue.start - sentence.start, cue.end - sentence.start
    words, rest = text[first:last], text[last:]
    if _is_taken_back(sentence, cue, words) or SIZED.search(text, first, last + UNIT):
        return False
    if (cue.sense in ("last", "vague") and _goes_on_calmly(words, rest)) or MINE.search(text[:first]):
        return False
    if cue.sense == "left" and EVENT.match(rest):
        return False
    if cue.sense in ("until", "left"):
        return _is_about_offer(sentence, cue, words, rest)
    return not (cue.sense == "last" and INNOCENT.search(text) and not OFFER.search(text[:first] + rest))


def _goes_on_calmly(words: str, rest: str) -> bool:
    """Whether what follows tells that no haste is meant: "wacht niet te lang met ontluchten"."""
    return any(words.startswith(start) and after.match(rest) for start, after in NO_HASTE_AFTER.items())


def _is_taken_back(sentence: Sentence, cue: Cue, words: str) -> bool:
    if "niet" in words or "n't" in words or "n’t" in words or "not" in words:
        return sentence.is_quoted(cue.start, cue.end)
    return is_cancelled(sentence, cue.start, cue.end)


def _is_about_offer(sentence: Sentence, cue: Cue, words: str, rest: str) -> bool:
    if PERSON_AFTER.match(sentence.text[cue.end - sentence.start :]) and (
        "alleen" in words or "only" in words
    ):
        return False
    if INNOCENT.search(sentence.folded) is not None:
        return bool(
            re.search(r"actie|korting|aanbieding|deal|sale|offer|discount|%|bestel|order", sentence.folded)
        ) and not (re.search(r"zegt|says|dicht|gesloten|closed|open ", sentence.folded))
    own = re.search(
        r"guaranteed|reserved|held|prioriti|gereserveerd|vastgehouden|actie|deal|sale|alleen|enkel|only|"
        r"stopt|eindigt|ends|expires|voorbij|left|nog |bestel|order|checkout|:",
        words,
    )
    return own is not None or len(sentence.tokens) <= SHORT or OFFER.search(sentence.folded) is not None


def _noticed(look: Look, sentence: Sentence, cue: Cue, end: Deadline | None) -> Noticed:
    facts = look.facts
    said = [(cue.start, cue.end), *([(end.start, end.end)] if end else [])]
    if cue.sense == "last" and LAST_DAY.search(
        sentence.folded, cue.start - sentence.start, cue.end - sentence.start
    ):
        cue = cue._replace(sense="last_day")
    verdict = judge(facts, about(look, sentence, *said) if facts.campaigns else (), cue, end)
    start = min(cue.start, end.start) if end else cue.start
    is_calm = cue.sense == "until" and not PRESSING.search(sentence.folded)
    return Noticed(
        "urgency",
        cue.sense,
        start,
        max(cue.end, end.end) if end else cue.end,
        sentence,
        state=verdict.state,
        evidence=_evidence(verdict),
        is_pressing=not is_calm,
        deadline=end.at if end else None,
        number_at=(end.start, end.end) if end else None,
        campaign=verdict.campaign,
        because=verdict.because,
    )


def judge(facts: Facts, campaigns: Sequence[Campaign], cue: Cue, end: Deadline | None) -> Verdict:
    """A push of time against the promotions: the one that agrees wins."""
    verdicts = [_judge_one(facts, one, cue, end) for one in campaigns]
    for state in (ClaimState.PROVEN, ClaimState.UNKNOWN, ClaimState.CONTRADICTED):
        for verdict in verdicts:
            if verdict.state is state:
                return verdict
    return _judge_without(facts)


def _judge_without(facts: Facts) -> Verdict:
    names = {"urgency", "deadline", "delivery", "bezorgtijd", "levertijd"}
    fresh = [
        one
        for one in facts.attestations or ()
        if one.claim.casefold() in names
        and (one.at is None or facts.moment is None or facts.moment - one.at <= 30 * SOON)
    ]
    filed = [
        one
        for one in facts.proofs or ()
        if any(name in one.claim.casefold() for name in names)
        and (one.valid_until_at is None or facts.moment is None or one.valid_until_at >= facts.moment)
    ]
    return Verdict(ClaimState.PROVEN, "") if fresh or filed else Verdict(ClaimState.UNKNOWN, "no_promotion")


def _judge_one(facts: Facts, campaign: Campaign, cue: Cue, end: Deadline | None) -> Verdict:
    if campaign.extended > facts.thresholds.extensions:
        return Verdict(ClaimState.CONTRADICTED, "extended", campaign)
    if campaign.ends_at is None:
        return Verdict(ClaimState.UNKNOWN, "no_end", campaign)
    now = facts.moment
    if now is not None and campaign.ends_at < now:
        return Verdict(ClaimState.CONTRADICTED, "past", campaign)
    if _restarted(facts, campaign):
        return Verdict(ClaimState.CONTRADICTED, "restarted", campaign)
    lasts = LAST_FOR.get(cue.sense)
    if end is None and lasts is not None and now is not None and campaign.ends_at - now > lasts:
        return Verdict(ClaimState.CONTRADICTED, "later", campaign)
    if end is None or now is None or _agree(end, campaign.ends_at):
        return Verdict(ClaimState.PROVEN, "", campaign)
    return Verdict(ClaimState.CONTRADICTED, "later" if campaign.ends_at > end.at else "earlier", campaign)


def _agree(end: Deadline, ends_at: datetime) -> bool:
    if end.precision in ("minute", "hours"):
        return abs(end.at - ends_at) <= timedelta(hours=1) + CLOSE
    local = ends_at.astimezone(end.at.tzinfo)
    if end.precision == "day":
        # An end at midnight is the end of the day before it.
        return end.at.date() in (local.date(), (local - timedelta(seconds=1)).date())
    return abs(end.at - ends_at) <= SOON


def _restarted(facts: Facts, campaign: Campaign) -> bool:
    """Whether the same offer ended less than the pause before this one began."""
    if campaign.starts_at is None or not campaign.offer:
        return False
    pause = timedelta(days=facts.thresholds.restart_pause_days)
    return any(
        other is not campaign
        and other.ends_at is not None
        and other.offer.casefold() == campaign.offer.casefold()
        and timedelta(0) <= campaign.starts_at - other.ends_at < pause
        for other in facts.campaigns or ()
    )


def _evidence(verdict: Verdict) -> tuple[Evidence, ...]:
    campaign = verdict.campaign
    if campaign is None:
        return ()
    if campaign.ends_at is None:
        shown = both("actie zonder einddatum", "promotion without an end date")
    else:
        shown = both(
            f"actie tot en met {say_weekday(campaign.ends_at, 'nl')}",
            f"promotion until {say_weekday(campaign.ends_at, 'en')}",
        )
    if campaign.extended:
        shown = both(
            f"{shown['nl']}, {campaign.extended} keer verlengd",
            f"{shown['en']}, extended {campaign.extended} times",
        )
    return (Evidence(verdict.state, shown, "promotion", None, campaign.ref or campaign.offer or None),)


SELLS = late(
    r"[%€£]|-\d|\d,\d\d|korting|prij[sz]|(?:actie|deal)s?(?!\w)|"
    r"(?<!\w)(?:aanbieding\w*|aanbod|sale|offers?|discounts?|prices?|goedkoper|cheaper|promo\w*|voucher|"
    r"code|eraf|solden|uitverkoop|opruiming|voordeel\w*|koopjes?|bargains?|inschrijv\w*|intek\w*|enrol\w*|"
    r"sign up|voorverkoop|presale|pre-?orders?|tarief|"
    r"bundel|bundle|launch|gratis|tientje|tenner|off|special|clearance)(?!\w)"
)
SERVICE = late(
    r"(?<!\w)(?:to get it by|to have it by|op tijd (?:in|bij)|bezorg\w*|verz[oe]nd\w*|verstuu?r\w*|"
    r"lever\w*|in huis|met de post|op de post|postnl|bpost|"
    r"dispatch\w*|ship(?:s|ped|ping)?|deliver\w*|same day|"
    r"dezelfde dag|next day|collect\w*|pick(?:ed)? up|afhalen|ophalen|klaar|ready|oven|gebakken|baked|vers|"
    r"fresh|send|sent|post)(?!\w)"
)
CALM = late(
    r"(?<!\w)(?:(?:geen|no) (?:actie|korting|uitverkoop|aanbieding|sale|offer|deal|discount)|"
    r"cancel\w*|renew\w*|memberships?|refund\w*|newsletter|nieuwsbrief|unsubscribe|terms|"
    r"updates|email us|mail ons|opzeg\w*|geen haast|no rush|no hurry|take your time|"
    r"neem (?:rustig )?(?:de|je) tijd|rustig aan|"
    r"op je gemak|blijft (?:zo|gelijk|hetzelfde)|stays the same|"
    r"zegt|zei|said|says|vroeg of|asked|(?:veel|far|much|way) (?:te|too) (?:lang|laat|long|late)|"
    r"(?:laten|liet|kept|keep|keeping|made) (?:\w+ )?(?:wachten|wait|waiting)|niets te maken|nothing to do)(?!\w)"
)
GONE_BY = late(
    r"(?<!\w)(?:vorige?|vorig|gisteren|yesterday|last (?:week|month|year|saturday)|geleden|ago|destijds|"
    r"toen)(?!\w)"
)


def understand(look: Look, sentence: Sentence, cue: Cue) -> Noticed | None:
    """A place where a frame of little time fits, when the text is about something for sale."""
    text = sentence.folded
    if CALM.search(text) or MINE.search(text[: cue.start - sentence.start]) or _is_calm_wait(text):
        return None
    if (cue.sense != "vague" and GONE_BY.search(text)) or not _is_about_selling(look, text, cue.sense):
        return None
    words = text[cue.start - sentence.start : cue.end - sentence.start]
    if SIZED.search(words):
        return None
    if (
        WE_DO_NOT.match(text)
        or is_undone(sentence, cue)
        or (TAKEN_OFF.search(words) and not TIMED.search(words))
    ):
        return None
    now = look.facts.moment
    ends = deadlines(sentence, now) if now is not None and cue.sense != "vague" else ()
    end = next((one for one in ends if one.start < cue.end and cue.start < one.end), None)
    return _noticed(look, sentence, cue, end)


HOURS = late(
    r"(?<!\w)(?:we(?:'re| are)? (?:open|closed)|(?:wij|we) zijn|open(?! voor| for)|dicht|gesloten|closed|"
    r"close|sluiten we|hours|zomeruren|vakantie|holiday|verlof|congé|"
    r"verf|paint|drogen|dry|vorst|frost|dough|deeg|oven|soep|soup|zegt|says|sinterklaas|christmas|"
    r"kerstmis|markt|market|regent?|rain|"
    r"day off|vrije dag|back at|weer achter|jaar oud|years old|op tijd|bring your|breng je|neem je|begint|"
    r"starts?|begins?|hoofdstuk|chapter)(?!\w)"
)
TAKEN_OFF = late(r"(?:%|percent|euros?|pounds?|quid|dollars|bucks|\d) off(?!\w)")  # no end, but a reduction
TIMED = late(
    r"(?<!\w)(?:until|till|ends?|ending|today|tonight|midnight|hours?|days?|weeks?|weekend|only|last|final|soon|now|before|by|"
    r"\w+day|quick\w*|hurry|limited|expires?|closes?)(?!\w)"
)
WE_DO_NOT = late(r"(?:we|wij|i|ik|hier|here) (?:don['’]?t|do not|never|doen niet|doe niet|doen nooit)\b")


def _is_calm_wait(text: str) -> bool:
    return any(
        after.match(text, text.find(calm) + len(calm))
        for calm, after in NO_HASTE_AFTER.items()
        if calm in text
    )


def _is_about_selling(look: Look, text: str, sense: str) -> bool:
    """Whether haste is about an offer, and not about opening hours, the post or a price that only goes up."""
    if sense == "likely":
        return (
            HOURS.search(text) is None
            or HARD_SELL.search(text) is not None
            or WINDOW.search(text) is not None
        )
    if sense == "sale":
        return HARD_SELL.search(look.reading.folded) is not None
    if SERVICE.search(text) and not HARD_SELL.search(text):
        return False
    if SELLS.search(text):
        return True
    if INNOCENT.search(text):
        return False
    return sense not in ("until", "left") or bool(SELLS.search(look.reading.folded) or WINDOW.search(text))


WINDOW = late(  # what one must be in time for, besides offers
    r"bestell|inschrijv|reserv|(?<!\w)(?:opgeven|aanmeld\w*|aanvra\w*|lijst|list|orders?|"
    r"pre-?orders?|names?|bookings?|book|requests?|"
    r"enrol\w*|registr\w*|sign[- ]?ups?|coupons?|bon(?:nen)?|inruil\w*|inlever\w*|club|cursus\w*|class|"
    r"round|ronde|opdrachten|commissions?|box|hampers?|share)(?!\w)"
)
HARD_SELL = late(
    r"%|korting|(?:actie|deal)s?(?!\w)|(?<!\w)(?:aanbieding\w*|aanbod|sale|offers?|discounts?|solden|"
    r"uitverkoop|opruiming|eraf|kans|chance|te laat|too late|mis\w*)(?!\w)"
)


KIND = Kind("urgency", CUES, find, claims=("urgency",), understand=understand)
