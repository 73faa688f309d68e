"""What the shop says to be free, and what its promotions and the words beside it say must be paid or bought for it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from toonbank.etiquette.evidence import ClaimState, Evidence
from toonbank.etiquette.kinds.base import Cue, Kind, Look, Noticed, apart, is_cancelled, is_undone
from toonbank.etiquette.kinds.conditions import BUYING, NOT_FREE, hidden, said_beside
from toonbank.etiquette.kinds.cues.free import CUES
from toonbank.etiquette.kinds.deals import Deal, deal_in, promise_of
from toonbank.etiquette.kinds.promotions import in_force, meet
from toonbank.etiquette.late import late
from toonbank.etiquette.shelf import words_of
from toonbank.etiquette.wording import both, say_amount
from toonbank.language.numbers import amounts
from toonbank.language.reading import Sentence

if TYPE_CHECKING:
    from toonbank.etiquette.background import Campaign

OTHER_FREE = late(  # "free of dust", "feel free", "free parking space taken", "hands free"
    r"(?:feel|hands|set|break|roam|roams|run|duty|scot|sugar|gluten|lactose|stress|care|am|i['’]m|are you|you['’]re|we['’]re) free(?!\w)|"
    r"free of (?!charge)|\w-free(?!\w)|"
    r"(?:is|are|be|get) free (?:to (?!take|use|try|join|enter|attend|visit)|on|at|after|until|from|this|next|today|tomorrow|in)(?!\w)|"
    r"free[- ](?:range|standing|style|form|spirit|time|hand|fall|flow|lance|weekend|evening|afternoon|moment|space|spot|parking space|"
    r"seat|chair|hands|choice|wheel)(?!\w)"
)
TO_SOMEBODY = late(  # "count on us", "reken op ons", "op ons terras"
    r"(?<!\w)(?:count|rely|depend|focus|call|wait|based|bet|feedback|reviews?|spy|word|eye|eyes|info|gelet|let|reken\w*|vertrouw\w*|"
    r"wacht\w*|bouw\w*|"
    r"stem\w*|pas|lijk\w*|boos|trots|kijk\w*|reageer\w*|tegen|af)\W+(?:\w+\W+){0,2}$"
)
OURS = late(r"\W+(?:\w+)")
GIFT_IDEA = late(
    r"(?:cadeau|a (?:little |small )?(?:present|gift))\W{1,3}(?:idee\w*|tips?|voor|for|kost|doen|geven|ideas?|wrap\w*|card|guide|van|"
    r"of|bag)(?!\w)"
)
AS_GIFT = late(
    r"(?<!\w)(?:als|as|mooi|leuk|een|perfect|ideal|zoek|zoekt|looking for|nice|great|lovely|het|dit|ons|origineel|uniek|ander|elk|"
    r"dat)\W+$"
)
GETS = late(
    r"(?<!\w)(?:krijg\w*|ontvang\w*|gets?|receives?|geven|give|neem|erbij|van ons|from us|voor (?:iedereen|elke|alle)|for (?:everyone|"
    r"every))(?!\w)"
)
ASKED = late(r"(?<!\w)(?:zin in|wil je|wie wil|lust je|fancy|would you like|who wants|want|like a)(?!\w)")


def find(look: Look) -> Iterator[Noticed]:
    """Each thing that is said to be free, held against the promotion that is about it."""
    for sentence, cues in look.cues_by_sentence("free"):
        for cue in apart(cue for cue in cues if _is_meant(sentence, cue)):
            yield _judged(look, Noticed("free", cue.sense, cue.start, cue.end, sentence, is_pressing=False))


def _is_meant(sentence: Sentence, cue: Cue) -> bool:
    text, start, end = sentence.folded, cue.start - sentence.start, cue.end - sentence.start
    words = text[start:end]
    if words == "free" and any(one.start() <= start < one.end() for one in OTHER_FREE.finditer(text)):
        return False
    if cue.sense == "ours" and (
        TO_SOMEBODY.search(text, 0, start) or (words == "op ons" and OURS.match(text, end))
    ):
        return False
    if cue.sense == "gift" and not _is_given(text, start, end):
        return False
    asks = sentence.is_question and ASKED.search(text) is None
    return not is_cancelled(sentence, cue.start, cue.end, question=asks)


def _is_given(text: str, start: int, end: int) -> bool:
    """Whether a present is handed out here, and is not an idea for somebody else's birthday."""
    if GIFT_IDEA.match(text, start):
        return False
    if AS_GIFT.search(text, 0, start):
        return GETS.search(text) is not None or text.strip(" !.?…") == text[start:end]
    return True


def _judged(look: Look, claim: Noticed) -> Noticed:
    beside = said_beside(look, claim)
    if beside:
        return claim._replace(because=beside)
    campaign = _about(look, claim)
    if campaign is None:
        return _against_price(look, claim)
    because = hidden(claim.sentence, campaign)
    state = ClaimState.CONTRADICTED if because else ClaimState.PROVEN
    return claim._replace(
        state=state, because=because, campaign=campaign, evidence=(_shown(state, campaign),)
    )


NO_PART = (None, 0, 100)  # a promotion that takes no part of a price off


