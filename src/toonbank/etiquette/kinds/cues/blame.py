"""The customer's fault: "you should have", "wrong use", "your own choice", in both languages."""

# ruff: noqa: E501 - a pattern broken over several lines is harder to read and easier to get wrong

YOU = r"(?:u|je|jij|jullie|ge)"
DONE_NL = (
    r"(?:gebruikt|gewassen|gelezen|besteld|ingevuld|gemeten|opgemeten|gemonteerd|behandeld|in elkaar gezet|opgegeven|bewaard|"
    r"geïnstalleerd|aangesloten|gekozen|gekeken|verzorgd|begrepen|geopend|opgeborgen|doorgegeven|aangeklikt|gekocht|gepakt|opgehangen|"
    r"schoongemaakt|gebruik|gestreken|gedroogd|opgeladen|opgelet|opgevolgd|gevolgd|doorgenomen|bekeken|bestudeerd|nagegaan|gecontroleerd|afgesteld|opgeeft|invult|bestelt|kiest|gebruikt|wast|behandelt|bewaart|leest)"
)
DONE_EN = (
    r"(?:used?|using|washed|assembled|ordered|installed|read|measured|mounted|fitted|filled it in|handled|handling|stored|treated|put together|"
    r"put it together|cleaned|charged|opened|applied|understood|built|hung|dried|usage)"
)
TOOK_EN = r"(?:pick|picked|chose|choose|ordered|order|selected|select|entered|enter|gave us|gave|typed|bought|used|took|clicked|filled in)"

