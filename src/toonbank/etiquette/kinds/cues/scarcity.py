"""Little left: a count that is said to remain, vague words for nearly gone, gone for good, and plenty."""

# ruff: noqa: E501 - a pattern broken over several lines is harder to read and easier to get wrong

ADVERBS = r"(?:nu |vandaag |vanmorgen |vanochtend |momenteel |op dit moment |er |hier |precies |nog |echt |now |currently |still |exactly )*"
ONLY_NL = r"(?:maar|slechts|enkel|alleen(?: maar)?)"
WHERE = (
    r"(?:op (?:de plank|voorraad|het schap|de toonbank)|in (?:de winkel|het rek|de kast|voorraad|ons magazijn|huis)|"
    r"(?:on|upon) (?:the|our) (?:shelf|shelves|rack|counter|floor)|in (?:stock|store|the shop|the store|inventory|our shop))"
)

CUES = (
    # a count, with "only"
    ("only", rf"(?:nog|er) {ADVERBS}{ONLY_NL} {ADVERBS}{{n}}(?: over(?! \w)| beschikbaar| {WHERE})?"),
    (
        "only",
        rf"(?:slechts|enkel|alleen|maar|just|only) (?:nog |have |got |the )?{{n}} {{w}}(?:over(?! \w)|beschikbaar|left|remaining|remain|available|{WHERE})",
    ),
    ("only", r"(?:only|just) (?:the )?{n}"),
    ("only", r"slechts {n}"),
    (
        "only",
        r"(?:we['’]?re|we are|we zijn|stock is) (?:now )?(?:down|back|terug) (?:to|tot|naar) (?:our last |the last |just |only )?{n}",
    ),
    ("only", r"(?:aller)?laatste {n}"),
    ("only", r"(?:very )?(?:last|final) {n}"),
    ("only", r"{n} to go"),
    ("only", r"{n} {w}en dan (?:is het|zijn ze) (?:klaar|over|op|weg|gedaan)"),
    ("only", r"{n} {w}and then (?:it is|it's|they are|they're) (?:over|gone|done)"),
    # a count, said calmly
    ("count", rf"nog {ADVERBS}{{n}}(?: over(?! \w)| beschikbaar| {WHERE})?"),
    ("count", rf"(?:er|hiervan|daarvan) (?:liggen|ligt|staan|staat|hangen|hangt|zijn|is) {ADVERBS}{{n}}"),
    ("count", rf"(?:liggen|ligt|staan|staat|hangen|hangt|zijn|is) er {ADVERBS}{{n}}"),
    ("count", rf"(?:ik|we|wij) heb(?:ben)? {ADVERBS}{{n}}"),
    ("count", rf"heb(?:ben)? (?:ik|we|wij) {ADVERBS}{{n}}"),
    ("count", rf"we (?:still )?(?:have|got|stock) {ADVERBS}{{n}}"),
    ("count", rf"there (?:are|is) {ADVERBS}{{n}}"),
    ("count", r"(?:geteld|counted)[^.!?\d]{0,30}{n}"),
    ("count", rf"{{n}} {{w}}(?:over(?! \w)|beschikbaar|left|remaining|remain|available|{WHERE})"),
    ("count", r"{n} (?:items?|pieces?|units?|pairs?)\(s\) (?:left|remaining|available)"),
    ("count", r"{n} (?:stuks|exemplaren)"),
    ("count", r"(?:voorraad|stock|qty|quantity)(?: left)?: {n}"),
    # a few
    ("few", rf"(?:nog|er) {ADVERBS}(?:maar |slechts )?{{few}}"),
    ("few", rf"(?:liggen|staan|hangen|zijn) er {ADVERBS}{{few}}"),
    ("few", r"(?:only|just|a last|the last) {few} {w}(?:left|remaining|remain|available|in stock)"),
    ("few", r"{few} {w}(?:left|remaining|remain)"),
    (
        "few",
        r"(?:only|just) (?:limited )?(?:items?|pieces?|pairs?|stock|quantities|units?) (?:left|remaining|available)",
    ),
    ("few", r"only limited \w+ left"),
    (
        "few",
        r"(?:aller)?laatste (?:stuks|exemplaren|paar|paren|maten|restjes|partij|plekken|plaatsen|kaarten|voorraad|beschikbare)",
    ),
    ("few", r"de allerlaatste"),
    ("few", r"laatste der mohikanen"),
    (
        "few",
        r"(?:very )?(?:last|final) (?:few|pieces?|pairs?|items?|sizes|ones?|units?|copies|stock|seats|spots|places|tickets|remaining)",
    ),
    ("few", r"the very last one"),
    ("few", r"(?:enkel|alleen|slechts) nog in maat \w+"),
    ("few", r"(?:alleen|enkel) maat \w+ (?:nog|is er nog)"),
    ("few", r"only (?:in )?sizes? \w+ (?:is |are )?(?:left|remaining)"),
    ("few", r"(?:nog )?maar weinig(?: van| over)?"),
    ("few", r"not (?:many|much) (?:\w+ )?left"),
    ("few", r"restanten"),
    ("few", r"restpartij(?:en)?"),
    # nearly gone
    (
        "vague",
        r"(?:bijna|vrijwel|nagenoeg|praktisch|haast|zo goed als|op een na) (?:helemaal )?(?:uitverkocht|op|weg|foetsie|verkocht|vergeven|leeg)",
    ),
    ("vague", r"(?:bijna|haast|vrijwel) door (?:de|onze|het|die) {w}(?:voorraad )?heen"),
    (
        "vague",
        r"(?:almost|nearly|practically|virtually|as good as|close to|all but) (?:sold out|gone|empty|out of stock|selling out)",
    ),
    ("vague", r"(?:almost|nearly) through (?:our|the|this|these) {w}(?:stock|ones?|lot|batch)"),
    ("vague", r"going, going, gone"),
    (
        "vague",
        r"(?:bijna|haast|vrijwel|nauwelijks|amper) (?:niet meer |niet |nog |meer )?(?:te krijgen|verkrijgbaar|leverbaar)",
    ),
    ("vague", r"(?:almost|nearly|practically|virtually) impossible to (?:get|find)"),
    # nothing left, told as a fact
    ("none", r"(?:helaas |nu |even |tijdelijk |momenteel |alweer |helemaal )?uitverkocht"),
    ("none", r"(?:niet(?: meer)?|geen enkele meer) (?:op voorraad|leverbaar|verkrijgbaar)"),
    ("none", r"(?:now |unfortunately |currently |completely |temporarily )?(?:sold out|out of stock)"),
    ("none", r"no longer (?:in stock|available)"),
    # "is op" ends what is said, and "is op zaterdag" does not
    (
        "out",
        r"(?:is|zijn) (?:(?:nu|even|helaas|al|alweer|inmiddels|weer|helemaal|tijdelijk|echt) )?op(?= ?(?:[.!;,…]|$))",
    ),
    (
        "out",
        r"(?:is|are|it['’]s|that['’]s|they['’]re) (?:(?:now|all|already|unfortunately|sadly) )?gone(?= ?(?:[.!;,…]|$))",
    ),
    ("out", r"door (?:de|het|onze|die|deze|alle) {w}heen(?= ?(?:[.!;,…]|$))"),
    ("out", r"geen (?:enkele )?{w}meer(?= ?(?:[.!;,…]|$|op voorraad|over))"),
    ("out", r"(?:hebben|heb) {w}niet meer(?= ?(?:[.!;,…]|$))"),
    ("out", r"(?:have|got|is|are|['’]s) (?:absolutely )?no {w}left"),
    ("out", r"no longer have"),
    ("out", r"(?:don['’]t|do not|doesn['’]t) have {w}(?:any ?more|any longer)"),
    ("out", r"(?:we are|we['’]re|we have run|we['’]ve run|we ran) out of (?:the|our|these|this|those)"),
    ("vague", r"(?:bijna|haast|vrijwel) geen (?:\w+ ){0,2}(?:meer|over)"),
    ("vague", r"(?:almost|nearly) (?:depleted|all gone|finished)"),
    (
        "vague",
        r"voorraad {w}(?:raakt op|slinkt|loopt (?:snel |hard )?terug|krimpt|is (?:laag|beperkt|klein|schaars|gering|bijna op))",
    ),
    ("vague", r"raken? (?:nu |al |snel |hard |langzaam ){0,2}op"),
    ("vague", r"(?:beperkte|kleine|schaarse|lage|slinkende|krappe) voorraad"),
    (
        "vague",
        r"(?:low|limited|scarce|dwindling|shrinking|little) (?:in )?(?:stock|inventory|supply|supplies|availability)",
    ),
    (
        "vague",
        r"(?:stocks?|supply|supplies|inventory) (?:is |are )?{w}(?:low|limited|scarce|shrinking|dwindling|running out|running low)",
    ),
    ("vague", r"(?:running|run) (?:out(?: of stock)?|low)(?: fast)?"),
    ("vague", r"limited (?:items|availability|quantit(?:y|ies)|numbers?|supply)(?: available| left)?"),
    ("vague", r"(?:vliegen?|vliegt) (?:echt |nu |zowat )?(?:de deur|de winkel|het schap) uit"),
    ("vague", r"(?:gaat|gaan) (?:nu |echt )?(?:als warme broodjes|hard|snel weg)"),
    ("vague", r"hard aan het gaan"),
    ("vague", r"(?:sell|sells|selling|going|go|goes) (?:out )?(?:fast|quickly|quick)"),
    ("vague", r"selling out(?: fast| soon)?"),
    ("vague", r"(?:sell|sells|sold) ?out (?:soon|risk|fast|quickly)"),
    ("vague", r"sellout risk"),
    ("vague", r"(?:flying|fly|flies) off (?:the|our) (?:shelves|shelf|rack)"),
    ("vague", r"(?:likely|about|going) to sell out"),
    ("vague", r"won'?t last long"),
    ("vague", r"nog (?:ff|even|effe|effen) en (?:ze|hij|het) (?:zijn|is) (?:weg|op)"),
    ("vague", r"als de kippen bij"),
    (
        "vague",
        r"{pct} (?:\w+ )?(?:claimed|sold|gone|taken|verkocht|weg|geclaimd|vergeven)(?! (?:de|het|een|the|alle|all)\b)",
    ),
    # "20% korting op je tas" is a reduction, "80% is op" is not
    ("vague", r"{pct} (?:is |zijn )?(?:al |alweer |nu )?op(?! (?!dus|nu|al\b|alweer|en\b)\w)"),
    ("vague", r"remaining stock"),
    ("vague", r"scarce"),
    ("vague", r"schaars"),
    ("vague", r"(?:high|strong|great|huge) demand"),
    # gone is gone
    ("gone", r"op ?= ?op"),
    ("gone", r"op is op"),
    ("gone", r"opisop"),
    ("gone", r"weg ?(?:=|is) ?weg"),
    ("gone", r"gone ?(?:=|is) ?gone"),
    (
        "gone",
        r"once (?:it|they|this|these|the|that|those)[^.!?]{0,40}gone,? (?:it['’]?s|it is|they['’]?re|they are|that['’]?s|that is) (?:gone|it|all|over)",
    ),
    ("gone", r"when (?:it|they)['’]?(?: is| are|s|re)? gone,? (?:it['’]?s|it is|they['’]?re|they are) gone"),
    ("gone", r"(?:zolang|zo lang) (?:de |onze )?voorraad strekt"),
    ("gone", r"(?:while|as long as) (?:the |our )?(?:stocks?|suppl(?:y|ies)|quantities) lasts?"),
    # never again
    (
        "final",
        r"(?:als|zodra|wanneer) (?:deze|dit|die|ze|hij)[^.!?,]{0,40} (?:weg|op|leeg|verkocht) (?:zijn|is),? [^.!?]{0,30}geen (?:nieuwe?|andere|volgende)",
    ),
    (
        "final",
        r"(?:once|when|after) (?:these|this|those|they|it|the)[^.!?,]{0,40} (?:are|is) (?:gone|sold|empty),? [^.!?]{0,30}(?:will not|won['’]?t|not|no) (?:be |make )?(?:any )?(?:more|another|others)",
    ),
    ("final", r"(?:meer|nieuwe?) (?:zijn|komen|maken) (?:er|we) {w}niet"),
    ("final", r"that is (?:all|it) we (?:have|got)|is all we (?:have|got)"),
    ("final", r"(?:komt|komen|keert|keren) (?:dan |echt |hierna |daarna )?(?:niet|nooit)(?: meer)? terug"),
    ("final", r"niet (?:meer )?(?:na te bestellen|nabestelbaar|nageleverd)"),
    ("final", r"(?:eenmalige|unieke) (?:partij|oplage|kans)"),
    ("final", r"uitlopend(?:e)? (?:artikel|model|serie|collectie|lijn)"),
    ("final", r"(?:beperkte|gelimiteerde|kleine) (?:oplage|editie|serie)"),
    ("final", r"limited (?:edition|run|series|release|batch|collection)"),
    (
        "final",
        r"(?:won['’]?t|will not|never|not) (?:be )?(?:restocked|coming back|come back|return|be back|be reordered|be made again)(?! (?:from|out of))",
    ),
    ("final", r"end of (?:the )?(?:line|range|series)"),
    ("final", r"last chance to (?:own|get one|buy one)"),
    ("final", r"discontinued"),
)