def _about(look: Look, claim: Noticed) -> Campaign | None:
    """The promotion that speaks of what is free here: by its words; a lone one where no other thing is named."""
    deal = _deal(look, claim)
    running = in_force(look, claim.sentence, look.product(claim.sentence, (claim.start, claim.end))[0])
    campaigns = [one for one in running if promise_of(one.offer).deal == deal]
    if not campaigns:
        return None
    said = _subject(_beside(claim)) or _subject(claim.sentence.text) or _subject(look.reading.text)
    for one in campaigns:
        if one.percent not in NO_PART and NOT_FREE.search(one.offer.casefold()) is None:
            continue  # what it takes off is a part of the price
        offered = _subject(TIED_TO.split(one.offer, maxsplit=1)[0]) or _subject(one.offer)
        if meet(offered, said) or (
            BRINGS.search(one.offer.casefold()) and BRINGS.search(claim.sentence.folded)
        ):
            return one
    open_to_all = [
        one for one in campaigns if one.percent in NO_PART and (not said or not _subject(one.offer))
    ]
    return open_to_all[0] if len(open_to_all) == 1 else None


def _deal(look: Look, claim: Noticed) -> Deal | None:
    """The deal of several pieces that the free one is a part of."""
    sentence = claim.sentence
    for cue in look.cues.get("price", ()):
        if cue.sense == "multi" and sentence.start <= cue.start < sentence.end:
            return deal_in(sentence.folded[cue.start - sentence.start : cue.end - sentence.start])
    return None


TIED_TO = late(r"(?i:(?<!\w)(?:bij|vanaf|with|when|if|als|over|from|on orders|voor elke|for every)(?!\w))")


def _beside(claim: Noticed) -> str:
    """The part of the sentence that says what is free, without what it is free with: "gratis tas bij elke jas"."""
    text, start = claim.sentence.text, claim.start - claim.sentence.start
    ties = [match.span() for match in TIED_TO.finditer(text)]
    first = max((end for _, end in ties if end <= start), default=0)
    last = min((begin for begin, _ in ties if begin > start), default=len(text))
    return text[first:last]


BRINGS = late(r"verzend|bezorg|verzonden|(?<!\w)(?:porto|shipping|shipped|deliver|postage)")


@cache
def _empty() -> frozenset[str]:
    return words_of(
        """
        gratis kosteloos kosteloze gratuit free cadeau cadeautje present presentje gift freebie treat traktatie niks niets nop nothing
        charge cost kost kosten nul zero euro complimentary huis house zaak weggevertje weg away
        op de het een bij in van voor en of is zijn a an the on at for with and to per er dit dat deze die it this that these those
        wij we ons onze us our you your je jij jou jouw u uw jullie ik i me my iedereen everyone everybody all alle allemaal alles
        elke every any klant klanten customer customers krijg krijgt krijgen get gets geef geven give gives ontvang take neem
        vandaag morgen nu nog ook today tomorrow now also just deze week weekend month maand dag dagen day days hele heel whole
        maandag dinsdag woensdag donderdag vrijdag zaterdag zondag monday tuesday wednesday thursday friday saturday sunday
        actie acties winteractie zomeractie deal deals promo promotie promotion offer aanbieding winter zomer herfst lente
        bestelling bestellingen aankoop besteding order orders purchase spend
        summer autumn spring kerst christmas black friday november december wel echt really are will be wordt worden kan can
        """
    )


def _subject(words: str) -> frozenset[str]:
    """What these words are about, without those of giving, of time and of everybody."""
    return frozenset(word for word in words_of(words) - _empty() if len(word) > 1 and not word[0].isdigit())


def _against_price(look: Look, claim: Noticed) -> Noticed:
    """A thing that is called free and that the till asks a price for, when nothing is said about buying another."""
    product = look.product(claim.sentence, (claim.start, claim.end))[0]
    if (
        product is None
        or not product.price_cents
        or look.facts.campaigns
        or BUYING.search(claim.sentence.folded)
        or _deal(look, claim) is not None
    ):
        return claim
    near = look.reading.text[
        max(claim.sentence.start, claim.start - 24) : min(claim.sentence.end, claim.end + 24)
    ]
    if amounts(claim.sentence) or not any(words_of(name) <= words_of(near) for name in product.names):
        return claim
    shown = both(
        f"{say_amount(product.price_cents, 'nl')} euro", f"{say_amount(product.price_cents, 'en')} euro"
    )
    evidence = Evidence(
        ClaimState.CONTRADICTED, shown, product.price_source or "till", product.price_at, product.ref
    )
    return claim._replace(
        state=ClaimState.CONTRADICTED,
        because="price",
        evidence=(evidence,),
        known_cents=product.price_cents,
    )


def _shown(state: ClaimState, campaign: Campaign) -> Evidence:
    said = campaign.conditions or campaign.offer
    nl = en = said
    if campaign.costs_cents:
        nl, en = (
            f"{said} ({say_amount(campaign.costs_cents, 'nl')} euro)",
            f"{said} ({say_amount(campaign.costs_cents, 'en')} euro)",
        )
    return Evidence(state, both(nl.strip(), en.strip()), "promotion", None, campaign.ref or None)


def understand(look: Look, sentence: Sentence, cue: Cue) -> Noticed | None:
    """What only the model hears: a claim, but too little to judge it by."""
    text = sentence.folded
    if is_undone(sentence, cue) or GIFT_IDEA.search(text) or OTHER_FREE.search(text):
        return None
    if amounts(sentence) and "gratis" not in text and "free" not in text:
        return None
    return Noticed("free", "free", cue.start, cue.end, sentence, is_pressing=False)


KIND = Kind("free", CUES, find, claims=("free",), drafts=("post", "repost"), understand=understand)