CUES = (
    ("should", rf"had(?:den)? {YOU}[\w ,'’]{{0,60}} (?:maar|moeten|kunnen)"),
    ("should", rf"had(?:den)? {YOU} maar"),
    ("should", rf"{YOU} had(?:den)?[\w ,'’]{{0,60}} (?:moeten|kunnen|dienen)"),
    (
        "should",
        r"you (?:really |simply |just |clearly )?(?:should|could|might|ought to)(?: (?!not\b|never\b|no\b)\w+)?(?:['’]ve| have)",
    ),
    ("should", r"you (?:needed|were supposed|were meant|ought) to"),
    ("should", rf"(?:dan|daarvoor) moet {YOU}(?! (?:even|niet wachten|dit niet))"),
    ("should", r"then you (?:need to|should|must)"),
    (
        "if",
        r"if you(?: (?:simply|just|only|actually))? had(?! (?:any|a|an|questions|trouble|to wait|problems))|if you['’]d (?:read|looked|checked|bothered|followed|stayed|been|only|just)",
    ),
    (
        "if",
        r"had you (?:simply |just |only |actually |bothered to )?(?:read|checked|looked|stayed|followed|ordered|been|measured|asked|listened|told|called|washed|used)",
    ),
    ("if", rf"als {YOU}[\w ,'’]{{1,50}} (?:had|hadden|was geweest|gelezen|gekeken|opgelet)"),
    (
        "wrong",
        rf"(?:verkeerd|verkeerde|fout|niet goed|onjuist|slordig|niet juist|niet volgens[\w ]{{1,30}}|te heet|te warm) {DONE_NL}",
    ),
    ("wrong", r"(?:verkeerd|onjuist|oneigenlijk|foutief|ondeskundig) gebruik"),
    (
        "wrong",
        rf"{DONE_EN} (?:it |this |that |them |the \w+ |these )?(?:all )?(?:wrong|wrongly|incorrectly|badly|improperly|the wrong way|too (?:hot|warm|cold|long|hard|wet|damp|dry|much|tight|tightly|roughly|often))",
    ),
    (
        "wrong",
        rf"(?:wrongly|incorrectly|improperly|badly) {DONE_EN}|(?:wrong|incorrect|improper) (?:use|usage|handling|assembly)",
    ),
    ("wrong", r"misused|misread|mishandled|overwatered|overloaded|underwatered"),
    ("thing", rf"(?:een|de|het) (?:verkeerde?|foute?|onjuiste?) [\w]+ (?:hebt |heb |heeft |had )?{DONE_NL}"),
    ("thing", rf"{TOOK_EN} (?:the|a|an) (?:wrong|incorrect) \w+"),
    (
        "thing",
        r"(?:te veel|teveel|te weinig|te hard|te lang|te vaak|te ruw|te strak)[\w ]{0,25} (?:gegeven|gewassen|gebruikt|gedroogd|gestookt|aangedraaid|laten staan|gezet|geschrobd|getrokken)",
    ),
    (
        "thing",
        r"(?:gave|used|put|left|washed|dried|scrubbed|pulled|tightened)[\w ]{0,20} (?:too much|too little|too hot|too long|too hard|too often)",
    ),
    (
        "likely",
        rf"(?:heb|hebt|heeft|bent) {YOU} (?:waarschijnlijk|vast|zelf|gewoon|vermoedelijk|kennelijk|blijkbaar|duidelijk)",
    ),
    (
        "likely",
        rf"(?:waarschijnlijk|vermoedelijk|kennelijk|blijkbaar|ongetwijfeld) (?:heb|hebt|heeft|bent|was|ben) {YOU}",
    ),
    ("likely", r"you (?:must|probably|clearly|obviously|apparently|evidently)(?: have| just| simply)? \w+"),
    ("fault", r"eigen (?:schuld|fout|keuze|keus|verantwoordelijkheid|risico|schuld)"),
    ("fault", r"(?:jouw|uw) (?:schuld|fout|verantwoordelijkheid|probleem)"),
    (
        "fault",
        r"(?:aan|bij) (?:uzelf|jezelf|jou zelf)|ligt (?:het )?(?:echt |gewoon |toch )?aan (?:u|jou|uzelf|jezelf)",
    ),
    (
        "fault",
        r"your (?:own )?(?:fault|doing|responsibility|problem)|your own (?:choice|mistake|risk|decision)|it must be you|it['’]?s (?:on )?you",
    ),
    (
        "fault",
        r"gebruikersfout|bedieningsfout|user error|(?:got|have|has) (?:only )?yourself to blame|wie zijn billen brandt",
    ),
    ("fault", r"(?:door|doordat) (?:uzelf|jezelf|u zelf|je zelf)[\w ]{0,40}"),
    (
        "self",
        r"(?:zelf|uzelf|jezelf) (?:besteld|gekozen|gedaan|ingevuld|opgegeven|aangeklikt|verkeerd|kapot|stuk|gevraagd|veroorzaakt|laten vallen|voor gekozen)",
    ),
    (
        "self",
        r"(?:ordered|chose|picked|did|broke|asked for|entered|caused|damaged) (?:it|this|that|them) yourself|(?:wrong|incorrectly|wrongly|badly) yourself",
    ),
    (
        "unread",
        r"(?:niet|beter|eerst|gewoon) (?:goed |eerst |even |beter )?(?:gelezen|opgelet|gekeken|opletten|lezen|kijken|nalezen)",
    ),
    ("unread", r"did(?:n['’]?t| not) (?:read|check|look|follow|measure|bother|listen|pay attention|see the)"),
    (
        "unread",
        r"(?:lees|kijk|let) (?:dan |eerst |nu |voortaan |volgende keer |de volgende keer |eens |eens eerst |eerst eens )(?:de|het|onze|even|goed|op|zelf|beter|je|uw|eens)",
    ),
    (
        "unread",
        r"(?:volgende keer|voortaan|de volgende keer)[\w ]{0,25} (?:lezen|opletten|kijken|meten|passen|checken|nadenken)",
    ),
    ("unread", r"next time[\w ,]{0,20} (?:read|check|pay|measure|look|think|order|try reading)"),
    ("unread", r"(?:please |just |do |try )(?:read|reading) (?:the|it|our|before|first)"),
    (
        "away",
        rf"{YOU} (?:was|bent|waren) (?:zelf |gewoon |blijkbaar |er |toen )?niet (?:thuis|aanwezig|er)|zelf niet thuis",
    ),
    (
        "away",
        r"you (?:were not|weren['’]t|was not) (?:at )?(?:home|in|there)|for not being (?:at )?(?:home|in|there)",
    ),
    (
        "broke",
        r"(?:je|jij|u)(?: \w+)? (?:hebt|heb|heeft) (?:hem|het|ze|die|dat|deze)(?: \w+)? (?:kapot|stuk|vernield|laten vallen)",
    ),
    (
        "broke",
        r"you (?:must have )?(?:broke|dropped|damaged|ruined|shrank|forgot|failed|neglected|ignored|overlooked|missed)(?! out)",
    ),
    ("broke", r"(?:u|je|jij) bent[\w ]{0,20} vergeten|(?:u|je|jij) (?:negeerde|vergat|liet hem)"),
    (
        "if",
        rf"als {YOU} (?:zo|hem|het|er|dat|dingen|spullen|ze)[\w ,]{{0,50}} (?:omgaat|behandelt|mishandelt|smijt|gooit|trekt|stopt|wast|verwaarloost)",
    ),
    (
        "if",
        rf"als {YOU} (?:niet|geen|nooit)[\w ,]{{0,40}} (?:leest|kijkt|meet|controleert|oplet|luistert|opgeeft|doorgeeft|thuis bent)",
    ),
    (
        "if",
        r"if you (?:treat|handle|mistreat|ignore|insist|bash|abuse|neglect|throw|yank)|if you (?:do not|don['’]t|never) (?:read|check|follow|measure|look|listen|bother)|if you (?:give|enter|fill in|type) (?:us )?(?:a|the) wrong",
    ),
    (
        "likely",
        r"(?:i|we) (?:do(?:n['’]t| not) think|doubt|suspect|guess|fear)(?: that)? you (?:\w+ed|read|went|took|put|left|had|did)",
    ),
    ("should", r"(?:closer|quick|second|careful|proper) (?:look|read|check|glance) would have"),
    (
        "fault",
        r"(?:breken|breekt|scheuren|scheurt|krimpen|krimpt|gaan|gaat|komen|komt|vallen|valt)[\w ]{0,20} niet (?:zomaar|vanzelf|uit zichzelf)|(?:do not|don['’]t|does not|doesn['’]t) \w+ by (?:themselves|itself)|nooit vanzelf",
    ),
    (
        "fault",
        r"(?:iedereen|elk kind|een kind|ieder mens) kan[\w ]{0,30} (?:lezen|zien|begrijpen|meten)|(?:surely |any)(?:\w+ )?(?:one|body|child) can[\w ]{0,20} (?:read|see|tell|measure)|how hard (?:can|is) it",
    ),
    ("self", rf"{YOU} (?:heeft|hebt|heb|koos|bestelde|wilde|gaf|vroeg)(?: \w+)? zelf[\w ]{{1,40}}"),
    (
        "self",
        r"you (?:chose|ordered|picked|selected|wanted|asked|entered|gave|signed|booked)[\w ,]{0,30} yourself",
    ),
    (
        "unread",
        r"(?:dat|dit|het) staat (?:er|daar) (?:toch|ook|gewoon|echt|duidelijk)[\w ]{0,12} (?:bij|op|in|onder)",
    ),
    ("unread", r"it (?:does|did|clearly|really) says? so"),
    (
        "thing",
        rf"(?:heb|hebt|heeft) {YOU} [\w ]{{0,30}} te (?:klein|groot|kort|lang|krap|smal|licht|dun)[\w ]{{0,10}} (?:gekocht|besteld|gekozen|genomen|gepakt)",
    ),
    (
        "thing",
        r"(?:bought|ordered|picked|chose|took)[\w ]{0,20} too (?:small|big|large|thin|short|long|tight|light)",
    ),
    ("thing", r"(?:vast|waarschijnlijk|vermoedelijk|zeker) (?:een|het|de) (?:verkeerde?|foute?) \w+"),
    (
        "if",
        r"(?:when|if|because) people (?:do not|don['’]t|never|forget|ignore|refuse)|(?:als|wanneer|omdat) mensen (?:de |het |zich )?[\w ]{0,20}(?:niet|vergeten|negeren|verkeerd)|(?:vaak|altijd) mis bij (?:mensen|klanten)",
    ),
    (
        "should",
        rf"(?:moet|mag|moest|mocht) {YOU} (?:dan )?(?:natuurlijk|uiteraard|ook|dus|echt|gewoon)(?: ook| echt| gewoon)? (?:niet|nooit|geen)",
    ),
    (
        "should",
        r"you(?:['’]re| are| were) (?:really |obviously |of course )?not (?:supposed|meant) to|you (?:aren|weren)['’]t (?:supposed|meant) to",
    ),
    (
        "if",
        r"had you (?:only |just |simply )?(?:named|given|chosen|picked|put|kept|let|taken|added|filled|bought|brought|opened|stored|set)",
    ),
    (
        "unread",
        r"next time,? (?:just |please |simply |do )?(?:keep|use|put|take|order|choose|make sure|measure|wash|store|dry|cover|follow)",
    ),
    (
        "unread",
        r"(?:volgende keer|voortaan) (?:dus |gewoon |even |beter |eerst )?(?:afdekken|bewaren|gebruiken|wassen|bestellen|nemen|controleren|uitlezen|drogen|kiezen)",
    ),
    (
        "unread",
        r"(?:controleer|check|lees|meet|bekijk)[\w ]{0,30} (?:voortaan|voordat (?:u|je)|volgende keer)|(?:double[ -]?check|check|read|measure)[\w ,]{0,25} before you (?:order|buy|complain|wash|use|wear|pay)",
    ),
    (
        "likely",
        rf"(?:omdat|doordat) {YOU} (?:hem|haar|het|ze|die|dat|de \w+) (?:zo |zelf |veel )?(?:niet|nooit|te|verkeerd|zelf)[\w ]{{0,30}}",
    ),
    (
        "likely",
        r"because you (?:(?:have|had|clearly|obviously|just|simply|kept) )?(?!asked|needed|waited|ordered|wanted|liked|mentioned|called|helped|deserved)(?:\w{2,}ed|put|left|let|did|set|hung|wore|bought|didn['’]t|did not|don['’]t)",
    ),
    (
        "fault",
        r"(?:breaks?|tears?|shrinks?|cracks?|burns?|leaks?|fades?|snaps?) (?:easily )?(?:when|if) (?:you|people|somebody|someone)|(?:breken|breekt|scheuren|scheurt|krimpen|krimpt|lekken|lekt|verkleurt|slijten|slijt) (?:\w+ )?(?:als|wanneer) (?:je|u|men|mensen|iemand)",
    ),
    (
        "if",
        r"(?:when|if|because) (?:somebody|someone|one|you) (?:does not|doesn['’]t|do not|don['’]t) (?:look after|take care|follow|read|clean|maintain)",
    ),
    (
        "self",
        r"(?:is|was) (?:ook |dan ook |natuurlijk |just |simply )?(?:niet|not) (?:zo |erg |heel |echt |very |exactly |really |too )?(?:slim|verstandig|snugger|clever|smart|wise|bright)",
    ),
    (
        "thing",
        r"(?:most|many|a lot of) people (?:get|do) (?:this|that|it) wrong|(?:de meeste|veel) mensen (?:doen|hebben) (?:dat|dit|het) (?:verkeerd|fout)",
    ),
    (
        "thing",
        r"that (?:would|might|could) explain (?:it|a lot|things|everything)|dat (?:verklaart|verklaarde) (?:een hoop|veel|alles|het wel)|dat zou (?:het|een hoop|veel|alles) verklaren",
    ),
    (
        "should",
        r"misschien moe(?:t|st) (?:je|u) (?:dan )?(?:vaker|beter|eens|voortaan|zelf|eerst)|(?:maybe|perhaps) you should",
    ),
)
