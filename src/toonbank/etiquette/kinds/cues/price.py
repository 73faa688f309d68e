"""Lower than before: was and now, percentages, amounts off, two for one, and words for cheap."""

# ruff: noqa: E501 - a pattern broken over several lines is harder to read and easier to get wrong

# the piece that costs less than the first; no second floor, no second Sunday
NTH = (
    r"(?:2e|tweede|2de|3e|derde|3de|second|2nd|third|3rd)(?![- ]hand)"
    r"(?! \w*(?:dag|day|week|weekend|verdieping|etage|floor)(?!\w))"
)

CUES = (
    (
        "was",
        r"(?:was|waren|eerst|voorheen|eerder|vorige prijs|normaal(?: gesproken)?|normale prijs|gewoonlijk|van|oude prijs|doorgestreept|betaalde (?:je|u|jullie)(?: er)?(?: nog)?)(?: voor)?:? {p}",
    ),
    (
        "was",
        r"(?:was|were|before|previously|normally|usually|regular(?:ly)?|down from|from|original(?:ly)?|formerly|instead of|used to be):? {p}",
    ),
    ("was", r"(?:laagste|oude|vorige|eerdere|lowest|old|previous) (?:prijs|price)(?: van| of| was)?:? {p}"),
    ("was", r"{p}(?=\s?(?:→|->|=>))"),
    ("was", r"in plaats van {p}"),
    ("was", r"i\.p\.v\. {p}"),
    ("was", r"~~ ?{p} ?~~"),
    (
        "rrp",
        r"(?:adviesprijs|winkelwaarde|catalogusprijs|rrp|msrp|list price|retail value|retail price|worth|twv)(?: van| of)?:? {p}",
    ),
    (
        "rrp",
        r"t\.w\.v\. {p}",
    ),
    ("rrp", r"onder de (?:winkelprijs|adviesprijs)"),
    ("rrp", r"(?:below|under) (?:the )?(?:rrp|recommended price|shop price|brand['’]?s shop price)"),
    (
        "percent",
        r"(?:tot |up to |extra |nu |now )?{pct} (?:korting|goedkoper|eraf|er af|afgeprijsd|reductie|voordeel|van de prijs|off|discount|cheaper|reduction|markdown)",
    ),
    (
        "percent",
        r"(?:korting(?:en)?|discounts?|reductions?) (?:van |of |oplopend |rising |tot |wel |maar liefst |maximaal |up to |as much as ){0,3}{pct}",
    ),
    ("percent", r"(?:nu|now|sale|deal)? ?-{pct}"),
    ("percent", r"(?:save|bespaar|scoor|get|take|extra)(?: up to| tot)? {pct}"),
    ("percent", r"{pct} van [^.!?]{0,40} af"),
    (
        "half",
        r"(?:voor (?:de helft(?! van (?!de prijs|het geld))|half geld|de halve prijs)|halve prijs|half geld|de helft van de prijs)",
    ),
    ("half", r"half (?:the )?(?:price|money|off)"),
    # a part of the price, in words
    (
        "vague",
        r"(?:een|a|one) (?:derde|kwart|vijfde|tiende|third|quarter|fifth|tenth) (?:van de prijs af|van de prijs|korting|goedkoper|eraf|er af|off|cheaper|discount)",
    ),
    ("off", r"{p} (?:minder|less)(?! (?:dan|than))"),
    ("off", r"{p} (?:korting|eraf|er af|voordeel|goedkoper|off|discount|cheaper)"),
    ("off", r"(?:bespaar|je bespaart|scheelt|save|you save|saves you)(?: up to| tot)? {p}"),
    ("off", r"(?:korting|discount) (?:van|of) {p}"),
    ("off", r"{p} (?:in prijs )?(?:afgeprijsd|verlaagd|gezakt|gedaald|lager|van de (?:verkoop)?prijs)"),
    ("off", r"{p} (?:reduced|lower|marked down|knocked off|slashed)"),
    (
        "off",
        r"(?:prijs|prijzen|prijsje|price|prices) (?:is |zijn |are |gaat |goes |now |nu )?(?:met |by )?{p} (?:omlaag|lager|naar beneden|down|lower)",
    ),
    (
        "off",
        r"(?:price|prices|prijs) (?:is |are |goes |now )?(?:down|dropped|drops|omlaag|slashed) (?:by |met )?{p}",
    ),
    ("off", r"(?:gaat|gaan|haal|halen|haalden|doen|deden) (?:er )?(?:nu |nog )?{p} (?:van )?af"),
    ("off", r"{p} in prijs (?:laten zakken|verlaagd|gezakt|gedaald)"),
    ("off", r"(?:met|with) {p} (?:afgeprijsd|verlaagd|gezakt|gedaald|reduced|lowered)"),
    (
        "off",
        r"(?:afgeprijsd|verlaagd|gezakt|gedaald|reduced|lowered|dropped|discounted|marked down|cut|slashed|fell|fallen) (?:met|by|with) {p}",
    ),
    ("multi", rf"{NTH} (?:\w+ )?(?:halve prijs|gratis|half price|(?:one |item )?free|voor niks)"),
    ("multi", rf"{NTH} (?:[\w'’]+ ){{0,6}}(?:voor de helft|half geld|halve prijs|half (?:the )?price)"),
    ("multi", rf"{NTH} (?:[\w'’]+ ){{0,4}}{{pct}} (?:korting|eraf|goedkoper|off|discount|cheaper)"),
    (
        "multi",
        rf"(?:{{pct}} (?:korting|eraf|off|discount)|half (?:the )?price|half off|halve prijs|voor de helft) (?:(?:op|on|off|bij|for|van|voor) )?"
        rf"(?:(?:de|het|je|jouw|elke|elk|the|your|a|every) )?{NTH}",
    ),
    ("multi", r"(?:1 ?\+ ?1|één plus één|een plus een|1 plus 1) (?:gratis|free)"),
    ("multi", r"\d (?:halen|kopen),? ?(?:=|is)? ?\d betalen"),
    ("multi", r"(?:twee|drie|vier|2|3|4|two|three|four) (?:voor|for|paar voor) {p}"),
    ("multi", r"3 for 2"),
    ("multi", r"(?:buy one,? ?get one(?: free| half price)?|bogof?)"),
    (
        "vague",
        r"(?:afgeprijsd(?:e)?|in prijs verlaagd|prijsverlaging|prijsknaller|goedkoper|reduced(?! mobility)|marked down|price (?:drop|cut)|slashed)",
    ),
    (
        "vague",
        r"(?:uitverkoop|opruiming|opruimingsverkoop|clearance|on sale|sale(?! of)|kortingscode|discount code|korting|discounts?)",
    ),
    (
        "talk",
        r"(?:koopje|koopjes|voor een prikkie|spotprijs|spotprijzen|bodemprijs|dumpprijs|stuntprijs|stuntprijzen|actieprijs|extra goedkoop|scherp geprijsd|nieuw laag tarief|knaldeal|knaller)",
    ),
    (
        "talk",
        r"(?:bargains?|(?:a |absolute )steal|steal of a deal|dirt[- ]cheap|rock[- ]bottom(?: prices?)?|special price|deal price|lowest price ever|blow ?out)",
    ),
    ("vat", r"(?:btw[- ]?vrij|wij betalen de btw|vat[- ]free|tax[- ]free)"),
    # a price and nothing more
    ("foreign", r"(?:£|\$) ?\d{1,4}(?:[.,]\d\d\d)?(?:[.,]\d\d)?"),
    ("foreign", r"\d{1,4}(?:[.,]\d\d)? ?(?:quid|dollars|bucks|pence)"),
    (
        "foreign",
        r"(?:a|one|five|six|seven|eight|nine|ten|twelve|fifteen|eighteen|twenty|thirty|forty|fifty) (?:quid|dollars?|bucks|pounds?|tenner|fiver)",
    ),
    ("foreign", r"a (?:fiver|tenner)"),
    ("price", r"{n} euro(?:['’]?s)?"),
    (
        "price",
        r"(?:€ ?\d+(?:[.,]\d+){0,4}(?:,[-–—])?|\d+(?:[.,]\d\d)(?: ?euros?)?|\d+(?:,[-–—])|\d+(?:[.,]\d+)? ?(?:euros?|eur))",
    ),
)
