"""The shop on itself: pride, praise, the language of annual reports, and announcing that one announces."""

# ruff: noqa: E501 - a pattern broken over several lines is harder to read and easier to get wrong

WE_NL = r"(?:wij|we)"
VERY_NL = r"(?:super|zo |zeer |heel |erg |enorm |ontzettend |apetrots |gewoon |best |weer |oprecht |reuze)?"

CUES = (
    # pride
    ("pride", rf"{WE_NL} (?:zijn|blijven) (?:\w+ )?(?:super|ape|bere|reuze)?trots"),
    ("pride", r"(?:super|ape|bere|reuze)?trots op (?:onszelf|ons|onze|wat (?:wij|we)|dit|deze|het)"),
    ("pride", rf"(?:zijn|blijven) {WE_NL} (?:\w+ )?(?:super|ape|bere|reuze)?trots"),
    ("pride", r"(?:met|vol) (?:gepaste )?trots"),
    ("pride", r"(?:we are|we['’]re|we remain) (?:[\w'’ ]{1,18} )?proud"),
    (
        "pride",
        r"proud (?:of|to) (?:ourselves|us|our|what we|be|have been|say|announce|present|call ourselves)",
    ),
    ("pride", r"(?:with|full of) (?:due |great |much )?pride"),
    # once again proved, we did it again
    (
        "feat",
        r"(?:wederom|opnieuw|weer(?: eens)?|nogmaals) (?:bewezen|laten zien|waargemaakt|overtroffen|geflikt)",
    ),
    ("feat", r"(?:onszelf|zichzelf) (?:[\w'’ ]{1,18} )?(?:overtroffen|overstegen)"),
    ("feat", r"(?:het is )?ons (?:weer|wederom|opnieuw) gelukt"),
    ("feat", rf"{WE_NL} deden het (?:weer|wederom|opnieuw)"),
    ("feat", r"once (?:again|more) (?:proved|proven|shown|outdone)"),
    ("feat", r"(?:outdone|surpassed|outdid|excelled) (?:itself|ourselves|themselves)"),
    ("feat", r"we (?:have )?(?:did|done|nailed|smashed) it again"),
    # leaders and the norm
    (
        "leader",
        r"als (?:een )?(?:absolute |echte |dé )?(?:toonaangevende?|marktleider|koploper|pionier|voorloper|trendsetter|specialist bij uitstek)",
    ),
    (
        "leader",
        rf"(?:zetten|bepalen) {WE_NL} de (?:norm|toon|standaard|trend)|{WE_NL} (?:zetten|bepalen) de (?:norm|toon|standaard|trend)",
    ),
    ("leader", rf"(?:lopen|gaan) {WE_NL} voorop|{WE_NL} lopen voorop"),
    (
        "leader",
        r"as (?:a|an|the) (?:\w+ )?(?:leading|pioneer|trendsetter|market leader|frontrunner)|as market leader",
    ),
    ("leader", r"we (?:\w+ )?(?:set the (?:standard|tone|bar|trend)|lead the way|lead the field)"),
    ("leader", r"(?:niemand|geen ander) (?:doet|kan|maakt) (?:het |dit )?zoals (?:wij|ons)"),
    ("leader", r"(?:no ?one|nobody) (?:does|makes) (?:it|this) like (?:us|we)"),
    (
        "leader",
        r"(?:wij|we) zijn en blijven|we are and (?:remain|always will be)|(?:dé|de|the) (?:autoriteit|maatstaf|referentie|authority|benchmark|reference) (?:op|in|voor|on|for|of)",
    ),
    (
        "leader",
        r"(?:zijn|als) (?:wij |we )?(?:dé|de) (?:specialist|expert|nummer 1|nummer één)|we are (?:the )?(?:specialists?|experts?|number one)",
    ),
    # what we stand for
    (
        "values",
        r"(?:onze|ons|de) (?:missie|visie|passie|kernwaarden|ambitie|dna|filosofie|bedrijfscultuur|concept)",
    ),
    (
        "values",
        r"our (?:mission|vision|passion|core values|values|ambition|dna|philosophy|company culture|concept)",
    ),
    (
        "values",
        rf"{WE_NL} (?:blijven innoveren|onderscheiden ons|gaan (?:\w+ )?voor kwaliteit|staan voor)|(?:waar|wat) {WE_NL} voor staan",
    ),
    (
        "values",
        r"we (?:keep (?:on )?innovating|stand out|stand for|go for quality|believe in ourselves)|what we stand for",
    ),
    ("values", rf"{WE_NL} geloven in (?:onszelf|ons eigen)"),
    (
        "values",
        r"(?:echte|ware) (?:professionals|vakmensen|experts) (?:zoals|als) (?:wij|ons)|(?:true|real) (?:professionals|experts|craftsmen) like us",
    ),
    # how good we are
    (
        "praise",
        r"(?:onze|ons) (?:fantastische|geweldige|topteam|top|unieke|bekroonde|prachtige) (?:team|club|zaak|winkel|ploeg|bedrijf|product\w*)|ons topteam",
    ),
    (
        "praise",
        r"our (?:amazing|fantastic|wonderful|incredible|brilliant|award[- ]winning|unique|great) (?:team|crew|shop|store|company|business)",
    ),
    ("praise", r"onze (?:\w+ )?(?:award|trofee|bekroning|gewonnen prijs)|our (?:\w+ )?(?:award|trophy)"),
    (
        "praise",
        rf"(?:hoe|zo) goed (?:\w+ )?{WE_NL} (?:\w+ )?zijn|{WE_NL} zijn (?:[\w'’ ]{{1,18}} )?(?:goed in wat|de beste|uniek|geweldig|fantastisch)",
    ),
    (
        "praise",
        r"how (?:good|great) we (?:really )?are|we are (?:[\w'’ ]{1,18} )?(?:good at what we|the best|unique|great at|brilliant|awesome|amazing)",
    ),
    ("praise", r"kijk ons (?:nou|nu|eens)|(?:just )?look at us"),
    # announcing the announcement; a concrete announcement is none of this
    ("announce", rf"{WE_NL} zijn er (?:helemaal |weer )?klaar voor"),
    ("announce", r"we are (?:so |all )?ready"),
    ("announce", rf"{WE_NL} kunnen (?:\w+ )?(?:melden|meedelen|aankondigen)|we can (?:now )?announce"),
    (
        "announce",
        rf"met (?:veel |groot )?(?:genoegen|plezier) (?:kondigen|melden|presenteren) {WE_NL}|it is with (?:great )?pleasure",
    ),
    (
        "announce",
        r"(?:is|zijn) (?:blij|verheugd|trots) (?:te melden|aan te kondigen|te presenteren)|(?:is|are) (?:happy|pleased|delighted|thrilled|excited) to announce",
    ),
    ("announce", r"ons verhaal|our story"),
    ("announce", r"wij van|we at"),
)
