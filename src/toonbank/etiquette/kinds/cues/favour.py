"""Something back: the return itself, the help that is held up, and what is asked for it."""

# ruff: noqa: E501 - a pattern broken over several lines is harder to read and easier to get wrong

APPLAUSE = r"(?:like(?:je)?s?|duim(?:pje)?s?|hartjes?|volgje|follow|review|recensie|beoordeling|share|thumbs up|rating|vijf sterren|five stars|bestelling|order|reactie)"
ADVICE_NL = r"(?:advies|tips?|antwoord|hulp|uitleg|service|handigheidje)"
ADVICE_EN = r"(?:advice|tips?|answer|help|explanation|service)"

CUES = (
    # said in so many words
    (
        "return",
        r"in ruil (?:daarvoor|hiervoor)|als (?:kleine )?(?:tegenprestatie|wederdienst)|(?:kleine|een) wederdienst|als dank graag|voor wat hoort wat",
    ),
    (
        "return",
        r"in return(?! (?:flights?|tickets?|for|to|trips?|journeys?|shipping|labels?|postage))|quid pro quo|(?:small|little) favou?r|as a favou?r(?: back)?|as thanks,? please",
    ),
    ("return", rf"{APPLAUSE} (?:van jou |van je )?terug|{APPLAUSE} (?:back|in return)"),
    (
        "return",
        r"doe (?:eens )?(?:wat|iets) terug|(?:nu|dan) (?:ben )?jij ons|give something back|now (?:you )?(?:help )?us|now it is your turn",
    ),
    (
        "return",
        rf"{APPLAUSE}(?: [\w'’ ]{{0,27}})? (?:verdiend|verdient|waard|tegenover|zou fair|would be fair|is only fair|is wel het minste)",
    ),
    (
        "return",
        rf"(?:verdient|verdienen|verdiende|waard|deserves?|earned|worth|costs (?:you )?only|kost je alleen|betaal met|pay with) (?:[\w'’ ]{{1,27}} )?{APPLAUSE}",
    ),
    (
        "return",
        r"wie zo helpt verdient|such help deserves|dan verwachten (?:we|wij)|we do expect|onthoud (?:dat|wie) (?:wij |we |jou |je )?(?:je |jou )?(?:hielpen|hielp)|remember who helped",
    ),
    (
        "return",
        r"laat het (?:ons )?merken met|show it with an?|gun het ons|do us a favou?r|zeg het voort als dank|spread the word in return",
    ),
    (
        "return",
        r"(?:wij|we) geven,? (?:en )?(?:jij|jullie) (?:deelt|delen|liket|volgt)|we give,? (?:and )?you (?:share|like|follow)",
    ),
    (
        "return",
        r"alleen voor (?:wie (?:ons )?volgt|volgers)|(?:for )?followers only|betaal met een post|pay with a post",
    ),
    (
        "return",
        r"dan mag (?:je|jij|u) ons(?: [\w'’ ]{0,18})? (?:volgen|liken|taggen)|then you (?:may|can|should) (?:follow|like|tag) us",
    ),
    ("return", r"koop je de volgende(?: [\w'’ ]{0,18})? bij ons|buy the next one (?:here|from us)"),
    # help held up
    (
        "help",
        r"graag gedaan|(?:wij|we|ik) (?:hielpen|hielp|hebben|heb) (?:je|jou|jullie|u)(?: [\w'’ ]{0,36})?|(?:je|jou|jullie|u)(?: [\w'’ ]{0,27})? geholpen|hielpen (?:wij|we) (?:je|jou|jullie|u)",
    ),
    (
        "help",
        rf"(?:blij|tevreden|geholpen|iets) (?:met|aan) (?:het|ons|onze|mijn|dit|deze|die) {ADVICE_NL}|{ADVICE_NL} gehad|(?:vind|vond) je (?:dit|deze \w+) (?:nuttig|handig|leuk)",
    ),
    (
        "help",
        r"you(?: are|['’]re) welcome|(?:was )?our pleasure|we (?:helped|bailed|saved|rescued|sorted) you(?: [\w'’ ]{0,27})?",
    ),
    (
        "help",
        rf"(?:happy|pleased|helped) (?:with|by) (?:the|our|this|that) {ADVICE_EN}|(?:got|had) (?:a|our|the|some) (?:free )?{ADVICE_EN}|(?:found|find) (?:this|it) (?:useful|helpful|handy)|(?:useful|helpful|nuttig|handig)\?",
    ),
    (
        "free",
        rf"gratis {ADVICE_NL}|free {ADVICE_EN}|was gratis|(?:was|were|came) free|voor niets gedaan|done for nothing|kosteloos",
    ),
    (
        "help",
        rf"{ADVICE_NL} (?:hielp|heeft geholpen|werkte)|{ADVICE_EN} (?:helped|worked)|geen dank|no problem|(?:van|door) ons (?:cadeau|gekregen|gratis)|(?:our|a) (?:gift|present) to you",
    ),
    # what is asked
    (
        "ask",
        r"volg(?:en)? (?:je |jij |jullie |u )?ons|ons(?: [\w'’ ]{0,27})? volgen|follow us|(?:may|can|could|should|must) follow",
    ),
    (
        "ask",
        r"(?:schrijf|geef|laat|plaats|zet|schrijven|geven|achterlaten)(?: [\w'’ ]{0,36})? (?:review|recensie|beoordeling|like|duimpje|hartje|sterren)",
    ),
    ("ask", r"(?:write|leave|give|drop|post)(?: [\w'’ ]{0,36})? (?:review|rating|like|stars|thumbs up)"),
    (
        "ask",
        r"(?:koop|bestel|haal|kopen|bestellen|halen|koopt)(?: [\w'’ ]{0,45})? bij (?:ons|mij)|(?:buy|order|get)(?: [\w'’ ]{0,45})? (?:from us|with us|here)",
    ),
    (
        "ask",
        r"like (?:dan|ons|onze|even|us|our|then)|(?:dan|then|now|nu) (?:even )?(?:liken|like)|deel (?:dan|ons|onze)|share us|then share",
    ),
    (
        "ask",
        r"(?:nuttig|handig|useful|helpful)\? (?:volg|follow|like|deel|share)|gratis tip,? dus|free tip,? so",
    ),
    (
        "ask",
        r"(?:vijf|five|5) (?:sterren|stars)|(?:put|place|zet|plaats)(?: [\w'’ ]{0,27})? (?:review|recensie|beoordeling)",
    ),
    (
        "help",
        r"(?:blij|fijn) dat (?:het|hij|alles) [\w'’ ]{0,18}(?:gelukt|werkt|goed kwam)|glad (?:it|that) [\w'’ ]{0,18}(?:worked|helped|works)",
    ),
    (
        "ask",
        r"(?:review|recensie|beoordeling|rating) (?:zou|would) (?:[\w'’ ]{1,18} )?(?:helpen|help|fijn|leuk|nice|great)",
    ),
)
