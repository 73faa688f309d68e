"""Authority that is lent from others: known people, media, tests, marks and unnamed experts."""

# ruff: noqa: E501 - a pattern broken over several lines is harder to read and easier to get wrong

NAME = r"(?-i:[A-ZÀ-Þ][\w’'-]+(?: (?:van|de|den|der|ter|ten|von|la|le) )?(?: ?[A-ZÀ-Þ][\w’'-]+)?)"
FAMOUS = r"(?:koningin|koning|prins(?:es)?|premier|minister|koninklijk huis|bn['’]?ers?|bv['’]?s?|queen|king|prince(?:ss)?|prime minister|president|celebrit(?:y|ies)|celebs|(?:bekende|beroemde) \w+|famous \w+|sterren|filmster\w*|popster\w*|film stars?|pop stars?|influencers?|vloggers?|topsporters?|olympi\w+)"
USES = r"(?:draagt|dragen|gebruikt|gebruiken|kiest|kiezen|koopt|kopen|rijdt|rijden|slaapt|slapen|kookt|koken|drinkt|eet|loopt|lopen|speelt|heeft|hebben|houdt|houden|zweert|zweren|is fan|zijn fan|is dol|zijn dol|wears?|uses?|chooses?|buys?|rides?|drives?|sleeps?|cooks?|drinks?|eats?|owns?|has|have|loves?|swears?|is a fan|are fans|plays?|runs?)"
EXPERTS = (
    r"(?:\w*(?:artsen|dokters|doktoren|specialisten|experts|deskundigen|therapeuten|dermatologen|diëtisten|verloskundigen|verpleegkundigen|"
    r"apothekers|tandartsen|wetenschappers|onderzoekers|professionals|vakmensen|vakmannen|kenners|professoren|podologen|opticiens|fysio['’]?s|"
    r"trainers|coaches|chefs|chef[- ]?koks|koks|kappers|stylisten|psychologen|hoveniers|bakkers|juristen|ingenieurs)|"
    r"\w*(?:dermatologists|doctors|vets|veterinarians|specialists|experts|therapists|physiotherapists|dentists|scientists|researchers|nutritionists|"
    r"dietitians|midwives|nurses|pharmacists|professionals|paediatricians|pediatricians|chiropractors|physios|trainers|coaches|chefs|stylists|"
    r"psychologists|opticians|podiatrists|gardeners|bakers|engineers|professors|connoisseurs|mechanics|surgeons))"
)
ADVISE = r"(?:bevelen|raden|adviseren|aanraden|kiezen|zeggen|zweren|vertrouwen|gebruiken|werken met|prijzen|recommends?|choose|advise|advises|say|says|swear|trust|use|prefer|pick|endorse|rave|praise|love|approve)"
GOOD_MARK = r"(?:keurmerk\w*|\w+keurmerk|trust ?marks?|quality marks?|hallmark|kwaliteitslabel|seal of approval|webwinkelkeur|thuiswinkel ?waarborg|becommerce|hofleverancier|royal appointment|royal warrant|predicaat)"
ROLE = r"(?:(?:prof|top|ster|tv|tv-)?(?:wielrenner|wielrenster|zangeres|zanger|acteur|actrice|chef|kok|voetballer|sporter|presentator|presentatrice|ontwerpster|ontwerper|styliste?|architecte?|dierenarts|kinderarts|huisarts|professor|minister|burgemeester|schrijver|schrijfster|kampioen|wereldkampioen)|champion|singer|actor|actress|presenter|vet|stylist|designer|governor|mayor|builder|professor|footballer|comedian|broadcaster|author|influencer|chef|gardener)"

