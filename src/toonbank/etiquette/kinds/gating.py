"""Asking for reviews in a way that lets only the good ones through: for praise, for a reward, of the happy ones."""

from collections.abc import Iterator

from toonbank.etiquette.kinds.base import Cue, Kind, Look, Noticed
from toonbank.etiquette.kinds.cues.gating import CUES
from toonbank.etiquette.late import late
from toonbank.language.reading import Sentence

OF_WORKS = late(
    r"(?<!\w)(?:boek|boekje|breiboek|roman|film|krant|tijdschrift|voorstelling|hotel|anijs|anise|book|novel|movie|"
    r"play|patterns?|patroon|"
    r"dahlia\w*|hemel|sky|nacht|night|kerst\w*|christmas)(?!\w)"
)
EITHER_WAY = late(
    r"goed (?:of|en) (?:slecht|minder goed)|tevreden of niet|(?:of|en|or|and) (?:niet|not)(?! \w+ klaar)|good (?:or|"
    r"and) (?:bad|less good)|"
    r"pleased or not|happy or not|(?<!\w)(?:eerlijke?|honest\w*|ook (?:een )?strenge|elke mening|every opinion|"
    r"kritiek|criticism|iedereen|"
    r"either way|hoe dan ook)(?!\w)"
)
ONE = r"(?:[\w-]*review|recensie|beoordeling|rating|testimonial|\w*sterren|stars?|sterrenreview)"
ASK = late(
    rf"(?<!\w)(?:je|jouw|jullie|uw|your|an?|een|elke|iedere|every|each|any|per|die|die ene|\d|vijf|five|the|"
    rf"de) (?:\w+[- ]){{0,2}}{ONE}(?!\w)|"
    rf"(?<!\w)(?:schrijf\w*|laat|horen we|hear|zet|deel|plaats\w*|geef|put|pop|shout|roep|leave|write|writes|post|"
    rf"drop|give|rates?|"
    rf"rating|"
    rf"beoordeel\w*|vertel|tell|reviewen)(?!\w)"
)
GAIN = late(
    r"(?<!\w)(?:\w*bon(?:nen|netje)?|waardebon|vouchers?|\w*korting\w*|discounts?|\w+ off|tegoed|credits?|gratis|"
    r"free|cadeau\w*|gifts?|giftcard|"
    r"presentje|cashback|\w*code|bedankje|treat|traktatie|traktat\w+|spaarpunten|loyalty points|beloning|reward\w*|"
    r"on us|op ons|"
    r"van ons|verlot\w*|loten|"
    r"draw|raffle|prizes?|prijs|kans (?:op|maken)|win|winnen|maak kans|hamper|geld terug|terugbetal\w*|storten|stort|"
    r"refund\w*|money back|"
    r"reimburse\w*|euro|€|verrassing\w*|surprise|kop(?:je)? koffie|coffee|koffie|taart|cake|ruil voor|in return|"
    r"in exchange|"
    r"for a (?:discount|voucher|gift)|extraatje|something extra|iets lekkers)(?!\w)|€"
)
DRAWN = late(
    r"(?<!\w)(?:wie|who|whoever|iedereen die|everyone who)(?: \w+){0,6} (?:review|recensie|beoordeling|rating|"
    r"sterren|stars)(?:,? \w+){0,2},? (?:spaart|krijgt|wint|ontvangt|gets|earns|wins|receives|collects)(?!\w)|"
    r"(?<!\w)(?:uit|onder|tussen|van|of|from|among|out of) (?:al |alle |all |de |the |our |onze )*(?:nieuwe |"
    r"new )?(?:reviews|recensies|beoordelingen|reviewers|ratings|"
    r"schrijvers)(?!\w).{0,120}?(?<!\w)(?:winnaar|winner|wins?|wint|verlot\w*|loten|draw|trekken|cadeau\w*|gift|"
    r"\w*bon|"
    r"voucher|prijs|prize)(?!\w)|"
    r"(?:reviewers?|(?:who|wie|die) (?:\w+ )?(?:reviews?|rates?|beoordeelt)) (?:\w+ ){0,3}(?:wins?|gets?|receives?|"
    r"wint|krijgt|ontvangt)(?!\w)"
)
GIVEN = late(
    r"(?:(?<!\w)(?:en|and|dan|then)|,)(?: je| you| we| wij| ook)?(?: will| can| mag| kun je)? (?:ontvang\w*|krijg\w*|"
    r"pak|haal|win|verdien\w*|sturen|stuur|geven|"
    r"trakteren|sparen|send|give|treat|receive|get|pick up|grab|claim|earn|collect|knock)(?!\w)"
)
THEN = late(
    r"^\W*(?:dan|then|in ruil|als dank|as a thank|je krijgt|you get|wij (?:geven|trakteren)|we (?:geven|give|treat|"
    r"trakteren|send)|your next|"
    r"(?:een|a|an) (?:\w+ ){0,3}(?:bon|voucher|cadeau\w*|gift|koffie|coffee|discount|korting)|krijg|ontvang|receive|"
    r"get)"
)
PRAISING = (
    r"(?:positieve?|leuke?|lovende?|goede?|mooie?|lieve?|fijne?|topp?e?|glowing|nice|positive|good|great|lovely|kind|"
    r"rave|"
    r"5|vijf|five|10|tien|five star|5 star|5 sterren|vijf sterren)"
)
PRAISE_ASKED = late(
    r"(?<!\w)(?:sterren|stars)(?: \w+)? (?:welkom|welcome|appreciated|gewaardeerd)(?!\w)|"
    rf"(?<!\w){PRAISING}[- ]+(?:\w+[- ])?{ONE}(?!\w)|(?<!\w){ONE} (?:\w+ ){{0,2}}(?:graag|please)(?!\w)|"
    r"(?:steun|support|help) (?:ons|us|je \w+) (?:met|with) (?:je |your |wat |some )?(?:sterren|stars)"
)
HAS_RATING = late(r"(?<!\w)(?:hotel|kregen|gekregen|hebben|received|got|have|earned|gemiddeld|average)(?!\w)")
WANTED = late(
    r"(?<!\w)(?:welkom|welcome|schrijf\w*|laat|zet|deel|plaats|geef|leave|write|post|drop|give|graag|please|steun|"
    r"support|help\w*|"
    r"doet ons|means|zou|would|"
    r"kun|can you|mogen|may we|vraag|ask\w*|hoop\w*|hope)(?!\w)"
)
PLEASED = late(
    r"(?<!\w)(?:tevreden|blij|happy|satisfied|pleased|loved (?:it|your|us)|love it|enjoyed|genoten|enthusiastic|"
    r"impressed|delighted|thrilled|good time|bevallen|beviel|onder de indruk|fan geworden|naar je zin|fijn gevonden|"
    r"leuk gevonden|enthousiast|"
    r"liked it|goede ervaring|good experience|happily)(?!\w)(?: \w+){0,8}\?|(?:alleen|enkel|"
    r"only)(?: \w+){0,3} (?:tevreden|"
    r"blij|happy|satisfied|pleased)|"
    r"(?:ben|bent|was|waren) (?:je|u|jullie) (?:\w+ )?(?:blij|tevreden)|(?:als|if|when|wie) (?:you['’ ]?a?re|je|u|"
    r"you|jullie)? ?(?:\w+ )?(?:tevreden|blij|happy|satisfied|pleased)"
)
CHANGE = late(
    rf"(?<!\w)(?:haal\w*|verwijder\w*|pas\w*|aanpas\w*|wijzig\w*|verander\w*|take|remove|delete|change|changing|"
    rf"edit\w*|update|raise|revise\w*|"
    rf"withdraw)(?!\w)(?: [\w-]+){{0,4}} (?:{ONE}|score|\w+ sterren|\w+ stars)(?!\w)|"
    rf"(?<!\w){ONE}(?: \w+){{0,4}} (?:weg|weghaalt|weghalen|aanpast|aanpassen|verwijdert|verwijderen|edited|removed|"
    rf"changed|down)(?!\w)"
)
FREELY = late(  # what is given does not hang on it
    r"(?<!\w)(?:whether(?: \w+){0,10}? or (?:not|leave)|whether or not|regardless|no matter|even (?:if|when)|either way|"
    r"ongeacht|los van|ook (?:als|wanneer)|of (?:je|u|jij|jullie) [^.!?]{0,60}?(?<!\w)of (?:niet|laat)|"
    rf"hoeft? (?:\w+ ){{0,3}}{ONE}(?: \w+){{0,3}} niet|hoeft? (?:\w+ )?niets? (?:aan |van )?(?:\w+ )?{ONE}|"
    r"(?:do not|don['’]t|no) (?:have |need )(?:for you )?to (?:change|remove|edit|update|take)|need not (?:change|remove|edit)|"
    r"without (?:you )?(?:changing|removing)|zonder dat (?:je|u))(?!\w)"
)
KEPT = late(rf"(?<!\w)(?:keep|leave|laat|houdt?|behoudt?)(?: \w+){{0,2}} {ONE}(?!\w)")
STAYS = late(rf"(?<!\w){ONE}(?: \w+){{0,3}} (?:staan|blijft|blijven|stays?|stands?|remains?)(?!\w)")
UNBOUND = late(r"(?<!\w)(?:mag|kan|can|may|gerust|rustig|gewoon|feel free|welcome|happily)(?!\w)")
ONLY_IF = late(
    r"(?<!ook )(?<!zelfs )(?<!even )(?<!\w)(?:als|if|mits|zolang|as long as|provided|when|wanneer|indien|in ruil|in return)(?!\w)"
)
OUR_CHANGE = late(
    r"(?<!\w)(?:we|wij|ik|i) (?:\w+ ){0,2}(?:changed?|pasten|veranderden|updated?|aangepast)(?!\w)"
)
ASK_US = late(
    rf"(?<!\w)(?:beoordeel|rate|review|schrijf|write|laat|leave|post|plaats|zet|geef|give|deel|"
    rf"drop)(?!\w)(?: \w+){{0,4}} (?:ons|us|{ONE}|google|trustpilot|kiyoh)(?!\w)|"
    r"^\W*(?:beoordeel|rate|review)(?!\w)"
)
RAISE = late(
    r"(?<!\w)(?:maak|make|zet|turn|trek) (?:er|het|hem|it|that|this|die|dat) (?:eens |even |dan |a |an |into |up to |"
    r"op |naar )*(?:\d|vijf|vier|tien|five|four|ten)(?!\w)"
)
THANKS = late(
    r"(?:bedankje|treat|traktatie|gift|cadeau\w*|voucher|bon|code) (?:voor|for) (?:\w+ ){0,2}(?:sterren|stars|review|"
    r"recensie|beoordeling)|"
    r"(?:review|recensie|beoordeling|sterren|stars|rating) (?:in ruil |in exchange |in return )?(?:voor|"
    r"for) (?:\w+ ){0,2}(?:\w*korting|"
    r"\w*bon|discount|voucher|gift|cadeau|tegoed|credit|code)(?!\w)"
)

