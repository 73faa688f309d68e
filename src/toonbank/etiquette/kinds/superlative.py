"""Claims to stand above all others: the cheapest, the only, number one, guaranteed, better nowhere."""

from __future__ import annotations

from collections.abc import Iterator

from toonbank.etiquette.evidence import ClaimState, Evidence
from toonbank.etiquette.kinds.base import Cue, Kind, Look, Noticed, apart, is_undone
from toonbank.etiquette.kinds.cues.superlative import CUES, STORE
from toonbank.etiquette.kinds.records import holds, proofs_for
from toonbank.etiquette.late import late
from toonbank.etiquette.wording import both
from toonbank.language.goods import is_goods
from toonbank.language.reading import Sentence

OWNED = late(
    r"(?<!\w)(?:mijn|my|vind ik|vond ik|ik vind|wij vinden|we vinden|vinden wij|vinden we|volgens mij|"
    r"wat mij betreft|als je het mij vraagt|i (?:think|find|like|believe|feel)|"
    r"we (?:think|like|believe)|imo|imho|in my (?:opinion|view|eyes)|to me|for me|if you ask me|favoriet\w*|"
    r"favou?rites?|persoonlijk\w*|voor mij)(?!\w)"
)
NO_SUPERLATIVE = late(
    r"(?:de|het|onze|hun|the|our|veruit) (?:(?:aller)?(?:laatste|nieuwste)|newest|eerste|onderste|bovenste|middelste|"
    r"achterste|voorste|"
    r"binnenste|buitenste|uiterste|most (?:chosen|sold|liked|popular|loved|wanted|bought|"
    r"followed|shared|viewed|picked|ordered|watched)|juiste|vaste|naaste|minste|meeste|fewest|geste|liefste wens|"
    r"hoogste tijd|kunste|toekomste|"
    r"tweeduizendste|\w*(?:tigste|iende|honderdste|duizendste)|paste|kuste|miste|wiste|koste|beste (?:stuurlui|"
    r"wensen|vriend\w*)|ongeruste|bewuste|"
    r"rest|forest|west|guest|nest|test|chest|harvest|interest|request|honest|latest|quest|pest|vest|contest|priest|"
    r"invest|protest|fest|southwest|"
    r"northwest|digest|zest|crest|breast|feast|east|least|modest|earnest|august|best man|best wishes|"
    r"best before)(?!\w)"
)
OTHER_THINGS = late(  # what follows a superlative that says nothing of the shop or its goods
    r"\W*(?:\w+ ){0,1}?(?:twee|drie|vier|vijf|two|three|four|five|\d+|hit|foto\w*|photo\w*|toren|tower|boom|bomen|"
    r"trees?|gebouw|building|huis|house|berg|mountain|rivier|river|boek onder|pompoen|pumpkin|manier|way|moment|"
    r"tijd(?:stip)?|time|season|seizoen|deel|part|gedeelte|tip|tips|route|weg|"
    r"wens\w*|wishes|vraag|question|reden|reason|"
    r"stap|step|dag|day|maand|month|week|nacht|night|uur|hour|jaar|year|kans|chance|methode|method|fout|mistake|"
    r"nieuws|news|"
    r"medicijn|medicine|vriend\w*|friends?|plek om|place to|blad|leaf|kastanje\w*|klant\w*|customers?|bezoek\w*|"
    r"visitors?|regel|rule|trick|truc|optie|"
    r"option|volgorde|order|voorbeeld|example|moeite|effort|bewijs|proof|verhaal|story|stories|woord|word|vogel|bird|"
    r"hond|dog|kat|cat|kind|child|"
    r"uitdaging|challenge|gevolg|druk|zorg|worry|vorst|frost|rij|row|kant|side|hoek|corner|helft|half|is om|is to|"
    r"om te|to (?:wash|wait|do|clean|use|start))(?!\w)"
)
ADVICE = late(
    r"(?<!\w)(?:kun|kan|kunt|can|could|should|is) (?:je|jij|u|you|it)? ?(?:het|de|the)? ?(?:best|beste)(?!\w)|"
    r"(?<!\w)(?:het beste|best) (?:is|kun|kan|om|to|was|werkt|works)(?!\w)|"
    r"(?<!\w)(?:wie|who|bring|breng|neem|zoek|find|raad|guess) (?:\w+ ){0,3}(?:het|de|the)(?!\w)|^\W*(?:beste|"
    r"dear) (?!van |in |of |uit )|"
    r"^\W*(?:leg|put|zet|bewaar|store|gebruik|use|hang|pak|pick|start|begin|was|wash|snij\w*|cut|doe|plaats|place|"
    r"houd|keep|sorteer|sort|probeer|try|vermijd|avoid|wacht|wait) (?!(?:onze|our|het beste van|the best of)(?!\w))|"
    r"op (?:zijn|haar|hun) best|at (?:its|his|her|their) best|"
    r"(?:do|does|did|doing|done|try|trying|tried) (?:our|my|your|their|its) (?:very )?best|(?:laagste prijs|"
    r"lowest prices?) (?:van|of|in|uit) (?:de |the )?(?:laatste |last )?(?:€ ?)?\d"
)
PLACE = late(
    r"\W+(?:\w+ ){0,4}?(?:van|in|of|uit|ter|anywhere|around|on|op) ?(?:(?:the|de|het|heel|ons|onze|this|our|hele|"
    r"whole|entire|all|wijde|every|deze) )*"
    r"(?:nederland|belgië|vlaanderen|holland|europa|europe|wereld|world|stad|city|town|dorp|village|country|land|"
    r"county|regio|region|provincie|province|"
    r"streek|buurt|area|omgeving|markt|market|gelderland|achterhoek|twente|brabant|limburg|groningen|friesland|"
    r"drenthe|utrecht|zeeland|amsterdam|"
    r"zutphen|netherlands|belgium|britain|england|uk|north|south|east|west|noorden|zuiden|oosten|westen|straat|"
    r"street|aarde|earth|planet|web|internet|"
    r"anywhere|around)(?!\w)"
)
CAPITAL_PLACE = late(r"\W+(?:\w+ ){0,3}(?:van|in|of|uit) (?:de |het |the )?(?-i:[A-ZÀ-Þ][\w-]+)")
OF_ALL = late(  # of all that there are
    r"^[^.!?;:]{1,60}?[ ,](?:die er (?:bestaat|is|zijn)|(?:die |dat )?(?:je|u|er) (?:\w+ )?(?:te koop|kunt? (?:kopen|vinden|krijgen))|"
    r"(?:te koop|verkrijgbaar) is|bestaat|ter wereld|money can buy|you (?:can|could|will|['’]ll)(?: \w+)? (?:get|buy|find|own|feed)|"
    r"you['’]ll (?:ever )?(?:get|buy|find|own)|on earth|known to man|van dit moment|in existence)"
)
MEASURABLE = late(
    r"(?:grootste|kleinste|langste|kortste|breedste|smalste|dikste|dunste|zwaarste|lichtste|oudste|largest|biggest|smallest|longest|shortest|"
    r"widest|narrowest|thickest|thinnest|heaviest|lightest|oldest)\Z"
)
OF_OUR_OWN = late(  # of what lies here, not of what there is elsewhere
    r"\W+(?:\w+ ){1,2}?(?:(?:die|dat|that|which) )?(?:(?:we|wij|ik|i) (?:hebben|heb|voeren|maken|maak|verkopen|verkoop|have|stock|"
    r"carry|keep|make|sell)|(?:we|i)['’]ve got|in huis)(?!\w)"
)
OURS = late(
    r"(?<!\w)(?:wij|we|ons|onze|bij ons|us|our|ours|hier|here|deze|this|dit|these|winkel|zaak|shop|store|assortiment|"
    r"range|keuze|selection|prijs|prijzen|"
    r"prices?|service|levering|bezorging|delivery|kwaliteit|quality|collectie|collection|merk|brand|nieuwe|new)(?!\w)"
)
STORE_AFTER = late(
    rf"\W+(?:\w+ ){{0,2}}?(?:{STORE}|assortiment|range|keuze|selection|choice|prijs|prijzen|prices?|service|levering|"
    rf"bezorging|delivery|kwaliteit|quality|collectie|collection)(?!\w)"
)
NOUN_AFTER = late(r"\W+(?:en \w+ste |and \w+est )?(\w+)(?:\W+(\w+))?")
TASTE = late(
    r"(?:aller)?(?:lekker|leuk|mooi|gezellig|fijn|lief|knus|vrolijk|warm|heerlijk|schattig|hip|gaaf|tof|"
    r"smakelijk)ste|"
    r"(?<!\w)(?:tastiest|nicest|loveliest|cutest|prettiest|cosiest|coziest|sweetest|coolest|funniest|happiest|"
    r"yummiest|finest|most (?:beautiful|delicious|fun|"
    r"wonderful|charming|adorable))(?!\w)"
)
OVER_THE_TOP = late(
    r"experience|ervaring|beleving|possible(?!\w)|mogelijke?(?!\w)|universum|universe|melkweg|galaxy|planeet|planet|"
    r"sinds gesneden brood|sliced bread|aller tijden|all time|"
    r"ever(?!\w)|ooit|heelal|zonnestelsel|solar system|hemel"
)
WHOLLY = ("number_one", "nowhere", "unmatched", "proven", "first", "only")
LAW = late(
    r"(?<!\w)(?:wet|wettelijk\w*|law|legal\w*|garantie van|year guarantee|jaar garantie|twee jaar|two year)(?!\w)"
)
RESULT = late(
    r"(?:gegarandeerd|guaranteed)(?: \w+){0,3}? (?:\w*ste|\w+est|best\w*|resultaat|results?|raak|succes\w*|success|"
    r"goedkoop\w*|cheap\w*|droog|dry|warm|vers|fresh|"
    r"geld|money|plezier|stil\w*|quiet\w*|lang\w*|long\w*|beter|better|tevreden|satisf\w*|to \w+|nooit|never|niet|"
    r"zonder|without|kind\w*|vlek\w*|"
    r"safe|veilig|laag\w*|low\w*)"
)
ISSUE = late(
    r"(?:nummer|number|nr\.?|no\.?|#|issue) ?(?:no\.? ?)?(?:1|een|één|one)(?: \w+)? (?:van|of|is) (?:het |the |"
    r"de )?(?:tijdschrift|magazine|krant|blad|uit|out|serie|series|lijst|list)|(?:number|nummer) (?:one|1|een|één) "
    r"(?:\w+ )?(?:problem|probleem|question|vraag|mistake|"
    r"fout|reason|reden|enemy|vijand|rule|regel|cause|oorzaak)|(?:stap|step|tip|deel|part|punt|point|"
    r"regel|rule|les|lesson|vraag|question|fout|mistake) (?:nummer |number |nr\.? |#)|issue no|huisnummer|bus |tram |"
    r"lijn |"
    r"line |hit"
)
MORE_THAN = late(r"(?<!\w)(?:meer|more|better|beter|\w{3,}ere|\w{3,}er (?:dan|than|\w+))(?!\w)")
NOBODY_ANY_MORE = late(
    r"(?:niemand|nobody|no one|no-one) .*(?:any more$|(?<!\w)(?:ze|hem|het|dat|dit|er) .*meer$|meer$)"
)
THAN = late(r"(?<!\w)(?:dan|than)(?!\w)")
YOU_ARE = late(r"(?<!\w)(?:you are|you['’]re|you were|je bent|jij bent|u bent|i am|i['’]m|ik ben)(?!\w)")
LOOSE_ENDS = (" met", " with", " die", " to", " van", " of")
ONE_PERSON = late(r"(?:the only one|de enige)(?: in| die| who)?$")
NEAR = 200  # characters after a superlative that may say of what
SHORT = 4  # words; a slogan of so few is about the shop


