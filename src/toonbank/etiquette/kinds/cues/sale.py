"""Selling in a reply: a look at the range, a discount on a next order, a call to follow."""

# ruff: noqa: E501 - a pattern broken over several lines is harder to read and easier to get wrong

GOODS_NL = r"(?:\w*collectie|aanbod|\w*aanbieding\w*|assortiment|webshop|webwinkel|\w*sale|uitverkoop|acties?|nieuwtjes|nieuwe \w+|folder|nieuwsbrief)"
GOODS_EN = r"(?:\w*collections?|range|offers?|deals?|webshop|web shop|online shop|store|sale|arrivals|new \w+|catalogue|newsletter|specials?)"

CUES = (
    (
        "look",
        rf"(?:kijk|bekijk|check|ontdek|shop|scoor|neem|snuffel|blader|zie|gluur)[\w ,'’]{{0,45}} {GOODS_NL}",
    ),
    ("look", r"neem[\w ,]{0,30} (?:kijkje|een kijkje)|kijk[\w ]{0,20} rond"),
    (
        "look",
        rf"(?:see|browse|check out|have a look|take a look|discover|explore|shop|look at|peek at|visit|view)[\w ,'’]{{0,45}} {GOODS_EN}",
    ),
    (
        "look",
        r"(?:wist je dat|did you know)[\w ,'’]{0,60} (?:binnen|nieuw|nieuwe|korting|aanbieding|landed|in stock|arrived|sale|new)",
    ),
    (
        "look",
        r"(?:misschien is|hebben we ook|we also have|perhaps|why not try|probeer anders)[\w ,'’]{0,30} (?:iets voor (?:je|u)|something for you|onze nieuwe|our new|ons nieuwe)",
    ),
    (
        "next",
        r"(?:korting|\d+ ?%|procent|voordeel|euro|cadeautje|\w*bon|tegoed\w*)[\w ,'’%]{0,35} (?:volgende|eerstvolgende|nieuwe) (?:bestelling|aankoop|order|bezoek|keer|boeking)",
    ),
    (
        "next",
        r"(?:off|discount|percent|credit|voucher|treat)[\w ,'’%]{0,35} (?:next|following|future) (?:order|purchase|visit|buy|time|booking)",
    ),
    (
        "next",
        r"(?:volgende|eerstvolgende) (?:bestelling|aankoop|order|bezoek)[\w ,'’%]{0,35} (?:korting|procent|gratis|voordeel|code)",
    ),
    ("next", r"next (?:order|purchase|visit)[\w ,'’%]{0,35} (?:off|discount|free|cheaper|code)"),
    (
        "next",
        r"kortingscodes?|actiecodes?|vouchercodes?|promocodes?|(?:discount|promo|voucher|coupon) codes?|(?:met|gebruik|use|with) (?:de |the )?code \w+",
    ),
    ("follow", r"volg (?:ons|onze|mij|dan|vooral|gerust|snel|ook|even)[\w ]{0,30}|volg je ons[\w ]{0,12}"),
    ("follow", r"follow (?:us|our|me|along)[\w ]{0,25}|(?:give|hit)[\w ]{0,15} (?:a follow|follow)"),
    (
        "follow",
        r"(?:like|deel|share) (?:onze|our|ons|de) (?:pagina|page)|abonneer je|subscribe to|(?:meld|schrijf) je (?:aan|in) voor|sign up (?:for|to)",
    ),
    (
        "link",
        r"(?:https?://|www\.)\S{1,80}(?:/product|/shop|/sale|/collect|/aanbieding|/winkel|/nieuw)\S{0,80}",
    ),
    (
        "look",
        r"(?:ken|kent|heb|hebt|probeer|zag|heeft) (?:je|u)(?: al)? (?:ons|onze|de|het) (?:nieuwe?|laatste)[\w -]{0,30}",
    ),
    (
        "look",
        r"(?:have you|did you|why not)[\w ]{0,15} (?:met|seen|tried|try|see|discovered)[\w ]{0,12} (?:our|the) (?:new|latest)[\w -]{0,30}",
    ),
    (
        "look",
        r"(?:nu|now|today|vandaag|deze week)[\w ]{0,10} \d+ ?% (?:goedkoper|korting|cheaper|off)|\d+ ?% (?:goedkoper|cheaper)|in de aanbieding|on (?:special )?offer|on sale",
    ),
    (
        "look",
        r"(?:misschien|wellicht|perhaps|maybe|anders)[\w ,'’]{0,12} (?:onze|ons|our|de|the)[\w -]{0,30} (?:iets voor|past|passen|suits?|something for|better|beter)",
    ),
    (
        "look",
        r"(?:probeer|proef|test)(?: (?:dan|anders|eens|ook|vooral|gerust|een keer)){0,3} (?:onze|ons|de nieuwe|een van onze)|(?:try|taste|sample) (?:our|the new|one of our|some of our)",
    ),
    (
        "look",
        r"\d+ ?% (?:off|korting|reduction) (?:on |op )?(?:everything|alles|all |the whole|het hele)|\d+ ?% op (?:alles|het hele)",
    ),
    (
        "look",
        r"(?:kom|come|join|bezoek|visit)[\w ,]{0,30} (?:koopavond|koopzondag|late(?:-night)? (?:opening|shopping)|shopping (?:event|night)|kortingsdag\w*|sale event)",
    ),
    ("look", r"(?:onze|our) [\w -]{1,30} (?:van|of) (?:de|the) (?:maand|week|dag|month|day)"),
)
