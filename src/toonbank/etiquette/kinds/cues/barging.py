"""Contact that nobody asked for: barging in on strangers, messages to everybody, likes and follows by machine."""

# ruff: noqa: E501 - a pattern broken over several lines is harder to read and easier to get wrong

PRIVATE = r"(?:dm['’]?s?|pm['’]?s?|dm['’]?en|privéberichte?n?|privé-?berichtje|priveberichte?n?|direct message|direct messages|private message|private messages|inboxbericht|direct bericht)"
MASSES = r"(?:volgers?|volgsters?|followers?|klanten|customers|kopers|buyers|leden|members|contacten|contacts|abonnees|subscribers|mensen|people|iedereen|everyone|everybody|wie ons volgt|who follows|subscribers|fans)"
ALL = r"(?:alle|al|elke|iedere|ieder|every|all|each|any|nieuwe|new|onze|our|honderden|hundreds of|duizenden|thousands of)"

CUES = (
    ("overheard", r"(?:je|u|you)(?: were| was|['’]re| bent| was aan het)? (?:klaagde|klaagt|klagen|baalde|baalt|mopperde|zat te klagen|complaining|complained|moaning|moaned|grumbling|ranting)"),
    ("private", r"(?:dm['’]?s?|pm['’]?s?|dm['’]?en|privébericht\w*|privé-?bericht\w*|privebericht\w*|direct messages?|private messages?|appje|appjes|sms|sms['’]je|whatsapp\w*|text messages?)"),
    ("private", r"(?:text|message|dm|whatsapp|sms|appen|sms'en) (?:everyone|everybody|iedereen|all|alle|every|elke)"),
    ("machine", r"(?:script|bot|robot|tool|software|plug-?in|automaat)(?: \w+){0,2} (?:volgt|liket|follows|likes|reageert|comments|retweet\w*|deelt hartjes|stuurt|sends|hearts)"),
    ("overheard", r"(?:las|lazen|zag|zagen|merkte|merkten|hoorde|hoorden|begreep|begrepen|zie|zien|lees|saw|noticed|read|heard|spotted|see|hear|seeing|noticing)(?: \w+){0,2} (?:dat (?:je|jij|u|jullie)|that you|you(?:['’](?:re|ve)| are|r)?|je (?:\w+ )?(?:bericht|berichtje|post|tweet|vraag|oproep)|your (?:\w+ )?(?:post|tweet|message|question|note))"),
    ("overheard", r"(?:hoorde|zag|las|heard|saw|read) (?:iets|something|someone|iemand)(?: \w+){0,3} (?:over|about|mention|zoek\w*|looking)"),
    ("bulk", rf"{PRIVATE}(?: \w+){{0,4}} (?:aan|naar|to|for|voor) (?:{ALL} ){{0,3}}{MASSES}"),
    ("bulk", rf"{ALL} (?:{ALL} )?{MASSES}(?: \w+){{0,6}} {PRIVATE}"),
    ("bulk", rf"(?:iedereen|wie|everyone|everybody|anyone|whoever) (?:die|who|that)? ?(?:ons |us )?(?:volgt|follows|gaat volgen|joins)(?: \w+){{0,6}} (?:bericht|berichtje|message|{PRIVATE})"),
    ("bulk", r"(?:bulk|massa|mass|groeps|automatische|automatic|automated|auto)[ -]?(?:bericht\w*|mail\w*|messages?|messaging|dm['’]?s?|berichten|mailing|mailings|mails?)(?: \w+){0,3} (?:aan|naar|to|for|voor|bij|on|upon) (?:\w+ ){0,3}(?:volg\w*|follow\w*|klanten|customers|kopers|contacten|contacts|iedereen|everyone|hashtag)"),
    ("bulk", r"(?:volgers?|volgsters?|followers?) (?:krijgt|krijgen|ontvangt|ontvangen|gets?|receives?)(?: \w+){0,3} (?:automatisch|automatic|automatically|vanzelf|automated)"),
    ("bulk", rf"(?:bulk|massa|mass|blast|spam) (?:\w+ )?(?:{PRIVATE}|dm|message)"),
    ("machine", r"(?:automatisch\w*|geautomatiseerd\w*|vanzelf|auto(?:matic(?:ally)?|mated)?|met een (?:script|bot|tool)|with a (?:script|bot|tool)|by bot|by script|massaal|in bulk|en masse)(?: \w+){0,4} (?:hartjes?|harten|likes?|liken|geliket|liked|liking|terugvolgen|volgen|gevolgd|follow|following|followed|hearts?|favoriet|favou?rites?|retweets?|retweeten|reposts?|dm['’]?en|op (?:een|de) lijst|to lists?|list-add)"),
    ("machine", r"(?:auto|bulk|massa|mass)[ -]?(?:likes?|liken|liking|follow\w*|volgen|dm|favou?rite|retweet|comment\w*|hart\w*|heart\w*|unfollow\w*)"),
    ("machine", r"(?:liken?|harten|hartje|hartjes|hearts?|likes?|volgen|follow|retweeten|retweet|reageren|comment)(?: (?:we|op|vanzelf|automatisch|automatically|on|to|bij|onder|voor|under)){0,4} (?:elk|elke|ieder|iedere|alle|every|each|all|any)(?: \w+){0,3} ?#\w+"),
    ("machine", r"(?:terugvolg\w*|volgt terug|follow[s]? back|following back)(?: \w+){0,3} (?:automatisch|automatically|iedereen|everyone|everybody|alle|all)"),
    ("machine", r"(?:hartjes?|likes?|hearts?|volgen|follows?|retweets?)(?: \w+){0,3} (?:automatisch|automatically|by bot|door een (?:bot|script)|vanzelf)"),
)  # fmt: skip
