"""Best, first, only, number one, guaranteed, nowhere better: where a comparison with all others may stand."""

# ruff: noqa: E501 - a pattern broken over several lines is harder to read and easier to get wrong

STORE = r"(?:\w*winkels?|zaken|\w*zaak|\w*shops?|stores?|retailers?|bakkers?|bakery|bloemist|florist|kapper|slager|juwelier|kwekerij|nursery|supplier|leverancier|dealer|adres|address|studio|atelier|merk|brand)"
MORE = r"(?:meer|betere?|grotere?|goedkoper\w*|snellere?|lekkerdere?|mooiere?|ruimere?|verser\w*|lagere?|goedkopere?|fijnere?|zachtere?|\w+ere|more|better|bigger|larger|cheaper|faster|lower|wider|fresher|softer|finer|nicer|tastier)"

CUES = (
    (
        "most",
        r"(?:de|het|onze|'s werelds|hun|veruit) (?:aller|voor)?(?!slecht|traag|lelijk|dom)\w{2,}ste(?: en \w+ste)?",
    ),
    (
        "most",
        r"(?:the|our|world['’]s|by far|britain['’]s|europe['’]s|holland['’]s) (?!slow|ugli|dull|lazi)\w{2,}est",
    ),
    ("most", r"(?:the|our) (?:most|least) (?!people|customers|of)\w{4,}"),
    (
        "most",
        r"(?:the|our|world['’]s|simply|simpelweg|gewoonweg) best(?![- ]?(?:sell|sold|rated|loved|verkocht|known|bekende))",
    ),
    (
        "most",
        r"best(?:e)? (?:in|of|van|uit) (?!(?:luck|three|five|seven|drie|vijf)(?!\w))(?:the |de |het |heel |ons |onze )?\w+",
    ),
    (
        "most",
        r"aller(?:beste|grootste|goedkoopste|lekkerste|mooiste|laagste|fijnste|leukste|snelste|zachtste)",
    ),
    (
        "most",
        r"(?:goedkoopste|cheapest|grootste|laagste prijs\w*|lowest prices?|largest (?:range|selection|choice|collection)|biggest (?:range|selection|choice|in)|ruimste keuze|snelste (?:levering|bezorging|service)|fastest (?:delivery|service|shipping)|snelste van|vakkundigste|tastiest|finest|lekkerste|leukste (?:winkel|zaak)|oudste|oldest)",
    ),
    ("nowhere", rf"(?:nergens|nowhere)(?: else)? (?:[\w']+ ){{0,6}}{MORE}"),
    (
        "nowhere",
        rf"{MORE} (?:nowhere|nergens|vind je nergens|vindt u nergens|krijg je nergens|you will not find|you won['’]t find|bestaat niet|does not exist)",
    ),
    (
        "nowhere",
        r"(?:dan|than) (?:bij |at |with )?(?:ons|wij|us|ours|hier|here)(?: \w+){0,5} (?:nergens|nowhere)",
    ),
    ("nowhere", r"(?:not|never|n['’]t) (?:find|get|see|buy) (?:\w+ ){1,4}(?:anywhere|elsewhere)"),
    (
        "nowhere",
        r"(?:meer|more|better|betere?|lagere?|\w+ere) (?:\w+ ){1,5}(?:heeft|has|biedt|offers|vind je bij|verkoopt|sells)(?: \w+)? (?:niemand|nobody|no one)",
    ),
    (
        "most",
        r"(?:de|het|onze|veruit de) (?:aller)?meest (?!gekozen|verkocht|gelikete?|gevolgd|populair|gestelde|bekeken|gedeeld|recente?|voorkomende|gelezen|gemaakte)\w{4,}",
    ),
    (
        "unmatched",
        r"(?:goedkoper|beter|sneller|verser|lekkerder|mooier|makkelijker|warmer|zachter)(?: \w+){0,3} (?:kan|wordt het|bestaat|krijg je het)(?: \w+)? niet",
    ),
    (
        "unmatched",
        r"(?:can['’]?t|cannot|can not|doesn['’]t|does not|won['’]t)(?: \w+){1,3} (?:any )?(?:cheaper|better|fresher|faster|tastier|softer|warmer|easier)(?: than (?:this|here|ours|us|with us))?",
    ),
    (
        "nowhere",
        r"(?:nobody|no one|no-one|niemand) (?:\w+ ){1,6}(?:like|as|zoals|als) (?:us|we|our|wij|ons|onze)",
    ),
    ("nowhere", rf"no {MORE} \w+ (?:\w+ ){{0,3}}(?:on|in|for|anywhere|around|than)"),
    ("nowhere", r"nergens (?:\w+ ){1,4}(?:zo|zulke?) \w+"),
    (
        "nowhere",
        r"(?:you['’]ll|you will|you['’]ve) never (?:\w+ ){1,2}(?:a|such|so) (?:\w+(?:ier|er)|good|fine)(?: \w+)?",
    ),
    ("nowhere", r"(?:more|meer) (?:\w+ ){1,3}(?:than|dan) (?:any|every|elke|welke|alle) (?:other|andere?)"),
    (
        "most",
        r"(?:the|our|the very) best (?:\w+ ){1,4}(?:of the (?:decade|century|year)|money can buy|you can (?:get|buy)|under|going)",
    ),
    (
        "most",
        r"(?:world|britain|europe|america|nederland|holland|belgië)['’]?s? (?!slow|ugli|dull|lazi|slecht|traag|lelijk|dom)\w{3,}(?:est|ste)",
    ),
    ("only", r"(?:wij|we) (?:\w+ ){1,3}als (?:enigen?|enige winkel|enige zaak)"),
    (
        "only",
        r"the only (?:\w+ ){1,4}(?:left in|in (?:the )?(?:town|county|state|country|city|village|uk|world|netherlands))",
    ),
    ("nowhere", r"cheaper nowhere|nergens goedkoper"),
    ("nowhere", rf"(?:geen|no)(?: andere| enkele| other| single)? {STORE} (?:\w+ ){{0,6}}{MORE}"),
    ("nowhere", rf"(?:niemand|nobody|no one|no-one) (?:\w+ ){{0,4}}{MORE}"),
    (
        "nowhere",
        r"(?:beter|goedkoper|sneller|better|cheaper|faster) (?:dan|than) (?:de rest|wie dan ook|elke andere\w*|alle anderen|the rest|all others|any other|every other|anyone|anywhere|the competition|de concurrentie)",
    ),
    (
        "nowhere",
        r"(?:outlasts?|outperforms?|beats?|overtreft|verslaat) (?:every|any|all|elke|iedere|alle) (?:other|andere)",
    ),
    ("number_one", r"(?:nummer (?:1|één|een)|number (?:1|one)|(?:nr|no)\.? ?1|# ?1|numero (?:1|uno))"),
    (
        "number_one",
        r"(?:markt|market) ?-?(?:leider|leader)|marktleider|toonaangevend\w*|specialist bij uitstek|leading (?:specialist|expert|supplier|shop|store|brand)|dé (?:expert|specialist|winkel|zaak|plek)|the (?:expert|specialist) in|the expert",
    ),
    (
        "only",
        rf"(?:de|het|als|the|als de|as the) (?:enige?|only|sole) (?:echte |real |other |true )?(?:\w+ )?(?:{STORE}|in|van|of|met|with|adres|plek|place|echte|one)",
    ),
    ("only", r"(?:de enige echte|the one and only|one and only)"),
    (
        "only",
        r"(?:alleen|exclusief|uitsluitend|enkel|only|exclusively) (?:te koop |verkrijgbaar |available )?(?:bij ons|from us|with us|here|at our|hier)",
    ),
    ("only", r"(?:uniek|unique) (?:in|voor|for) (?:the |de |het )?\w+"),
    (
        "first",
        rf"(?:de|als|the|as the|onze) (?:allereerste|eerste|very first|first) (?:\w+ )?(?:{STORE}|in(?: \w+)?|ter wereld|worldwide|die|to|met|with)",
    ),
    ("first", r"(?:wereldprimeur|primeur|world first|world premiere|a first for|wereldwijd de eerste)"),
    ("guarantee", r"(?:gegarandeerd|guaranteed)(?: to| de| het| the| een| a)?(?: \w+)?"),
    ("guarantee", r"100 ?% (?:garantie|gegarandeerd|guaranteed?|resultaat|results?)"),
    ("guarantee", r"(?:resultaat|succes|results?|success|prijs|price|prices) (?:gegarandeerd|guaranteed)"),
    (
        "unmatched",
        r"(?:ongeëvenaard\w*|onverslaanbaar|onverslaanbare|onovertroffen|weergaloos|unmatched|unbeatable|unrivall?ed|unsurpassed|unparalleled|second to none|zonder gelijke|the world['’]s finest)",
    ),
    ("proven", r"(?:wetenschappelijk|klinisch|scientifically|clinically) (?:bewezen|aangetoond|proven)"),
    ("always", r"(?:altijd op voorraad|always in stock)"),
    ("puff", r"(?:perfect|perfecte|ultieme|ultimate|nooit meer|never again)"),
)
