"""What others are said to do or think: counted, rated, or just everybody."""

# ruff: noqa: E501 - a pattern broken over several lines is harder to read and easier to get wrong

PEOPLE_NL = r"(?:klanten|kopers|mensen|gebruikers|gezinnen|huishoudens|bezoekers|leden|abonnees|dames|heren|ouders|wandelaars|fietsers|tuiniers|liefhebbers)"
PEOPLE_EN = r"(?:customers|buyers|people|users|families|households|shoppers|members|visitors|clients|fans|women|men|parents|owners|others)"
GOOD = r"(?:(?:tevreden|blije|trouwe|enthousiaste|unieke|vaste|happy|satisfied|loyal|delighted|other|unique|verified)[, ]{1,2}){0,2}"

CUES = (
    (
        "customers",
        rf"{{n}}\+? {GOOD}(?:klanten|kopers|gebruikers|gezinnen|huishoudens)",
    ),
    (
        "customers",
        rf"{{n}}\+? {GOOD}(?:customers|buyers|users|families|households|clients|shoppers)",
    ),
    # "700 fietsers rijden met deze tas": whoever they are, they are counted as users
    (
        "customers",
        r"{n}\+? \w{3,}(?:ers|ists|aars) (?:\w+ ){0,2}(?:rijden|lopen|gebruiken|dragen|kozen|kiezen|slapen|vertrouwen|ride|wear|use|own|walk|run|chose|choose|trust|swear)",
    ),
    (
        "orders",
        r"{n}\+? (?:keer |times |stuks )?(?:over de toonbank|over the counter|de deur uit|out the door)",
    ),
    ("orders", r"(?:over the counter|out the door) {n}"),
    (
        "mass",
        r"(?:onze|our) (?:klanten|customers) (?:\w+ ){0,3}(?:weg van|dol op|gek op|fan van|adore|love|rave about|mad about|crazy about)",
    ),
    (
        "mass",
        r"(?:de meeste|most) (?:mensen|klanten|kopers|people|customers|buyers|shoppers) (?:\w+ )?(?:kiezen|kopen|nemen|choose|pick|buy|go for|take|order)",
    ),
    (
        "customers",
        r"(?:vertrouwd door|trusted by|loved by|used by|favou?red by|chosen by|worn by|gekozen door):?(?: more than| meer dan| over| ruim)? {n}",
    ),
    (
        "orders",
        r"{n}\+? (?:bestellingen|orders|verkocht|keer (?:verkocht|besteld|bezorgd|verzonden|geleverd)|(?:times )?(?:sold|ordered|delivered|shipped|bought)|sales|pakjes|pakketten)",
    ),
    (
        "orders",
        r"(?:sold|verkocht|delivered|shipped|bezorgd|ordered|bought|purchased)[:]? (?:over |more than |al |already |meer dan )?{n}\+?(?: times| keer| today| vandaag| pieces| stuks)?",
    ),
    ("orders", r"(?:vandaag|deze week|dit jaar) (?:al |ruim )?{n} (?:keer )?(?:verkocht|besteld|bezorgd)"),
    (
        "reviews",
        r"{n}\+? (?:(?:echte|real|verified|happy|5 star|five star|positieve|positive|customer) )?(?:reviews?|beoordelingen|recensies|ratings|waarderingen)",
    ),
    (
        "rating",
        r"(?:gemiddeld|beoordeeld|gewaardeerd|scoren|scoort|krijgen|kregen|cijfer)(?: met| een| we| wij| op){0,2}(?: een)? \d+(?:[.,]\d+)?",
    ),
    (
        "rating",
        r"(?:geven|gaven|waarderen|beoordelen) (?:ons|onze \w+|deze|dit|de) (?:\w+ )?(?:gemiddeld )?(?:met )?(?:een )?\d+(?:[.,]\d+)?",
    ),
    (
        "rating",
        r"(?:rated|average of|average rating(?: of)?|averag(?:e|ing)|scored?|rate us|rates us|give us|gives us)(?: an?| at)? \d+(?:[.,]\d+)?",
    ),
    ("rating", r"{n} (?:on average|gemiddeld|average)"),
    ("rating", r"{n} (?:sterren|stars|ster)(?: rating| beoordeling)?"),
    ("rating", r"\d(?:[.,]\d+)?(?:/| van de | out of )(?:5|10)"),
    (
        "excellent",
        r"(?:uitstekend|excellent|great) (?:op|on) (?:trustpilot|kiyoh|google|webwinkelkeur|feedback company)",
    ),
    (
        "share",
        r"{n} (?:van de|out of|in|of) (?:de |every )?{n} (?:\w+ )?{0}".replace(
            "{0}", rf"(?:{PEOPLE_NL}|{PEOPLE_EN})"
        ),
    ),
    ("share", rf"{{pct}} (?:van|of) (?:onze|our|de|all|alle|the) {GOOD}(?:{PEOPLE_NL}|{PEOPLE_EN})"),
    (
        "viewing",
        rf"{{n}}\+? {{w}}(?:{PEOPLE_NL}|{PEOPLE_EN}|others|anderen) (?:\w+ ){{0,3}}(?:bekijken|bekeken|kijken|viewing|viewed|looking|looked|bought|purchased|kochten|kopen|gekocht|watching|adding|added|wanted|have|like|love|shopping|eyeing|claimed|got|got this)",
    ),
    (
        "viewing",
        r"(?:viewed|bekeken|added to (?:bag|cart|basket)|bought|in) (?:by )?{n} (?:times|keer|people['’]?s?|mensen|carts?|baskets?|shoppers|others)",
    ),
    (
        "viewing",
        r"{n}\+? (?:bought|sold|added|viewed|claimed|purchased|watching|viewing|viewers|people) (?:\w+ ){0,4}(?:in the (?:last|past)|today|recently|now|bag|cart|hours?)",
    ),
    ("viewing", r"{n} added to (?:bag|cart|basket)"),
    (
        "viewing",
        r"{n} (?:other |andere )?(?:persons?|users?|visitors?|customers?|people|bezoekers|carts) (?:\w+ ){0,2}(?:looked|looking|viewed|viewing|bought|this item|this product|right now|deze|dit product|nu|now)",
    ),
    ("viewing", r"(?:in|add(?:ed)? to) (?:\w+ )?{n} (?:other |andere )?(?:carts?|times|keer|mandjes)"),
    ("viewing", r"{n} (?:recently|just|net|zojuist) (?:bought|purchased|ordered|gekocht)"),
    ("bought", r"(?:last|recent|laatste) (?:purchase|order|aankoop|bestelling) (?:was|is)"),
    (
        "bought",
        r"(?:viewed|bought|bekeken|gekocht) \d+ (?:seconds?|minutes?|hours?|seconden|minuten|uur) (?:ago|geleden)",
    ),
    ("mass", r"beoordeeld met"),
    (
        "viewing",
        r"(?:several|many|lots of|a lot of|multiple) (?:people|customers|shoppers|others) (?:have |are )?(?:recently |now |currently )?(?:viewed|viewing|looking|bought|buying)",
    ),
    ("bought", r"(?:net|zojuist|zonet) (?:nog )?(?:gekocht|besteld|verkocht)(?: door)?"),
    ("bought", r"just (?:bought|purchased|ordered|sold)(?: by)?"),
    ("bought", r"(?:someone|somebody|iemand)[^.!?]{0,60}(?:bought|purchased|ordered|added|kocht|bestelde)"),
    (
        "bought",
        r"(?:\w+ )?(?:\w\. )?(?:in|from) (?-i:[A-Z])(?:[\w ,'’-]|\.(?! [A-Z][a-z]+ing)){2,60}? (?:just )?(?:bought|purchased|ordered)(?: an?)?",
    ),
    ("bought", r"purchased an?"),
    (
        "rank",
        r"(?:best|meest|vaakst|goed|best[- ]?) ?(?:verkochte?|gekozen|gekochte?|populaire?|geliefde?|bestelde?)",
    ),
    (
        "rank",
        r"(?:bestseller|best[- ]seller|best[- ]selling|topverkoper|top ?seller|top[- ]rated|top[- ]selling|kassucces)s?",
    ),
    (
        "rank",
        r"(?:populairste|best (?:gewaardeerde|beoordeelde)|(?:best|highest) rated)(?! (?:post|bericht|foto|video))",
    ),
    ("rank", r"most (?:popular|chosen|sold|loved|wanted|bought|wished for|picked)"),
    ("rank", r"(?:customer|crowd|fan|cult|reader|klanten)s?['’]? ?(?:favou?rites?|favoriet(?:en)?)"),
    ("rank", r"favoriet(?:en)? (?:van|bij) (?:onze |de |veel )?(?:klanten|kopers|iedereen)"),
    ("rank", r"(?:grootste|onze) (?:\w+ )?hit(?: van)?"),
    ("rank", r"(?:de )?hit (?:van het jaar|of the year|van de zomer|van het seizoen)"),
    (
        "mass",
        r"(?:duizenden|honderden|tienduizenden|thousands|hundreds|tens of thousands|millions|miljoenen) (?:of )?(?:\w+ )?(?:gingen|before you|zijn je voor|klanten|kopers|customers|buyers|people|mensen|sold|verkocht|trust|satisfied|happy)",
    ),
    ("mass", r"thousands before you"),
    ("mass", r"(?:trusted|loved|used|chosen|worn) by (?:thousands|hundreds|millions|everyone)"),
    (
        "mass",
        r"(?:iedereen|everyone|everybody|every one|heel nederland|half nederland|heel vlaanderen|half vlaanderen|heel \w+|half [a-z]+) (?:\w+ ){0,2}(?:heeft|has|have|is (?:om|dol|fan|gek|weg|in love|talking)|is talking|loves|wants|wil|draagt|kiest|praat|koopt|wears|buys|loopt|zit)(?: (?:hem|het|er|one|it|al|erover|about))*",
    ),
    ("mass", r"(?:heel nederland|half vlaanderen|half nederland|heel vlaanderen)"),
    ("mass", r"klanten kiezen (?:massaal|allemaal)"),
    ("mass", r"(?:huishoudens|gezinnen|households|families) (?:vertrouwen|rely|trust|rekenen)(?: op| on)?"),
    ("mass", r"(?:trending|viral|viraal)(?: (?:now|style|product|item))?"),
    ("mass", r"(?:razend|super|mega|immens|enorm|waanzinnig) ?populair"),
    ("mass", r"niet aan te slepen"),
    ("mass", r"de hype"),
    ("mass", r"(?:in )?(?:high|great|huge) demand"),
    ("mass", r"(?:can['’]?t|cannot|can not) keep up with (?:the )?demand"),
)