CUES = (
    (
        "seen",
        r"(?:bekend|known|herken je|je kent \w+|you (?:may |might )?know (?:\w+ )?(?:\w+ )?) ?(?:van|uit|from) (?:\w+ ){0,3}(?:tv|televisie|telly|television|radio|krant|newspaper|film|movie|programma|programme|show|serie|series|media|instagram|tiktok|youtube|podcast|magazine|tijdschrift|blad|netflix|{0})".replace(
            "{0}", NAME
        ),
    ),
    (
        "seen",
        r"(?:zoals |als )?(?:gezien|te zien|gespot|besproken|getipt) (?:bij|in|op|door) (?:\w+ ){0,2}(?:tv|televisie|radio|media|vogue|{0})".replace(
            "{0}", NAME
        ),
    ),
    (
        "seen",
        rf"(?:as )?(?:seen|featured|spotted|heard|reviewed|praised) (?:on|in|by) (?:\w+ ){{0,2}}(?:tv|television|telly|radio|media|press|news|national|{NAME})",
    ),
    (
        "seen",
        r"(?:as seen on|as seen in|zoals gezien bij|zoals gezien op|zoals gezien in|featured in|uitgelicht in)",
    ),
    (
        "article",
        rf"(?:in|op) (?:de |het |the )?{NAME} (?:(?:van|of|on) [\w ]{{1,20}} )?(?:stond|staat|verscheen|schreef|stonden|schrijft)(?: \w+){{0,3}} (?:over|stuk|artikel|verhaal|interview)",
    ),
    (
        "article",
        rf"{NAME} (?:(?:of|on|van) [\w ]{{1,20}} )?(?:ran|published|wrote|printed|carried|featured|plaatste|publiceerde|schreef)(?: \w+){{0,3}} (?:piece|story|article|interview|feature|stuk|artikel|verhaal|about|over)",
    ),
    ("recommended", r"(?:aanbevolen|aangeraden|getipt|recommended|endorsed|approved) (?:door|by)(?: \w+)?"),
    (
        "recommended",
        r"door XPERTS (?:\w+ ){0,2}(?:aangeraden|aanbevolen|geadviseerd|getest|ontwikkeld|goedgekeurd|gekozen|gebruikt)".replace(
            "XPERTS", EXPERTS
        ),
    ),
    (
        "tested",
        r"(?:dermatologisch|klinisch|medisch|dermatologically|clinically|medically|wetenschappelijk|laboratory|lab) (?:getest|bewezen|tested|proven|approved)",
    ),
    ("tested", r"(?:getest|tested) (?:door|by|in)(?: \w+)?(?: \d+)?"),
    (
        "test",
        r"(?:als )?(?:beste|best) (?:getest|uit de test|in (?:de )?test|koop|buy|in class)",
    ),
    (
        "test",
        r"(?:best[- ]geteste?|(?:uit de |the )?test als (?:beste|winnaar))",
    ),
    (
        "test",
        r"(?:test ?winnaars?|test[- ]winner|testsieger|test[- ]winning)",
    ),
    (
        "test",
        r"winnaar (?:bij|van) de (?:\w*bond|\w*test)",
    ),
    (
        "test",
        r"(?:won|wint|winnen|wonnen|winner|winnaar|wins|winning|eerste|top|on top|first|uit de bus) (?:\w+ ){0,4}(?:in |bij |with |by )?(?:de |the )?(?:\w*test|\w*bond|consumers?['’]? (?:union|association|test)|which\?)",
    ),
    (
        "test",
        r"(?:consumenten(?:bond|gids)|consumers?['’]? (?:union|association|reports)|which\?|stiftung warentest|test[- ]?aankoop|test[- ]?achats|kieskeurig|kassa|radar)(?: \w+){0,5} (?:test\w*|getest|winnaar|winner|score\w*|cijfer|best\w*|beoordeel\w*|rated|kroon\w*|noemt|noemde|koos|gaf|geeft|chose|picked|gave|gives)",
    ),
    (
        "test",
        r"(?:test\w*|cijfer|score\w*|scoorde|kreeg|got|rated|beoordeeld|uitgeroepen|named|voted) (?:[\w.,]+ ){0,6}(?:van|door|bij|by|in|from|of) (?:de |the )?(?:\w*test |test of )?(?:van de |of the |by the )?(?:consumenten(?:bond|gids)|consumers?['’]? (?:union|association|reports)|which\?|stiftung warentest|test[- ]?aankoop)",
    ),
    (
        "award",
        r"(?:goud|zilver|brons|gold|silver|bronze|eerste prijs|first prize|in de prijzen|top honours)(?: medal)? (?:\w+ ){0,3}(?:op|bij|at|in|from|van) (?:de |het |the )?(?:\w+ ){0,3}\w*(?:keuring|awards?|wedstrijd|competition|contest|kampioenschap\w*|championships?|verkiezing|beurs|fair|show)",
    ),
    (
        "expert",
        r"(?:ask|vraag) (?:het |maar |het maar )?(?:aan )?(?:any|every|elke|iedere|een willekeurige) \w*(?:arts|paat|loog|peut|cist|ician|expert|dokter|doctor|kok|path|logist|pist|dentist|vet|chef|trainer|coach|monteur|mechanic|bakker|baker|specialist|kenner|pro|tuinman|gardener|builder|timmerman)",
    ),
    (
        "award",
        r"(?:bekroonde?|award[- ]?winnende?|award[- ]winning|prijswinnend|prize[- ]winning|onderscheiden met|genomineerd voor|nominated for)",
    ),
    (
        "award",
        r"(?:gekozen )?(?:product|winkel|webshop|webwinkel|shop|store|ondernemer|speelgoed|boek|fiets|toy|bike|retailer|jas|koffie) (?:van het jaar|of the year)",
    ),
    (
        "award",
        r"(?:winner of|winnaar van|won) (?:\w+ ){0,6}(?:award|prijs|prize|medal|medaille|trofee|trophy|awards)",
    ),
    ("mark", GOOD_MARK),
    ("mark", r"(?:gecertificeerde?|certified|geaccrediteerde?|accredited)(?: (?:door|by|volgens|to))?"),
    ("mark", r"(?:erkend|goedgekeurd|recogni[sz]ed|approved) (?:door|by)(?: \w+)?"),
    ("mark", r"(?:officiële?|official|offici[eë]le) (?:partner|dealer|leverancier|supplier|sponsor)"),
    ("member", r"(?:lid|leden|member|members|aangesloten) (?:van|of|bij)(?: \w+)?(?: \w+)?"),
    ("expert", r"\w{3,}(?:en|ers|ors|s) (?:(?:en|and) \w+ )?(?:bevelen|raden) (?:\w+ ){1,5}aan"),
    (
        "expert",
        r"\w{3,}(?:s|men|women) (?:(?:and|or) \w+ )?(?:all )?(?:recommend|endorse|advise) (?:this|these|our|it|the|them)",
    ),
    ("expert", rf"{EXPERTS} (?:\w+ ){{0,3}}{ADVISE}"),
    (
        "expert",
        r"(?:doctor|dentist|vet|expert|chef|dermatologist|scientist)[- ](?:recommended|approved|endorsed|tested)",
    ),
    (
        "expert",
        r"(?:uit|from|according to|volgens) (?:\w+ )?(?:onderzoek|wetenschap|wetenschappers|experts|deskundigen|artsen|research|science|scientists|doctors|studies|studie)",
    ),
    ("famous", rf"{FAMOUS} (?:\w+ ){{0,2}}{USES}"),
    ("famous", rf"(?:ook|zelfs|even|also) (?:de |het |the )?(?:\w+ )?{NAME} {USES}"),
    ("famous", rf"{NAME} {USES} (?:\w+ ){{0,5}}(?:ook|too|as well)"),
    (
        "famous",
        rf"(?:gedragen|gebruikt|gekozen|geliefd|worn|used|chosen|loved|owned|favou?red) (?:door|bij|by) (?:de |het |the |echte |many )?(?:{FAMOUS}|{NAME})",
    ),
    (
        "named",
        rf"{NAME} (?:is|zijn|are) (?:ook |zelf |een |a |also )?(?:grote |big |huge )?(?:fan|fans|dol|weg|verliefd|in love|crazy|mad)",
    ),
    ("named", rf"(?:favoriet|favoriete \w+|favou?rite(?: \w+)?|de keuze|the choice) (?:van|of) {NAME}"),
    ("named", rf"{NAME}['’]s? favou?rites?"),
    (
        "collab",
        r"(?:ambassadeurs?|ambassadrice|ambassadors?|onze influencer\w*|our influencer\w*|collab|collaboration|samenwerking|partnership)(?: (?:met|with) \w+)?",
    ),
    (
        "collab",
        r"(?:vloggers|influencers|bloggers|youtubers|tiktokkers|tiktokers) (?:zijn |are )?(?:\w+ )?(?:dol|gek|weg|fan|love|adore|crazy|mad|obsessed|zweren|swear|rave)",
    ),
    (
        "link",
        r"(?:partnerlinks?|affiliate[- ]?links?|mijn kortingscode|mijn code|my (?:discount )?code|use (?:my )?code|via mijn link|my link|gifted by|gekregen van)",
    ),
    ("glimpse", r"(?:gezien|te zien|besproken|featured|seen) in \w+"),
    ("glimpse", r"(?:gedragen door|worn by)"),
    ("named", rf"{ROLE} (?:dr\.? |de |the )?{NAME}"),
    (
        "praised",
        r"(?:uitgeroepen|verkozen|gekroond|voted|named|crowned|longlisted|shortlisted|genomineerd|listed) (?:tot|als|door|as|by|for|best|in|(?:\w+ ){1,3}(?:of the year|van het jaar))",
    ),
    (
        "praised",
        r"(?:riep|riepen|noemde|noemden|roept) (?:ons|onze|hem|haar|het|dit|deze) (?:\w+ ){0,3}(?:uit|tot|beste|best|topper|aanrader)",
    ),
    (
        "praised",
        r"(?:magazine|tijdschrift|vakblad|weekblad|quarterly|weekly|monthly|tribune|gazette|krant)['’]?s? (?:\w+ ){0,4}(?:made|gave|gaf|noemde|named|called|noemt|koos|chose|award\w*|best|rated|year|jaar|cijfer|tip\w*)",
    ),
    ("praised", r"(?:awards?|juryprijs|vakprijs|publieksprijs|designprijs) (?:winner |winnaar )?(?:20\d\d)"),
    (
        "praised",
        r"(?:gold|golden|gouden|silver|quality|\d[- ]paw|\w+-star) (?:seal|badge|award|plak|griffel)",
    ),
    (
        "praised",
        r"(?:chosen|picked|gekozen|getipt|tipped) (?:by|door) (?:the |de |het )?{N}".replace("{N}", NAME),
    ),
    (
        "praised",
        r"(?:authori[sz]ed|accredited|erkende?) (?:\w+ ){0,2}(?:dealer|salon|installer|installateur|reseller)",
    ),
    (
        "praised",
        r"(?:tv|televisie|telly|radio)[- ](?:chef|kok|baker|bakker|gardener|tuinman|presenter|presentator|star|ster|vet)",
    ),
    ("praised", r"(?:from|off|van|on) (?:the )?(?:breakfast |daytime )?telly"),
    (
        "overuse",
        r"(?:{n}|vierde|vijfde|zesde|zevende|achtste|negende|tiende|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d+(?:e|de|th)) (?:bericht|post|keer|time|berichten|posts) (?:\w+ ){0,3}(?:met|with|over|about) (?:dezelfde|hetzelfde|the same|same)",
    ),
)
