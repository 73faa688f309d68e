"""The post makes more of somebody's praise than was said, or uses it too often."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import timedelta
from typing import TYPE_CHECKING

from toonbank.etiquette.finding import Mend, Severity
from toonbank.etiquette.kinds.records import named_at
from toonbank.etiquette.late import late
from toonbank.etiquette.mends.cutting import put
from toonbank.etiquette.rule import Example, Hearing, Rule, Trouble
from toonbank.language.goods import is_goods
from toonbank.language.numbers import numbers

if TYPE_CHECKING:
    from toonbank.etiquette.background import Endorsement
    from toonbank.etiquette.facts import Facts
    from toonbank.language.reading import Sentence

DEGREE = late(
    r"(?<!\w)(?:zwe(?:ert|ren)(?: (?:er)?bij)?|(?:nooit|niet)(?: \w+){0,4} zonder|(?:nooit|niets|"
    r"geen) (?:meer )?(?:een |iets )?ander\w*|"
    r"(?:compleet|helemaal|totaal|stapel|totally|completely|absolutely|madly) (?:verliefd|weg|gek|verkocht|in love|"
    r"mad|crazy|sold)|"
    r"(?:never|not|n['’]t)(?: \w+){0,4} without|(?:kan|kunnen|wil|willen|gaat|doet) (?:echt |"
    r"er )?niet (?:meer )?zonder|"
    r"niet meer zonder|onafscheidelijk|verslaafd|verslingerd|geobsedeerd|alleen nog(?: maar)?|enkel nog|uitsluitend|"
    r"niets anders|niks anders|"
    r"geen andere?|smoorverliefd|het allerbeste|de allerbeste|het beste ooit|kapot van|idolaat|swears? by|"
    r"never without|never leaves? \w+ without|"
    r"can(?:['’]t|not|not) (?:live|do|be|cook|work|go) without|obsessed|addicted|hooked|only (?:\w+ )?(?:with|uses?|"
    r"wears?|this)|nothing else|(?:refuses|weigert)(?: \w+){0,5} (?:else|anders)|"
    r"no other|exclusively|inseparable|(?:the )?(?:very )?best \w+ (?:ever|in the world)|the very best|"
    r"beste \w+ (?:ooit|ter wereld)|(?:his|her|their) absolute favou?rite|life[- ]changing)(?!\w)"
)
WHOLE_TRADE = late(
    r"(?<!\w)(?:alle|elke|iedere|all|every|each)(?: (?:echte|goede|top|bekende|real|good|serious|"
    r"top))? \w+ (?:\w+ ){0,2}?(?:kie(?:st|zen)|"
    r"gebruik\w*|werk(?:t|en)|dra(?:agt|gen)|kop(?:en|t)|koopt|zwe(?:ert|ren)|ne(?:emt|men)|kook\w*|koken|rij(?:dt|"
    r"den)|wil(?:len)?|hou\w+|"
    r"vertrouw\w*|loopt|lopen|bakt|bakken|choose\w*|use[sd]?|carr(?:y|ies)|work[s]?|wears?|buys?|swears?|takes?|"
    r"trusts?|loves?|picks?|wants?|rides?|"
    r"prefers?|cooks?|swear)(?!\w)"
)
HE_OR_SHE = late(r"(?<!\w)(?:zij|ze|hij|she|he)(?!\w)")
ORDINALS = {
    "vierde": 4, "vijfde": 5, "zesde": 6, "zevende": 7, "achtste": 8, "negende": 9, "tiende": 10,
    "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10,
}  # fmt: skip


def makes_too_much_of_it(hearing: Hearing) -> Iterator[Trouble]:
    """Words of degree that were not said, one person turned into a whole trade, and the same praise again and again."""
    yield from _says_so_itself(hearing)
    known = _on_file(hearing.look.facts)
    for one in known:
        found = _blown_up(hearing, one, is_only=len(known) == 1)
        if found is not None:
            yield found
            return
        if _is_worn_out(hearing, one, is_only=len(known) == 1):
            yield _too_often(hearing, named_at(hearing.look.reading.folded, one.who))
            return


def _on_file(facts: Facts) -> Sequence[Endorsement]:
    """The praise on file; where there is none, the words of customers that may be what is meant."""
    if facts.endorsements is not None or facts.reviews is None or not facts.reviews.quotes:
        return facts.endorsements or ()
    from toonbank.etiquette.background import Endorsement  # only here: a cold start needs it seldom

    return [Endorsement(who=one.author, quote=one.text) for one in facts.reviews.quotes]


def _says_so_itself(hearing: Hearing) -> Iterator[Trouble]:
    for told in hearing.of("endorsement"):
        if told.sense == "overuse":
            words = told.text.lower().split()[0]
            count = ORDINALS.get(words) or next((int(one.value) for one in numbers(told.sentence)), 0)
            if count > hearing.look.facts.thresholds.endorsement_uses:
                yield _too_often(hearing, (told.start, told.end))


def _too_often(hearing: Hearing, place: tuple[int, int] | None) -> Trouble:
    most, days = (
        hearing.look.facts.thresholds.endorsement_uses,
        hearing.look.facts.thresholds.endorsement_days,
    )
    message = hearing.say(
        f"Dezelfde lof staat hier vaker dan {most} keer in {days} dagen.",
        f"The same praise appears more than {most} times in {days} days.",
    )
    fix = hearing.say("Laat eens iemand of iets anders zien.", "Show somebody or something else for once.")
    start, end = place or (None, None)
    return Trouble(message, start, end, fix)


def _blown_up(hearing: Hearing, one: Endorsement, *, is_only: bool) -> Trouble | None:
    """Where the text says more than the words on file; praise with no words on file cannot be measured."""
    for sentence in hearing.look.reading.sentences:
        text = sentence.folded
        whole = WHOLE_TRADE.search(text) if is_only and not sentence.is_question else None
        if whole and _speaks_of_people(whole[0], hearing.look.facts):
            message = hearing.say("Eén persoon is niet iedereen.", "One person is not everybody.")
            place = (sentence.start + whole.start(), sentence.start + whole.end())
            return Trouble(message, *place, mends=_literal(hearing, sentence, one))
        if not one.quote or not _is_about(hearing, sentence, one, is_only=is_only):
            continue
        for more in DEGREE.finditer(text):
            place = (sentence.start + more.start(), sentence.start + more.end())
            if more[0] not in one.quote.lower() and not sentence.is_quoted(*place):
                message = hearing.say(
                    f"Dat is meer dan er gezegd is: “{one.quote}”.",
                    f"That is more than was said: “{one.quote}”.",
                )
                return Trouble(message, *place, mends=_literal(hearing, sentence, one))
    return None


CUSTOMERS = late(r"\b(?:\w*klanten?|kopers?|mensen|iedereen|customers?|buyers?|people|everyone|everybody)\b")
YOURS = late(r"\b(?:je|jij|u|jullie|you|wij|we|ons|onze|our)\b")


def _speaks_of_people(words: str, facts: Facts) -> bool:
    """Whether "all" and "every" are people who use it: "alle koks", and not "alle tassen die je koopt"."""
    if YOURS.search(words) or any(is_goods(word) for word in words.split()):
        return False
    return facts.endorsements is not None or CUSTOMERS.search(words) is not None


def _is_about(hearing: Hearing, sentence: Sentence, one: Endorsement, *, is_only: bool) -> bool:
    if one.who and named_at(sentence.folded, one.who):
        return True
    if hearing.look.facts.endorsements is None:
        return False  # the words of a customer are meant where she is named, and are not every "she"
    folded = hearing.look.reading.folded
    is_meant = is_only or (bool(one.who) and named_at(folded, one.who) is not None)
    return is_meant and HE_OR_SHE.search(sentence.folded) is not None


def _literal(hearing: Hearing, sentence: Sentence, one: Endorsement) -> tuple[Mend, ...]:
    """The sentence with only what was said; none when nothing is on file."""
    if not one.quote:
        return ()
    who = one.who or hearing.say("Zij", "She")
    words = f"{who[:1].upper()}{who[1:]}: “{one.quote.rstrip('.')}”."
    return (put(hearing.look.reading, sentence.start, sentence.end, words),)


def _is_worn_out(hearing: Hearing, one: Endorsement, *, is_only: bool) -> bool:
    facts, folded = hearing.look.facts, hearing.look.reading.folded
    most = facts.thresholds.endorsement_uses
    is_named = bool(one.who) and named_at(folded, one.who) is not None
    if one.uses_28d is not None and one.uses_28d > most:
        return is_named or (is_only and any(True for _ in hearing.of("endorsement")))
    if not is_named or facts.archive is None or facts.moment is None:
        return False
    since = facts.moment.date() - timedelta(days=facts.thresholds.endorsement_days)
    until = facts.moment.date()
    earlier = [old for old in facts.archive if old.at is not None and since <= old.at.date() <= until]
    uses = sum(named_at(old.text.lower(), one.who) is not None for old in earlier)
    return uses + 1 > most


_HANDY = {"endorsements": [{"who": "Fenna", "quote": "Best handig", "permission": True}]}
_HANDY_EN = {"endorsements": [{"who": "Fenna", "quote": "Quite handy", "permission": True}]}
_RUBEN = {"endorsements": [{"who": "chef Ruben", "what": "pan", "permission": True}]}

RULE = Rule(
    slug="endorsement-exaggerated",
    title={"nl": "Meer dan er gezegd is", "en": "More than was said"},
    why={
        "nl": "Iemand leende je een zin, geen reclametekst. Maak er niet meer van, en draai hem niet grijs.",
        "en": "Somebody lent you a sentence, not an advert. Do not blow it up, and do not wear it out.",
    },
    source=("S1.5.4",),
    base="UCPD art. 6",
    severity=Severity.WARN,
    fix={"nl": "Gebruik het letterlijke citaat.", "en": "Use the literal quote."},
    wrong=(
        Example("Zij zweert erbij!", _HANDY),
        Example("Alle chefs kiezen deze pan.", _RUBEN),
        Example("Vierde bericht deze maand met dezelfde ster."),
        Example("She swears by it!", _HANDY_EN, "en"),
        Example("All chefs choose this pan.", _RUBEN, "en"),
        Example("Fourth post this month with the same star.", lang="en"),
    ),
    right=(
        Example('"Best handig voor onderweg", zegt ze.'),
        Example("Chef Ruben gebruikt hem voor vis."),
        Example("Een keer gedeeld, met link naar het gesprek."),
        Example('"Quite handy on the road", she says.', lang="en"),
        Example("Chef Ruben uses it for fish.", lang="en"),
        Example("Shared once, with a link to the talk.", lang="en"),
    ),
    check=makes_too_much_of_it,
    hears=frozenset({"endorsement"}),
    needs=("endorsements", "reviews"),
    applies_to=("post",),
    misses={
        "nl": "Overdrijving zonder een woord dat het sterker zegt. Iemand zei ‘best handig’, en de "
        "post zegt: “Chef Ruben droomt van deze pan.”",
        "en": "Exaggeration without a word of degree. Somebody said ‘best handig’ (quite handy), "
        "and the post says: “Chef Ruben dreams of this pan.”",
    },
)
