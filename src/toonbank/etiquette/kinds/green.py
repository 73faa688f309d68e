"""Generic environmental claims: green, eco, sustainable, climate neutral, and what is said or on file to make them precise."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from toonbank.etiquette.evidence import ClaimState, Evidence
from toonbank.etiquette.kinds.base import Cue, Kind, Look, Noticed, apart, is_cancelled, is_undone
from toonbank.etiquette.kinds.cues.green import CUES
from toonbank.etiquette.kinds.records import holds, proofs_for
from toonbank.etiquette.late import late
from toonbank.etiquette.wording import both
from toonbank.language.reading import Sentence

if TYPE_CHECKING:
    from toonbank.etiquette.background import Proof

# What the word must stand beside to be about the environment, for words with another life of their own.
BESIDE = {
    "green": late(
        r"(?:kies|koop|ga|gaan|denk|leef|ondernemen|bezorg\w*|verzend\w*|choose|go|going|buy|think|live|shop|"
        r"deliver\w*)(?: \w+)? (?:groen(?:er)?|green(?:er)?)(?!\w)|"
        r"(?:groene?r?|green(?:er)?) (?:keuze|keus|stroom|energie|bezorg\w*|verzend\w*|verpakk\w*|lijn|collectie|"
        r"winkel\w*|zaak|webshop|onderneming|ondernemer|"
        r"bedrijf\w*|toekomst|impact|alternatief|product\w*|mode|koffer|manier|leven|aankoop|cadeau\w*|initiatief|"
        r"missie|voetafdruk|belofte|"
        r"choice|power|energy|delivery|shipping|packaging|line|collection|shop|store|business|company|future|"
        r"alternative|products?|fashion|way|living|"
        r"purchase|gifts?|option|footprint|mission|promise|pick)(?!\w)|"
        r"(?:wij|we|ons \w+|onze \w+|our \w+|bedrijf|winkel|shop|bezorging|delivery|verpakking|packaging|productie|"
        r"production) (?:zijn|are|is|worden?|go|gaan|become|became|werd\w*|helemaal|volledig|fully|100%)"
        r"(?: nu| now| al| helemaal| volledig| 100%| fully| all)* (?:groener|groen|greener|green)(?!\w)|(?:greener|"
        r"greenest|groenste|groener)(?!\w)(?! \w*(?:thee|tea|blad|leaf|gras|grass))"
    ),
    "conscious": late(
        r"(?:kies|koop|leef|shop|winkel|choose|buy|live|eet|consumeer|geniet|ga)(?: \w+)? (?:heel )?(?:bewust|"
        r"consciously|conscious)(?! (?:van|of|voor|kiezen)\W)|"
        r"(?:bewuste?|conscious(?:ly)?) (?:keuze\w*|keus|collectie|mode|lijn|gemaakt\w*|geproduceerd\w*|winkelen|"
        r"shoppen|consument\w*|leven|kopen|merk\w*|product\w*|"
        r"verpakt|choice\w*|collection|fashion|line|made|produced|shopping|living|consum\w*|brand\w*|buy\w*)(?!\w)"
    ),
    "natural": late(
        r"(?:100 ?%|helemaal|volledig|puur|puur en|all|fully|totally|completely|purely) (?:natuurlijke?|"
        r"natural)(?!\w)|puur natuur|pure nature|"
        r"(?:natuurlijke?|natural) (?:product\w*|ingredi\w+|cosmetic\w*|verzorging|skincare|care|zeep|soap|"
        r"materia\w+|keuze|choice|schoonmaak\w*|cleaning|verf|paint|"
        r"grondstof\w*|wol|wool|vezels?|fibres?)(?!\w)"
    ),
    "clean": late(r"(?:schone?|clean) (?:productie|production|energie|energy|beauty|mode|fashion|bezorg\w*|delivery|"
        r"keuze|choice|transport|materialen|ingredients)(?!\w)"),
    "responsible": late(
        r"(?:verantwoorde?|responsib(?:le|ly)|ethical(?:ly)?|ethische?|fair|low[- ]impact|"
        r"impactvolle?) (?:\w+ )?(?:gemaakt\w*|geproduceerd\w*|gewonnen|gekweekt\w*|ingekocht\w*|mode|keuze\w*|"
        r"collectie|winkelen|merk\w*|product\w*|verpakk\w*|productie|cadeau\w*|aankoop|kleding|made|produced|sourced|"
        r"fashion|choice\w*|collection|shopping|brand\w*|"
        r"packaging|production|clothing|clothes|gifts?|grown|materials?|wool|coffee|cotton)(?!\w)|"
        r"maatschappelijk verantwoord"
    ),
}  # fmt: skip
INNOCENT = late(
    r"(?:boek\w*|book\w*|cursus|course|workshop|lezing|talk|artikel|article|podcast) (?:\w+ ){0,3}(?:over|about|"
    r"on) (?:\w+ ){0,2}\w+|(?:duurza(?:am|me)) (?:vriendschap|relatie\w*|huwelijk|inzetba\w*|herinnering\w*|"
    r"contact\w*)|circula(?:ire|"
    r"r) (?:zaag|saw|breinaald\w*|needles?|naald\w*|knitting|muil|motion|beweging|route|"
    r"table|tafel|scarf|sjaal|rug)|eco(?:line|nomie|nomy)|ecology book|(?:carbon|co2)[- ]?(?:fiber|fibre|frame|"
    r"melder)|klimaatvrij"
)
SPECIFIED = late(
    r"\d+(?:[.,]\d+)? ?(?:%|procent|percent) (?!natuurlijk|natural|groen|green|eco|duurza|sustainable|composteer|"
    r"compost|biologisch afbreek|biodegrad|afbreek|circula|"
    r"garant|klimaat|co2|carbon|plastic|korting|off|emissie|uitstoot|recyclebaar|recyclable)\w+|(?<!\w)(?:grs|gots|"
    r"fsc|pefc|rcs|ocs|oeko[- ]?tex|eu[- ]?ecolabel|"
    r"milieukeur|ecolabel licen\w+|fair ?trade|cradle to cradle|c2c|blauer engel|blauwe engel|blue angel|nordic swan|"
    r"msc|asc|bluesign|rds|rws|"
    r"eko[- ]keurmerk|skal|demeter|energielabel|energy label|en ?13432|ok compost|iso ?\d+|b[- ]?corp)(?!\w)|"
    r"(?<!\w)(?:bakfiets|cargo bike|op de fiets|by bike|"
    r"per fiets|zonnepanelen|solar panels?)(?!\w)"
)
OFFSET = late(r"(?<!\w)(?:\w*compens\w+|offset\w*|bomen|trees|gold standard)(?!\w)")
ABOUT_NATURE = late(
    r"eco|green|groen|duurza|sustain|klimaat|climate|co2|carbon|milieu|environment|recycl|organic|biolog|compost|"
    r"afbreek|degrad|natu|bewust|"
    r"conscious|ethi|verantwoord|responsib|label|licen|keur|circul|energ|uitstoot|emissi|grs|gots|fsc|pefc|oeko|fair|"
    r"bio|plastic"
)
ONLY_CLAIMS = frozenset({"plastic", "guilt", "clean"})
LONE = 3  # words; "groen" alone on a shelf card is about the environment


class Backing(NamedTuple):
    """What the post says, and the shop has on file, to make its green words precise; looked up once a post."""

    proof: Proof | None
    is_expired: bool
    is_offset: bool
    is_specified: bool


def find(look: Look) -> Iterator[Noticed]:
    """Every generic green word that is about the shop, its goods or its work."""
    backing: Backing | None = None
    for sentence, cues in look.cues_by_sentence("green"):
        kept = apart(cues)
        covered = sum(len(look.reading.text[cue.start : cue.end].split()) for cue in kept)
        is_alone = covered == len(sentence.tokens) <= LONE
        for cue in kept:
            if _is_about_nature(sentence, cue, is_alone=is_alone):
                backing = backing or _backing(look)
                yield _noticed(sentence, cue, backing)


def _backing(look: Look) -> Backing:
    facts, folded = look.facts, look.reading.folded
    papers = [one for one in proofs_for(facts, look.reading.tokens) if ABOUT_NATURE.search(_said_in(one))]
    valid = [one for one in papers if holds(one.valid_until_at, facts)]
    is_offset = OFFSET.search(folded) is not None or any(OFFSET.search(_said_in(one)) for one in papers)
    proof = valid[0] if valid else None
    return Backing(proof, bool(papers) and not valid, is_offset, SPECIFIED.search(folded) is not None)


def _said_in(proof: Proof) -> str:
    return f"{proof.claim} {proof.basis}".lower()


def _is_about_nature(sentence: Sentence, cue: Cue, *, is_alone: bool) -> bool:
    text = sentence.folded
    start, end = cue.start - sentence.start, cue.end - sentence.start
    if is_cancelled(sentence, cue.start, cue.end, past=False) or _is_innocent(text, start, end):
        return False
    beside = BESIDE.get(cue.sense)
    if beside is None or is_alone:
        return True
    return any(match.start() < end and start < match.end() for match in beside.finditer(text))


def _is_innocent(text: str, start: int, end: int) -> bool:
    return any(match.start() < end and start < match.end() for match in INNOCENT.finditer(text))


def _noticed(sentence: Sentence, cue: Cue, backing: Backing) -> Noticed:
    state, because, evidence = _judge(cue, backing)
    return Noticed(
        "green", cue.sense, cue.start, cue.end, sentence, state=state, because=because, evidence=evidence
    )


def _judge(cue: Cue, backing: Backing) -> tuple[ClaimState, str, tuple[Evidence, ...]]:
    """Proven by a paper or made precise in the post; neutrality that rests on offsetting is neither."""
    is_neutral = cue.sense == "neutral"
    if is_neutral and backing.is_offset:
        return ClaimState.UNKNOWN, "offset", ()
    if backing.proof is not None:
        basis = backing.proof.basis or backing.proof.claim
        return ClaimState.PROVEN, "", (Evidence(ClaimState.PROVEN, both(basis, basis), "proofs"),)
    if backing.is_specified and not is_neutral and not backing.is_expired:
        return ClaimState.PROVEN, "", ()
    if cue.sense in ONLY_CLAIMS:
        return ClaimState.UNKNOWN, "", ()
    return ClaimState.UNKNOWN, "expired" if backing.is_expired else "generic", ()


def understand(look: Look, sentence: Sentence, cue: Cue) -> Noticed | None:
    """What only the model hears: a claim, but too little to judge it by."""
    if is_undone(sentence, cue) or INNOCENT.search(sentence.folded):
        return None
    return Noticed("green", cue.sense, cue.start, cue.end, sentence, is_pressing=False)


KIND = Kind("green", CUES, find, claims=("green",), drafts=("post",), understand=understand)
