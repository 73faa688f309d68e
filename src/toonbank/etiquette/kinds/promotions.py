"""Which promotion of the shop a sentence is about."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from typing import TYPE_CHECKING

from toonbank.etiquette.facts import Facts
from toonbank.etiquette.kinds.base import Look
from toonbank.etiquette.kinds.deals import promise_of
from toonbank.etiquette.late import late
from toonbank.etiquette.shelf import words_of
from toonbank.language.days import days_in
from toonbank.language.goods import is_goods
from toonbank.language.numbers import percentages
from toonbank.language.reading import Sentence
from toonbank.language.tongue import SMALL_WORDS
from toonbank.language.wordlist import wordlist

if TYPE_CHECKING:
    from datetime import datetime

    from toonbank.etiquette.background import Campaign, Product


def linked(facts: Facts, sentence: Sentence) -> tuple[Campaign, ...]:
    """The promotions that a sentence may be about: those with its percentage or words, else all."""
    campaigns = facts.campaigns or ()
    near = _with_its_percentage(campaigns, sentence)
    if near is not campaigns:
        return near
    named = tuple(one for one in campaigns if one.offer and one.offer.casefold() in sentence.folded)
    return named or campaigns


def in_force(look: Look, sentence: Sentence, product: Product | None = None) -> tuple[Campaign, ...]:
    """Of these the ones that run when the text is read, and that may take something off this product.

    One that begins later speaks where the text names a day of it: "vanaf 1 december 20%".
    """
    if not look.facts.campaigns:
        return ()
    moment = look.facts.moment
    kept = (
        with_its_figures(one)
        for one in look.facts.campaigns
        if (runs(one, moment) or _is_announced(look, sentence, one))
        and not _is_elsewhere(one, sentence, product)
    )
    return _with_its_percentage(tuple(kept), sentence)


def runs(campaign: Campaign, moment: datetime | None) -> bool:
    """Whether a promotion is on at this moment; where no clock is known its days tell nothing."""
    if moment is None:
        return True
    has_begun = campaign.starts_at is None or campaign.starts_at <= moment
    return has_begun and (campaign.ends_at is None or moment <= campaign.ends_at)


def with_its_figures(campaign: Campaign) -> Campaign:
    """The promotion with the percentage that its words hold, and without one that is of a second piece."""
    promise = promise_of(campaign.offer)
    if promise.deal is not None:
        return replace(campaign, percent=None) if campaign.percent is not None else campaign
    if campaign.percent is None and promise.percent is not None:
        return replace(campaign, percent=promise.percent)
    return campaign


def _is_announced(look: Look, sentence: Sentence, campaign: Campaign) -> bool:
    """Whether the sentence, or another that speaks of the offer, names a day of a promotion that is yet to begin."""
    moment, starts = look.facts.moment, campaign.starts_at
    if moment is None or starts is None or starts <= moment:
        return False
    if id(campaign) not in look.announced:
        offers = [one for one in look.reading.sentences if _speaks_of_offer(one)]
        look.announced[id(campaign)] = any(_names_a_day_of(campaign, one, moment) for one in offers)
    return look.announced[id(campaign)] or _names_a_day_of(campaign, sentence, moment)


def _names_a_day_of(campaign: Campaign, sentence: Sentence, moment: datetime) -> bool:
    first = campaign.starts_at.astimezone(moment.tzinfo).date() if campaign.starts_at else date.min
    last = campaign.ends_at.astimezone(moment.tzinfo).date() if campaign.ends_at else date.max
    return any(begin <= last and end >= first for begin, end in _times_named(sentence, moment.date()))


def _times_named(sentence: Sentence, today: date) -> Iterator[tuple[date, date]]:
    """The days that a sentence names, each as a first and a last one; "binnenkort" has no last."""
    for day in days_in(
        sentence.reading.folded, sentence.start, sentence.end, today=today, language=sentence.language
    ):
        yield day.date, day.date
    for later in LATER.finditer(sentence.folded):
        if later["week"]:
            monday = today + timedelta(days=7 - today.weekday())
            yield monday, monday + timedelta(days=6)
        elif later["month"]:
            month = today.replace(day=1) + timedelta(days=32)
            yield month.replace(day=1), month.replace(day=1) + timedelta(days=30)
        else:
            yield today, date.max


LATER = late(
    r"(?<!\w)(?:(?P<week>(?:volgende|komende|next) week)|(?P<month>(?:volgende|komende) maand|next month)|binnenkort|weldra|soon)(?!\w)"
)


def _is_elsewhere(campaign: Campaign, sentence: Sentence, product: Product | None) -> bool:
    """Whether a promotion is for other goods than a sentence: by their refs, else by the goods that its words name."""
    if campaign.products:
        return product is not None and product.ref not in campaign.products
    offered = words_of_offer(campaign.offer)
    if not any(map(is_goods, offered)):
        return False
    named = [word for name in product.names for word in words_of_offer(name)] if product else []
    said = [*sentence.tokens, *named]
    return any(map(is_goods, said)) and not meet(_stems(offered), _stems(said))


def words_of_offer(offer: str) -> list[str]:
    """The words of an offer or a name, in small letters and without their marks."""
    return WORD.findall(offer.casefold())


WORD = late(r"[^\W\d_]+")


def _with_its_percentage(campaigns: tuple[Campaign, ...], sentence: Sentence) -> tuple[Campaign, ...]:
    """Of several promotions those with a percentage that the sentence names; the same ones when there are none."""
    if len(campaigns) < 2:
        return campaigns
    said = {float(number.value) for number in percentages(sentence)}
    return tuple(one for one in campaigns if one.percent in said) or campaigns


OFFERS = wordlist(
    """deal deals aanbod sale offer offers discount discounts price prices euro goedkoper cheaper lower voucher vouchers coupon
    coupons code codes eraf off solden uitverkoop opruiming koopje koopjes bargain bargains tientje tenner clearance bundel bundle"""
)
OFFERING = late(  # every alternative begins with what it looks for: that is quick
    r"[%€£$]|korting|prij[sz]|acties?(?!\w)|aanbieding|promo|voordeel|verleng|extend|"
    r"\d(?<!\d\d)(?<!om \d)(?<!at \d)(?<!tot \d)(?<!van \d)(?<!from \d)(?<!until \d)(?<!till \d)\d{0,3}[.,]\d\d(?!\d)"
    r"(?! ?(?:uur|u|am|pm)(?!\w))"
)
PAIRED = 3  # letters of a word that may be the end of a longer one


def about(look: Look, sentence: Sentence, *spans: tuple[int, int]) -> tuple[Campaign, ...]:
    """The promotions that a push of time in a sentence is about; `spans` are the words of the push itself.

    "Alleen vandaag 20%" is about the offer, and so is "Laatste kans!", which names nothing else. "Alleen vandaag speelt Henk
    accordeon" is about Henk, whatever promotion there is.
    """
    campaigns = linked(look.facts, sentence)
    if not campaigns or _speaks_of_offer(sentence):
        return campaigns
    said = subject_of(sentence, *spans)
    near = tuple(one for one in campaigns if meet(_subjects_of(one, look.facts), said))
    if near:
        return near
    if not said:
        offers = any(map(_speaks_of_offer, look.reading.sentences))
        said = frozenset() if offers else _stems(_others(look, sentence))
        near = tuple(one for one in campaigns if meet(_subjects_of(one, look.facts), said))
        return near or (() if said else campaigns)
    has_goods = any(is_goods(word) for word in sentence.tokens)
    return tuple(one for one in campaigns if has_goods and not _subjects_of(one, look.facts))


def _speaks_of_offer(sentence: Sentence) -> bool:
    return not OFFERS.isdisjoint(sentence.tokens) or OFFERING.search(sentence.folded) is not None


def subject_of(sentence: Sentence, *spans: tuple[int, int]) -> frozenset[str]:
    """What a sentence is about, beside these words of it: the stems of what is no small word and no push."""
    words = sentence.words
    return _stems(one.folded for one in words if not any(first <= one.start < last for first, last in spans))


def _others(look: Look, sentence: Sentence) -> list[str]:
    return [word for one in look.reading.sentences if one.start != sentence.start for word in one.tokens]


def _subjects_of(campaign: Campaign, facts: Facts) -> frozenset[str]:
    if not campaign.offer and not campaign.products:
        return frozenset()
    names = [
        name
        for product in (facts.products or () if campaign.products else ())
        if product.ref in campaign.products
        for name in product.names
    ]
    return frozenset().union(_stems(campaign.offer.casefold().split()), *map(words_of, names))


def meet(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether these are words for one thing: "tas" and "fietstas", "slijpen" and "messenslijpen"."""
    return any(
        a == b or (min(len(a), len(b)) >= PAIRED and (a.endswith(b) or b.endswith(a)))
        for a in one
        for b in other
    )


