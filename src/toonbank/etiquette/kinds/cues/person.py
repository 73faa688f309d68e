"""People: by name, by handle, by what makes them known to their neighbours, or just somebody."""

# ruff: noqa: E501 - a pattern broken over several lines is harder to read and easier to get wrong

NAME = r"(?-i:[A-ZÀ-Þ][\w’'-]+(?: (?:van|de|den|der|ter|ten|von|la|le) )?(?: ?[A-ZÀ-Þ][\w’'-]+)?)"
LAST_NAME = rf"(?-i:(?:(?:van|de|den|der|ter|ten|het|von|la|le|el) ){{0,2}}){NAME}"
LOYAL_NL = r"(?:(?:trouwe|vaste|jarige|nieuwe|blije|tevreden|lieve|leuke|eerste|oudste|jongste)[ ]){0,2}"
LOYAL_EN = (
    r"(?:(?:loyal|regular|birthday|new|happy|lovely|first|oldest|youngest|dear|favourite|favorite)[ ]){0,2}"
)

CUES = (
    (
        "named",
        rf"(?:onze|mijn|deze|een|trouwe|vaste|jarige|blije) {LOYAL_NL}(?:klant(?:e)?|bezoeker|stamgast|stagiair(?:e)?|winnaar|winnares|fan) {NAME}",
    ),
    (
        "named",
        rf"(?:our|my|this|a|loyal|birthday|regular|happy) {LOYAL_EN}(?:customer|client|regular|visitor|intern|winner|fan) {NAME}",
    ),
    (
        "named",
        rf"(?:mevrouw|meneer|mevr\.?|mw\.?|dhr\.?|de heer|mrs\.?|mr\.?|ms\.?|miss|frau|herr|madame|monsieur) {LAST_NAME}",
    ),
    ("named", rf"(?:de (?:winnaar|winnares)|the winner) (?:is|van|was|wordt) {NAME}"),
    (
        "named",
        rf"(?:gefeliciteerd|proficiat|hoera voor|congrats|congratulations|well done|happy birthday)[,:]? (?:to )?{NAME}",
    ),
    ("named", rf"(?:bruidspaar|newlyweds|kleine|little|familie|family|fam\.) {LAST_NAME}"),
    ("named", rf"(?:met dank aan|dank aan|dankzij|thanks to|thank you|dank je wel|bedankt) {NAME}"),
    ("named", rf"(?:bij|at) {NAME} (?:thuis|home)"),
    ("named", rf"{NAME}['’]s (?:home|house|garden|wedding|birthday)"),
    ("named", rf"(?:fan van het eerste uur|fan from day one) {NAME}"),
    ("named", rf"the {NAME} family"),
    ("named", rf"{{first}} (?:uit|from) (?:de )?{NAME}"),
    (
        "named",
        r"{first} (?:kocht|kwam|koos|won|bought|picked|chose|came in|dropped by|bestelde|ordered|haalde|paste)",
    ),
    ("tagged", r"@[\w.]+(?:@[\w.-]+)?"),
    (
        "described",
        r"(?:onze|mijn|die|een) (?:\w+ ){0,2}(?:vaste klant|stamgast|klant(?:e)?|buurvrouw|buurman|overbuurvrouw|overbuurman) (?:met|uit|van|die|op) (?:de|het|haar|zijn|een|nummer|huisnummer|altijd|elke|schuin) [\w ]{2,40}",
    ),
    (
        "described",
        r"(?:our|my|that|the) (?:\w+ ){0,2}(?:regular|customer|neighbour|neighbor) (?:with|from|at|who) (?:the|her|his|a|number|always|every|drives|lives) [\w ]{2,40}",
    ),
    (
        "described",
        r"(?:de )?(?:buurvrouw|buurman|neighbour|neighbor) (?:van|op|at|from) (?:nummer|number) {n}",
    ),
    (
        "vague",
        r"(?:deze|dit|die|this|these) (?:\w+ )?(?:klant|stel|stelletje|dame|heer|customer|couple|lady|gentleman|mevrouw|meneer)",
    ),
    ("vague", r"(?:jarige|birthday) (?:klant|customer)"),
    ("vague", r"(?:vaste klant|stamgast) van de markt"),
    ("vague", r"regular from the market"),
    ("vague", r"(?:zij|hij|she|he) (?:kwam|kocht|came in|bought|dropped by)(?: \w+){0,2} (?:vandaag|today)"),
    (
        "vague",
        r"(?:kijk|look) (?:eens )?(?:wie|who) (?:er )?(?:langskwam|langs kwam|dropped by|came by|binnenkwam)",
    ),
    ("vague", r"spotted"),
    ("vague", r"(?:op de|in the) (?:foto|photo|picture)"),
    ("vague", r"foto van een klant"),
    ("vague", r"a customer['’]s (?:photo|picture)"),
    (
        "vague",
        r"(?:met|with) (?:haar|zijn|her|his) (?:dochter|zoon|kind|moeder|vader|man|vrouw|baby|daughter|son|child|mother|father|husband|wife)",
    ),
)
