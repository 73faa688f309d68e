"""Laughter, shrugs, soothing and jokes: fine among friends, hurtful under a complaint."""

# ruff: noqa: E501 - a pattern broken over several lines is harder to read and easier to get wrong

FACES = "😂🤣😜🙈🎉💃😉😅😆😝😛🥳😁😄😎🤪😏🙃😋🤷🤭😹🎊🤡😇"
WINKS = (r";-\)", r";\)", r";-?p", r":-?p", r":-d", r":d", r"x-?d", r"\^\^")

CUES = (
    *(("face", rf"\w*{face}") for face in FACES),
    *(("face", rf"\w*{wink}") for wink in WINKS),
    ("laugh", r"\w{0,3}haha\w*"),
    ("laugh", r"\w{0,3}h[ie]h[ie]\w{0,8}"),
    ("laugh", r"lo+l|lmao|rofl|lachen hoor"),
    ("oops", r"oe+ps\w{0,3}|woe+ps\w{0,3}|o+ps(?:ie|ies)?|whoo?ps\w{0,4}|upsie|oepsie|whoeps"),
    ("fault", r"foutje,? bedankt"),
    ("fault", r"(?:our|my) bad"),
    ("shrug", r"tja+"),
    ("shrug", r"ach(?: ja| joh| kom| man)?(?! (?:nee|wat (?:naar|vervelend|jammer|sneu|rot|erg|een)))"),
    ("shrug", r"nou ja|oh well|ah well"),
    ("shrug", r"(?:kan|het kan|dat kan) (?:de beste )?gebeuren|(?:kan|overkomt) de beste"),
    ("shrug", r"(?:dat|zulke dingen|zoiets|dit soort dingen) (?:gebeurt|gebeuren|overkomt)"),
    (
        "shrug",
        r"(?:it|shit|stuff|things|these things|such things|mistakes|accidents) happens?(?! (?:to|that|when|every|often|again))",
    ),
    ("shrug", r"zo ga(?:at|an)(?: \w+)? dat|zo gaa?n (?:die|zulke|deze) dingen|dat krijg je ervan"),
    ("shrug", r"c['’]est la vie|that['’]?s life|such is life|zo is het leven"),
    (
        "shrug",
        r"niemand is perfect|no(?:body|[- ]one)(?:['’]?s| is) perfect|we are only human|we zijn (?:ook )?maar mensen",
    ),
    ("shrug", r"waar ge(?:hakt|werkt) wordt\b[\w ,]{0,30}"),
    ("shrug", r"pech gehad|jammer dan|helaas pindakaas|tough luck|too bad|hard cheese|so be it"),
    ("shrug", r"volgende keer beter|better luck next time|driemaal is scheepsrecht|third time lucky"),
    (
        "shrug",
        r"beter laat dan nooit|better late than never|you win some|welkom bij de club|(?:join|welcome to) the club",
    ),
    ("shrug", r"boeien"),
    ("soothe", r"maak (?:je|u) (?:maar |nou |toch )?niet (?:zo |te )?druk"),
    ("soothe", r"rustig (?:maar|joh|man|hoor|nou)|rustig aan(?! (?:met|bij|als|doen|op))|kalm (?:aan|maar)"),
    (
        "soothe",
        r"chill(?:ax)?(?! (?:the|de|het|in|for|it|until|overnight|before|\d))|relax(?! (?:in|on|op|met|with|your|je|the|de))",
    ),
    ("soothe", r"kop op(?! (?:de|het|een|tafel))|lach er maar om|laugh it off|mondje dicht(?: hè)?"),
    ("soothe", r"calm down|take it easy(?! (?:while|when|with|on))|cheer up|lighten up|keep your hair on"),
    ("soothe", r"haal (?:[\w ]{1,20} )?(?:diep )?adem|(?:take|breathe) (?:a )?(?:deep )?breath(?! of)"),
    ("soothe", r"don['’]?t (?:worry,? be happy|stress|panic)|(?:geen|no) (?:stress|paniek|drama)"),
    ("soothe", r"niet (?:zo|gelijk|meteen) (?:boos|zuur|moeilijk|dramatisch|chagrijnig)"),
    ("belittle", r"(?:is |was )?niet zo(?:['’]n)? (?:erg|ramp|drama)(?: toch)?|geen ramp|niks aan de hand"),
    (
        "belittle",
        r"no biggie|no big deal|not the end of the world|niet het einde van de wereld|worse things happen",
    ),
    ("belittle", r"van een mug een olifant|storm in (?:a|an|een) (?:tea ?cup|glas water)"),
    ("belittle", r"first[- ]world problems?|eerste[- ]?wereld[- ]?problem?e?e?m?\w*|luxeproble\w+"),
    (
        "belittle",
        r"(?:look|kijk) on the bright side|bekijk het (?:eens )?van de (?:zonnige|positieve|vrolijke) kant|never mind",
    ),
    ("banter", r"grapje|geintje|(?:just|only) (?:kidding|joking)|jk|kidding"),
    ("banter", r"lekker bezig(?: weer)?|zullen we maar zeggen|am i right|don['’]?t tell anyone"),
    ("banter", r"(?:maandag|vrijdag|mondays?|fridays?),? (?:hè|he|hé|right|huh|eh)"),
    (
        "banter",
        r"(?:vuurwerk|fireworks) (?:cadeau|inbegrepen|included)|(?:gratis|free|bonus) (?:vuurwerk|fireworks|extraatje)",
    ),
    (
        "banter",
        r"(?:het )?leven is (?:geen|niet|nou)[\w ]{0,20}|life(?:['’]s| is) (?:not|no|a)[\w ]{0,20}|(?:what can i|wat zal ik|what shall i) (?:say|zeggen)",
    ),
    (
        "belittle",
        r"no(?:body|[- ]one) (?:has )?died|niemand (?:is )?(?:dood|doodgegaan)|er is niemand (?:dood|overleden)|nou nou|easy now|there there",
    ),
    (
        "banter",
        r"(?:maandagochtend|monday morning|vrijdagmiddag|friday afternoon)\w*|(?:geen|no|te weinig|not enough|zonder|without) (?:koffie|coffee)[\w ]{0,12}",
    ),
    (
        "banter",
        r"(?:dan|nu|zo) heb(?:t)? (?:je|u|jij|jullie) (?:tenminste|lekker|meteen|mooi|in elk geval|in ieder geval|gelijk)|at least (?:you|now you|it|they)[\w'’]{0,4} (?:have|got|had|get|can|is|was|did)|now you have",
    ),
    (
        "banter",
        r"(?:ook )?weer eens wat anders|makes a change|(?:dat|het) houdt je (?:jong|fit|scherp)|keeps you (?:young|fit|sharp)|met de groeten",
    ),
)
