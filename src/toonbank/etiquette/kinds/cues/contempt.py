"""What nobody says over the counter: insults, sneers at customers and groups, running down other shops."""

# ruff: noqa: E501 - a pattern broken over several lines is harder to read and easier to get wrong

TRASH = r"(?:troep|rommel|rotzooi|zooi|bagger|rubbish|junk|crap|garbage|trash|tat)"

CUES = (
    # grave: an insult or a slur, to whomever
    (
        "insult",
        r"(?:zeikerds?|zeikwijf|randdebiel(?:en)?|debiel(?:en)?|mongool|mongolen|hufters?|eikels?(?= (?:van|die|soms|aan))|klootzak(?:ken)?|trut(?:ten)?|kutklant(?:en)?|tokkies?|achterlijke (?:mensen|klant(?:en)?|lui)|imbeciel(?:en)?|mafkezen|mafkees|tuig|schorem|gajes|uitvreters?|profiteurs|klaplopers?)",
    ),
    (
        "insult",
        r"(?:idio(?:ot|ten)|sukkels?|kneus|kneuzen|domme (?:klant(?:en)?|mensen|koe|koeien|gans|ganzen|lui)|stomme (?:klant(?:en)?|mensen))(?! (?:lekker|goed|mooi|veel|duur|fout))",
    ),
    (
        "insult",
        r"(?:morons?|idiots?|imbeciles?|retards?|jerks|jerk (?=who|that|of)|assholes?|arseholes?|pricks|bitch(?:es)?|scumbags?|lowlifes?|white trash|trash people|freeloaders?|suckers?(?= (?:who|that|born)|\W*$)|stupid (?:customers?|people|buyers?)|dumb (?:customers?|people)|losers(?= (?:who|that|at|of))|pathetic (?:customers?|people))",
    ),
    # milder: names for those who complain or look for bargains
    (
        "names",
        r"(?:zeurkous(?:en)?|zeurpiet(?:en)?|zeurders?|zeurpot(?:ten)?|mopperkonten|klagers|klaagkousen|azijnpissers?|betweters?|retourterrorist(?:en)?|gierige|gierigaards?|krenterige?|krentenkakkers?|koopjesjagers (?:zijn|moeten|vreten))(?! (?:is|zijn) de naam)",
    ),
    (
        "names",
        r"(?:moaners?|whiners?|whingers?|grumblers|know-?it-?alls?|cheapskates?|penny ?pinchers?|return terrorists?|stingy|tight ?wads?|bargain hunters (?:annoy|are|should)|karens|(?:a|an|such a|another|total|real|typical|little miss) karen)(?! (?:with|is our cat))",
    ),
    # sneers at customers
    (
        "sneer",
        r"klanten (?:van tegenwoordig|tegenwoordig|van nu)|customers (?:nowadays|these days|today,)|wat een klant weer|what a customer again|leer (?:eerst |eens |eerst eens )?lezen|learn (?:how )?to read(?= first|!|\.|\W*$)",
    ),
    (
        "predicate",
        r"(?:snappen|begrijpen|snapt|begrijpt|luisteren|lezen|leest)(?: [\w'’ ]{0,36})? (?:niks|niets|niet|nooit|geen bal|geen snars)",
    ),
    (
        "predicate",
        r"(?:niks|niets|niet|nooit|geen \w+)(?: [\w'’ ]{0,27})? (?:kunnen lezen|kan lezen|kunnen tellen|snappen|snapt|begrijpen|begrijpt)",
    ),
    (
        "predicate",
        r"(?:do not|don['’]?t|does not|doesn['’]?t|cannot|can['’]?t|never|will not|won['’]?t) (?:\w+ )?(?:get|understand|read|grasp|listen|count|follow)",
    ),
    (
        "predicate",
        r"(?:te (?:lui|dom|gierig|beroerd) (?:om|voor)|zeuren|zeiken|klagen|mekkeren|too (?:lazy|dumb|stupid|stingy) (?:to|for)|whine|moan|nag)",
    ),
    ("predicate", r"gezeur|gezeik|geklaag|gemekker|whining|moaning|whingeing|nagging"),
    ("names", r"losers"),
    # about groups
    (
        "group",
        r"(?:bejaarden|ouderen|vrouwen|mannen|oude?tjes|old folks|old people|women|men|blondes?|blondjes?|millennials|boomers|buitenlanders|foreigners|toeristen|tourists) [\w'’, ]{1,45}(?<!\w)(?:haha|hè|he|right|lol|hihi|weer hoor|of course|natuurlijk)(?!\w)",
    ),
    (
        "loose",
        r"sommige mensen|some people|typisch(?:e)?|typical|achterlijk|backward|boer(?=\W*$)|peasant(?=\W*$)|klaagmuur|complaint wall|losers?|sucker|krenterig",
    ),
    # about other shops
    (
        "shop",
        r"(?:die|those|de|the) (?:prutsers?|knoeiers?|beunhazen|oplichters?|amateurs|crooks|cowboys|scammers) (?:van|bij|hiernaast|daar|om|aan|at|of|next|down|over|round|around|across)",
    ),
    (
        "shop",
        r"(?:afzetters?|oplichters?|boeven|crooks|scammers|thieves|robbers) (?:hiernaast|verderop|om de hoek|aan de overkant|next door|down the road|(?:a)?round the corner|across the street)",
    ),
    (
        "shop",
        r"(?:rommelwinkel|prullenwinkel|nep ?-?(?:zaak|winkel|shop)|junk shop|fake shop|vieze handel|filthy trade)",
    ),
    (
        "sells",
        rf"verkopen (?:ze|zij|die) (?:[\w'’ ]{{1,27}} )?{TRASH}|verkoopt (?:[\w'’ ]{{1,36}} )?{TRASH}|sells? (?:[\w'’ ]{{1,27}} )?{TRASH}",
    ),
    (
        "rival",
        rf"(?:{TRASH}|zaagsel|sawdust|namaak|nepspul|waardeloos|worthless|overpriced|veel te duur|rip-?offs?|slechte (?:kwaliteit|service|waar)|poor quality|terrible service|belazerd|opgelicht|scammed|cheated)",
    ),
    (
        "rival",
        r"(?:beter|liever|vooral|maar|nooit) (?:niet|nooit|wegblijven|mijden|vermijden)|(?:niet|nooit) (?:\w+ )?(?:kopen|heengaan|binnengaan)|koop (?:\w+ )?(?:niet|nooit)|(?:mijd|vermijd|avoid|stay away from|steer clear of|never (?:buy|shop|go))",
    ),
    ("rival", r"(?:is|zijn|are|alles|everything) (?:[\w'’ ]{1,18} )?(?:nep|fake|namaak)"),
)
