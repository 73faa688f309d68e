"""Recognition in a reply: apology, sympathy, "you are right", "it should not have happened", "our mistake", thanks."""

# ruff: noqa: E501 - a pattern broken over several lines is harder to read and easier to get wrong

CUES = (
    ("apology", r"sorry|excuses|excuus|verontschuldig\w*|apolog\w+|spijt(?: me| ons| het)?|pardon|mea culpa"),
    (
        "sympathy",
        r"vervelende?|naar|nare|rot|balen|baal|jammer|sneu|zuur|zure|akelige?|ellende|ellendig|verdrietig|heftig|schrik\w*|pijnlijk\w*|lastig|onhandig",
    ),
    (
        "sympathy",
        r"annoy\w+|frustrat\w+|awful|horrible|nasty|shame|pity|gutted|a pain|rotten|dreadful|terrible|upset\w*|unfortunate|disappoint\w+|inconvenien\w+|that hurts",
    ),
    ("sympathy", r"begrijp\w*|begrepen|snap\w*|invoelen|voorstellen|frustratie|teleurstell\w+|teleurgesteld"),
    (
        "sympathy",
        r"understand\w*|(?:i|we) (?:do |can |quite )?see (?:why|your|how|what|that)|see your point|i can imagine|(?:i|we) (?:do )?(?:get|hear) (?:that|why|you|your)|i would be too|feel for you",
    ),
    (
        "right",
        r"(?:heb|hebt|heeft|had|hebben)(?: \w+)? (?:[\w ]{1,20} )?(?:gelijk|een punt)|terecht(?! (?:bij|op|voor|met|in|komen|gekomen|kunnen))|terechte|groot gelijk",
    ),
    ("right", r"(?:dat|dit|ja|inderdaad)? ?klopt(?! (?:niet|dat niet|van niets|er niets))"),
    (
        "right",
        r"you(?:['’]re| are| were) (?:\w+ )?right|fair (?:point|comment|enough|criticism)|rightly so|quite right|good point|no excuse|geen excuus",
    ),
    ("right", r"correct"),
    (
        "norm",
        r"had(?:den)?[\w ,]{0,40} (?:niet|nooit|geen)[\w ]{0,20} (?:mogen|gemogen|moeten|gemoeten|horen|gebeuren)",
    ),
    ("norm", r"should(?:n['’]t| not| never)(?: ever)? (?:have|be|happen|arrive|take|look|break)|ought not"),
    (
        "norm",
        r"(?:hoort|horen|mag|hoeft|deugt)[\w ]{0,25} niet|niet (?:de bedoeling|goed genoeg|netjes|oké|ok|zoals het hoort|wat je (?:van ons )?mag verwachten)|onacceptabel|onder de maat|slordig",
    ),
    (
        "norm",
        r"not (?:good enough|acceptable|okay?|on|right|how (?:it|we|things)|what (?:you|we)|the (?:standard|service))|unacceptable|sloppy|below (?:par|standard)",
    ),
    (
        "norm",
        r"(?:veel )?te (?:lang|laat|gek|veel|erg|vroeg|snel|vaak)|far too|way too|much too|too (?:long|late|soon|many|hidden)",
    ),
    (
        "norm",
        r"(?:dat|dit) is (?:echt |wel |heel |erg )?(?:snel|lang|niet leuk|erg)|geen stijl|niet fijn|not nice|no fun",
    ),
    (
        "own",
        r"(?:onze|mijn) (?:\w+ )?(?:fout|schuld|blunder|vergissing|miscommunicatie|nalatigheid|slordigheid)",
    ),
    (
        "own",
        r"(?:fout|vergissing|misser|blunder|slordigheid|schuld) (?:is |lag |ligt |zat )?(?:van|bij|aan) (?:ons|mij|mijn kant|onze kant|onze zijde)",
    ),
    (
        "own",
        r"(?:we|wij|ik)[\w ]{0,30} (?:fout gedaan|fout gemaakt|steken laten vallen|verkeerd|vergeten|gemist|over het hoofd|tekortgeschoten|fout zitten|in de fout)",
    ),
    (
        "own",
        r"(?:zaten|zat|zijn|waren)(?: (?:wij|we|ik))? (?:\w+ )?fout|ging (?:het )?(?:bij ons |hier )?(?:mis|fout)|misgegaan|foutgegaan|fout gegaan|mis gegaan",
    ),
    (
        "own",
        r"had(?:den)? (?:we|wij|ik)[\w ,]{0,50} (?:moeten|kunnen|mogen)|(?:we|wij|ik) had(?:den)?[\w ,]{0,60} (?:moeten|kunnen|mogen)|dat had (?:beter|anders|sneller)[\w ]{0,10}",
    ),
    (
        "own",
        r"(?:our|my) (?:\w+ )?(?:fault|mistake|errors?|slip|oversight|blunder)|(?:mistake|fault|error|slip|oversight) on our (?:part|side|end)|our own",
    ),
    ("own", r"(?:we|i) (?:\w+ )?(?:should(?:['’]ve| have)|could have|ought to have)"),
    (
        "own",
        r"(?:we|i) (?:really |clearly )?(?:messed up|slipped up|got (?:it|this|that) wrong|(?:were|was) wrong|made (?:a|an) (?:\w+ )?(?:mistake|error)|dropped the ball|let you down|forgot|missed|overlooked|failed)",
    ),
    (
        "own",
        r"liep achter|was onduidelijk|onduidelijk (?:stond|was|is)|was unclear|is unclear|(?:was|is|were) (?:behind|out of date)|went wrong|te verstopt|too hidden|niet gelukt om",
    ),
    (
        "thanks",
        r"(?:dank|bedankt|fijn|goed|prettig)[\w ]{0,15} (?:dat (?:je|u)|voor het (?:melden|doorgeven|laten weten)|voor (?:je|uw|de) (?:\w+ )?(?:melding|bericht|geduld|mening|eerlijkheid|feedback|tip|idee))",
    ),
    (
        "thanks",
        r"good (?:that|of) you (?:to )?(?:mention|tell|say|told|said|let|flag)|thank(?:s| you) for (?:telling|flagging|letting|reporting|pointing|raising|your|waiting|the)|glad you (?:told|said|mention)|good idea|goed idee",
    ),
)