def find(look: Look) -> Iterator[Noticed]:
    """Every claim to be above the rest; `sense` "puff" is what nobody takes literally."""
    for sentence, cues in look.cues_by_sentence("superlative"):
        if OWNED.search(sentence.folded) or ADVICE.search(sentence.folded):
            continue
        for cue in apart(cues):
            sense = _sense(look, sentence, cue)
            if sense:
                yield _noticed(look, sentence, cue, sense)


def _sense(look: Look, sentence: Sentence, cue: Cue) -> str:
    words = look.reading.folded[cue.start : cue.end]
    rest = look.reading.text[cue.end : min(sentence.end, cue.end + NEAR)]
    small = rest.lower()
    if sentence.is_question or sentence.is_quoted(cue.start, cue.end) or sentence.is_past(cue.start, cue.end):
        return ""
    if cue.sense not in ("nowhere", "unmatched") and sentence.is_negated(cue.start, cue.end):
        return ""
    is_slogan = len(sentence.tokens) <= SHORT
    if cue.sense == "puff":
        return "puff" if is_slogan and not small.strip(" .!") else ""
    if cue.sense == "always":
        return "claim"
    if cue.sense == "guarantee":
        return _guaranteed(sentence, words, is_slogan=is_slogan)
    if cue.sense == "number_one":
        return "" if ISSUE.search(sentence.folded) or _is_label(sentence, cue) else "claim"
    if cue.sense in WHOLLY:
        return _wholly(sentence, cue, small)
    return _most(sentence, words, rest, is_slogan=is_slogan)


