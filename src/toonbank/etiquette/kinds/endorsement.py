"""Authority lent from others: a known face, a medium, a test, a mark, "dermatologists", and what is on file of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import NamedTuple

from toonbank.etiquette.evidence import ClaimState, Evidence
from toonbank.etiquette.kinds.base import Cue, Kind, Look, Noticed, is_cancelled, is_undone
from toonbank.etiquette.kinds.cues.endorsement import CUES, FAMOUS
from toonbank.etiquette.kinds.records import holds, named_at, sources_for, telling_words
from toonbank.etiquette.late import late
from toonbank.etiquette.wording import both
from toonbank.language.reading import Sentence


def _words(lines: str) -> tuple[str, ...]:
    return tuple(lines.split())


STRONG = _words(
    "overuse test tested award mark expert famous praised seen recommended article collab named member link glimpse"
)
BY_OURSELVES = late(
    r"(?:door|by|in|with) (?:ons|us|mij|me|onze|our|mezelf|myself|jou|you|onszelf|ourselves|\d+ (?:graden|degrees)|"
    r"de praktijk|practice|"
    r"augustus|een uur|een winkel|\d{4})(?!\w)|uitstekend getest"
)
INNOCENT = late(
    r"(?<!\w)(?:verlof|leave|dokter zei|doctor told|straks|tonight|vanavond|reading for|leesstof|boek over|"
    r"book about|schilder|painter|"
    r"genoemd naar|named after|winkeliers\w*|street association|buurt\w*|neighbour\w*|foto in archief|"
    r"photo on file|rust|rest)(?!\w)"
)
NOT_FAMOUS = late(
    r"(?-i:(?:We|Wij|Ik|I|Je|Jij|You|He|She|Hij|Zij|Ze|It|Het|They|Dit|Deze|Dat|This|That|These|Those|Wie|Who|Wat|"
    r"What|Er|There|De|The|Een|A|An|"
    r"Maandag|Dinsdag|Woensdag|Donderdag|Vrijdag|Zaterdag|Zondag|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|"
    r"Sunday|Iedereen|Everyone|"
    r"Onze|Our|Mijn|My|Jouw|Your|Klanten|Customers|Mensen|People|Veel|Many|Alle|All|Elke|Every|Ook|Zelfs|Even|Also|"
    r"Nederland|Holland|"
    r"Sinterklaas|Sint|Piet|Santa|Kerstman|Zutphen))(?:$|\W)"
)
FULL_NAME = late(r"[A-ZÀ-Þ][\w’'-]+ (?:(?:van|de|den|der|ter|ten|von|la|le) ){0,2}[A-ZÀ-Þ][\w’'-]+")
FAMED = late(rf"(?<!\w){FAMOUS}(?!\w)")
LABELLED = late(
    r"#ad(?:v|vertentie)?(?!\w)|#reclame|betaalde? (?:samenwerking|partnerschap)|paid (?:partnership|collaboration)|"
    r"advertentie|sponsored|gesponsord"
)
ALL_OF_THEM = late(r"(?<!\w)(?:alle|elke|iedere|all|every|each)(?!\w)[^.]{0,6}$")
ONLY_CLAIMS = frozenset({"praised", "likely", "collab", "link", "named", "overuse", "glimpse"})

CROWD = late(  # numbers of customers are another kind: `social_proof`
    r"^(?:\w*klanten|kopers|mensen|gebruikers|bezoekers|volgers|vrienden|collega\w*|customers|buyers|people|users|"
    r"visitors|followers|friends|"
    r"colleagues|others|anderen|leden|members|ouders|parents|lezers|readers)(?!\w)"
)
SHORT = 4  # words
NEAR = 400  # characters

JUDGES = late(r"keurmerk|mark|bond|gilde|guild|association")


class OnFile(NamedTuple):
    """One paper that may be about the claim: what it is called, until when, and whether it may be shown."""

    name: str
    source: str
    until: datetime | None
    is_allowed: bool


def find(look: Look) -> Iterator[Noticed]:
    """Everybody whose name or trade is to lend weight, once a stretch of words."""
    for sentence, cues in look.cues_by_sentence("endorsement"):
        for cue in _strongest(cues):
            if _is_said(look, sentence, cue):
                yield _noticed(look, sentence, cue)


def _strongest(cues: Iterable[Cue]) -> list[Cue]:
    kept: list[Cue] = []
    for cue in sorted(cues, key=lambda one: (STRONG.index(one.sense), one.start, -one.end)):
        if not any(other.start < cue.end and cue.start < other.end for other in kept):
            kept.append(cue)
    return sorted(kept, key=lambda one: one.start)


def _is_said(look: Look, sentence: Sentence, cue: Cue) -> bool:
    if cue.sense == "overuse":
        return True
    past = cue.sense in ("mark", "member")
    if is_cancelled(sentence, cue.start, cue.end, past=past) or INNOCENT.search(sentence.folded):
        return False
    words = look.reading.text[cue.start : cue.end]
    if cue.sense in ("tested", "recommended", "mark", "seen") and BY_OURSELVES.search(words.lower()):
        return False
    return _fits(look, sentence, cue, words)


def _fits(look: Look, sentence: Sentence, cue: Cue, words: str) -> bool:
    """What each sense asks of the words around it."""
    if cue.sense == "tested":
        return not words.lower().startswith(("getest", "tested")) or _names_a_judge(look, cue)
    if cue.sense in ("famous", "named", "article"):
        return _may_be_known(look, words)
    if cue.sense == "expert":
        return CROWD.search(words.lower()) is None
    if cue.sense == "glimpse":
        return len(sentence.tokens) <= SHORT
    if cue.sense == "seen":
        return not NOT_FAMOUS.match(words.rsplit(maxsplit=1)[-1])
    if cue.sense == "member":
        return len(sentence.tokens) < SHORT or JUDGES.search(sentence.folded) is not None
    return True


def _names_a_judge(look: Look, cue: Cue) -> bool:
    words = look.reading.text[cue.start : cue.end].split()
    if len(words) == 2:
        return not look.reading.text[cue.end : cue.end + 2].strip(" .!")
    last = words[2].lower() if len(words) > 2 else ""
    return (
        words[1].lower() in ("door", "by")
        or last in ("nummer", "issue", "nr", "no", "test", "magazine", "het", "the", "de")
        or words[-1].isdigit()
    )


def _may_be_known(look: Look, words: str) -> bool:
    bare = (
        words.split(maxsplit=1)[-1]
        if words.lower().startswith(("ook ", "zelfs ", "even ", "also "))
        else words
    )
    if NOT_FAMOUS.match(bare):
        return False
    for person in look.facts.people or ():
        if person.role != "public" and named_at(words.lower(), person.name):
            return False
    shop = look.facts.shop
    return not (shop and shop.name and shop.name.casefold() in words.casefold())


def _noticed(look: Look, sentence: Sentence, cue: Cue) -> Noticed:
    state, because, evidence = _judge(look, sentence, cue)
    return Noticed(
        "endorsement",
        cue.sense,
        cue.start,
        cue.end,
        sentence,
        state=state,
        because=because,
        evidence=evidence,
    )


def _judge(look: Look, sentence: Sentence, cue: Cue) -> tuple[ClaimState, str, tuple[Evidence, ...]]:
    found = list(_papers(look, sentence, cue))
    for paper in found:
        if holds(paper.until, look.facts) and paper.is_allowed:
            shown = both(paper.name or "op dossier", paper.name or "on file")
            return (
                ClaimState.PROVEN,
                "",
                (Evidence(ClaimState.PROVEN, shown, paper.source, None, paper.name or None),),
            )
    if found:
        because = "no_permission" if holds(found[0].until, look.facts) else "expired"
        shown = both(found[0].name or "op dossier", found[0].name or "on file")
        return ClaimState.CONTRADICTED, because, (Evidence(ClaimState.CONTRADICTED, shown, found[0].source),)
    if cue.sense in ONLY_CLAIMS or not _is_weighty(look, sentence, cue):
        return ClaimState.UNKNOWN, "", ()
    return ClaimState.UNKNOWN, "expert" if cue.sense == "expert" else "no_record", ()


def _is_weighty(look: Look, sentence: Sentence, cue: Cue) -> bool:
    """Whether it claims so much that a record is needed: a first name alone is nobody whom all know."""
    if LABELLED.search(look.reading.folded, max(0, sentence.start - NEAR), sentence.end + NEAR):
        return cue.sense not in ("famous", "named", "collab")
    words = look.reading.text[cue.start : cue.end]
    if cue.sense == "famous":
        return (
            FAMED.search(words.lower()) is not None
            or FULL_NAME.search(words) is not None
            or _is_public(look, words)
        )
    if cue.sense == "expert" and ALL_OF_THEM.search(look.reading.folded[sentence.start : cue.start]):
        return (
            not look.facts.endorsements
        )  # one person made into a whole trade: an exaggeration, and its own rule
    return True


def _is_public(look: Look, words: str) -> bool:
    known = any(
        person.role == "public" and named_at(words.lower(), person.name) for person in look.facts.people or ()
    )
    lone = words.lower().startswith(("even ", "zelfs "))
    return known or lone


def _papers(look: Look, sentence: Sentence, cue: Cue) -> Iterator[OnFile]:
    facts, folded = look.facts, sentence.folded
    said = telling_words(sentence.tokens)
    if cue.sense in ("test", "tested", "award"):
        for test in facts.tests or ():
            if len(facts.tests or ()) == 1 or telling_words(test.name.lower().split()) & said:
                yield OnFile(test.name, "tests", test.licence_until_at, is_allowed=True)
    if cue.sense in ("mark", "member", "award"):
        for mark in facts.marks or ():
            if len(facts.marks or ()) == 1 or telling_words(mark.name.lower().split()) & said:
                yield OnFile(mark.name, "marks", mark.valid_until_at, is_allowed=True)
    for one in facts.endorsements or ():
        if (one.who and named_at(folded, one.who)) or _is_the_one(look, one.who, cue):
            yield OnFile(
                one.who,
                "endorsements",
                one.until_at,
                is_allowed=one.permission is not False or cue.sense == "article",
            )
    for proof in sources_for(facts, sentence.tokens):
        yield OnFile(proof.claim, "proofs", proof.valid_until_at, is_allowed=True)


def _is_the_one(look: Look, who: str, cue: Cue) -> bool:
    """Whether the only praise on file is the one that is meant, though by another name ("tv" for "RTL 4")."""
    return len(look.facts.endorsements or ()) == 1 and (not who or cue.sense in ("seen", "article"))


def understand(look: Look, sentence: Sentence, cue: Cue) -> Noticed | None:
    """What only the model hears: a claim, but too little to judge it by."""
    if is_undone(sentence, cue) or INNOCENT.search(sentence.folded) or BY_OURSELVES.search(sentence.folded):
        return None
    return Noticed("endorsement", cue.sense, cue.start, cue.end, sentence, is_pressing=False)


KIND = Kind("endorsement", CUES, find, claims=("endorsement",), drafts=("post",), understand=understand)
