"""Little time: today only, an end date, a last chance, and vague haste."""

# ruff: noqa: E501 - a pattern broken over several lines is harder to read and easier to get wrong

MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w*"

CUES = (
    # an end that a date says
    ("until", r"t/m"),
    ("until", r"tot en met"),
    (
        "until",
        r"tot (?:en met |uiterlijk )?(?:vanavond|middernacht|morgen|(?:aanstaande |volgende |komende )?(?:maan|dins|woens|donder|vrij|zater|zon)dag|het weekend|eind|\d{1,2} \w+|\d{1,2}[/-]\d{1,2})",
    ),
    (
        "until",
        r"(?:until|till|til|through|thru|up to and including) (?:midnight|tonight|tomorrow|(?:this |next )?(?:mon|tues|wednes|thurs|fri|satur|sun)day|the end|month|\d{1,2}(?:st|nd|rd|th)? \w+|\w+ \d{1,2}(?:st|nd|rd|th)?)",
    ),
    (
        "until",
        r"(?:eindigt|stopt|loopt af|afloopt|verloopt|sluit) (?:\w+ ){0,2}(?:vandaag|vanavond|vannacht|morgen|middernacht|(?:maan|dins|woens|donder|vrij|zater|zon)dag|\d{1,2} \w+)",
    ),
    (
        "until",
        r"(?:vandaag|vanavond|vannacht|morgen|(?:maan|dins|woens|donder|vrij|zater|zon)dag) (?:(?:stopt|eindigt|sluit|loopt) (?:het|de actie|hij|dit|deze actie|alles) ?(?:voorbij|af)?|is (?:het|de actie|hij|dit|deze actie|alles) (?:voorbij|af|over|afgelopen|gedaan))",
    ),
    ("until", r"om middernacht (?:is het|stopt|eindigt)"),
    (
        "until",
        rf"(?:ends?|ending|stops?|expires?|closes?|over) (?:\w+ ){{0,2}}(?:today|tonight|tomorrow|midnight|(?:mon|tues|wednes|thurs|fri|satur|sun)day|\d{{1,2}} (?:{MONTH}|am|pm|o['’]clock))",
    ),
    (
        "until",
        r"(?:bestel|bestellen|besteld|koop|boek|reserveer) (?:\w+ ){0,2}(?:voor|vóór|uiterlijk) (?:\d+(?:[:.]\d+)?|\w+dag|morgen|vanavond|middernacht)",
    ),
    (
        "until",
        r"(?:order|buy|book|shop|checkout|check out) (?:\w+ ){0,2}(?:by|before|within)[: ] ?(?:\d+(?:[:.]\d+)?|\w+day|tomorrow|tonight|midnight|noon|the)",
    ),
    ("until", r"(?:weekend|week|dag|flits|maand)(?:actie|deal|aanbieding|sale)s?"),
    (
        "until",
        r"(?:alleen|enkel|uitsluitend|slechts) (?:vandaag|vanavond|nog vandaag|dit weekend|deze week|dit moment|morgen|vandaag nog)",
    ),
    ("until", r"(?:vandaag|vanavond|dit weekend) (?:alleen|enkel)"),
    ("until", r"(?:today|tonight|this (?:day|week|weekend|evening|month)|\w+day) only"),
    ("until", r"only (?:today|tonight|this (?:day|week|weekend|evening|month))"),
    ("until", r"(?:(?:one|1|single) day|24 hours?|48 hours?) only"),
    (
        "until",
        r"(?:deal|offer|special|steal|dagdeal|aanbieding|knaller) (?:of|van) (?:the|de) (?:day|dag|week)",
    ),
    # time that is left
    ("left", r"nog (?:maar |slechts |precies )?{n} (?:uur|uren|uurtjes|dag|dagen|minuten|minuut)"),
    (
        "left",
        r"(?:only|just) {n} (?:hours?|hrs?|days?|minutes?|mins?)(?: and {n} \w+)? (?:left|to go|remaining)",
    ),
    ("left", r"{n} (?:hours?|hrs?|days?|minutes?|mins?)(?: and {n} \w+)? (?:left|to go|remaining)"),
    ("left", r"nog (?:maar |slechts )?{few} (?:uur|uren|uurtjes|dag|dagen|dagjes|minuten)"),
    ("left", r"{few} (?:more )?(?:hours?|days?|minutes?)(?: left| to go| more)?"),
    ("left", r"(?:ends?|ending|sale ends|expires?) in(?: {n} \w+)?"),
    ("left", r"\d+ ?(?:d|days?|dagen) ?:? ?\d+ ?(?:h|hrs?|hours?|uur)\b.{0,30}"),
    ("left", r"\d{1,2}:\d\d:\d\d(?::\d\d)?"),
    ("left", r"0 ?days? ?:? ?\d+ ?hours?.{0,40}"),
    ("left", r"(?:time|tijd) (?:remaining|left|over)"),
    ("left", r"(?:offer|sale|deal|actie) ends"),
    ("left", r"(?:cart|offer|deal|code) (?:will )?expires?"),
    ("left", r"\d+ ?hours? \d+ ?minutes?"),
    ("left", r"\d+ ?days? ?\d{1,2}:\d\d(?::\d\d)?"),
    (
        "left",
        r"(?:cart|basket|order|stock|deal|price|mandje|bestelling) (?:will |is |wordt )?(?:expires?|guaranteed|reserved|held|prioriti[sz]ed|vastgehouden|gereserveerd) (?:in|for|voor|over) (?:\d{1,2}:\d\d|\d+)(?: (?:minutes?|hours?|minuten|uur))?",
    ),
    ("left", r"within \d{1,2}:\d\d"),
    # last chance
    ("last", r"laatste (?:dag|dagen|uren|uur|kans|mogelijkheid|gelegenheid|weekend|minuten)"),
    ("last", r"(?:last|final) (?:day|days|hours?|chance|opportunity|weekend|minutes?|call)"),
    # the price goes up again on a day that is named
    (
        "vague",
        r"(?:na|vanaf|after|from) \w+(?:dag|day|morgen|tomorrow)[^.!?]{0,40} (?:weer|terug|back)[^.!?]{0,16} (?:vol|volle|normale|gewone|oude|full|normal|regular|usual|old) (?:prijs|pond|price)",
    ),
    ("last", r"op de valreep"),
    # haste without a date
    ("vague", r"nu of nooit"),
    ("vague", r"now or never"),
    ("vague", r"(?:wees|ben) er (?:dus |nu |wel )?(?:snel|vlug|gauw|rap|op tijd) bij"),
    ("vague", r"(?:snel|vlug) (?:zijn|wezen)(?: h[èe])?"),
    ("vague", r"(?:effe|even|ff) snel wezen"),
    ("vague", r"(?:wees|reageer|beslis|bestel|haast je) (?:nu )?snel"),
    ("vague", r"haast je"),
    ("vague", r"wacht niet(?: te lang| langer| af)?"),
    ("vague", r"(?:do not|don['’]?t|dont) wait(?: too long)?"),
    ("vague", r"mis (?:het|hem|dit|deze|ze|'m|’m) niet"),
    ("vague", r"mis (?:deze|dit|die) (?:\w+ ){1,3}niet"),
    ("vague", r"(?:do not|don['’]?t|dont|never) (?:miss|sleep on|let)(?: out| (?:it|this|these|them|'em))?"),
    ("vague", r"tijdelijk(?:e)?"),
    ("vague", r"(?:voor )?(?:een )?korte tijd"),
    ("vague", r"duurt niet (?:zo |al te )?lang(?: meer)?"),
    ("vague", r"(?:will not|won['’]?t|not going to) last(?: long| forever)?"),
    ("vague", r"(?:limited|short|ltd)(?:[- ]time)(?: only| offer)?"),
    ("vague", r"for a (?:short|limited) (?:time|period|while)"),
    ("vague", r"fl(?:its|ash) ?(?:actie|deal|sale|offer|verkoop)s?"),
    ("vague", r"de klok tikt"),
    ("vague", r"(?:the )?clock(?: is|['’]?s)? ticking"),
    ("vague", r"(?:aftellen|countdown|aftelklok)"),
    ("vague", r"(?:straks|anders|morgen) (?:is het|ben je|bent u|zijn jullie) te laat"),
    ("vague", r"(?:tomorrow|otherwise|soon) (?:it|you)(?: is| are| will be|['’]s|['’]re|['’]ll be) too late"),
    ("vague", r"(?:before|until) (?:it['’]?s|it is|they['’]?re) (?:too late|gone|over)"),
    ("vague", r"(?:nu )?toeslaan"),
    ("vague", r"sla (?:je|nu je|uw) slag"),
    ("vague", r"(?:early|vroege) ?(?:bird|vogel)(?:korting|s)?"),
    ("vague", r"pak (?:hem|ze|het|'m|’m) (?:nu|zolang)[^.!?]{0,20}"),
    ("vague", r"(?:grab|get|snag|catch) (?:it|them|yours|one) (?:while|before|now|today|fast)[^.!?]{0,20}"),
    ("vague", r"hurry(?: up)?"),
    ("vague", r"(?:be|so be|act|move|come) (?:quick|quickly|fast|now)"),
    ("vague", r"(?:ending|ends|closing) (?:very )?soon"),
    ("vague", r"(?:offer|price|sale|deal) (?:\w+ ){0,3}(?:expires?|ends soon|guaranteed for)"),
    ("vague", r"time is running out"),
    ("vague", r"laatste kans"),
)