RANKED = late(  # what may stand before "nummer 1" when it boasts
    r"(?<!\w)(?:de|dé|het|een|jouw|je|uw|onze|ons|jullie|mijn|the|a|your|our|my|their|hun|is|zijn|are|was|blijft|blijven|staat|staan|worden|"
    r"wordt|voted|verkozen|op|als|tot|as|still|nog|al|weer|echte|absolute|true|real|undisputed|onbetwiste?|\w+['’]s)\W+\Z|[:!.–—-]\W*\Z"
)
OF_A_PLACE = late(r"\W+(?:in|van|of) (?!(?:de |het |the )?(?:lijst|list|gang|rij|serie|hotel))\w")


def _is_label(sentence: Sentence, cue: Cue) -> bool:
    """Whether it numbers a thing: "kamer nummer 1 is vrij", "olie nummer 1 voor de ketting"."""
    start, end = cue.start - sentence.start, cue.end - sentence.start
    before = sentence.folded[:start]
    if not before.strip() or RANKED.search(before):
        return False
    return OF_A_PLACE.match(sentence.folded, end) is None


def _guaranteed(sentence: Sentence, words: str, *, is_slogan: bool) -> str:
    text = sentence.folded
    if LAW.search(text):
        return ""
    return (
        "claim"
        if is_slogan
        or RESULT.search(text)
        or "100" in words
        or (words.endswith(("gegarandeerd", "guaranteed")) and not text.startswith(words))
        else ""
    )


