"""The words of a next step in a reply, Dutch and English: what is done, when, by whom, and what only sounds like it."""

# ruff: noqa: E501 - a pattern broken over several lines is harder to read and easier to get wrong

# Verbs of a shop that does something. A form of the verb is enough; who does it is read around it.
DEED_NL = (
    r"(?:stuur|stuurt|sturen|gestuurd|opstuur|opsturen|opgestuurd|nasturen|verstuur|versturen|verzend|verzenden|bel|belt|bellen|gebeld|terugbel\w*|"
    r"mail(?= (?:je|u|de|het|hem|naar|jou|even|een|ze|morgen|vandaag|zo|nu))|mailt|mailen|gemaild|app|appen|zoek|zoekt|zoeken|uitzoek\w*|opzoek\w*|uitgezocht|opgezocht|nagezocht|check|checken|gecheckt|kijk|kijken|nakijk\w*|"
    r"nagekeken|controleer\w*|gecontroleerd|vraag(?= (?:het|de|je|u|even|na|nu|mijn|onze|bij|postnl))|vragen|navraag|gevraagd|nagevraagd|haal|haalt|halen|ophaal\w*|ophalen|opgehaald|breng|brengt|brengen|gebracht|langsbreng\w*|"
    r"lever|leveren|nalever\w*|leg|legt|leggen|gelegd|klaarleg\w*|klaargelegd|zet|zetten|gezet|klaarzet\w*|klaargezet|vervang\w*|repareer\w*|repareren|gerepareerd|"
    r"herstel\w*|hersteld|maak|maken|gemaakt|overmak\w*|overgemaakt|betaal|betalen|terugbeta\w*|terugbetaald|stort|storten|gestort|terugstort\w*|teruggestort|vergoed\w*|"
    r"crediteer\w*|gecrediteerd|pas(?:sen)?(?= (?:het|de|dit|dat|je|hem|onze))|aanpas\w*|aangepast|wijzig\w*|gewijzigd|corrigeer\w*|gecorrigeerd|regel|regelen|geregeld|los(?:sen)?(?= (?:het|dit|dat))|oplos\w*|opgelost|"
    r"bestel|bestellen|besteld|nabestel\w*|bied|bieden|ruil|ruilen|omruil\w*|annuleer\w*|geannuleerd|schrijf|schrijven|geschreven|print|laat(?= (?:je|u|het|hem|ze|weten|de|een|me|jou))|laten|spreek|"
    r"overleg|overleggen|overlegd|test|testen|getest|meet|meten|pak|pakken|ingepakt|geef|geven|draai|meld|reserveer\w*|gereserveerd|hou|houd|rijd|rij|fiets|loop|verwijder\w*|verwijderd|"
    r"haal|plak|naai|lijm|slijp|stop|neem|nemen|kom(?:en)?(?= (?:je|het|hem|morgen|vandaag|langs|even|erop|er|bij|terug|voor|om|zelf|naar))|bezorg|bezorgen|monteer\w*|roep|sluit|start|gestart|schakel|ingeschakeld|dien|ingediend|vul|bewaar|spoor)"
)
DEED_EN = (
    r"(?:send|sending|sent|ship|shipping|shipped|post|posting|posted|mail|mailing|mailed|e-?mail|emailing|emailed|call|calling|called|ring|ringing|rung|phone|phoning|phoned|check|checking|"
    r"checked|look(?:ing)? (?:it|this|that|your \w+|the \w+|them)? ?up|look(?:ing)? (?:for|whether|if|in|at)|looked|find(?:ing)? out|found out|see (?:if|whether|what)|ask|asking|asked|fetch\w*|collect\w*|pick(?:ing)? (?:it|them|this|the \w+)? ?up|bring|bringing|deliver|"
    r"delivering|put(?:ting)? (?:it|one|them|this|a|another|the \w+|your \w+)|set(?:ting)? (?:it|one|them)? ?aside|keep(?:ing)? (?:one|it|them|a|your)|reserve\w*|reserving|replace\w*|replacing|repair\w*|mend\w*|fix|fixing|fixed|refund\w*|pay|paying|paid|transfer\w*|credit|crediting|"
    r"credited|reimburs\w*|cover|covering|change|changing|changed|adjust\w*|correct|correcting|corrected|update|updating|updated|arrang\w*|sort|sorting|sorted|solve|solving|solved|order|ordering|"
    r"ordered|swap\w*|exchang\w*|cancel\w*|write|writing|print\w*|let you know|speak|speaking|spoken|talk|talking|test|testing|tested|measur\w*|pack|packing|packed|give you|giving you|get back|"
    r"come back|be back|back (?:to you|here)|drop|dropping|visit\w*|take (?:it|this|that|them) (?:back|up)|taking (?:it|them) back|make (?:it|this) (?:right|good|up)|tell you|report back|sew|glue|trac\w+|chas\w+|walk\w*|remov\w+|issue|issuing|issued|"
    r"book|booking|booked|fit|fitting|hand|handing|offer you|pop|popping|slip|treat|leave you|leaving you|take (?:it|them|the \w+) back|wrap\w*|drive|driving|swing\w*|start|started|raise[d]?|find you|find (?:it|one|out)|hold(?:ing)?|throw\w*|process\w*|contact\w*)"
)
# Deeds of "we" that say nothing until a time stands beside them.
LOOKING = r"(?:lever|leveren|deliver|delivering|kijk|kijken|zoek|zoeken|uitzoek\w*|check\w*|look\w*|checking|nakijk\w*|see (?:if|whether|what)|spreek|overleg\w*|vraag|vragen|geef|geven|kom|komen|laat|laten|houd?|contact\w*|talk\w*|speak\w*|get back|tell you|let you know|test|book|process\w*|laten weten)"
# "We'll ..." and "we gaan ..." with whatever deed, unless it is one of these.
FUTURE = (
    r"(?:\bdan (?!help|kijk|zie|weet|denk|hebb?|zijn|ben|snap|begrijp|doen|hoop|kunnen|kan)\w+ (?:ik|we|wij)\b)|"
    r"(?:\b(?:i['’]ll|we['’]ll|i will|we will|i['’]m going to|we['’]re going to|i am going to|we are going to) "
    r"(?!not|never|try|hope|strive|continue|always|make sure|ensure|work|be |do |have|take|pass|forward|keep|learn|improve|discuss|see\b|get back|note|"
    r"come back|let you|look|remember|bear|share|raise|evaluate|review|endeavou?r|handle|help|assist|look after)\w+"
    r"|\b(?:ik|we|wij) (?:ga|gaan|zal|zullen)\b(?![\w ,]{0,60}\b(?:best|beter|verbeter\w*|helpen|leren|kijken|bespreken|mee|slag|proberen|meenemen|doen|zorgen|oppakken|"
    r"doorgeven|evalueren|uitzoeken|letten|onthouden|op in|na|nagaan|niet|nooit|rekening))[\w ,]{3,60}\w+en\b)"
)
# What sounds like a step and is none.
VAGUE = (
    r"(?:neem|nemen|genomen)[\w ]{0,35} (?:mee|serieus|in behandeling|ter harte|in overweging)|meenemen|in behandeling|"
    r"(?:kijken|kijk|gekeken) (?:er|hier|daar)?(?:naar|even naar)|(?:geef|geven|gegeven|geeft)[\w ]{0,45} door(?:gegeven)?|doorgegeven|doorgezet|doorgestuurd|doorgeven|doorsturen|"
    r"(?:zo|zsm)(?: (?:snel|spoedig|vlug|gauw|goed))? (?:als )?mogelijk|z\.?s\.?m\.?|asap|op korte termijn|binnenkort|in due course|shortly|soon(?:er or later)?|"
    r"(?:houd|hou|houden)[\w ]{0,25} (?:op de hoogte|in de gaten|rekening)|(?:doe|doen)[\w ]{0,20} (?:best|uiterste|alles)[\w ]{0,30}|(?:gaan?|gaat)[\w ]{0,40} aan de slag|aan de slag|(?:get|getting|gets|set) to work[\w ]{0,12}|onder de aandacht|"
    r"heeft onze aandacht|(?:in|op) (?:ons|onze|het) (?:volgende )?(?:overleg|vergadering)|leren (?:we|wij|hier)[\w ]{0,20}|evalueren|intern[\w ]{0,20}|"
    r"(?:pass|passed|passing)[\w ]{0,35} (?:on|along|to)|forward(?:ed|ing)?[\w ]{0,35}|(?:look|looking|looked) into (?:it|this|that|things|the matter|your \w+)|"
    r"as soon as (?:possible|we can|we are able)|(?:keep|keeping) (?:you |everyone )?(?:posted|updated|informed)|(?:do|doing|try|trying) our (?:very |utmost )?best|"
    r"work(?:ing)? (?:on|hard)[\w ]{0,20}|(?:take|taking|took)[\w ]{0,35} (?:seriously|on board|into account|to heart)|bring (?:it|this|that) up[\w ]{0,30}|"
    r"share(?:d)?[\w ]{0,35} with (?:the|our)[\w ]{0,20}|(?:be|been|get|getting) (?:back |in )?(?:touch|picked up)|opgepakt|oppakken|"
    r"(?:next|volgende) (?:meeting|vergadering|time|keer)|learn from[\w ]{0,15}|noted|genoteerd|have (?:made )?a note|discuss\w*|bespreken|bespreek|"
    r"(?:thanks?|thank you|dank|bedankt)[\w ]{0,15} for[\w ]{0,25}|feedback|keep (?:an eye|it in mind|in mind)|rekening mee"
)
VAGUE_BACK = (
    r"(?:get|getting|come|coming) back to you|(?:kom|komen)[\w ]{0,20} (?:op|bij)[\w ]{0,12} terug|terugkomen|(?:neem|nemen)[\w ]{0,20} contact(?: op| met)?|"
    r"(?:be|get) in (?:touch|contact)|contact you|laten? (?:je|u|het)? ?(?:het )?weten|let you know|hoor\w*|hear (?:from|back)"
)
HOPES = r"\b(?:hopen|hoop|hopelijk|hope|hopefully|hoping|proberen|probeer|try|trying|streven|altijd|nooit|gewoonlijk|normaal\w*|normally|usually|always|never|meestal)\b"
SENT_BEFORE = r"\b(?:verstuurd|verzonden|geleverd|bezorgd|gestuurd|opgestuurd|sent|shipped|dispatched|posted|delivered)\b"
SENT_ANEW = (
    r"\b(?:opnieuw|nieuwe?|net|zojuist|zonet|vandaag|vanochtend|vanmiddag|vanmorgen|inmiddels|alsnog|again|new|just|today|another|replacement|"
    r"vervang\w*|anders?|juiste|goede|right|correct|morning|afternoon|label|mail|mailtje|email)\b"
)
TIME = (
    r"\b(?:vandaag|vanavond|vanmiddag|vanochtend|vanmorgen|vannacht|morgen\w*|overmorgen|nu(?! eenmaal)|meteen|direct|straks|dadelijk|"
    r"(?:maan|dins|woens|donder|vrij|zater|zon)dag\w*|deze week|volgende week|begin volgende|eind van de|uiterlijk\b.{1,20}|"
    r"binnen (?:een|één|twee|drie|vier|vijf|zes|zeven|tien|\d+) (?:uur|uurtje|minuten|minuutjes|kwartier|half uur|dagen|dag|werkdag\w*|week|weken)|binnen het uur|binnen een half uur|"
    r"over (?:een|twee|vijf|tien|\d+|een half|een klein) (?:uur|uurtje|minuten|kwartier)|(?:voor|om|rond|vanaf|na|tegen) (?:\d{1,2}(?:[.:]\d\d)?(?: ?uur)?|half \w+|kwart\w*.{1,10}|één|een|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|vijven|vieren|zessen|drieën|tweeën|sluitingstijd)(?: uur)?\b(?! (?:keer|stuks|euro|jaar))|"
    r"today|tonight|tomorrow|this (?:morning|afternoon|evening|week)|(?:mon|tues|wednes|thurs|fri|satur|sun)day\w*|next week|now|right away|straight away|straightaway|immediately|at once|"
    r"within (?:an?|the|one|two|three|five|ten|\d+|half an) ?(?:hours?|minutes?|days?|weeks?|working days?)?|in (?:an|a|one|two|five|ten|\d+|half an) (?:hours?|minutes?|days?)|"
    r"(?:before|by|at|around|after) (?:\d{1,2}(?:[.:]\d\d)?(?: ?(?:am|pm|o['’]clock))?|noon|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|lunch|closing|the end)\b)"
)
GOODS_MOVE = (
    r"\b(?:onderweg|op de post|in huis|klaar voor (?:je|u)|(?:ligt|staat|leg|zet)[\w ]{0,30} klaar|on (?:its|the|their) way|(?:coming|heading|headed) your way|(?:is|are|be|stays?) waiting (?:at|for|in)|ready (?:for you|at the|and)|wacht (?:op je|bij|aan)|no need to (?:send|return|bring)|hoe(?:ft|ven) (?:je|u|de|hem|niets)[\w ]{0,25} (?:terug|niet te sturen|retour)|in (?:the|today['’]?s) post|out (?:tomorrow|today|tonight)|"
    r"(?:goes|go|going) (?:out|off|back|with|in|into)|gaat?[\w ]{0,25} (?:mee|de deur uit|op de post|retour|terug|naar je toe)|(?:leaves?|leaving|ships?|shipping) (?:today|tomorrow|tonight|now|on|this|first)|"
    r"with you (?:tomorrow|by|on|today|before|within)|voor je apart|reserve for you|hier is (?:hij|ze|het|de|een|je)|here (?:it is|they are|is (?:the|a|it|your)|you go|are)|"
    r"(?:is|zit|ligt)[\w ]{0,20} bij de (?:post|koerier))\b"
)
MONEY = (
    r"\b(?:geld terug|bedrag[\w ]{0,20}terug|terugbeta\w+|teruggestort|terugstort\w*|terugbetaald|money back|refund\w*|full amount|hele bedrag|volledige bedrag|overgemaakt|creditnota|"
    r"(?:kosten|verzendkosten)?[\w ]{0,10}(?:voor ons|op onze kosten|voor onze rekening)|on (?:us|me)|is (?:van|voor) (?:mij|ons)|on the house|at our (?:cost|expense)|free of charge|kosteloos|kosteloze|at no cost|no charge|"
    r"(?:krijgt?|ontvangt?)(?: (?:je|u|jij))?[\w ]{0,40} (?:terug|nieuwe?|vervang\w*|andere|gratis|vergoed\w*)|"
    r"(?:get|receive|have)[\w ]{0,30} (?:back|new one|replacement|another one|spare))\b"
)
DONE = (
    r"\b(?:aangepast|gecorrigeerd|rechtgezet|opgelost|vervangen|gerepareerd|geregeld|gelukt|hersteld|verbeterd|nagekeken|uitgezocht|klopt nu|(?:klopt|goed is)[\w ]{0,10} nu|nu goed|"
    r"corrected|solved|fixed|replaced|repaired|resolved|sorted|done (?:just )?now|it worked|has been (?:changed|updated|removed|refunded)|(?:is|it is) right now|right again|"
    r"ik zie dat|nu gedaan|(?:je|uw|jouw) (?:aanspreekpunt|contactpersoon)|your contact|bereikbaar (?:op|tot|voor)|vraag naar \w+|ask for \w+|(?:is|zijn|staat|ligt|hebben|heb) (?:er )?(?:inmiddels|ondertussen|alvast|al) \w+|(?:now|already) (?:lists?|says?|shows?|wrapped|packed|changed)|i (?:can )?see (?:that |it |your |the )|spraken elkaar|we (?:just )?spoke|after solving|na de oplossing)\b"
)
CHOICE = (
    r"\b(?:kies|keuze|choice|choose|(?:you|do you) prefer|prefer|liever|zeg (?:het )?(?:maar|even|me)|zeg maar|tell me|tell us|wat (?:heb|zou|vind|wil|wilt|werkt) (?:je|u|voor)|"
    r"laat[\w ]{0,20} weten (?:wat|welke|of|wanneer|hoe|waar)|let (?:me|us) know (?:which|what|if|when|whether|how|where)|welke (?:optie|maat|kleur|van)|which (?:option|one|suits|size)|what (?:would|suits|works)|"
    r"(?:je )?geld (?:terug )?of (?:een )?\w+|(?:refund|money back) or|or (?:[\w ]{1,12} )?(?:money|refund)|of (?:[\w ]{1,12} )?(?:geld|bedrag))\b"
)
ASKED_OF_YOU = (
    r"\b(?:bel (?:me|mij|even) (?!ons)|(?:stuur|mail|app|breng|lever|meld|geef)(?: (?:je|u|jij))? (?:me|mij|ons|even|hem|het|dit|dat|'m|ze|gerust|die|je|uw|de|een|dan|maar|naar|info|of|langs|terug|in)|"
    r"(?:stuur|mail|app|dm|pm|pb)\b[\w ,'’]{0,40}(?:privé\w*|dm\w*|pb|pm|bericht\w*|inbox|mail\w*|foto\w*|ordernummer|bestelnummer|nummer|gegevens|info\w*)|"
    r"sturen\b|kom[\w ]{0,25} (?:langs|binnen|naar|terug|halen|ophalen|ruilen|omruilen|passen|proeven)|loop[\w ]{0,20} (?:binnen|langs)|(?:leg|zet) hem[\w ]{0,20}|"
    r"(?:dm|pm|pb) (?:us|me|ons|mij|even)|check (?:je|your)[\w ]{0,10} (?:dm\w*|inbox|mail\w*|messages)|privé\b|via (?:de |een )?(?:e-mail|mail|dm|pb)|[\w.]@\w|"
    r"(?:give|show|tell) me|(?:send|mail|email|e-mail|message|dm|text|drop|bring|post|return|leave) (?:me|us|it|them|over|a|an|the|your|this|back|by|in|or|info\S*|our|to)|"
    r"(?:come|pop|stop|swing)[\w ]{0,12} (?:by|in|over|round|back|and)|drop by|(?:ring|call|phone) me|direct message|private(?:ly| message)|by (?:dm|mail|email)|inbox)\b"
)
THEY_ACT = (
    r"\b(?:(?:belt|mailt|helpt|spreekt|bezoekt|brengt)[\w ]{0,12} (?:je|u|het|hem)|(?:will|is going to|is) (?:call|calling|ring|ringing|phone|email|visit|bring|bringing|help)[\w ]{0,12} (?:you|it|one)|"
    r"(?:calls|rings|phones|emails) you|(?:koerier|monteur|chauffeur|bezorger|collega|eigenaar|reparateur|maker|atelier|kok)[\w ]{0,20} (?:neemt|haalt|brengt|komt|belt|kijkt|rijdt|levert|weet)|"
    r"(?:courier|driver|fitter|mechanic|colleague|owner|maker|workshop|cook)[\w ]{0,20} (?:takes|collects|brings|comes|calls|looks|delivers|knows|will (?:call|ring|come|bring|collect|look|be|take|fit)|is (?:coming|calling|bringing|making|looking))|ophaalt|komt[\w ]{0,30} (?:ophalen|langs|halen|brengen|kijken))\b"
)
RHETORIC = (
    r"(?:\b(?:hè|he|hé|toch|right|eh|huh|niet waar|isn['’]t it|innit|ok|oké|okay|deal)\W*\?|\b(?:wist (?:je|u)|did you know|wie leest|who reads|had (?:je|u)|didn['’]t you|waarom|why|"
    r"wat (?:had|verwacht|dacht|wil)[\w ]{0,5} (?:je|u|jij)(?! (?:het liefst|liever))|what (?:did|do) you (?:expect|want us)|so what|nou en|gelezen|you read|volg|follow|"
    r"hoe kom (?:je|u)|how could you|weet (?:je|u) (?:het )?zeker|are you sure|nieuwe collectie|new collection)\b)"
)
CLOSED = r"\b(?:gesloten|dicht|closed|open van|open from|open tot|open until|opening hours|openingstijden|druk|busy|weekend|feest|vakantie|holiday)\b"
NOUNS = (
    r"(?:je|jouw|uw|de|het|een|onze|ons|mijn|deze|die|dit|your|the|our|my|this|that|a|an|of|last|next|every|any|no|first|his|her|one) "
    r"(?:mail|vraag|app|pak|test|post|order|e-?mail|calls?|check|changes?|offer|credit|cover|hand|book|start|trace|ring|update|fix|repairs?|kijk|bel|maak|mistakes?)\Z"
)
MISTAKES = r"(?:maken|maak|gemaakt|make|made|making)[\w ]{0,20} (?:fout\w*|vergissing\w*|mistakes?|errors?|blunders?)"
PERSON = r"\b(?:ik|we|wij|i|i['’](?:m|ll|ve|d)|we['’](?:re|ll|ve|d)|let me|laat me|laat mij|laten we)\b"
ALONE = r"\b(?:ik|i|i['’](?:m|ll|ve|d)|let me|laat me|laat mij)\b"
