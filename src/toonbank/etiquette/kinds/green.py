"""Generic environmental claims: green, eco, sustainable, climate neutral, and what is said or on file to make them precise."""

from __future__ import annotations

from collections.abc import Iterator

from toonbank.etiquette.evidence import ClaimState, Evidence
from toonbank.etiquette.kinds.base import Cue, Kind, Look, Noticed, apart, is_cancelled
from toonbank.etiquette.kinds.cues.green import CUES
from toonbank.etiquette.kinds.records import holds, proofs_for, telling_words
from toonbank.etiquette.late import late
from toonbank.etiquette.wording import both
from toonbank.language.reading import Sentence

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
ONLY_CLAIMS = frozenset({"plastic", "guilt", "clean"})
LONE = 3  # words; "groen" alone on a shelf card is about the environment


def find(look: Look) -> Iterator[Noticed]:
    """Every generic green word that is about the shop, its goods or its work."""
    for sentence, cues in look.cues_by_sentence("green"):
        kept = apart(cues)
        covered = sum(len(look.reading.text[cue.start : cue.end].split()) for cue in kept)
        is_alone = covered == len(sentence.tokens) <= LONE
        for cue in kept:
            if _is_about_nature(sentence, cue, is_alone=is_alone):
                yield _noticed(look, sentence, cue)


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


def _noticed(look: Look, sentence: Sentence, cue: Cue) -> Noticed:
    state, because, evidence = _judge(look, sentence, cue)
    return Noticed(
        "green", cue.sense, cue.start, cue.end, sentence, state=state, because=because, evidence=evidence
    )


def _judge(look: Look, sentence: Sentence, cue: Cue) -> tuple[ClaimState, str, tuple[Evidence, ...]]:
    """Proven by a paper or made precise in the post; neutrality that rests on offsetting is neither."""
    folded = look.reading.folded
    is_neutral = cue.sense == "neutral"
    said = telling_words(look.reading.tokens)
    because = "generic"
    for proof in (look.facts.proofs or ()) if said else ():
        if proof not in tuple(proofs_for(look.facts, look.reading.tokens)):
            continue
        if is_neutral and OFFSET.search(f"{proof.claim} {proof.basis}".lower()):
            because = "offset"
        elif not holds(proof.valid_until_at, look.facts):
            because = "expired"
        else:
            shown = both(proof.basis or proof.claim, proof.basis or proof.claim)
            return ClaimState.PROVEN, "", (Evidence(ClaimState.PROVEN, shown, "proofs"),)
    if is_neutral and (OFFSET.search(folded) or because == "offset"):
        return ClaimState.UNKNOWN, "offset", ()
    if because == "generic" and not is_neutral and SPECIFIED.search(folded):
        return ClaimState.PROVEN, "", ()
    return ClaimState.UNKNOWN, "" if cue.sense in ONLY_CLAIMS else because, ()


KIND = Kind("green", CUES, find, claims=("green",), drafts=("post",))