def _wholly(sentence: Sentence, cue: Cue, rest: str) -> str:
    text = sentence.folded
    words = text[cue.start - sentence.start : cue.end - sentence.start]
    if cue.sense == "nowhere":
        if words.startswith(("vind", "find", "krijg", "get")) and not MORE_THAN.search(text):
            return ""
        return "" if NOBODY_ANY_MORE.match(words) and not THAN.search(rest) else "claim"
    if cue.sense == "only" and ONE_PERSON.match(words) and not PLACE.match(f" in{rest}"):
        return ""
    if cue.sense == "first" and (OTHER_THINGS.match(rest) or OTHER_THINGS.search(words)):
        return ""
    if cue.sense in ("only", "first") and words.endswith(LOOSE_ENDS):
        return "claim" if OURS.search(text) and not YOU_ARE.search(text) else ""
    return "claim"


def _most(sentence: Sentence, words: str, rest: str, *, is_slogan: bool) -> str:
    if NO_SUPERLATIVE.match(words + rest[:12].lower()) or OTHER_THINGS.match(rest.lower()):
        return ""
    if MEASURABLE.search(words.rstrip()) and OF_OUR_OWN.match(rest.lower()):
        return ""
    is_taste = TASTE.search(words) is not None
    if OVER_THE_TOP.search(rest.lower()):
        return "puff"
    has_place = (
        OF_ALL.search(rest.lower())
        or PLACE.match(rest.lower())
        or CAPITAL_PLACE.match(rest)
        or words.startswith(("best in", "best of", "beste van", "beste in"))
    )
    if has_place:
        return "claim" if not is_taste else "puff"
    if is_taste:
        return "puff" if is_slogan or OURS.search(sentence.folded) else ""
    if STORE_AFTER.match(rest.lower()) or OURS.search(sentence.folded) or _goods_follow(rest.lower()):
        return "claim"
    return "claim" if is_slogan else ""


def _goods_follow(rest: str) -> bool:
    match = NOUN_AFTER.match(rest)
    return match is not None and any(word and is_goods(word) for word in match.groups())


def _noticed(look: Look, sentence: Sentence, cue: Cue, sense: str) -> Noticed:
    state, because, evidence = _judge(look, sentence)
    return Noticed(
        "superlative", sense, cue.start, cue.end, sentence, state=state, because=because, evidence=evidence
    )


def _judge(look: Look, sentence: Sentence) -> tuple[ClaimState, str, tuple[Evidence, ...]]:
    because = "no_proof"
    for proof in proofs_for(look.facts, sentence.tokens):
        if holds(proof.valid_until_at, look.facts):
            shown = both(proof.basis or proof.claim, proof.basis or proof.claim)
            return ClaimState.PROVEN, "", (Evidence(ClaimState.PROVEN, shown, "proofs"),)
        because = "expired"
    return ClaimState.UNKNOWN, because, ()


def understand(look: Look, sentence: Sentence, cue: Cue) -> Noticed | None:
    """What only the model hears: a claim, but too little to judge it by."""
    text = sentence.folded
    if is_undone(sentence, cue) or OWNED.search(text) or ADVICE.search(text) or NO_SUPERLATIVE.search(text):
        return None
    return Noticed("superlative", "puff", cue.start, cue.end, sentence, is_pressing=False)


KIND = Kind("superlative", CUES, find, claims=("superlative",), drafts=("post",), understand=understand)
