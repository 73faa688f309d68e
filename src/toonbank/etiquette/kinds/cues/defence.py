"""Defence in a reply: rules, denial, "nobody else", the courier, a counter-attack, a threat with the law."""

# ruff: noqa: E501 - a pattern broken over several lines is harder to read and easier to get wrong

YOU = r"(?:u|je|jij|jullie)"
COURIER_NL = r"(?:bezorger|bezorgdienst|koerier|vervoerder|leverancier|fabrikant|fabriek|postnl|dhl|dpd|post|producent|bank)"
COURIER_EN = r"(?:courier|carrier|post office|royal mail|supplier|manufacturer|factory|delivery (?:company|firm|service)|dhl|ups|driver|bank|maker)"

CUES = (
    ("terms", r"\w*voorwaarden|kleine lettertjes|huisregels"),
    ("terms", r"(?:terms|t&cs|t ?and ?cs|small print|fine print|house rules)(?: (?:and|&) conditions)?"),
    ("terms", r"zoals[\w ]{0,30} (?:vermeld|aangegeven|gemeld|gezegd|uitgelegd|te lezen|beschreven)"),
    (
        "terms",
        r"as (?:already |previously |clearly |is )?(?:stated|mentioned|explained|indicated|described|advertised)|as per",
    ),
    (
        "terms",
        r"(?:staat|stond|wordt|is) (?:toch |toch echt |heel |gewoon |immers )?(?:duidelijk|gewoon|toch|echt|immers|overal) (?:op|in|bij|onder|vermeld|aangegeven|beschreven|te lezen|uitgelegd)",
    ),
    (
        "terms",
        r"(?:it |this |that |which )?(?:clearly|simply|plainly) (?:says?|states?|stated|mentioned|shown)|it says (?:so|clearly|it)",
    ),
    ("agreed", rf"{YOU} (?:heeft|hebt|ging|bent|gaf)[\w ]{{0,25}} akkoord|akkoord (?:gegeven|gegaan) met"),
    ("agreed", r"you (?:have )?(?:agreed|accepted|ticked|signed)(?: to| the| our)?"),
    (
        "rules",
        r"regels zijn (?:nu eenmaal )?regels|beleid is beleid|rules are rules|policy is policy|company policy",
    ),
    (
        "rules",
        r"(?:dat|dit|zo) (?:zijn|is) (?:[\w ]{1,20} )?(?:de|onze|ons|het) (?:regels?|beleid|procedure|werkwijze)",
    ),
    (
        "rules",
        r"(?:those|that|these)(?: are| is|['’]s) (?:just |simply )?(?:the|our) (?:rules?|policy|procedure)",
    ),
    ("rules", r"(?:wij|we) kunnen geen uitzondering\w*|geen uitzonderingen|(?:no|make an|make) exceptions?"),
    (
        "only",
        rf"{YOU} (?:bent|is|zijn) (?:[\w ]{{1,20}} )?(?:de|het) (?:aller)?(?:enige|eerste)(?! (?:die ik|die we vandaag))(?: die)?",
    ),
    (
        "only",
        r"you(?:['’]?re| are) (?:really |literally |honestly |actually |frankly )?the (?:very )?(?:only one|only person|only customer|first)(?! (?:i|we) (?:help|serve|see))",
    ),
    (
        "only",
        r"niemand anders|nobody else|no one else|no other customers?|none of (?:our|the) (?:other )?(?:customers|guests|visitors|buyers)",
    ),
    (
        "only",
        r"nog nooit (?:eerder |van )?(?:gehad|meegemaakt|gehoord|een klacht|klachten|gezien|problemen|iets)|nooit (?:eerder )?(?:klachten|een klacht|problemen)",
    ),
    (
        "only",
        r"never (?:had|heard|seen|received|got)(?: of)? (?:this|that|any|a|an|such|one)|first (?:complaint|time (?:we|anyone|anybody))|de eerste klacht",
    ),
    ("only", r"andere (?:klanten|mensen|gasten|kopers) (?:zijn|vinden|hebben|klagen|vonden|waren|krijgen)"),
    (
        "only",
        r"(?:all |all our |our |most )?other (?:customers|people|guests|buyers) (?:are|have|love|don['’]?t|do not|were|never|manage|seem|had)",
    ),
    (
        "only",
        r"iedereen (?:anders |verder )?(?:is|was|vond|vindt|snapt|weet|kan)|(?:every(?:one|body) else|all the others)",
    ),
    (
        "only",
        r"(?:horen|hoor|krijgen) (?:wij|we|ik) (?:[\w ]{1,20} )?(?:nooit|van niemand|van anderen|zelden)",
    ),
    (
        "only",
        r"(?:wij|we|ik) (?:horen|hoor|krijgen) (?:[\w ]{1,20} )?(?:nooit|van niemand|van anderen|zelden|alleen maar)",
    ),
    (
        "unknown",
        r"herken(?:nen)?(?: (?:ons|me|mij))?(?: (?:hier|hierin|dit|dat|het|deze))[\w ]{0,40}(?:niet|geenszins)|kunnen ons hier niet in vinden",
    ),
    (
        "unknown",
        r"(?:do(?:n['’]?t| not)|cannot|can['’]?t) recogni[sz]e (?:this|that|the|ourselves|your|any)|don['’]?t (?:really )?see (?:the|any|a) (?:issue|problem)",
    ),
    (
        "denial",
        r"(?:dat|dit|het|hier|daar|uw verhaal|je verhaal) klopt (?:[\w ]{1,20} )?(?:niet|niets|niks|geen)",
    ),
    (
        "denial",
        r"(?:dat|dit|het|wat (?:u|je) (?:zegt|beweert|schrijft)) is (?:[\w ]{1,20} )?(?:niet waar|onwaar|onjuist|onzin|niet juist|niet correct|een leugen|gelogen|kletskoek|flauwekul|klinkklare onzin|lariekoek|overdreven)",
    ),
    (
        "denial",
        r"(?:that|this|it|what you say)(?:['’]s| is) (?:[\w ]{1,20} )?(?:not true|untrue|incorrect|not correct|false|nonsense|rubbish|a lie|not the case|ridiculous)",
    ),
    ("denial", r"is(?:n['’]t| not) (?:true|correct|the case)|not true|never happened|nooit gebeurd"),
    (
        "denial",
        rf"{YOU} (?:heeft|hebt|heb|hebben) (?:hier |gewoon |echt )?ongelijk|{YOU} vergis[t]? (?:je|u|zich)|vergist u zich|je vergist je",
    ),
    ("denial", r"you(?:['’]re| are) (?:simply |just |clearly |quite )?(?:wrong|mistaken)"),
    (
        "denial",
        r"(?:wij|we|ik) (?:hebben|heb) (?:echt |hier )?(?:niets|niks) (?:fout|verkeerd|misdaan)[\w ]{0,10}|(?:did nothing|did(?:n['’]t| not) do anything) wrong",
    ),
    (
        "denial",
        r"(?:wij|we|ik) (?:hebben|heb) (?:[\w ]{1,20} )?(?:nooit|niet) (?:beloofd|gezegd|toegezegd)|we never (?:said|promised|told)|i never (?:said|promised)",
    ),
    (
        "denial",
        r"(?:wij|we) doen dat nooit|(?:bij ons|hier) (?:gebeurt|gaat) dat (?:nooit|niet)|we (?:would )?never do (?:that|this)",
    ),
    (
        "records",
        r"(?:onze|volgens (?:ons|onze|mijn|de)|in onze) (?:systeem|systemen|administratie|gegevens|registratie|boekhouding|computer|scanner)(?: zegt| zeggen)?",
    ),
    (
        "records",
        r"(?:our|the) (?:records?|systems?|data|administration|logs?|books) (?:say|show|tell|state|indicate|confirm)s?|according to (?:our|the) (?:records?|systems?|data|logs?)",
    ),
    (
        "ours",
        r"(?:wij|we|ik) (?:verder )?(?:niets|niks|weinig) (?:meer )?(?:aan|voor (?:u|je)) (?:doen|veranderen|betekenen)|(?:niets|niks|weinig) (?:meer )?aan (?:te )?(?:doen|veranderen)",
    ),
    (
        "ours",
        r"nothing (?:else |more )?(?:we|i) can do|(?:there|we)(?:['’]s| is| are)? (?:really )?nothing to be done|can['’]?t (?:do anything|help (?:it|that))",
    ),
    (
        "ours",
        r"niet (?:onze|ons|mijn) (?:schuld|fout|verantwoordelijkheid|zaak|probleem|pakkie-?an)|(?:kunnen|kan) (?:wij|we|ik) niet verantwoordelijk",
    ),
    (
        "ours",
        r"not (?:really )?(?:our|my) (?:fault|responsibility|problem|doing|mistake)|(?:cannot|can['’]?t) be held (?:responsible|liable)",
    ),
    (
        "ours",
        rf"(?:dat|dit|het) (?:ligt|lag) (?:[\w ]{{1,20}} )?(?:bij|aan) (?:de |het )?{COURIER_NL}",
    ),
    (
        "ours",
        rf"(?:zaak|probleem|fout|schuld|verantwoordelijkheid) van (?:de |het )?{COURIER_NL}|(?:bij|aan) (?:de )?{COURIER_NL} (?:te wijten|zijn|wezen)",
    ),
    (
        "ours",
        rf"(?:that|it|this)(?:['’]s| is| was) (?:really |down |up )?(?:to |on |with )?(?:the )?{COURIER_EN}(?:['’]?s)?(?: fault| problem| responsibility| matter)?",
    ),
    (
        "ours",
        rf"(?:handled|done|caused) by (?:the )?{COURIER_EN}|take (?:it|this|that) up with|blame (?:the )?{COURIER_EN}",
    ),
    (
        "ours",
        r"gaan (?:wij|we) niet over|niet aan ons|buiten onze (?:macht|schuld|invloed)|overmacht|geen invloed op",
    ),
    ("ours", r"out of our (?:hands|control)|beyond our control|no control over|force majeure|not up to us"),
    ("small", r"(?:het|dat|dit) (?:is|was) (?:toch |ook |nou |nu )?(?:maar|slechts) (?:een|één|wat) [\w]+"),
    ("small", r"(?:it|that|this)(?:['’]s| is| was) (?:only|just|merely) (?:a|an|one|some) [\w]+"),
    ("excuse", r"(?:druk|drukte|druk geweest|drukste)"),
    ("excuse", r"(?:busy|hectic|short[- ]staffed|understaffed|rushed off our feet)"),
    ("excuse", r"(?:leverancier|personeelstekort|ziekte|storing|staking|vakantieperiode|onderbezet)\w*"),
    ("excuse", r"(?:supplier|strike|outage|sick leave|holiday season|backlog)"),
    (
        "attack",
        r"(?:met|op) (?:zulke|die|deze|dit soort|dat soort) (?:woorden|toon|taal|taalgebruik|houding)|met zo['’]?n (?:toon|houding)",
    ),
    (
        "attack",
        r"(?:with|in|using) (?:that|such|this|your) (?:language|tone|attitude|kind of language)|mind your (?:tone|language)",
    ),
    (
        "attack",
        r"stel (?:je|u) niet (?:zo )?aan|aanstell\w+|drama ?queen",
    ),
    ("attack", r"zeur(?:en)? (?:niet|toch)|niet zo zeuren|stop (?:whining|moaning|complaining)|moan about"),
    (
        "attack",
        r"ga (?:dan )?(?:lekker |maar )?(?:ergens anders|naar een ander)|(?:go|shop|take your business) elsewhere|bevalt het (?:je|u) niet",
    ),
    (
        "attack",
        r"(?:wat|waar) (?:had|hadden) (?:u|je|jij) (?:dan )?(?:verwacht|gedacht)|what did you expect|you get what you pay for|voor die prijs",
    ),
    (
        "attack",
        r"pas op met|(?:be )?careful (?:with|what) (?:accus\w+|you)|(?:zulke|deze|zware|valse) beschuldiging\w*|(?:such|these|false|serious) (?:accusations?|allegations?)",
    ),
    ("sneer", r"zielig|pathetic|overdreven|overdrijf\w*|overdrijven|exaggerat\w+|overreact\w*"),
    (
        "court",
        r"laster|smaad|slander\w*|libel\w*|defam\w+|bij de rechter|voor de rechter|in court|(?:onze|mijn) (?:advocaat|jurist)|(?:our|my) (?:lawyers?|solicitors?)|juridische stappen|legal (?:action|steps)",
    ),
    (
        "rules",
        r"zo werkt (?:het|dat) (?:nu |nou )?(?:[\w ]{1,20} )?(?:niet|bij ons)?|not how (?:it|this|that|things) works?|how (?:it|things) works? here",
    ),
    ("attack", r"(?:met|in) alle respect|with (?:all )?(?:due )?respect|no offen[cs]e"),
    (
        "attack",
        r"(?:te|too) (?:ver|far)(?! (?:weg|away|from|van|out))|over the line|(?:let|pas) op (?:je|uw) (?:woorden|toon)|watch your (?:words|tone|language)",
    ),
    (
        "cannot",
        r"(?:dat|dit|het) kan (?:[\w ]{1,20} )?niet(?! (?:meer|langer|zo|wachten|vaker))|kan (?:[\w ]{1,20} )?niet kloppen|onmogelijk|uitgesloten",
    ),
    (
        "cannot",
        r"(?:this|that|it) (?:simply |just )?(?:cannot|can['’]?t|could not|couldn['’]?t) (?:be|have happened)|impossible",
    ),
    (
        "cannot",
        r"kan niet aan ons liggen|(?:niet|nooit) aan ons (?:liggen|gelegen)|can['’]?t be (?:down to )?(?:us|our)",
    ),
    (
        "boast",
        r"(?:wij|we) \w+ (?:echt |hier )?(?:altijd|alles|steeds|nooit|dubbel)|we (?:always|never|check everything|double[- ]check)(?! (?:want|like|hear))",
    ),
    (
        "boast",
        r"(?:wij|we) (?:zijn|waren) (?:een|geen) (?:eerlijke?|nette|betrouwbare|klein|oplichters|bedriegers)|we(?:['’]re| are) (?:an? |not an? )?(?:honest|decent|reputable|reliable|scammers?|crooks?|cheats?)",
    ),
    (
        "boast",
        r"(?:staan|sta) bekend om|(?:are|well) known for|(?:doen|verkopen|maken) (?:dit|dat|deze|ze) al (?:\w+ )?(?:jaar|jaren)|been (?:doing|selling|making) (?:this|these|that) for|in al die jaren|in all (?:these|those|our) years",
    ),
    (
        "denial",
        r"(?:wij|we) (?:liegen|bedriegen|belazeren|lichten|misleiden)[\w ]{0,20} niet|we (?:do not|don['’]t|would never) (?:lie|cheat|deceive|scam|mislead)",
    ),
    (
        "denial",
        r"(?:heeft|heb|hebben) niemand (?:hier|van ons)|niemand (?:hier|van ons) (?:heeft|zou|zegt)|(?:nobody|no one|none of us) (?:here|at our shop) \w+",
    ),
    (
        "denial",
        r"(?:dat|dit|het) is (?:echt |gewoon )?geen (?:fout|defect|gebrek|mankement|productiefout)|(?:not|no|isn['’]t) a (?:fault|defect|flaw)|geen fout(?! van (?:jou|je|u))|not (?:faulty|defective)",
    ),
    (
        "records",
        r"(?:op|in|onder) (?:de|het|onze|ons) (?:site|website|webshop|label|doos|verpakking|mail|bon|pagina|bevestiging) (?:staat|stond)[\w ]{0,20}",
    ),
    (
        "records",
        r"(?:site|website|label|box|page|e-mail|email|receipt|confirmation|packaging) (?:clearly |plainly |exactly )?(?:states?|says?|mentions?)",
    ),
    (
        "terms",
        r"in (?:de|onze) (?:algemene |leverings)?voorwaarden|(?:op|in|bij) (?:de|onze) (?:kassabon|leveringscondities)",
    ),
    (
        "boast",
        r"(?:onze|alle|de meeste|veel) (?:klanten|kopers|gasten|bezoekers) (?:zijn (?:juist |wel |heel |erg |zeer |altijd )|waarderen|beoordelen|roemen|zweren)",
    ),
    (
        "boast",
        r"our (?:customers|guests|buyers|visitors) (?:all )?(?:love|rate|praise|adore|swear by|are (?:all |very |always |really )?(?:happy|pleased|satisfied|delighted))",
    ),
    ("boast", r"scoo?r(?:t|en)[\w ]{0,15} (?:een )?\d[.,]\d|scores? (?:a |an )?\d(?:\.\d)? (?:out of|stars)"),
    (
        "boast",
        r"(?:mijn|onze|al onze) (?:collega['’]?s|medewerkers|mensen|personeel|chauffeurs) \w+ (?:hier )?(?:altijd|nooit|steeds)|(?:my|our) (?:team|staff|people|colleagues|drivers) (?:is|are|\w+) (?:always|never)",
    ),
    (
        "excuse",
        r"(?:is|zijn|kost|kosten|blijft|blijven|gaat|gaan|slijt|slijten|krimpt|krimpen|verkleurt|hoort) (?:nu|nou) eenmaal",
    ),
    (
        "excuse",
        r"kost (?:nu |nou |eenmaal |ook |gewoon )*geld|slijtage\w*|wear and tear|comes with the territory",
    ),
    (
        "excuse",
        r"gekkenhuis|hectisch\w*|topdrukte|iedereen maakt (?:wel eens |weleens |soms )?(?:een )?fout\w*|foutjes? (?:kunnen|kan) gebeuren|menselijke fout\w*",
    ),
    (
        "excuse",
        r"(?:been |it['’]s |it is )(?:absolutely |totally )?(?:crazy|mad|manic|chaotic|bonkers)|everyone makes mistakes|mistakes (?:do )?happen|human error",
    ),
    (
        "ours",
        rf"(?:vertraging|fout|oorzaak|schuld|probleem) (?:lag|ligt|zat|zit) (?:[\w ]{{1,15}} )?bij (?:de |het |onze )?{COURIER_NL}|staan (?:wij|we) (?:helaas |volledig )?buiten",
    ),
    (
        "ours",
        rf"(?:delay|mistake|error|problem|fault) (?:was|is|lies|lay) (?:entirely |really )?with (?:the |our )?{COURIER_EN}",
    ),
    (
        "denial",
        r"(?:dat|dit) is (?:hier |bij ons |gewoon |echt |absoluut |zo |nooit )*niet (?:zo )?gebeurd|(?:that|this) (?:simply |certainly |definitely )?did(?:n['’]t| not) happen",
    ),
    (
        "records",
        r"(?:no|not any) (?:record|trace) of|geen (?:afspraak|bestelling|melding|mail|bericht|reservering) (?:van u |van je |op uw naam |op je naam )?(?:bekend|terug|gevonden|kunnen vinden)",
    ),
    (
        "attack",
        r"(?:u|je) moet(?:en)? (?:wel |ook |even |goed )?(?:begrijpen|beseffen|snappen)|you (?:have|need|ought) to (?:understand|realise|realize|appreciate)|what did you (?:think|suppose)",
    ),
    (
        "denial",
        r"(?:sent|delivered|gave you|made|charged) (?:you )?exactly (?:what|as|the one)|precies (?:gestuurd|geleverd|gedaan|gemaakt|gekregen)|precies (?:wat|zoals) (?:u|je) (?:besteld|gevraagd|bestelde|vroeg)",
    ),
    (
        "boast",
        r"(?:hetzelfde|dezelfde|the same) (?:recept|recipe|leverancier|manier|method|kwaliteit|quality) (?:als altijd|as always|we have|for|sinds|since)|al (?:meer dan )?(?:\w+) jaar (?:hetzelfde|dezelfde|zo|op deze manier)",
    ),
    (
        "excuse",
        r"onder (?:grote |veel |hoge |flinke )?druk|under (?:a lot of |great |enormous |so much )?pressure",
    ),
)
