"""Authority lent from others: a known face, a medium, a test, a mark, "dermatologists", and what is on file of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import NamedTuple

from toonbank.etiquette.evidence import ClaimState, Evidence
from toonbank.etiquette.kinds.base import Cue, Kind, Look, Noticed, is_cancelled, is_undone
from toonbank.etiquette.kinds.cues.endorsement import CUES, FAMOUS
from toonbank.etiquette.kinds.judges import (
    KNOWN,
    Said,
    grades,
    is_same,
    names_in,
    says_more,
    speaks_of,
)
from toonbank.etiquette.kinds.records import holds, named_at, sources_for
from toonbank.etiquette.late import late
from toonbank.etiquette.wording import both
from toonbank.language.numbers import Number
from toonbank.language.reading import Sentence


def _words(lines: str) -> tuple[str, ...]:
    return tuple(lines.split())


STRONG = _words(
    "overuse test tested award mark expert famous praised seen recommended article collab named member link glimpse"
)
BY_OURSELVES = late(
    r"(?:door|by|in|with|bij|at|op|on) (?:ons|us|mij|me|onze|our|mezelf|myself|jou|you|onszelf|ourselves|\d+ (?:graden|degrees)|"
    r"de praktijk|practice|"
    r"augustus|een uur|een winkel|\d{4})(?!\w)|uitstekend getest|"
    r"(?<!\w)(?:love|hou van|houden van) (?:ons|onze|our|mijn|my)(?!\w)|"
    r"(?<!\w)(?:trots|proud|blij|happy|dankbaar|grateful) (?:op|of|met|with|for|voor) (?:ons|onze|our|mijn|my)(?!\w)"
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


TESTS = frozenset({"test", "tested", "award"})


class OnFile(NamedTuple):
    """One paper that may be about the claim: what it is called, until when, and whether it may be shown."""

    name: str
    source: str
    until: datetime | None
    is_allowed: bool
    result: str = ""


def find(look: Look) -> Iterator[Noticed]:
    """Everybody whose name or trade is to lend weight, once a stretch of words."""
    past = -1
    for sentence, cues in look.cues_by_sentence("endorsement"):
        said = [cue for cue in _strongest(cues) if _is_said(look, sentence, cue)]
        tells_result = any(cue.sense == "test" for cue in said)
        for cue in said:
            is_told = cue.start < past or (cue.sense == "tested" and tells_result)
            if not is_told:  # "getest door de bond: beste koop" is one claim
                past = cue.end
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
    asks = not sentence.folded.endswith("which?")  # the tester, and no question
    if is_cancelled(sentence, cue.start, cue.end, past=past, question=asks) or INNOCENT.search(
        sentence.folded
    ):
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
        or KNOWN.match(last) is not None
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
    given = tuple(_grades(look, sentence, cue)) if cue.sense in TESTS and look.facts.tests else ()
    state, because, evidence = _judge(look, sentence, cue, given)
    return Noticed(
        "endorsement",
        cue.sense,
        cue.start,
        cue.end,
        sentence,
        state=state,
        because=because,
        evidence=evidence,
        number_at=(given[0].start, given[0].end) if given else None,
    )


def _grades(look: Look, sentence: Sentence, cue: Cue) -> Iterator[Number]:
    yield from grades(look, sentence)
    last = look.reading.sentence_at(cue.end)
    # "Which? scored it 91%" is no question and an answer.
    if last.start != sentence.start and cue.end > sentence.end:
        yield from grades(look, last)


Judged = tuple[ClaimState, str, tuple[Evidence, ...]]


def _judge(look: Look, sentence: Sentence, cue: Cue, given: tuple[Number, ...]) -> Judged:
    said = Said(look, sentence, cue)
    found = list(_papers(said))
    held = [paper for paper in found if holds(paper.until, look.facts) and paper.is_allowed]
    for paper in held:
        if not says_more(said, paper.result, given):
            return ClaimState.PROVEN, "", (_shown(ClaimState.PROVEN, paper),)
    if found:
        paper = held[0] if held else found[0]
        because = "result" if held else "no_permission" if holds(paper.until, look.facts) else "expired"
        return ClaimState.CONTRADICTED, because, (_shown(ClaimState.CONTRADICTED, paper),)
    if cue.sense in ONLY_CLAIMS or not _is_weighty(look, sentence, cue):
        return ClaimState.UNKNOWN, "", ()
    return ClaimState.UNKNOWN, "expert" if cue.sense == "expert" else "no_record", ()


def _shown(state: ClaimState, paper: OnFile) -> Evidence:
    said = f"{paper.name}: {paper.result}" if paper.name and paper.result else paper.name
    return Evidence(
        state, both(said or "op dossier", said or "on file"), paper.source, None, paper.name or None
    )


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
        # One person made into a whole trade: an exaggeration, and its own rule.
        return not look.facts.endorsements
    return True


def _is_public(look: Look, words: str) -> bool:
    known = any(
        person.role == "public" and named_at(words.lower(), person.name) for person in look.facts.people or ()
    )
    lone = words.lower().startswith(("even ", "zelfs "))
    return known or lone


def _papers(said: Said) -> Iterator[OnFile]:
    look, sentence, cue = said
    facts, folded = look.facts, sentence.folded
    if cue.sense in TESTS:
        for test in facts.tests or ():
            if speaks_of(said, test.name, test.result, len(facts.tests or ())):
                yield OnFile(test.name, "tests", test.licence_until_at, is_allowed=True, result=test.result)
    if cue.sense in ("mark", "member", "award"):
        for mark in facts.marks or ():
            if speaks_of(said, mark.name, "", len(facts.marks or ())):
                yield OnFile(mark.name, "marks", mark.valid_until_at, is_allowed=True)
    for one in facts.endorsements or ():
        if (one.who and named_at(folded, one.who)) or _is_the_one(said, one.who):
            yield OnFile(
                one.who,
                "endorsements",
                one.until_at,
                is_allowed=one.permission is not False or cue.sense == "article",
            )
    for proof in sources_for(facts, sentence.tokens):
        yield OnFile(proof.claim, "proofs", proof.valid_until_at, is_allowed=True)


def _is_the_one(said: Said, who: str) -> bool:
    """Whether the only praise on file is the one that is meant, though by another name ("tv" for "RTL 4")."""
    if len(said.look.facts.endorsements or ()) != 1 or (who and said.cue.sense not in ("seen", "article")):
        return False
    return not who or all(is_same(who, name) for name in names_in(said.look, said.sentence))


def understand(look: Look, sentence: Sentence, cue: Cue) -> Noticed | None:
    """What only the model hears: a claim, but too little to judge it by."""
    if is_undone(sentence, cue) or INNOCENT.search(sentence.folded) or BY_OURSELVES.search(sentence.folded):
        return None
    heard = _noticed(look, sentence, cue._replace(sense="test")) if look.facts.tests else None
    if heard is not None and heard.state is not ClaimState.UNKNOWN:
        return heard._replace(sense=cue.sense, is_pressing=False)
    return Noticed("endorsement", cue.sense, cue.start, cue.end, sentence, is_pressing=False)


KIND = Kind("endorsement", CUES, find, claims=("endorsement",), drafts=("post",), understand=understand)