SHORT = 5  # words; a slogan of so few is about reviews, whatever else it leaves out


def find(look: Look) -> Iterator[Noticed]:
    """Every way of asking that shuts somebody out; an honest question to everybody is none."""
    if OF_WORKS.search(look.reading.folded) and "google" not in look.reading.folded:
        return
    past = -1
    for sentence, cues in look.cues_by_sentence("gating"):
        sense = _sense(look, sentence, cues)
        if sense and sentence.start > past and not sentence.is_quoted(cues[0].start, cues[0].end):
            past = _next(look, sentence).end if sense in ("reward", "pleased") else sentence.end
            yield Noticed("gating", sense, sentence.start, sentence.end, sentence)


def _next(look: Look, sentence: Sentence) -> Sentence:
    return look.reading.sentence_at(min(sentence.end + 2, len(look.reading.text)))


def _sense(look: Look, sentence: Sentence, cues: list[Cue]) -> str:
    text = sentence.folded
    senses = {cue.sense for cue in cues}
    if "away" in senses:
        return "pleased"
    if (CHANGE.search(text) or KEPT.search(text) or STAYS.search(text)) and FREELY.search(text):
        return ""
    if STAYS.search(text) and UNBOUND.search(text) and not ONLY_IF.search(text):
        return ""
    if (CHANGE.search(text) and not OUR_CHANGE.search(text)) or RAISE.search(
        f"{text} {_after(look, sentence)}"
    ):
        return "change"
    if THANKS.search(text) or DRAWN.search(text) or _is_rewarded(look, sentence, text):
        return "reward"
    around = f"{_before(look, sentence)} {text} {_after(look, sentence)}"
    return "" if EITHER_WAY.search(around) else _one_sided(look, sentence, senses)


