"""How machines talk: welcomes by the dozen, leftovers of cross-posting, the words of systems, and filler."""

# ruff: noqa: E501 - a pattern broken over several lines is harder to read and easier to get wrong

THING = r"(?:foto['’]?s?|video['’]?s?|filmpje|photos?|picture|pictures|videos?|blog|blogpost|blog post|post|bericht|reel|story|status|article|artikel|album|podcast)"
PLACE = r"(?:facebook|instagram|youtube|tiktok|linkedin|twitter|pinterest|flickr|x|threads|mastodon|bluesky)"
MATTER = r"(?:melding|verzoek|vraag|klacht|bericht|aanvraag|mail|request|enquiry|inquiry|query|complaint|message|question|case|submission|report)"

CUES = (
    ("welcome", r"(?:welkom|welcome)[,:]?(?: (?:aan|to|bij ons|on board))?(?: (?:al|all|onze|our|alle|de|the)){0,4} (?:nieuwe|new) volgers?"),
    ("welcome", r"(?:welkom|welcome)[,:]?(?: (?:to|aan))?(?: (?:all|our|the)){0,4} new followers?"),
    ("newcomer", r"(?:nieuwe volg(?:er|ster)s?|new followers?)"),
    ("thanks", r"(?:bedankt|dank|dankjewel|dank je(?: wel)?) (?:voor (?:het|je|jouw|uw|de) (?:volgen|volg|follow|volgje)|dat (?:je|u) (?:ons|me) volgt)"),
    ("thanks", r"(?:thanks|thank you|thx|ty)(?: so much| a lot)? for (?:the follow|following(?: us| me| our \w+| along on \w+)?|the add|connecting)"),
    ("thanks", r"(?:fijn|leuk|tof|super|blij|wat leuk|nice|great|good|lovely) (?:dat|that)? ?(?:je|u|you) (?:ons|me|us)? ?(?:volgt|bent gaan volgen|follow us|followed us|now follow)"),
    ("thanks", r"(?:bedankt|dank|dankjewel|thanks|thank you)(?: \w+){1,4} (?:volgverzoek|volgers?|volgen|follow|followers?|following)"),
    ("leftover", r"(?:via|by|with|met|from) (?:ifttt|zapier|buffer|hootsuite|hubspot|dlvr\.?it|tweetdeck|sprout social|sendible|publer|metricool|later\.com|rss|make\.com|tailwind)"),
    ("leftover", rf"(?:i|we|ik|wij|just|heb|hebben|has|have)(?: (?:have|heb|hebben|just|zojuist|net|een|a|an|new|nieuwe|the|uploaded|posted|added|shared|published)){{0,6}} {THING}(?: {THING})? (?:geplaatst|gepost|gedeeld|toegevoegd|geüpload)"),
    ("leftover", rf"(?:posted|uploaded|shared|added|published)(?: (?:a|an|new|the|some|\d+|few)){{0,3}} {THING}(?: (?:to|on|via|from) {PLACE})?"),
    ("leftover", rf"nieuwe? {THING} (?:geplaatst|gepost|toegevoegd) (?:op|via) {PLACE}"),
    ("leftover", r"(?:fb\.me|ift\.tt|dlvr\.it|buff\.ly|ow\.ly)/?\S{0,20}"),
    ("system", r"(?:dit|this|deze)(?: (?:is|was|een|a|an|the|door|by|ons|our|het)){0,4} (?:automatisch|automatisch gegenereerd|geautomatiseerd|automatic|automated|automatically generated|auto-generated|system-generated)e? (?:bericht|antwoord|e-?mail|mail|reactie|message|reply|response|email|answer)"),
    ("system", r"(?:dit|this|deze|the) (?:bericht|antwoord|e-?mail|mail|message|reply|response|email|reactie) (?:is|was|werd|has been) (?:(?:automatisch|automatically|door|by|ons|our|het|een|the|a|systeem|system) ){0,4}(?:gegenereerd|verzonden|verstuurd|aangemaakt|generated|sent|created|automatisch|automatically)"),
    ("system", r"(?:door|by|via) (?:ons|our|het|the) systeem? (?:verzonden|gegenereerd|verstuurd|aangemaakt|generated|sent)"),
    ("system", r"(?:door|by|via) (?:ons|our|het|the) (?:\w+ )?system"),
    ("system", r"(?:sent|generated|verzonden|verstuurd|gegenereerd) (?:automatically|automatisch)"),
    ("system", r"(?:niet|not) (?:op )?(?:dit|deze|this|te|to)? ?(?:bericht|mail|message|email)? ?(?:beantwoorden|reply to this (?:message|email|mail))"),
    ("ticket", r"ticket(?:nummer|-?nr| number| no| id)"),
    ("ticket", r"(?:onder|met|under|with|as|als|is|krijgt|kreeg|assigned|created|got|your|uw|je) (?:support )?ticket(?: id)? ?#?\d{2,}"),
    ("ticket", rf"(?:uw|je|jouw|your) {MATTER} (?:(?:is|was|werd|wordt|has been|in|goede|orde|hereby|met|succes|succesvol|successfully|onder) ){{1,5}}(?:geregistreerd|aangemaakt|ontvangen|verzonden|afgehandeld|gesloten|verwerkt|gelogd|doorgestuurd|ingediend|toegewezen|received|logged|registered|created|recorded|submitted|closed|resolved|assigned|processed|queued)"),
    ("ticket", r"(?:assigned|toegewezen|toegekend|given|krijgt|gekregen|kreeg)(?: (?:het|the|a|een|als|as|nummer|number)){0,4} (?:reference|referentie|kenmerk|zaaknummer|case number|reference number|referentienummer|nummer)"),
    ("ticket", r"(?:onder|met|as|under|opened|geopend|aangemaakt|created|by|door)(?: (?:a|een|the|your|uw|je|als|as))? (?:kenmerk|referentie|zaak|case|dossier|reference)(?:nummer| number)? #?[\w/-]*\d{2,}"),
    ("ticket", r"(?:in|aan|to|into) (?:ons|our|het|the) (?:\w+)?systeem? (?:opgenomen|geregistreerd|vastgelegd|gezet|ingevoerd|toegevoegd)"),
    ("ticket", r"(?:uw|je|jouw|your) (?:referentie|kenmerk|zaak|dossier|case|reference)[ -]?(?:nummer|number)? (?:is|luidt)"),
    ("ticket", r"(?:logged|recorded|registered|entered|added) (?:in|into|to) (?:our|the) (?:\w+ )?system"),
    ("filler", r"(?:in (?:today['’]s|the) (?:fast[- ]paced|ever[- ]changing|modern|digital) (?:world|age|landscape)|in de (?:snelle |hectische |digitale )?wereld van vandaag|in een wereld waarin|in a world where)"),
    ("filler", r"(?:look no further|zoek niet verder|dan ben je hier aan het juiste adres|you['’]ve come to the right place)"),
    ("filler", r"(?:whether you['’]?(?:re| are) (?:a|an|looking)|of je nu (?:\w+ ){1,6}of|of u nu (?:\w+ ){1,6}of)"),
    ("filler", r"(?:elevate|unlock|unleash|embark on|dive into|delve into|discover the (?:magic|world|art|beauty)|game[- ]changer|testament to|tapestry)"),
    ("filler", r"(?:til (?:je|jouw|uw) (?:\w+ ){1,4}naar een (?:hoger|nieuw) niveau|take your (?:\w+ ){1,3}to the next level|duik in de wereld|ontdek de (?:magie|wereld|kunst) van|ontketen|een scala aan|a wide (?:range|array) of|naadloos|naadloze|seamless(?:ly)?)"),
    ("filler", r"(?:it['’]s not just (?:a|an|about)|het is niet zomaar een|more than just a|meer dan alleen een|perfecte balans tussen|perfect blend of|perfect balance)"),
)  # fmt: skip
