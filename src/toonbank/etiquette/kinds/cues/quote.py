"""Words of customers: between quotation marks, retold, or said to be checked."""

# ruff: noqa: E501 - a pattern broken over several lines is harder to read and easier to get wrong

CUSTOMERS = r"(?:klant(?:en)?|kopers|bezoekers|gasten|customers?|buyers|shoppers|clients?|visitors|guests)"
SAY = r"(?:zegt|zeggen|zei|zeiden|schrijft|schrijven|schreef|vindt|vinden|vertelt|vertellen|says?|said|writes?|wrote|tells?|told)"
REVIEWS = r"(?:reviews?|recensies?|beoordelingen|ratings|feedback|ervaringen|testimonials?|kopers|buyers|shoppers|customers)"
PERSON = r"(?:klante|lezer|lezeres|bruid|bruidegom|stamgast|mevrouw|meneer|opa|oma|student|bezoeker|bezoekster|regular|reader|bride|groom|chap|lady|bloke|mum|dad|owner|student|guest|visitor|client|first-timer)"
TELL = r"(?:zei|schreef|vertelde|mailde|appte|riep|lachte|told|wrote|texted|emailed|put it|reckons|noemt|noemde|het zei|calls)"

CUES = (
    ("marks", r"(?:\"|“|„|«|‘|') ?\w+"),
    (
        "told",
        rf"(?:onze|veel|een|deze|our|many|a|happy|tevreden|blije)? ?{CUSTOMERS} (?:\w+ )?{SAY}(?: over ons| about us)?",
    ),
    (
        "told",
        rf"(?:lees|read|kijk|zie|see|hear) (?:eens |here |hier )?(?:wat|what) (?:\w+ ){{0,2}}{CUSTOMERS} (?:\w+ ){{0,3}}{SAY}",
    ),
    ("told", r"(?:quote|citaat|woorden|words) (?:van|from|of) (?:een |a |onze |our )?(?:klant|customer)"),
    (
        "told",
        rf"(?:aldus|volgens|according to|in the words of) (?:een|onze|a|our|one of our) (?:\w+ )?{CUSTOMERS}",
    ),
    ("told", r"testimonials?"),
    ("told", rf"(?:een|onze|mijn|one|a|our|my|another) (?:\w+ )?{PERSON} (?:\w+ ){{0,3}}{TELL}"),
    (
        "told",
        r"(?:klante?|customer|lady|woman|chap|vrouw|mevrouw|meneer) (?:from|uit|van|at|with|met) (?:\w+ ){1,3}(?:said|told|zei|vertelde|says|zegt|riep)",
    ),
    ("told", r"(?:verdict|oordeel)(?: van \w+| of \w+)?:"),
    (
        "told",
        r"(?:gastenboek|guest ?book|overheard|inbox|mailbox|kaartje|appje|mailtje|postcard)(?: \w+){0,3}:",
    ),
    (
        "told",
        r"(?:zegt|zei|schrijft|says|said|writes) (?:een|onze|a|one|our) (?:klant|klanten|customers?|buyer|client)",
    ),
    (
        "told",
        r"(?:zonder|niet|geen|not|without) (?:één|een|enkele|one|a single) (?:slechte|negatieve|bad|negative) (?:review|recensie|beoordeling)",
    ),
    (
        "verified",
        rf"(?:geverifieerde?|gecontroleerde?|gecheckte|verified|checked|authentic|genuine|real|echte|authentieke) (?:\w+ )?{REVIEWS}",
    ),
    (
        "verified",
        rf"{REVIEWS} (?:zijn|are|is) (?:\w+ ){{0,3}}(?:geverifieerd|gecontroleerd|echt|verified|checked|genuine|authentic|real)",
    ),
)