def _one_sided(look: Look, sentence: Sentence, senses: set[str]) -> str:
    """Whether it asks for praise, or asks only those who have it."""
    text = sentence.folded
    if "ten" in senses or "good" in senses:
        return "praise"
    if "happy_only" in senses and (len(sentence.tokens) <= SHORT or len(senses) > 1):
        return "pleased"
    if PRAISE_ASKED.search(text) and WANTED.search(text) and not HAS_RATING.search(text):
        return "praise"
    is_pleased = PLEASED.search(text) or PLEASED.search(_before(look, sentence))
    return "pleased" if is_pleased and ASK.search(text) else ""


def _after(look: Look, sentence: Sentence) -> str:
    following = _next(look, sentence)
    return following.folded if following.start > sentence.start else ""


def _before(look: Look, sentence: Sentence) -> str:
    if sentence.start < 2:
        return ""
    earlier = look.reading.sentence_at(sentence.start - 2)
    return earlier.folded if earlier.end <= sentence.start and len(earlier.tokens) <= 10 else ""


def _is_rewarded(look: Look, sentence: Sentence, text: str) -> bool:
    """Whether something is given for it, in this sentence or in the one that answers it."""
    if not ASK.search(text) or sentence.is_negated(sentence.start, sentence.end) or _is_plain_thanks(text):
        return False
    if GAIN.search(text) or (ASK_US.search(text) and GIVEN.search(text)):
        return (
            "zonder" not in text and "without" not in text and " niet " not in text and " geen " not in text
        )
    if sentence.is_question or len(sentence.tokens) <= 8:
        after = _next(look, sentence)
        return (
            after.start > sentence.start
            and THEN.search(after.folded) is not None
            and bool(GAIN.search(after.folded))
        )
    return False


def _is_plain_thanks(text: str) -> bool:
    return text.startswith(("dank", "bedankt", "thank")) and "code" not in text and "bon" not in text


KIND = Kind("gating", CUES, find, is_claim=False, drafts=("post", "reply"))