@cache
def _empty() -> tuple[frozenset[str], frozenset[str]]:
    """The words that are about nothing, and their stems."""
    words = frozenset(PUSHES.split()) | frozenset(SMALL_WORDS)
    return words, frozenset().union(*map(words_of, words))


def _stems(words: Iterable[str]) -> frozenset[str]:
    plain, stems = _empty()
    found = {stem for word in words if len(word) >= PAIRED and word not in plain for stem in words_of(word)}
    return frozenset(stem for stem in found - stems if len(stem) > 2 and not stem[0].isdigit())


PUSHES = """
    wees snel haast mis pak kans nu nooit laatste weg straks morgen voorbij afgelopen stopt klaar wacht wachten twijfel bestel bestellen
    koop kopen haal halen shop winkel zaak online hier kom komt langs kijk rap vlug gauw tijd tijdelijk kort korte lang langer dag dagen
    uur uren minuut minuten week weken maand weekend vandaag vanavond vannacht middernacht ochtend middag avond gisteren alleen enkel
    slechts laat eindigt einde begint begonnen loopt lopen geldt geldig sluit sluiten profiteer profiteren sla slag grijp reageer beslis
    duurt duren zolang geen spijt iedereen klant klanten mensen vrienden weer nog even eenmalig uniek unieke keer ook echt zeker hup
    be quick hurry miss grab chance now never last final gone soon tomorrow over ends ended stop stops done wait waiting doubt order buy
    get take shop store online here come look fast time limited short long longer day days hour hours minute minutes week weeks month
    weekend today tonight midnight morning evening yesterday only just late end ending starts runs valid close closes closing act decide
    don lasts while regret everyone everybody customer customers people friends again once unique really sure before
    maandag dinsdag woensdag donderdag vrijdag zaterdag zondag monday tuesday wednesday thursday friday saturday sunday
    januari februari maart april mei juni juli augustus september oktober november december
    january february march may june july august october winter zomer herfst lente summer autumn spring kerst christmas sint sinterklaas
    black ziekte wegens because illness jouw jullie onze ons klok clock beat missen zijn dit deze dat this that these those
    hem haar hen him her them zich mezelf jezelf yourself meer more less veel much any some will won shall had hadden was were
    helaas sorry unfortunately afraid nee ja yes moment momenteel currently vraag bedankt thanks dank weten letting know
    schatten folks lieverds besten allemaal all everything alles hele heel whole store wide storewide mooie mooi beautiful
    """
