"""Taking somebody's words away, and the grounds that there may be for it."""

# ruff: noqa: E501 - a pattern broken over several lines is harder to read and easier to get wrong

CUES = (
    (
        "hide",
        r"verberg\w*|verborgen|verwijder\w*|wissen|wis|gewist|weghalen|weggehaald|weggooien|offline (?:halen|gehaald)|onzichtbaar maken",
    ),
    ("hide", r"haal[\w ,]{0,30} (?:weg|offline)|gooi[\w ,]{0,30} weg"),
    (
        "hide",
        r"hid(?:e|es|den|ing)|delet\w+|remov\w+|tak(?:e|ing)[\w ,']{0,30} down|taken down|pull(?:ed|ing)?[\w ,']{0,30} (?:down|offline)|bury|erase\w*|scrub",
    ),
    (
        "block",
        r"blok\w*|geblokkeerd|bannen|verbannen|dempen|block\w*|ban|banned|banning|mut(?:e|ed|ing)|kick(?:ed|ing)? out",
    ),
    (
        "close",
        r"(?:reacties|commentaar|opmerkingen|comments|replies|reactions)[\w ,]{0,20} (?:sluiten|uitzetten|uitschakelen|dicht\w*|uit|off|closed|disabled|locked|beperken)",
    ),
    (
        "close",
        r"(?:sluit|close|closing|turn(?:ing)? off|switch(?:ing)? off|disabl\w+|lock\w*|restrict\w*)[\w ,]{0,25} (?:reacties|comments?|replies|reactions|thread|discussie)",
    ),
    (
        "ground",
        r"scheld\w*|gescheld|beledig\w*|bedreig\w*|dreigement\w*|dreig\w*|racis\w*|haat\w*|discriminer\w*|slurs?|insult\w*|abus\w+|threat\w*|hate\w*|hateful|swear\w*",
    ),
    (
        "ground",
        r"telefoonnummer\w*|adres(?:gegevens)?|huisnummer|persoonsgegevens|privégegevens|gegevens van|phone numbers?|home address|address|personal data|private data|personal details|iban|rekeningnummer",
    ),
    (
        "ground",
        r"spam\w*|phishing|nepaccount\w*|reclame van|scam links?|bots?|auteursrecht\w*|copyright\w*|gekopieerd\w*|copied|illega\w*|strafba\w*|unlawful",
    ),
    (
        "ground",
        r"op (?:zijn|haar|hun|diens) verzoek|op verzoek|on request|at (?:his|her|their) (?:own )?request|dubbel(?:e)? geplaatst\w*|posted twice",
    ),
    (
        "critic",
        r"boze?|klacht\w*|klager\w*|kritiek|kritisch\w*|negatieve?|slechte|ontevreden|mopper\w*|zure?|vervelende|één ster|1 ster|recensie\w*|reviews?|beoordeling\w*",
    ),
    (
        "critic",
        r"complain\w*|critic\w*|angry|negative|bad|unhappy|one[- ]star|1[- ]star|backlash|nasty|dissatisfied|commotie|ophef|gedoe|shitstorm|tegenvallende",
    ),
)
